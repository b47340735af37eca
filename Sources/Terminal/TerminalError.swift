import System

/// The reason why a terminal cannot be entered, as a sentence that says what to do.
package enum TerminalError: Error, Equatable, Sendable {
    /// Standard input or output is no terminal.
    case none
    /// `TERM` is missing or empty.
    case unnamed
    /// terminfo has no entry of this name.
    case unknown(String)
    /// The terminal of this name cannot move its cursor or clear its screen.
    case incapable(String)
    /// There is no terminfo database.
    case noDatabase(String)
    /// No UTF-8 locale is available, not even `C.UTF-8`.
    case noUnicode
    /// A system call failed.
    case refused(SystemError)
}

extension TerminalError: CustomStringConvertible {
    /// The sentence for the user.
    package var description: String {
        switch self {
        case .none:
            "there is no terminal to draw on: run it in a terminal, with neither input nor output redirected"
        case .unnamed:
            "TERM is not set, so the kind of terminal is unknown: export TERM=xterm-256color"
        case .unknown(let name):
            "the terminal type \(Self.quoted(name)) in TERM is not known on this machine: install its terminfo "
                + "entry (ncurses-term has many) or export TERM=xterm-256color"
        case .incapable(let name):
            "a terminal of the type \(Self.quoted(name)) in TERM cannot place its cursor: export "
                + "TERM=xterm-256color if the terminal can do more"
        case .noDatabase(let name):
            "no terminfo database was found to look up \(Self.quoted(name)) from TERM: install ncurses-base, "
                + "or set TERMINFO to its folder"
        case .noUnicode:
            "no UTF-8 locale is installed, so Chinese cannot be shown: install C.UTF-8 (it is in libc-bin), or "
                + "any UTF-8 locale, and set LC_ALL to it"
        case .refused(let error): error.description
        }
    }

    /// A name from the environment, made safe to print.
    private static func quoted(_ name: String) -> String {
        let shown = name.unicodeScalars.prefix(40).map { scalar in
            scalar.isASCII && scalar.value > 0x20 && scalar.value < 0x7F ? Character(scalar) : "?"
        }
        return "\"\(String(shown))\""
    }
}
