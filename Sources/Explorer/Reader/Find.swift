import CaseModel
import CaseSearch
import Screen
import TextLayout

/// What is marked in an open page, because it was searched in the case or found in the page.
struct Find: Equatable, Sendable {
    /// What `n` and `N` step through.
    enum Steps: Equatable, Sendable {
        /// The marked places of the page.
        case places
        /// The results of the search.
        case results
    }

    let query: String
    let steps: Steps
    /// The part of the text that a result matches by its sound, or with a mistake.
    var wording = ""

    /// The ways of finding the query in a page, the most exact first, each with whether names are also found by pinyin.
    fileprivate var ways: [(highlight: Highlight, byPinyin: Bool, isApproximate: Bool)] {
        switch steps {
        case .results:
            return [(Highlight(query, and: wording), false, false)]
        case .places:
            guard let phrase = Highlight(phrase: query.trimmed) else { return [] }
            var ways = [(phrase, false, false)]
            // Two initials occur next to each other in almost any text.
            if query.count >= 3 { ways.append((phrase, true, false)) }
            if let forgiven = phrase.forgiven { ways.append((forgiven, true, true)) }
            return ways
        }
    }
}

extension Reader {
    /// The places of a page that are marked.
    struct Hits: Sendable {
        /// A part of a marked place on one line.
        struct Mark: Sendable {
            /// The number of the place.
            let hit: Int
            let line: Int
            /// The characters of the line.
            let characters: Range<Int>
            /// True for the first part of the place.
            let isFirst: Bool
        }

        let find: Find
        /// True if the query itself does not occur, only what differs by one mistake.
        private(set) var isApproximate = false
        /// In the order of the lines.
        private var marks: [Mark] = []
        /// The first mark of each place.
        private var firsts: [Int] = []

        /// Looks for the query in the paragraphs of a page.
        init(of find: Find, in page: Page) {
            self.find = find
            for way in find.ways where firsts.isEmpty {
                isApproximate = way.isApproximate
                var line = 0
                for (number, paragraph) in page.document.paragraphs.enumerated() {
                    let first = line
                    while line < page.lines.count, page.lines[line].paragraph == number { line += 1 }
                    let text = paragraph.spans.map(\.text).joined()
                    for range in way.highlight.ranges(in: text, isName: way.byPinyin) {
                        add(range, of: Array(text), on: first..<line, of: page)
                    }
                }
            }
        }

        /// Marks a range of a paragraph on its lines, which lack only the spaces at their ends.
        private mutating func add(
            _ range: Range<Int>, of text: [Character], on lines: Range<Int>, of page: Page
        ) {
            var place = 0
            var isFirst = true
            for line in lines {
                let characters = Array(page.lines[line].spans.map(\.text).joined())
                guard let head = characters.first else { continue }
                while place < text.count, text[place] != head { place += 1 }
                let shown = place..<place + characters.count
                let part = range.clamped(to: shown)
                if !part.isEmpty {
                    if isFirst { firsts.append(marks.count) }
                    let own = part.lowerBound - shown.lowerBound..<part.upperBound - shown.lowerBound
                    marks.append(
                        Mark(hit: firsts.count - 1, line: line, characters: own, isFirst: isFirst))
                    isFirst = false
                }
                place = shown.upperBound
            }
        }

        /// The number of places.
        var count: Int { firsts.count }

        /// The line on which a place begins.
        func line(of hit: Int) -> Int { marks[firsts[hit]].line }

        /// The first place from a line on, or the first of all.
        func hit(from line: Int) -> Int? {
            firsts.indices.first { marks[firsts[$0]].line >= line } ?? firsts.indices.first
        }

        /// The first place in a paragraph that has a text or is a part of it; else the first of all.
        func hit(near text: String, in page: Page) -> Int? {
            let near = firsts.indices.first { hit in
                let paragraph = page.document.paragraphs[page.lines[line(of: hit)].paragraph]
                let shown = paragraph.spans.map(\.text).joined()
                return shown.contains(text) || text.contains(shown.trimmed)
            }
            return near ?? firsts.indices.first
        }

        /// The marks on a line.
        func marks(on line: Int) -> [Mark] { marks.filter { $0.line == line } }
    }

    /// Goes to a marked place and scrolls it into view.
    mutating func stand(at hit: Int?, on page: Page) {
        self.hit = hit
        guard let hit, let hits = page.hits, hit < hits.count else { return }
        let line = hits.line(of: hit)
        target = page.lines[line].target
        top = Scrolling.top(top, showing: line, of: page.lines.count, in: page.layout.body.rows)
    }
}

extension State {
    /// Marks a query in the open page, and goes to the place that `choose` takes.
    mutating func mark(_ find: Find, at choose: (Reader.Hits, Reader.Page) -> Int?) {
        reader?.find = find
        layOutPage()
        guard let page = layout.page, let hits = page.hits else { return }
        reader?.stand(at: choose(hits, page), on: page)
    }

    /// Goes to the next or previous marked place of the page, wrapping around with a notice.
    mutating func stepPlaces(by step: Int) {
        guard let page = layout.page, let hits = page.hits, hits.count > 0 else { return }
        let here = reader?.hit ?? (step > 0 ? -1 : hits.count)
        let next = (here + step + hits.count) % hits.count
        reader?.stand(at: next, on: page)
        if (next - here).signum() != step.signum() || here == next {
            notice = Strings.wrapped(isForward: step > 0, position: "\(next + 1)/\(hits.count)")
        }
    }

    /// Which of the places or results this is, `3/15`, and the keys that go on.
    func tally(of find: Find) -> (position: String, keys: [Span]) {
        func key(_ command: Command, _ words: Text) -> [Span] {
            let key = KeyTable.key(command, in: mode)
            guard !key.isEmpty else { return [] }
            return [Span(" " + key, style: Theme.key), Span(" " + language.localized(words) + " ")]
        }
        let position: String
        switch find.steps {
        case .places: position = "\((reader?.hit ?? -1) + 1)/\(layout.page?.hits?.count ?? 0)"
        case .results: position = "\((found?.here ?? -1) + 1)/\(found?.entities.count ?? 0)"
        }
        return (
            position,
            key(.find(.next), Strings.nextHit) + key(.find(.previous), Strings.previousHit)
                + key(.reading(.endFind), Strings.endOfFind)
        )
    }
}

extension [Span] {
    /// The spans with some ranges of their characters, sorted and disjoint, in other styles.
    func restyled(_ ranges: [Range<Int>], _ style: (_ old: Style, _ number: Int) -> Style) -> [Span] {
        guard !ranges.isEmpty else { return self }
        var result: [Span] = []
        var start = 0
        for span in self {
            let characters = Array<Character>(span.text)
            var done = 0
            for (number, range) in ranges.enumerated() {
                let own = (range.lowerBound - start)..<(range.upperBound - start)
                let part = own.clamped(to: done..<characters.count)
                guard !part.isEmpty else { continue }
                if part.lowerBound > done {
                    result.append(span.with(text: String(characters[done..<part.lowerBound])))
                }
                result.append(
                    span.with(text: String(characters[part])).with(style: style(span.style, number)))
                done = part.upperBound
            }
            if done < characters.count || characters.isEmpty {
                result.append(span.with(text: String(characters[done...])))
            }
            start += characters.count
        }
        return result
    }
}
