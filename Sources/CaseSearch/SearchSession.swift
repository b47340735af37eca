import CaseModel

/// A search while it is typed: what each word found is kept, so that a word that grows is looked for only among
/// its finds, and one that is taken back is there at once.
///
/// In a large case not everything can be looked at between two keys. `begin` answers with what is found among names,
/// which ranks first anyway; `goOn` adds to its end what is found elsewhere, a little at a time, until all is.
package struct SearchSession: Sendable {
    /// What is searched.
    package private(set) var index: SearchIndex
    /// What each word has found so far, the latest last.
    private var kept: [TermMatches] = []
    /// The words of the query.
    private var terms: [SearchTerm] = []

    /// How many words keep their finds: the letters of a long query.
    private static let capacity = 32
    /// How many items are looked at for a key, if no more are left to be looked at, and at a time while no key comes.
    private static let (aKey, aWhile) = (TextBlock.size, TextBlock.size * 2)

    /// A search in which nothing has been typed yet.
    package init(_ index: SearchIndex) { self.index = index }

    /// Whether all that the query finds has been found.
    package var isComplete: Bool { kept.suffix(terms.count).allSatisfy(\.isComplete) }

    /// The items in which every word of the query is found, the best first, equals in the case's order; none for
    /// a query without words. Those that rank last may still be missing.
    package mutating func begin(_ query: String) -> Matches {
        terms = []
        for term in SearchTerm.terms(of: query) where !terms.contains(term) {
            find(term)
            terms.append(term)
        }
        kept.removeFirst(max(0, kept.count - max(Self.capacity, terms.count)))
        if kept.suffix(terms.count).allSatisfy({ $0.left <= Self.aKey }) { goOn(items: Self.aKey) }
        return matches
    }

    /// Looks on for a while.
    package mutating func goOn() -> Matches {
        goOn(items: Self.aWhile)
        return matches
    }

    /// Everything that a query finds, however long it takes.
    package mutating func search(_ query: String) -> Matches {
        _ = begin(query)
        goOn(items: .max)
        return matches
    }

    /// Makes what has not been looked at yet, for those who ask for everything again and again.
    package mutating func makeAll() { index.makeAll() }

    private var matches: Matches { Matches(index.graph, kept.suffix(terms.count)) }

    private mutating func goOn(items most: Int) {
        for number in kept.indices.suffix(terms.count) where !kept[number].isComplete {
            index.goOn(&kept[number], items: most)
            if !kept[number].isComplete { return }
        }
    }

    /// Looks for a word, and keeps what it finds as the latest.
    private mutating func find(_ term: SearchTerm) {
        if let same = kept.firstIndex(where: { $0.term == term }) {
            kept.append(kept.remove(at: same))
            return
        }
        // What is kept grows letter by letter: the longest beginning has the fewest finds.
        let nearest = kept.filter { term.bytes.starts(with: $0.term.bytes) }
            .max { $0.term.bytes.count < $1.term.bytes.count }
        kept.append(index.begin(term, among: nearest))
    }
}

extension SearchIndex {
    /// The items in which every word of a query is found, the best first, equals in the case's order; none for a
    /// query without words.
    package func search(_ query: String) -> Matches {
        var session = SearchSession(self)
        return session.search(query)
    }
}
