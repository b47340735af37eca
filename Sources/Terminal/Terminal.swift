import CNcurses
import Glibc
import Screen
import System

/// The terminal that the program was started in, from entering its alternate screen to leaving it.
///
/// It is entered for as long as a closure runs, and put back whatever happens in it: a return, an error, a
/// suspension, a signal, a crash. It belongs to the main thread.
package final class Terminal {
    /// What the user may choose.
    package struct Options: Sendable {
        /// Whether colours are used; nil asks `NO_COLOR` and the terminal's description. A terminal without
        /// colours is never sent any.
        package var colour: Bool?
        /// Whether the terminal takes links (OSC 8), so that addresses on the screen can be opened from there.
        package var isLinked: Bool
        /// How long the terminal may take nothing before that counts as a hang-up, to the second; nil is for ever.
        package var writeTimeout: Duration?

        /// Options; everything is found out by default.
        package init(colour: Bool? = nil, isLinked: Bool = false, writeTimeout: Duration? = nil) {
            (self.colour, self.isLinked, self.writeTimeout) = (colour, isLinked, writeTimeout)
        }
    }

    /// Whether the environment asks for no UTF-8 locale and one was used all the same; worth saying once.
    package let localeFellBack: Bool

    let painter: Painter
    private let writeTimeout: Duration?
    private(set) var signals: Signals
    var decoder: KeyDecoder
    /// How long, in milliseconds, Escape waits to become a sequence.
    let escapeDelay: Int32
    /// When what has begun on the keyboard is not waited for any longer.
    var keysEnd: Int?
    /// The modes of the terminal while it is ours.
    private var ownModes = termios()
    /// The size that the caller knows of.
    var announcedSize: Size
    var isGone = false

    /// Enters the terminal, runs the closure, and puts the terminal back before returning or throwing.
    ///
    /// Throws a `TerminalError` if there is no terminal that could be entered, and what the closure throws.
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
        localeFellBack = try CharacterEncoding.chooseUnicode()
        writeTimeout = options.writeTimeout
        guard tcgetattr(STDIN_FILENO, &restoration.pointee.found) == 0 else {
            throw .refused(SystemError(.examined, "the terminal"))
        }
        restoration.pointee.descriptor = Self.openOwnDescription()
        escapeDelay = Self.escapeDelay(CurrentProcess.variable("ESCDELAY"))
        decoder = KeyDecoder(known: KeySequence.described())
        announcedSize = Self.measure()
        Self.prepareRestoration(announcedSize)

        signals = try Signals()
        restoration.pointee.isEntered = true
        guard
            let painter = Painter(
                type.name, size: announcedSize, colour: options.colour, isLinked: options.isLinked)
        else {
            restoreTerminal(timeout: 1000)
            signals.uninstall()
            close(restoration.pointee.descriptor)
            throw .unknown(type.name)
        }
        self.painter = painter
        restoration.pointee.heldErrors.hold()
        tcgetattr(STDIN_FILENO, &ownModes)
        // Ctrl-S must not stop the output, and no control byte within a paste the program: Ctrl-C and Ctrl-\ are read
        // as keys, and `next` makes events of them.
        ownModes.c_iflag &= ~tcflag_t(IXON)
        ownModes.c_lflag &= ~tcflag_t(ISIG)
        tcsetattr(STDIN_FILENO, TCSANOW, &ownModes)
        painter.enter(with: Self.entrance(announcedSize))
    }

    private func leave() {
        restoreTerminal(timeout: isGone ? 0 : 1000)
        signals.uninstall()
        restoration.pointee.heldErrors.release()
        close(restoration.pointee.descriptor)
        restoration.pointee.descriptor = -1
    }

    /// The terminal's size now: what it says itself, never what `LINES` and `COLUMNS` say.
    package var size: Size { Self.measure() }

    /// Shows a grid: only what differs from the screen is sent, and the cursor is parked where the grid says.
    package func present(_ grid: Grid) {
        guard !isGone, restoration.pointee.isEntered else { return }
        if painter.size != grid.size, case let size = self.size, painter.size != size { adopt(size) }
        sending { painter.paint(grid) }
    }

    /// Sends something within `writeTimeout`: a line that takes nothing would otherwise block keys, clocks and signals.
    func sending(_ send: () -> Void) {
        let seconds = writeTimeout.map { max(1, UInt32(clamping: $0.components.seconds)) }
        // The second of a signal that is being answered is shorter.
        let isTimed = seconds != nil && restoration.pointee.overdueSignal == 0
        if isTimed, let seconds { alarm(seconds) }
        send()
        if isTimed, restoration.pointee.overdueSignal == 0 { alarm(0) }
    }

    /// Puts the terminal back and stops, as Ctrl-Z does; returns when the program goes on, having entered the
    /// screen again. The next frame is painted afresh.
    package func suspend() {
        guard !signals.isEnding else { return }
        restoreTerminal(timeout: 1000)
        // The signal's own action, so that the kernel asks whether there is a shell that could continue us.
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

    /// Paints the next frame whole, for a screen that something else has written on.
    package func redraw() {
        painter.resize(painter.size)
    }

    /// After a stop, whether it was ours or SIGSTOP's: the shell has been using the terminal.
    func enterAgain() {
        // Killed while it was stopped: in the background a mode that is set would stop it once more.
        guard !signals.isEnding else { return }
        // From the background this stops the program until it is brought to the foreground, and fails then.
        while tcsetattr(STDIN_FILENO, TCSANOW, &ownModes) != 0, errno == EINTR {
            guard !signals.isEnding else { return }
        }
        restoration.pointee.isEntered = true
        let size = self.size
        painter.enter(with: Self.entrance(size))
        adopt(size)
    }

    /// Goes on with another size.
    func adopt(_ size: Size) {
        painter.resize(size)
        Self.prepareRestoration(size)
    }

    private static func measure() -> Size {
        var window = winsize()
        if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) != 0 || window.ws_row == 0 || window.ws_col == 0 {
            // A serial line does not know; the terminal's description does, more or less.
            return Size(columns: max(1, Int(tigetnum("cols"))), rows: max(1, Int(tigetnum("lines"))))
        }
        return Size(
            columns: min(Int(window.ws_col), Grid.largest.columns),
            rows: min(Int(window.ws_row), Grid.largest.rows))
    }

    // The alternate screen, the keys' own sequences and the marks around a paste; and what another program may have left: attributes,
    // a part that scrolls, inserting instead of overwriting.
    private static func entrance(_ size: Size) -> [UInt8] {
        TerminalType.bytes("smcup") + TerminalType.scrolling(rows: size.rows) + TerminalType.bytes("rmir")
            + TerminalType.bytes("smam") + TerminalType.bytes("smkx") + TerminalType.bytes("sgr0")
            + (TerminalType.takesControlSequences ? Paste.asking : [])
    }

    private static func prepareRestoration(_ size: Size) {
        var bytes = TerminalType.takesControlSequences ? Paste.declining : []
        bytes += TerminalType.bytes("sgr0") + TerminalType.bytes("rmkx") + TerminalType.bytes("cnorm")
        let leaving = TerminalType.bytes("rmcup")
        // A screen that is left empty: tmux, if it has been resized, folds what stands on it into the shell's.
        // Without an alternate screen, the shell goes on below the last frame, on a line of its own.
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
