import CaseModel

/// The field of an item or of a related entity in which a word was found.
package enum SearchField: String, CaseIterable, Sendable {
    case id, title, aka, summary, claim, quote, note
    /// The title or issuer of a source cited by the item.
    case source
    /// The name of a place of the item.
    case place
    /// The name of an actor of the item.
    case actor

    /// The precedence of fields: titles, then other names, then everything else.
    var standing: UInt8 {
        switch self {
        case .title: 0
        case .id, .aka: 1
        case .summary, .claim, .quote, .note, .source, .place, .actor: 2
        }
    }

    /// True for names, which are also searched by pinyin. In running text almost any two initials occur next to
    /// each other somewhere.
    var isName: Bool {
        switch self {
        case .title, .aka, .source, .place, .actor: true
        case .id, .summary, .claim, .quote, .note: false
        }
    }
}

/// An item that matches a query.
package struct Match: Equatable, Sendable {
    /// The item's position in the case.
    package let position: Int
    /// The quality of the match, 0 best: an exact id; then titles, other names, texts; within each the whole, the
    /// beginning, a part; and each of these as written before by pinyin. The worst of several words decides.
    package let rank: Int
    /// The field of the best match of the first word.
    package let field: SearchField
    /// The text of that field, as the case has it.
    package let text: String
}

/// The quality of a match of one word in one text of an item.
struct Rank: Comparable, Sendable {
    static let none = Rank(value: .max)
    /// The number of ranks.
    static let count = 19

    let value: UInt8

    private init(value: UInt8) { self.value = value }

    init(_ closeness: Closeness, in field: SearchField) {
        let isExactID = field == .id && closeness == Closeness(.whole, byPinyin: false)
        value = isExactID ? 0 : 1 + field.standing * 6 + closeness.value
    }

    static func < (left: Rank, right: Rank) -> Bool { left.value < right.value }
}

/// The items that match a query, the best first, ties in the case's order.
///
/// There may be as many as the case has items, but only a screenful is displayed: the field of a match is looked up
/// on demand.
package struct Matches: RandomAccessCollection, Sendable {
    private let graph: CaseGraph
    private let first: SearchTerm?
    private let order: [Entry]

    private struct Entry: Sendable {
        let position: Int32
        let rank: UInt8
        /// The rank of the first word alone.
        let firstRank: UInt8
    }

    /// The items in which all words of a query are found; the worst match decides the rank.
    init(_ graph: CaseGraph, _ found: some Collection<TermMatches>) {
        self.graph = graph
        first = found.first?.term
        var all: [Entry] = []
        for entry in found.first?.all ?? [] where entry.rank != Rank.none.value {
            all.append(Entry(position: entry.item, rank: entry.rank, firstRank: entry.rank))
        }
        for other in found.dropFirst() { all = Self.common(all, other.all) }
        // A counting sort: there are few ranks but possibly very many items.
        var ends = [Int](repeating: 0, count: Rank.count + 1)
        for entry in all { ends[Int(entry.rank) + 1] += 1 }
        for rank in 0..<Rank.count { ends[rank + 1] += ends[rank] }
        order = Array(unsafeUninitializedCapacity: all.count) { order, count in
            for entry in all {
                order.initializeElement(at: ends[Int(entry.rank)], to: entry)
                ends[Int(entry.rank)] += 1
            }
            count = all.count
        }
    }

    package var startIndex: Int { 0 }
    package var endIndex: Int { order.count }

    /// The match at an index, 0 being the best.
    package subscript(place: Int) -> Match {
        let entry = order[place]
        let item = Int(entry.position)
        let found = first.flatMap { graph.place(of: $0, in: item, rank: entry.firstRank) }
        return Match(
            position: item, rank: Int(entry.rank), field: found?.field ?? .id, text: found?.text ?? "")
    }

    /// The position of the item at an index, without looking up the field.
    package func position(at place: Int) -> Int { Int(order[place].position) }

    /// The items in both, with the worse of their ranks.
    private static func common(_ left: [Entry], _ right: [TermMatches.Candidate]) -> [Entry] {
        var result: [Entry] = []
        var place = 0
        for entry in left {
            while place < right.count, right[place].item < entry.position { place += 1 }
            guard place < right.count else { break }
            guard right[place].item == entry.position, right[place].rank != Rank.none.value else { continue }
            result.append(
                Entry(
                    position: entry.position, rank: Swift.max(entry.rank, right[place].rank),
                    firstRank: entry.firstRank))
        }
        return result
    }
}

extension CaseGraph {
    /// The first text of an item, or name of a related entity, in which a word has this rank.
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
