import CaseModel

/// A search during typing. The matches of each word are cached, so that a longer word is searched for only among
/// them, and an earlier word has its matches at once.
///
/// A large case cannot be scanned completely between two keys. `begin` returns the matches among names, which rank
/// first anyway; `resume` adds those in other texts, a part at a time, until the search is complete.
package struct SearchSession: Sendable {
    /// The texts searched.
    package private(set) var index: SearchIndex
    /// The cached matches of words, the latest last.
    private var kept: [TermMatches] = []
    /// The words of the query.
    private var terms: [SearchTerm] = []

    /// The number of words with cached matches, enough for the letters of a long query.
    private static let capacity = 32
    /// The number of items whose texts are scanned for a key press, if no more are left, and in one `resume`.
    private static let (itemsPerKey, itemsPerResume) = (TextBlock.size, TextBlock.size * 2)

    /// A search before typing.
    package init(_ index: SearchIndex) { self.index = index }

    /// False while matches may still be missing.
    package var isComplete: Bool { kept.suffix(terms.count).allSatisfy(\.isComplete) }

    /// The items in which all words of the query are found, the best first, ties in the case's order; none for a
    /// query without words. Matches of the lowest ranks may still be missing.
    package mutating func begin(_ query: String) -> Matches {
        terms = []
        for term in SearchTerm.terms(of: query) where !terms.contains(term) {
            seek(term)
            terms.append(term)
        }
        kept.removeFirst(max(0, kept.count - max(Self.capacity, terms.count)))
        if kept.suffix(terms.count).allSatisfy({ $0.left <= Self.itemsPerKey }) {
            resume(items: Self.itemsPerKey)
        }
        return matches
    }

    /// Continues the scan for a short time.
    package mutating func resume() -> Matches {
        resume(items: Self.itemsPerResume)
        return matches
    }

    /// All matches of a query, however long that takes.
    package mutating func search(_ query: String) -> Matches {
        _ = begin(query)
        resume(items: .max)
        return matches
    }

    /// Builds the whole index, for callers that search everything many times.
    package mutating func buildAll() { index.buildAll() }

    private var matches: Matches { Matches(index.graph, kept.suffix(terms.count)) }

    private mutating func resume(items most: Int) {
        for number in kept.indices.suffix(terms.count) where !kept[number].isComplete {
            index.resume(&kept[number], items: most)
            if !kept[number].isComplete { return }
        }
    }

    /// Starts searching for a word, and caches its matches as the latest.
    private mutating func seek(_ term: SearchTerm) {
        if let same = kept.firstIndex(where: { $0.term == term }) {
            kept.append(kept.remove(at: same))
            return
        }
        // Words grow letter by letter: the longest cached beginning has the fewest matches.
        let nearest = kept.filter { term.bytes.starts(with: $0.term.bytes) }
            .max { $0.term.bytes.count < $1.term.bytes.count }
        kept.append(index.begin(term, among: nearest))
    }
}

extension SearchIndex {
    /// The items in which all words of a query are found, the best first, ties in the case's order; none for a
    /// query without words.
    package func search(_ query: String) -> Matches {
        var session = SearchSession(self)
        return session.search(query)
    }
}
