import Foundation
import SessionSupport
import Testing
import TextLayout

/// What the parser of the command line has to say, in the reader's language and width.
@Suite struct ParserLanguageTests {
    /// A line of each kind that the parser refuses, and what is said of it.
    static let mistakes: [(arguments: [String], sentence: String)] = [
        (["list", "--nonsense"], "没有选项“--nonsense”"),
        (["list", "--connected"], "没有选项“--connected”"),
        (["list", "--filtre", "x"], "没有选项“--filtre”；是不是“--filter”？"),
        (["list", "-x"], "没有选项“-x”"),
        (["export", "items", "-of"], "或者：“-of”里的“-o <file>”后面缺一个值"),
        (["list", "--width"], "“--width <columns>”后面缺一个值"),
        (["list", "--format="], "“--format <format>”后面缺一个值"),
        (["show"], "缺少参数“<ids> ...”"),
        (["export", "items"], "缺少参数“--format <format>”"),
        (["overview", "it's"], "多出参数“it's”"),
        (["overview", "a", "b", "c"], "多出 3 个参数：“a”“b”“c”"),
        (["list", "--grade", "foo"], "“--grade <grade>”不接受“foo”；可取 direct、well-founded、all"),
        (["export", "network"], "“<subject>”不接受“network”；可取 items、evidence、links、metrics、sources、"),
        (["list", "--width", "wide"], "“--width <columns>”不接受“wide”"),
        (["list", "--width", "7"], "--width 可取 20 到 1000 列"),
        (["snapshot", "--view", "map", "--size", "0"], "“--size <100x30>”不接受“0”：写作 列数x行数"),
        (["claims", "--reverse=3"], "选项“--reverse”后面没有值，不接受“3”"),
        (["list", "--lang", "3zh"], "“--lang <language>”不接受“3zh”"),
        (["snapshot"], "缺少参数“--view <view>”"),
        (["list", "--grade", "all"], "--grade 只与 --connected-to 同用"),
        (["help", "nonsense"], "没有命令“nonsense”"),
        (["--connected-to", "drv-x", "list", "--nonsense"], "没有选项“--nonsense”"),
        (["--generate-completion-script", "tcsh"], "不能为“tcsh”生成补全脚本。"),
    ]

    @Test(arguments: mistakes)
    func `an error is in Chinese, whatever is wrong`(arguments: [String], sentence: String) throws {
        let outcome = try Invocation(arguments, environment: ["LC_ALL": "zh_CN.UTF-8"])
        #expect(outcome.status == 64)
        #expect(outcome.output.isEmpty)
        // A line may have been broken anywhere.
        let words = outcome.errors.replacing(/\n */, with: "")
        #expect(
            words.contains(sentence.replacing(" ", with: "")) || words.contains(sentence), "\(outcome.errors)"
        )
        #expect(Self.english(in: outcome.errors).isEmpty, "\(outcome.errors)")
        for line in outcome.errors.split(separator: "\n") { #expect(String(line).columns <= 80, "\(line)") }
    }

    /// The words of the parser's own frame that are left; what is quoted, the usage and the names of values stay as
    /// they are typed.
    private static func english(in text: String) -> [String] {
        text.replacing(/“[^”]*”/, with: "").replacing(/<[^>]*>/, with: "")
            .matches(of: /[A-Za-z]+/).map { String($0.0).lowercased() }
            .filter { Self.frame.contains($0) && !Self.named.contains($0) }
    }

    private static let frame: Set = [
        "a", "already", "and", "any", "argument", "arguments", "autodetect", "been", "but", "can",
        "completion",
        "could", "default", "detailed", "did", "does", "error", "expected", "following", "for", "had", "help",
        "information", "invalid", "is", "mean", "missing", "more", "not", "of", "one", "option", "or",
        "please",
        "provide", "required", "scripts", "see", "show", "specified", "subcommand", "take", "the", "this",
        "unexpected", "unknown", "usage", "use", "value", "values", "was", "with", "you",
    ]

    /// The names of the commands, as the help lists them.
    private static func commands() throws -> [String] {
        let help = try Invocation(["--help", "--lang", "en"]).output
        let list = try #require(help.components(separatedBy: "SUBCOMMANDS:\n").last)
        return list.matches(of: /(?m)^ {2}([a-z]+)/).map { String($0.1) }
    }

