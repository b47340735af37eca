import Glibc

/// A child process: its input and output are one connection, its error messages another.
package struct ChildProcess {
    /// The destination of the program's standard output.
    package enum Output: Sendable {
        /// Into `stream`.
        case read
        case discarded
    }

    /// The program's standard input and output.
    package let stream: ByteStream
    /// The program's standard error.
    package let errors: ByteStream
    private let process: pid_t

    /// Starts a program by its path or by a name in PATH, without a shell.
    package init(_ words: [String], output: Output = .read) throws(SystemError) {
        let (inner, theirs) = try ByteStream.pair()
        let pipe: (reader: FileDescriptor, writer: FileDescriptor)
        do { pipe = try FileDescriptor.pipe() } catch {
            inner.close()
            theirs.close()
            throw error
        }
        stream = inner
        errors = ByteStream(pipe.reader.number)
        // The program expects a blocking input.
        _ = fcntl(theirs.descriptor, F_SETFL, 0)
        var process: pid_t = 0
        let code = Self.spawn(
            &process, words, stream: theirs.descriptor, errors: pipe.writer.number, output: output)
        self.process = process
        theirs.close()
        pipe.writer.close()
        guard code == 0 else {
            stream.close()
            errors.close()
            throw SystemError(.started, words[0], .code(code))
        }
    }

    /// Ends the program and waits until it has ended. SIGTERM comes first, since ssh may have changed the
    /// terminal's modes to ask for a password.
    package func end() {
        stream.close()
        errors.close()
        kill(process, SIGTERM)
        for _ in 0..<20 {
            if status() != nil { return }
            Poll.pause(milliseconds: 5)
        }
        killAtOnce()
    }

    /// Runs a program with an input; returns the reason of a failure, in the program's own words if it printed any,
    /// or nil. It is killed after a number of milliseconds.
    package static func run(_ words: [String], input: [UInt8], milliseconds: Int) -> String? {
        let end = ContinuousClock.now + .milliseconds(milliseconds)
        func left() -> Int { max(0, Int((end - .now) / .milliseconds(1))) }
        let child: ChildProcess
        do { child = try ChildProcess(words, output: .discarded) } catch { return error.reason }
        let said = child.converse(input: input, left: left)
        child.errors.close()
        while true {
            if let status = child.status() {
                if status == 0 { return nil }
                let line = String(decoding: said, as: UTF8.self).split(separator: "\n").first
                return line.map(String.init) ?? "status \(status >> 8 & 0xFF)"
            }
            guard left() > 0 else {
                child.killAtOnce()
                return "no answer in time"
            }
            Poll.pause(milliseconds: 1)
        }
    }

    /// Writes the input and reads the first error messages, until the program closes its standard error.
    private func converse(input: [UInt8], left: () -> Int) -> [UInt8] {
        var rest = input[...]
        var said: [UInt8] = []
        var isOpen = true
        defer { if isOpen { stream.close() } }
        while left() > 0 {
            if rest.isEmpty, isOpen {
                stream.close()
                isOpen = false
            }
            let ready = Poll.wait(
                readers: [errors.descriptor], writers: isOpen ? [stream.descriptor] : [],
                milliseconds: left())
            if !ready.writers.isEmpty {
                // A program that stops reading says why on standard error.
                do { rest = rest.dropFirst(try stream.write(rest)) } catch { rest = [] }
            }
            if !ready.readers.isEmpty {
                guard let more = try? errors.read(atMost: 512) else { break }
                if said.count < 512 { said += more }
            }
        }
        return said
    }

    /// Ends the program by a signal that it cannot handle, and waits until it has ended.
    private func killAtOnce() {
        kill(process, SIGKILL)
        _ = uninterrupted { waitpid(process, nil, 0) }
    }

    /// The status of wait(2) after the program has ended.
    private func status() -> Int32? {
        var status: Int32 = 0
        return uninterrupted { waitpid(process, &status, WNOHANG) } == 0 ? nil : status
    }

    private static func spawn(
        _ process: inout pid_t, _ words: [String], stream: Int32, errors: Int32, output: Output
    ) -> Int32 {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, stream, STDIN_FILENO)
        switch output {
        case .read: posix_spawn_file_actions_adddup2(&actions, stream, STDOUT_FILENO)
        case .discarded:
            posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
        }
        posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO)
        // Ignored, handled and blocked signals are reset for the program.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK))
        var (all, none) = (sigset_t(), sigset_t())
        sigfillset(&all)
        sigemptyset(&none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setsigmask(&attributes, &none)
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { arguments.forEach { free($0) } }
        return posix_spawnp(&process, words[0], &actions, &attributes, &arguments, environ)
    }
}
