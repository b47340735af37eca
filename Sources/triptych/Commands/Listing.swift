import ArgumentParser
import CaseModel
import Exports
import Explorer

/// A part of a case that has a listing command.
protocol ListedPart {
    /// The command's name, its line in the help, and the arguments of its example.
    static var help: (name: CommandName, abstract: String, example: String) { get }

    /// The entries as text and as JSON.
    static func text(_ report: TextReport) -> String
    static func json(_ report: JSONReport) -> String
    /// True if a part of the case, or for nil all of it, has no such entries.
    static func isEmpty(_ selection: CaseSelection?, in graph: CaseGraph) -> Bool
}

/// A command that lists one part of a case, and exits with 1 if the case has none.
struct Listing<Part: ListedPart>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: Part.help.name.rawValue, _superCommandName: Triptych.name,
            abstract: Part.help.abstract,
            discussion: localized(
                zh: "示例：triptych \(Part.help.name.rawValue) \(Part.help.example)",
                en: "Example: triptych \(Part.help.name.rawValue) \(Part.help.example)"))
    }

    @OptionGroup var options: ReportOptions
    @OptionGroup var filter: FilterOptions

    func run() throws {
        try reporting {
            let graph = try options.open()
            let selection = try filter.selection(in: graph)
            try options.print(graph, only: selection, text: Part.text, json: Part.json)
            if Part.isEmpty(selection, in: graph) {
                throw filter.nothingToList(isEmpty: selection?.items.isEmpty == true)
            }
        }
    }
}

/// `triptych sources`: the bibliography.
enum Sources: ListedPart {
    static let help = (
        name: CommandName.sources,
        abstract: localized(
            zh: "列出案例的来源及其被引次数，每行一个。",
            en: "List the sources of a case, one a line, with how often each is cited."),
        example: "--format json"
    )
    static func text(_ report: TextReport) -> String { report.sources }
    static func json(_ report: JSONReport) -> String { report.sources }
    static func isEmpty(_ selection: CaseSelection?, in graph: CaseGraph) -> Bool {
        selection?.sources.isEmpty ?? graph.case.sources.isEmpty
    }
}

/// `triptych places`: the places.
enum Places: ListedPart {
    static let help = (
        name: CommandName.places,
        abstract: localized(
            zh: "列出案例的地点及其条目数和相邻地点，每行一个。",
            en: "List the places of a case, one a line, with the items there and the borders."),
        example: "--lang en"
    )
    static func text(_ report: TextReport) -> String { report.places }
    static func json(_ report: JSONReport) -> String { report.places }
    static func isEmpty(_ selection: CaseSelection?, in graph: CaseGraph) -> Bool {
        selection?.places.isEmpty ?? graph.case.places.isEmpty
    }
}

/// `triptych actors`: the actors.
enum Actors: ListedPart {
    static let help = (
        name: CommandName.actors,
        abstract: localized(
            zh: "列出案例的参与者及其层级、所属一方和条目数，每行一个。",
            en: "List the actors of a case, one a line, with level, side and number of items."),
        example: "--format json"
    )
    static func text(_ report: TextReport) -> String { report.actors }
    static func json(_ report: JSONReport) -> String { report.actors }
    static func isEmpty(_ selection: CaseSelection?, in graph: CaseGraph) -> Bool {
        selection?.actors.isEmpty ?? graph.case.actors.isEmpty
    }
}

/// `triptych tours`: the tours and their steps.
enum Tours: ListedPart {
    static let help = (
        name: CommandName.tours,
        abstract: localized(
            zh: "列出案例的讲解路线及其步骤。",
            en: "List the tours of a case, each with its steps."), example: "--lang en"
    )
    static func text(_ report: TextReport) -> String { report.tours }
    static func json(_ report: JSONReport) -> String { report.tours }
    static func isEmpty(_ selection: CaseSelection?, in graph: CaseGraph) -> Bool {
        graph.tours(in: selection).isEmpty
    }
}
