import CaseModel

// A tour is recorded step by step: the present place becomes a step, with a draft of its points.
extension State {
    /// The number of claims of an item that become points of a step, to be edited later in the tour's file.
    private static let drafted = 3

    /// Records the present place as a step, or takes back the step that has just been recorded here.
    mutating func record() -> [Effect] {
        guard mayRecord else {
            notice = Strings.noRecording
            return []
        }
        let step = stepHere
        if let last = recorded.last,
            (last.at, last.view, last.headline) == (step.at, step.view, step.headline)
        {
            recorded.removeLast()
        } else {
            recorded.append(step)
        }
        return [.record(recorded)]
    }

    /// What is on the screen, as a step; on the path of a tour, that tour's own.
    private var stepHere: Tour.Step {
        if let step, talk?.isOnPath == true { return step }
        var step = Tour.Step(headline: headlineHere, view: viewHere)
        if let item = subjectItem {
            step.at = graph.item(item).id
            step.points = graph.item(item).evidence.prefix(Self.drafted).map(\.claim)
        }
        return step
    }

    private var viewHere: Tour.View {
        switch reader?.subject {
        case nil: .browse
        case .entity(.item)?: .reader
        case .trace?: .trace
        case .entity(.source)?: .sources
        case .entity(.place)?: .map
        case .entity(.actor)?: .network
        case .about?: .overview
        case .chart(let chart)?: Tour.View(chart.name)
        }
    }

    /// The item that the step is about: that of the view, or the one that is selected behind a chart.
    private var subjectItem: Int? {
        guard case .chart(let chart)? = reader?.subject else { return itemHere }
        return chart.drawing.item(in: chartContext)
    }

    private var headlineHere: Text {
        if let item = subjectItem { return graph.item(item).title }
        switch reader?.subject {
        case .entity(let entity)?: return graph.title(of: entity)
        case .chart(let chart)?: return chart.title
        case .about?, .trace?, nil: return graph.case.manifest.title
        }
    }
}

extension Tour.View {
    /// A chart's view.
    fileprivate init(_ view: ViewName) {
        switch view {
        case .browse: self = .browse
        case .reader: self = .reader
        case .trace: self = .trace
        case .matrix: self = .matrix
        case .timeline: self = .timeline
        case .map: self = .map
        case .network: self = .network
        case .sources: self = .sources
        case .overview: self = .overview
        }
    }
}
