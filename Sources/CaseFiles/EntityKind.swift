import CaseModel

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
