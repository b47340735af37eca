import CaseModel
import CaseSearch
import Screen

/// The results of a search by pane, then sources, places and actors: the group with the best match first, within one
/// the best first.
struct SearchResults: Sendable {
    private let matches: Matches
    /// The indices of the matches, grouped.
    private var places: [Int32] = []
    /// The groups in their order here.
    private var groups: [Int] = []
    /// The number of results of each group.
    private(set) var counts: [Int] = []

    /// The matches of a search, or those within a scope.
    init(_ matches: Matches, within scope: SearchScope? = nil, in graph: CaseGraph) {
        self.matches = matches
        var byGroup = [[Int32]](repeating: [], count: graph.case.panes.count + 3)
        for place in matches.indices {
            let entity = matches.entity(at: place)
            guard scope?.contains(entity) != false else { continue }
            let group = Self.group(of: entity, in: graph)
            if byGroup[group].isEmpty { groups.append(group) }
            byGroup[group].append(Int32(place))
        }
        counts = byGroup.map(\.count)
        places = groups.flatMap { byGroup[$0] }
    }

    /// The number of an entity's group: its pane, or the one after the panes.
    static func group(of entity: Entity, in graph: CaseGraph) -> Int {
        switch entity {
        case .item(let position): graph.panes[position]
        case .source: graph.case.panes.count
        case .place: graph.case.panes.count + 1
        case .actor: graph.case.panes.count + 2
        }
    }

    var isEmpty: Bool { places.isEmpty }
    var count: Int { places.count }
    /// True if a mistake in the query is forgiven, since nothing fits exactly.
    var isApproximate: Bool { matches.isApproximate }
    /// The marking of what was found.
    var highlight: Highlight { matches.highlight }

    /// The match on a row.
    subscript(row: Int) -> Match { matches[Int(places[row])] }

    /// The entities found.
    var entities: [Entity] { places.map { matches.entity(at: Int($0)) } }

    /// The row of an earlier result, after more results were appended to some groups.
    func row(of row: Int, in earlier: SearchResults) -> Int {
        var (before, now) = (0, 0)
        for group in earlier.groups {
            if row < before + earlier.counts[group] { return now + row - before }
            before += earlier.counts[group]
            now += counts[group]
        }
        return row
    }
}

/// The entities that a search under a filter covers: the items included, and the sources, places and actors of
/// what is.
struct SearchScope: Sendable {
    private let filter: AppliedFilter
    private let sources: Set<ID<Source>>
    private let places: Set<ID<Place>>
    private let actors: Set<ID<Actor>>
    private let graph: CaseGraph

    init(_ filter: AppliedFilter, in graph: CaseGraph) {
        (self.filter, self.graph) = (filter, graph)
        let selection = filter.filter.selection(in: graph)
        (sources, places, actors) = (selection.sources, selection.places, selection.actors)
    }

    func contains(_ entity: Entity) -> Bool {
        switch entity {
        case .item(let position): filter.filter.matches(position)
        case .source(let number): sources.contains(graph.case.sources[number].id)
        case .place(let number): places.contains(graph.case.places[number].id)
        case .actor(let number): actors.contains(graph.case.actors[number].id)
        }
    }
}

/// A result as a line of the list: the group with its number of results, the title and, if the match is elsewhere,
/// the matching text; the match is highlighted.
struct SearchResult {
    let row: Int
    let results: SearchResults
    let state: State

    /// The number of characters shown before a match.
    private static let lead = 6

    var entry: Picker.Entry {
        let match = results[row]
        let title = state.language.title(of: match.entity, in: state.graph)
        var text = marked(title, isName: true)
        if match.field != .title || !title.contains(match.text) {
            text += [Span("  ")] + snippet(of: match)
        }
        let group = SearchResults.group(of: match.entity, in: state.graph)
        let row = row
        return Picker.Entry(
            label: Self.label(of: group, results, in: state), text: text, of: match.entity
        ) {
            $0.open(result: row)
        }
    }

    /// The label of a group's results.
    static func label(of group: Int, _ results: SearchResults, in state: State) -> String {
        let panes = state.graph.case.panes
        let others = [Strings.sources, Strings.places, Strings.actors]
        let title = group < panes.count ? panes[group].title : others[group - panes.count]
        return "\(state.language.localized(title)) \(results.counts[group])"
    }

    /// The text with the match, from a little before it.
    private func snippet(of match: Match) -> [Span] {
        let skipped = max(0, match.range.lowerBound - Self.lead)
        let shown = (skipped > 0 ? "…" : "") + match.text.dropFirst(skipped)
        return marked(shown, isName: true).map { $0.style == .plain ? $0.with(style: Theme.faint) : $0 }
    }

    private func marked(_ text: String, isName: Bool) -> [Span] {
        [Span(text)].restyled(results.highlight.ranges(in: text, isName: isName)) { _, _ in Theme.found }
    }
}

/// The results of the last search as entities, the best first, and which of them was opened last.
struct FoundEntities: Equatable, Sendable {
    let query: String
    private(set) var entities: [Entity]
    var here: Int?

    init(_ query: String, _ entities: [Entity]) {
        (self.query, self.entities) = (query, entities)
    }

    /// The same in another state of the case, as far as it has them; nil if it has none.
    func carried(from graph: CaseGraph, to other: CaseGraph) -> FoundEntities? {
        var carried = self
        carried.here = nil
        carried.entities = []
        for (number, entity) in entities.enumerated() {
            guard let same = other.entity(graph.reference(to: entity)) else { continue }
            if number == here { carried.here = carried.entities.count }
            carried.entities.append(same)
        }
        return carried.entities.isEmpty ? nil : carried
    }
}
