import ArgumentParser
import CaseModel
import CaseSearch
import Explorer
import Exports

/// `triptych search`: the matching items, sources, places and actors, the best first.
struct Search: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: CommandName.search.rawValue, _superCommandName: Triptych.name,
        abstract: localized(
            zh: "搜索条目、来源、地点和参与者：名称、正文、证据。",
            en: "Search items, sources, places and actors: names, texts, evidence."),
        discussion: localized(
            zh: """
                不分大小写、重音、全角半角和繁简；名称也可用拼音全拼或首字母找到。各词须全部找到，最佳的在前。没有完全符合的，三个字母以上的词容许一处错误，并会说明。什么也没找到以 1 结束。

                示例：triptych search zhongqing shuiku --format json
                """,
            en: """
                Case, accents, width and traditional or simplified characters make no difference; names are also found \
                by their pinyin, whole or by initials. All words must be found. The best match comes first. Where \
                nothing fits exactly, one mistake is forgiven in words of three letters or more, and told. Exits with 1 \
                if nothing is found.

                Example: triptych search zhongqing shuiku --format json
                """))

    @OptionGroup var options: ReportOptions
    @Argument(help: ArgumentHelp(localized(zh: "要找的词。", en: "What to search for."))) var query: [String]

    func validate() throws {
        guard query.contains(where: { $0.contains { !$0.isWhitespace } }) else {
            throw ValidationError(localized(zh: "没有要搜索的词", en: "there is nothing to search for"))
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
            if matches.isEmpty {
                let words = query.joined(separator: " ")
                throw Failure(
                    localized(zh: "没有找到“\(words)”", en: "nothing found for '\(words)'"), .nothingFound)
            }
        }
    }
}
