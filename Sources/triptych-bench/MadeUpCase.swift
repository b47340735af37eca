import CaseModel
import SeededRandom

/// A generator of large cases in the proportions of a real one.
///
/// The real case is repeated with new ids and new words: kinds, parents, links, evidence, sources, places and
/// actors keep their shares, and texts their lengths. One link in fifty leads to the same item of another copy,
/// so that neighbourhoods cross the copies and stay small.
struct MadeUpCase {
    private let model: Case
    private let copies: Int
    private var words: Words
    private var random: Seeded

    /// A case of at least this many items, without tours; the same seed makes the same case.
    static func make(like model: Case, items: Int, seed: UInt64) -> Case {
        let copies = max(1, (items + model.items.count - 1) / model.items.count)
        var maker = MadeUpCase(
            model: model, copies: copies, words: Words(of: model), random: Seeded(seed: seed))
        var made = model
        (made.items, made.sources, made.places, made.actors, made.tours) = ([], [], [], [], [])
        made.manifest.id = "made-up"
        made.manifest.cites = nil
        for copy in 0..<copies {
            made.items += model.items.map { maker.item($0, copy) }
            made.sources += model.sources.map { maker.source($0, copy) }
            made.places += model.places.map { maker.place($0, copy) }
            made.actors += model.actors.map { maker.actor($0, copy) }
        }
        return made
    }

    private mutating func item(_ model: Item, _ copy: Int) -> Item {
        var item = model
        item.id = model.id.copied(copy)
        item.parent = model.parent?.copied(copy)
        item.title = text(model.title)
        item.aka = model.aka.map { words.window(like: $0, &random) }
        item.summary = model.summary.map { text($0) }
        item.status?.source = model.status?.source?.copied(copy)
        item.places = model.places.map { $0.copied(copy) }
        item.actors = model.actors.map { $0.copied(copy) }
        for number in item.metrics.indices {
            item.metrics[number].name = text(item.metrics[number].name)
            item.metrics[number].source = item.metrics[number].source?.copied(copy)
        }
        item.evidence = evidence(model.evidence, copy)
        for number in item.links.indices {
            let isFar = random.next() % 50 == 0
            let target = isFar ? Int(random.next() % UInt64(copies)) : copy
            item.links[number].to = item.links[number].to.copied(target)
            item.links[number].because = item.links[number].because.map { text($0) }
            item.links[number].source = item.links[number].source?.copied(copy)
        }
        item.note = model.note.map { text($0) }
        return item
    }

    private mutating func source(_ model: Source, _ copy: Int) -> Source {
        var source = model
        source.id = model.id.copied(copy)
        source.title = text(model.title)
        source.note = model.note.map { text($0) }
        return source
    }

    private mutating func place(_ model: Place, _ copy: Int) -> Place {
        var place = model
        place.id = model.id.copied(copy)
        place.title = text(model.title)
        place.summary = model.summary.map { text($0) }
        place.within = model.within?.copied(copy)
        place.borders = model.borders.map {
            Border(place: $0.place.copied(copy), source: $0.source?.copied(copy))
        }
        place.evidence = evidence(model.evidence, copy)
        return place
    }

    private mutating func actor(_ model: Actor, _ copy: Int) -> Actor {
        var actor = model
        actor.id = model.id.copied(copy)
        actor.title = text(model.title)
        actor.summary = model.summary.map { text($0) }
        actor.evidence = evidence(model.evidence, copy)
        return actor
    }

    private mutating func evidence(_ model: Records<Evidence>, _ copy: Int) -> Records<Evidence> {
        var evidence = model
        for number in evidence.indices {
            evidence[number].claim = text(evidence[number].claim)
            evidence[number].source = evidence[number].source.copied(copy)
            evidence[number].quote = evidence[number].quote.map { words.window(like: $0, &random) }
        }
        return evidence
    }

    private mutating func text(_ model: Text) -> Text {
        Text(
            chinese: model.chinese.map { words.window(like: $0, &random) },
            english: model.english.map { words.window(like: $0, &random) })
    }
}

extension ID {
    /// The id of the same thing in a copy of the case.
    fileprivate func copied(_ copy: Int) -> ID { ID("\(text)-\(copy)") }
}

/// Running text to cut generated texts from: everything that a case says about its items, by language, so that a
/// generated text has the bytes and widths of its language.
struct Words {
    private let chinese: Reel
    private let english: Reel

    init(of model: Case) {
        var texts: [Text] = []
        for item in model.items {
            texts.append(item.title)
            texts += [item.summary, item.note].compactMap { $0 }
            texts += item.evidence.map(\.claim)
        }
        chinese = Reel(texts.compactMap(\.chinese))
        english = Reel(texts.compactMap(\.english))
    }

    /// Another text of the same language and about the same number of bytes.
    func window(like model: String, _ random: inout Seeded) -> String {
        let isChinese = model.unicodeScalars.contains { $0.value >= 0x2E80 }
        return (isChinese ? chinese : english).window(of: model.utf8.count, from: random.next())
    }

    private struct Reel {
        private let bytes: [UInt8]

        init(_ texts: [String]) {
            let text = texts.joined(separator: " ")
            // Twice, so that a window can start anywhere and be as long as the longest text.
            bytes = Array((text + " " + text + " " + "…").utf8)
        }

        func window(of count: Int, from place: UInt64) -> String {
            let start = boundary(Int(place % UInt64(bytes.count / 2)))
            let end = boundary(min(bytes.count, start + max(1, count)))
            return String(decoding: bytes[start..<end], as: UTF8.self)
        }

        /// The start of the character at or after an offset, so that no character is cut in two.
        private func boundary(_ place: Int) -> Int {
            var place = place
            while place < bytes.count, bytes[place] & 0xC0 == 0x80 { place += 1 }
            return place
        }
    }
}
