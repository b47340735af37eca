import CaseModel

/// What a filter can ask for by name: `place:綦江`.
public enum Facet: String, CaseIterable, Sendable {
    /// The item's kind.
    case kind
    /// The field of action that the item is, stands under, or is linked to.
    case field
    /// The governance mode that the item is, stands under, or is linked to.
    case mode
    /// Where the item is.
    case place
    /// Who takes part.
    case actor
    /// A side on which someone who takes part stands.
    case side
    /// How far along the item is.
    case status
    /// A year, or a range of years, in which the item went on.
    case year
    /// A source that bears the item out.
    case source
    /// How far a source of its evidence carries.
    case strength
    /// Whether anything is claimed of it: `none` or `some`.
    case evidence
}

/// One thing that a facet can stand at: the names by which it is meant, and the items that have it.
struct FacetValue {
    /// Its permanent name.
    let id: String
    /// Its other names.
    let names: [String]
    /// The positions of its items.
    let items: [Int]
}

extension CaseGraph {
    /// The values of a facet in this case; none for years, which are numbers.
    func values(of facet: Facet) -> [FacetValue] {
        switch facet {
        case .kind:
            `case`.kinds.map { kind in
                FacetValue(
                    id: kind.id.text, names: kind.title.wordings + kind.plural.wordings,
                    items: items { $0.kind == kind.id })
            }
        case .field: values(under: .field)
        case .mode: values(under: .mode)
        case .place:
            zip(`case`.places, itemsOfPlaces).map {
                FacetValue(id: $0.id.text, names: $0.title.wordings, items: $1)
            }
        case .actor:
            zip(`case`.actors, itemsOfActors).map {
                FacetValue(id: $0.id.text, names: $0.title.wordings, items: $1)
            }
        case .side: sides
        case .status:
            `case`.statuses.map { status in
                FacetValue(
                    id: status.id.text, names: status.title.wordings,
                    items: items { $0.status?.value == status.id })
            }
        case .source: sources
        case .strength:
            Evidence.Strength.allCases.map { strength in
                FacetValue(
                    id: strength.rawValue, names: [strength.chinese],
                    items: items { $0.evidence.contains { $0.strength == strength } })
            }
        case .evidence:
            [
                FacetValue(id: "none", names: ["无"], items: items { $0.evidence.isEmpty }),
                FacetValue(id: "some", names: ["有"], items: items { !$0.evidence.isEmpty }),
            ]
        case .year: []
        }
    }

    private func items(where isMeant: (Item) -> Bool) -> [Int] {
        `case`.items.indices.filter { isMeant(`case`.items[$0]) }
    }

    // An item belongs to what it is linked to, either way, and to what it is or stands under, however deep.
    private func values(under role: Kind.Role) -> [FacetValue] {
        var members = [[Int]](repeating: [], count: `case`.items.count)
        for position in `case`.items.indices {
            var belongsTo = outgoing[position].map(\.to) + incoming[position].map(\.from)
            var seen: Set<Int> = []
            var here: Int? = position
            while let up = here, seen.insert(up).inserted {
                belongsTo.append(up)
                here = parents[up]
            }
            for owner in Set(belongsTo) where kind(of: owner)?.role == role {
                members[owner].append(position)
            }
        }
        return `case`.items.indices.filter { kind(of: $0)?.role == role }.map {
            let item = item($0)
            return FacetValue(id: item.id.text, names: item.title.wordings + item.aka, items: members[$0])
        }
    }

    private var sides: [FacetValue] {
        var members: [Text: Set<Int>] = [:]
        var order: [Text] = []
        for (actor, items) in zip(`case`.actors, itemsOfActors) {
            guard let side = actor.side else { continue }
            if members[side] == nil { order.append(side) }
            members[side, default: []].formUnion(items)
        }
        return order.map {
            FacetValue(
                id: $0.reading(in: .english), names: $0.wordings, items: (members[$0] ?? []).sorted())
        }
    }

    private var sources: [FacetValue] {
        var members = [[Int]](repeating: [], count: `case`.sources.count)
        for (position, item) in `case`.items.enumerated() {
            for number in item.citedSources.compactMap({ number(of: $0) }) {
                members[number].append(position)
            }
        }
        return zip(`case`.sources, members).map {
            FacetValue(
                id: $0.id.text, names: $0.title.wordings + ($0.issuer?.wordings ?? []), items: $1)
        }
    }
}

extension Evidence.Strength {
    fileprivate var chinese: String {
        switch self {
        case .primary: "一手"
        case .reported: "报道"
        case .analytic: "分析"
        }
    }
}
