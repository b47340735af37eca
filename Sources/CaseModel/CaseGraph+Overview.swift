/// The counts of the case, or of a part of it, and of its evidence.
package struct Overview: Equatable, Sendable {
    /// The counts of a kind.
    package struct KindCount: Equatable, Sendable {
        /// The kind's number in the case.
        package let kind: Int
        /// The number of its items, possibly 0.
        package let items: Int
        /// The number of their claims.
        package let evidence: Int
    }

    /// The counts by kind, in the case's order of kinds.
    package let kinds: [KindCount]
    /// The number of items' claims by strength, possibly 0.
    package let evidence: [ID<Strength>: Int]
    /// The number of sources.
    package let sources: Int
    /// How many links of items have each standing.
    package let links: [Link.Standing: Int]
    /// The positions of the items that lack the evidence that their kind is to have, in the case's order.
    package let unevidenced: [Int]

    /// The number of all claims of items.
    package var evidenceTotal: Int { evidence.values.reduce(0, +) }
    /// All links that items state.
    package var linkTotal: Int { links.values.reduce(0, +) }
}

extension CaseGraph {
    /// True for an item of which nothing is claimed though its kind is to have evidence.
    func isUnevidenced(_ position: Int) -> Bool {
        item(position).evidence.isEmpty && kind(of: position)?.evidence != .optional
    }

    /// The links of a part of the case, all of them for nil, in the case's order.
    package func links(in selection: CaseSelection?) -> [Edge] {
        guard let selection else { return outgoing.entries }
        return outgoing.entries.filter { selection.links.contains(ItemStatement($0.from, $0.number)) }
    }

    /// The case in numbers.
    package var overview: Overview { overview(of: nil) }

    /// A part of the case in numbers, all of it for nil: its items, their included claims, the included links, and the
    /// sources that what is included cites. What is claimed of places and actors is not counted: it bears no item out.
    package func overview(of selection: CaseSelection?) -> Overview {
        func isIncluded(_ id: ID<Item>) -> Bool { selection?.items.contains(id) ?? true }
        var items: [ID<Kind>: Int] = [:]
        var claims: [ID<Kind>: Int] = [:]
        var evidence = Dictionary(`case`.manifest.strengths.map { ($0.id, 0) }) { first, _ in first }
        var links = Dictionary(uniqueKeysWithValues: Link.Standing.allCases.map { ($0, 0) })
        for item in `case`.items where isIncluded(item.id) { items[item.kind, default: 0] += 1 }
        for edge in self.links(in: selection) { links[edge.standing, default: 0] += 1 }
        for claim in selection?.claims ?? self.claims {
            guard case .item(let position) = claim.entity else { continue }
            claims[item(position).kind, default: 0] += 1
            evidence[self.evidence(of: claim).strength, default: 0] += 1
        }
        return Overview(
            kinds: `case`.kinds.enumerated().map { number, kind in
                Overview.KindCount(
                    kind: number, items: items[kind.id] ?? 0, evidence: claims[kind.id] ?? 0)
            },
            evidence: evidence, sources: selection?.sources.count ?? `case`.sources.count, links: links,
            unevidenced: `case`.items.indices.filter {
                isUnevidenced($0) && isIncluded(item($0).id)
            })
    }
}
