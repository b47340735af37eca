import Glibc

/// A program in a pseudo-terminal, seen from the side of the terminal emulator: bytes in, bytes out, sizes and
/// hang-ups.
///
/// Every wait has a deadline and polls the terminal; nothing sleeps. The program is killed when the value is
/// released.
package final class PseudoTerminal {
    /// The program's output so far.
    package private(set) var output: [UInt8] = []
    /// The modes of the terminal before the program started.
    package let modesBefore: [UInt32]
    /// The milliseconds of processor time that the program used, once it has ended.
    package private(set) var processor = 0

    private var emulator: Int32
    // Kept open, so that the modes can be read after the program has ended.
    private let line: Int32
    private let child: Child
    private var ending: Ending?

    /// Starts a program, by its path or by a name in PATH, in a terminal of this size.
    package init(
        _ arguments: [String], environment: [String: String] = Program.environment(), columns: Int = 80,
        rows: Int = 24
    ) throws {
        var (outer, inner): (Int32, Int32) = (-1, -1)
        var name = [UInt8](repeating: 0, count: 128)
        var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
        let opened = name.withUnsafeMutableBytes {
            openpty(&outer, &inner, $0.assumingMemoryBound(to: CChar.self).baseAddress, nil, &size)
        }
        guard opened == 0 else {
            throw Overdue(description: "no terminal: \(String(cString: strerror(errno)))")
        }
        // Programs of other tests must not keep this terminal open.
        for descriptor in [outer, inner] { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
        (emulator, line) = (outer, inner)
        let path = String(decoding: name.prefix { $0 != 0 }, as: UTF8.self)
        modesBefore = Self.modes(of: inner)
        child = try Child(arguments, environment: environment, terminal: path)
    }

    deinit {
        if ending == nil {
            kill(child.identifier, SIGKILL)
            kill(child.identifier, SIGCONT)
            waitpid(child.identifier, nil, 0)
        }
        if emulator >= 0 { close(emulator) }
        close(line)
    }

    /// The program's process.
    package var process: pid_t { child.identifier }

    /// The program's output as text.
    package var text: String { String(decoding: output, as: UTF8.self) }

    /// The modes of the terminal, as comparable numbers.
    package var modes: [UInt32] { Self.modes(of: line) }

    private static func modes(of line: Int32) -> [UInt32] {
        var modes = termios()
        tcgetattr(line, &modes)
        let characters = withUnsafeBytes(of: modes.c_cc) { $0.map(UInt32.init) }
        return [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag] + characters
    }

    /// Drops the output so far, which a session of hours would fill the memory with.
    package func forgetOutput() { output = [] }

    /// Reads no more than so many bytes in so many milliseconds, all of which pass: a slow line.
    package func readSlowly(atMost limit: Int, during milliseconds: Int) {
        let deadline = Deadline(milliseconds: milliseconds)
        var left = limit
        while !deadline.isOver {
            var input = pollfd(fd: emulator, events: left > 0 ? Int16(POLLIN) : 0, revents: 0)
            guard poll(&input, 1, deadline.left) == 1, left > 0 else { continue }
            var buffer = [UInt8](repeating: 0, count: left)
            let count = read(emulator, &buffer, left)
            guard count > 0 else { return }
            output += buffer[..<count]
            left -= count
        }
    }

    /// Types bytes, also while nothing is read: few enough for the line to take them.
    package func send(unread text: String) {
        let bytes = Array(text.utf8)
        _ = bytes.withUnsafeBytes { write(emulator, $0.baseAddress, $0.count) }
    }

    /// Types bytes.
    package func send(_ bytes: [UInt8]) {
        var rest = bytes[...]
        let deadline = Deadline(milliseconds: 5000)
        while !rest.isEmpty, !deadline.isOver {
            // The program may be blocked until its own output is read.
            var room = pollfd(fd: emulator, events: Int16(POLLOUT | POLLIN), revents: 0)
            poll(&room, 1, deadline.left)
            if room.revents & Int16(POLLIN) != 0 { receive() }
            guard room.revents & Int16(POLLOUT) != 0 else { continue }
            let part = rest.prefix(256)
            let count = part.withUnsafeBytes { write(emulator, $0.baseAddress, $0.count) }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    /// Types text.
    package func send(_ text: String) { send(Array(text.utf8)) }

    /// Stops the output, like a terminal that reads nothing.
    package func stopOutput() { tcflow(line, TCOOFF) }

    /// Sends the program a signal.
    package func signal(_ signal: Int32) { kill(child.identifier, signal) }

    /// Gives the terminal another size.
    package func resize(columns: Int, rows: Int) {
        var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(emulator, UInt(TIOCSWINSZ), &size)
    }

    /// Hangs up, as a closed window or a lost connection does.
    package func hangUp() {
        close(emulator)
        emulator = -1
    }

    /// The output from `start` on, read until it satisfies a condition.
    @discardableResult
    package func wait(
        for what: String, from start: Int = 0, milliseconds: Int = Deadline.patience,
        until isThere: ([UInt8]) -> Bool
    ) throws -> [UInt8] {
        let deadline = Deadline(milliseconds: milliseconds)
        while true {
            let seen = Array(output.dropFirst(start))
            if isThere(seen) { return seen }
            guard receive(patience: deadline.left), !deadline.isOver else {
                let tail = String(decoding: seen.suffix(400), as: UTF8.self)
                throw Overdue(
                    description: "\(what) did not come; the last output was \(tail.debugDescription)")
            }
        }
    }

    /// The output from `start` on, read until it contains a text.
    @discardableResult
    package func wait(
        for text: String, from start: Int = 0, milliseconds: Int = Deadline.patience
    ) throws -> [UInt8] {
        try wait(for: text, from: start, milliseconds: milliseconds) {
            String(decoding: $0, as: UTF8.self).contains(text)
        }
    }

    /// Reads until the output contains a text, or the program has ended.
    package func wait(forEndOr text: String, milliseconds: Int = Deadline.patience) throws {
        let deadline = Deadline(milliseconds: milliseconds)
        while ending == nil, !self.text.contains(text) {
            if deadline.isOver { throw Overdue(description: "neither \(text) nor the end came") }
            if !receive(patience: 10), let (ending, processor) = child.ending() {
                (self.ending, self.processor) = (ending, processor)
            }
        }
    }

    /// The end of the program, waited for while reading, unless `reading` is false.
    package func end(milliseconds: Int = Deadline.patience, reading: Bool = true) throws -> Ending {
        let deadline = Deadline(milliseconds: milliseconds)
        while ending == nil {
            if let (ending, processor) = child.ending() {
                (self.ending, self.processor) = (ending, processor)
                // The rest of the output.
                while reading, emulator >= 0, receive(patience: 0) {}
            } else if deadline.isOver {
                throw Overdue(description: "it did not end within \(milliseconds) ms")
            } else if reading, emulator >= 0 {
                receive(patience: 5)
            } else {
                poll(nil, 0, 5)
            }
        }
        return ending!
    }

    /// Waits, without reading, until the kernel shows the program asleep: in a write to a full terminal, or in
    /// poll(2).
    package func waitUntilAsleep(milliseconds: Int = Deadline.patience) throws {
        let deadline = Deadline(milliseconds: milliseconds)
        // A single look may fall between two frames; three in a row cannot.
        var looks = 0
        while looks < 3 {
            if deadline.isOver { throw Overdue(description: "it never slept") }
            looks = isAsleep ? looks + 1 : 0
            poll(nil, 0, 20)
        }
    }

    /// Reads until the program is asleep with nothing left to read.
    package func readUntilAsleep() throws {
        repeat { try waitUntilAsleep() } while receive()
    }

    private var isAsleep: Bool {
        let file = open("/proc/\(child.identifier)/stat", O_RDONLY | O_CLOEXEC)
        defer { close(file) }
        var buffer = [UInt8](repeating: 0, count: 512)
        let count = read(file, &buffer, buffer.count)
        let fields = String(decoding: buffer.prefix(max(0, count)), as: UTF8.self).split(separator: " ")
        return fields.count > 2 && fields[2] == "S"
    }

    // True if anything arrived in time.
    @discardableResult
    private func receive(patience: Int32 = 0) -> Bool {
        var input = pollfd(fd: emulator, events: Int16(POLLIN), revents: 0)
        guard poll(&input, 1, patience) == 1 else { return false }
        var buffer = [UInt8](repeating: 0, count: 65536)
        let count = read(emulator, &buffer, buffer.count)
        guard count > 0 else { return false }
        output += buffer[..<count]
        return true
    }
}
