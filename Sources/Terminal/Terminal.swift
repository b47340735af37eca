import CNcurses
import Glibc
import Screen
import System

/// The terminal of the program, from entering the alternate screen to leaving it.
///
/// It is in use while a closure runs, and restored however that ends: by a return, an error, a suspension, a signal
/// or a crash. Only the main thread may use it.
package final class Terminal {
    /// The user's options.
    package struct Options: Sendable {
        /// Whether colours are used; nil uses `NO_COLOR` and the terminal's description. A terminal without colours
        /// never receives any.
        package var colour: Bool?
        /// True if the terminal supports links (OSC 8) for addresses on the screen.
        package var isLinked: Bool
        /// The time without any progress of output that counts as a hang-up, in whole seconds; nil is unlimited.
        package var writeTimeout: Duration?

        package init(colour: Bool? = nil, isLinked: Bool = false, writeTimeout: Duration? = nil) {
            (self.colour, self.isLinked, self.writeTimeout) = (colour, isLinked, writeTimeout)
        }
    }

    /// Why the locale of the environment is not used, which is worth a remark; nil if it is.
    package let localeFallback: LocaleFallback?
    /// The name in TERM, if this machine does not know it and the terminal is taken for `typeName`.
    package let unknownType: String?
    /// The name of the description of the terminal that is used.
    package let typeName: String

    let painter: Painter
    private let writeTimeout: Duration?
    private(set) var signals: Signals
    var decoder: KeyDecoder
    /// The milliseconds after which Escape is a key of its own.
    let escapeDelay: Int32
    /// The time at which an incomplete key sequence ends.
    var keysEnd: Int?
    /// The modes of the terminal during the session.
    private var ownModes = termios()
    /// The last size reported to the caller.
    var announcedSize: Size
    var isGone = false
    /// True while the mouse is in use; see `useMouse`.
    var isMouseUsed = false

    /// Enters the terminal, runs the closure, and restores the terminal before returning or throwing.
    ///
    /// Throws a `TerminalError` if the terminal cannot be entered, and the closure's errors.
    package static func run<Result>(
        _ options: Options = Options(), _ body: (Terminal) throws -> Result
    ) throws -> Result {
        let terminal = try Terminal(options)
        defer { terminal.leave() }
        return try body(terminal)
    }

    private init(_ options: Options) throws(TerminalError) {
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .none }
        let type = try TerminalType()
        (typeName, unknownType) = (type.name, type.unknownName)
        localeFallback = try CharacterEncoding.chooseUnicode()
        writeTimeout = options.writeTimeout
        guard tcgetattr(STDIN_FILENO, &restoration.pointee.found) == 0 else {
            throw .refused(SystemError(.examined, "the terminal"))
        }
        restoration.pointee.descriptor = Self.openOwnDescription()
        guard restoration.pointee.descriptor >= 0 else {
            throw .refused(SystemError(.opened, "the terminal"))
        }
        escapeDelay = Self.escapeDelay(CurrentProcess.variable("ESCDELAY"))
        decoder = KeyDecoder(known: KeySequence.described())
        announcedSize = Self.measure()
        Self.prepareRestoration(announcedSize, isMouseUsed: false)

        signals = try Signals()
        restoration.pointee.isEntered = true
        do throws(TerminalError) {
            painter = try Painter(
                type.name, size: announcedSize, colour: options.colour, isLinked: options.isLinked)
        } catch {
            restoreTerminal(timeout: 1000)
            signals.uninstall()
            close(restoration.pointee.descriptor)
            throw error
        }
        restoration.pointee.standardError.hold()
        tcgetattr(STDIN_FILENO, &ownModes)
        // Ctrl-S must not stop the output, and no control byte of a paste may stop the program: Ctrl-C and Ctrl-\\
        // arrive as bytes, and `next` makes events of them.
        ownModes.c_iflag &= ~tcflag_t(IXON)
        ownModes.c_lflag &= ~tcflag_t(ISIG)
        _ = uninterrupted { tcsetattr(STDIN_FILENO, TCSANOW, &ownModes) }
        painter.enter(with: Self.entrance(announcedSize))
    }

    private func leave() {
        restoreTerminal(timeout: isGone ? 0 : 1000)
        signals.uninstall()
        restoration.pointee.standardError.release()
        close(restoration.pointee.descriptor)
        restoration.pointee.descriptor = -1
    }

    /// The terminal's present size, as reported by the terminal and not by `LINES` and `COLUMNS`.
    package var size: Size { Self.measure() }

    /// Displays a grid: only the difference from the screen is sent, and the cursor is placed as the grid says.
    package func present(_ grid: Grid) {
        guard !isGone, restoration.pointee.isEntered else { return }
        if painter.size != grid.size, case let size = self.size, painter.size != size { adopt(size) }
        sending { painter.paint(grid) }
    }

    /// Rings the terminal's bell, or flashes where it has none.
    package func ring() {
        guard !isGone, restoration.pointee.isEntered else { return }
        let bell = TerminalType.bytes("bel")
        sending { painter.send(bell.isEmpty ? TerminalType.bytes("flash") : bell) }
    }

    /// Sends something within `writeTimeout`, since a blocked line would otherwise block keys, clocks and signals.
    func sending(_ send: () -> Void) {
        let seconds = writeTimeout.map { max(1, UInt32(clamping: $0.components.seconds)) }
        // The deadline of a signal is shorter.
        let isTimed = seconds != nil && restoration.pointee.overdueSignal == 0
        if isTimed, let seconds { alarm(seconds) }
        send()
        if isTimed, restoration.pointee.overdueSignal == 0 { alarm(0) }
    }

    /// Restores the terminal and stops the process, as Ctrl-Z does; returns after it continues, having entered the
    /// screen again. The next frame is painted in full.
    package func suspend() {
        guard !signals.isEnding else { return }
        restoreTerminal(timeout: 1000)
        // The default action of the signal makes the kernel check for a shell that could continue the process.
        let own = [SIGTSTP, SIGCONT].map { signal in
            var plain = sigaction()
            var own = sigaction()
            sigaction(signal, &plain, &own)
            return (signal, own)
        }
        raise(SIGTSTP)
        enterAgain()
        for (signal, var action) in own { sigaction(signal, &action, nil) }
    }

    /// Paints the next frame in full, for a screen that another program has written to.
    package func redraw() {
        painter.resize(painter.size)
    }

    /// Enters the screen again after any stop, since the shell has used the terminal.
    func enterAgain() {
        // Setting modes in the background would stop a process again that was killed while it was stopped.
        guard !signals.isEnding else { return }
        // In the background this call stops the process until it is in the foreground, and then fails.
        while tcsetattr(STDIN_FILENO, TCSANOW, &ownModes) != 0, errno == EINTR {
            guard !signals.isEnding else { return }
        }
        restoration.pointee.isEntered = true
        let size = self.size
        painter.enter(with: Self.entrance(size) + (isMouseUsed ? Self.askingForMouse : []))
        adopt(size)
    }

    func adopt(_ size: Size) {
        painter.resize(size)
        prepareRestoration(size)
    }

    private static func measure() -> Size {
        var window = winsize()
        if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) != 0 || window.ws_row == 0 || window.ws_col == 0 {
            // A serial line has no size; the terminal's description has an approximate one.
            return Size(columns: max(1, Int(tigetnum("cols"))), rows: max(1, Int(tigetnum("lines"))))
        }
        return Size(
            columns: min(Int(window.ws_col), Grid.largest.columns),
            rows: min(Int(window.ws_row), Grid.largest.rows))
    }

    // The bytes that enter the alternate screen, the keypad mode and bracketed paste, and reset what another
    // program may have left: attributes, the scroll region, insert mode.
    private static func entrance(_ size: Size) -> [UInt8] {
        TerminalType.bytes("smcup") + TerminalType.scrolling(rows: size.rows) + TerminalType.bytes("rmir")
            + TerminalType.bytes("smam") + TerminalType.bytes("smkx") + TerminalType.bytes("sgr0")
            + (TerminalType.takesControlSequences ? Paste.asking : [])
    }

    func prepareRestoration(_ size: Size) { Self.prepareRestoration(size, isMouseUsed: isMouseUsed) }

    private static func prepareRestoration(_ size: Size, isMouseUsed: Bool) {
        var bytes = TerminalType.takesControlSequences ? Paste.declining : []
        if isMouseUsed { bytes += decliningMouse }
        bytes += TerminalType.bytes("sgr0") + TerminalType.bytes("rmkx") + TerminalType.bytes("cnorm")
        let leaving = TerminalType.bytes("rmcup")
        // The screen is left empty, since tmux after a resize merges its contents into the shell's. Without an
        // alternate screen, the shell continues on a new line below the last frame.
        bytes +=
            leaving.isEmpty
            ? TerminalType.moving(toRow: size.rows - 1, column: 0) + TerminalType.bytes("el")
            : TerminalType.bytes("clear") + leaving
        restoration.pointee.prepare(bytes)
    }

    private static func openOwnDescription() -> Int32 {
        let flags = O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC
        let descriptor = open("/proc/self/fd/\(STDOUT_FILENO)", flags)
        return descriptor >= 0 ? descriptor : fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3)
    }

    static func escapeDelay(_ setting: String?) -> Int32 {
        guard let setting, let delay = Int32(setting), delay >= 0 else { return 25 }
        return min(delay, 10_000)
    }
}
