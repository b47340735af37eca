import CaseModel

// What a step of a tour puts on the screen.
extension State {
    /// Shows what a step points at; the result does not depend on what was explored before.
    package mutating func stand(at step: Tour.Step) {
        browse = Browse(graph)
        reader = nil
        var start = viewpoint
        start.pins = step.pins.compactMap { graph.position(of: $0) }
        start.filter = step.filter
        if let position = graph.position(at: step) {
            start.focus = graph.panes[position]
            start.selections[start.focus] = position
        }
        restore(start)
        if let words = step.viewpoint, Viewpoint(encoded: words, in: self) != nil {
            return restore(encoded: words)
        }
        if let subject = subject(of: step) {
            start.subject = subject
            restore(start)
        }
        aim(atClaim: step.evidence)
    }

    /// What a step opens in place of the panes; nil for the panes, and where there is nothing to show.
    private func subject(of step: Tour.Step) -> Subject? {
        let (entity, position) = (graph.entity(at: step), graph.position(at: step))
        switch step.view.name {
        case .browse?, nil: return nil
        case .reader?: return entity.map(Subject.entity)
        case .trace?:
            let origin = step.from.flatMap { graph.position(of: $0) }
            return position.map { .trace($0, from: origin, chain: 0) }
        case .overview?: return .about
        case .chart(let name)?:
            // A chart without an item opens without a selection, and not at the first item of the panes.
            var context = chartContext
            context.selected = position
            context.subject = entity.map(Subject.entity)
            var drawing = name.chart.init(opening: context)
            drawing.read(step.chartFields, in: graph)
            return .chart(Chart(drawing))
        }
    }
}

// Where the eye is on a page.
extension State {
    /// The number of the claim that the talk's step speaks of: that of the newest revealed point which names one, else
    /// the step's own.
    var claimInFocus: Int? {
        guard let talk, let step else { return nil }
        return step.points.prefix(talk.revealed).last { $0.evidence != nil }?.evidence ?? step.evidence
    }

    /// Puts the eye on a claim of the open page, which marks it, and scrolls to it.
    mutating func aim(atClaim number: Int?) {
        guard let number, let page = layout.page, let target = target(ofClaim: number), var reader else {
            return
        }
        reader.target = target
        reader.top = page.top(reader.top, showing: target)
        self.reader = reader
        refresh()
    }

    /// The number of the target of a claim of the open page; nil where there is none.
    func target(ofClaim number: Int) -> Int? {
        guard case .entity(let entity)? = reader?.subject else { return nil }
        return layout.page?.document.copySources.firstIndex(of: .evidence(entity, number - 1))
    }

    /// Follows the points of the step: the eye is on what the newest one speaks of.
    mutating func followPoints(since before: Int?) {
        guard claimInFocus != before, let step else { return }
        if let claimInFocus { aim(atClaim: claimInFocus) } else { stand(at: step) }
    }

    /// Carries out a command in the view behind the text of a step: a text or the strip scrolls, the selection moves.
    mutating func carryOutBehind(_ command: TalkCommand) {
        let isForward = command == .viewDown || command == .aimNext
        let isScrolling = command == .viewDown || command == .viewUp
        switch openView {
        case .browse where isScrolling:
            _ = carryOutInPanes(.pane(isForward ? .scrollDetailsDown : .scrollDetailsUp), isRepeating: false)
        case .browse: _ = carryOutInPanes(.move(isForward ? .down : .up), isRepeating: false)
        case .reader where isScrolling, .trace where isScrolling, .overview where isScrolling:
            reader?.top += isForward ? Self.linesAtATime : -Self.linesAtATime
        case .reader, .trace, .overview:
            _ = carryOutInReader(.reading(isForward ? .nextTarget : .previousTarget))
        case .chart: _ = chart(.move(isForward ? .down : .up))
        }
        refresh()
    }

    /// The lines by which a text behind a step is scrolled.
    private static let linesAtATime = 3
}

extension Tour.Step {
    /// The choices in a chart that the step names, under the keys of an encoded viewpoint.
    fileprivate var chartFields: [String: String] {
        var fields: [String: String] = [:]
        fields["order"] = order
        if let cell {
            fields["row"] = MatrixLine(named: cell.row).encoded
            fields["column"] = MatrixLine(named: cell.column).encoded
        }
        return fields
    }
}

extension MatrixLine {
    /// The line of a value by its id, the line without a value by its name in the case format, or the total.
    init(named name: String?) {
        switch name {
        case nil: self = .all
        case Tour.Step.Cell.withoutValue?: self = .none
        case let id?: self = .value(id)
        }
    }

    /// The name in the case format; nil for the total.
    var name: String? {
        switch self {
        case .value(let id): id
        case .none: Tour.Step.Cell.withoutValue
        case .all: nil
        }
    }
}
