import CaseModel
import Screen

/// The page on an item in the reader and of `triptych show`.
///
/// Claims are numbered, and so are sources in the order of their first citation; a claim cites its source by that
/// number, `[2]`. A link has its reason and its source, if any.
struct ItemDocument {
    let graph: CaseGraph
    let position: Int
    let language: LanguageChoice
    private let item: Item
    private let wording: Wording
    private let apparatus: Apparatus
    /// The numbers of the item's places and actors.
    private let places, actors: [Int]
    private var document = Document()

    static func make(_ graph: CaseGraph, position: Int, language: LanguageChoice) -> Document {
        var maker = ItemDocument(graph: graph, position: position, language: language)
        maker.addHead()
        maker.addFigures()
        maker.apparatus.addEvidence(of: .item(position), to: &maker.document)
        maker.addLinks()
        maker.addTree()
        maker.apparatus.add(note: maker.item.note, to: &maker.document)
        maker.addSurroundings()
        maker.apparatus.addSources(to: &maker.document)
        return maker.document
    }

    private init(graph: CaseGraph, position: Int, language: LanguageChoice) {
        self.graph = graph
        self.position = position
        self.language = language
        item = graph.item(position)
        wording = Wording(case: graph.case, language: language)
        (places, actors) = (
            item.places.compactMap { graph.number(of: $0) }, item.actors.compactMap { graph.number(of: $0) }
        )
        apparatus = Apparatus(graph, language: language, sources: graph.sourcesOfPage(at: position))
    }

    private func localized(_ phrase: Text) -> String { language.localized(phrase) }

    private mutating func addHead() {
        document.addTitles(item.title, language)
        let kind = graph.kind(of: position).map { language.localized($0.title) } ?? item.kind.text
        document.add("\(kind) · \(item.id)", style: Theme.faint)
        document.addSummary(item.summary, language)
        document.add("")
        if !item.aka.isEmpty { document.addField(localized(Strings.aka), item.aka.joined(separator: " · ")) }
        if let entry = graph.entry(of: position) {
            document.addField(localized(Strings.period), wording.dates(entry))
        }
        if let status = item.status {
            document.addField(
                localized(Strings.status), wording.status(status) + apparatus.citation(of: status.source))
        }
        if !places.isEmpty {
            let titles = places.map { graph.case.places[$0].title }
            document.addField(localized(Strings.places), wording.list(titles))
        }
        if !actors.isEmpty {
            let titles = actors.map { graph.case.actors[$0].title }
            document.addField(localized(Strings.actors), wording.list(titles))
        }
    }

    private mutating func addFigures() {
        guard !item.metrics.isEmpty else { return }
        document.addHeading("\(localized(Strings.metrics)) \(item.metrics.count)")
        for metric in item.metrics {
            let locator = metric.locator.map { ", " + language.line($0.text) } ?? ""
            document.add(
                [
                    Span(language.line(metric.name) + "  "),
                    Span(language.line(metric.figure), style: Theme.title),
                    Span(apparatus.citation(of: metric.source) + locator, style: Theme.sourced),
                ], indent: 2, hanging: 4)
        }
    }

    private mutating func addLinks() {
        addLinks(graph.outgoing[position], Strings.linksTo, arrow: "→") { $0.to }
        addLinks(graph.incoming[position], Strings.linkedFrom, arrow: "←") { $0.from }
    }

    private mutating func addLinks(
        _ edges: ArraySlice<CaseGraph.Edge>, _ heading: Text, arrow: String, end: (CaseGraph.Edge) -> Int
    ) {
        guard !edges.isEmpty else { return }
        document.addHeading("\(localized(heading)) \(edges.count)")
        for edge in edges {
            let link = graph.link(edge)
            let isBackwards = graph.runsBackwards(edge)
            document.add(
                [
                    Span(arrow + " " + (isBackwards ? Theme.backwards + " " : "")),
                    Span(
                        graph.words(of: .link(edge), to: end(edge), in: language) + " ", style: Theme.faint),
                    Span(language.line(graph.item(end(edge)).title), style: Theme.title),
                ], indent: 2, hanging: 2, target: .subject(.item(end(edge))), copySource: .link(edge))
            let standing = Span(
                localized(link.standing.title) + (link.source.map { apparatus.citation(of: $0) } ?? ""),
                style: link.isReading ? Theme.interpretation : Theme.sourced)
            let because = link.because.map { "\(localized(Strings.because)) \(language.line($0)) " } ?? ""
            var reasons = [Span(because), standing]
            if isBackwards || graph.isClaimedBefore(edge), let upper = edge.ends?.upper {
                let remark = graph.remark(onPredated: upper, from: edge.from, to: edge.to)
                reasons.append(Span(" " + localized(remark)))
            }
            document.add(reasons, indent: 4)
        }
    }

    private mutating func addTree() {
        if let parent = graph.parents[position] {
            document.addHeading(localized(Strings.belongsTo))
            document.addLink("↑", language.line(graph.item(parent).title), to: .item(parent))
        }
        let children = graph.children[position]
        guard !children.isEmpty else { return }
        document.addHeading("\(localized(Strings.contains)) \(children.count)")
        for child in children {
            document.addLink("↓", language.line(graph.item(child).title), to: .item(child))
        }
    }

    /// Adds places and actors again, each on a line that links to its page.
    private mutating func addSurroundings() {
        addSurroundings(
            Strings.places,
            places.map { number in
                let place = graph.case.places[number]
                return (place.title, [place.province.map(language.line)], .place(number))
            })
        addSurroundings(
            Strings.actors,
            actors.map { number in
                let actor = graph.case.actors[number]
                return (
                    actor.title,
                    [
                        localized(graph.case.title(of: actor.level)),
                        graph.sides.titlesOfActors[number].map(language.line),
                    ],
                    .actor(number)
                )
            })
    }

    private mutating func addSurroundings(
        _ heading: Text, _ entries: [(title: Text, facts: [String?], target: Subject)]
    ) {
        guard !entries.isEmpty else { return }
        document.addHeading("\(localized(heading)) \(entries.count)")
        for entry in entries {
            let facts = entry.facts.compactMap { $0 }.joined(separator: " · ")
            let title = Span("· " + language.line(entry.title), style: Theme.title)
            let remark = Span("  " + facts, style: Theme.faint)
            document.add(
                facts.isEmpty ? [title] : [title, remark], indent: 2, hanging: 2,
                target: .subject(entry.target))
        }
    }
}
