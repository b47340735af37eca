import CaseModel
import CaseSearch

extension TextReport {
    /// The matches of a search, one a line, the best first: id, title, the field in which the first word was found and,
    /// if that is not the title, its text around the word.
    package func matches(_ matches: Matches) -> String {
        let ids = matches.map { graph.id(of: $0.entity) }
        let lines = zip(ids, matches).map { id, match in
            let text = match.field == .title ? [] : [excerpt(of: match)]
            let facts = ["(" + localized(Strings.name(of: match.field)) + ")"] + text
            return [id, language.title(of: match.entity, in: graph) + "  " + facts.joined(separator: " ")]
        }
        let heading = matches.isApproximate ? localized(Strings.approximateResults) + "\n" : ""
        return heading + aligned(lines)
    }

    /// The text from a little before the match to a little after it, on one line.
    private func excerpt(of match: Match) -> String {
        let (before, after) = (12, 24)
        let start = max(0, match.range.lowerBound - before)
        let shown = match.text.dropFirst(start).prefix(match.range.upperBound - start + after)
        let isCut = start + shown.count < match.text.count
        return ((start > 0 ? "…" : "") + shown + (isCut ? "…" : "")).inOneLine
    }
}

extension Strings {
    /// The field in which a search found something.
    static func name(of field: SearchField) -> Text {
        switch field {
        case .id: Text(chinese: "编号", english: "id")
        case .title: Text(chinese: "标题", english: "title")
        case .short: Text(chinese: "短标题", english: "short title")
        case .aka: aka
        case .documentNumber: documentNumber
        case .summary: Text(chinese: "摘要", english: "summary")
        case .claim: evidence
        case .quote: Text(chinese: "引文", english: "quotation")
        case .note: note
        case .issuer: issuer
        case .doi: Text("DOI")
        case .author: authors
        case .container: container
        case .source: sources
        case .place: places
        case .actor: actors
        }
    }
}
