/// A search while it is typed: what each word found is kept, so that a word that grows is looked for only among
/// its finds, and one that is taken back is there at once.
public struct SearchSession: Sendable {
    /// What is searched.
    public let index: SearchIndex
    private var kept: [(term: SearchTerm, hits: [Hit])] = []

    /// How many words keep their finds: the letters of a long query.
    private static let capacity = 32

    /// A search in which nothing has been typed yet.
    public init(_ index: SearchIndex) { self.index = index }

    /// The items in which every word of the query is found, the best first, equals in the case's order; none for
    /// a query without words.
    public mutating func search(_ query: String) -> [Match] {
        index.matches(SearchTerm.terms(of: query).map { hits(for: $0) })
    }

    private mutating func hits(for term: SearchTerm) -> [Hit] {
        // What is kept grows letter by letter: the longest beginning has the fewest finds.
        let nearest = kept.indices.filter { term.bytes.starts(with: kept[$0].term.bytes) }
            .max { kept[$0].term.bytes.count < kept[$1].term.bytes.count }
        if let nearest, kept[nearest].term == term { return kept[nearest].hits }
        let hits = nearest.map { index.hits(for: term, among: kept[$0].hits) } ?? index.hits(for: term)
        if kept.count == Self.capacity { kept.removeFirst() }
        kept.append((term, hits))
        return hits
    }
}

extension SearchIndex {
    /// The items in which every word of a query is found, the best first, equals in the case's order; none for a
    /// query without words.
    public func search(_ query: String) -> [Match] {
        matches(SearchTerm.terms(of: query).map { hits(for: $0) })
    }

    /// The items in each of these lists, one a word; the word that fits worst decides on the rank.
    func matches(_ found: [[Hit]]) -> [Match] {
        guard let first = found.first else { return [] }
        var best = [Hit?](repeating: nil, count: graph.case.items.count)
        gather(first, into: &best)
        var ranks = best.map { $0?.rank ?? .none }
        for hits in found.dropFirst() {
            var others = [Hit?](repeating: nil, count: best.count)
            gather(hits, into: &others)
            for (position, other) in others.enumerated() {
                ranks[position] = max(ranks[position], other?.rank ?? .none)
            }
        }
        var byRank = [[Match]](repeating: [], count: Rank.count)
        for (position, hit) in best.enumerated() {
            guard let hit, ranks[position] != .none else { continue }
            let rank = Int(ranks[position].value)
            byRank[rank].append(
                Match(
                    position: position, rank: rank, field: fields[Int(hit.segment)], segment: hit.segment))
        }
        return byRank.flatMap { $0 }
    }

    private func gather(_ hits: [Hit], into best: inout [Hit?]) {
        for hit in hits {
            let segment = Int(hit.segment)
            for owner in owners[Int(ownerStarts[segment])..<Int(ownerStarts[segment + 1])] {
                if let other = best[Int(owner)], other.rank <= hit.rank { continue }
                best[Int(owner)] = hit
            }
        }
    }
}
