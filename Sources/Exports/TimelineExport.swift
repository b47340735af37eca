import CaseModel

/// The case in time as `triptych timeline --format json` prints it, in the case's order.
package enum TimelineExport {
    /// A JSON array of all that has a date, and of the drivers, arrangements and projects that have none.
    package static func json(of graph: CaseGraph) -> String {
        let timeline = graph.timeline
        let positions = timeline.entries.map(\.position) + timeline.undated
        return JSONText.encode(positions.sorted().map { Record(item: graph.item($0)) })
    }

    private struct Record: Encodable {
        let item: Item

        private enum Key: CodingKey { case id, start, end, kind }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(item.id.text, forKey: .id)
            try container.encode(item.period?.start?.description, forKey: .start)
            try container.encode(item.period?.end?.description, forKey: .end)
            try container.encode(item.kind.text, forKey: .kind)
        }
    }
}
