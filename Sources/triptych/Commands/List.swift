import ArgumentParser
import CaseModel
import Exports
import Explorer
import Screen

/// How a listing command prints.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
    case text, json
}

/// `triptych list`: the items, one a line.
struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the items of a case, one a line.",
        discussion: """
            A filter is made of facets and words, all of which must hold: kind, field, mode, place, province, \
            actor, level, side, status, year (2018, 2018..2022), source, strength, evidence (none, some) or any \
            kind of the case, with a value behind a colon, which is an id, part of a title in either language, or \
            its pinyin; words and "phrases" as in a search; a hyphen before what is to be shut out.

            Example: triptych list project --filter 'place:qijiang year:2018..2022 -rail' --format json
            """)

    @OptionGroup var options: CaseOptions
    @Argument(help: "Kinds to list, such as driver or project (default: all).") var kinds: [String] = []
    // A query may begin with a hyphen.
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Only the items that the query lets through.", valueName: "query"))
    var filter: String?
    @Option(help: "text or json.") var format: OutputFormat = .text

    func run() throws {
        try reporting {
            let graph = try options.open()
            let known = Set(graph.case.kinds.map(\.id.text))
            if let unknown = kinds.first(where: { !known.contains($0) }) {
                let names = graph.case.kinds.map(\.id.text).joined(separator: ", ")
                throw Failure("the case has no kind '\(unknown)'; it has \(names)", .missing)
            }
            let candidates = try filter.map { try FilterQuery(text: $0).positions(in: graph) }
            let positions = (candidates ?? Array(graph.case.items.indices)).filter {
                kinds.isEmpty || kinds.contains(graph.item($0).kind.text)
            }
            switch format {
            case .json: StandardStream.output.write(ListExport.json(positions, of: graph))
            case .text: StandardStream.output.write(text(of: positions, in: graph))
            }
            if positions.isEmpty { throw ExitCode(Failure.Status.nothingFound.rawValue) }
        }
    }

    private func text(of positions: [Int], in graph: CaseGraph) -> String {
        let widest = positions.map { graph.item($0).id.text.columns }.max() ?? 0
        return positions.map { position in
            let item = graph.item(position)
            let gap = String(repeating: " ", count: widest - item.id.text.columns + 2)
            return item.id.text + gap + options.languageChoice.line(item.title) + "\n"
        }.joined()
    }
}
