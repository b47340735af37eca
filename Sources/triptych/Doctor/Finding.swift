import CaseModel
import CaseFiles
import TextLayout

/// Something that `triptych doctor` has looked at.
struct Finding: Equatable {
    /// How it stands.
    enum Grade: String, CaseIterable {
        case ok
        /// Something does less than it could.
        case remark
        /// Something does not work.
        case problem

        var word: Text {
            switch self {
            case .ok: Text(chinese: "好", english: "ok")
            case .remark: Text(chinese: "留意", english: "remark")
            case .problem: Text(chinese: "问题", english: "problem")
            }
        }
    }

    /// What was looked at, as scripts know it.
    enum Topic: String, CaseIterable {
        case locale, terminal, colours, widths, tmux, clipboard, configuration, state, runtime, sshd, seccomp,
            landlock
        case `case`

        var title: Text {
            switch self {
            case .locale: Text(chinese: "区域设置", english: "locale")
            case .terminal: Text(chinese: "终端", english: "terminal")
            case .colours: Text(chinese: "颜色", english: "colours")
            case .widths: Text(chinese: "字符宽度", english: "widths")
            case .tmux: Text(chinese: "tmux", english: "tmux")
            case .clipboard: Text(chinese: "剪贴板", english: "clipboard")
            case .configuration: Text(chinese: "配置", english: "configuration")
            case .state: Text(chinese: "笔记", english: "notes")
            case .runtime: Text(chinese: "研讨课", english: "seminars")
            case .sshd: Text(chinese: "sshd", english: "sshd")
            case .seccomp: Text(chinese: "seccomp", english: "seccomp")
            case .landlock: Text(chinese: "Landlock", english: "Landlock")
            case .case: Text(chinese: "案例", english: "case")
            }
        }
    }

    let topic: Topic
    let grade: Grade
    /// What was found.
    let found: Text
    /// What to do; nil where nothing needs doing.
    var advice: Text?

    init(_ topic: Topic, _ grade: Grade, zh: String, en: String, advice: Text? = nil) {
        (self.topic, self.grade, self.advice) = (topic, grade, advice)
        found = Text(chinese: zh, english: en)
    }

    /// The lines for people: grade, topic and what was found, and below it what to do.
    func lines(in language: Language, columns: Int) -> String {
        let head =
            Self.padded(grade.word.phrase(in: language), to: 9)
            + Self.padded(topic.title.phrase(in: language), to: 15)
        let indent = String(repeating: " ", count: head.columns)
        let room = max(20, columns - head.columns)
        var lines = Wrapping.lines(of: found.phrase(in: language).safeToShow, columns: room)
        if let advice {
            lines += Wrapping.lines(
                of: "→ " + advice.phrase(in: language).safeToShow, columns: room, hanging: 2)
        }
        return lines.enumerated().map { ($0.offset == 0 ? head : indent) + $0.element + "\n" }.joined()
    }

    private static func padded(_ word: String, to columns: Int) -> String {
        word + String(repeating: " ", count: max(1, columns - word.columns))
    }

    /// The JSON record.
    var json: JSONValue {
        .object(
            [("topic", .string(topic.rawValue)), ("grade", .string(grade.rawValue)), ("found", .text(found))]
                + (advice.map { [("advice", .text($0))] } ?? []))
    }
}
