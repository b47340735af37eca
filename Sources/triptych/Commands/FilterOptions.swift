import ArgumentParser
import CaseFiles
import CaseModel
import CaseSearch
import Explorer
import Screen

/// The option `--filter`.
struct FilterOptions: ParsableArguments {
    // A query may begin with a hyphen.
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            localized(zh: "只列出符合条件的。", en: "Only what the query lets through."), valueName: "query"),
        completion: .query)
    var filter: String?

    /// The positions of the items that the query includes, all without a query.
    func positions(in graph: CaseGraph) throws -> [Int] {
        try parsed(in: graph)?.positions ?? Array(graph.case.items.indices)
    }

    /// What the query includes; nil without a query. What is remarked on is said of items, or of claims where these are
    /// listed.
    func selection(in graph: CaseGraph, ofClaims: Bool = false) throws -> CaseSelection? {
        try parsed(in: graph, ofClaims: ofClaims)?.selection(in: graph)
    }

    /// The filter; nil without a query. An error in it ends the program with 64, and is marked in it; items or claims
    /// left out because they have no date, and the word that excluded the last one, are reported on stderr.
    private func parsed(in graph: CaseGraph, ofClaims: Bool = false) throws -> Filter? {
        guard let query = filter else { return nil }
        let language = CommandLanguage.current
        let parsed: Filter
        do {
            let notebook =
                try Filter.asksForNotebook(query)
                ? StateFolder.notebook(on: graph.case.manifest.id) : Notebook()
            parsed = try Filter.parse(query, in: SearchIndex(graph), notebook: notebook)
        } catch let error as FilterError {
            throw Failure(
                "\(error.sentence.phrase(in: language))\n\(Self.picture(of: error, in: query))", .wrongUsage)
        }
        for remark in ofClaims ? parsed.remarksOnClaims(in: graph) : parsed.remarks(in: graph) {
            StandardStream.remark(remark.phrase(in: language))
        }
        return parsed
    }

    /// What ends a listing that has no entries: a sentence, unless the word that took the last item has been told.
    func nothingToList(isEmpty: Bool) -> any Error {
        guard filter != nil else {
            return Failure(localized(zh: "案例里没有可列的", en: "the case has nothing to list"), .nothingFound)
        }
        if isEmpty { return ExitCode.nothingFound }
        return Failure(
            localized(zh: "筛选出的各项里没有可列的", en: "what the filter lets through has nothing to list"),
            .nothingFound)
    }

    private static func picture(of error: FilterError, in query: String) -> String {
        let shown = query.map { $0.isNewline || $0 == "\t" ? " " : $0 }
        let before = String(shown[..<error.range.lowerBound]).columns
        let marked = max(1, String(shown[error.range]).columns)
        return "  \(String(shown))\n  " + String(repeating: " ", count: before)
            + String(repeating: "^", count: marked)
    }
}
