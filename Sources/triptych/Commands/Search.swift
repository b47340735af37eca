import ArgumentParser
import CaseModel
import CaseSearch
import Explorer
import Exports

/// `triptych search`: the matching items, sources, places and actors, the best first.
struct Search: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: told(
            zh: "搜索条目、来源、地点和参与者：名称、正文、证据。",
            en: "Search items, sources, places and actors: names, texts, evidence."),
        discussion: """
            Case, accents, width and traditional or simplified characters make no difference; names are also found \
            by their pinyin, whole or by initials. All words must be found. The best match comes first. Where \
            nothing fits exactly, one mistake is forgiven in words of three letters or more, and told. Exits with 1 \
            if nothing is found.

            Example: triptych search zhongqing shuiku --format json
            """)

    @OptionGroup var options: ReportOptions
    @Argument(help: "What to search for.") var query: [String]

    func validate() throws {
        guard query.contains(where: { $0.contains { !$0.isWhitespace } }) else {
            throw ValidationError("there is nothing to search for")
        }
    }

    func run() throws {
        try reporting {
            let graph = try options.open()
            let matches = SearchIndex(graph).search(query.joined(separator: " "))
            try options.print(graph) { report in
                report.matches(matches)
            } json: { report in
                report.matches(
                    matches.map { ($0.entity, $0.rank, $0.field.rawValue) },
                    isApproximate: matches.isApproximate)
            }
            if matches.isEmpty { throw ExitCode.nothingFound }
        }
    }
}
