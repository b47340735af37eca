import ArgumentParser
import CaseModel
import Exports
import Explorer

/// A part of a case that has a listing command.
protocol ListedPart {
    /// The command's name, its line in the help, and the arguments of its example.
    static var help: (name: String, abstract: String, example: String) { get }

    /// The entries as text and as JSON.
    static func text(_ report: TextReport) -> String
    static func json(_ report: JSONReport) -> String
    /// True if the case has no such entries.
    static func isEmpty(in case: Case) -> Bool
}

/// A command that lists one part of a case, and exits with 1 if the case has none.
struct Listing<Part: ListedPart>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: Part.help.name, abstract: Part.help.abstract,
            discussion: "Example: triptych \(Part.help.name) \(Part.help.example)")
    }

    @OptionGroup var options: ReportOptions

    func run() throws {
        try reporting {
            let graph = try options.open()
            try options.print(graph, text: Part.text, json: Part.json)
            if Part.isEmpty(in: graph.case) { throw ExitCode.nothingFound }
        }
    }
}

/// `triptych sources`: the bibliography.
enum Sources: ListedPart {
    static let help = (
        name: "sources", abstract: "List the sources of a case, one a line, with how often each is cited.",
        example: "--format json"
    )
    static func text(_ report: TextReport) -> String { report.sources }
    static func json(_ report: JSONReport) -> String { report.sources }
    static func isEmpty(in case: Case) -> Bool { `case`.sources.isEmpty }
}

/// `triptych places`: the places.
enum Places: ListedPart {
    static let help = (
        name: "places",
        abstract: "List the places of a case, one a line, with the items there and the borders.",
        example: "--lang en"
    )
    static func text(_ report: TextReport) -> String { report.places }
    static func json(_ report: JSONReport) -> String { report.places }
    static func isEmpty(in case: Case) -> Bool { `case`.places.isEmpty }
}

/// `triptych actors`: the actors.
enum Actors: ListedPart {
    static let help = (
        name: "actors",
        abstract: "List the actors of a case, one a line, with level, side and number of items.",
        example: "--format json"
    )
    static func text(_ report: TextReport) -> String { report.actors }
    static func json(_ report: JSONReport) -> String { report.actors }
    static func isEmpty(in case: Case) -> Bool { `case`.actors.isEmpty }
}

/// `triptych tours`: the tours and their steps.
enum Tours: ListedPart {
    static let help = (
        name: "tours", abstract: "List the tours of a case, each with its steps.", example: "--lang en"
    )
    static func text(_ report: TextReport) -> String { report.tours }
    static func json(_ report: JSONReport) -> String { report.tours }
    static func isEmpty(in case: Case) -> Bool { `case`.tours.isEmpty }
}
