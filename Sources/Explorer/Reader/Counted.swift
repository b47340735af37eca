import CaseModel
import Screen
import TextLayout

/// What a number of the overview counts, one entry for each in a list.
enum Counted: Hashable, Sendable {
    /// The items of some kinds.
    case items(of: [ID<Kind>])
    /// The claims of a strength, or all.
    case claims(ID<Strength>?)
    /// The links of a standing, or all.
    case links(Link.Standing?)
    case places
    case actors
    /// The tours, each of which can be begun.
    case tours

    /// The list of them, or of those of a part of the case; Enter opens the page of one, or begins a tour.
    func list(in graph: CaseGraph, only selection: CaseSelection?) -> any Listing {
        switch self {
        case .items(let kinds):
            let positions = graph.case.items.indices.filter {
                (graph.kind(of: $0).map { kinds.contains($0.id) } ?? false)
                    && selection?.items.contains(graph.item($0).id) ?? true
            }
            let title = kinds.count == 1 ? graph.plural(of: kinds[0]) : Strings.items
            return ItemList(positions, title: Self.heading(title, positions.count))
        case .claims(let strength): return Self.claims(of: strength, in: graph, only: selection)
        case .links(let standing): return Self.links(of: standing, in: graph, only: selection)
        case .places:
            return Self.entities(
                graph.case.places.indices.filter {
                    selection?.places.contains(graph.case.places[$0].id) ?? true
                }.map { .place($0) }, Strings.places, in: graph)
        case .actors:
            return Self.entities(
                graph.case.actors.indices.filter {
                    selection?.actors.contains(graph.case.actors[$0].id) ?? true
                }.map { .actor($0) }, Strings.actors, in: graph)
        case .tours: return Self.tours(in: graph)
        }
    }

    private static func claims(
        of strength: ID<Strength>?, in graph: CaseGraph, only selection: CaseSelection?
    ) -> EntryList {
        let claims = (selection?.claims ?? graph.claims).compactMap { claim -> (position: Int, text: Text)? in
            let evidence = graph.evidence(of: claim)
            guard case .item(let position) = claim.entity, strength == nil || evidence.strength == strength
            else { return nil }
            return (position, evidence.claim)
        }
        let title = strength.map { graph.case.title(of: $0) } ?? Strings.evidence
        return EntryList(.choice, heading(title, claims.count), count: claims.count) { number, state in
            let (position, text) = claims[number]
            let item = state.language.localized(state.graph.item(position).title)
            return Picker.Entry(
                label: "", text: [Span(state.language.line(text)), Span("  " + item, style: Theme.faint)],
                of: .item(position)
            ) { $0.read(.item(position)) }
        }
    }

    private static func links(
        of standing: Link.Standing?, in graph: CaseGraph, only selection: CaseSelection?
    ) -> EntryList {
        let links = graph.links(in: selection).filter { standing == nil || $0.standing == standing }
        let title = standing?.title ?? Strings.links
        return EntryList(.choice, heading(title, links.count), count: links.count) { number, state in
            let (edge, graph) = (links[number], state.graph)
            let relation = graph.relation(graph.link(edge).relation)?.title
            let ends = [edge.from, edge.to].map { state.language.localized(graph.item($0).title) }
            let middle = "  " + (relation.map(state.language.localized) ?? "") + "  "
            return Picker.Entry(
                label: "", text: [Span(ends[0]), Span(middle, style: Theme.faint), Span(ends[1])]
            ) { $0.read(.item(edge.from)) }
        }
    }

    private static func entities(_ entities: [Entity], _ name: Text, in graph: CaseGraph) -> EntryList {
        EntryList(
            .choice, heading(name, entities.count), count: entities.count,
            labelColumns: entities.map { graph.id(of: $0).columns }.max() ?? 0
        ) { number, state in
            let entity = entities[number]
            return Picker.Entry(
                label: state.graph.id(of: entity),
                text: [Span(state.language.line(state.graph.title(of: entity)))],
                of: entity
            ) { $0.read(.entity(entity)) }
        }
    }

    private static func tours(in graph: CaseGraph) -> EntryList {
        let tours = graph.case.tours
        return EntryList(
            .choice, heading(Strings.tours, tours.count), count: tours.count,
            labelColumns: tours.map(\.id.text.columns).max() ?? 0
        ) { number, state in
            let tour = state.graph.case.tours[number]
            let facts = [
                "\(tour.steps.count) \(state.language.localized(Strings.steps))",
                tour.minutes.map { "\($0.figure) \(state.language.localized(Strings.minutes))" },
            ]
            let remark = "  " + facts.compactMap { $0 }.joined(separator: ", ")
            return Picker.Entry(
                label: tour.id.text,
                text: [Span(state.language.line(tour.title)), Span(remark, style: Theme.faint)]
            ) { $0.begin(tour: number) }
        }
    }

    private static func heading(_ name: Text, _ count: Int) -> Text {
        name.inPhrase { _, name in "\(Document.capitalized(name)) \(count)" }
    }
}

extension Strings {
    static let followsAnotherTalk = Text(
        chinese: "此屏正在跟随讲解，不能自己开讲", english: "this screen follows a talk and begins none of its own")
}
