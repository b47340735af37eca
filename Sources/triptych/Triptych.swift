import ArgumentParser
import Kiosk
import System

/// The program: its commands, and the explorer without one.
@main
struct Triptych: ParsableCommand {
    /// What the commands are parts of. A command that is parsed alone and says so is not searched for a request for the
    /// parser's own completion scripts, which takes as long as the rest of it.
    static let name = "triptych"

    static let configuration = CommandConfiguration(
        commandName: name,
        abstract: localized(
            zh: "浏览以三部分框架写成的案例。", en: "Explore a case study built on a three-part framework."),
        discussion: localized(
            zh: """
                不带命令则打开浏览界面。随附案例是渝黔毗邻省际协作治理，按共识—组织—行动来读。

                示例：triptych open prj-chongqing-guiyang-railway --lang zh
                """,
            en: """
                Without a command the explorer opens. The bundled case is Chongqing–Guizhou (渝黔) adjacent \
                inter-provincial collaborative governance, read as consensus – organization – action.

                Example: triptych open prj-chongqing-guiyang-railway --lang en
                """),
        version: Release.version,
        subcommands: CommandName.allCases.map(\.command),
        defaultSubcommand: Browse.self)

    static func main() {
        let arguments = Array(CommandLine.arguments.dropFirst())
        if let answer = CompletionRequest.answer(to: arguments) {
            CurrentProcess.surviveFailedWrites()
            StandardStream.output.write(verbatim: answer)
            CurrentProcess.exit(0)
        }
        // This must precede any use of the environment.
        if KioskOptions.areGiven(in: CommandLine.arguments) { Kiosk.begin() }
        // A write that fails is told as such.
        CurrentProcess.surviveFailedWrites()
        guard CommandLine.argc > 1 else {
            // Plain `triptych` is the most frequent call and has nothing to parse; setting up the parser would take
            // a fifth of the time to the first frame.
            do {
                Configuration.tell(Configuration.current.errors)
                try reporting { try Browse.explore(CaseChoice()) }
            } catch {
                end(with: error)
            }
            return
        }
        if let script = CompletionScript(askedForBy: arguments) {
            StandardStream.output.write(verbatim: script.text)
            CurrentProcess.exit(0)
        }
        let words = CommandWords(arguments)
        if let topic = words.unknownTopic { end(with: Failure(unknownTopic: topic).report()) }
        var command: any ParsableCommand
        do {
            command =
                try words.command.flatMap(parsed) ?? words.candidates.lazy.compactMap(parsed).first
                ?? parseAsRoot(words.arranged)
        } catch {
            end(
                with: words.unknown.flatMap { Failure(mistypedCommand: $0)?.report() }
                    ?? words.candidates.first.flatMap { mistake(in: $0, insteadOf: error) } ?? error)
        }
        // The relay's errors are shown on another machine, whose user cannot mend a file of this one.
        if !(command is ConfigCommand || command is RelayCommand || command is Doctor) {
            Configuration.tell(Configuration.current.errors)
        }
        do {
            try command.run()
        } catch {
            end(with: error)
        }
    }

    /// A command line without mistakes, by the parser of its command alone, which takes half the time of that of the
    /// program; nil for any other, about which the program's parser has more to say.
    private static func parsed(_ line: CommandWords.Line) -> (any ParsableCommand)? {
        guard let command = try? line.name.command.parseAsRoot(line.arguments),
            type(of: command) == line.name.command
        else { return nil }
        return command
    }

    /// What the parser says of a command that stands behind one of its options, where it has taken the option for one
    /// of the explorer's.
    private static func mistake(in line: CommandWords.Line, insteadOf error: any Error) -> (any Error)? {
        guard message(for: error).hasPrefix("Unknown option") else { return nil }
        do {
            _ = try parseAsRoot(line.words)
            return nil
        } catch {
            return error
        }
    }

    /// Prints what the parser has to say, help or an error, and ends the program.
    private static func end(with error: any Error) -> Never {
        let isForPrograms = CommandLine.arguments.dropFirst().contains("--experimental-dump-help")
        CurrentProcess.setVariable("COLUMNS", to: HelpLayout.endless)
        let message = fullMessage(for: error)
        if isForPrograms, exitCode(for: error) == .success {
            StandardStream.output.write(verbatim: message + "\n")
            CurrentProcess.exit(0)
        }
        let code = exitCode(for: error)
        let stream: StandardStream = code == .success ? .output : .error
        let isChinese = CommandLanguage.current == .chinese && !isForPrograms
        if !message.isEmpty {
            let text = isChinese ? ParserLanguage.chinese(message) : message
            stream.write((isForPrograms ? text : HelpLayout.wrapped(text, columns: stream.columns)) + "\n")
        }
        CurrentProcess.exit(code.rawValue)
    }
}
