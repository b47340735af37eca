import SeededRandom

@testable import CaseModel

/// Random cases, as irregular as the format allows, with items that have several values or none.
enum RandomCase {
    /// Kinds, statuses, places, actors and sources, two modes and three fields, without items.
    static let frame: Case = {
        var made = Case(manifest: Manifest(id: "random", title: Text("random")))
        made.panes = ["one", "two", "three"].map { Pane(id: ID($0), title: Text($0)) }
        made.kinds = Kind.Role.allCases.map {
            Kind(id: ID($0.rawValue), pane: "three", title: Text("k"), plural: Text("k"), role: $0)
        }
        made.relations = [
            Relation(id: "works-by", title: Text("r"), inverse: Text("r"), flow: .none)
        ]
        made.statuses = ["planned", "done"].map { Status(id: ID($0), title: Text($0), stage: .planned) }
        made.sources = Records((0..<4).map { Source(id: ID("src-\($0)"), title: Text("s"), form: .web) })
        made.places = Records(
            (0..<4).map {
                var place = Place(id: ID("plc-\($0)"), title: Text("p"))
                place.province = $0 == 0 ? nil : Text($0 == 1 ? "west" : "east")
                return place
            })
        made.actors = Records(
            (0..<4).map {
                let level = Level.ordinary[$0 % Level.ordinary.count].id
                var actor = Actor(id: ID("act-\($0)"), title: Text("a"), level: level)
                actor.side = $0 == 0 ? nil : Text($0 == 1 ? "west" : "east")
                return actor
            })
        made.items = Records(
            (0..<2).map { Item(id: ID("mode-\($0)"), kind: "mode", title: Text("m")) }
                + (0..<3).map { Item(id: ID("fld-\($0)"), kind: "field", title: Text("f")) })
        return made
    }()

    static func make(_ random: inout Seeded) -> Case {
        var made = frame
        for number in 0..<Int.random(in: 5...30, using: &random) {
            let kind = made.kinds.randomElement(using: &random)?.id ?? "project"
            var item = Item(id: ID("itm-\(number)"), kind: kind, title: Text("i"))
            item.parent = some(made.items.map(\.id), of: 2, &random).first
            item.links = Records(
                some(made.items.map(\.id), of: 3, &random).map { Link(to: $0, relation: "works-by") })
            for link in item.links.indices {
                item.links[link].source = some(made.sources.map(\.id), of: 1, &random).first
            }
            item.places = some(made.places.map(\.id), of: 2, &random)
            item.actors = some(made.actors.map(\.id), of: 2, &random)
            if Bool.random(using: &random) {
                item.status = DatedStatus(
                    value: made.statuses.randomElement(using: &random)?.id ?? "done",
                    source: some(made.sources.map(\.id), of: 1, &random).first)
            }
            let years = [nil, nil, 2000, 2004, 2010].shuffled(using: &random).prefix(2)
                .map { $0.flatMap { PartialDate(year: $0) } }
            if (years[0]?.year ?? 0) <= (years[1]?.year ?? .max) {
                item.period = Period(start: years[0], end: years[1])
            }
            item.evidence = Records(
                (0..<Int.random(in: 0...3, using: &random)).map { _ in
                    Evidence(
                        claim: Text("claim"),
                        source: made.sources.randomElement(using: &random)?.id ?? "src-0",
                        strength: Strength.ordinary.randomElement(using: &random)?.id ?? .primary)
                })
            made.items.append(item)
        }
        return made
    }

    /// A random selection of at most this many, each once.
    private static func some<Named>(
        _ ids: [ID<Named>], of most: Int, _ random: inout Seeded
    ) -> [ID<Named>] {
        Array(ids.shuffled(using: &random).prefix(Int.random(in: 0...most, using: &random)))
    }
}
