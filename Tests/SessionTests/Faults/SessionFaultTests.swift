import Foundation
import SessionSupport
import Testing

/// Every call of the system that a session makes fails once: it ends or goes on, the terminal is as before, and what the
/// reader wrote is kept or the reader is told.
@Suite struct SessionFaultTests {
    /// A session with a folder of its own: what is typed once the screen is there, all at once.
    struct Scenario: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let arguments: [String]
        var keys = "Q"
        /// What the notebook or a recorded file has once the session is over.
        var file: String?
        var text = ""
        /// Signs that the reader has been told that it has not.
        var signs = ["没", "不保存", "triptych: "]
        /// The exit status without faults.
        var status: Int32 = 0
    }

    private static let railway = ["open", "prj-chongqing-guiyang-railway", "--lang", "zh"]
    static let scenarios = [
        Scenario(
            testDescription: "a note", arguments: railway, keys: " i半句\rQ", file: "triptych/yuqian.json",
            text: "半句"),
        Scenario(
            testDescription: "a recorded tour",
            arguments: ["present", "--record", "FOLDER/walk.yaml", "--lang", "zh"], keys: "RjRQ",
            file: "walk.yaml", text: "steps:"),
        Scenario(
            testDescription: "a seminar",
            arguments: ["present", "--tour", "five-minutes", "--name", "faults", "--lang", "zh"],
            keys: "  Q"),
        Scenario(
            testDescription: "a case of files", arguments: ["--case", "FOLDER/rivers", "--lang", "zh"],
            keys: "\u{12}?\u{1B}Q"),
    ]

    /// What is left of a session.
    private struct Outcome {
        let ending: Ending
        let output: String
        let isRestored: Bool
        let file: String?
        /// True if what was to be kept is in the file.
        let hasFile: Bool
    }

    private static func outcome(
        of scenario: Scenario, _ environment: [String: String], old: String? = nil
    ) throws -> Outcome {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
        try FileManager.default.createDirectory(
            atPath: folder + "/triptych", withIntermediateDirectories: true)
        chmod(folder + "/triptych", 0o700)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        if scenario.arguments.contains(where: { $0.hasSuffix("rivers") }) {
            try #require(try Invocation(["new", folder + "/rivers", "--lang", "zh"]).status == 0)
        }
        let settings = ["XDG_STATE_HOME": folder, "XDG_RUNTIME_DIR": folder]
            .merging(environment) { _, new in new }
        let arguments = scenario.arguments.map { $0.replacing("FOLDER", with: folder) }
        let terminal = try PseudoTerminal(
            [Program.built("triptych")] + arguments, environment: Program.environment(settings))
        // It may have ended before there is a screen.
        try terminal.wait(forEndOr: "\u{1B}[?2004h")
        terminal.send(scenario.keys)
        let ending = try terminal.end()
        let output = terminal.text
        let entrances = output.ranges(of: "\u{1B}[?1049h").count
        let isLeft = output.ranges(of: "\u{1B}[?1049l").last.map { left in
            output.ranges(of: "\u{1B}[?1049h").allSatisfy { $0.lowerBound < left.lowerBound }
        }
        let file = scenario.file.flatMap { try? String(contentsOfFile: folder + "/" + $0, encoding: .utf8) }
        return Outcome(
            ending: ending, output: output,
            isRestored: terminal.modes == terminal.modesBefore && (entrances == 0 || isLeft == true),
            file: file, hasFile: scenario.file == nil || file?.contains(scenario.text) == true)
    }

    /// Hung up or ended by a key that was pressed before the screen was there.
    private static let statuses: [Int32] = [0, 64, 65, 66, 69, 74, 129]

    private static func judge(_ seen: Outcome, of scenario: Scenario, under fault: Fault) {
        let said = "\(fault): \(seen.ending), \(seen.output.suffix(120).debugDescription)"
        #expect(statuses.contains { seen.ending == .exited($0) }, "\(said)")
        #expect(seen.isRestored, "not restored, \(said)")
        // Who sees no screen is told why, unless the terminal is gone.
        let isTold = scenario.signs.contains(where: seen.output.contains)
        #expect(seen.output.contains("\u{1B}[2J") || isTold || seen.ending == .exited(129), "\(said)")
        #expect(seen.hasFile || isTold || seen.ending != .exited(0), "lost without a word, \(said)")
    }

    @Test(arguments: scenarios)
    func `a call that fails leaves the terminal as it was, and loses nothing in silence`(
        scenario: Scenario
    ) throws {
        let (new, counts) = try Fault.counting {
            try Self.outcome(of: scenario, Fault.environment([], countingIn: $0))
        }
        try #require(new.ending == .exited(0) && new.isRestored && counts.count > 5, "\(new.output)")
        try #require(new.hasFile)
        for fault in Fault.sample(of: counts, seed: 81) {
            do {
                Self.judge(
                    try Self.outcome(of: scenario, Fault.environment([fault])), of: scenario, under: fault)
            } catch {
                Issue.record("\(fault): \(error)")
            }
        }
    }

    @Test(arguments: scenarios) func `memory that runs out costs neither the terminal nor a file`(
        scenario: Scenario
    ) throws {
        let (whole, counts) = try Fault.counting {
            try Self.outcome(of: scenario, Fault.environment([], countingIn: $0))
        }
        for fault in Fault.ofMemory(counts, seed: 85, each: 3) {
            let seen = try Self.outcome(of: scenario, Fault.environment([fault]))
            let said = "\(fault): \(seen.ending), \(seen.output.suffix(120).debugDescription)"
            let endings = Self.endings + Self.statuses.map { .exited($0) }
            #expect(endings.contains(seen.ending), "\(said)")
            #expect(seen.isRestored, "not restored, \(said)")
            // Earlier or later than the whole one, but written to its end.
            #expect(seen.file.map { $0.suffix(2) == whole.file?.suffix(2) } ?? true, "half written, \(said)")
        }
    }

    /// How a program ends when Swift or a library gets no memory; the last one is what ncurses does.
    private static let endings =
        [SIGILL, SIGTRAP, SIGABRT, SIGSEGV].map { Ending.signalled($0) } + [.exited(1)]

    @Test(arguments: 1...7) func `an error of the terminal, once, costs none of its modes`(number: Int) throws
    {
        let fault = Fault(call: "write", first: number, error: EIO)
        let seen = try Self.outcome(of: Self.scenarios[0], Fault.environment([fault]))
        Self.judge(seen, of: Self.scenarios[0], under: fault)
    }

    @Test(arguments: scenarios) func `signals that interrupt every call again and again change nothing`(
        scenario: Scenario
    ) throws {
        let storm = Fault.interruptible.map { Fault(call: $0, first: 1, error: EINTR, count: 20) }
        let seen = try Self.outcome(of: scenario, Fault.environment(storm))
        #expect(seen.ending == .exited(0), "\(seen.output.suffix(120).debugDescription)")
        #expect(seen.isRestored)
        #expect(seen.hasFile)
    }

    @Test(arguments: [ENOSPC, EDQUOT, EIO]) func `on a disk that stays full the note goes to the shell`(
        error: Int32
    ) throws {
        let full = Fault(call: "write-file", first: 1, error: error, count: 1_000_000)
        let seen = try Self.outcome(of: Self.scenarios[0], Fault.environment([full]))
        #expect(seen.ending == .exited(74))
        #expect(seen.isRestored && seen.file == nil)
        #expect(seen.output.contains("prj-chongqing-guiyang-railway 的笔记：半句"))
    }

    @Test(arguments: [SIGINT, SIGTERM, SIGHUP, SIGQUIT])
    func `a signal that comes while the last note is saved does not cost it`(signal: Int32) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let settings = ["XDG_STATE_HOME": folder].merging(
            Fault.environment([Fault(call: "flock", first: 1, error: -signal)])
        ) { _, new in new }
        let terminal = try PseudoTerminal(
            [Program.built("triptych")] + Self.railway, environment: Program.environment(settings))
        try terminal.wait(for: "帮助")
        terminal.send("i半句")
        try terminal.wait(for: "半句")
        terminal.signal(SIGTERM)
        #expect(try terminal.end() == .exited(128 + SIGTERM))
        #expect(terminal.modes == terminal.modesBefore)
        #expect(try String(contentsOfFile: folder + "/triptych/yuqian.json", encoding: .utf8).contains("半句"))
    }

    @Test(arguments: ["-86400", "315360000", "-3000000000", "300000000000", "67767976233532800"])
    func `a clock that leaps loses no note`(seconds: String) throws {
        for looks in [0, 1, 3] {
            let seen = try Self.outcome(
                of: Self.scenarios[0],
                Fault.environment([]).merging(["FAULT_CLOCK": "\(looks):\(seconds)"]) { _, new in new })
            #expect(
                seen.ending == .exited(0) && seen.isRestored, "\(seen.output.suffix(120).debugDescription)")
            #expect(seen.file?.contains("半句") == true)
        }
    }

    @Test func `a machine that sleeps for a week goes on where it was`() throws {
        for (looks, scenario) in zip([1, 5, 10, 20], Self.scenarios) {
            let seen = try Self.outcome(
                of: scenario,
                Fault.environment([]).merging(["FAULT_PAUSE": "\(looks):604800"]) { _, new in new })
            #expect(
                seen.ending == .exited(0) && seen.isRestored, "\(seen.output.suffix(120).debugDescription)")
            #expect(seen.hasFile)
        }
    }
}
