import CaseModel
import TextLayout

// The rules that every case obeys, whatever it is read from: each is stated here once, as a question about values.
// The YAML reader reports a broken rule at its place in a file; the pack reader refuses the pack. The rules about
// characters are those of `TextLayout`, dates those of `PartialDate`, ranges those of `Limits`.

/// The forms of texts that stand for something else.
package enum ValueForm {
    /// True for an id: words of lower-case ASCII letters and digits, joined by hyphens.
    package static func isID(_ text: String) -> Bool {
        isID(text.utf8)
    }

    /// True for the bytes of an id.
    static func isID(_ bytes: some Collection<UInt8>) -> Bool {
        guard bytes.count <= Limits.id else { return false }
        var previous = UInt8(ascii: "-")
        for byte in bytes {
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
    static func isDecimal(_ text: String) -> Bool { isDecimal(text, limit: Limits.number) }

    /// True for a number in decimal notation of so many digits and signs.
    static func isDecimal(_ text: String, limit: Int) -> Bool {
        let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        return text.utf8.count <= limit && parts.count <= 2
            && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    }

    /// True for an address that a browser may open.
    package static func isWebAddress(_ text: String) -> Bool {
        guard let scheme = ["https://", "http://"].first(where: text.hasPrefix) else { return false }
        return text.utf8.count > scheme.utf8.count
            && !text.unicodeScalars.contains { scalar in
                // Each address of a pack is looked at whenever it is opened, and nearly all are ASCII.
                scalar.isASCII
                    ? scalar == " " || ("\t"..."\r").contains(scalar) : scalar.properties.isWhitespace
            }
    }

    /// True for a digital object identifier: `10.`, a registrant, a slash and a suffix (ISO 26324).
    static func isDOI(_ text: String) -> Bool {
        text.hasPrefix("10.") && text.contains("/") && !text.contains(" ")
    }

    /// True for the key of an entry in a BibTeX database, which biber and TeX take as well.
    package static func isCitationKey(_ text: String) -> Bool {
        !text.isEmpty && text.count <= Limits.line && text.firstUnsafeScalar == nil
            && !text.unicodeScalars.contains {
                ",{}()\"#%~=\\'".unicodeScalars.contains($0) || $0.properties.isWhitespace
            }
    }
}

extension Case {
    /// The panes that every case has.
    static let paneCount = 3

    /// What contradicts itself between the records of a case whose references are all defined and whose structure
    /// does not, or nil.
    var contradiction: Text? {
        let places = Hierarchy(pairs: places.compactMap { place in place.within.map { (place.id, $0) } })
        if !places.circles.isEmpty { return Text(chinese: "有地点位于自身之中", english: "a place lies in itself") }
        return sharedCitationKeys.isEmpty
            ? nil : Text(chinese: "有两个来源引用键相同", english: "two sources have the same citation key")
    }

    /// What contradicts itself in how the items of a case hang together, or nil.
    func contradiction(of structure: CaseStructure) -> Text? {
        if panes.count != Case.paneCount { return Self.notThreePanes }
        let paneNumbers = Dictionary(panes.enumerated().map { ($1.id, $0) }) { first, _ in first }
        let paneOfKind = kinds.map { paneNumbers[$0.pane] ?? 0 }
        let panes = structure.kinds.map { $0 < 0 ? -1 : paneOfKind[Int($0)] }
        // For each item from which its ancestors have been followed, one more than the item with which that began.
        var marks = [Int32](repeating: 0, count: structure.parents.count)
        for start in marks.indices {
            let mark = Int32(start) + 1
            var here = start
            while marks[here] == 0 {
                marks[here] = mark
                let parent = Int(structure.parents[here])
                guard parent >= 0 else { break }
                if panes[here] != panes[parent], panes[here] >= 0, panes[parent] >= 0 {
                    return Self.parentInOtherPane
                }
                if marks[parent] == mark { return Self.itemUnderItself }
                here = parent
            }
        }
        return nil
    }

    private static let notThreePanes = Text(chinese: "不是三栏", english: "it has not three panes")
    private static let parentInOtherPane = Text(
        chinese: "有条目的上级在另一栏", english: "an item's parent stands in another pane")
    static let itemUnderItself = Text(chinese: "有条目从属于自己", english: "an item stands under itself")

    /// The sources whose citation key is the key or id of another one, each with that.
    var sharedCitationKeys: [(source: Source, other: Source)] {
        guard sources.contains(where: { $0.citationKey != nil }) else { return [] }
        let byID = Dictionary(sources.map { ($0.id.text, $0) }) { first, _ in first }
        var byKey: [String: Source] = [:]
        return sources.compactMap { source in
            guard let key = source.citationKey else { return nil }
            if let other = byID[key], other.id != source.id { return (source, other) }
            if let other = byKey[key] { return other.id == source.id ? nil : (source, other) }
            byKey[key] = source
            return nil
        }
    }

    /// The pane of an item by its id; nil where the item, its kind or the pane is unknown.
    func paneOfItems() -> (ID<Item>) -> ID<Pane>? {
        let paneOfKind = Dictionary(kinds.map { ($0.id, $0.pane) }) { first, _ in first }
        let kindOfItem = Dictionary(items.map { ($0.id, $0.kind) }) { first, _ in first }
        return { item in kindOfItem[item].flatMap { paneOfKind[$0] } }
    }
}

/// Items and their parents, or places and those in which they lie, by their ids.
struct Hierarchy<Member> {
    /// Each child with its parent; of two parents of one child the first counts.
    let pairs: [(child: ID<Member>, parent: ID<Member>)]

    /// The circles of members under each other, each as the numbers of its pairs, from child to parent.
    var circles: [[Int]] {
        let pairOfChild = Dictionary(pairs.enumerated().map { ($1.child, $0) }) { first, _ in first }
        var circles: [[Int]] = []
        var visited: Set<ID<Member>> = []
        for pair in pairs {
            var chain: [Int] = []
            var inChain: Set<ID<Member>> = []
            var member = pair.child
            while !visited.contains(member), inChain.insert(member).inserted, let next = pairOfChild[member] {
                chain.append(next)
                member = pairs[next].parent
            }
            visited.formUnion(inChain)
            if let start = chain.firstIndex(where: { pairs[$0].child == member }) {
                circles.append(Array(chain[start...]))
            }
        }
        return circles
    }
}

extension Hierarchy where Member == Item {
    /// The numbers of the pairs whose two items are in different panes; an unknown pane differs from none.
    func acrossPanes(_ pane: (ID<Item>) -> ID<Pane>?) -> [Int] {
        pairs.indices.filter { index in
            guard let own = pane(pairs[index].child), let other = pane(pairs[index].parent) else {
                return false
            }
            return own != other
        }
    }
}
