import CaseModel
import GoldenSupport
import Screen
import Testing

@testable import Explorer

/// The texts that can be copied, and how to copy them.
@Suite struct CopyTests {
    private static let graph: CaseGraph = {
        var made = SmallCase.make()
        let rail = made.items.firstIndex { $0.id == "prj-rail" }!
        made.items[rail].evidence[1].locator = Locator(Text(chinese: "第 3 页", english: "p. 3"))
        made.sources[0].doi = "10.1000/1"
        return CaseGraph(made)
    }()

    /// The railway, open in the reader.
    private static func reading(
        columns: Int = 80, rows: Int = 24, language: LanguageChoice = .chinese
    ) throws -> Rehearsal {
        var rehearsal = Rehearsal(graph, columns: columns, rows: rows, language: language)
        rehearsal.show(try #require(graph.position(of: "prj-rail")))
        rehearsal.press("r")
        return rehearsal
    }

    private func listed(_ copies: [Copy]) -> String {
        copies.map { "## \($0.label)\n\($0.text)\n" }.joined(separator: "\n")
    }

    @Test(arguments: LanguageChoice.allCases)
    func `all texts of an item`(language: LanguageChoice) throws {
        let rail = try #require(Self.graph.position(of: "prj-rail"))
        let copies = CopyMenu.copies(of: [.subject(.item(rail))], in: Self.graph, language)
        try expect(listed(copies), matchesFile: "copies-\(language)", in: "Pictures")
        #expect(Set(copies.map(\.text)).count == copies.count, "each text once")
    }

    @Test func `a text begins in the language of the screen, and whatever has a page has what opens it`() {
        let copied: [(Subject, String)] = [
            (.item(0), "triptych open \(Self.graph.item(0).id)"),
            (.place(0), "triptych open \(Self.graph.case.places[0].id)"),
            (.actor(0), "triptych open \(Self.graph.case.actors[0].id)"),
            (.source(0), "triptych open \(Self.graph.case.sources[0].id)"),
        ]
        for (subject, opening) in copied {
            let copies = CopyMenu.copies(of: [.subject(subject)], in: Self.graph, .english)
            #expect(copies.contains { $0.text == opening }, "\(opening)")
        }
        let title = Self.graph.item(0).title
        for (language, first) in [(LanguageChoice.english, title.english), (.chinese, title.chinese)] {
            let copies = CopyMenu.copies(of: [.subject(.item(0))], in: Self.graph, language)
            #expect(copies[0].text.hasPrefix(first ?? "?"), "\(copies[0].text)")
        }
    }

    @Test func `the selected claim comes first, with its locator`() throws {
        var rehearsal = try Self.reading(language: .english)
        rehearsal.press(.tab, .tab, "y")
        #expect(rehearsal.picture.contains("The paper uses it as an example.\n"))
        #expect(rehearsal.picture.contains("学报. 一篇论文[EB/OL]. 3(2026-05). https://example.o"))
        rehearsal.press(.down, .down)
        #expect(rehearsal.picture.contains("(学报, 2026, p. 3)"))
        rehearsal.press(.down)
        #expect(rehearsal.picture.contains("\\cite[p.~3]{src-paper}"))
    }

    @Test func `a link states its source, if any`() throws {
        let rail = try #require(Self.graph.position(of: "prj-rail"))
        let links = Array(Self.graph.outgoing[rail])
        let texts = links.map { CopyMenu.copies(of: [.link($0)], in: Self.graph, .chinese)[0].text }
        #expect(
            texts == [
                "渝贵铁路 —落实→ 合作协议：协议写明了它（一则报道[Z]. 2018-01-25.）",
                "渝贵铁路 —采用→ 平等协调：双方共建（解读：没有来源直接这样说）",
            ])
        var rehearsal = try Self.reading()
        while rehearsal.state.copySources.first != .link(links[1]) { rehearsal.press(.tab) }
        rehearsal.press("y")
        #expect(rehearsal.picture.contains(texts[1] + "\n"))
    }

