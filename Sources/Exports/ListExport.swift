import CaseModel

/// The items of a case as `triptych list --format json` prints them, one short record each.
package enum ListExport {
    /// A JSON array of the items at these positions.
    package static func json(_ positions: [Int], of graph: CaseGraph) -> String {
        JSONText.encode(positions.map { Record(graph, position: $0) })
    }

    private struct Record: Encodable {
        private let item: Item
        private let pane: String
        private let modes: [String]

        init(_ graph: CaseGraph, position: Int) {
            item = graph.item(position)
            pane = graph.case.panes[graph.panes[position]].id.text
            modes = graph.modes(of: position).map { graph.item($0).id.text }
        }

        private enum Key: CodingKey {
            case id, kind, pane, parent, title, status, period, places, actors, modes
            case evidenceCount, sourceCount
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(item.id.text, forKey: .id)
            try container.encode(item.kind.text, forKey: .kind)
            try container.encode(pane, forKey: .pane)
            try container.encode(item.parent?.text, forKey: .parent)
            try container.encode(TextRecord(item.title), forKey: .title)
            try container.encode(item.status.map(StatusRecord.init), forKey: .status)
            try container.encode(item.period.map(PeriodRecord.init), forKey: .period)
            try container.encode(item.places.map(\.text), forKey: .places)
            try container.encode(item.actors.map(\.text), forKey: .actors)
            try container.encode(modes, forKey: .modes)
            try container.encode(item.evidence.count, forKey: .evidenceCount)
            try container.encode(item.citedSources.count, forKey: .sourceCount)
        }
    }
}

struct StatusRecord: Encodable {
    private let status: DatedStatus

    init(_ status: DatedStatus) {
        self.status = status
    }

    private enum Key: CodingKey { case value, asOf, source }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(status.value.text, forKey: .value)
        try container.encode(status.asOf?.description, forKey: .asOf)
        try container.encode(status.source?.text, forKey: .source)
    }
}

struct PeriodRecord: Encodable {
    private let period: Period

    init(_ period: Period) {
        self.period = period
    }

    private enum Key: CodingKey { case start, end }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(period.start?.description, forKey: .start)
        try container.encode(period.end?.description, forKey: .end)
    }
}
