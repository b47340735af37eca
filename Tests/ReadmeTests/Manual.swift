import CaseModel
import Explorer
import Foundation

@testable import triptych

/// The manual page of the program, generated from the commands' help, the key table, the settings, and the page on the
/// command line.
struct Manual {
    /// The output of `--experimental-dump-help` of ArgumentParser for a command.
    struct Command: Decodable {
        struct Argument: Decodable {
            struct Name: Decodable {
                let kind: String
                let name: String
            }

            let kind: String
            let names: [Name]?
            let valueName: String
            let abstract: String?
            let discussion: String?
            let isOptional: Bool
            let isRepeating: Bool
            let shouldDisplay: Bool

            /// The longest name, without hyphens; empty for an argument that is known by its place.
            var name: String { names?.last?.name ?? "" }

            /// The argument as typed: `-o, --output file`.
            var form: String {
                guard kind != "positional" else {
                    let value = "\\fI\(Manual.escaped(valueName))\\fR" + (isRepeating ? " …" : "")
                    return isOptional ? "[\(value)]" : value
                }
                let flags = (names ?? []).map {
                    "\\fB\($0.kind == "short" ? "\\-" : "\\-\\-")\(Manual.escaped($0.name))\\fR"
                }
                let value = kind == "option" ? " \\fI\(Manual.escaped(valueName))\\fR" : ""
                return flags.joined(separator: ", ") + value
            }
        }

        let commandName: String
        let abstract: String?
        let discussion: String?
        let arguments: [Argument]?
        let subcommands: [Command]?
    }

    private struct Dump: Decodable { let command: Command }

    private let root: Command
    private let version: String
    private let language: Language
    private let exitCodes: [(code: String, meaning: String)]

    /// Options described once for all commands.
    private static let shared: Set<String> = ["case", "lang", "version", "help"]

    init(dump: String, version: String, commandLine: Page, in language: Language) throws {
        self.language = language
        root = try JSONDecoder().decode(Dump.self, from: Data(dump.utf8)).command
        self.version = version
        let heading = language == .chinese ? "## 退出码\n" : "## Exit codes\n"
        let table = commandLine.text.components(separatedBy: heading).last ?? ""
        exitCodes = table.matches(of: /\n\| ([0-9, ]+) \| ([^\n]+) \|/).map { (String($0.1), String($0.2)) }
    }

    /// The page in the macros of man(7).
    var text: String {
        let commands = (root.subcommands ?? []).filter { $0.commandName != "help" }
        let shared = commands.flatMap { $0.arguments ?? [] }
        var lines = Self.head("TRIPTYCH", 1, version, language)
        lines += [
            heading(zh: "名称", en: "NAME"),
            "triptych \\- " + say(zh: "在终端里阅读案例研究", en: "explore case studies in the terminal"),
            heading(zh: "概要", en: "SYNOPSIS"), ".B triptych",
            say(zh: "[\\fI命令\\fR] [\\fI选项\\fR]", en: "[\\fIcommand\\fR] [\\fIoptions\\fR]"),
            heading(zh: "说明", en: "DESCRIPTION"),
        ]
        lines += paragraphs([root.abstract, root.discussion])
        lines.append(heading(zh: "选项", en: "OPTIONS"))
        for name in Self.shared.sorted() {
            if let option = shared.first(where: { $0.names?.last?.name == name }) { lines += entry(option) }
        }
        lines.append(heading(zh: "命令", en: "COMMANDS"))
        for command in commands {
            lines += [".SS \(command.commandName)"] + paragraphs([command.abstract, command.discussion])
            let arguments = command.arguments ?? []
            for argument in arguments where argument.shouldDisplay && !Self.shared.contains(argument.name) {
                // A flag and the one that undoes it have one description, which tells both.
                if arguments.contains(where: { "no-" + $0.name == argument.name }) { continue }
                lines += entry(argument, undoneBy: arguments.first { $0.name == "no-" + argument.name })
            }
        }
        lines += keys + settings
        lines.append(heading(zh: "退出码", en: "EXIT STATUS"))
        for (code, meaning) in exitCodes { lines += [".TP", ".B \(code)", Self.prose(meaning)] }
        lines.append(heading(zh: "环境变量", en: "ENVIRONMENT"))
        for (name, zh, en) in Self.variables {
            lines += [".TP", ".B \(name)", Self.prose(say(zh: zh, en: en))]
        }
        lines.append(heading(zh: "文件", en: "FILES"))
        for (path, zh, en) in Self.files { lines += [".TP", ".I \(path)", Self.prose(say(zh: zh, en: en))] }
        lines += [heading(zh: "另见", en: "SEE ALSO"), ".BR triptych\\-case (5)"]
        return lines.joined(separator: "\n") + "\n"
    }

