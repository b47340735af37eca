import CaseModel

/// The presentations as `triptych tours --format json` prints them: the case format, with the ids of the items
/// that each tour stops at added.
package enum TourExport {
    /// A JSON array of all tours.
    package static func json(of graph: CaseGraph) -> String {
        JSONText.encode(
            graph.case.tours.map { tour in
                Record(tour: tour, items: graph.items(of: tour).map { graph.item($0).id.text })
            })
    }

    private struct Record: Encodable {
        let tour: Tour
        let items: [String]

        private enum Key: CodingKey { case id, title, minutes, steps, items }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(tour.id.text, forKey: .id)
            try container.encode(TextRecord(tour.title), forKey: .title)
            try container.encode(tour.minutes, forKey: .minutes)
            try container.encode(tour.steps.map(StepRecord.init), forKey: .steps)
            try container.encode(items, forKey: .items)
        }
    }

    private struct StepRecord: Encodable {
        private let step: Tour.Step

        init(_ step: Tour.Step) {
            self.step = step
        }

        private enum Key: CodingKey { case at, view, headline, points, notes, minutes }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(step.at?.text, forKey: .at)
            try container.encode(step.view.rawValue, forKey: .view)
            try container.encode(TextRecord(step.headline), forKey: .headline)
            try container.encode(step.points.map(TextRecord.init), forKey: .points)
            try container.encode(step.notes.map(TextRecord.init), forKey: .notes)
            try container.encode(step.minutes, forKey: .minutes)
        }
    }
}
