/// Who works with whom in a case: the actors, and the items that name them.
///
/// Two actors are partners where an item names both. What there is no item of is not there: a case tells what its
/// sources tell, so few ties may also mean few documents.
package struct Cooperation: Equatable, Sendable {
    /// What two actors must share to be partners.
    package enum Basis: String, CaseIterable, Sendable {
        /// An item that is an arrangement, whatever the case calls such a kind.
        case arrangements
        /// A project.
        case projects
        /// An arrangement or a project.
        case both

        func counts(_ role: Kind.Role?) -> Bool {
            switch self {
            case .arrangements: role == .arrangement
            case .projects: role == .project
            case .both: role == .arrangement || role == .project
            }
        }
    }

    /// The positions of the items that are counted, those without actors too, in the case's order.
    package let items: [Int]
    /// The actors as nodes, by their numbers; the groups are `items`, by their index.
    package let actors: PartnerNetwork
    /// The items as nodes, by their index in `items`; the groups are the actors, by their numbers.
    package let arrangements: PartnerNetwork
    /// The two sides.
    package let sides: Sides
    /// Where each actor stands.
    package let standings: [Sides.Standing]

    /// How many ties between actors join the two sides.
    package var crossings: Int {
        actors.ties { first, second in
            standings[first] != standings[second] && standings[first] != .between
                && standings[second] != .between
        }
    }

    /// The share of the ties between actors that join the two sides, 0 to 1; nil where there is no tie.
    package var crossingShare: Double? {
        actors.ties > 0 ? Double(crossings) / Double(actors.ties) : nil
    }
}

extension CaseGraph {
    /// Who works with whom, as far as the items of these positions tell.
    package func cooperation(
        through ground: Cooperation.Basis = .arrangements, where isShown: (Int) -> Bool = { _ in true }
    ) -> Cooperation {
        let items = `case`.items.indices.filter { ground.counts(kind(of: $0)?.role) && isShown($0) }
        let members = items.map { item($0).actors.compactMap { number(of: $0) } }
        let actors = PartnerNetwork(nodes: `case`.actors.count, members: members)
        let sides = Sides(of: `case`.actors)
        return Cooperation(
            items: items, actors: actors,
            arrangements: PartnerNetwork(nodes: items.count, members: actors.groups),
            sides: sides, standings: `case`.actors.map(sides.standing))
    }
}
