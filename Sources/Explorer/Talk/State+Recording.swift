import CaseModel

// Recording a tour: the present viewpoint becomes a step, with a draft of its points.
extension State {
    /// The number of claims drafted as points of a step, to be edited later in the tour's file.
    private static let drafted = 3

    /// Records the present viewpoint as a step, or takes back a step just recorded here. A step contains only a
    /// view and an item: a notice says so if the viewpoint has more.
    mutating func record() -> [Effect] {
        guard mayRecord else {
            notice = Strings.noRecording
            return []
        }
        guard let step = stepHere else {
            notice = Strings.cannotBeStep
            return []
        }
        if let last = recorded.last,
            (last.at, last.view, last.headline) == (step.at, step.view, step.headline)
        {
            recorded.removeLast()
        } else {
            recorded.append(step)
            if talk?.isOnPath != true, !shows(replay(of: step)) { notice = Strings.recordedInPart }
        }
        return [.record(recorded)]
    }

    /// The screen as a step; on a tour's path, the tour's own step. Nil if a step would show something else.
    private var stepHere: Tour.Step? {
        if let step, talk?.isOnPath == true { return step }
        switch reader?.subject {
        case nil: return step(of: .browse, at: browse.selected)
        case .entity(.item(let position))?: return step(of: .reader, at: position)
        case .trace(let position, _, _)?: return step(of: .trace, at: position)
        case .about?: return step(of: .overview, at: nil)
        case .chart(let chart)?: return step(of: chart)
        case .entity?: return nil
        }
    }

    /// A chart at an item from which it opens with the same contents, or at least the same selection; else without
    /// an item.
    private func step(of chart: Chart) -> Tour.Step {
        let view = ViewName.chart(chart.name)
        let item = chart.drawing.item(in: chartContext)
        for position in [item, browse.selected].compactMap(\.self) {
            let step = step(of: view, at: position)
            let opened = replay(of: step)
            if shows(opened) { return step }
            if position == item, case .chart(let other)? = opened.reader?.subject,
                other.drawing.item(in: opened.chartContext) == item
            {
                return step
            }
        }
        return step(of: view, at: nil)
    }

    private func step(of view: ViewName, at position: Int?) -> Tour.Step {
        guard let position else {
            let title =
                if case .chart(let name) = view { name.chart.title } else { graph.case.manifest.title }
            return Tour.Step(headline: title, view: .view(view))
        }
        let item = graph.item(position)
        var step = Tour.Step(headline: item.title, view: .view(view))
        step.at = ID(item.id.text)
        step.points = item.evidence.prefix(Self.drafted).enumerated().map {
            Tour.Step.Point($1.claim, evidence: $0 + 1)
        }
        return step
    }

    /// The explorer at a step.
    private func replay(of step: Tour.Step) -> State {
        var replay = self
        replay.talk = nil
        replay.stand(at: step)
        return replay
    }

    /// True if another state has the same viewpoint, however both are scrolled.
    private func shows(_ other: State) -> Bool {
        let here = viewpoint
        var there = other.viewpoint
        // The selection of the panes is visible only in the focused pane, and not behind a view.
        if here.subject != nil || (here.focus, browse.selected) == (there.focus, other.browse.selected) {
            (there.focus, there.selections) = (here.focus, here.selections)
        }
        return here.encoded(in: graph) == there.encoded(in: graph)
    }
}
