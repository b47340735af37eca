import CaseModel
import Screen
import TextLayout

/// The text about an item in the panes: its titles, why it is connected, and how well it is borne out.
///
/// The detail bar wraps it to its width; plain mode prints it.
struct DetailText {
    private let position: Int
    private let state: State
    private let item: Item

    /// The columns of each title in a chain where a line has so many: room for a short title, or a quarter of the line.
    static func titleColumns(onLineOf columns: Int) -> Int { max(24, columns / 4) }

    init(of position: Int, in state: State) {
        (self.position, self.state) = (position, state)
        item = state.graph.item(position)
    }

    /// The titles on one line.
    var titles: [Span] { Self.titles(of: item, language: state.language) }

    /// The status with its date, if there is one.
    var status: String? { item.status.map(wording.status) }

    /// The titles in all languages, whatever the language: a reader must be able to quote any.
    static func titles(of item: Item, language: LanguageChoice) -> [Span] {
        language.titles(item.title).enumerated().map { number, title in
            number == 0 ? Span(title, style: Theme.title) : Span("  " + title)
        }
    }

    /// Everything but the titles: the connection, with each title cut to so many columns, the evidence, the summary,
    /// the reader's note, dates and places, what sources disagree about.
    func paragraphs(titleColumns: Int) -> [[Span]] {
        let (graph, language) = (state.graph, state.language)
        var paragraphs: [[Span]] = []
        if let connection = Connection(of: position, in: state) {
            paragraphs.append(connection.spans(titleColumns: titleColumns))
        }
        paragraphs.append(evidence)
        paragraphs += (item.summary.map(language.paragraphs) ?? []).map { [Span($0)] }
        if let note = state.notebook.paragraph(on: .item(item.id)) { paragraphs.append(note) }
        let places = item.places.compactMap { graph.number(of: $0) }.map { graph.case.places[$0].title }
        let facts = [
            graph.entry(of: position).map(wording.dates), places.isEmpty ? nil : wording.list(places),
        ].compactMap { $0 }
        if !facts.isEmpty { paragraphs.append([Span(facts.joined(separator: " · "), style: Theme.faint)]) }
        return paragraphs + (item.note.map(language.paragraphs) ?? []).map { [Span($0)] }
    }

    private var wording: Wording { Wording(case: state.graph.case, language: state.language) }

    /// The number of claims by strength, of the sources of the page, of links, and of those among the links that no
    /// source states.
    private var evidence: [Span] {
        let localized = state.language.localized
        let comma = state.language.interface.comma
        var parts: [Span] = []
        if item.evidence.isEmpty {
            parts.append(Span(localized(Strings.unevidenced), style: Theme.interpretation))
        } else {
            // Counted where the claims stand: a copy of a claim would be one of all its texts.
            var counts: [ID<Strength>: Int] = [:]
            for claim in item.evidence.indices { counts[item.evidence[claim].strength, default: 0] += 1 }
            let strengths = state.graph.case.manifest.rankedStrengths.compactMap { strength in
                counts[strength.id].map { "\(localized(strength.title)) \($0)" }
            }
            parts.append(
                Span(
                    "\(localized(Strings.evidence)) \(item.evidence.count)"
                        + Wording.brackets(strengths, in: state.language)))
        }
        let edges = state.graph.outgoing[position] + state.graph.incoming[position]
        parts.append(
            Span(comma + "\(localized(Strings.sources)) \(state.graph.sourcesOfPage(at: position).count)"))
        parts.append(Span(comma + "\(localized(Strings.links)) \(edges.count)"))
        for standing in [Link.Standing.classified, .interpretation] {
            let count = edges.count { $0.standing == standing }
            guard count > 0 else { continue }
            parts.append(Span(comma))
            parts.append(Span("\(localized(standing.title)) \(count)", style: Theme.interpretation))
        }
        return parts
    }
}

/// The reason why an item is connected to the last pin, or without one its strongest link. Of an item that is not
/// connected to the pin that is said first.
///
/// `◐ 成渝地区双城经济圈 2021 → 綦江“十四五”规划 2022 → 綦江服务区 2023 · 每一步都有来源 · 末步 落实：规划把服务区列为重点项目。`
struct Connection {
    private let chain: Chain?
    /// The item to which there is no connection, though it is asked for.
    private let missed: Int?
    private let position: Int
    private let state: State

    /// Nil for an item without any link, where nothing is pinned.
    init?(of position: Int, in state: State) {
        let reference = state.browse.reference(of: position)
        let pinned = reference?.chain(to: position)
        missed = pinned == nil ? reference?.origin : nil
        chain = pinned ?? state.graph.strongestStep(of: position)
        (self.position, self.state) = (position, state)
        if chain == nil, missed == nil { return nil }
    }

    /// The grade, the chain with its titles cut to so many columns and its years, whose word it is, and the step at the
    /// item with its relation and reason. The reason is the longest, so that it comes behind what a small bar has to show.
    func spans(titleColumns: Int) -> [Span] {
        let language = state.language
        var spans: [Span] = []
        if let missed {
            let words = Strings.notConnected(with: title(of: missed, columns: titleColumns))
            spans.append(Span(language.localized(words), style: Theme.interpretation))
        }
        guard let chain else { return spans }
        if missed != nil { spans.append(Span(" · " + language.localized(Strings.strongestLink) + " ")) }
        return spans + self.spans(of: chain, titleColumns: titleColumns)
    }

    private func title(of position: Int, columns: Int) -> String {
        let item = state.graph.item(position)
        let title = state.language.localized(item.title)
        guard title.columns > columns else { return title }
        return TextFit.clipped(item.short.map(state.language.localized) ?? title, to: columns)
    }

    private func spans(of chain: Chain, titleColumns: Int) -> [Span] {
        let (graph, language) = (state.graph, state.language)
        let titles = chain.items.map { item in
            let title = title(of: item, columns: titleColumns)
            return title + graph.year(of: item, behind: title, in: language)
        }
        // The step next to the item is explained; a chain walked upstream has it at its beginning.
        let number = chain.items.last == position ? chain.steps.count - 1 : 0
        let step = chain.steps[number]
        var spans = [
            Span(graph.signs(of: chain) + " ", style: Theme.title),
            Span(titles.joined(separator: " → ") + " · "),
            Span(
                language.localized(graph.standings(of: chain)),
                style: graph.isSourced(chain) ? Theme.sourced : Theme.interpretation),
            Span(" · "),
        ]
        if chain.length > 1 {
            let which = number == 0 ? Strings.firstStepOfChain : Strings.lastStepOfChain
            spans.append(Span(language.localized(which) + " ", style: Theme.faint))
        }
        let reading = graph.words(of: step, to: chain.items[number + 1], in: language)
        spans.append(Span(reading, style: Theme.faint))
        if case .link(let edge) = step, let because = graph.link(edge).because {
            let colon = language.interface == .chinese ? "：" : ": "
            spans.append(Span(colon + language.localized(because)))
        }
        // Of several items that are older than one above them, the one at the step that is explained comes first; then
        // those for which ↶ stands.
        let predated = graph.predatedItems(in: chain)
        let younger = graph.youngerItems(in: chain, predated: predated)
        let others = chain.steps.indices.filter { $0 != number }
        let marked = [number] + others.filter { predated[$0] != nil } + others
        if let (place, item) = marked.lazy.compactMap({ place in younger[place].map { (place, $0) } }).first {
            let remark = graph.remark(
                onPredated: item, from: chain.items[place],
                to: chain.items[place + 1])
            spans.append(Span(" " + language.localized(remark)))
        }
        return spans
    }
}
