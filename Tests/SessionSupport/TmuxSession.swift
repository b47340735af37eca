import Glibc

/// A program in tmux, the terminal emulator of the tests: what a reader sees, as text.
///
/// Each session has its own server, which is killed when the value is released.
package final class TmuxSession {
    private let socket: String

    /// Starts a shell command in a window of this size. `terminal` is the TERM of the window; the changes to the
    /// environment of the command remove a variable with nil.
    package init(
        _ command: String, terminal: String = "tmux-256color", environment: [String: String?] = [:],
        columns: Int = 80, rows: Int = 24
    ) throws {
        socket = "triptych-\(getpid())-\(UInt32.random(in: .min ... .max))"
        var settings = ["env"]
        // env(1) takes removals before settings.
        for (name, value) in environment where value == nil { settings += ["-u", name] }
        for (name, value) in environment { settings += value.map { ["\(name)=\($0)"] } ?? [] }
        let line = settings.map(Self.quoted).joined(separator: " ") + " sh -c " + Self.quoted(command)
        var words = ["-f", "/dev/null", "start-server"]
        // The last output stays visible after the end of the command.
        for (option, value) in [
            ("default-terminal", terminal), ("remain-on-exit", "on"), ("status", "off"), ("escape-time", "0"),
        ] {
            words += [";", "set", "-g", option, value]
        }
        _ = try run(words + [";", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", line])
    }

    deinit {
        // The server does not remove its socket.
        let path = try? value(of: "socket_path")
        _ = try? run(["kill-server"])
        if let path { unlink(path) }
    }

    /// Types keys by tmux' names for them: `Up`, `C-z`, `F1`, `q`.
    package func send(_ keys: String...) throws { _ = try run(["send-keys"] + keys) }

    /// Types many keys.
    package func send(_ keys: [String]) throws { _ = try run(["send-keys"] + keys) }

    /// Types text as it is.
    package func type(_ text: String) throws { _ = try run(["send-keys", "-l", text]) }

    /// Pastes a text as a terminal does, bracketed if the program has asked for that.
    package func paste(_ text: String) throws {
        _ = try run(["set-buffer", text, ";", "paste-buffer", "-p"])
    }

    /// Gives the window another size.
    package func resize(columns: Int, rows: Int) throws {
        _ = try run(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
    }

    /// The picture in the window, without blanks at the ends of lines.
    package func picture() throws -> String { try run(["capture-pane", "-p"]) }

    /// A variable of tmux', such as `cursor_y` or `alternate_on`.
    package func value(of format: String) throws -> String {
        let line = try run(["display-message", "-p", "#{\(format)}"])
        return String(line.prefix { $0 != "\n" })
    }

    /// The picture, polled until it satisfies a condition.
    @discardableResult
    package func wait(
        for what: String, milliseconds: Int = Deadline.patience, until isThere: (String) throws -> Bool
    ) throws -> String {
        let deadline = Deadline(milliseconds: milliseconds)
        while true {
            let picture = try picture()
            if try isThere(picture) { return picture }
            if deadline.isOver {
                throw Overdue(description: "\(what) did not come; the screen was\n\(picture)")
            }
            poll(nil, 0, 10)
        }
    }

    /// The picture, polled until it contains a text.
    @discardableResult
    package func wait(for text: String, milliseconds: Int = Deadline.patience) throws -> String {
        try wait(for: text, milliseconds: milliseconds) { $0.contains(text) }
    }

    /// Polls until a format of tmux has a value; the picture can come before the cursor is in place.
    package func wait(for value: String, of format: String) throws {
        _ = try wait(for: "\(format) \(value)") { _ in try self.value(of: format) == value }
    }

    /// The newest text in tmux' clipboard.
    package func buffer() throws -> String { try run(["show-buffer"]) }

    /// A word quoted for the shell.
    package static func quoted(_ word: String) -> String {
        "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }

    // Runs tmux and returns what it prints.
    private func run(_ arguments: [String]) throws -> String {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw Overdue(description: "no pipe") }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        defer { close(ends[0]) }
        let child = try Child(
            ["tmux", "-u", "-L", socket] + arguments, environment: Program.environment(), output: ends[1])
        close(ends[1])
        var printed: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 16384)
        let deadline = Deadline(milliseconds: 5000)
        var status: Ending?
        while status == nil, !deadline.isOver {
            // The server inherits the pipe, so that its end does not mean that tmux has ended.
            var input = pollfd(fd: ends[0], events: Int16(POLLIN), revents: 0)
            if poll(&input, 1, 1) == 1, input.revents & Int16(POLLIN) != 0 {
                let count = read(ends[0], &buffer, buffer.count)
                if count > 0 { printed += buffer[..<count] }
            } else {
                status = child.ending()?.0
            }
        }
        let text = String(decoding: printed, as: UTF8.self)
        guard status == .exited(0) else { throw Overdue(description: "tmux \(arguments): \(text)") }
        return text
    }
}
