import CaseModel
import Screen

/// Everything on one item, as the reader shows it and `triptych show` prints it.
///
/// Evidence is numbered, and so are the sources that bear it out, in the order in which they are met; a claim
/// names its source by that number, `[2]`. A link says why it holds and whether a source says so.
struct ItemDocument {
    let graph: CaseGraph
    let position: Int
    let language: LanguageChoice
    private let item: Item
    private let wording: Wording
    private let sources: [ID<Source>]
    private var document = Document()

    /// The document of the item at a position.
    static func make(_ graph: CaseGraph, position: Int, language: LanguageChoice) -> Document {
        var maker = ItemDocument(graph: graph, position: position, language: language)
        maker.addHead()
        maker.addFigures()
        maker.addEvidence()
        maker.addLinks()
        maker.addTree()
        maker.addNote()
        maker.addSources()
        return maker.document
    }

    private init(graph: CaseGraph, position: Int, language: LanguageChoice) {
        self.graph = graph
        self.position = position
        self.language = language
        item = graph.item(position)
        wording = Wording(case: graph.case, language: language)
        var seen: Set<ID<Source>> = []
        let named = graph.incoming[position].compactMap { graph.link($0).source }
        sources = (item.citedSources + named).filter { seen.insert($0).inserted }
    }

    private func say(_ phrase: Text) -> String { language.interface(phrase) }

    private mutating func addHead() {
        document.addTitles(item.title, language)
        let kind = graph.kind(of: position).map { language.interface($0.title) } ?? item.kind.text
        document.add("\(kind) · \(item.id)", style: Look.faint)
        if let summary = item.summary {
            document.add("")
            for paragraph in language.paragraphs(summary) { document.add(paragraph) }
        }
        document.add("")
        if !item.aka.isEmpty { document.addField(say(Phrases.aka), item.aka.joined(separator: " · ")) }
        if let period = item.period { document.addField(say(Phrases.period), wording.period(period)) }
        if let status = item.status {
            document.addField(say(Phrases.status), wording.status(status) + citation(of: status.source))
        }
        let places = item.places.compactMap { id in graph.case.places.first { $0.id == id }?.title }
        if !places.isEmpty { document.addField(say(Phrases.places), wording.list(places)) }
        let actors = item.actors.compactMap { id in graph.case.actors.first { $0.id == id }?.title }
        if !actors.isEmpty { document.addField(say(Phrases.actors), wording.list(actors)) }
    }

    private mutating func addFigures() {
        guard !item.metrics.isEmpty else { return }
        document.addHeading("\(say(Phrases.metrics)) \(item.metrics.count)")
        for metric in item.metrics {
            let locator = metric.locator.map { ", " + language.line($0) } ?? ""
            document.add(
                [
                    Span(language.line(metric.name) + "  "),
                    Span(wording.figure(metric), style: Look.title),
                    Span(citation(of: metric.source) + locator, style: Look.sourced),
                ], indent: 2, hanging: 4)
        }
    }

    private mutating func addEvidence() {
        document.addHeading(
            item.evidence.isEmpty
                ? say(Phrases.unevidenced) : "\(say(Phrases.evidence)) \(item.evidence.count)")
        for (number, evidence) in item.evidence.enumerated() {
            let label = String(number + 1)
            let indent = label.count < 2 ? 2 : 1
            for (part, claim) in language.paragraphs(evidence.claim).enumerated() {
                document.add(
                    part == 0 ? "\(label). \(claim)" : claim, indent: part == 0 ? indent : 5,
                    hanging: part == 0 ? 5 - indent : 0)
            }
            var about = [say(Phrases.name(of: evidence.strength))]
            if let date = evidence.date { about.append(date.description) }
            if let locator = evidence.locator { about.append(language.line(locator)) }
            if let quote = evidence.quote { about.append("“\(quote)”") }
            let source = sources.firstIndex(of: evidence.source)
            document.add(
                [
                    Span("[\((source ?? 0) + 1)]", style: Look.sourced),
                    Span(" " + about.joined(separator: " · "), style: Look.faint),
                ], indent: 5, hanging: 4, target: subject(of: evidence.source))
        }
    }

    private mutating func addLinks() {
        addLinks(graph.outgoing[position], Phrases.linksTo, arrow: "→") { $0.to }
        addLinks(graph.incoming[position], Phrases.linkedFrom, arrow: "←") { $0.from }
    }

    private mutating func addLinks(
        _ edges: [CaseGraph.Edge], _ heading: Text, arrow: String, end: (CaseGraph.Edge) -> Int
    ) {
        guard !edges.isEmpty else { return }
        document.addHeading("\(say(heading)) \(edges.count)")
        for edge in edges {
            let link = graph.link(edge)
            let relation = graph.relation(link.relation)
            let verb = end(edge) == edge.to ? relation?.title : relation?.inverse
            document.add(
                [
                    Span(arrow + " "),
                    Span((verb.map(language.interface) ?? link.relation.text) + " ", style: Look.faint),
                    Span(language.line(graph.item(end(edge)).title), style: Look.title),
                ], indent: 2, hanging: 2, target: .item(end(edge)))
            let standing =
                link.isInterpretation
                ? Span(say(Phrases.interpretation), style: Look.interpretation)
                : Span(say(Phrases.sourced) + citation(of: link.source), style: Look.sourced)
            let because = link.because.map { "\(say(Phrases.because)) \(language.line($0)) " } ?? ""
            document.add([Span(because), standing], indent: 4)
        }
    }

    private mutating func addTree() {
        if let parent = graph.parents[position] {
            document.addHeading(say(Phrases.belongsTo))
            document.add(
                "↑ " + language.line(graph.item(parent).title), style: Look.title, indent: 2, hanging: 2,
                target: .item(parent))
        }
        let children = graph.children[position]
        guard !children.isEmpty else { return }
        document.addHeading("\(say(Phrases.contains)) \(children.count)")
        for child in children {
            document.add(
                "↓ " + language.line(graph.item(child).title), style: Look.title, indent: 2, hanging: 2,
                target: .item(child))
        }
    }

    private mutating func addNote() {
        guard let note = item.note else { return }
        document.addHeading(say(Phrases.note))
        for paragraph in language.paragraphs(note) { document.add(paragraph, indent: 2) }
    }

    private mutating func addSources() {
        guard !sources.isEmpty else { return }
        document.addHeading("\(say(Phrases.sources)) \(sources.count)")
        for (number, id) in sources.enumerated() {
            guard let source = graph.source(id) else { continue }
            let label = "[\(number + 1)] "
            document.add(
                label + Self.reference(to: source, in: language), indent: 2, hanging: label.utf8.count,
                target: subject(of: id))
        }
    }

    /// One line that tells a source from all others.
    static func reference(to source: Source, in language: LanguageChoice) -> String {
        let authors = source.authors.map { author in
            language.languages[0] == .chinese
                ? author.chinese ?? "\(author.family) \(author.given)" : "\(author.family) \(author.given)"
        }
        let who = authors.isEmpty ? source.issuer.map(language.line) : authors.joined(separator: ", ")
        let parts = [
            who, language.line(source.title), source.documentNumber,
            source.date?.description ?? language.interface(Phrases.dateUnknown),
        ]
        return parts.compactMap { $0 }.joined(separator: ". ")
    }

    private func citation(of source: ID<Source>?) -> String {
        guard let source, let number = sources.firstIndex(of: source) else { return "" }
        return " [\(number + 1)]"
    }

    private func subject(of source: ID<Source>) -> Subject? {
        graph.number(of: source).map { .source($0) }
    }
}
