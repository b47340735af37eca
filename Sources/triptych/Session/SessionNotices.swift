import CaseModel
import Terminal
import TextLayout

/// The session's own messages.
enum SessionNotices {
    /// The substitutes in use for this terminal, shown once: the description of a similar one, another locale.
    static func surroundings(of terminal: Terminal) -> Text? {
        let type = terminal.unknownType.map { unknownType($0, takenFor: terminal.typeName) }
        let locale = terminal.localeFallback.map(locale)
        guard let type else { return locale }
        return locale.map(type.followed(by:)) ?? type
    }

    private static func unknownType(_ name: String, takenFor other: String) -> Text {
        Text(
            chinese: "本机没有终端类型 \(shown(name))，按 \(other) 使用",
            english: "the terminal type \(shown(name)) is not on this host; used as \(other)")
    }

    private static func locale(_ fallback: LocaleFallback) -> Text {
        switch fallback {
        case .unset:
            Text(
                chinese: "F2: English；没有设置区域（LANG），按 C.UTF-8 显示",
                english: "F2: 中文; no locale is set (LANG), so C.UTF-8 is used")
        case .notUnicode("C"), .notUnicode("POSIX"):
            // A locale that names no language either.
            Text(
                chinese: "F2: English；区域设置是 C，按 C.UTF-8 显示",
                english: "F2: 中文; the locale is C, so C.UTF-8 is used")
        case .missing(let name):
            Text(
                chinese: "本机没有区域设置 \(shown(name))，按 C.UTF-8 显示",
                english: "the locale \(shown(name)) is not on this host; C.UTF-8 is used")
        case .notUnicode(let name):
            Text(
                chinese: "区域设置 \(shown(name)) 不是 UTF-8，按 C.UTF-8 显示",
                english: "the locale \(shown(name)) is not UTF-8; C.UTF-8 is used")
        }
    }

    private static func shown(_ name: String) -> String { String(name.prefix(40)).safeToShow }

    static let noShell = Text(
        chinese: "这里没有命令行可以回去", english: "there is no shell here to suspend to")

    static let sharedCase = Text(
        chinese: "讲解有人跟随，案例不重新读取，讲完再读",
        english: "others may follow: the case is not read again")

    static let bundledCase = Text(
        chinese: "随附案例是程序的一部分，没有可重新读取的文件",
        english: "the bundled case is part of the program: there are no files to read again")

    static func idle(minutes: Int) -> Text {
        Text(
            chinese: "\(minutes) 分钟没有动静，会话已结束；重新连接即可继续",
            english: "nothing happened for \(minutes) min, so this session has ended; connect again to go on")
    }
}

extension Text {
    /// The sentence with another clause behind a semicolon.
    func followed(by clause: Text) -> Text {
        Text(
            chinese: localized(in: .chinese) + "；" + clause.localized(in: .chinese),
            english: localized(in: .english) + "; " + clause.localized(in: .english))
    }
}
