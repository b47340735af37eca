import Glibc
import System

/// The signals that the program answers while the terminal is its own.
///
/// Those that ask for something only write their number into a pipe, which the one poll(2) reads. Those that
/// say that the program is broken put the terminal back and let the signal do its work.
struct Signals {
    /// The reading end of the pipe.
    let reader: Int32
    private let writer: Int32
    private var previous: [(signal: Int32, action: sigaction)] = []
    private var previousStack = stack_t()
    private let stack: UnsafeMutableRawPointer

    /// A stack of the handlers' own: after a stack overflow there is no other.
    private static let stackSize = 64 * 1024
    private static let endings = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]
    private static let crashes = [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGSYS]

    /// Installs the handlers.
    init() throws(TerminalError) {
        let pipe: (reader: FileDescriptor, writer: FileDescriptor)
        do { pipe = try FileDescriptor.pipe() } catch { throw .refused(error) }
        (reader, writer) = (pipe.reader.number, pipe.writer.number)
        // A handler must never wait for room.
        for end in [reader, writer] { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
        restoration.pointee.signalPipe = writer
        stack = .allocate(byteCount: Self.stackSize, alignment: 16)
        var own = stack_t()
        own.ss_sp = stack
        own.ss_size = Self.stackSize
        sigaltstack(&own, &previousStack)

        // What a handler calls for the first time may resolve symbols or build metadata, which is no work for
        // a handler: so each is called once here. The terminal is not ours yet, and signal 0 is none.
        restoreTerminal(timeout: 0)
        tellLoop(0)

        // A signal that is ignored already, as SIGHUP is by nohup(1), stays ignored.
        for signal in Self.endings { install(endingHandler, for: signal, unlessIgnored: true) }
        install(tellLoop, for: SIGTSTP, unlessIgnored: true)
        install(tellLoop, for: SIGWINCH)
        install(tellLoop, for: SIGCONT)
        install(overdueHandler, for: SIGALRM)
        install(SIG_IGN, for: SIGPIPE)
        // SA_RESETHAND: the second time it is the default action that answers, here and in the handler. It
        // also replaces the handlers of Swift's backtracer, which would ask its questions of the reader.
        let once = Int32(bitPattern: UInt32(SA_RESETHAND))
        for signal in Self.crashes { install(crashHandler, for: signal, flags: once) }
    }

    /// Puts back what was there before.
    mutating func uninstall() {
        for (signal, action) in previous.reversed() {
            var action = action
            sigaction(signal, &action, nil)
        }
        // Only now: whoever was late must not be ended by the alarm of a signal that has been answered.
        alarm(0)
        previous = []
        sigaltstack(&previousStack, nil)
        stack.deallocate()
        restoration.pointee.signalPipe = -1
        close(reader)
        close(writer)
    }

    /// The signals that came since the last call, in order, without waiting.
    func drain() -> [Int32] {
        var buffer = [UInt8](repeating: 0, count: 64)
        var arrived: [Int32] = []
        while true {
            let count = read(reader, &buffer, buffer.count)
            guard count > 0 else { return arrived.filter { $0 != 0 } }
            arrived += buffer[..<count].map(Int32.init)
        }
    }

    /// Whether a signal has come after which there is nothing to be done but to end.
    var isEnding: Bool { ![0, SIGINT].contains(restoration.pointee.overdueSignal) }

    /// SIGINT was answered and the program goes on.
    func forgive() {
        guard !isEnding else { return }
        alarm(0)
        restoration.pointee.overdueSignal = 0
    }

    /// The terminal has hung up without a signal: the same second begins.
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

/// Writes the signal's number into the pipe.
private func tellLoop(_ signal: Int32) {
    let before = errno
    var byte = UInt8(truncatingIfNeeded: signal)
    _ = write(restoration.pointee.signalPipe, &byte, 1)
    errno = before
}

/// Tells the loop, and sets the second within which it must have answered: it may be stuck in a write to a
/// line that is stopped or dead.
private func endingHandler(_ signal: Int32) {
    tellLoop(signal)
    let running = restoration.pointee.overdueSignal
    if running == 0 || running == SIGINT { beginSecond(signal) }
}

private func beginSecond(_ signal: Int32) {
    restoration.pointee.overdueSignal = signal
    alarm(1)
}

/// The loop did not answer a signal in time, or the terminal took nothing for longer than it may.
private func overdueHandler(_: Int32) {
    restoreTerminal(timeout: 100)
    let signal = restoration.pointee.overdueSignal
    _exit(128 + (signal == 0 ? SIGHUP : signal))
}

/// Puts the terminal back, then lets the same signal end the program, so that the shell and the core file
/// tell the truth. It is blocked until the handler returns, to the very instruction that failed.
private func crashHandler(_ signal: Int32) {
    restoreTerminal(timeout: 100)
    raise(signal)
}
