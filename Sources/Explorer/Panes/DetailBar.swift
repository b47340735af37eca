import CaseModel
import Screen
import TextLayout

/// The lines below the panes about the selected item and the quality of its evidence.
struct DetailBar: Sendable {
    /// A line, with right-aligned text if there is room.
    struct Line: Sendable {
        var left: [Span]
        var right: String?
    }

    /// Everything that the text depends on.
    struct Key: Equatable, Sendable {
        /// The described item; nil for the card of welcome.
        let position: Int?
        let language: LanguageChoice
        let columns: Int
        let note: Notebook.Note?
        /// The item by which the connection is explained: the last pinned one, or that of a pane out of sight.
        let pin: Int?

        /// Nil if there is no item or no room.
        init?(in state: State, columns: Int) {
            guard let position = state.browse.described, columns > 0 else { return nil }
            self.position = position
            self.columns = columns
            language = state.language
            note = state.notebook.notes[.item(state.graph.item(position).id)]
            pin = state.browse.reference(of: position)?.origin
        }

        /// The key of the card of welcome.
        init(cardIn state: State, columns: Int) {
            (position, note, pin) = (nil, nil, nil)
            (self.columns, language) = (columns, state.language)
        }
    }

    let key: Key
    let lines: [Line]

    init(_ key: Key, in state: State) {
        #if DEBUG
            LaidOutText.observer?(.detail)
        #endif
        self.key = key
        guard let position = key.position else {
            lines = WelcomeCard(state: state, columns: key.columns).lines
            return
        }
        let graph = state.graph
        let item = graph.item(position)
        let wording = Wording(case: graph.case, language: key.language)
        func wrapped(_ text: String, style: Style = .plain) -> [Line] {
            Wrapping.lines(of: text, columns: key.columns).map { Line(left: [Span($0, style: style)]) }
        }
        var lines = [
            Line(left: Self.titles(of: item, language: key.language), right: item.status.map(wording.status))
        ]
        if let why = Connection(of: position, in: state)?.spans {
            lines += Wrapping.lines(of: why, columns: key.columns).map { Line(left: $0) }
        }
        lines.append(Line(left: Self.evidence(for: position, in: state)))
        lines += (item.summary.map(key.language.paragraphs) ?? []).flatMap { wrapped($0) }
        if let note = key.note {
            let text = [
                Span(String(Theme.noted) + " ", style: Theme.notebook),
                Span(note.text.replacing("\n", with: " ")),
            ]
            lines += Wrapping.lines(of: text, columns: key.columns).map { Line(left: $0) }
        }
        let places = item.places.compactMap { graph.number(of: $0) }.map { graph.case.places[$0].title }
        let facts = [
            graph.entry(of: position).map(wording.dates), places.isEmpty ? nil : wording.list(places),
        ]
        lines += wrapped(facts.compactMap { $0 }.joined(separator: " · "), style: Theme.faint)
        lines += (item.note.map(key.language.paragraphs) ?? []).flatMap { wrapped($0) }
        self.lines = lines
    }

    func draw(from top: Int, in area: Rect, on grid: inout Grid) {
        if lines.count > top + area.rows, area.rows > 0 {
            // The sign for more lines is in the margin.
            grid.write(
                Theme.more, at: Point(row: area.bottom - 1, column: area.right),
                in: Rect(row: area.row, column: area.right, columns: 1, rows: area.rows), style: Theme.faint)
        }
        for row in 0..<area.rows {
            guard lines.indices.contains(top + row) else { break }
            let line = lines[top + row]
            let used = grid.write(line.left, in: area.line(row))
            if let right = line.right, used + right.columns + 2 <= area.columns {
                grid.write(
                    right, at: Point(row: area.row + row, column: area.right - right.columns), in: area,
                    style: Theme.faint)
            }
        }
    }

    /// The titles in all languages, whatever the language: a reader must be able to quote any.
    static func titles(of item: Item, language: LanguageChoice) -> [Span] {
        language.titles(item.title).enumerated().map { number, title in
            number == 0 ? Span(title, style: Theme.title) : Span("  " + title)
        }
    }

    /// The number of claims by strength, of sources, of links, and of interpretations among the links.
    private static func evidence(for position: Int, in state: State) -> [Span] {
        let localized = state.language.localized
        let comma = state.language.interface == .chinese ? "，" : ", "
        let item = state.graph.item(position)
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

/// The reason why the described item is connected to the last pin, or else its strongest link.
///
/// `◐↶ 成渝地区双城经济圈 → 綦江“十四五”规划 → 綦江服务区 · 落实：规划把服务区列为重点项目。 有来源`
private struct Connection {
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

    /// The grade, the chain, and the step at the item with its relation, reason and standing.
    var spans: [Span] {
        let (graph, language) = (state.graph, state.language)
        let isBackwards = graph.backwardsSteps(of: chain).contains(true)
        let titles = chain.items.map { TextFit.clipped(language.localized(graph.item($0).title), to: 24) }
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
