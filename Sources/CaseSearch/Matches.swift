import CaseModel

/// The items that a query finds, the best first, equals in the case's order.
///
/// There may be as many as the case has items, of which a screenful is looked at: where each was found is looked up
/// when it is asked for.
package struct Matches: RandomAccessCollection, Sendable {
    private let graph: CaseGraph
    private let first: SearchTerm?
    /// The items' positions with their ranks, and how well the first word alone fits.
    private let order: [Find]

    struct Find: Sendable {
        let position: Int32
        let rank: UInt8
        let firstRank: UInt8
    }

    /// The items in which each word of a query is found; the word that fits worst decides on the rank.
    init(_ graph: CaseGraph, _ found: some Collection<TermMatches>) {
        self.graph = graph
        first = found.first?.term
        var all: [Find] = []
        for find in found.first?.all ?? [] where find.rank != Rank.none.value {
            all.append(Find(position: find.item, rank: find.rank, firstRank: find.rank))
        }
        for finds in found.dropFirst() { all = Self.common(all, finds.all) }
        // Counted first and then put in place, as there are few ranks and there may be very many items.
        var ends = [Int](repeating: 0, count: Rank.count + 1)
        for find in all { ends[Int(find.rank) + 1] += 1 }
        for rank in 0..<Rank.count { ends[rank + 1] += ends[rank] }
        order = Array(unsafeUninitializedCapacity: all.count) { order, count in
            for find in all {
                order.initializeElement(at: ends[Int(find.rank)], to: find)
                ends[Int(find.rank)] += 1
            }
            count = all.count
        }
    }

    /// The place of the best.
    package var startIndex: Int { 0 }
    /// The place behind the last.
    package var endIndex: Int { order.count }

    /// The match in a place, 0 being the best.
    package subscript(place: Int) -> Match {
        let find = order[place]
        let item = Int(find.position)
        let found = first.flatMap { graph.place(of: $0, in: item, rank: find.firstRank) }
        return Match(
            position: item, rank: Int(find.rank), field: found?.field ?? .id, text: found?.text ?? "")
    }

    /// The position of the item in a place, without looking up where it was found.
    package func position(at place: Int) -> Int { Int(order[place].position) }

    /// Those that are in both, by the worse of their ranks.
    private static func common(_ left: [Find], _ right: [TermMatches.Find]) -> [Find] {
        var result: [Find] = []
        var place = 0
        for find in left {
            while place < right.count, right[place].item < find.position { place += 1 }
            guard place < right.count else { break }
            guard right[place].item == find.position, right[place].rank != Rank.none.value else { continue }
            result.append(
                Find(
                    position: find.position, rank: Swift.max(find.rank, right[place].rank),
                    firstRank: find.firstRank))
        }
        return result
    }
}

extension CaseGraph {
    /// The first of an item's texts, or of those that it shares with others, in which a word fits this well.
    fileprivate func place(of term: SearchTerm, in position: Int, rank: UInt8) -> (
        field: SearchField, text: String
    )? {
        var found: (field: SearchField, text: String)?
        func look(_ field: SearchField, _ text: String) {
            guard found == nil else { return }
            let name = FoldedName(text, isName: field.isName)
            if name.closeness(of: term).map({ Rank($0, in: field).value }) == rank { found = (field, text) }
        }
        item(position).eachName(look)
        if found == nil { item(position).eachText(look) }
        if found == nil { eachSharedName(of: position, look) }
        return found
    }
}
