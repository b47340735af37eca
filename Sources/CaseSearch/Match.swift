/// Where in an item, or in what it names, something was found.
package enum SearchField: String, CaseIterable, Sendable {
    case id, title, aka, summary, claim, quote, note
    /// The title or issuer of a source that bears the item out.
    case source
    /// The name of a place where the item is.
    case place
    /// The name of an actor that takes part.
    case actor

    /// What a find is worth: titles before other names before everything else.
    var standing: UInt8 {
        switch self {
        case .title: 0
        case .id, .aka: 1
        case .summary, .claim, .quote, .note, .source, .place, .actor: 2
        }
    }

    /// Whether it is a name, which is also searched by sound. In running text nearly every two initials stand
    /// next to each other somewhere.
    var isName: Bool {
        switch self {
        case .title, .aka, .source, .place, .actor: true
        case .id, .summary, .claim, .quote, .note: false
        }
    }
}

/// One item that a query finds.
package struct Match: Equatable, Sendable {
    /// The item's position in the case.
    package let position: Int
    /// How well it fits, 0 best: an id typed in full; then titles, other names, texts; in each what is found
    /// whole, at the beginning, within; and each of these as written before by sound. With several words the one
    /// that fits worst decides.
    package let rank: Int
    /// Where the first word was found, in the best of all places.
    package let field: SearchField

    /// The text in which it was found, as the case has it.
    package let text: String
}

/// How well one word fits one text of an item.
struct Rank: Comparable, Sendable {
    static let none = Rank(value: .max)
    /// How many ranks there are.
    static let count = 19

    let value: UInt8

    private init(value: UInt8) { self.value = value }

    init(_ closeness: Closeness, in field: SearchField) {
        let isExactID = field == .id && closeness == Closeness(.whole, bySound: false)
        value = isExactID ? 0 : 1 + field.standing * 6 + closeness.value
    }

    static func < (left: Rank, right: Rank) -> Bool { left.value < right.value }
}
