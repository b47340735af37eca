import CaseModel
import System
import Terminal

/// The terminal: locale, type, colours, widths, tmux, clipboard.
extension Finding {
    typealias Environment = (String) -> String?

    static func locale(_ encoding: TerminalSurvey.Encoding) -> Finding {
        let advice = Text(
            chinese: "export LC_ALL=C.UTF-8，或用 locale-gen 生成 UTF-8 区域设置",
            english: "export LC_ALL=C.UTF-8, or generate a UTF-8 locale with locale-gen")
        switch encoding {
        case .unicode(let name): return Finding(.locale, .ok, zh: "\(name)，UTF-8", en: "\(name), UTF-8")
        case .unset:
            return Finding(
                .locale, .remark, zh: "没有设置区域；改用 C.UTF-8", en: "no locale is set; C.UTF-8 is used instead",
                advice: advice)
        case .missing(let name):
            return Finding(
                .locale, .remark, zh: "本机没有 \(name)；改用 C.UTF-8",
                en: "\(name) is not on this machine; C.UTF-8 is used instead",
                advice: advice)
        case .other(let name, let encoding):
            return Finding(
                .locale, .remark, zh: "\(name) 的编码是 \(encoding)；改用 C.UTF-8",
                en: "the encoding of \(name) is \(encoding); C.UTF-8 is used instead", advice: advice)
        }
    }

    static func terminal(_ description: TerminalSurvey.Description) -> Finding {
        switch description {
        case .unnamed:
            return Finding(
                .terminal, .problem, zh: "没有设置 TERM", en: "TERM is not set",
                advice: Text(chinese: "export TERM=xterm-256color", english: "export TERM=xterm-256color"))
        case .unknown(let name):
            return Finding(
                .terminal, .problem, zh: "terminfo 不认识 TERM=\(name)",
                en: "terminfo does not know TERM=\(name)",
                advice: Text(
                    chinese:
                        "安装它的描述（apt install ncurses-term；或 infocmp -x \(name) | ssh 主机 tic -x -），或 export TERM=xterm-256color",
                    english:
                        "install its description (apt install ncurses-term, or infocmp -x \(name) | ssh HOST tic -x -), or export TERM=xterm-256color"
                ))
        case .incapable(let name):
            return Finding(
                .terminal, .problem, zh: "TERM=\(name) 的终端不能移动光标",
                en: "a terminal of type \(name) cannot place its cursor",
                advice: Text(
                    chinese: "终端若能做到，export TERM=xterm-256color",
                    english: "export TERM=xterm-256color if the terminal can do more"))
        case .known(let name, _): return Finding(.terminal, .ok, zh: name, en: name)
        case .replaced(let name, let relative, _):
            return Finding(
                .terminal, .remark, zh: "terminfo 不认识 TERM=\(name)，改用 \(relative) 的描述",
                en: "terminfo does not know TERM=\(name); the description of \(relative) is used instead",
                advice: Text(
                    chinese: "安装它的描述：apt install ncurses-term，或 infocmp -x \(name) | ssh 主机 tic -x -",
                    english:
                        "install its description: apt install ncurses-term, or infocmp -x \(name) | ssh HOST tic -x -"
                ))
        }
    }

    static func colours(_ description: TerminalSurvey.Description, environment: Environment) -> Finding? {
        guard let colours = description.colours else { return nil }
        if environment("NO_COLOR")?.isEmpty == false {
            return Finding(
                .colours, .remark, zh: "NO_COLOR 已设，不用颜色", en: "NO_COLOR is set, so none are used",
                advice: Text(
                    chinese: "要颜色：unset NO_COLOR，或 --color always",
                    english: "for colours: unset NO_COLOR, or --color always"))
        }
        switch colours {
        case 16...: return Finding(.colours, .ok, zh: "\(colours) 种", en: "\(colours)")
        case 8...:
            return Finding(
                .colours, .ok, zh: "\(colours) 种；亮色以粗体代替", en: "\(colours); bold stands for bright ones")
        case _:
            return Finding(
                .colours, .remark, zh: "terminfo 说这种终端没有颜色", en: "terminfo knows of none for this terminal",
                advice: Text(
                    chinese: "终端若有颜色，export TERM=xterm-256color",
                    english: "export TERM=xterm-256color if the terminal has them"))
        }
    }

    /// The characters of ambiguous width that the explorer draws most.
    static let ambiguousCharacters: [Character] = ["│", "●", "“"]

