import CaseModel

/// A text that can be copied.
struct Copy: Equatable, Sendable {
    /// The kind of text in one or two words.
    let label: String
    /// The text exactly as it is copied.
    let text: String
}

/// The texts that can be copied from what is displayed: items, quotations with references, references in each
/// style, links as sentences, addresses.
///
/// Equal texts are listed once. A number, `[2]`, is that of the source on its page.
struct CopyMenu {
    let graph: CaseGraph
    let language: LanguageChoice
    private(set) var copies: [Copy] = []
    private var seen: Set<String> = []

    /// The texts of some sources, in their order.
    static func copies(of copySources: [CopySource], in graph: CaseGraph, _ language: LanguageChoice)
        -> [Copy]
    {
        var maker = CopyMenu(graph, language)
        for copySource in copySources { maker.add(copySource) }
        return maker.copies
    }

    private init(_ graph: CaseGraph, _ language: LanguageChoice) {
        self.graph = graph
        self.language = language
    }

    func localized(_ phrase: Text) -> String { language.localized(phrase) }

    mutating func add(_ label: String, _ text: String) {
        guard !text.isEmpty, seen.insert(text).inserted else { return }
        copies.append(Copy(label: Document.capitalized(label), text: text))
    }

    /// Adds one text for each displayed language, which the label names if there are several.
    mutating func addEach(_ label: String, _ text: (LanguageTag) -> String) {
        for shown in language.languages {
            add(language.languages.count > 1 ? "\(label) \(shown.text)" : label, text(shown))
        }
    }

    private mutating func add(_ copySource: CopySource) {
        switch copySource {
        case .subject(.entity(.item(let position))): addItem(position)
        case .subject(.entity(.source(let number))):
            let source = graph.case.sources[number]
            addReferences(to: source, numbered: nil)
            add(localized(Strings.id), source.id.text)
            add(localized(Strings.permalink), "triptych open \(source.id)")
        case .subject(.entity(.place(let number))):
            let place = graph.case.places[number]
            addNamed(place.title, id: place.id.text, place.summary, as: Strings.place)
            addEvidence(of: .place(number), sources: place.citedSources)
        case .subject(.entity(.actor(let number))):
            let actor = graph.case.actors[number]
            addNamed(actor.title, id: actor.id.text, actor.summary, as: Strings.actor)
            addEvidence(of: .actor(number), sources: actor.citedSources)
        case .subject(.trace(let position, let origin, let chain)):
            addTrace(to: position, from: origin, chain: chain)
        case .subject(.about): addCase()
        case .subject(.chart): break
        case .evidence(let entity, let number): addClaim(number, of: entity)
        case .link(let edge): addLink(edge)
        case .items(let positions, let title):
            let lines = positions.map { "\(language.line(graph.item($0).title)) (\(graph.item($0).id))" }
            add(localized(Strings.items), ([title] + lines).joined(separator: "\n"))
        }
    }

    private mutating func addItem(_ position: Int) {
        let item = graph.item(position)
        let kind = graph.kind(of: position)?.title ?? Strings.items
        addNamed(item.title, id: item.id.text, item.summary, as: kind)
        let links = graph.outgoing[position] + graph.incoming[position]
        addEvidence(
            of: .item(position),
            sources: graph.sourcesOfPage(at: position))
        for edge in links { addLink(edge) }
    }

    /// Adds the titles in all languages, the shown ones first, with the id, the summary, and what opens the page.
    private mutating func addNamed(_ title: Text, id: String, _ summary: Text?, as kind: Text) {
        let name = language.titles(title).joined(separator: " ") + " (\(id))"
        add(
            localized(kind),
            ([name] + (summary.map(language.paragraphs) ?? [])).joined(separator: "\n"))
        add(localized(Strings.permalink), "triptych open \(id)")
    }

    private mutating func addTrace(to position: Int, from origin: Int?, chain number: Int) {
        let all = origin.map { graph.chains(from: $0, to: position) } ?? graph.chains(to: position)
        var chains = all.dropFirst(number).makeIterator()
        if let chain = chains.next() {
            let text = TraceDocument.make(graph, chain, language: language).text(columns: .max)
            add(localized(Strings.trace), text)
            for case .link(let edge) in chain.steps { addLink(edge) }
        }
        addItem(position)
    }

    private mutating func addCase() {
        let manifest = graph.case.manifest
        addReferences(to: manifest.source, numbered: nil)
        if let cited = manifest.cites.flatMap({ graph.source($0) }) {
            addReferences(to: cited, numbered: nil)
        }
    }
}
