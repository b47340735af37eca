import CaseModel

/// A search during typing. The matches of each word are cached, so that a longer word is searched for only among
/// them, and an earlier word has its matches at once.
///
/// A large case cannot be scanned completely between two keys. `begin` returns the matches among the names of items,
/// which rank first anyway; `resume` adds the others, a part at a time, until the search is complete. If nothing fits,
/// one mistake is then forgiven in each word that is found nowhere.
package struct SearchSession: Sendable {
    /// The texts searched.
    package private(set) var index: SearchIndex
    /// The cached matches of words, the latest last.
    private var kept: [TermMatches] = []
    /// The words of the query.
    private var terms: [SearchTerm] = []
    /// True if nothing fits the query and a mistake in it is to be forgiven.
    private var isForgivenessDue = false
    /// The parts that `resume` has scanned, and the number of them at which it tells again what is found.
    private var parts = 0
    private var nextTold = 0

    /// The number of words with cached matches, enough for the letters of a long query.
    private static let capacity = 32
    /// The number of entities whose texts are scanned for a key press, if no more are left, and in one `resume`.
    private static let (entitiesPerKey, entitiesPerResume) = (TextBlock.size * 2, TextBlock.size * 2)

    /// A search before typing.
    package init(_ index: SearchIndex) { self.index = index }

    /// False while matches may still be missing.
    package var isComplete: Bool { !isForgivenessDue && areTermsComplete }

    private var areTermsComplete: Bool { kept.suffix(terms.count).allSatisfy(\.isComplete) }

    /// The entities in which all words of the query are found, the best first, ties in the case's order; none for a
    /// query without words. Matches of lower ranks may still be missing.
    package mutating func begin(_ query: String) -> Matches {
        (terms, parts, nextTold) = ([], 0, 0)
        for term in SearchTerm.terms(of: query) where !terms.contains(term) {
            seek(term)
            terms.append(term)
        }
        kept.removeFirst(max(0, kept.count - max(Self.capacity, terms.count)))
        if kept.suffix(terms.count).allSatisfy({ $0.left <= Self.entitiesPerKey }) {
            resume(entities: index.entities.count <= Self.entitiesPerKey ? .max : Self.entitiesPerKey)
        }
        let found = matches
        isForgivenessDue = found.isEmpty && areTermsComplete && !forgiven.isEmpty
        return found
    }

    /// Continues the scan for a short time; nil where it tells nothing new yet.
    ///
    /// Putting in order what is found takes longer the more there is. Done at the end and each time that half as much
    /// more has been scanned, it leaves a search linear in the case.
    package mutating func resume() -> Matches? {
        if isForgivenessDue {
            forgive()
        } else {
            resume(entities: Self.entitiesPerResume)
            isForgivenessDue = areTermsComplete && !forgiven.isEmpty && matches.isEmpty
        }
        parts += 1
        guard isComplete || parts >= nextTold else { return nil }
        nextTold = parts + max(1, parts / 2)
        return matches
    }

    /// All matches of a query, however long that takes.
    package mutating func search(_ query: String) -> Matches {
        var found = begin(query)
        while !isComplete {
            if isForgivenessDue { forgive() }
            resume(entities: .max)
            found = matches
            isForgivenessDue = found.isEmpty && !forgiven.isEmpty
        }
        return found
    }

    /// Builds the index of all items, for callers that search these many times.
    package mutating func buildItems() { index.buildItems() }

    private var matches: Matches { Matches(index, kept.suffix(terms.count)) }

    private mutating func resume(entities most: Int) {
        for number in kept.indices.suffix(terms.count) where !kept[number].isComplete {
            index.resume(&kept[number], entities: most)
            if !kept[number].isComplete { return }
        }
    }

    /// The words that are found nowhere as they are, with one mistake forgiven.
    private var forgiven: [SearchTerm] {
        kept.suffix(terms.count).compactMap {
            $0.all.isEmpty && $0.term.approximate == nil ? $0.term.forgiven : nil
        }
    }

    /// Begins to search for the words again, with a mistake forgiven in those that are found nowhere.
    private mutating func forgive() {
        isForgivenessDue = false
        let forgiven = forgiven
        terms = terms.map { term in forgiven.first { $0.bytes == term.bytes } ?? term }
        for term in terms { seek(term) }
    }

    /// Starts searching for a word, and caches its matches as the latest.
    private mutating func seek(_ term: SearchTerm) {
        if let same = kept.firstIndex(where: { $0.term == term }) {
            kept.append(kept.remove(at: same))
            return
        }
        // Words grow letter by letter: the longest cached beginning has the fewest matches.
        let nearest = kept.filter { $0.term.approximate == nil && term.bytes.starts(with: $0.term.bytes) }
            .max { $0.term.bytes.count < $1.term.bytes.count }
        kept.append(index.begin(term, among: nearest))
    }
}

extension SearchIndex {
    /// The entities in which all words of a query are found, the best first, ties in the case's order; none for a
    /// query without words.
    package func search(_ query: String) -> Matches {
        var session = SearchSession(self)
        return session.search(query)
    }
}
