import CaseModel

/// The field of an entity, or of one related to it, in which a word was found.
package enum SearchField: String, CaseIterable, Sendable {
    case id, title, short, aka
    /// The number of an official document.
    case documentNumber = "document_number"
    /// The number by which a publication is found anywhere.
    case doi
    case summary, claim, quote, note
    /// The issuer or publisher of a source.
    case issuer
    case author
    /// The journal, book or collection that contains a source.
    case container
    /// The title or issuer of a source cited by an item.
    case source
    /// The name of a place of an item.
    case place
    /// The name of an actor of an item.
    case actor

    /// The precedence of fields, 0 first: titles and authors, by which works are called, then other names, then
    /// everything else.
    var precedence: UInt8 {
        switch self {
        case .title, .author: 0
        case .id, .short, .aka, .documentNumber, .doi: 1
        case .summary, .claim, .quote, .note, .issuer, .container, .source, .place, .actor: 2
        }
    }

    /// True for names, which are also searched by pinyin. In running text almost any two initials occur next to
    /// each other somewhere.
    package var isName: Bool {
        switch self {
        case .title, .short, .aka, .issuer, .author, .container, .source, .place, .actor: true
        case .id, .documentNumber, .doi, .summary, .claim, .quote, .note: false
        }
    }
}

/// An entity that matches a query.
package struct Match: Equatable, Sendable {
    /// The entity.
    package let entity: Entity
    /// The quality of the match, 0 best: an exact id; then titles and authors, other names, texts; within each the whole,
    /// the beginning, a part; and each of these as written before by pinyin. The worst of several words decides.
    package let rank: Int
    /// The field of the best match of the first word.
    package let field: SearchField
    /// The text of that field, as the case has it.
    package let text: String
    /// The characters of the text that the word matches.
    package let range: Range<Int>
}

/// The quality of a match of one word in one text of an entity.
struct Rank: Comparable, Sendable {
    static let none = Rank(value: .max)
    /// The number of ranks.
    static let count = 19

    let value: UInt8

    private init(value: UInt8) { self.value = value }

    init(_ closeness: Closeness, in field: SearchField) {
        let isExactID = field == .id && closeness == Closeness(.whole, byPinyin: false)
        value = isExactID ? 0 : 1 + field.precedence * 6 + closeness.value
    }

    static func < (left: Rank, right: Rank) -> Bool { left.value < right.value }
}

/// The entities that match a query, the best first, ties in the case's order.
///
/// There may be as many as the case has entities, but only a screenful is displayed: the field of a match is looked up
/// on demand.
package struct Matches: RandomAccessCollection, Sendable {
    /// The marking of the words that were found.
    package let highlight: Highlight
    /// True if nothing fits the query exactly, and a mistake in it is forgiven.
    package let isApproximate: Bool
    private let graph: CaseGraph
    private let entities: SearchedEntities
    private let first: SearchTerm?
    private let order: [Entry]

    private struct Entry: Sendable {
        let entity: Int32
        let rank: UInt8
        /// The rank of the first word alone.
        let firstRank: UInt8
    }

    /// The entities in which all words of a query are found; the worst match decides the rank.
    init(_ index: SearchIndex, _ found: some Collection<TermMatches>) {
        graph = index.graph
        entities = index.entities
        first = found.first?.term
        highlight = Highlight(found.map(\.term))
        var all: [Entry] = []
        for entry in found.first?.all ?? [] where entry.rank != Rank.none.value {
            all.append(Entry(entity: entry.entity, rank: entry.rank, firstRank: entry.rank))
        }
        for other in found.dropFirst() { all = Self.common(all, other.all) }
        // A counting sort: there are few ranks but possibly very many entities.
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
        isApproximate = !order.isEmpty && found.contains { $0.term.approximate != nil }
    }

    package var startIndex: Int { 0 }
    package var endIndex: Int { order.count }

    /// The match at an index, 0 being the best.
    package subscript(place: Int) -> Match {
        let entry = order[place]
        let entity = entities[Int(entry.entity)]
        let found = first.flatMap { graph.match(of: $0, in: entity, rank: entry.firstRank) }
        return Match(
            entity: entity, rank: Int(entry.rank), field: found?.field ?? .id, text: found?.text ?? "",
            range: found?.range ?? 0..<0)
    }

    /// The entity at an index, without looking up the field.
    package func entity(at place: Int) -> Entity { entities[Int(order[place].entity)] }

    /// The entities in both, with the worse of their ranks.
    private static func common(_ left: [Entry], _ right: [TermMatches.Candidate]) -> [Entry] {
        var result: [Entry] = []
        var place = 0
        for entry in left {
            while place < right.count, right[place].entity < entry.entity { place += 1 }
            guard place < right.count else { break }
            guard right[place].entity == entry.entity, right[place].rank != Rank.none.value else { continue }
            result.append(
                Entry(
                    entity: entry.entity, rank: Swift.max(entry.rank, right[place].rank),
                    firstRank: entry.firstRank))
        }
        return result
    }
}

extension CaseGraph {
    /// The best match of the first word of a query in an entity, or else with one mistake forgiven; nil without one.
    package func match(of query: String, in entity: Entity) -> Match? {
        guard let term = SearchTerm.terms(of: query).first else { return nil }
        return match(of: term, in: entity) ?? term.forgiven.flatMap { match(of: $0, in: entity) }
    }

    /// The best match of a word in an entity, the first of equal ones; if its rank is known, the first of that rank.
    func match(of term: SearchTerm, in entity: Entity, rank known: UInt8? = nil) -> Match? {
        var best: Match?
        func compare(_ field: SearchField, _ text: String) {
            if let best, let known, best.rank == Int(known) { return }
            guard let match = FoldedName(text, isName: field.isName).match(of: term) else { return }
            let rank = Int(Rank(match.closeness, in: field).value)
            guard known.map({ rank == Int($0) }) ?? best.map({ rank < $0.rank }) ?? true else { return }
            best = Match(entity: entity, rank: rank, field: field, text: text, range: match.range)
        }
        eachName(of: entity, compare)
        if best == nil { eachText(of: entity, compare) }
        return best
    }
}
