/// What ArgumentParser says of its own accord, in help and errors, and has in English only.
enum ParserLanguage {
    /// A help text or an error in Chinese; sentences of the program's own stay as they are.
    static func chinese(_ text: String) -> String {
        text
            .replacing(/\. Please provide one of the following:\n((?:  - .+(?:\n|$))+)/) { match in
                "；可取 " + match.1.matches(of: /- (.+)/).map { String($0.1) }.joined(separator: "、") + "\n"
            }
            .split(separator: "\n", omittingEmptySubsequences: false)
            .map { translated(String($0)) }
            .joined(separator: "\n")
    }

    private static func translated(_ line: String) -> String {
        var line = line
        for (english, chinese) in headings where line.hasPrefix(english) {
            line = chinese + line.dropFirst(english.count)
        }
        for translate in [usage, values, errors, options, others] { line = translate(line) }
        return line
    }

    private static let headings = [
        ("OVERVIEW: ", "说明："), ("USAGE: ", "用法："), ("Usage: ", "用法："), ("ARGUMENTS:", "参数："),
        ("OPTIONS:", "选项："), ("SUBCOMMANDS:", "命令："), ("Error: ", "错误："), ("Help:  ", "说明："),
        ("   or: ", "   或者："),
    ]

    private static func usage(_ line: String) -> String {
        line
            .replacing(/^用法：.*$/) { usage in
                usage.0.replacing("<subcommand>", with: "<命令>").replacing("<options>", with: "<选项>")
            }
            .replacing(/^(\p{Script=Han}.*):$/) { "\($0.1)：" }
            // Two columns fewer, which the description behind it must not move by.
            .replacing(#/^(  \S+) \(default\) /#) { "\($0.1)（默认）   " }
            .replacing(/See '([^']+) --help' for more information\./) { "详见“\($0.1) --help”。" }
            .replacing(/See '([^']+) help <subcommand>' for detailed help\./) {
                "“\($0.1) help 命令”说明该命令的全部选项。"
            }
            .replacing("Show help information.", with: "显示帮助。")
            .replacing("Show the version.", with: "显示版本。")
            .replacing("Show subcommand help information.", with: "显示命令的帮助。")
    }

    /// The values that an option takes, in its help and in an error.
    private static func values(_ line: String) -> String {
        line
            .replacing(#/ ?\(values: (.+?); default(?: as flag)?: (.+)\)$/#) {
                "（可取 \(listed($0.1))；默认 \($0.2)）"
            }
            .replacing(#/ ?\(values: (.+)\)$/#) { "（可取 \(listed($0.1))）" }
            .replacing(#/ ?\(default(?: as flag)?: (.+)\)$/#) { "（默认 \($0.1)）" }
            .replacing(/\. Please provide one of (.+)\.$/) { match in
                "；可取 " + match.1.matches(of: /'([^']+)'/).map { String($0.1) }.joined(separator: "、")
            }
    }

    private static func listed(_ values: Substring) -> String {
        values.split(separator: ", ").joined(separator: "、")
    }

    private static func errors(_ line: String) -> String {
        line
            .replacing(/The value '(.*)' is invalid for '([^']+)'(: )?/) { match in
                "“\(match.2)”不接受“\(match.1)”" + (match.3 == nil ? "" : "：")
            }
            .replacing(/The value '(.*)' is invalid\.(: )?/) { "不接受“\($0.1)”\($0.2 == nil ? "" : "：")" }
            .replacing(/(\d+) unexpected arguments: '(.+)'$/) { match in
                "多出 \(match.1) 个参数：" + match.2.split(separator: "', '").map { "“\($0)”" }.joined()
            }
            .replacing(/Unexpected argument '(.+)'/) { "多出参数“\($0.1)”" }
            .replacing(/Missing expected argument '(.+)'/) { "缺少参数“\($0.1)”" }
            .replacing(/Missing one of: '(.+)'$/) { match in
                "须有其中之一：" + match.1.split(separator: "', '").map { "“\($0)”" }.joined()
            }
            .replacing("Missing required subcommand.", with: "缺少命令。")
    }

    private static func options(_ line: String) -> String {
        line
            .replacing(/Unknown option '([^']+)'/) { "没有选项“\($0.1)”" }
            .replacing(/Invalid option: (\S+)/) { "选项“\($0.1)”不成立" }
            .replacing(/\. Did you mean '([^']+)'\?/) { "；是不是“\($0.1)”？" }
            .replacing(/Missing value for '([^']+)'(?: in '(.+)')?/) { match in
                "\(match.2.map { "“\($0)”里的" } ?? "")“\(match.1)”后面缺一个值"
            }
            .replacing(/The option '([^']+)' does not take any value, but '(.*)' was specified\./) {
                "选项“\($0.1)”后面没有值，不接受“\($0.2)”"
            }
            .replacing(/Value to be set with (.+) had already been set with (.+)$/) { match in
                "\(flag(match.1))与前面的\(flag(match.2))设定同一项，只能用一个"
            }
    }

    private static func flag(_ words: Substring) -> String {
        let names = words.matches(of: /'([^']+)'/).map { String($0.1) }
        return names.count > 1
            ? "“\(names[1])”里的“\(names[0])”" : names.first.map { "“\($0)”" } ?? String(words)
    }

    private static func others(_ line: String) -> String {
        line
            .replacing(/Can't generate completion scripts for '(.+)'\./) { "不能为“\($0.1)”生成补全脚本。" }
            .replacing("Can't autodetect a supported shell.", with: "认不出所用的 shell。")
            .replacing(/Please use (\S+) with one of:/) { "请用 \($0.1)，可取：" }
    }
}
