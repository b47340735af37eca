import SessionSupport

/// The program in a terminal of 80×24, with the time and the bytes of what it answers.
final class MeasuredSession {
    /// An answer of the program: complete when nothing more comes for a while.
    struct Frame {
        /// From the cause to the last byte.
        var latency: Duration = .zero
        var bytes = 0
    }

    /// What the first frame took.
    private(set) var start = Frame()
    private let terminal: PseudoTerminal
    private let clock = ContinuousClock()
    /// How many milliseconds without a byte end a frame.
    private let pause: Int

    static let down: [UInt8] = Array("\u{1B}OB".utf8)

    /// Starts the program and waits for its first frame.
    init(_ program: String, _ arguments: [String] = [], pause: Int = 25) throws {
        self.pause = pause
        let begin = clock.now
        terminal = try PseudoTerminal([program] + arguments, environment: Program.environment())
        start = try frame(since: begin, from: 0, patience: 20_000)
        // The least that panes and their frame need; a sentence about what went wrong is shorter.
        guard start.bytes > 500 else {
            throw BenchFailure(description: "there is no first frame, only \(terminal.text.debugDescription)")
        }
    }

    /// Figures that the kernel keeps on the program.
    var process: ProcessFigures { ProcessFigures(terminal.process) }

    /// How many bytes have come in all.
    var bytes: Int { terminal.output.count }

    /// Sends a key and waits for what it changes on the screen; of no bytes if it changes nothing.
    func press(_ key: [UInt8], patience: Int = 200) throws -> Frame {
        let count = terminal.output.count
        let begin = clock.now
        terminal.send(key)
        return try frame(since: begin, from: count, patience: patience)
    }

    /// Listens for so many milliseconds; says how many bytes came.
    func listen(milliseconds: Int) throws -> Int {
        let count = terminal.output.count
        _ = try? terminal.wait(for: "silence", from: count, milliseconds: milliseconds) { _ in false }
        try expectAlive()
        return terminal.output.count - count
    }

    /// Leaves by the key for it.
    func quit() throws {
        terminal.send("q")
        let ending = try terminal.end()
        guard ending == .exited(0) else {
            throw BenchFailure(description: "the program did not end well: \(ending)")
        }
    }

    private func frame(
        since begin: ContinuousClock.Instant, from count: Int, patience: Int
    ) throws -> Frame {
        var frame = Frame()
        while true {
            let seen = count + frame.bytes
            let limit = frame.bytes == 0 ? patience : pause
            guard
                (try? terminal.wait(for: "more", from: seen, milliseconds: limit) { !$0.isEmpty }) != nil
            else { break }
            frame.latency = clock.now - begin
            frame.bytes = terminal.output.count - count
        }
        if frame.bytes == 0 { try expectAlive() }
        return frame
    }

    private func expectAlive() throws {
        guard let ending = try? terminal.end(milliseconds: 0) else { return }
        throw BenchFailure(description: "the program ended: \(ending); it said \(terminal.text.suffix(400))")
    }
}
