import ArgumentParser
import CaseModel
import Explorer

/// A command that lists one part of a case, and ends with 1 where the case has nothing of it.
protocol ReportCommand: ParsableCommand {
    var options: CaseOptions { get }
    var format: OutputFormat { get }

    /// The records as scripts read them.
    func json(of graph: CaseGraph) -> String
    /// The lines as people read them.
    func text(of listing: TextReport) -> String
    /// How many entries there are.
    func count(in case: Case) -> Int
}

extension ReportCommand {
    func run() throws {
        try reporting {
            let graph = try options.open()
            switch format {
            case .json: StandardStream.output.write(json(of: graph))
            case .text:
                let listing = TextReport(
                    graph, language: options.languageChoice, isLinked: StandardStream.output.takesLinks)
                StandardStream.output.write(text(of: listing))
            }
            if count(in: graph.case) == 0 { throw ExitCode(Failure.Status.nothingFound.rawValue) }
        }
    }
}
