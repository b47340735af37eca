import Glibc
import SeededRandom
import SessionSupport
import System

/// Six hours of a seminar and of reading, in minutes: a process must hold at the end what it held at the beginning, and
/// take no more of the processor for the same work.
func soakFigures(_ bench: Bench) throws -> [Figure] {
    try roomFigures(bench) + readerFigures(bench) + hallFigures(bench)
}

/// What a process holds at a moment of calm.
struct Holding {
    let ownMiB: Double
    let residentMiB: Double
    let descriptors: Int
    let processorSeconds: Double

    init(_ process: Int32) {
        let figures = ProcessFigures(process)
        (ownMiB, residentMiB) = (figures.ownMiB, figures.residentMiB)
        processorSeconds = figures.processorSeconds
        descriptors = ((try? FileSystem.names(in: "/proc/\(process)/fd")) ?? []).count
    }

    /// The figures of the first and the last part, of the same length, and the change between.
    ///
    /// In the first half the tables of charts and the history fill up to their limits, and what the largest screen took
    /// stays with the program. What has no limit grows in the second half too.
    static func figures(_ name: String, _ moments: [Holding], work: String) -> [Figure] {
        guard moments.count > 3 else { return [] }
        let (first, middle, last) = (moments[1], moments[moments.count / 2], moments[moments.count - 1])
        func used(_ index: Int) -> Double {
            moments[index].processorSeconds - moments[index - 1].processorSeconds
        }
        let gained = Double(last.descriptors - first.descriptors)
        return [
            Figure(name + "descriptors at the beginning", Double(first.descriptors), "", .described),
            Figure(name + "descriptors gained until the end", gained, "", .exact, budget: 0, limit: 0),
            Figure(name + "resident at the beginning", first.residentMiB, "MiB", .memory),
            Figure(name + "resident at the end", last.residentMiB, "MiB", .memory),
            Figure(
                name + "resident, its own, gained in the first half", middle.ownMiB - first.ownMiB, "MiB",
                .memory),
            Figure(
                name + "resident, its own, gained in the second half", last.ownMiB - middle.ownMiB, "MiB",
                .memory, budget: 0.5),
            Figure(name + "processor, first \(work)", used(1).milliseconds, "ms", .timed),
            Figure(name + "processor, last \(work)", used(moments.count - 1).milliseconds, "ms", .timed),
        ]
    }
}

/// A reader who presses a key every second and a half for six hours, and searches, writes and resizes now and then.
private func readerFigures(_ bench: Bench) throws -> [Figure] {
    let folder = "/tmp/triptych-soak-\(getpid())"
    mkdir(folder, 0o700)
    defer {
        for name in ["yuqian.json", "yuqian.json.lock"] { unlink("\(folder)/triptych/\(name)") }
        rmdir(folder + "/triptych")
        rmdir(folder)
    }
    let terminal = try PseudoTerminal(
        [bench.program, "--lang", "zh"], environment: Program.environment(["XDG_STATE_HOME": folder]))
    try terminal.wait(for: "帮助")
    let keys = [
        "\u{1B}[A", "\u{1B}[B", "\u{1B}[B", "\u{1B}[B", "\u{1B}[C", "\u{1B}[D", "\u{1B}[5~", "\u{1B}[6~",
        "\r", "\u{1B}",
        "\t", "m", "t", "o", "x", "w", "s", "v", "z", "r", "p", "[", "]", "g", "G", "4", "5", "6", "7", "8",
        "9", "1", " ",
        "/渝贵\r", "fkind:policy\r", "?\u{1B}", "\u{1B}OQ", "i记一笔\r", "b", "'\u{1B}", "\u{0C}", "u",
    ]
    var random = Seeded(seed: 6)
    let batches = bench.times(360, smoke: 8)
    var moments: [Holding] = []
    for batch in 0...batches {
        // Where nothing is open, as at the beginning.
        if batch % max(1, batches / 8) == 0 {
            terminal.resize(columns: 80, rows: 24)
            terminal.send(String(repeating: "\u{1B}", count: 2))
            try terminal.readUntilAsleep()
            moments.append(Holding(terminal.process))
        }
        for _ in 0..<40 {
            terminal.send(keys.randomElement(using: &random) ?? "m")
            if Int.random(in: 0..<100, using: &random) == 0 {
                terminal.resize(
                    columns: .random(in: 20...200, using: &random), rows: .random(in: 5...60, using: &random))
            }
        }
        try terminal.readUntilAsleep()
        terminal.forgetOutput()
    }
    terminal.signal(SIGTERM)
    guard try terminal.end(milliseconds: 10_000) == .exited(128 + SIGTERM) else {
        throw BenchFailure(description: "the reader's program did not end as it should")
    }
    return Holding.figures("soak: a reader, ", moments, work: "eighth")
}

/// A presenter with fifty followers as real processes, who come, go, stop and are killed.
private func hallFigures(_ bench: Bench) throws -> [Figure] {
    let folder = "/tmp/triptych-hall-\(getpid())"
    mkdir(folder, 0o700)
    defer {
        rmdir(folder + "/triptych")
        rmdir(folder)
    }
    let environment = Program.environment(["XDG_RUNTIME_DIR": folder])
    let presenter = try PseudoTerminal(
        [bench.program, "present", "--tour", "seminar", "--name", "soak", "--lang", "zh"],
        environment: environment)
    try presenter.wait(for: "0 人跟随")
    let seats = bench.times(50, smoke: 3)
    let rounds = bench.times(400, smoke: 16)
    var random = Seeded(seed: 50)
    var followers: [PseudoTerminal] = []
    var moments: [Holding] = []
    func read() throws {
        for terminal in followers + [presenter] {
            _ = try? terminal.wait(for: "nothing", milliseconds: 0) { _ in false }
            terminal.forgetOutput()
        }
    }
    for round in 0...rounds {
        if round % max(1, rounds / 8) == 0 {
            // Everybody leaves, so that what is left is the presenter's own.
            for follower in followers { follower.signal(SIGCONT) }
            for follower in followers { follower.signal(SIGTERM) }
            try read()
            for follower in followers { _ = try follower.end(milliseconds: 10_000) }
            followers = []
            try presenter.readUntilAsleep()
            moments.append(Holding(presenter.process))
        }
        while followers.count < seats {
            followers.append(
                try PseudoTerminal(
                    [bench.program, "follow", "soak", "--lang", "zh"], environment: environment))
        }
        // Back as often as on: at the end the presenter draws the same steps as at the beginning.
        presenter.send([" ", "\u{1B}[D", "b"].randomElement(using: &random) ?? " ")
        for _ in 0..<max(1, seats / 10) {
            let one = Int.random(in: 0..<followers.count, using: &random)
            switch Int.random(in: 0..<5, using: &random) {
            case 0: followers[one].signal(SIGSTOP)
            case 1: followers[one].signal(SIGCONT)
            // Killed with the value.
            case 2: followers.remove(at: one)
            case 3: followers[one].send("h为什么\r")
            case _: followers[one].send("e\u{1B}[B")
            }
        }
        try read()
    }
    presenter.signal(SIGTERM)
    guard try presenter.end(milliseconds: 10_000) == .exited(128 + SIGTERM) else {
        throw BenchFailure(description: "the presenter's program did not end as it should")
    }
    return Holding.figures("soak: a presenter before \(seats), ", moments, work: "eighth")
}
