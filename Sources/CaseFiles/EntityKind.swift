import CaseModel

/// The kinds of entities that have ids.
package enum EntityKind: String, CaseIterable, Sendable {
    case pane, kind, relation, status, source, item, place, actor, tour, level, side, strength

    /// Those that views take by id, whose ids are unique among all of them.
    package static let entities: [EntityKind] = [.item, .source, .place, .actor]

    /// What one is called.
    package var title: Text {
        switch self {
        case .pane: Text(chinese: "栏", english: rawValue)
        case .kind: Text(chinese: "类别", english: rawValue)
        case .relation: Text(chinese: "关系", english: rawValue)
        case .status: Text(chinese: "状态", english: rawValue)
        case .source: Text(chinese: "来源", english: rawValue)
        case .item: Text(chinese: "条目", english: rawValue)
        case .place: Text(chinese: "地点", english: rawValue)
        case .actor: Text(chinese: "参与者", english: rawValue)
        case .tour: Text(chinese: "讲解路线", english: rawValue)
        case .level: Text(chinese: "层级", english: rawValue)
        case .side: Text(chinese: "一方", english: rawValue)
        case .strength: Text(chinese: "证据强度", english: rawValue)
        }
    }

    /// The name with its article.
    var indefinite: String {
        switch self {
        case .item, .actor: "an \(rawValue)"
        case .pane, .kind, .relation, .status, .source, .place, .tour, .level, .side, .strength:
            "a \(rawValue)"
        }
    }
}

/// An entity with an id, whose type keeps a source's id from being looked for among the items.
package protocol Identified: Sendable {
    static var entityKind: EntityKind { get }
}

extension Pane: Identified { package static let entityKind = EntityKind.pane }
extension Kind: Identified { package static let entityKind = EntityKind.kind }
extension Relation: Identified { package static let entityKind = EntityKind.relation }
extension Status: Identified { package static let entityKind = EntityKind.status }
extension Source: Identified { package static let entityKind = EntityKind.source }
extension Item: Identified { package static let entityKind = EntityKind.item }
extension Place: Identified { package static let entityKind = EntityKind.place }
extension CaseModel.Actor: Identified { package static let entityKind = EntityKind.actor }
extension Level: Identified { package static let entityKind = EntityKind.level }
extension Side: Identified { package static let entityKind = EntityKind.side }
extension Strength: Identified { package static let entityKind = EntityKind.strength }
extension Tour: Identified { package static let entityKind = EntityKind.tour }
