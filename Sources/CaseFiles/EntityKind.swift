import CaseModel

/// What a case gives ids to.
enum EntityKind: String, CaseIterable {
    case pane, kind, relation, status, source, item, place, actor, tour

    /// The noun after its article.
    var indefinite: String {
        switch self {
        case .item, .actor: "an \(rawValue)"
        case .pane, .kind, .relation, .status, .source, .place, .tour: "a \(rawValue)"
        }
    }
}

/// A part of a case that has an id; keeps a source's id from being looked for among the items.
protocol Identified {
    static var noun: EntityKind { get }
}

extension Pane: Identified { static let noun = EntityKind.pane }
extension Kind: Identified { static let noun = EntityKind.kind }
extension Relation: Identified { static let noun = EntityKind.relation }
extension Status: Identified { static let noun = EntityKind.status }
extension Source: Identified { static let noun = EntityKind.source }
extension Item: Identified { static let noun = EntityKind.item }
extension Place: Identified { static let noun = EntityKind.place }
extension CaseModel.Actor: Identified { static let noun = EntityKind.actor }
extension Tour: Identified { static let noun = EntityKind.tour }

/// The form of ids: words of lower-case ASCII letters and digits, joined by hyphens.
enum IDForm {
    static func accepts(_ text: String) -> Bool {
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
}
