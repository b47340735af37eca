import BundledCase
import CaseModel
import SeededRandom
import Testing

@testable import CaseSearch

/// The search compared with one that looks at every text for every word, on made-up cases and the bundled one.
@Suite struct ExactnessTests {
    /// Every text of an entity in order of precedence; of an item also those of related entities.
    private func texts(of entity: Entity, in graph: CaseGraph) -> [(SearchField, String)] {
        var result: [(SearchField, String)] = graph.title(of: entity).wordings.map { (.title, $0) }
        if case .source(let number) = entity {
            for author in graph.case.sources[number].authors {
                let names = [author.chinese, author.inverted, "\(author.given) \(author.family)"]
                result += names.compactMap(\.self).map { (.author, $0) }
            }
        }
        result.append((.id, graph.id(of: entity)))
        func add(_ summary: Text?, _ evidence: Records<Evidence>, _ note: Text?) {
            result += (summary?.wordings ?? []).map { (.summary, $0) }
            for claim in evidence {
                result += claim.claim.wordings.map { (.claim, $0) }
                if let quote = claim.quote { result.append((.quote, quote)) }
            }
            result += (note?.wordings ?? []).map { (.note, $0) }
        }
        switch entity {
        case .item(let position):
            let item = graph.item(position)
            result += (item.short?.wordings ?? []).map { (.short, $0) }
            result += item.aka.map { (.aka, $0) }
            add(item.summary, item.evidence, item.note)
            for source in graph.case.sources where item.citedSources.contains(source.id) {
                result += (source.title.wordings + (source.issuer?.wordings ?? [])).map { (.source, $0) }
            }
            for place in graph.case.places where item.places.contains(place.id) {
                result += place.title.wordings.map { (.place, $0) }
            }
            for actor in graph.case.actors where item.actors.contains(actor.id) {
                result += actor.title.wordings.map { (.actor, $0) }
            }
        case .source(let number):
            let source = graph.case.sources[number]
            if let documentNumber = source.documentNumber { result.append((.documentNumber, documentNumber)) }
            if let doi = source.doi { result.append((.doi, doi)) }
            result += (source.issuer?.wordings ?? []).map { (.issuer, $0) }
            result += (source.container?.title.wordings ?? []).map { (.container, $0) }
            result += (source.publisher?.wordings ?? []).map { (.issuer, $0) }
            add(nil, [], source.note)
        case .place(let number):
            let place = graph.case.places[number]
            add(place.summary, place.evidence, place.note)
        case .actor(let number):
            let actor = graph.case.actors[number]
            add(actor.summary, actor.evidence, actor.note)
        }
        return result
    }

    private func entities(of graph: CaseGraph) -> [Entity] {
        graph.case.items.indices.map(Entity.item) + graph.case.sources.indices.map(Entity.source)
            + graph.case.places.indices.map(Entity.place) + graph.case.actors.indices.map(Entity.actor)
    }

    /// The best match of a word in an entity, the first of equal ones.
    private func best(_ term: SearchTerm, of entity: Entity, in texts: [(SearchField, String)]) -> Match? {
        var best: Match?
        for (field, text) in texts {
            guard let match = FoldedName(text, isName: field.isName).match(of: term) else { continue }
            let rank = Int(Rank(match.closeness, in: field).value)
            if best.map({ rank < $0.rank }) ?? true {
                best = Match(entity: entity, rank: rank, field: field, text: text, range: match.range)
            }
        }
        return best
    }

    private typealias Texts = [(entity: Entity, texts: [(SearchField, String)])]

    private func texts(of graph: CaseGraph) -> Texts {
        entities(of: graph).map { ($0, texts(of: $0, in: graph)) }
    }

