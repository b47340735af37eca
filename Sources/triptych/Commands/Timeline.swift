import ArgumentParser
import CaseModel
import Exports
import Explorer

/// `triptych timeline`: what the case gives a date, the earliest first.
struct Timeline: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List drivers, arrangements and projects along the years, the earliest first.",
        discussion: """
            Dates stand as precisely as they are known. Nothing behind the dash: it lasts; a question mark: that \
            date is not known, or there is none at all. In the bars ░ is a year or month within which it lies.

            Example: triptych timeline --lang en --width 160
            """)

    @OptionGroup var options: CaseOptions
    @Option(help: "text or json.") var format: OutputFormat = .text
    @OptionGroup var text: TextOptions

    func run() throws {
        try reporting {
            let graph = try options.open()
            switch format {
            case .json: StandardStream.output.write(TimelineExport.json(of: graph))
            case .text:
                let listing = TextReport(graph, language: options.languageChoice)
                StandardStream.output.write(listing.timeline(columns: text.width))
            }
            let timeline = graph.timeline
            if timeline.entries.isEmpty && timeline.undated.isEmpty {
                throw ExitCode(Failure.Status.nothingFound.rawValue)
            }
        }
    }
}
