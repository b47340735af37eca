import Glibc

/// What puts the terminal back, prepared so that a signal handler can do it.
///
/// There is one way out of the screen, for a quiet end, a suspension, a crash and a kill alike: the saved
/// modes by tcsetattr(3) and ready-made bytes by write(2). ncurses' endwin() may allocate and waits for the
/// line to drain, so neither a handler nor a dead line could bear it.
struct Restoration {
    /// Whether the terminal is ours now.
    var isEntered = false
    /// The terminal through a file description of its own, so that it can be non-blocking without making the
    /// shell's non-blocking too.
    var descriptor: Int32 = -1
    /// The writing end of the pipe that tells the loop of signals.
    var signalPipe: Int32 = -1
    /// The signal whose second is running; 0 if there is none.
    var overdueSignal: Int32 = 0
    /// The modes as they were found.
    var found = termios()
    /// What is written: attributes off, cursor shown, keypad and alternate screen left.
    var bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: Restoration.capacity)
    var count = 0

    /// What came on standard error while the terminal was ours; see `StderrCapture`.
    var heldErrors = StderrCapture()

    /// Far more than any terminal needs.
    static let capacity = 512

    /// Replaces the bytes; no handler may see half of them.
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

// A signal handler has no argument of its own to find things by, so this must be a global. It is a pointer,
// since plain globals are checked for exclusive access, and a handler may come in the middle of one.
// Only the main thread and handlers on it touch it.
nonisolated(unsafe) let restoration: UnsafeMutablePointer<Restoration> = {
    let place = UnsafeMutablePointer<Restoration>.allocate(capacity: 1)
    place.initialize(to: Restoration())
    return place
}()

/// Puts the terminal back if it is ours, waiting for a blocked line for at most `timeout` milliseconds for
/// each part. Async-signal-safe: no allocation, no lock, nothing of ncurses.
func restoreTerminal(timeout: Int32) {
    guard restoration.pointee.isEntered else { return }
    restoration.pointee.isEntered = false
    let descriptor = restoration.pointee.descriptor
    // Not TCSADRAIN: a line that is stopped never drains.
    tcsetattr(descriptor, TCSANOW, &restoration.pointee.found)
    var written = 0
    while written < restoration.pointee.count {
        let result = write(
            descriptor, restoration.pointee.bytes + written, restoration.pointee.count - written)
        if result > 0 {
            written += result
        } else if errno == EAGAIN {
            var room = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
            if poll(&room, 1, timeout) <= 0 { break }
        } else if errno != EINTR {
            break
        }
    }
    restoration.pointee.heldErrors.tell()
}
