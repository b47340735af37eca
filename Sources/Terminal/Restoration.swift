import Glibc

/// Everything needed to restore the terminal, prepared for use in a signal handler.
///
/// There is one way to leave the screen, for a normal exit, a suspension, a crash and a kill: tcsetattr(3) with the
/// saved modes, and write(2) of prepared bytes. ncurses' endwin() may allocate memory and waits for the line to
/// drain, which neither a handler nor a dead line allows.
struct Restoration {
    /// True while the terminal is in use.
    var isEntered = false
    /// The terminal through a file description of its own, which can be non-blocking without affecting the shell's.
    var descriptor: Int32 = -1
    /// The writing end of the pipe that reports signals to the loop.
    var signalPipe: Int32 = -1
    /// The signal that the program must answer within a second; 0 if there is none.
    var overdueSignal: Int32 = 0
    /// The original modes.
    var found = termios()
    /// The bytes to write: attributes off, cursor shown, keypad and alternate screen left.
    var bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: Restoration.capacity)
    var count = 0

    /// The standard error output during the session; see `StderrCapture`.
    var standardError = StderrCapture()

    /// Far more than any terminal needs.
    static let capacity = 512

    /// Replaces the bytes; signals are blocked so that no handler reads them half written.
    mutating func prepare(_ sequence: [UInt8]) {
        var all = sigset_t()
        var before = sigset_t()
        sigfillset(&all)
        sigprocmask(SIG_BLOCK, &all, &before)
        count = min(sequence.count, Restoration.capacity)
        bytes.update(from: sequence, count: count)
        sigprocmask(SIG_SETMASK, &before, nil)
    }
}

// A signal handler has no context argument, so that this must be a global. It is a pointer, since plain globals are
// checked for exclusive access, which a handler may interrupt. Only the main thread and the handlers on it use it.
nonisolated(unsafe) let restoration: UnsafeMutablePointer<Restoration> = {
    let place = UnsafeMutablePointer<Restoration>.allocate(capacity: 1)
    place.initialize(to: Restoration())
    return place
}()

/// Restores the terminal if it is in use, waiting for a blocked line for at most `timeout` milliseconds for each
/// part. Async-signal-safe: no allocation, no lock, no ncurses.
func restoreTerminal(timeout: Int32) {
    guard restoration.pointee.isEntered else { return }
    restoration.pointee.isEntered = false
    let descriptor = restoration.pointee.descriptor
    // TCSADRAIN would wait forever for a stopped line.
    if tcsetattr(descriptor, TCSANOW, &restoration.pointee.found) != 0 {
        while tcsetattr(STDIN_FILENO, TCSANOW, &restoration.pointee.found) != 0, errno == EINTR {}
    }
    var written = 0
    var hasFailed = false
    while written < restoration.pointee.count {
        let result = write(
            descriptor, restoration.pointee.bytes + written, restoration.pointee.count - written)
        if result > 0 {
            written += result
        } else if errno == EAGAIN {
            var room = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
            if poll(&room, 1, timeout) <= 0 { break }
        } else if errno != EINTR {
            // A terminal that is gone fails again at once; one that is there must not stay as it is for one error.
            if hasFailed { break }
            hasFailed = true
        }
    }
    restoration.pointee.standardError.tell()
}
