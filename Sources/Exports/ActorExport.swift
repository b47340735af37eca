import CaseModel

/// The directory as `triptych actors --format json` prints it: the case format, with the ids of the items that
/// each actor takes part in added.
package enum ActorExport {
    /// A JSON array of all actors.
    package static func json(of graph: CaseGraph) -> String {
        JSONText.encode(
            zip(graph.case.actors, graph.itemsOfActors).map { actor, items in
                Record(actor: actor, items: items.map { graph.item($0).id.text })
            })
    }

    private struct Record: Encodable {
        let actor: CaseModel.Actor
        let items: [String]

        private enum Key: CodingKey { case id, title, level, side, summary, evidence, note, items }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(actor.id.text, forKey: .id)
            try container.encode(TextRecord(actor.title), forKey: .title)
            try container.encode(actor.level.rawValue, forKey: .level)
            try container.encode(actor.side.map(TextRecord.init), forKey: .side)
            try container.encode(actor.summary.map(TextRecord.init), forKey: .summary)
            try container.encode(actor.evidence.map(EvidenceRecord.init), forKey: .evidence)
            try container.encode(actor.note.map(TextRecord.init), forKey: .note)
            try container.encode(items, forKey: .items)
        }
    }
}
