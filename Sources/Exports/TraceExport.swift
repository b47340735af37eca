import CaseModel

/// Chains as `triptych trace --format json` prints them, each with every step and what it rests on.
package enum TraceExport {
    /// A JSON array of chains, in the order given, each written by itself: there may be very many.
    package static func json(_ chains: some Sequence<Chain>, of graph: CaseGraph, write: (String) -> Void) {
        let (start, end) = ("[", "\n]\n")
        var isFirst = true
        for chain in chains {
            let record = ChainRecord(
                length: chain.length, sourced: graph.isSourced(chain),
                steps: chain.items.indices.map { StepRecord(graph, chain: chain, number: $0) })
            write(
                (isFirst ? start : ",") + JSONText.encode([record]).dropFirst(start.count).dropLast(end.count)
            )
            isFirst = false
        }
        write(isFirst ? JSONText.encode([ChainRecord]()) : end)
    }

    private struct ChainRecord: Encodable {
        let length: Int
        let sourced: Bool
        let steps: [StepRecord]
    }

    /// An item of a chain with what leads to it: `direction` is `forward` where the item before states the
    /// link, `backward` where this one does. A step from parent to child has the relation `parent`, one from child
    /// to parent the same backward.
    private struct StepRecord: Encodable {
        private let id: ID<Item>
        private let relation: String?
        private let direction: String?
        private let link: Link?

        init(_ graph: CaseGraph, chain: Chain, number: Int) {
            id = graph.item(chain.items[number]).id
            switch number > 0 ? chain.bonds[number - 1] : nil {
            case .link(let edge):
                let link = graph.link(edge)
                relation = link.relation.text
                direction = edge.to == chain.items[number] ? "forward" : "backward"
                self.link = link
            case .parent:
                (relation, direction, link) = ("parent", "forward", nil)
            case .child:
                (relation, direction, link) = ("parent", "backward", nil)
            case nil:
                (relation, direction, link) = (nil, nil, nil)
            }
        }

        private enum Key: CodingKey { case id, relation, direction, because, source }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(id.text, forKey: .id)
            try container.encode(relation, forKey: .relation)
            try container.encode(direction, forKey: .direction)
            try container.encode(link?.because.map(TextRecord.init), forKey: .because)
            try container.encode(link?.source?.text, forKey: .source)
        }
    }
}
