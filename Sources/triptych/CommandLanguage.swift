import ArgumentParser
import CaseModel
import Explorer

/// The language in which the command line speaks of itself: that of `--lang`, wherever it stands, else the usual one.
enum CommandLanguage {
    static let current: Language = {
        let words = CommandLine.arguments
        for (place, word) in words.enumerated() {
            let value: String?
            if word == "--lang", words.indices.contains(place + 1) {
                value = words[place + 1]
            } else {
                value = word.hasPrefix("--lang=") ? String(word.dropFirst("--lang=".count)) : nil
            }
            if let wish = value.flatMap(LanguageChoice.Wish.init(argument:)) { return wish.interface }
        }
        return LanguageChoice.Wish.usual.interface
    }()
}

/// The sentence in the language of the command line.
func told(zh: String, en: String) -> String {
    switch CommandLanguage.current {
    case .chinese: zh
    case .english: en
    }
}

/// The frame that ArgumentParser puts around help and errors, which it has in English only.
enum ParserLanguage {
    /// A help text or an error in Chinese, as far as the parser's own words are known.
    static func chinese(_ text: String) -> String {
        var lines: [String] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            lines.append(translated(String(line)))
        }
        return lines.joined(separator: "\n")
    }

    private static func translated(_ line: String) -> String {
        var line = line
        for (english, chinese) in headings where line.hasPrefix(english) {
            line = chinese + line.dropFirst(english.count)
        }
        return
            line
            .replacing(/Unknown option '([^']+)'/) { "没有选项“\($0.1)”" }
            .replacing(/\. Did you mean '([^']+)'\?/) { "；是不是“\($0.1)”？" }
            .replacing(/^(错误：)?(\d+) unexpected arguments: (.+)$/) { "\($0.1 ?? "")多出 \($0.2) 个参数：\($0.3)" }
            .replacing(/Unexpected argument '([^']+)'/) { "多出参数“\($0.1)”" }
            .replacing(/Missing expected argument '([^']+)'/) { "缺少参数“\($0.1)”" }
            .replacing(/Missing value for '([^']+)'/) { "“\($0.1)”后面缺一个值" }
            .replacing(/The value '([^']*)' is invalid for '([^']+)'/) { "“\($0.2)”不接受“\($0.1)”" }
            .replacing(/\. Please provide one of (.+)\./) { "；可取 \($0.1)" }
            .replacing(/See '([^']+) --help' for more information\./) { "详见“\($0.1) --help”。" }
            .replacing(/See '([^']+) help <subcommand>' for detailed help\./) {
                "“\($0.1) help 命令”说明该命令的全部选项。"
            }
            .replacing("Show help information.", with: "显示帮助。")
            .replacing("Show the version.", with: "显示版本。")
            .replacing("Show subcommand help information.", with: "显示命令的帮助。")
            .replacing("(default: ", with: "(默认：")
    }

    private static let headings = [
        ("OVERVIEW: ", "说明："), ("USAGE: ", "用法："), ("Usage: ", "用法："), ("ARGUMENTS:", "参数："),
        ("OPTIONS:", "选项："), ("SUBCOMMANDS:", "命令："), ("Error: ", "错误："), ("Help:  ", "说明："),
        ("Example: ", "示例："),
    ]
}