    /// The answer of the terminal: the columns of each of `ambiguousCharacters`; nil if it was not asked, none if it
    /// did not answer.
    static func widths(_ columns: [Int]??, rememberedIn file: String?) -> Finding {
        let unsettled = Text(
            chinese: "边框若错位，用 --ambiguous wide，或写进配置（ambiguous: wide）",
            english:
                "if frames are scrambled, use --ambiguous wide, or put it into the configuration (ambiguous: wide)"
        )
        guard let columns else {
            return Finding(
                .widths, .ok, zh: "不在终端上，没有测量", en: "not measured, since there is no terminal")
        }
        guard let columns, let first = columns.first else {
            return Finding(
                .widths, .remark, zh: "终端没有及时回答光标的位置",
                en: "the terminal did not say in time where its cursor is",
                advice: unsettled)
        }
        let told = zip(ambiguousCharacters, columns).map { "\($0) \($1)" }.joined(separator: ", ")
        guard columns.allSatisfy({ $0 == first }), (1...2).contains(first) else {
            return Finding(
                .widths, .remark, zh: "宽度不定的字符宽度不一：\(told)",
                en: "characters of ambiguous width differ: \(told)", advice: unsettled)
        }
        let kept = Text(
            chinese: file.map { "；已记在 \($0)" } ?? "", english: file.map { "; remembered in \($0)" } ?? "")
        let word = first == 1 ? "narrow" : "wide"
        return Finding(
            .widths, .ok, zh: "宽度不定的字符占 \(first) 列（\(word)）" + (kept.chinese ?? ""),
            en: "characters of ambiguous width take \(first) column\(first == 1 ? "" : "s") (\(word))"
                + (kept.english ?? ""))
    }

    /// tmux' settings, by name; nil outside of tmux.
    static func tmux(_ settings: [String: String]?) -> [Finding] {
        guard let settings else { return [] }
        var findings: [Finding] = []
        func check(
            _ name: String, _ isRight: (String) -> Bool, _ grade: Grade, zh: String, en: String, line: String
        ) {
            guard let value = settings[name] else { return }
            if isRight(value) {
                findings.append(Finding(.tmux, .ok, zh: "\(name) \(value)", en: "\(name) \(value)"))
            } else {
                findings.append(
                    Finding(
                        .tmux, grade, zh: "\(name) \(value)：\(zh)", en: "\(name) \(value): \(en)",
                        advice: Text(
                            chinese: "在 ~/.tmux.conf 写：\(line)", english: "put into ~/.tmux.conf: \(line)")))
            }
        }
        check(
            "set-clipboard", { $0 != "off" }, .remark, zh: "复制的文字到不了外面的剪贴板",
            en: "what is copied does not reach the clipboard outside", line: "set -s set-clipboard on")
        check(
            "allow-passthrough", { _ in true }, .ok, zh: "", en: "", line: "")
        check(
            "default-terminal", { $0.hasPrefix("tmux") || $0.hasPrefix("screen") }, .problem,
            zh: "tmux 里面的 TERM 须是 tmux 或 screen 一类，否则画面会乱",
            en: "inside of tmux TERM must be of the tmux or screen kind, or the screen is scrambled",
            line: "set -g default-terminal tmux-256color")
        if settings.isEmpty {
            findings.append(
                Finding(
                    .tmux, .remark, zh: "设了 TMUX，但 tmux 没有回答", en: "TMUX is set, but tmux does not answer",
                    advice: Text(chinese: "复制会改用 OSC 52", english: "copying uses OSC 52 instead")))
        }
        return findings
    }

    static func clipboard(_ ways: [Clipboard.Way], terminal: String) -> Finding {
        guard let first = ways.first else {
            return Finding(
                .clipboard, .remark, zh: "TERM=\(terminal) 没有可达的剪贴板",
                en: "no clipboard can be reached with TERM=\(terminal)",
                advice: Text(
                    chinese: "复制的全文总会显示出来，可用终端选取",
                    english: "what is copied is always shown in full, to be selected"))
        }
        switch first {
        case .tmux:
            return Finding(
                .clipboard, .ok, zh: "经 tmux load-buffer -w", en: "by tmux load-buffer -w")
        case .terminal:
            return Finding(
                .clipboard, .ok, zh: "用 OSC 52 发给终端；终端允许才生效，没有回执",
                en:
                    "sent to the terminal by OSC 52; it works if the terminal allows it, and nothing confirms it"
            )
        }
    }
}
