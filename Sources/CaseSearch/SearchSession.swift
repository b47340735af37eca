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
        var (ranks, segments) = best(of: first)
        for hits in found.dropFirst() {
            let (others, _) = best(of: hits)
            for position in ranks.indices { ranks[position] = max(ranks[position], others[position]) }
        }
        // Counted first and then put in place, as there are few ranks and there may be very many items.
        var ends = [Int](repeating: 0, count: Int(UInt8.max) + 1)
        for rank in ranks { ends[Int(rank)] += 1 }
        var begin = 0
        for rank in 0..<Rank.count { (ends[rank], begin) = (begin, begin + ends[rank]) }
        var order = [Int32](repeating: 0, count: begin)
        for (position, rank) in ranks.enumerated() where rank != Rank.none.value {
            order[ends[Int(rank)]] = Int32(position)
            ends[Int(rank)] += 1
        }
        return order.map { position in
            let segment = segments[Int(position)]
            return Match(
                position: Int(position), rank: Int(ranks[Int(position)]), field: fields[Int(segment)],
                segment: segment)
        }
    }

    /// For each item the best rank at which one word is found in it, and the first text that has it.
    private func best(of hits: [Hit]) -> (ranks: [UInt8], segments: [Int32]) {
        let count = graph.case.items.count
        var ranks = [UInt8](repeating: Rank.none.value, count: count)
        var segments = [Int32](repeating: 0, count: count)
        ranks.withUnsafeMutableBufferPointer { ranks in
            segments.withUnsafeMutableBufferPointer { segments in
                owners.withUnsafeBufferPointer { owners in
                    for hit in hits {
                        let segment = Int(hit.segment)
                        let rank = hit.rank.value
                        for place in ownerStarts[segment]..<ownerStarts[segment + 1] {
                            let owner = Int(owners[place])
                            if rank < ranks[owner] {
                                ranks[owner] = rank
                                segments[owner] = hit.segment
                            }
                        }
                    }
                }
            }
        }
        return (ranks, segments)
    }
}
