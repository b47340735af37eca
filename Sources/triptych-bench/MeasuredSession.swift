import SessionSupport

/// The program in a terminal of 80×24, with the time and the bytes of its answers.
final class MeasuredSession {
    /// The program's answer to a key, complete when nothing more comes for a while.
    struct Frame {
        /// From the key to the last byte.
        var latency: Duration = .zero
        var bytes = 0
    }

    /// The first frame.
    private(set) var start = Frame()
    private let terminal: PseudoTerminal
    private let clock = ContinuousClock()
    /// Milliseconds without a byte that end a frame.
    private let pause: Int

    static let down: [UInt8] = Array("\u{1B}OB".utf8)

    /// Starts the program and waits for its first frame.
    convenience init(_ program: String, _ arguments: [String] = [], pause: Int = 25) throws {
        try self.init(words: [program] + arguments, environment: Program.environment(), pause: pause)
    }

    /// Starts a program, ours or another.
    init(words: [String], environment: [String: String], pause: Int) throws {
        self.pause = pause
        let begin = clock.now
        terminal = try PseudoTerminal(words, environment: environment)
        start = try frame(since: begin, from: 0, patience: 20_000)
        // Less than the panes and their frame need; an error message is shorter.
        guard start.bytes > 500 else {
            throw BenchFailure(description: "there is no first frame, only \(terminal.text.debugDescription)")
        }
    }

    /// The time from the start of the program on a case to its first frame, a number of times.
    static func starts(_ times: Int, of program: String, on path: String, pause: Int) throws -> Samples {
        var latency = Samples()
        for _ in 0..<times {
            let session = try MeasuredSession(program, ["--case", path], pause: pause)
            latency.add(session.start.latency)
            try session.quit()
        }
        return latency
    }

    /// The kernel's figures on the program.
    var process: ProcessFigures { ProcessFigures(terminal.process) }

    /// Sends a key and waits for the answer, which has no bytes if nothing changes on the screen.
    func press(_ key: [UInt8], patience: Int = 200) throws -> Frame {
        let count = terminal.output.count
        let begin = clock.now
        terminal.send(key)
        return try frame(since: begin, from: count, patience: patience)
    }

    /// The number of bytes that come in a number of milliseconds.
    func listen(milliseconds: Int) throws -> Int {
        let count = terminal.output.count
        _ = try? terminal.wait(for: "silence", from: count, milliseconds: milliseconds) { _ in false }
        try expectAlive()
        return terminal.output.count - count
    }

    /// Quits the program.
    func quit() throws {
        let ending = try end(with: "q")
        guard ending == .exited(0) else {
            throw BenchFailure(description: "the program did not end well: \(ending)")
        }
    }

    /// Ends the program with a key of its own.
    @discardableResult
    func end(with key: String) throws -> Ending {
        terminal.send(key)
        return try terminal.end()
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
        throw BenchFailure(
            description: "the program ended: \(ending); it printed \(terminal.text.suffix(400))")
    }
}