    @Test(arguments: ["zh", "en"])
    func `no line of any help is longer than the terminal, and none is broken against the rules`(
        language: String
    ) throws {
        let commands = try Self.commands()
        #expect(commands.count > 25)
        for command in [[]] + commands.map({ [$0] }) {
            let help = try Invocation(command + ["--help", "--lang", language])
            #expect(help.status == 0 && help.errors.isEmpty)
            for line in help.output.split(separator: "\n").map(String.init) {
                #expect(line.columns <= 80, "\(command): \(line)")
                let text = line.drop { $0 == " " }
                #expect(!"。，、；：？！”）".contains(text.first ?? " "), "\(command): \(line)")
                #expect(!"“（".contains(text.last ?? " "), "\(command): \(line)")
            }
            if language == "zh" {
                let own = help.output.replacing(/示例：.*/, with: "")
                let left = Self.english(in: own)
                #expect(left.isEmpty, "\(command): \(left)")
            }
        }
    }

    /// Names of commands, options and values that are words of the parser's frame as well.
    private static let named: Set = ["completion", "default", "help", "is", "show"]

    @Test(arguments: [30, 60, 120])
    func `help is as wide as the terminal`(columns: Int) throws {
        let terminal = try PseudoTerminal(
            [Program.built("triptych"), "list", "--help", "--lang", "zh"],
            environment: Program.environment(["TERM": "vt100", "COLUMNS": "33"]), columns: columns)
        #expect(try terminal.end() == .exited(0))
        let lines = terminal.text.split(whereSeparator: \.isNewline).map(String.init)
        #expect(lines.allSatisfy { $0.columns <= columns })
        #expect(lines.contains { $0.columns > columns - 6 })
    }

    @Test func `help loses no word to its width`() throws {
        for language in ["zh", "en"] {
            let words = try Invocation(["list", "--help", "--lang", language]).output
            let terminal = try PseudoTerminal(
                [Program.built("triptych"), "list", "--help", "--lang", language],
                environment: Program.environment(["TERM": "vt100"]), columns: 40)
            #expect(try terminal.end() == .exited(0))
            func letters(_ text: String) -> String { text.filter { !$0.isWhitespace } }
            #expect(letters(terminal.text) == letters(words))
        }
    }

    @Test(arguments: [
        (["--connected-to", "drv-guizhou-new-path", "list", "project"], ["list", "project"]),
        (["--all", "--lang", "zh", "trace", "prj-chongqing-guiyang-railway"], ["trace"]),
        (["--view", "matrix", "--size", "60x20", "snapshot"], ["snapshot"]),
        (["--sort", "date", "claims"], ["claims"]), (["--reverse", "--sort=date", "claims"], ["claims"]),
        (["--from", "drv-guizhou-new-path", "trace", "prj-chongqing-guiyang-railway"], ["trace"]),
    ])
    func `any option may stand before its command`(arguments: [String], command: [String]) throws {
        var behind = arguments
        let place = try #require(behind.firstIndex(of: command[0]))
        behind.insert(behind.remove(at: place), at: 0)
        let (before, usual) = (try Invocation(arguments), try Invocation(behind))
        #expect(before.status == 0 && !before.output.isEmpty, "\(before.errors)")
        #expect(before.output == usual.output)
    }

    @Test func `a mistake in such a line is told of the command that is meant`() throws {
        let outcome = try Invocation([
            "--all", "trace", "prj-chongqing-guiyang-railway", "--frm", "x", "--lang", "en",
        ])
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains("Unknown option '--frm'. Did you mean '--from'?"))
        #expect(outcome.errors.contains("Usage: triptych trace"))
        let help = try Invocation(["--all", "trace", "--help", "--lang", "en"])
        #expect(help.status == 0 && help.output.contains("USAGE: triptych trace"))
        #expect(try Invocation(["--help", "trace", "--lang", "en"]).output == help.output)
    }

    @Test(arguments: [
        (["search", "nowhere-to-be-found"], "没有找到“nowhere-to-be-found”"),
        (["list", "driver", "--filter", "kind:project"], "筛选出的各项里没有可列的"),
        (
            ["list", "driver", "--connected-to", "prj-fuling-liuzhou-railway", "--grade", "direct"],
            "没有这样相连的条目"
        ),
        (["places", "--filter", "kind:mode"], "筛选出的各项里没有可列的"),
        (["timeline", "--filter", "kind:mode"], "筛选出的各项里没有可列的"),
    ])
    func `a listing without an entry says so on standard error alone`(arguments: [String], sentence: String)
        throws
    {
        let outcome = try Invocation(arguments + ["--lang", "zh"])
        #expect(outcome.status == 1)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors == "triptych: \(sentence)\n")
    }
}
