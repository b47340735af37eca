import CaseModel
import System
import Terminal

/// The clipboard of the terminal or of tmux.
///
/// Nothing confirms that a text has arrived, since a terminal may not support OSC 52 or be set to ignore it. The
/// notice therefore says what was done, and that the text can be selected on the screen.
struct Clipboard {
    /// The ways to the clipboard.
    enum Way: Equatable {
        /// `tmux load-buffer -w`, which also passes the text to the terminal that tmux runs in.
        case tmux
        /// OSC 52.
        case terminal
    }

    /// The result of sending a text.
    indirect enum Outcome: Equatable {
        case inTmux(bytes: Int)
        case offered(bytes: Int)
        case tooLong(bytes: Int)
        /// The terminal has no clipboard, or a program between passes nothing on.
        case nowhere(terminal: String)
        case tmuxFailed(reason: String, then: Outcome)
    }

    private let ways: [Way]
    private let terminalName: String

    /// The clipboard of an environment; tmux is not used if no program may be run.
    init(mayRunPrograms: Bool = true, environment: (String) -> String? = CurrentProcess.variable) {
        terminalName = environment("TERM") ?? ""
        ways = Self.ways(mayRunPrograms: mayRunPrograms, environment: environment)
    }

    /// The ways to try, each only after a failure of the one before.
    static func ways(mayRunPrograms: Bool, environment: (String) -> String?) -> [Way] {
        let isInTmux = environment("TMUX")?.isEmpty == false
        return (isInTmux && mayRunPrograms ? [.tmux] : [])
            + (OperatingSystemCommand.isSkippedOrDone(environment: environment) ? [.terminal] : [])
    }

    /// Sends a text to the clipboard.
    func take(_ text: String, on terminal: Terminal) -> Outcome {
        take(text, load: Self.loadIntoTmux, offer: terminal.offerToClipboard)
    }

    /// Loads a text into a new buffer of tmux and into the clipboard of the terminal that tmux runs in; returns the
    /// reason of a failure, or nil. The text does not appear on the command line.
    private static func loadIntoTmux(_ text: String) -> String? {
        ChildProcess.run(["tmux", "load-buffer", "-w", "-"], input: Array(text.utf8), milliseconds: 2000)
    }

    /// Sends a text by these functions: `load` returns the reason of a failure, `offer` is false for a text that is
    /// too long.
    func take(_ text: String, load: (String) -> String?, offer: (String) -> Bool) -> Outcome {
        let bytes = text.utf8.count
        var failure: String?
        for way in ways {
            switch way {
            case .tmux:
                failure = load(text)
                if failure == nil { return .inTmux(bytes: bytes) }
            case .terminal:
                let outcome: Outcome = offer(text) ? .offered(bytes: bytes) : .tooLong(bytes: bytes)
                return failure.map { .tmuxFailed(reason: $0, then: outcome) } ?? outcome
            }
        }
        return .nowhere(terminal: terminalName)
    }
}

extension Clipboard.Outcome {
    /// The notice of what was done; it never claims that the text was copied, which is unknown.
    var notice: Text {
        switch self {
        case .inTmux(let bytes):
            Text(
                chinese: "已放入 tmux 缓冲区（\(bytes) 字节），并交给它所在终端的剪贴板，终端允许才会生效；全文见上",
                english: """
                    in tmux's buffer (\(bytes) bytes) and sent to the clipboard of its terminal, if that allows \
                    it; the text is shown above
                    """)
        case .offered(let bytes):
            Text(
                chinese: "已发往终端的剪贴板（OSC 52，\(bytes) 字节），终端允许才会生效；全文见上",
                english: """
                    sent to the terminal's clipboard (OSC 52, \(bytes) bytes), if it allows it; the text is \
                    shown above
                    """)
        case .tooLong(let bytes):
            Text(
                chinese: """
                    共 \(bytes) 字节，超过终端剪贴板可收的 \(Terminal.clipboardCapacity) 字节，没有发送；请在上面的全文中选取
                    """,
                english: """
                    \(bytes) bytes are more than the \(Terminal.clipboardCapacity) that terminals take, so \
                    nothing was sent; the text can be selected above
                    """)
        case .nowhere(let terminal):
            Text(
                chinese: "此处（TERM=\(terminal)）没有可达的剪贴板，没有发送；请在上面的全文中选取",
                english: """
                    no clipboard can be reached from here (TERM=\(terminal)), so nothing was sent; the text can \
                    be selected above
                    """)
        case .tmuxFailed(let reason, let then):
            Text(
                chinese: "tmux load-buffer 失败（\(reason)）；\(then.notice.chinese ?? "")",
                english: "tmux load-buffer failed (\(reason)); \(then.notice.english ?? "")")
        }
    }
}
