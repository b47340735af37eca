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
        discussion: "Example: triptych list project --format json")

    @OptionGroup var options: CaseOptions
    @Argument(help: "Kinds to list, such as driver or project (default: all).") var kinds: [String] = []
    @Option(help: "text or json.") var format: OutputFormat = .text

    func run() throws {
        try reporting {
            let graph = try options.open()
            let known = Set(graph.case.kinds.map(\.id.text))
            if let unknown = kinds.first(where: { !known.contains($0) }) {
                let names = graph.case.kinds.map(\.id.text).joined(separator: ", ")
                throw Failure("the case has no kind '\(unknown)'; it has \(names)", .missing)
            }
            let positions = graph.case.items.indices.filter {
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
