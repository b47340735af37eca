import CaseModel

/// Whole items as `triptych show --format json` prints them: the case format, with the pane and the links
/// that others state added.
package enum ItemExport {
    /// A JSON array of the items at these positions.
    package static func json(_ positions: [Int], of graph: CaseGraph) -> String {
        JSONText.encode(positions.map { Record(graph, position: $0) })
    }

    private struct Record: Encodable {
        private let item: Item
        private let pane: String
        private let incoming: [IncomingRecord]

        init(_ graph: CaseGraph, position: Int) {
            item = graph.item(position)
            pane = graph.case.panes[graph.panes[position]].id.text
            incoming = graph.incoming[position].map { edge in
                IncomingRecord(from: graph.item(edge.from).id, link: graph.link(edge))
            }
        }

        private enum Key: CodingKey {
            case id, kind, pane, parent, title, aka, summary, period, status, places, actors, metrics
            case evidence, links, incoming, note
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(item.id.text, forKey: .id)
            try container.encode(item.kind.text, forKey: .kind)
            try container.encode(pane, forKey: .pane)
            try container.encode(item.parent?.text, forKey: .parent)
            try container.encode(TextRecord(item.title), forKey: .title)
            try container.encode(item.aka, forKey: .aka)
            try container.encode(item.summary.map(TextRecord.init), forKey: .summary)
            try container.encode(item.period.map(PeriodRecord.init), forKey: .period)
            try container.encode(item.status.map(StatusRecord.init), forKey: .status)
            try container.encode(item.places.map(\.text), forKey: .places)
            try container.encode(item.actors.map(\.text), forKey: .actors)
            try container.encode(item.metrics.map(MetricRecord.init), forKey: .metrics)
            try container.encode(item.evidence.map(EvidenceRecord.init), forKey: .evidence)
            try container.encode(item.links.map(LinkRecord.init), forKey: .links)
            try container.encode(incoming, forKey: .incoming)
            try container.encode(item.note.map(TextRecord.init), forKey: .note)
        }
    }
}

private struct MetricRecord: Encodable {
    let metric: Metric

    private enum Key: CodingKey { case name, value, unit, display, bound, source, locator }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(TextRecord(metric.name), forKey: .name)
        if let number = Double(metric.value) {
            try container.encode(number, forKey: .value)
        } else {
            try container.encode(metric.value, forKey: .value)
        }
        try container.encode(metric.unit.map(TextRecord.init), forKey: .unit)
        try container.encode(metric.display.map(TextRecord.init), forKey: .display)
        try container.encode(metric.bound?.rawValue, forKey: .bound)
        try container.encode(metric.source?.text, forKey: .source)
        try container.encode(metric.locator.map(TextRecord.init), forKey: .locator)
    }
}

private struct LinkRecord: Encodable {
    let link: Link

    private enum Key: CodingKey { case to, relation, because, source }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(link.to.text, forKey: .to)
        try container.encode(link.relation.text, forKey: .relation)
        try container.encode(link.because.map(TextRecord.init), forKey: .because)
        try container.encode(link.source?.text, forKey: .source)
    }
}

private struct IncomingRecord: Encodable {
    let from: ID<Item>
    let link: Link

    private enum Key: CodingKey { case from, relation, because, source }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(from.text, forKey: .from)
        try container.encode(link.relation.text, forKey: .relation)
        try container.encode(link.because.map(TextRecord.init), forKey: .because)
        try container.encode(link.source?.text, forKey: .source)
    }
}
