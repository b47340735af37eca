import SeededRandom

@testable import CaseModel

/// Random cases that are sound, with texts that a file has to write with care.
enum WovenCase {
    private static let languages = ["zh", "en", "pt-BR"].compactMap { LanguageTag($0) }

    /// Beginnings, middles and ends of texts that mean something to YAML or JSON.
    private static let pieces = [
        "yes", "~", "null", "1.20", "0x1F", "2018-01-25", "- a", "a: b", "a #b", "#", "\"q\"", "it's", "*a",
        "&a",
        "!b", "%c", "@d", "`e`", "{f}", "[g]", "h, i", "|", ">", "?", ":", "渝黔", "“引号”", "：", "\\n", "é", "𠮷",
        "👩‍🔬", "12:30:45", "1_000", "=", "<<", "...", "---", "a\u{A0}b", "a\u{3000}b", "no", "-", "on",
    ]

    static func make(_ random: inout Seeded) -> Case {
        var made = Case(manifest: Manifest(id: "woven", title: text(&random)))
        made.manifest.languages = languages
        made.manifest.authors = [text(&random)]
        made.manifest.version = maybe(&random) { line(&$0) }
        made.manifest.date = maybe(&random) { date(&$0) }
        made.manifest.about = (0..<Int.random(in: 0...2, using: &random)).map { _ in prose(&random) }
        if Bool.random(using: &random) {
            made.manifest.levels = (0..<3).map { Level(id: ID("level-\($0)"), title: text(&random)) }
            made.manifest.strengths = (0..<3).map {
                Strength(
                    id: ID("strength-\($0)"), title: text(&random),
                    rank: Int.random(in: 1...3, using: &random))
            }
        }
        if Bool.random(using: &random) {
            made.manifest.sides = (0..<5).map { Side(id: ID("side-\($0)"), title: text(&random)) }
        }
        made.manifest.placeWord = maybe(&random) { text(&$0) }
        made.panes = ["one", "two", "three"].map { Pane(id: ID($0), title: text(&random)) }
        made.kinds = Kind.Role.allCases.enumerated().map { number, role in
            Kind(
                id: ID(role.rawValue), pane: made.panes[number % 3].id, title: text(&random),
                plural: text(&random), role: role)
        }
        made.relations = [
            Relation(id: "on", title: text(&random), inverse: text(&random), flow: .none)
        ]
        made.statuses = [Status(id: "null-1", title: text(&random), stage: .planned)]
        made.sources = Records((0..<3).map { source(numbered: $0, &random) })
        made.places = Records(
            (0..<3).map { number in
                var place = Place(id: ID("plc-\(number)"), title: text(&random))
                if Bool.random(using: &random) {
                    place.latitude = Double(Int.random(in: -900...900, using: &random)) / 10
                    place.longitude = Double(Int.random(in: -1800...1800, using: &random)) / 10
                    place.coordinatesSource = CoordinatesSource(name: line(&random))
                } else {
                    place.reasonForNoCoordinates = maybe(&random) { text(&$0) }
                }
                place.outline = maybe(&random) { outline(&$0) }
                if number > 0 {
                    place.borders = [Border(place: "plc-0", source: maybe(&random) { _ in "src-0" })]
                }
                place.province = maybe(&random) { text(&$0) }
                place.evidence = Records(evidence(made.manifest, &random))
                return place
            })
        made.actors = Records(
            (0..<2).map { number in
                var actor = Actor(
                    id: ID("act-\(number)"), title: text(&random), level: made.manifest.levels[number].id)
                let sides = made.manifest.sides.map { Text($0.id.text) }
                actor.side =
                    maybe(&random) { random in
                        Bool.random(using: &random) ? sides.randomElement(using: &random) : nil
                    } ?? maybe(&random) { text(&$0) }
                return actor
            })
        let count = Int.random(in: 1...8, using: &random)
        made.items = Records(
            (0..<count).map {
                item(numbered: $0, kind: made.kinds[$0 % made.kinds.count].id, in: made.manifest, &random)
            })
        var tour = Tour(id: "12", title: text(&random))
        var step = Tour.Step(headline: text(&random))
        step.points = [Tour.Step.Point(prose(&random))]
        step.at = maybe(&random) { _ in "itm-0" }
        if step.at != nil, !made.items[0].evidence.isEmpty {
            step.evidence = maybe(&random) { _ in 1 }
            step.points.append(Tour.Step.Point(prose(&random), evidence: 1))
        }
        step.pins = Bool.random(using: &random) ? ["itm-0"] : []
        step.filter = maybe(&random) { line(&$0) }
        step.order = maybe(&random) { line(&$0) }
        step.viewpoint = maybe(&random) { line(&$0) }
        if Bool.random(using: &random) {
            step.view = .view(.matrix)
            step.cell = Tour.Step.Cell(row: "none", column: maybe(&random) { _ in "none" })
        } else {
            step.view = .view(.trace)
            step.from = maybe(&random) { _ in "itm-0" }
        }
        tour.steps = [step]
        made.tours = [tour]
        return made
    }

