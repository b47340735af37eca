import CaseModel
import TextLayout

/// The titles of entities, pages and viewpoints on one line.
struct Titles {
    let graph: CaseGraph
    let language: LanguageChoice

    /// The title of an entity, or its id if the case does not have it.
    func title(of entity: EntityRef) -> String {
        graph.entity(entity).map { language.title(of: $0, in: graph) } ?? entity.id
    }

    /// The title of a page of which attendance is counted, given the id of an item or the name of a view.
    func title(ofAttended key: String) -> String {
        if let entity = graph.entity(named: key) { return language.title(of: entity, in: graph) }
        return language.localized(ViewName(rawValue: key)?.title ?? Strings.attendedElsewhere)
    }

    /// A title for the breadcrumb: the short one of the case, else the title, cut.
    func short(of subject: Subject) -> String {
        switch subject {
        case .entity(.item(let position)):
            let item = graph.item(position)
            return TextFit.clipped(language.localized(item.short ?? item.title), to: Item.shortColumns)
        case .entity(let entity):
            return TextFit.clipped(language.shortTitle(of: entity, in: graph), to: 24)
        case .trace(let position, _, _):
            return language.localized(Strings.trace) + " " + short(of: .item(position))
        case .about:
            return language.localized(Strings.about)
        case .chart(let chart):
            return language.localized(chart.title)
        }
    }

    /// A title for a viewpoint from its pins, view and what is selected in its chart: `国发〔2022〕2号 › 网络 › 重庆市`.
    func suggested(for viewpoint: Viewpoint, selecting selection: String?) -> String {
        var name = viewpoint.selections[viewpoint.focus].map { language.localized(graph.item($0).title) }
        let here: [String?]
        switch viewpoint.subject {
        case nil: here = [name]
        case .chart(let chart)?:
            name = selection
            here = [language.localized(chart.title), name]
        case .entity?, .trace?, .about?: here = [viewpoint.subject.map(whole)]
        }
        let pins = viewpoint.pins.filter { language.localized(graph.item($0).title) != name }
            .map { short(of: .item($0)) }
        return (pins + here.compactMap(\.self)).joined(separator: Theme.deeper)
    }

    /// The title of a page in full.
    private func whole(of subject: Subject) -> String {
        guard
            let title = graph.reference(to: subject).flatMap(graph.entity).map({
                language.shortTitle(of: $0, in: graph)
            })
        else {
            return short(of: subject)
        }
        if case .trace = subject { return language.localized(Strings.trace) + " " + title }
        return title
    }
}

extension State {
    /// The titles in the displayed language.
    var titles: Titles { Titles(graph: graph, language: language) }
}

extension CaseGraph {
    /// The reference to a subject by id, which stays valid when the case changes; nil for a subject that is no
    /// entity.
    func reference(to subject: Subject) -> EntityRef? {
        switch subject {
        case .entity(let entity): reference(to: entity)
        case .trace(let position, _, _): .item(item(position).id)
        case .about, .chart: nil
        }
    }
}
