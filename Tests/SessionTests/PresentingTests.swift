import Foundation
import SessionSupport
import Testing

/// Beginning and ending a talk in the program itself.
@Suite struct PresentingTests {
    private final class Folder {
        let path = "/tmp/triptych-presenting-\(getpid())-\(UInt32.random(in: .min ... .max))"
        init() { mkdir(path, 0o700) }
        deinit { try? FileManager.default.removeItem(atPath: path) }
    }

    private func run(_ words: String..., in folder: Folder, environment: [String: String?] = [:]) throws
        -> PseudoTerminal
    {
        let variables = environment.merging(["XDG_STATE_HOME": folder.path + "/state"]) { first, _ in first }
        return try PseudoTerminal(
            [Program.built("triptych")] + words + ["--lang", "en"],
            environment: Program.environment(variables))
    }

    @Test func `without a tour it asks which, for all to follow, and goes on after a crash`() throws {
        let folder = Folder()
        func present() throws -> PseudoTerminal {
            let presenter = try run("present", "--name", "x", "--dir", folder.path, in: folder)
            try presenter.wait(for: "Which tour?")
            presenter.send("2\r")
            try presenter.wait(for: "1/17")
            return presenter
        }
        let first = try present()
        let follower = try run("follow", "--dir", folder.path, "x", in: folder)
        try follower.wait(for: "1/17")
        first.send("o4\r")
        try follower.wait(for: "4/17")
        try first.waitUntilAsleep()
        first.signal(SIGKILL)
        _ = try first.end()
        let second = try present()
        try second.wait(for: "r goes on at step 4")
        second.send("r")
        try second.wait(for: "4/17")
        second.send("q")
        #expect(try second.end() == .exited(0))
        let third = try present()
        try third.readUntilAsleep()
        #expect(!third.text.contains("goes on at step"), "a talk that ended is not resumed")
        third.send("Q")
        #expect(try third.end() == .exited(0))
    }

    @Test func `where to begin can be said of a tour alone`() throws {
        for words in [["--step", "2"], ["--resume"]] {
            let outcome = try Invocation(["present"] + words)
            #expect(outcome.status == 64)
            #expect(outcome.errors.contains("name one with --tour: five-minutes, seminar"))
        }
        let plain = try Invocation(["present", "--plain", "--lang", "en"])
        #expect(plain.output.contains("Which tour?") && plain.output.contains("30 min, 17 steps"))
    }

    /// A tour of one step and about a second, presented.
    private func presentSecond(in folder: Folder) throws -> PseudoTerminal {
        let tour = folder.path + "/walk.yaml"
        try """
        tours:
          - id: walk
            title: {zh: 短, en: short}
            minutes: 0.02
            steps:
              - headline: {zh: 一, en: one}
                points: [{zh: 甲, en: first}]
        """.write(toFile: tour, atomically: true, encoding: .utf8)
        let presenter = try run(
            "present", "--tour-file", tour, "--name", "x", "--dir", folder.path, in: folder)
        try presenter.wait(for: "1/1")
        return presenter
    }

    @Test func `the bell of the speaker's screen rings once when the time is up, if it was asked to`() throws
    {
        let folder = Folder()
        let presenter = try presentSecond(in: folder)
        let speaking = ["follow", "--speaker", "--dir", folder.path, "x"]
        let screens = try [speaking + ["--bell"], speaking].map {
            try PseudoTerminal([Program.built("triptych")] + $0 + ["--lang", "en"])
        }
        for screen in screens { try screen.wait(for: "this is the presenter's case") }
        presenter.send(" ")
        for screen in screens { try screen.wait(for: "TIME IS UP") }
        // The clock goes on, and one ring is enough.
        for screen in screens {
            _ = try? screen.wait(for: "some ticks", from: screen.output.count, milliseconds: 2500) { _ in
                false
            }
        }
        #expect(screens.map { $0.output.count { $0 == 7 } } == [1, 0])
        #expect(try Invocation(["follow", "--bell", "x"]).status == 64)
    }

    @Test func `the clock begins with the first move, also if nobody follows yet`() throws {
        let folder = Folder()
        let presenter = try presentSecond(in: folder)
        presenter.send(" ")
        let speaker = try run("follow", "--speaker", "--dir", folder.path, "x", in: folder)
        try speaker.wait(for: "TIME IS UP")
    }

    @Test func `nobody wakes up while nothing happens, and only the speaker while the clock runs`() throws {
        let (folder, hall) = (Folder(), Folder())
        let presenter = try run(
            "present", "--tour", "seminar", "--name", "x", "--dir", folder.path, in: folder)
        try presenter.wait(for: "1/17")
        let speaker = try run("follow", "--speaker", "--dir", folder.path, "x", in: folder)
        let follower = try run("follow", "--dir", folder.path, "x", in: folder)
        let mirror = try PseudoTerminal(
            [Program.built("triptych"), "mirror", "x", "--from-dir", folder.path, "--dir", hall.path])
        try mirror.wait(for: "--dir")
        let behind = try run("follow", "--dir", hall.path, "x", in: folder)
        try behind.wait(for: "1/17")

        let all = [presenter, speaker, follower, mirror, behind]
        #expect(try idles(all), "somebody wakes up, or writes")
        presenter.send(" ")
        for screen in [follower, behind] { try screen.wait(for: "●") }
        try speaker.wait(for: "a tick", from: speaker.output.count) { !$0.isEmpty }
        #expect(try idles([presenter, follower, mirror, behind]), "the clock wakes somebody else")
        let before = try wakes(of: speaker)
        _ = try? speaker.wait(for: "a tick or two", from: speaker.output.count, milliseconds: 2000) { _ in
            false
        }
        #expect((1...4).contains(try wakes(of: speaker) - before))
    }

    /// True if there is a second in which no program writes or wakes up. The time of day on the speaker's screen
    /// changes once a minute, so that one second is not enough to look at.
    private func idles(_ programs: [PseudoTerminal]) throws -> Bool {
        for _ in 0..<4 {
            for program in programs { try program.readUntilAsleep() }
            let before = try programs.map { (try wakes(of: $0), $0.output.count) }
            _ = try? programs[0].wait(for: "anything", from: before[0].1, milliseconds: 1000) { !$0.isEmpty }
            for program in programs { try program.readUntilAsleep() }
            let after = try programs.map { (try wakes(of: $0), $0.output.count) }
            if zip(before, after).allSatisfy({ $0.0 == $1.0 && $0.1 == $1.1 }) { return true }
        }
        return false
    }

    /// How often the program has gone to sleep.
    private func wakes(of program: PseudoTerminal) throws -> Int {
        let status = try String(contentsOfFile: "/proc/\(program.process)/status", encoding: .utf8)
        let line = try #require(
            status.split(separator: "\n").first { $0.hasPrefix("voluntary_ctxt_switches") })
        return try #require(line.split(separator: "\t").last.flatMap { Int($0) })
    }
}
