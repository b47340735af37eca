import ArgumentParser
import CaseFiles
import CaseModel
import Exports
import Explorer

/// `triptych network`: who works with whom.
struct Network: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print who works with whom: figures, actors by level and side, the partners of one.",
        discussion: """
            Two actors are partners where an arrangement names both. Centralisation is Freeman's degree \
            centralisation of those who take part: 0 where all have equally many partners, 1 where all ties lie \
            with one hub. Components are numbered from 1, the largest.

            Example: triptych network --through both --at act-chongqing-government
            """)

    @OptionGroup var options: CaseOptions
    @Option(help: "What partners share: arrangements, projects or both.")
    var through: Cooperation.Basis = .arrangements
    @Option(help: "Also the partners of the actor or item of this id, and what they share.") var at: String?
    // A query may begin with a hyphen.
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Only by way of the items that the query lets through.", valueName: "query"))
    var filter: String?
    @Option(help: "text or json.") var format: OutputFormat = .text

    func run() throws {
        try reporting {
            let graph = try options.open()
            let shown = try filter.map { Set(try FilterQuery(text: $0).positions(in: graph)) }
            let cooperation = graph.cooperation(through: through) { shown?.contains($0) ?? true }
            let node = try at.map { try cooperation.node(named: $0, through: through, in: graph) }
            switch format {
            case .json:
                StandardStream.output.write(
                    NetworkExport.json(cooperation, through: through, at: node, of: graph))
            case .text:
                let listing = TextReport(graph, language: options.languageChoice)
                StandardStream.output.write(listing.network(cooperation, through: through, at: node))
            }
            if cooperation.actors.takingPart.isEmpty {
                throw ExitCode(Failure.Status.nothingFound.rawValue)
            }
        }
    }
}

extension Cooperation.Basis: ExpressibleByArgument {}

extension Cooperation {
    /// The actor or item of this id; a sentence and 66 where there is none, or where it is not counted.
    fileprivate func node(named id: String, through ground: Basis, in graph: CaseGraph) throws -> Node {
        if let number = graph.number(of: ID<CaseModel.Actor>(id)) { return .actor(number) }
        if let position = graph.position(of: ID<Item>(id)) {
            if includes(.item(position)) { return .item(position) }
            let kind = graph.kind(of: position)?.title.english ?? graph.item(position).kind.text
            throw Failure(
                "'\(id)', a \(kind), is not counted in the network through \(ground.rawValue)", .missing)
        }
        let ids = graph.case.actors.map(\.id.text) + graph.case.items.map(\.id.text)
        let hint = Suggestion.nearest(to: id, among: ids).map { "; did you mean '\($0)'?" } ?? ""
        throw Failure("the case has no actor and no item '\(id)'\(hint)", .missing)
    }
}
