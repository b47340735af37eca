import CaseModel

/// The views of a case, by the names that the command line and the tours call them.
package enum ViewName: String, CaseIterable, Hashable, Sendable {
    case browse, reader, trace, matrix, timeline, map, network, sources, overview

    /// The name in both languages.
    package var title: Text {
        switch self {
        case .browse: Text(chinese: "浏览", english: "browse")
        case .reader: Text(chinese: "阅读", english: "read")
        case .trace: Strings.trace
        case .matrix: MatrixChart.title
        case .timeline: TimelineChart.title
        case .map: MapChart.title
        case .network: NetworkChart.title
        case .sources: SourcesChart.title
        case .overview: Strings.about
        }
    }

    /// True for a view of one item, which shows nothing without one.
    package var isAboutOneItem: Bool {
        switch self {
        case .reader, .trace: true
        case .browse, .matrix, .timeline, .map, .network, .sources, .overview: false
        }
    }
}

extension State {
    /// Opens a view on the selection; does nothing where it has nothing to show.
    mutating func open(_ view: ViewName) {
        if view == .reader, case .chart(let chart)? = reader?.subject,
            let page = chart.drawing.subject(in: chartContext)
        {
            return read(page)
        }
        if view == .reader, let itemHere { return read(.item(itemHere)) }
        if view.isAboutOneItem, itemHere == nil { return }
        var next = viewpoint
        next.subject = subject(of: view)
        go(to: next)
    }

    /// What a view shows of the selection; nil for the panes.
    func subject(of view: ViewName) -> Subject? {
        switch view {
        case .browse: nil
        case .reader: itemHere.map(Subject.item)
        case .trace: itemHere.map { .trace($0, chain: 0) }
        case .matrix: .chart(.matrix(MatrixChart(opening: chartContext)))
        case .timeline: .chart(.timeline(TimelineChart(opening: chartContext)))
        case .map: .chart(.map(MapChart(opening: chartContext)))
        case .network: .chart(.network(NetworkChart(opening: chartContext)))
        case .sources: .chart(.sources(SourcesChart(opening: chartContext)))
        case .overview: .about
        }
    }

    /// The item that the open view is about, or else the one selected in the panes.
    var itemHere: Int? {
        switch reader?.subject {
        case .entity(.item(let position))?, .trace(let position, _)?: position
        case .chart?, nil: browse.selected
        case .entity?, .about?: nil
        }
    }
}
