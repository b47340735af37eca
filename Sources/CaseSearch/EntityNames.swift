import CaseModel

/// Names among which one is looked for as it is typed.
package struct SoughtNames: Sendable {
    /// How much of a name is typed.
    package enum Match: Int, CaseIterable, Comparable, Sendable {
        case whole, wholeByPinyin, beginning, part

        package static func < (left: Match, right: Match) -> Bool { left.rawValue < right.rawValue }
    }

    private let arena: NameArena
    private let owners: Int

    /// The names of some owners, numbered from 0.
    package init(_ names: [[String]]) {
        self.init(of: names.count) { owner in names[owner] }
    }

    fileprivate init(of count: Int, _ names: (_ owner: Int) -> [String]) {
        owners = count
        // As titles all are alike: found by their pinyin, ranked by the part that is typed alone.
        arena = NameArena(of: 0..<count) { owner, take in
            for name in names(owner) { take(name, .title) }
        }
    }

    /// The owners with a name that contains what is typed, or its pinyin, by the best match: whole ones first, ties in
    /// order, then whole names by their pinyin.
    package func matches(_ typed: String) -> [(owner: Int, match: Match)] {
        guard let term = SearchTerm(typed) else { return [] }
        var found = [[(owner: Int, match: Match)]](repeating: [], count: Match.allCases.count)
        TermScanner.with(term, in: arena, of: owners) { scanner in
            for owner in 0..<owners {
                var candidate = TermMatches.Candidate(owner)
                scanner.scanNames(&candidate)
                guard let match = Match(candidate.rank) else { continue }
                found[match.rawValue].append((owner, match))
            }
        }
        return found.flatMap { $0 }
    }
}

extension SoughtNames.Match {
    /// What a rank among titles means; nil without a match.
    fileprivate init?(_ rank: UInt8) {
        if rank == Rank.none.value { return nil }
        let (whole, part) = (Closeness(.whole, byPinyin: false), Closeness(.part, byPinyin: false))
        let pinyin = Closeness(.whole, byPinyin: true)
        self =
            rank <= Rank(whole, in: .title).value
            ? .whole
            : rank <= Rank(pinyin, in: .title).value
                ? .wholeByPinyin : rank < Rank(part, in: .title).value ? .beginning : .part
    }
}

/// The names of the sources, places and actors of a case; those of items are in the search index.
package struct EntityNames: Sendable {
    private let entities: SearchedEntities
    private let names: SoughtNames

    package init(_ graph: CaseGraph) {
        let entities = SearchedEntities(of: graph.case)
        self.entities = entities
        names = SoughtNames(of: entities.count - entities.items) { number in
            let entity = entities[entities.items + number]
            return [graph.id(of: entity)] + graph.title(of: entity).wordings
        }
    }

    /// The entities with a name, with how much of it is typed: whole ones first, ties in the order of the case.
    package func matches(_ typed: String) -> [(entity: Entity, match: SoughtNames.Match)] {
        names.matches(typed).map { (entities[entities.items + $0.owner], $0.match) }
    }
}
