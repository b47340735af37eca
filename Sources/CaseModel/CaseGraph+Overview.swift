/// The case on one page, in numbers: how much there is, and how well it is borne out.
public struct Overview: Equatable, Sendable {
    /// How many items a kind has.
    public struct KindCount: Equatable, Sendable {
        /// The kind's number in the case.
        public let kind: Int
        /// The number of its items, 0 where it has none yet.
        public let items: Int
        /// How many claims are made of them.
        public let evidence: Int
    }

    /// The items by kind, in the case's order of kinds.
    public let kinds: [KindCount]
    /// The claims made of items by their strength; a strength that no claim has stands at 0.
    public let evidence: [Evidence.Strength: Int]
    /// How many entries the bibliography has.
    public let sources: Int
    /// How many links of items rest on a source.
    public let sourcedLinks: Int
    /// How many links of items are the case author's reading.
    public let interpretedLinks: Int
    /// The positions of the items of which nothing is claimed, in the case's order.
    public let unevidenced: [Int]

    /// All claims made of items, whatever their strength.
    public var evidenceTotal: Int { evidence.values.reduce(0, +) }
    /// All links that items state.
    public var linkTotal: Int { sourcedLinks + interpretedLinks }
}

extension CaseGraph {
    /// The case in numbers. What is claimed of places and actors is not counted: it bears no item out.
    public var overview: Overview {
        var items: [ID<Kind>: Int] = [:]
        var claims: [ID<Kind>: Int] = [:]
        var evidence = Dictionary(uniqueKeysWithValues: Evidence.Strength.allCases.map { ($0, 0) })
        var (sourced, interpreted) = (0, 0)
        for item in `case`.items {
            items[item.kind, default: 0] += 1
            claims[item.kind, default: 0] += item.evidence.count
            for claim in item.evidence { evidence[claim.strength, default: 0] += 1 }
            for link in item.links {
                if link.isInterpretation { interpreted += 1 } else { sourced += 1 }
            }
        }
        return Overview(
            kinds: `case`.kinds.enumerated().map { number, kind in
                Overview.KindCount(
                    kind: number, items: items[kind.id] ?? 0, evidence: claims[kind.id] ?? 0)
            },
            evidence: evidence, sources: `case`.sources.count, sourcedLinks: sourced,
            interpretedLinks: interpreted,
            unevidenced: `case`.items.indices.filter { `case`.items[$0].evidence.isEmpty })
    }
}
