import ArgumentParser
import CaseModel
import Exports
import Explorer

/// `triptych claims`: the claims, one a line.
struct Claims: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: localized(
            zh: "列出案例的论断及其来源、日期和强度，每行一条。",
            en: "List the claims of a case, one a line, each with its source, date and strength."),
        discussion: localized(
            zh: """
                筛选逐条论断进行：词语在论断所关对象的名称、论断本身和引文中查找；来源、证据强度和年份都是该论断的，论断没有日期的取其条目的年份。

                示例：triptych claims --filter '乌江 year:2018..2022 strength:primary' --sort date
                """,
            en: """
                A filter is applied claim by claim: a word is looked for in the names of what a claim is about, in the \
                claim and in its quote; source, strength and year are those of the claim, which has the years of its \
                item where it has no date of its own.

                Example: triptych claims --filter '乌江 year:2018..2022 strength:primary' --sort date
                """))

    /// The formats of the list.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json, csv
    }

    @OptionGroup var `case`: CaseOptions
    @OptionGroup var filter: FilterOptions
    @Option(
        help: ArgumentHelp(
            localized(
                zh: "排序：item、claim、source、date、strength 或 locator。",
                en: "Sort by item, claim, source, date, strength or locator."))) var sort: ClaimOrder = .item
    @Flag(help: ArgumentHelp(localized(zh: "倒序。", en: "Turn the order round."))) var reverse = false
    @Option(help: ArgumentHelp(localized(zh: "text（文字）、json 或 csv。", en: "text, json or csv."))) var format:
        Format = .text
    @OptionGroup var layout: TextOptions
    @OptionGroup var characters: CharacterOptions

    func run() throws {
        try reporting {
            let graph = try `case`.open()
            let language = try `case`.languageChoice(of: graph)
            var selection = try filter.selection(in: graph, ofClaims: true) ?? .whole(graph)
            selection.claims =
                format == .text && sort == .source
                ? sortedBySourceID(selection.claims, in: graph)
                : graph.sorted(selection.claims, by: sort, descending: reverse, in: language.languages[0])
            switch format {
            case .text:
                characters.choose()
                let report = TextReport(graph, language: language, columns: layout.listWidth)
                StandardStream.output.write(characters.drawn(report.claims(selection)))
            case .json: StandardStream.output.write(JSONReport(graph).claims(selection.claims))
            case .csv:
                var options = ExportOptions()
                options.selection = selection
                let writer = ExportFormat.csv.writer(of: .evidence, options: options)
                StandardStream.output.write(verbatim: writer?.text(of: graph) ?? "")
            }
            if selection.claims.isEmpty { throw filter.nothingToList(isEmpty: true) }
        }
    }

    /// Claims in the order of the column of sources as the text has it, which shows their ids rather than titles.
    private func sortedBySourceID(_ claims: [Claim], in graph: CaseGraph) -> [Claim] {
        let keyed = claims.enumerated().map { place, claim in
            (id: graph.evidence(of: claim).source.text, place: place, claim: claim)
        }
        return keyed.sorted { left, right in
            guard left.id != right.id else { return left.place < right.place }
            return reverse ? left.id > right.id : left.id < right.id
        }.map(\.claim)
    }
}

extension ClaimOrder: ExpressibleByArgument {
    /// The order of this name; what claims are about has the name of its column and of its order too.
    package init?(argument: String) {
        if ["about", "subject"].contains(argument) { self = .item } else { self.init(rawValue: argument) }
    }
}
