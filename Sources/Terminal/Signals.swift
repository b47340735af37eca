import Glibc
import System

/// The signal handlers of the terminal session.
///
/// Handlers of requests only write the signal's number to a pipe, which the single poll(2) reads. Handlers of
/// crashes restore the terminal and then let the signal take its default action.
struct Signals {
    /// The reading end of the pipe.
    let reader: Int32
    private let writer: Int32
    private var previous: [(signal: Int32, action: sigaction)] = []
    private var previousStack = stack_t()
    private let stack: UnsafeMutableRawPointer

    /// The size of the handlers' own stack, needed after a stack overflow.
    private static let stackSize = 64 * 1024
    private static let endings = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]
    private static let crashes = [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGSYS]

    /// Installs the handlers.
    init() throws(TerminalError) {
        let pipe: (reader: FileDescriptor, writer: FileDescriptor)
        do { pipe = try FileDescriptor.pipe() } catch { throw .refused(error) }
        (reader, writer) = (pipe.reader.number, pipe.writer.number)
        // A handler must never block.
        for end in [reader, writer] { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
        restoration.pointee.signalPipe = writer
        stack = .allocate(byteCount: Self.stackSize, alignment: 16)
        var own = stack_t()
        own.ss_sp = stack
        own.ss_size = Self.stackSize
        sigaltstack(&own, &previousStack)

        // The first call of a function may resolve symbols or build metadata, which a handler must not do: each is
        // therefore called once here. The terminal is not in use yet, and signal 0 does nothing.
        restoreTerminal(timeout: 0)
        tellLoop(0)

        // A signal that is already ignored, such as SIGHUP under nohup(1), stays ignored.
        for signal in Self.endings { install(endingHandler, for: signal, unlessIgnored: true) }
        install(tellLoop, for: SIGTSTP, unlessIgnored: true)
        install(tellLoop, for: SIGWINCH)
        install(tellLoop, for: SIGCONT)
        install(overdueHandler, for: SIGALRM)
        install(SIG_IGN, for: SIGPIPE)
        // SA_RESETHAND: the second time the default action is taken. This also replaces the handlers of Swift's
        // backtracer, which would ask questions on the terminal.
        let once = Int32(bitPattern: UInt32(SA_RESETHAND))
        for signal in Self.crashes { install(crashHandler, for: signal, flags: once) }
    }

    /// Restores the previous handlers.
    mutating func uninstall() {
        for (signal, action) in previous.reversed() {
            var action = action
            sigaction(signal, &action, nil)
        }
        // The alarm is cancelled last, so that it cannot end the program after a signal has been answered.
        alarm(0)
        previous = []
        sigaltstack(&previousStack, nil)
        stack.deallocate()
        restoration.pointee.signalPipe = -1
        close(reader)
        close(writer)
    }

    /// The signals since the last call, in order, without waiting.
    func drain() -> [Int32] {
        var buffer = [UInt8](repeating: 0, count: 64)
        var arrived: [Int32] = []
        while true {
            let count = read(reader, &buffer, buffer.count)
            guard count > 0 else { return arrived.filter { $0 != 0 } }
            arrived += buffer[..<count].map(Int32.init)
        }
    }

    /// True after a signal that must end the program.
    var isEnding: Bool { ![0, SIGINT].contains(restoration.pointee.overdueSignal) }

    /// Cancels the deadline of a SIGINT after which the program continues.
    func forgive() {
        guard !isEnding else { return }
        alarm(0)
        restoration.pointee.overdueSignal = 0
    }

    /// Starts the one-second deadline for a hang-up without a signal.
    func expectEnd() {
        if restoration.pointee.overdueSignal == 0 { beginSecond(SIGHUP) }
    }

    private mutating func install(
        _ handler: (@convention(c) (Int32) -> Void)?, for signal: Int32, flags: Int32 = 0,
        unlessIgnored: Bool = false
    ) {
        var found = sigaction()
        sigaction(signal, nil, &found)
        if unlessIgnored, unsafeBitCast(found.__sigaction_handler.sa_handler, to: Int.self) == 1 { return }
        var action = sigaction()
        action.__sigaction_handler.sa_handler = handler
        action.sa_flags = flags | Int32(SA_ONSTACK)
        // No handler interrupts another, and none is stopped for writing from the background.
        sigfillset(&action.sa_mask)
        sigaction(signal, &action, nil)
        previous.append((signal, found))
    }
}

private func tellLoop(_ signal: Int32) {
    let before = errno
    var byte = UInt8(truncatingIfNeeded: signal)
    _ = write(restoration.pointee.signalPipe, &byte, 1)
    errno = before
}

/// Reports the signal to the loop, and starts the one-second deadline, since the loop may be stuck in a write to a
/// stopped or dead line.
private func endingHandler(_ signal: Int32) {
    tellLoop(signal)
    let running = restoration.pointee.overdueSignal
    if running == 0 || running == SIGINT { beginSecond(signal) }
}

private func beginSecond(_ signal: Int32) {
    restoration.pointee.overdueSignal = signal
    alarm(1)
}

/// Ends the process after a missed deadline or write timeout.
private func overdueHandler(_: Int32) {
    restoreTerminal(timeout: 100)
    let signal = restoration.pointee.overdueSignal
    _exit(128 + (signal == 0 ? SIGHUP : signal))
}

/// Restores the terminal, then lets the same signal end the program, so that the exit status and the core file are
/// correct. The signal is blocked until the handler returns to the instruction that failed.
private func crashHandler(_ signal: Int32) {
    restoreTerminal(timeout: 100)
    raise(signal)
}