    /// The matches of all words; where there are none, with one mistake forgiven in those that are found nowhere.
    private func naive(_ query: String, _ texts: Texts) -> [Match] {
        let terms = SearchTerm.terms(of: query)
        guard !terms.isEmpty else { return [] }
        func matches(_ terms: [SearchTerm]) -> [Match] {
            var matches: [Match] = []
            for (entity, texts) in texts {
                let found = terms.compactMap { best($0, of: entity, in: texts) }
                guard found.count == terms.count, let worst = found.map(\.rank).max() else { continue }
                let first = found[0]
                matches.append(
                    Match(
                        entity: entity, rank: worst, field: first.field, text: first.text,
                        range: first.range))
            }
            return matches.enumerated()
                .sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }.map(\.element)
        }
        let exact = matches(terms)
        guard exact.isEmpty else { return exact }
        let forgiven = terms.map { term in
            texts.contains { best(term, of: $0.entity, in: $0.texts) != nil } ? term : term.forgiven ?? term
        }
        return forgiven == terms ? [] : matches(forgiven)
    }

    /// Types queries letter by letter, with some corrections, and compares the results on the way.
    private func compare(_ graph: CaseGraph, _ queries: [String], _ random: inout Seeded) {
        let texts = texts(of: graph)
        let index = SearchIndex(graph)
        for query in queries {
            var session = SearchSession(index)
            var typed = ""
            for character in query {
                typed.append(character)
                let expected = naive(typed, texts)
                #expect(Array(session.search(typed)) == expected, "\(typed), as it grows")
                if Int.random(in: 0..<8, using: &random) == 0 {
                    #expect(Array(index.search(typed)) == expected, "\(typed), anew")
                }
            }
        }
    }

    @Test(arguments: 1...24) func `made-up cases of awkward texts are searched exactly`(seed: Int) {
        var random = Seeded(seed: UInt64(seed))
        let graph = AwkwardCase.make(&random)
        compare(graph, (0..<12).map { _ in AwkwardCase.query(&random) }, &random)
    }

    @Test func `immediate matches of a large case come first, the rest a part at a time`() {
        var random = Seeded(seed: 3)
        let graph = AwkwardCase.make(&random, items: 1400)
        let texts = texts(of: graph)
        var isEverIncomplete = false
        for query in ["zq", "ra 重", "chong", "铁路"] {
            var session = SearchSession(SearchIndex(graph))
            var found: [Match] = []
            for end in query.indices {
                // Typed so fast that no search is completed on the way.
                found = Array(session.begin(String(query[...end])))
            }
            while !session.isComplete {
                isEverIncomplete = true
                guard let told = session.resume() else { continue }
                let more = Array(told)
                let isItem = { (match: Match) in if case .item = match.entity { true } else { false } }
                let names = found.filter { $0.rank <= 12 && isItem($0) }
                #expect(names == more.filter { $0.rank <= 12 && isItem($0) }, "\(query)")
                #expect(Set(found.map(\.entity)).isSubset(of: more.map(\.entity)))
                found = more
            }
            #expect(found == naive(query, texts), "\(query)")
        }
        #expect(isEverIncomplete)
    }

    @Test func `the longer a search takes, the more seldom it puts in order what is found`() {
        var random = Seeded(seed: 5)
        let graph = AwkwardCase.make(&random, items: 5500)
        var session = SearchSession(SearchIndex(graph))
        _ = session.begin("铁路")
        var (parts, told) = (0, 0)
        while !session.isComplete {
            parts += 1
            if session.resume() != nil { told += 1 }
        }
        #expect(parts > 8)
        #expect(told * 4 < parts * 3, "\(told) of \(parts)")
    }

    @Test func `the bundled case is searched exactly`() throws {
        var random = Seeded(seed: 7)
        let graph = CaseGraph(try BundledCase.open())
        let words = [
            "重庆", "zhongqing", "railw", "stgb", "qij", "水库", "gzs", "2018", "plan", "綦j", "z-q", "g75",
        ]
        compare(graph, words.shuffled(using: &random).prefix(6) + ["gy tielu", "重 ra"], &random)
    }
}