    /// The keys, those that all views or all lists share once.
    private var keys: [String] {
        var lines = [heading(zh: "按键", en: "KEYS")]
        for section in KeyTable.sections {
            lines.append(".SS " + Self.prose(section.title.phrase(in: language)))
            for row in section.rows {
                let keys = row.keys.map { "\\fB" + Self.escaped($0.label) + "\\fR" }
                lines += [".TP", keys.joined(separator: ", "), Self.prose(row.title.phrase(in: language))]
            }
        }
        return lines
    }

    private var settings: [String] {
        var lines = [heading(zh: "配置", en: "CONFIGURATION")]
        for setting in Configuration.declarations {
            let texts = [setting.form, setting.purpose].map { Self.prose($0.phrase(in: language)) }
            lines += [".TP", ".B \(setting.key)"] + [texts[0] + say(zh: "。", en: "."), texts[1]]
        }
        return lines
    }

    private static let variables = [
        ("TRIPTYCH_CASE", "不写 --case 时打开的案例。", "The case to open without --case."),
        ("NO_COLOR", "不用颜色。", "No colours."),
        (
            "TERM, LC_ALL, LC_CTYPE, LC_MESSAGES, LANG", "终端的类型、编码和语言。",
            "The type of terminal, encoding and language."
        ),
    ]

    private static let files = [
        (
            "$XDG_CONFIG_HOME/triptych/config.yaml", "配置；默认在 ~/.config。",
            "The configuration; by default in ~/.config."
        ),
        (
            "$XDG_STATE_HOME/triptych/", "自己的标记、笔记和书签，每个案例一个文件；默认在 ~/.local/state。",
            "Your own marks, notes and bookmarks, a file a case; by default in ~/.local/state."
        ),
        ("$XDG_RUNTIME_DIR/triptych/", "进行中的研讨课的套接字。", "The sockets of open seminars."),
    ]

    private func say(zh: String, en: String) -> String { language == .chinese ? zh : en }
    private func heading(zh: String, en: String) -> String { ".SH " + say(zh: zh, en: en) }

    /// The lines that begin a page.
    fileprivate static func head(
        _ name: String, _ section: Int, _ version: String, _ language: Language
    ) -> [String] {
        [
            ".\\\" Generated: RECORD=1 swift test --disable-xctest --filter ReadmeTests",
            ".TH \(name) \(section) \(Release.date) \"triptych \(version)\"",
        ] + (language == .chinese ? [".ad l"] : [])
    }