    private static func item(
        numbered number: Int, kind: ID<Kind>, in manifest: Manifest, _ random: inout Seeded
    ) -> Item {
        var item = Item(id: ID("itm-\(number)"), kind: kind, title: text(&random))
        item.short = maybe(&random) { text(&$0) }
        item.aka = (0..<Int.random(in: 0...2, using: &random)).map { _ in line(&random) }
        item.summary = maybe(&random) { prose(&$0) }
        item.note = maybe(&random) { prose(&$0) }
        item.period = maybe(&random) { random in
            let start = date(&random)
            return Bool.random(using: &random)
                ? Period(beginning: .on(start), ending: .open) : Period(start: start)
        }
        item.status = maybe(&random) { random in
            DatedStatus(value: "null-1", asOf: date(&random), source: "src-1")
        }
        item.places = Bool.random(using: &random) ? ["plc-0", "plc-2"] : []
        item.actors = Bool.random(using: &random) ? ["act-1"] : []
        item.evidence = Records(evidence(manifest, &random))
        if Bool.random(using: &random) {
            var metric = Metric(name: text(&random), value: Text("12.50"), unit: maybe(&random) { text(&$0) })
            metric.source = "src-2"
            metric.locator = maybe(&random) { locator(&$0) }
            item.metrics = [metric]
        }
        if number > 0 {
            var link = Link(to: "itm-0", relation: "on")
            link.because = maybe(&random) { prose(&$0) }
            link.source = maybe(&random) { _ in "src-1" }
            item.links = [link]
        }
        return item
    }

    private static func outline(_ random: inout Seeded) -> PlaceOutline {
        let rings = (0..<Int.random(in: 1...3, using: &random)).map { _ in
            let corners = (0..<Int.random(in: 3...6, using: &random)).map { _ in
                PlaceOutline.Vertex(
                    latitude: Double(Int.random(in: -900_000...900_000, using: &random)) / 10_000,
                    longitude: Double(Int.random(in: -1_800_000...1_800_000, using: &random)) / 10_000)
            }
            return corners + corners.prefix(1)
        }
        return PlaceOutline(source: line(&random), licence: line(&random), rings: rings)
    }

    private static func locator(_ random: inout Seeded) -> Locator {
        var locator = Locator(text(&random))
        guard Bool.random(using: &random) else { return locator }
        locator.page = maybe(&random) { line(&$0) }
        locator.section = maybe(&random) { _ in "2.1" }
        locator.article = maybe(&random) { line(&$0) }
        locator.paragraph = maybe(&random) { _ in "3" }
        if Bool.random(using: &random), locator.onlyWords == nil { locator.words = nil }
        return locator
    }

    private static func evidence(_ manifest: Manifest, _ random: inout Seeded) -> [Evidence] {
        (0..<Int.random(in: 0...2, using: &random)).map { _ in
            var evidence = Evidence(
                claim: prose(&random), source: "src-0",
                strength: manifest.strengths.randomElement(using: &random)?.id ?? .reported)
            evidence.locator = maybe(&random) { locator(&$0) }
            evidence.quote = maybe(&random) { line(&$0) }
            evidence.date = maybe(&random) { date(&$0) }
            return evidence
        }
    }

    private static func source(numbered number: Int, _ random: inout Seeded) -> Source {
        var source = Source(
            id: ID("src-\(number)"), title: text(&random),
            form: Source.Form.allCases.randomElement(using: &random) ?? .web)
        source.authors =
            Bool.random(using: &random)
            ? [Source.Author(family: line(&random), given: "", chinese: maybe(&random) { line(&$0) })] : []
        source.issuer = maybe(&random) { text(&$0) }
        source.date = maybe(&random) { date(&$0) }
        source.documentNumber = maybe(&random) { line(&$0) }
        source.url = maybe(&random) { _ in "https://example.org/a?b=c&d=%20#e" }
        source.isCopy = Bool.random(using: &random)
        source.language = maybe(&random) { _ in languages[2] }
        if Bool.random(using: &random) {
            var container = Source.Container(title: text(&random))
            container.pages = maybe(&random) { line(&$0) }
            container.volume = maybe(&random) { _ in "012" }
            source.container = container
        }
        return source
    }

    private static func maybe<Value>(_ random: inout Seeded, _ make: (inout Seeded) -> Value) -> Value? {
        Bool.random(using: &random) ? make(&random) : nil
    }

    private static func date(_ random: inout Seeded) -> PartialDate {
        let texts = ["2018", "2018-01", "2018-01-25", "0960", "-0255", "1200~", "1200?", "195X"]
        return texts.randomElement(using: &random).flatMap { PartialDate($0) } ?? PartialDate(year: 2000)!
    }

    private static func line(_ random: inout Seeded) -> String {
        // A piece alone, such as `~`, may stand for nothing; a letter in front makes it a text.
        let words = (0..<Int.random(in: 1...3, using: &random)).compactMap { _ in
            pieces.randomElement(using: &random)
        }
        return words.joined(separator: " ")
    }

    private static func wording(_ text: (inout Seeded) -> String, _ random: inout Seeded) -> Text {
        guard Int.random(in: 0..<4, using: &random) > 0 else { return Text(text(&random)) }
        let tags = languages.filter { _ in Bool.random(using: &random) }
        return Text((tags.isEmpty ? [.english] : tags).map { ($0, text(&random)) })
    }

    private static func text(_ random: inout Seeded) -> Text { wording({ line(&$0) }, &random) }

    private static func prose(_ random: inout Seeded) -> Text {
        wording(
            { random in
                let lines = (0..<Int.random(in: 1...3, using: &random)).map { _ in line(&random) }
                return lines.joined(separator: Bool.random(using: &random) ? "\n\n" : "\n")
            }, &random)
    }
}
