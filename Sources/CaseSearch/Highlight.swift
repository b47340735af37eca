/// The highlighted characters in a text displayed for a query.
package struct Highlight: Sendable {
    private let terms: [SearchTerm]

    /// The highlighting of a query's words.
    package init(_ query: String) { terms = SearchTerm.terms(of: query) }

    /// The highlighting of a query's words and of a phrase.
    package init(_ query: String, and phrase: String) {
        terms = SearchTerm.terms(of: query) + [SearchTerm(phrase)].compactMap(\.self)
    }

    /// The highlighting of a phrase, in which blanks count; nil if nothing of it can be searched.
    package init?(phrase: String) {
        guard let term = SearchTerm(phrase) else { return nil }
        terms = [term]
    }

    init(_ terms: [SearchTerm]) { self.terms = terms }

    /// True without a word to be marked.
    package var isEmpty: Bool { terms.isEmpty }

    /// The same with one mistake forgiven in each word that is long enough; nil if none is.
    package var forgiven: Highlight? {
        let forgiven = terms.map(\.forgiven)
        guard forgiven.contains(where: { $0 != nil }) else { return nil }
        return Highlight(zip(terms, forgiven).map { $1 ?? $0 })
    }

    /// Disjoint, sorted ranges of character numbers. A word is highlighted where it occurs as written, or else, in
    /// names only, where its pinyin matches.
    package func ranges(in text: String, isName: Bool) -> [Range<Int>] {
        let folded = FoldedName(text, isName: isName)
        let marked = terms.flatMap(folded.ranges).sorted { $0.lowerBound < $1.lowerBound }
        var result: [Range<Int>] = []
        for range in marked {
            if let last = result.last, range.lowerBound <= last.upperBound {
                result[result.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                result.append(range)
            }
        }
        return result
    }
}
