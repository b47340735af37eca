import CaseFiles
import CaseModel
import Exports
import Screen
import System

@testable import CaseSearch
@testable import Explorer
@testable import Terminal
@testable import triptych

extension FuzzTarget {
    private static let graph = CaseGraph(bundled)
    private static let index = {
        var index = SearchIndex(graph)
        index.buildItems()
        return index
    }()
    /// What looks at every text of a case, or counts it for each candidate, gets a small one: it is fast in the
    /// program, but not under the sanitizer.
    private static let smallGraph = CaseGraph(small)
    private static let smallIndex = SearchIndex(smallGraph)

    static let notebook = FuzzTarget(
        name: "notebook",
        words: [
            "\"triptych-notebook\": 1", "\"marks\": [", "\"notes\": [", "\"bookmarks\": [",
            "\"on\": \"item\"",
            "\"id\": \"", "\"text\": \"", "\"place\": \"", "\"last_place\": ", "\"searches\": [",
        ],
        seeds: {
            guard let moment = Timestamp("2026-11-29T10:00:00Z") else { return [] }
            var notebook = Notebook()
            let entity = EntityRef(.item, id: "prj-a")
            notebook.apply(.mark(entity, true), at: moment)
            notebook.apply(.note(entity, "渝\n黔", replacing: nil), at: moment)
            notebook.apply(.bookmark(place: "v=2&view=map", title: "A", entity: entity), at: moment)
            notebook.apply(.queries(searches: ["rail"], filters: ["year:2018"]), at: moment)
            notebook.apply(.lastPlace("v=2&view=browse"), at: moment)
            return [Array(NotebookText.text(of: notebook, on: "yuqian").utf8)]
        }
    ) { bytes in
        do {
            let read = try NotebookText.read(bytes)
            let text = NotebookText.text(of: read, on: "yuqian")
            require((try? NotebookText.read(Array(text.utf8))) == read, "it is written otherwise: \(text)")
            var state = State(graph, language: .english, size: Size(columns: 80, rows: 24))
            state.load(.notebook(read))
            _ = Explorer.view(state)
        } catch {
            requireSafe("\(error)")
        }
    }

    static let remembered = FuzzTarget(
        name: "remembered", longest: 512,
        words: ["step=", "revealed=", "elapsed=", "second=", " narrow\n", " wide\n"],
        seeds: {
            ["step=3\nrevealed=1\nelapsed=60\nfirst-step=0\nsecond=3600\n", "xterm wide\n"].map {
                Array($0.utf8)
            }
        }
    ) { bytes in
        let folder = Scratch.folder("state", [(name: "ambiguous-width", bytes: bytes)])
        for name in ["xterm", "tmux-256color"] {
            _ = WidthMemory(in: StateFolder(path: folder)).width(of: name)
        }
        let fields = TalkRecord.fields(bytes)
        for second in [0, 86_399] {
            let position = TalkRecord.Position(
                step: fields["step"] ?? 0, revealed: fields["revealed"] ?? 0, elapsed: fields["elapsed"] ?? 0,
                firstStep: fields["first-step"] ?? 0, second: fields["second"])
            _ = position.elapsed(at: second)
        }
    }

    static let configuration = FuzzTarget(
        name: "config",
        words: [
            "language: ", "theme: ", "ambiguous: ", "mouse: ", "ascii: ", "case: ", "layout:\n", "keys:\n",
            "styles:\n",
            "Ctrl-", "F1", "zh", "en", "[", "]",
        ],
        seeds: {
            [
                "language: en\nmouse: true\nambiguous: wide\nlayout: {focused_pane: 50}\nkeys:\n  search: [Ctrl-F, F3]\n"
            ]
            .map { Array($0.utf8) }
        }
    ) { bytes in
        let configuration = Configuration(path: Scratch.file("config.yaml", bytes))
        for diagnostic in configuration.diagnostics.prefix(50) {
            requireSafe(diagnostic.rendered(in: .english))
            requireSafe(diagnostic.rendered(in: .chinese))
        }
        if let remark = configuration.remark { remark.wordings.forEach(requireSafe) }
        _ = configuration.preferences(palette: configuration.theme?.value.palette ?? .standard)
    }

