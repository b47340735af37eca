import Foundation
import SessionSupport
import Testing

/// A session recorded in a terminal, edited as text, and presented.
@Suite struct RecordingSessionTests {
    private let folder = FileManager.default.temporaryDirectory.appending(
        path: "triptych-\(UUID().uuidString)")

    private func inFolder(_ body: (String) throws -> Void) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder.path())
    }

    private func session(_ words: String, columns: Int = 120) throws -> TmuxSession {
        try TmuxSession(
            "cd \(TmuxSession.quoted(folder.path())) && \(Program.built("triptych")) \(words); cat",
            environment: ["LANG": "C.UTF-8"], columns: columns)
    }

    @Test func `a recording is edited and presented`() throws {
        try inFolder { folder in
            let walk = try session("present --record walk.yaml --lang en")
            try walk.wait(for: "Consensus")
            try walk.send("R")
            try walk.wait(for: "step 1 is in \(folder)/walk.yaml")
            try walk.send("3", "r", "R")
            try walk.wait(for: "step 2 is in \(folder)/walk.yaml")
            // Each step is written to the disk at once.
            let file = folder + "/walk.yaml"
            #expect(try String(contentsOfFile: file, encoding: .utf8).contains("view: reader"))
            try walk.send("t", "R", "R")
            try walk.wait(for: "taken back; \(folder)/walk.yaml has 2 steps")
            try walk.send("Q")
            try walk.wait(for: "2 steps are in \(folder)/walk.yaml; ")

            var text = try String(contentsOfFile: file, encoding: .utf8)
            #expect(text.components(separatedBy: "minutes: 0.1").count == 3)
            #expect(text.contains("id: walk\n"))
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["walk.yaml"])
            let headline = try #require(text.firstMatch(of: /headline: {zh: (.*), en: (.*)}/)).output
            text = text.replacingOccurrences(of: "en: \(headline.2)}", with: "en: A headline of my own}")
            try text.write(toFile: file, atomically: true, encoding: .utf8)

            let replay = try session("present --tour-file walk.yaml --lang en")
            try replay.wait(for: "the first step of two under its own headline") {
                $0.contains("A headline of my own") && $0.contains("1/2")
            }
            try replay.send("End")
            try replay.wait(for: "2/2")
            try replay.send("q")

            let again = try Invocation(["present", "--record", file])
            #expect(again.status == 64)
            #expect(again.errors.contains("is there already"))
        }
    }

    @Test func `from the explorer the file is named by the date, and never replaces another`() throws {
        try inFolder { folder in
            for expected in [1, 2] {
                let explorer = try session("--lang zh")
                try explorer.wait(for: "共识")
                try explorer.send("R")
                try explorer.wait(for: "第 1 步已录入 \(folder)/tour-")
                try explorer.wait(for: "已录 1")
                try explorer.send("Q")
                try explorer.wait(for: "录下 1 步")
                #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == expected)
            }
        }
    }

    @Test func `the loss of the terminal leaves whole recordings, and no half of one`() throws {
        try inFolder { folder in
            for number in 1...5 {
                let file = folder + "/walk\(number).yaml"
                let terminal = try PseudoTerminal(
                    [Program.built("triptych"), "present", "--record", file, "--lang", "en"])
                try terminal.wait(for: "Consensus")
                terminal.send("R")
                try terminal.wait(for: "step 1 is in")
                terminal.hangUp()
                #expect(try terminal.end() == .exited(129))
                // The duration of the last step is written at the end.
                #expect(try String(contentsOfFile: file, encoding: .utf8).contains("minutes: "))
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 5)
        }
    }

    @Test func `an invalid or missing file is reported like a case`() throws {
        try inFolder { folder in
            let file = folder + "/bad.yaml"
            try "tours:\n  - id: bad\n    title: B\n    steps:\n      - view: film\n        headline: h\n"
                .write(
                    toFile: file, atomically: true, encoding: .utf8)
            let bad = try Invocation(["present", "--tour-file", file])
            #expect(bad.status == 65)
            #expect(bad.errors.contains("bad.yaml:5:15: error: "))
            #expect(try Invocation(["present", "--tour-file", folder + "/none.yaml"]).status == 66)
            // A tour of the case is not walked in place of one that the file has not.
            try "tours:\n  - id: walk\n    title: W\n    steps:\n      - view: map\n        headline: h\n"
                .write(toFile: file, atomically: true, encoding: .utf8)
            let other = try Invocation(["present", "--tour-file", file, "--tour", "seminar"])
            #expect(other.status == 66)
            #expect(other.errors.contains("bad.yaml has no tour 'seminar'; it has walk"))
            let unwritable = try Invocation(["present", "--record", folder + "/none/walk.yaml"])
            #expect(unwritable.status == 74)
            // Nor is the first question the time to learn of it.
            let unkept = try Invocation(["present", "--name", "soak", "--questions", folder + "/none/q.md"])
            #expect(unkept.status == 74)
            #expect(unkept.errors.contains("none/q.md"))
            try "tours:\n  - {id: none, title: N}\n".write(toFile: file, atomically: true, encoding: .utf8)
            #expect(try Invocation(["present", "--tour-file", file]).status == 66)
        }
    }

    /// What the interface calls a chart, and the walk itself, is in the languages of the case, which is checked for them.
    @Test func `a walk through a case in other languages has these`() throws {
        try inFolder { folder in
            let path = folder + "/rios"
            #expect(try Invocation(["new", path, "--lang", "es"]).status == 0)
            let explorer = try session("--case rios --lang en")
            try explorer.wait(for: "Consensus")
            try explorer.send("R", "4", "R")
            try explorer.wait(for: "step 2 is in \(folder)/tour-")
            try explorer.send("Q")
            try explorer.wait(for: "2 steps are in \(folder)/tour-")
            let name = try #require(
                try FileManager.default.contentsOfDirectory(atPath: folder).first { $0.hasPrefix("tour-") })
            try FileManager.default.moveItem(atPath: "\(folder)/\(name)", toPath: "\(path)/\(name)")
            let report = try Invocation(["check", path, "--strict", "--lang", "en"])
            #expect(report.status == 0 && report.output.contains("0 errors, 0 warnings"), "\(report.output)")
            let text = try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8)
            #expect(text.contains("title: {es: Recorded walk}") && !text.contains("zh:"), "\(text)")
        }
    }
}
