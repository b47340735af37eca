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
    /// The sentence in English, for a user with a shell.
    package var description: String { sentence(inChinese: false, asGuest: false) }

    /// The sentence for the user; a guest, who has no shell there, can only change what his own machine sends.
    package func sentence(inChinese: Bool, asGuest: Bool) -> String {
        let remedy = asGuest ? "TERM=xterm-256color ssh …" : "export TERM=xterm-256color"
        // Any terminal has lines; a guest's command is fixed.
        let plain = asGuest ? ("", "") : ("，或用 --plain 逐行使用", ", or use it line by line with --plain")
        let (chinese, english): (String, String)
        switch self {
        case .none:
            (chinese, english) =
                asGuest
                ? (
                    "没有可以绘制的终端：请用 ssh -t 连接，输入输出都不要重定向",
                    "there is no terminal to draw on: connect with 'ssh -t', with neither input nor output redirected"
                )
                : (
                    "没有可以绘制的终端：请在终端里运行，输入输出都不要重定向，或用 --plain 逐行使用",
                    "there is no terminal to draw on: run it in a terminal, with neither input nor output redirected, or line by line with --plain"
                )
        case .unnamed:
            (chinese, english) = (
                "TERM 没有设置，不知道是哪种终端：请用 \(remedy)\(plain.0)",
                "TERM is not set, so the kind of terminal is unknown: \(remedy)\(plain.1)"
            )
        case .unknown(let name):
            let install =
                asGuest
                ? ("", "")
                : (
                    "安装它的 terminfo（ncurses-term 里有许多），或",
                    "install its terminfo entry (ncurses-term has many) or "
                )
            (chinese, english) = (
                "本机不认识 TERM 所说的终端类型 \(Self.quoted(name))：请\(install.0)用 \(remedy)\(plain.0)",
                "the terminal type \(Self.quoted(name)) in TERM is not known on this machine: \(install.1)\(remedy)\(plain.1)"
            )
        case .incapable(let name):
            (chinese, english) = (
                "TERM 所说的终端类型 \(Self.quoted(name)) 不能移动光标：若终端实际可以，请用 \(remedy)\(plain.0)",
                "a terminal of the type \(Self.quoted(name)) in TERM cannot place its cursor: \(remedy) if the terminal can do more\(plain.1)"
            )
        case .noDatabase(let name):
            (chinese, english) = (
                "找不到 terminfo 数据库，查不到 TERM 的 \(Self.quoted(name))：请安装 ncurses-base，或让 TERMINFO 指向它的文件夹",
                "no terminfo database was found to look up \(Self.quoted(name)) from TERM: install ncurses-base, or set TERMINFO to its folder"
            )
        case .noUnicode:
            (chinese, english) = (
                "没有安装 UTF-8 的区域设置，无法显示中文：请安装 C.UTF-8（在 libc-bin 里）或任何 UTF-8 区域设置，并让 LC_ALL 指向它",
                "no UTF-8 locale is installed, so Chinese cannot be shown: install C.UTF-8 (it is in libc-bin), or any UTF-8 locale, and set LC_ALL to it"
            )
        case .refused(let error): return error.description
        }
        return inChinese ? chinese : english
    }

    /// A name from the environment, made safe to print.
    private static func quoted(_ name: String) -> String {
        let shown = name.unicodeScalars.prefix(40).map { scalar in
            scalar.isASCII && scalar.value > 0x20 && scalar.value < 0x7F ? Character(scalar) : "?"
        }
        return "\"\(String(shown))\""
    }
}
