/// The name of a chart in tours and on the command line. A new chart is added here, and its type is registered in
/// the explorer.
package enum ChartName: String, CaseIterable, Hashable, Sendable {
    case matrix, timeline, map, network, sources, claims
}

/// The name of a view in tours and on the command line.
package enum ViewName: Hashable, Sendable {
    /// The three panes.
    case browse
    /// The page of an item, source, place or actor.
    case reader
    /// The chains that lead to an item.
    case trace
    case chart(ChartName)
    /// The page on the case.
    case overview

    package static let matrix = ViewName.chart(.matrix)
    package static let timeline = ViewName.chart(.timeline)
    package static let map = ViewName.chart(.map)
    package static let network = ViewName.chart(.network)
    package static let sources = ViewName.chart(.sources)
    package static let claims = ViewName.chart(.claims)

    /// True for a view that shows one item, and is empty without one.
    package var isAboutOneItem: Bool {
        switch self {
        case .reader, .trace: true
        case .browse, .chart, .overview: false
        }
    }
}

extension ViewName: CaseIterable, RawRepresentable {
    package static let allCases: [ViewName] =
        [.browse, .reader, .trace] + ChartName.allCases.map(ViewName.chart) + [.overview]

    package init?(rawValue: String) {
        guard let name = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
        self = name
    }

    package var rawValue: String {
        switch self {
        case .browse: "browse"
        case .reader: "reader"
        case .trace: "trace"
        case .chart(let chart): chart.rawValue
        case .overview: "overview"
        }
    }
}