    /// A text of the documentation without the marks of Markdown.
    fileprivate static func prose(_ text: String) -> String {
        escaped(
            text.replacing("`", with: "").replacing("**", with: "").replacing(/\[([^\]]*)\]\([^)]*\)/) {
                String($0.1)
            })
    }

    private func entry(_ argument: Command.Argument, undoneBy opposite: Command.Argument? = nil)
        -> [String]
    {
        let texts = [argument.abstract, argument.discussion].compactMap(\.self)
            // The parser describes options of its own in English.
            .map { Self.escaped(language == .chinese ? ParserLanguage.chinese($0) : $0) }
        let forms = [argument.form, opposite?.form].compactMap(\.self)
        return [".TP", forms.joined(separator: ", ")]
            + texts.flatMap { $0.split(separator: "\n").map(String.init) }
    }

    private func paragraphs(_ texts: [String?]) -> [String] {
        let parts = texts.compactMap(\.self).flatMap { $0.components(separatedBy: "\n\n") }
        return parts.enumerated().flatMap { number, part in
            // Lines of a list, such as formats, stay separate lines.
            let lines = part.split(separator: "\n").map { Self.escaped(String($0)) }
            return (number > 0 ? [".PP"] : []) + Array(lines.map { [$0] }.joined(separator: [".br"]))
        }
    }

    fileprivate static func escaped(_ text: String) -> String {
        // troff breaks lines at blanks only, and Chinese has none.
        let plain = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
            .replacing(/([。，；、：）”])(?=[^\s。，；、：）”\\])/) { "\($0.1)\\:" }
        return plain.hasPrefix(".") || plain.hasPrefix("'") ? "\\&" + plain : plain
    }
}

/// The manual page of the case format, generated from what `triptych help format` prints.
struct FormatManual {
    let guide: String
    let version: String
    let language: Language

    /// The page in the macros of man(7).
    var text: String {
        let isChinese = language == .chinese
        var lines = Manual.head("TRIPTYCH\\-CASE", 5, version, language)
        lines += [
            isChinese ? ".SH 名称" : ".SH NAME",
            "triptych\\-case \\- " + (isChinese ? "triptych 的案例格式" : "the format of cases of triptych"),
            isChinese ? ".SH 说明" : ".SH DESCRIPTION",
            Manual.prose(
                isChinese
                    ? "案例是一个放有 YAML 或 JSON 文件的文件夹，或单个这样的文件。各文件的键合在一起。triptych check 报告每一处错误，triptych new 写出一个可供起步的案例。以下逐一说明各种记录。"
                    : "A case is a folder of YAML or JSON files, or one such file; the keys of all files belong together. 'triptych check' reports every mistake, 'triptych new' writes a case to begin with. The records follow."
            ),
        ]
        var isExample = false
        var isFirst = true
        for line in guide.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if line.hasPrefix("```") {
                lines += isExample ? [".fi", ".RE"] : [".PP", ".RS 4", ".nf"]
                isExample.toggle()
            } else if isExample {
                lines.append(line.isEmpty ? "\\&" : Manual.escaped(line))
            } else if line.hasPrefix("## ") {
                lines.append(".SH " + Manual.prose(String(line.dropFirst(3))).uppercased())
                isFirst = true
            } else if line.hasPrefix("| ") {
                // The head of a table repeats what the layout says.
                if isFirst {
                    isFirst = false
                    continue
                }
                let cells = line.dropFirst(2).dropLast(2).replacing("\\|", with: "\u{1}")
                    .components(separatedBy: " | ").map { $0.replacing("\u{1}", with: "|") }
                guard cells.count == 3 else { continue }
                let mark = cells[0].contains("**") ? (isChinese ? "（必需）" : " (required)") : ""
                let once = mark.isEmpty ? "" : cells[0].components(separatedBy: "**").last ?? ""
                let key = Manual.prose(once.isEmpty ? cells[0] : cells[0].replacing(once, with: ""))
                lines += [".TP", "\\fB\(key)\\fR" + Manual.escaped(once.isEmpty ? mark : once)]
                lines += [Manual.prose(cells[1]) + (isChinese ? "。" : "."), Manual.prose(cells[2])]
            } else if !line.isEmpty, !line.hasPrefix("|---") {
                lines.append(Manual.prose(line))
            }
        }
        lines += [isChinese ? ".SH 另见" : ".SH SEE ALSO", ".BR triptych (1)"]
        return lines.joined(separator: "\n") + "\n"
    }
}
