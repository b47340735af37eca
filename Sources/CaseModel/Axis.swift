/// What can stand along one side of a matrix, and before the colon of a filter.
///
/// Belonging is defined here once for both: an item belongs to a value of an axis exactly where a filter with that
/// value lets it through, so that a matrix's totals are what `list --filter` lists.
package enum Axis: Hashable, Sendable {
    /// What a facet can stand at.
    case facet(Facet)
    /// The items of a kind, each with what belongs to it (`CaseGraph.members(of:)`).
    case kind(ID<Kind>)

    /// The name by which it is asked for.
    package var name: String {
        switch self {
        case .facet(let facet): facet.rawValue
        case .kind(let id): id.text
        }
    }
}

extension CaseGraph {
    /// Every axis that the case has, first the facets; a kind whose id is a facet's name is asked for by that.
    package var axes: [Axis] {
        Facet.allCases.map { .facet($0) }
            + `case`.kinds.filter { Facet(rawValue: $0.id.text) == nil }.map { .kind($0.id) }
    }

    /// The axis of this name, or nil if the case has none such.
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
}
