import CaseModel

/// The gazetteer as `triptych places --format json` prints it: the case format, with the ids of the items at each
/// place added. A border is always told with its source, `null` where the case names none, and stands at the
/// place that states it.
package enum PlaceExport {
    /// A JSON array of all places.
    package static func json(of graph: CaseGraph) -> String {
        JSONText.encode(
            zip(graph.case.places, graph.itemsOfPlaces).map { place, items in
                Record(place: place, items: items.map { graph.item($0).id.text })
            })
    }

    private struct Record: Encodable {
        let place: Place
        let items: [String]

        private enum Key: CodingKey {
            case id, title, province, lat, lon, coordinatesSource, borders, summary, evidence, note, items
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(place.id.text, forKey: .id)
            try container.encode(TextRecord(place.title), forKey: .title)
            try container.encode(place.province.map(TextRecord.init), forKey: .province)
            try container.encode(place.latitude, forKey: .lat)
            try container.encode(place.longitude, forKey: .lon)
            try container.encode(place.coordinatesSource, forKey: .coordinatesSource)
            try container.encode(place.borders.map(BorderRecord.init), forKey: .borders)
            try container.encode(place.summary.map(TextRecord.init), forKey: .summary)
            try container.encode(place.evidence.map(EvidenceRecord.init), forKey: .evidence)
            try container.encode(place.note.map(TextRecord.init), forKey: .note)
            try container.encode(items, forKey: .items)
        }
    }

    private struct BorderRecord: Encodable {
        private let border: Border

        init(_ border: Border) {
            self.border = border
        }

        private enum Key: CodingKey { case place, source }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(border.place.text, forKey: .place)
            try container.encode(border.source?.text, forKey: .source)
        }
    }
}
