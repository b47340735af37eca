/// One claim of a case: what it is about, and its number among the claims on that.
package struct Claim: Hashable, Sendable {
    /// The item, place or actor.
    package let entity: Entity
    /// The number, from 0.
    package let number: Int

    package init(_ entity: Entity, _ number: Int) {
        (self.entity, self.number) = (entity, number)
    }
}

/// The column by which claims are sorted.
package enum ClaimOrder: String, CaseIterable, Hashable, Sendable {
    /// As the case lists what the claims are about.
    case item
    case claim, source, date, strength, locator
}

extension Case {
    /// The claims on items, then those on places and actors, in the case's order.
    package var allEvidence: [Evidence] {
        items.flatMap(\.evidence) + places.flatMap(\.evidence) + actors.flatMap(\.evidence)
    }
}

extension CaseGraph {
    /// All claims: those on items, then those on places and actors, in the case's order.
    package var claims: [Claim] {
        let entities =
            `case`.items.indices.map(Entity.item) + `case`.places.indices.map(Entity.place)
            + `case`.actors.indices.map(Entity.actor)
        return entities.flatMap { entity in evidence(of: entity).indices.map { Claim(entity, $0) } }
    }

    /// The claim itself.
    package func evidence(of claim: Claim) -> Evidence { evidence(of: claim.entity)[claim.number] }

    /// What the strength of a claim is called.
    package func strength(of claim: Claim) -> Text { `case`.title(of: evidence(of: claim).strength) }

    /// Where in its source a claim is.
    package func locator(of claim: Claim) -> Text? { evidence(of: claim).locator?.text }

    /// Claims in the order of a column. Equals stay as they were, and what has nothing there comes last either way.
    package func sorted(
        _ claims: [Claim], by order: ClaimOrder, descending: Bool = false, in language: LanguageTag
    ) -> [Claim] {
        func sorted<Key: Comparable>(_ key: (Claim) -> Key?) -> [Claim] {
            let keyed = claims.enumerated().map { (key: key($1), place: $0, claim: $1) }
            return keyed.sorted { left, right in
                switch (left.key, right.key) {
                case (let one?, let other?) where one != other: descending ? one > other : one < other
                case (nil, _?): false
                case (_?, nil): true
                case (nil, nil), (_?, _?): left.place < right.place
                }
            }.map(\.claim)
        }
        switch order {
        case .item: return descending ? claims.reversed() : claims
        case .claim: return sorted { evidence(of: $0).claim.localized(in: language) }
        case .source: return sorted { source(evidence(of: $0).source)?.title.localized(in: language) }
        case .date: return sorted { evidence(of: $0).date }
        case .strength:
            let strengths = `case`.manifest.rankedStrengths.map(\.id)
            return sorted { strengths.firstIndex(of: evidence(of: $0).strength) }
        case .locator: return sorted { locator(of: $0)?.localized(in: language) }
        }
    }
}
