import ArgumentParser
import CaseFiles
import CaseModel
import Explorer
import Exports
import System

/// `triptych config`: the settings that hold, and where each comes from.
struct ConfigCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: CommandName.config.rawValue, _superCommandName: Triptych.name,
        abstract: localized(
            zh: "列出各项设置的值及其出处（默认、配置文件、环境变量、选项）。",
            en: "List the settings that hold and where each comes from."),
        discussion: localized(
            zh: """
                配置文件是 $XDG_CONFIG_HOME/triptych/config.yaml，否则 ~/.config/triptych/config.yaml；没有也可以。命令行和环境变量\
                先于它。文件中的错误连同位置印到 stderr，以 65 结束；其余设置照常生效。

                示例：triptych config --theme mono
                """,
            en: """
                The file is $XDG_CONFIG_HOME/triptych/config.yaml, else ~/.config/triptych/config.yaml, and need not be \
                there. The command line and the environment precede it. Mistakes in it are told on stderr with their \
                places, and end this command with 65; every other setting holds all the same.

                Example: triptych config --theme mono
                """))

    @OptionGroup var options: CaseOptions
    @OptionGroup var screen: ScreenOptions
    @Flag(
        help: ArgumentHelp(
            localized(
                zh: "改为列出按键（包括你自己改的）和各自命令的名称；“triptych help keys”也一样。",
                en:
                    "List the keys instead, yours among them, with the names of their commands, as 'triptych help keys' does."
            )))
    var keys = false
    @Option(help: ArgumentHelp(localized(zh: "text（文字）或 json。", en: "text or json.")))
    var format: OutputFormat = .text

    func run() throws {
        try reporting {
            let configuration = Configuration.current
            if keys {
                Preferences.choose(configuration.preferences(palette: .standard))
                return StandardStream.output.write(KeyTable.markdown(CommandLanguage.current))
            }
            var context = SettingContext(configuration: configuration)
            (context.language, context.path) = (options.language, options.path)
            (context.theme, context.mouse) = (screen.theme, screen.mouse)
            (context.ascii, context.ambiguous) = (screen.characters.ascii, screen.characters.ambiguous)
            context.colourless =
                switch screen.colour {
                case .never: .option("--color")
                case .always: nil
                case .auto:
                    CurrentProcess.variable("NO_COLOR")?.isEmpty == false ? .environment("NO_COLOR") : nil
                }
            context.measured = CurrentProcess.variable("TERM").flatMap { terminal in
                StateFolder().flatMap { WidthMemory(in: $0).width(of: terminal) }
            }
            switch format {
            case .text:
                let rows = context.holdings.map {
                    [$0.name, $0.value, $0.origin.words(in: CommandLanguage.current)]
                }
                StandardStream.output.write(TextReport.aligned(rows))
            case .json:
                StandardStream.output.write(JSONValue.array(context.holdings.map(\.json)).rendered())
            }
            Configuration.tell(configuration.diagnostics)
            let isCaseWrong = context.holdsWrongCase()
            if isCaseWrong || !configuration.errors.isEmpty {
                throw ExitCode(Failure.Status.badData.rawValue)
            }
        }
    }
}

extension SettingContext {
    /// Tells why the case of the file cannot be opened; false if it can, or if another case holds.
    fileprivate func holdsWrongCase() -> Bool {
        guard let setting = configuration.case,
            case .file? = holdings.first(where: { $0.name == "case" })?.origin
        else { return false }
        let reason: Text
        do throws(CaseFileError) {
            if try CaseReader.read(path: setting.value).caseFile != nil { return false }
            reason = Text(
                chinese: "案例 \(setting.value) 有错误，用 triptych check 查看",
                english: "the case \(setting.value) has errors; 'triptych check' tells them")
        } catch {
            reason = error.sentence
        }
        let place = Diagnostic(
            severity: .error, file: configuration.path ?? "", line: setting.line, column: 1, message: reason)
        Configuration.tell([place])
        return true
    }
}

extension Holding {
    /// The JSON record.
    fileprivate var json: JSONValue {
        let origin: [(String, JSONValue)] =
            switch self.origin {
            case .usual: [("origin", .string("default"))]
            case .measured: [("origin", .string("doctor"))]
            case .file(let path, let line):
                [("origin", .string("file")), ("file", .string(path)), ("line", .count(line))]
            case .environment(let name): [("origin", .string("environment")), ("variable", .string(name))]
            case .option(let name): [("origin", .string("option")), ("option", .string(name))]
            }
        return .object([("setting", .string(name)), ("value", .string(value))] + origin)
    }
}
