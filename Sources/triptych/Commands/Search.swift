import ArgumentParser
import CaseModel
import CaseSearch
import Explorer
import Screen

/// `triptych search`: the items in which something is found, the best first.
struct Search: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Search titles, other names, texts, evidence, sources, places and actors.",
        discussion: """
            Case, accents, width and traditional or simplified characters make no difference; names are also found \
            by their pinyin, whole or by initials. All words must be found. The best match comes first. Exits with \
            1 if there is none.

            Example: triptych search zhongqing shuiku --format json
            """)

    @OptionGroup var options: CaseOptions
    @Argument(help: "What to search for.") var query: [String]
    @Option(help: "text or json.") var format: OutputFormat = .text

    func validate() throws {
        guard query.contains(where: { $0.contains { !$0.isWhitespace } }) else {
            throw ValidationError("there is nothing to search for")
        }
    }

    func run() throws {
        try reporting {
            let graph = try options.open()
            let matches = Array(SearchIndex(graph).search(query.joined(separator: " ")))
            switch format {
            case .json: StandardStream.output.write(SearchRecord.json(matches, of: graph))
            case .text: StandardStream.output.write(text(of: matches, in: graph))
            }
            if matches.isEmpty { throw ExitCode(Failure.Status.nothingFound.rawValue) }
        }
    }

    private func text(of matches: [Match], in graph: CaseGraph) -> String {
        let widest = matches.map { graph.item($0.position).id.text.columns }.max() ?? 0
        return matches.map { match in
            let item = graph.item(match.position)
            let gap = String(repeating: " ", count: widest - item.id.text.columns + 2)
            let title = options.languageChoice.line(item.title)
            return "\(item.id.text)\(gap)\(title)  (\(match.field.rawValue))\n"
        }.joined()
    }
}
