/// An axis of a matrix, and the name before the colon in a filter.
///
/// Both follow one rule: an item belongs to a value of an axis if and only if a filter by that value includes it,
/// so that a matrix counts the items that `list --filter` lists.
package enum Axis: Hashable, Sendable {
    /// The values of a facet.
    case facet(Facet)
    /// The items of a kind, each with its members (`CaseGraph.members(of:)`).
    case kind(ID<Kind>)

    /// The name on the command line and in filters.
    package var name: String {
        switch self {
        case .facet(let facet): facet.rawValue
        case .kind(let id): id.text
        }
    }
}

extension CaseGraph {
    /// All axes of the case, facets first; a kind with the name of a facet has no axis of its own.
    package var axes: [Axis] {
        Facet.allCases.map { .facet($0) }
            + `case`.kinds.filter { Facet(rawValue: $0.id.text) == nil }.map { .kind($0.id) }
    }

    /// The axis of this name; nil if the case has none.
    package func axis(named name: String) -> Axis? {
        axes.first { $0.name == name }
    }

    /// The values of an axis in this case.
    package func values(of axis: Axis) -> [FacetValue] {
        switch axis {
        case .facet(let facet): values(of: facet)
        case .kind(let id): values { $0.id == id }
        }
    }

    /// The title of an axis: that of a facet comes from the program unless the case has a word for it, that of a kind
    /// from the case.
    package func title(of axis: Axis) -> Text {
        switch axis {
        case .facet(.field): onlyTitle(of: .field) ?? Facet.field.title
        case .facet(.mode): onlyTitle(of: .mode) ?? Facet.mode.title
        case .facet(.province): `case`.placeWord
        case .facet(let facet): facet.title
        case .kind(let id): `case`.kinds.first { $0.id == id }?.title ?? Text(id.text)
        }
    }

    /// The title of the only kind with a role; nil where there are several or none.
    private func onlyTitle(of role: Kind.Role) -> Text? {
        let kinds = `case`.kinds.filter { $0.role == role }
        return kinds.count == 1 ? kinds[0].title : nil
    }
}