    @Test func `a trace, a source, a place, an actor and the case have their texts`() throws {
        func texts(_ copySource: CopySource) -> [String] {
            CopyMenu.copies(of: [copySource], in: Self.graph, .english).map(\.text)
        }
        let rail = try #require(Self.graph.position(of: "prj-rail"))
        #expect(texts(.subject(.trace(rail, chain: 0)))[0].contains("A new path"))
        #expect(
            texts(.subject(.source(0))).suffix(4) == [
                "https://example.org/paper", "https://doi.org/10.1000/1", "src-paper",
                "triptych open src-paper",
            ])
        #expect(
            texts(.subject(.place(0))) == ["Qijiang District 綦江区 (plc-qijiang)", "triptych open plc-qijiang"])
        #expect(texts(.subject(.actor(0))) == ["DRC 发展改革委 (act-drc)", "triptych open act-drc"])
        #expect(texts(.subject(.about))[0] == "Small case[DS].")
        #expect(
            texts(.items([rail], title: "Cell")) == ["Cell\nChongqing–Guiyang railway (prj-rail)"])
    }

    @Test func `Enter orders the copy and shows the whole text alone in the pager`() throws {
        var rehearsal = try Self.reading(language: .english)
        let before = rehearsal.picture
        rehearsal.press("y")
        rehearsal.type("bibtex [1–2]")
        let text = try #require(
            CopyMenu.copies(of: rehearsal.state.copySources, in: Self.graph, .english)
                .first { $0.label == "BibTeX [1–2]" }?.text)
        rehearsal.press(.enter)
        #expect(rehearsal.effects == [.copy(text)])
        rehearsal.notify(Text(english: "told of it"))
        #expect(rehearsal.picture.hasPrefix(text.split(separator: "\n", omittingEmptySubsequences: false)[0]))
        #expect(rehearsal.picture.contains("told of it"))
        rehearsal.press("x")
        #expect(rehearsal.picture == before)
    }

    @Test func `a long text scrolls, and other keys close the pager`() throws {
        var rehearsal = try Self.reading(columns: 40, rows: 10, language: .english)
        rehearsal.press("y")
        rehearsal.type("bibtex [1–2]")
        rehearsal.press(.enter)
        let top = rehearsal.picture
        #expect(top.hasPrefix("@"))
        var seen = top
        for _ in 0..<40 {
            rehearsal.press(.down)
            seen += rehearsal.picture
        }
        #expect(seen.contains("doi = {10.1000/1}"))
        rehearsal.press(.end)
        let end = rehearsal.picture
        rehearsal.press(.pageDown, .down)
        #expect(rehearsal.picture == end)
        rehearsal.press(.home)
        #expect(rehearsal.picture == top)
        rehearsal.press(.escape)
        #expect(rehearsal.state.mode == .view(.reader))
    }

    @Test func `the open list changes its language in place`() throws {
        var rehearsal = try Self.reading()
        rehearsal.press("y")
        #expect(rehearsal.picture.contains("永久链接"))
        rehearsal.press(.function(2))
        #expect(rehearsal.picture.contains("Permalink"))
        #expect(!rehearsal.picture.contains("永久链接"))
    }

    @Test(arguments: [(200, 60), (80, 24), (40, 10), (12, 4)], [LanguageChoice.chinese, .english])
    func `pictures`(size: (Int, Int), language: LanguageChoice) throws {
        var rehearsal = try Self.reading(columns: size.0, rows: size.1, language: language)
        let suffix = "-\(size.0)x\(size.1)-\(language)"
        rehearsal.press("y", .down, .down)
        try expect(rehearsal.picture, matchesFile: "copy" + suffix, in: "Pictures")
        rehearsal.press(.enter)
        rehearsal.notify(Text(chinese: "已发往某处，若它允许", english: "sent somewhere, if that allows it"))
        try expect(rehearsal.picture, matchesFile: "pager" + suffix, in: "Pictures")
        rehearsal.press(.enter, "u")
        try expect(rehearsal.picture, matchesFile: "leads" + suffix, in: "Pictures")
    }

    @Test(arguments: [(0, 0), (1, 1), (2, 30), (300, 1), (39, 7)])
    func `no size traps`(columns: Int, rows: Int) throws {
        var rehearsal = try Self.reading()
        for key: Key in ["y", "u"] {
            rehearsal.press(key)
            rehearsal.resize(columns: columns, rows: rows)
            #expect(rehearsal.grid.size == Size(columns: columns, rows: rows))
            rehearsal.press(.down, .enter)
            #expect(rehearsal.grid.size == Size(columns: columns, rows: rows))
            rehearsal.press(.pageDown, .escape, .escape)
            rehearsal.resize(columns: 80, rows: 24)
        }
    }
}

/// The numbered links of a page.
@Suite struct LinkListTests {
    private func reading(_ id: ID<Item>, links: Int = 0) throws -> Rehearsal {
        var made = SmallCase.make()
        let item = try #require(made.items.firstIndex { $0.id == id })
        // As many places, each with a link.
        for number in 0..<links {
            let place = Place(id: ID("plc-\(number)"), title: Text("Place \(number)"))
            made.places.append(place)
            made.items[item].places.append(place.id)
        }
        var rehearsal = Rehearsal(CaseGraph(made), language: .english)
        rehearsal.show(item)
        rehearsal.press("r", "u")
        return rehearsal
    }

    @Test func `a digit chooses at once if no other number begins with it`() throws {
        var rehearsal = try reading("prj-rail")
        #expect(rehearsal.picture.contains("1  → implements Cooperation pact"))
        rehearsal.press("1")
        let pact = try #require(rehearsal.state.graph.position(of: "arr-pact"))
        #expect(rehearsal.state.viewpoint.subject == .item(pact))
    }

    @Test func `a digit that could begin another number waits`() throws {
        var rehearsal = try reading("prj-lone", links: 12)
        rehearsal.press("1")
        #expect(rehearsal.state.mode == .list(.links))
        rehearsal.press("2")
        #expect(rehearsal.state.viewpoint.subject == .place(11))
        rehearsal = try reading("prj-lone", links: 12)
        rehearsal.press("1", .enter)
        let water = try #require(rehearsal.state.graph.position(of: "fld-water"))
        #expect(rehearsal.state.viewpoint.subject == .item(water))
    }

    @Test func `an address is copied and shown, never opened`() throws {
        var rehearsal = try reading("prj-rail")
        rehearsal.type("example.org")
        rehearsal.press(.enter)
        #expect(rehearsal.effects == [.copy("https://example.org/paper")])
        #expect(rehearsal.picture.hasPrefix("https://example.org/paper\n"))
    }

    @Test func `a page without links says so`() {
        var made = SmallCase.make()
        made.items = [Item(id: "one", kind: "driver", title: Text("One"))]
        var rehearsal = Rehearsal(CaseGraph(made))
        rehearsal.press("u")
        #expect(rehearsal.picture.contains("这里没有链接"))
        #expect(rehearsal.state.mode == .view(.browse))
    }

    @Test func `without a text there is nothing to copy`() {
        var made = SmallCase.make()
        made.items = []
        var rehearsal = Rehearsal(CaseGraph(made))
        rehearsal.press("y")
        #expect(rehearsal.picture.contains("这里没有可复制的内容"))
    }
}