/// Cases with few distinct characters, so that many matches occur by chance: polyphones, traditional characters,
/// accents, letters between spaces and dashes, empty wordings, related entities shared by items.
enum AwkwardCase {
    private static let pieces = [
        "重庆", "贵州", "重", "长", "長", "藏", "乾", "干", "行", "阿", "安", "生态共保", "中", "铁路", "zh", "r", "ra", "rail",
        "Rail", "café", "Ⱥ", "q", "Q", "a", "an", " ", " ", "-", "·", "《", "》", "2", "18", "é", "\u{301}",
        "𠀀", "Ｃ",
        "ch", "ong", "ü", "石", "市", "new path", "。",
    ]

    private static func text(_ random: inout Seeded, pieces most: Int) -> String {
        (0..<Int.random(in: 0...most, using: &random)).map { _ in pieces.randomElement(using: &random)! }
            .joined()
    }

    private static func wordings(_ random: inout Seeded, pieces most: Int) -> Text {
        switch Int.random(in: 0..<6, using: &random) {
        case 0: Text(chinese: text(&random, pieces: most))
        case 1: Text(english: text(&random, pieces: most))
        case 2: Text(text(&random, pieces: most))
        case _: Text(chinese: text(&random, pieces: most), english: text(&random, pieces: most))
        }
    }

    /// One or two words that may occur: of the same parts, or random letters.
    static func query(_ random: inout Seeded) -> String {
        let letters = "zhcqgsranoieut"
        let isLetters = Bool.random(using: &random)
        return (0..<Int.random(in: 1...2, using: &random)).map { _ in
            isLetters
                ? String(
                    (0..<Int.random(in: 1...6, using: &random)).map { _ in
                        letters.randomElement(using: &random)!
                    })
                : text(&random, pieces: 3)
        }.joined(separator: " ")
    }

    static func make(_ random: inout Seeded, items: Int = 30) -> CaseGraph {
        var made = Case(manifest: Manifest(id: "made", title: Text("made")))
        made.panes = [Pane(id: "a", title: Text("A"))]
        made.kinds = [
            Kind(id: "thing", pane: "a", title: Text("thing"), plural: Text("things"), role: .project)
        ]
        made.sources = Records(
            (0..<6).map { number in
                var source = Source(id: ID("src-\(number)"), title: wordings(&random, pieces: 6), form: .news)
                if Bool.random(using: &random) { source.issuer = wordings(&random, pieces: 3) }
                return source
            })
        made.places = Records((0..<4).map { Place(id: ID("plc-\($0)"), title: wordings(&random, pieces: 2)) })
        made.actors = Records(
            (0..<4).map {
                Actor(id: ID("act-\($0)"), title: wordings(&random, pieces: 3), level: .county)
            })
        let ids = ["r", "rail", "zh-q", "ra-2", "qa", "a", "chong", "g75", "an-18", "z"]
        made.items = Records(
            (0..<items).map { number in
                let id = number < ids.count ? ids[number] : "item-\(number)"
                var item = Item(id: ID(id), kind: "thing", title: wordings(&random, pieces: 4))
                item.aka = (0..<Int.random(in: 0...2, using: &random)).map { _ in text(&random, pieces: 2) }
                if Bool.random(using: &random) { item.summary = wordings(&random, pieces: 6) }
                if Bool.random(using: &random) { item.note = wordings(&random, pieces: 2) }
                item.places = made.places.map(\.id).filter { _ in Int.random(in: 0..<4, using: &random) == 0 }
                item.actors = made.actors.map(\.id).filter { _ in Int.random(in: 0..<4, using: &random) == 0 }
                item.evidence = Records(
                    (0..<Int.random(in: 0...3, using: &random)).map { _ in
                        var claim = Evidence(
                            claim: wordings(&random, pieces: 4),
                            source: made.sources.randomElement(using: &random)!.id, strength: .reported)
                        if Bool.random(using: &random) { claim.quote = text(&random, pieces: 2) }
                        return claim
                    })
                return item
            })
        return CaseGraph(made)
    }
}
