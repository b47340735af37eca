import ArgumentParser
import CaseModel
import Exports
import Explorer
import System

/// The format of printed reports.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
    case text, json
}

/// The options of all commands that print a report on a case.
struct ReportOptions: ParsableArguments {
    @OptionGroup var `case`: CaseOptions
    @Option(help: ArgumentHelp(localized(zh: "text（文字）或 json。", en: "text or json.")))
    var format: OutputFormat = .text
    @OptionGroup var layout: TextOptions
    @OptionGroup var characters: CharacterOptions

    /// The case, which is kept until the process ends: taking it apart costs a report a tenth of its time.
    func open() throws -> CaseGraph {
        final class Keeper {
            let graph: CaseGraph
            init(_ graph: CaseGraph) { self.graph = graph }
        }
        let graph = try `case`.open()
        _ = Unmanaged.passRetained(Keeper(graph))
        return graph
    }

    /// The language of the text.
    func language(of graph: CaseGraph) throws(Failure) -> LanguageChoice {
        try `case`.languageChoice(of: graph)
    }

    /// Prints a report on a case, or on a part of it, in the format asked for.
    func print(
        _ graph: CaseGraph, only selection: CaseSelection? = nil, text: (TextReport) -> String,
        json: (JSONReport) -> String
    ) throws(Failure) {
        switch format {
        case .json: StandardStream.output.write(json(JSONReport(graph, selection: selection)))
        case .text:
            let language = try language(of: graph)
            characters.choose()
            var report = TextReport(
                graph, language: language, columns: layout.listWidth,
                isLinked: StandardStream.output.takesLinks && !characters.isASCII)
            report.selection = selection
            StandardStream.output.write(verbatim: characters.drawn(text(report)))
        }
    }
}

/// The options of running text.
struct TextOptions: ParsableArguments {
    @Option(
        name: .customLong("width"),
        help: ArgumentHelp(
            localized(
                zh: "文字的列数，20 到 1000（默认：终端的宽度；不是终端时，正文为 80 列，列表每项一行）。",
                en:
                    "How wide the text is, 20 to 1000 columns (default: as the terminal; without one, 80 for running text, and an entry of a list on one line)."
            ),
            valueName: "columns"))
    var wish: Int?

    /// The columns of a list with an entry on each line: as wide as the terminal, or as asked for. Elsewhere an entry
    /// stays one line, however long, for the programs that read it.
    var listWidth: Int { wish ?? (StandardStream.output.isTerminal ? width : .max) }

    /// The columns of the text.
    var width: Int { wish ?? min(max(20, StandardStream.output.columns), 1000) }

    func validate() throws {
        guard (20...1000).contains(width) else {
            throw ValidationError(
                localized(zh: "--width 可取 20 到 1000 列", en: "--width takes 20 to 1000 columns"))
        }
    }
}

/// The option for the output file.
struct FileOptions: ParsableArguments {
    @Option(
        name: [.customShort("o"), .long],
        help: ArgumentHelp(
            localized(
                zh: "写入这个文件，要么完整写成，要么不写；- 为标准输出（默认：标准输出）。",
                en: "Write this file, whole or not at all; - is stdout (default: stdout)."), valueName: "file"
        ),
        completion: .file())
    var output: String?

    func validate() throws {
        guard output?.isEmpty != true else {
            throw ValidationError(
                localized(
                    zh: "-o 的文件名是空的；请写一个文件名，或去掉 -o，写到标准输出",
                    en: "-o names no file; give it a name, or leave it out to write to stdout"))
        }
    }

    /// Writes the file, or to stdout without one or where it is called `-`, as it is for what is read.
    func write(_ text: String) throws {
        if let output, output != "-" {
            try WholeFile.write(text, to: output)
        } else {
            StandardStream.output.write(verbatim: text)
        }
    }
}

extension ExitCode {
    /// The exit status of a command without results.
    static var nothingFound: ExitCode { ExitCode(Failure.Status.nothingFound.rawValue) }
}
