/// A permanent id, ASCII kebab-case, unique among entities of one kind. The phantom parameter distinguishes an
/// item's id from a source's.
package struct ID<Named>: Hashable, Comparable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible
{
    /// The id as written in the case file and in a permalink.
    package let text: String

    /// An id as written; the loader checks its form.
    package init(_ text: String) {
        self.text = text
    }

    /// An id in code, for tests and small cases.
    package init(stringLiteral text: String) {
        self.text = text
    }

    package var description: String { text }

    /// The order of Unicode scalars, so that listings are the same in every locale.
    package static func < (left: ID, right: ID) -> Bool {
        left.text < right.text
    }
}

/// A reference to an item, source, place or actor by id. Notebooks store it, so that the entity is found again
/// after the case has been edited, and can be named if it is gone.
package enum EntityRef: Hashable, Sendable {
    case item(ID<Item>)
    case source(ID<Source>)
    case place(ID<Place>)
    case actor(ID<Actor>)

    /// The kinds of entity in the order of listings.
    package enum Kind: String, CaseIterable, Sendable {
        case item, source, place, actor
    }

    package init(_ kind: Kind, id: String) {
        switch kind {
        case .item: self = .item(ID(id))
        case .source: self = .source(ID(id))
        case .place: self = .place(ID(id))
        case .actor: self = .actor(ID(id))
        }
    }

    package var kind: Kind {
        switch self {
        case .item: .item
        case .source: .source
        case .place: .place
        case .actor: .actor
        }
    }

    /// The id as text.
    package var id: String {
        switch self {
        case .item(let id): id.text
        case .source(let id): id.text
        case .place(let id): id.text
        case .actor(let id): id.text
        }
    }
}

/// An item, source, place or actor by its position in the case. It is valid only with the case that it comes from;
/// `EntityRef` can be stored.
package enum Entity: Hashable, Sendable {
    case item(Int)
    case source(Int)
    case place(Int)
    case actor(Int)
}

extension CaseGraph {
    /// The entity of a reference; nil if the case does not have it.
    package func entity(_ reference: EntityRef) -> Entity? {
        switch reference {
        case .item(let id): position(of: id).map(Entity.item)
        case .source(let id): number(of: id).map(Entity.source)
        case .place(let id): number(of: id).map(Entity.place)
        case .actor(let id): number(of: id).map(Entity.actor)
        }
    }

    /// The entity of this id, looked up among items, then sources, places and actors; nil if there is none.
    package func entity(named id: String) -> Entity? {
        EntityRef.Kind.allCases.lazy.compactMap { self.entity(EntityRef($0, id: id)) }.first
    }

    /// The entity that a step of a tour is at; nil if the case has none of its id.
    package func entity(at step: Tour.Step) -> Entity? { step.at.flatMap { entity(named: $0.text) } }

    /// The position of the item that a step of a tour is at; nil if it is at no item.
    package func position(at step: Tour.Step) -> Int? { step.at.flatMap { position(of: ID($0.text)) } }

    /// The reference to an entity.
    package func reference(to entity: Entity) -> EntityRef {
        switch entity {
        case .item(let position): .item(item(position).id)
        case .source(let number): .source(`case`.sources[number].id)
        case .place(let number): .place(`case`.places[number].id)
        case .actor(let number): .actor(`case`.actors[number].id)
        }
    }

    package func id(of entity: Entity) -> String { reference(to: entity).id }

    package func title(of entity: Entity) -> Text {
        switch entity {
        case .item(let position): item(position).title
        case .source(let number): `case`.sources[number].title
        case .place(let number): `case`.places[number].title
        case .actor(let number): `case`.actors[number].title
        }
    }

    /// The title of the entity of a reference; nil if the case does not have it.
    package func title(of reference: EntityRef) -> Text? {
        entity(reference).map { title(of: $0) }
    }

    /// The claims on the entity; a source supports claims and has none of its own.
    package func evidence(of entity: Entity) -> Records<Evidence> {
        switch entity {
        case .item(let position): item(position).evidence
        case .source: []
        case .place(let number): `case`.places[number].evidence
        case .actor(let number): `case`.actors[number].evidence
        }
    }
}