    static let query = FuzzTarget(
        name: "query", longest: 256,
        words: [
            "mode:", "place:", "year:", "2018..2022", "-", "\"", "status:", "is:marked", "source:",
            "strength:", "綦江",
            "rail", "..", "“", "”", "：", "kind:project", "actor:",
        ],
        seeds: {
            [
                "mode:horizontal place:綦江 year:2018..2022 -status:planned rail \"exact phrase\"", "qijiang",
                "地点:重庆",
                "strength:primary source:src", "year:..1990 is:marked",
            ].map { Array($0.utf8) }
        }
    ) { bytes in
        let text = String(decoding: bytes, as: UTF8.self)
        do throws(FilterError) {
            let filter = try Filter.parse(text, in: index)
            require((try? Filter.parse(filter.query, in: index)) == filter, "it reads as another filter")
            if let filter = try? Filter.parse(text, in: smallIndex) {
                _ = filter.selection(in: smallGraph)
                _ = filter.emptying(in: smallGraph)
            }
        } catch {
            require(
                error.range.lowerBound >= 0 && error.range.upperBound <= text.count,
                "a mistake beyond the end")
        }
        var completer = FilterCompleter(smallGraph)
        for cursor in [0, text.count / 2, text.count] {
            let completion = completer.completion(of: text, at: cursor, in: smallIndex)
            require(completion.candidates.count <= FilterCompleter.limit, "too many candidates")
            for candidate in completion.candidates {
                let (query, place) = completion.taking(candidate)
                require((0...query.count).contains(place), "a cursor beyond the end")
            }
        }
        var search = SearchSession(smallIndex)
        _ = search.begin(text)
        for _ in 0..<100 where !search.isComplete { _ = search.resume() }
    }

    /// The parts of a stored index, the first of the length that stands before them.
    static let storedIndex = FuzzTarget(
        name: "index", longest: 16384,
        seeds: {
            let index = SearchIndex(smallGraph, stored: nil)
            var (names, block) = (IndexWriter(), IndexWriter())
            index.names.write(to: &names)
            index.madeBlock(0).write(to: &block)
            var length = IndexWriter()
            length.numbers([UInt16(names.bytes.count)])
            return [length.bytes + names.bytes + block.bytes]
        }
    ) { bytes in
        guard bytes.count > 2 else { return }
        let parts = bytes.dropFirst(2)
        let length = min(parts.count, Int(bytes[0]) | Int(bytes[1]) << 8)
        let forged = StoredIndex.bytes(of: [Array(parts.prefix(length)), Array(parts.dropFirst(length))])
        let index = SearchIndex(smallGraph, stored: IndexBytes(forged))
        for query in ["r", "案", "li", "zq", "shi li", "项目", "tempalte"] {
            // The texts of what is found are looked up in the case.
            for match in index.search(query) { requireSafe(match.text) }
        }
    }

    static let keys = FuzzTarget(
        name: "keys", longest: 1024,
        words: [
            "\u{1B}[", "\u{1B}O", "\u{1B}[200~", "\u{1B}[201~", "\u{1B}]52;c;", "\u{7}", "\u{1B}\\",
            "\u{1B}P",
            "\u{1B}[<0;10;10M", "\u{1B}[M", "\u{1B}[1;5A", "\u{1B}[97;5u",
        ],
        seeds: {
            [
                "\u{1B}[A\u{1B}OB\u{1B}[1;5C渝", "\u{1B}[200~a\r\nb\u{1B}[201~q",
                "\u{1B}[<0;3;4M\u{1B}[<0;3;4m",
                "\u{1B}]11;rgb:0/0/0\u{7}x", "\u{1B}Pq\u{1B}\\y", "\u{1B}[24;80R", "\u{1B}x\u{1B}\u{1B}",
            ].map { Array($0.utf8) }
        }
    ) { bytes in
        var whole: [Terminal.Event] = []
        var decoder = KeyDecoder()
        decoder.take(bytes, into: &whole)
        var single: [Terminal.Event] = []
        var other = KeyDecoder()
        for byte in bytes { other.take([byte], into: &single) }
        require(whole == single, "pieces mean something else: \(whole) \(single)")
        decoder.giveUp(into: &whole)
        require(!decoder.isPasting, "a paste goes on")
        for case .pasted(let text) in whole { requireSafe(text) }
        // After a silence the keyboard answers, whatever came before.
        var after: [Terminal.Event] = []
        decoder.take([UInt8(ascii: "x")], into: &after)
        require(after == [.key("x")], "a key after a silence is \(after)")
    }

    static let place = FuzzTarget(
        name: "place", longest: 1024,
        words: [
            "v=2", "&view=", "&at=", "&pins=", "&selected=", "&focus=", "&filter=", "&grade=", "&chain=",
            "&from=", "map",
            "matrix", "timeline", "network", "sources", "claims", "trace", "%E6",
            "prj-chongqing-guiyang-railway",
        ],
        seeds: {
            ViewName.allCases.map { view in
                var state = State(graph, language: .english, size: Size(columns: 80, rows: 24))
                state.begin(at: 3, pinning: [40], in: view)
                return Array(state.encodedPosition.utf8)
            }
        }
    ) { bytes in
        let text = String(decoding: bytes, as: UTF8.self)
        var state = State(graph, language: .english, size: Size(columns: 80, rows: 24))
        state.restore(encoded: text)
        _ = Explorer.view(state)
        let encoded = state.viewpoint.encoded(in: graph)
        requireSafe(encoded)
        var again = State(graph, language: .english, size: Size(columns: 80, rows: 24))
        again.restore(encoded: encoded)
        require(again.viewpoint.encoded(in: graph) == encoded, "\(encoded) leads to \(again.viewpoint)")
    }
}
