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

    /// The columns of each title in a chain beside the panes.
    static let titleColumns = 24

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
        if let note = state.notebook.notes[.item(item.id)] {
            paragraphs.append([
                Span(String(Theme.noted) + " ", style: Theme.notebook),
                Span(note.text.replacing("\n", with: " ")),
            ])
        }
        let places = item.places.compactMap { graph.number(of: $0) }.map { graph.case.places[$0].title }
        let facts = [
            graph.entry(of: position).map(wording.dates), places.isEmpty ? nil : wording.list(places),
        ].compactMap { $0 }
        if !facts.isEmpty { paragraphs.append([Span(facts.joined(separator: " · "), style: Theme.faint)]) }
        return paragraphs + (item.note.map(language.paragraphs) ?? []).map { [Span($0)] }
    }

    private var wording: Wording { Wording(case: state.graph.case, language: state.language) }

    /// The number of claims by strength, of sources, of links, and of interpretations among the links.
    private var evidence: [Span] {
        let localized = state.language.localized
        let comma = state.language.interface == .chinese ? "，" : ", "
        var parts: [Span] = []
        if item.evidence.isEmpty {
            parts.append(Span(localized(Strings.unevidenced), style: Theme.interpretation))
        } else {
            let strengths = state.graph.case.manifest.rankedStrengths.compactMap { strength in
                let count = item.evidence.count { $0.strength == strength.id }
                return count == 0 ? nil : "\(localized(strength.title)) \(count)"
            }
            parts.append(
                Span(
                    "\(localized(Strings.evidence)) \(item.evidence.count)"
                        + Wording.brackets(strengths, in: state.language)))
        }
        let edges = state.graph.outgoing[position] + state.graph.incoming[position]
        let read = edges.count { state.graph.link($0).isReading }
        parts.append(Span(comma + "\(localized(Strings.sources)) \(item.citedSources.count)"))
        parts.append(Span(comma + "\(localized(Strings.links)) \(edges.count)"))
        if read > 0 {
            parts.append(Span(comma))
            parts.append(Span("\(localized(Strings.interpretation)) \(read)", style: Theme.interpretation))
        }
        return parts
    }
}

/// The reason why an item is connected to the last pin, or else its strongest link.
///
/// `◐↶ 成渝地区双城经济圈 → 綦江“十四五”规划 → 綦江服务区 · 落实：规划把服务区列为重点项目。 有来源`
struct Connection {
    private let grade: Grade
    private let chain: Chain
    private let position: Int
    private let state: State

    /// Nil for an item without any link; its strongest one explains an item that is not connected to the last pin.
    init?(of position: Int, in state: State) {
        let graph = state.graph
        if let pin = state.browse.reference(of: position), let grade = pin.grade(of: position),
            let chain = pin.chain(to: position)
        {
            (self.grade, self.chain) = (grade, chain)
        } else {
            guard let chain = graph.strongestStep(of: position) else { return nil }
            (grade, self.chain) = (.direct, chain)
        }
        (self.position, self.state) = (position, state)
    }

    /// The grade, the chain with its titles cut to so many columns, and the step at the item with its relation, reason
    /// and standing.
    func spans(titleColumns: Int) -> [Span] {
        let (graph, language) = (state.graph, state.language)
        let isBackwards = graph.backwardsSteps(of: chain).contains(true)
        let titles = chain.items.map {
            TextFit.clipped(language.localized(graph.item($0).title), to: titleColumns)
        }
        // The step next to the item is explained; a chain walked upstream has it at its beginning.
        let number = chain.items.last == position ? chain.steps.count - 1 : 0
        let step = chain.steps[number]
        var spans = [
            Span("\(grade.sign)\(isBackwards ? Theme.backwards : "") ", style: Theme.title),
            Span(titles.joined(separator: " → ")),
        ]
        switch step {
        case .parent, .child:
            spans.append(Span(" · " + language.localized(Strings.isPartOf), style: Theme.faint))
        case .link(let edge):
            let link = graph.link(edge)
            let relation = graph.relation(link.relation).map { language.localized($0.title) }
            spans.append(Span(" · " + (relation ?? link.relation.text), style: Theme.faint))
            if let because = link.because { spans.append(Span(" " + language.localized(because))) }
        }
        let standing = graph.standing(of: step).title
        spans.append(
            Span(
                " " + language.localized(standing),
                style: graph.isReading(step) ? Theme.interpretation : Theme.sourced))
        if isBackwards { spans.append(Span(" " + language.localized(Strings.answersBefore))) }
        return spans
    }
}
