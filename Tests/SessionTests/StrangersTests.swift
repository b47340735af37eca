import Foundation
import SessionSupport
import TextLayout
import Testing

/// What strangers write: names, arguments and variables that are meant for the terminal, and files that cost more
/// than they seem to.
@Suite struct StrangersTests {
    /// A window title, a colour by C1, an override of the direction of writing.
    private static let hostile = "\u{1B}]0;owned\u{7}\u{9B}31m\u{202E}x"
    private static let shown = "␛]0;owned␇\u{FFFD}31m\u{FFFD}x"

    private func isSafe(_ text: String) -> Bool { text == text.linesSafeToShow }

    private func inFolder<Result>(_ work: (URL) throws -> Result) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try work(folder)
    }

    @Test(
        arguments: [
            ["HOSTILE"], ["--HOSTILE"], ["list", "HOSTILE"],
            ["list", "--lang", "HOSTILE"],
            ["list", "--filter", "HOSTILE"], ["list", "--case", "HOSTILE"], ["show", "HOSTILE"],
            ["trace", "HOSTILE"], ["timeline", "HOSTILE"], ["export", "HOSTILE"],
            ["snapshot", "--view", "HOSTILE"],
            ["export", "items", "--format", "csv", "-o", "HOSTILE/x"], ["check", "HOSTILE"],
            ["pack", "HOSTILE"],
            ["present", "HOSTILE"], ["present", "--tour-file", "HOSTILE"], ["follow", "HOSTILE"],
            ["relay", "HOSTILE"], ["config", "HOSTILE", "HOSTILE"], ["import", "bibtex", "HOSTILE"],
        ], ["en_US.UTF-8", "zh_CN.UTF-8"])
    func `no argument reaches the terminal as a command`(words: [String], locale: String) throws {
        let outcome = try Invocation(
            words.map { $0.replacingOccurrences(of: "HOSTILE", with: Self.hostile) },
            environment: ["LANG": locale, "LC_ALL": locale])
        #expect(outcome.status != 0)
        #expect(!outcome.errors.isEmpty && isSafe(outcome.errors), "\(outcome.errors.debugDescription)")
        #expect(isSafe(outcome.output), "\(outcome.output.debugDescription)")
    }

    @Test(arguments: ["TRIPTYCH_CASE", "TERM", "LANG", "XDG_STATE_HOME", "XDG_RUNTIME_DIR", "HOME"])
    func `no variable of the environment does`(name: String) throws {
        for words in [["config"], ["doctor"], ["seminars"], ["list", "--format", "x"], []] {
            let outcome = try Invocation(words, environment: [name: Self.hostile])
            #expect(isSafe(outcome.output), "\(words): \(outcome.output.debugDescription)")
            #expect(isSafe(outcome.errors), "\(words): \(outcome.errors.debugDescription)")
        }
        let outcome = try Invocation(["config"], environment: ["TRIPTYCH_CASE": Self.hostile])
        #expect(outcome.output.contains(Self.shown))
    }

    @Test func `no name of a file does, and JSON keeps it`() throws {
        try inFolder { folder in
            let path = folder.path() + "/" + Self.hostile + ".yaml"
            try Data("actors: [{}]\n".utf8).write(to: URL(filePath: path))
            let text = try Invocation(["check", path])
            #expect(text.output.contains(Self.shown) && isSafe(text.output))
            let json = try Invocation(["check", path, "--format", "json"])
            #expect(isSafe(json.output), "\(json.output.debugDescription)")
            let files = try Invocation.records(of: json.output).compactMap { $0["file"] as? String }
            #expect(!files.isEmpty && files.allSatisfy { $0 == path })
        }
    }

    /// Several hundred thousand values in each file: those of one are let go before the next is read.
    @Test func `a folder takes no more memory than its largest file`() throws {
        try inFolder { folder in
            let names = String(repeating: "a,", count: 700_000)
            for number in 1...6 {
                let text = "actors: [{id: act-\(number), title: x, aka: [\(names)a]}]\n"
                try Data(text.utf8).write(to: folder.appending(path: "\(number).yaml"))
            }
            // The program itself has 120 MB of addresses when built for debugging, the values of a file take 40 MB.
            let line = "ulimit -v 250000; exec \"$PROGRAM\" check \"$FOLDER\""
            let outcome = try Invocation(inShell: line, ["FOLDER": folder.path()])
            #expect(outcome.status == 65, "\(outcome.errors.suffix(300))")
            #expect(outcome.output.contains("/6.yaml:1:"))
        }
    }

    /// Data races need two threads: the thread sanitizer has nothing to look for.
    @Test func `the program has one thread`() throws {
        let terminal = try PseudoTerminal([Program.built("triptych"), "--lang", "en"])
        try terminal.wait(for: "Chongqing")
        for keys in ["/", "rail", "\r", "3", "4", "5"] {
            terminal.send(keys)
            try terminal.readUntilAsleep()
            let tasks = try FileManager.default.contentsOfDirectory(atPath: "/proc/\(terminal.process)/task")
            #expect(tasks == ["\(terminal.process)"])
        }
        terminal.send("Q")
        #expect(try terminal.end() == .exited(0))
    }
}
