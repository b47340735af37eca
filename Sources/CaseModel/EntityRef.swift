/// What a mark or a note of the reader's own hangs on: one thing of a case, by its id, so that it is found again
/// after the case has been edited, and known by name where it is gone.
package enum EntityRef: Hashable, Sendable {
    case item(ID<Item>)
    case source(ID<Source>)
    case place(ID<Place>)
    case actor(ID<Actor>)

    /// What kind of thing it is.
    package enum Kind: String, CaseIterable, Sendable {
        case item, source, place, actor
    }

    /// The thing of a kind that has this id.
    package init(_ kind: Kind, id: String) {
        switch kind {
        case .item: self = .item(ID(id))
        case .source: self = .source(ID(id))
        case .place: self = .place(ID(id))
        case .actor: self = .actor(ID(id))
        }
    }

    /// What kind of thing it is.
    package var kind: Kind {
        switch self {
        case .item: .item
        case .source: .source
        case .place: .place
        case .actor: .actor
        }
    }

    /// The thing's id as the case has it.
    package var id: String {
        switch self {
        case .item(let id): id.text
        case .source(let id): id.text
        case .place(let id): id.text
        case .actor(let id): id.text
        }
    }
}

extension CaseGraph {
    /// What the thing is called, or nil if the case has no such thing (any more).
    package func title(of anchor: EntityRef) -> Text? {
        switch anchor {
        case .item(let id): position(of: id).map { item($0).title }
        case .source(let id): source(id)?.title
        case .place(let id): number(of: id).map { `case`.places[$0].title }
        case .actor(let id): number(of: id).map { `case`.actors[$0].title }
        }
    }
}
