import CaseModel
import TextLayout

/// Reading the files of the open case again while they are being edited.
package struct Rereading: Equatable, Sendable {
    /// What is wrong with the files: errors in those that cannot be opened as a case, warnings about others.
    package struct Mistakes: Equatable, Sendable {
        /// The number of errors, or of warnings where there is no error.
        let count: Int
        /// The place of the first one and what is wrong, on one line.
        let first: Text
        /// The whole report, in each language of the interface.
        let report: [Language: [SourceNote]]

        package init(count: Int, first: Text, report: [Language: [SourceNote]]) {
            (self.count, self.first, self.report) = (count, first, report)
        }
    }

    /// The outcome of another reading.
    package enum Outcome: Sendable {
        case sound(CaseGraph, warnings: Mistakes? = nil)
        case unsound(Mistakes)
    }

    /// The reason why the case is not read again; nil if it can be.
    package var reasonNotTo: Text? = Strings.notReread
    /// What was wrong with the files when they were last read; nil if the case on the screen is what they say.
    package internal(set) var mistakes: Mistakes?
    /// What the files were warned of when they were last read and found sound.
    package internal(set) var warnings: Mistakes?
}

/// Handles another reading of the case's files: goes on in the same place of the new case, or keeps the last sound one
/// and shows what is wrong.
package func update(_ state: inout State, rereading outcome: Rereading.Outcome) {
    switch outcome {
    case .sound(let graph, let warnings): state.goOn(in: graph, warnings)
    case .unsound(let mistakes): state.tell(of: mistakes)
    }
}

extension State {
    /// True while another case can take the place of this one without closing what is being typed.
    package var canGoOnInAnotherCase: Bool {
        switch mode {
        case .view, .presenting, .pager: true
        case .following, .speaker, .list, .note, .bookmark, .question: false
        }
    }

    /// True while the presenter's case can take the place of this one: a question goes on in it, and what else is being
    /// typed belongs to this one.
    package var canGoOnInPresentersCase: Bool { !mode.isTyping || mode == .question }

    /// Shows all mistakes of the last reading in the pager.
    mutating func showMistakes() {
        guard let mistakes = rereading.mistakes ?? rereading.warnings else { return }
        pager = Pager(notes: mistakes.report[language.interface] ?? [])
    }

    fileprivate mutating func tell(of mistakes: Rereading.Mistakes) {
        rereading.mistakes = mistakes
        notice = Strings.mistakes(mistakes)
        if let pager, pager.isOfMistakes {
            showMistakes()
            self.pager?.top = pager.top
        }
    }

    /// Continues in a case read again, at the same place as far as the case still has it, and reports what is gone.
    fileprivate mutating func goOn(in graph: CaseGraph, _ warnings: Rereading.Mistakes?) {
        var next = State(graph, language: language, size: size)
        (next.today, next.remark, next.asides) = (today, remark, asides)
        (next.isForGuest, next.isPlain, next.recorded) = (isForGuest, isPlain, recorded)
        (next.searches, next.filters) = (searches, filters)
        next.rereading.reasonNotTo = rereading.reasonNotTo
        next.rereading.warnings = warnings
        if graph.case.manifest.id == self.graph.case.manifest.id {
            next.notebookAvailability = notebookAvailability
        }
        next.found = found?.carried(from: self.graph, to: graph)
        next.talk = talk(in: graph)
        if let step = next.step, next.talk?.isOnPath == true {
            next.layOutStep()
            next.stand(at: step)
            next.history = History(next.visit)
        } else {
            next.history = history(in: next)
            next.restore(encoded: neighbouring(graph).encodedPosition)
        }
        if pager?.isOfMistakes != true { next.pager = pager }
        let isFilterLost =
            viewpoint.filter != nil && next.viewpoint.filter == nil && next.talk?.isOnPath != true
        next.notice = Strings.reread(without: lost(in: graph), isFilterLost: isFilterLost, warnings)
        next.refresh()
        self = next
    }

    /// The ids of what is pinned, selected, read or walked here and is not in another case.
    private func lost(in other: CaseGraph) -> [String] {
        var references = browse.pins.map { graph.reference(to: .item($0.origin)) }
        switch reader?.subject {
        case .entity(let entity)?: references.append(graph.reference(to: entity))
        case .trace(let position, let origin, _)?:
            references += [position, origin].compactMap(\.self).map { graph.reference(to: .item($0)) }
        case .about?, .chart?, nil: break
        }
        if let selected = browse.selected { references.append(graph.reference(to: .item(selected))) }
        var ids: [String] = []
        for reference in references where other.entity(reference) == nil && !ids.contains(reference.id) {
            ids.append(reference.id)
        }
        if let tour = talk?.tour, talk(in: other) == nil { ids.append(graph.case.tours[tour].id.text) }
        return ids
    }

    /// The talk at the same step of another case; nil if that does not have the tour.
    private func talk(in other: CaseGraph) -> Talk? {
        guard var talk, let tour = talk.tour else { return self.talk }
        let id = graph.case.tours[tour].id
        guard let number = other.case.tours.firstIndex(where: { $0.id == id && !$0.steps.isEmpty })
        else { return nil }
        let steps = other.case.tours[number].steps
        (talk.tour, talk.step) = (number, min(talk.step, steps.count - 1))
        talk.revealed = min(talk.revealed, steps[talk.step].points.count)
        return talk
    }

    /// The history as far as another case has its places.
    private func history(in other: State) -> History {
        history.mapped { visit in
            let encoded = visit.viewpoint.encoded(in: graph)
            guard let viewpoint = Viewpoint(encoded: encoded, in: other) else { return other.visit }
            var reader = viewpoint.subject.map { Reader(subject: $0) }
            reader?.top = visit.reader?.top ?? 0
            return History.Visit(viewpoint: viewpoint, reader: reader)
        }
    }

    /// This state with the nearest item that another case has selected in place of one that it has not.
    private func neighbouring(_ other: CaseGraph) -> State {
        var state = self
        for pane in browse.columns.indices {
            let column = browse.columns[pane]
            guard let selected = column.selected, other.position(of: graph.item(selected).id) == nil,
                let row = column.outline.row(of: selected)
            else { continue }
            let items = column.outline.rows.enumerated().compactMap { number, row -> (Int, Int)? in
                guard case .item(let position) = row.content,
                    other.position(of: graph.item(position).id) != nil
                else { return nil }
                return (number, position)
            }
            let nearest = items.min { abs($0.0 - row) < abs($1.0 - row) }
            if let nearest { state.browse.columns[pane].selected = nearest.1 }
        }
        return state
    }
}
