import CaseModel

// The rules that every case obeys, whatever it is read from: each is stated here once, as a question about values.
// The YAML reader reports a broken rule at its place in a file; the pack reader refuses the pack. The rules about
// characters are those of `TextLayout`, dates those of `PartialDate`, ranges those of `Limits`.

/// The forms of texts that stand for something else.
enum ValueForm {
    /// True for an id: words of lower-case ASCII letters and digits, joined by hyphens.
    static func isID(_ text: String) -> Bool {
        guard text.utf8.count <= Limits.id else { return false }
        var previous = UInt8(ascii: "-")
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): break
            case UInt8(ascii: "-") where previous != byte: break
            case _: return false
            }
            previous = byte
        }
        return previous != UInt8(ascii: "-")
    }

    /// True for a number in decimal notation, such as `-1234.50`.
    static func isDecimal(_ text: String) -> Bool {
        let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        return text.utf8.count <= Limits.number && parts.count <= 2
            && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    }

    /// True for an address that a browser may open.
    static func isWebAddress(_ text: String) -> Bool {
        guard let scheme = ["https://", "http://"].first(where: text.hasPrefix) else { return false }
        return text.utf8.count > scheme.utf8.count
            && !text.unicodeScalars.contains(where: \.properties.isWhitespace)
    }

    /// True for a digital object identifier: `10.`, a registrant, a slash and a suffix (ISO 26324).
    static func isDOI(_ text: String) -> Bool {
        text.hasPrefix("10.") && text.contains("/") && !text.contains(" ")
    }
}

extension Case {
    /// The panes that every case has.
    static let paneCount = 3
}

extension Period {
    /// True if it ends before it starts, as far as both dates are known.
    var isBackwards: Bool {
        guard let start, let end else { return false }
        if end.year != start.year { return end.year < start.year }
        guard let month = end.month, let startMonth = start.month else { return false }
        if month != startMonth { return month < startMonth }
        guard let day = end.day, let startDay = start.day else { return false }
        return day < startDay
    }
}

extension Place {
    /// True if it has a latitude without a longitude, or the reverse.
    var hasHalfACoordinate: Bool { (latitude == nil) != (longitude == nil) }

    /// True if it is said to border itself.
    var bordersItself: Bool { borders.contains { $0.place == id } }
}

/// Items and their parents, by whatever names items in the form that is read: ids in YAML, numbers in a pack.
struct Hierarchy<Name: Hashable> {
    /// Each child with its parent; of two parents of one child the first counts.
    let pairs: [(child: Name, parent: Name)]

    /// The numbers of the pairs whose two items are in different panes; an unknown pane differs from none.
    func acrossPanes<Pane: Equatable>(_ pane: (Name) -> Pane?) -> [Int] {
        pairs.indices.filter { index in
            guard let own = pane(pairs[index].child), let other = pane(pairs[index].parent) else {
                return false
            }
            return own != other
        }
    }

    /// The circles of items under each other, each as the numbers of its pairs, from child to parent.
    var circles: [[Int]] {
        let pairOfChild = Dictionary(pairs.enumerated().map { ($1.child, $0) }) { first, _ in first }
        var circles: [[Int]] = []
        var visited: Set<Name> = []
        for pair in pairs {
            var chain: [Int] = []
            var inChain: Set<Name> = []
            var item = pair.child
            while !visited.contains(item), inChain.insert(item).inserted, let next = pairOfChild[item] {
                chain.append(next)
                item = pairs[next].parent
            }
            visited.formUnion(inChain)
            if let start = chain.firstIndex(where: { pairs[$0].child == item }) {
                circles.append(Array(chain[start...]))
            }
        }
        return circles
    }
}

/// The kinds of entities that have ids.
enum EntityKind: String, CaseIterable {
    case pane, kind, relation, status, source, item, place, actor, tour

    /// The name with its article.
    var indefinite: String {
        switch self {
        case .item, .actor: "an \(rawValue)"
        case .pane, .kind, .relation, .status, .source, .place, .tour: "a \(rawValue)"
        }
    }
}

/// An entity with an id, whose type keeps a source's id from being looked for among the items.
protocol Identified {
    static var entityKind: EntityKind { get }
}

extension Pane: Identified { static let entityKind = EntityKind.pane }
extension Kind: Identified { static let entityKind = EntityKind.kind }
extension Relation: Identified { static let entityKind = EntityKind.relation }
extension Status: Identified { static let entityKind = EntityKind.status }
extension Source: Identified { static let entityKind = EntityKind.source }
extension Item: Identified { static let entityKind = EntityKind.item }
extension Place: Identified { static let entityKind = EntityKind.place }
extension CaseModel.Actor: Identified { static let entityKind = EntityKind.actor }
extension Tour: Identified { static let entityKind = EntityKind.tour }
