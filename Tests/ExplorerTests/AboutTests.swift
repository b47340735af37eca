import CaseModel
import Screen
import GoldenSupport
import Testing

@testable import Explorer

/// The page on the case, and the text reports.
@Suite struct AboutTests {
    /// The small case with everything that its page shows.
    private let graph: CaseGraph = {
        var made = SmallCase.make()
        made.manifest.subtitle = Text(chinese: "一个例子", english: "An example")
        made.manifest.authors = [Text("two authors")]
        made.manifest.licence = "CC0-1.0"
        made.manifest.about = [
            Text(chinese: "方法：编造。", english: "Method: made up."),
            Text(chinese: "局限：很小。", english: "Limits: small."),
        ]
        made.sources[0].authors = [Source.Author(family: "Li", given: "Si", chinese: "李四")]
        made.sources[0].container = Source.Container(title: Text(chinese: "学报", english: "Journal"))
        made.sources[0].container?.volume = "3"
        made.sources[0].container?.issue = "2"
        made.sources[0].container?.pages = "7–9"
        made.sources[0].doi = "10.1000/1"
        var tour = Tour(id: "walk", title: Text(chinese: "走一走", english: "A walk"))
        tour.minutes = 2.5
        tour.steps = [
            Tour.Step(headline: Text(chinese: "开头", english: "Start"), view: .title),
            Tour.Step(headline: Text(chinese: "铁路", english: "The railway"), view: .view(.reader)),
        ]
        tour.steps[1].at = "prj-rail"
        made.tours = [tour]
        return CaseGraph(made)
    }()

    @Test(arguments: LanguageChoice.allCases)
    func `the page shows the case`(language: LanguageChoice) throws {
        try expect(
            aboutText(graph, language: language, columns: 60), matchesFile: "about-\(language)",
            in: "Pictures")
    }

    @Test(arguments: [Key.character("a"), .function(9)], [false, true])
    func `a key opens the page from both views, and every way back leads back`(key: Key, reading: Bool) {
        var rehearsal = Rehearsal(graph)
        // The pin is told of until the next key.
        rehearsal.press(.enter, .down)
        if reading { rehearsal.press("r") }
        let left = rehearsal.picture
        for back: Key in [.left, "["] {
            rehearsal.press(key)
            #expect(rehearsal.state.viewpoint.subject == .about)
            #expect(rehearsal.picture.contains("概况"))
            #expect(rehearsal.picture.contains("一个例子"))
            rehearsal.press(back)
            #expect(rehearsal.picture == left)
        }
        rehearsal.press("]")
        #expect(rehearsal.state.viewpoint.subject == .about)
        rehearsal.press("q")
        #expect(rehearsal.state.mode == .view(.browse))
    }

    /// Selects a target of the page with the keyboard.
    private func aiming(at target: Document.Target) -> Rehearsal {
        var rehearsal = Rehearsal(graph)
        rehearsal.press("a")
        let targets = rehearsal.state.document(of: .about).targets
        for _ in 0...(targets.firstIndex(of: target) ?? -1) { rehearsal.press(.tab) }
        return rehearsal
    }

    @Test func `the cited work links to its page, and back leads to the same line`() {
        var rehearsal = aiming(at: .subject(.source(0)))
        let left = rehearsal.picture
        rehearsal.press(.enter)
        #expect(rehearsal.state.viewpoint.subject == .source(0))
        #expect(rehearsal.picture.contains("src-paper"))
        rehearsal.press(.left)
        #expect(rehearsal.picture == left)
    }

    @Test func `items without evidence link to their pages`() {
        let first = Subject.item(graph.overview.unevidenced[0])
        var rehearsal = aiming(at: .subject(first))
        rehearsal.press(.enter)
        #expect(rehearsal.state.viewpoint.subject == first)
    }

    @Test func `each count leads to what it counts, and back`() throws {
        let document = Rehearsal(graph).state.document(of: .about)
        var counts = 0
        for paragraph in document.paragraphs {
            let number = paragraph.spans.first.flatMap { Int($0.text.drop { $0 == " " }) }
            switch paragraph.target {
            case .counted(let counted)?:
                counts += 1
                var rehearsal = aiming(at: .counted(counted))
                let left = rehearsal.picture
                rehearsal.press(.enter)
                #expect(rehearsal.state.mode == .list(.choice), "\(counted)")
                let entries = try #require(rehearsal.state.picker?.entries(in: rehearsal.state))
                #expect(entries.count == number, "\(counted)")
                if counted == .tours { continue }
                rehearsal.press(.enter)
                #expect(rehearsal.state.mode == .view(.reader), "\(counted)")
                rehearsal.press(.escape)
                #expect(rehearsal.picture == left, "\(counted)")
            case .view(let view)?:
                var rehearsal = aiming(at: .view(view))
                rehearsal.press(.enter)
                #expect(rehearsal.state.mode == .view(view))
            case .subject?, nil: break
            }
        }
        // Items, panes and kinds; claims by strength; links by standing; actors and tours.
        let kinds = graph.overview.kinds.count { $0.items > 0 }
        let strengths = graph.overview.evidence.values.count { $0 > 0 }
        let standings = graph.overview.links.values.count { $0 > 0 }
        #expect(counts == 1 + 3 + kinds + 1 + strengths + 1 + standings + 2)
    }

    @Test func `a tour can be begun from the page`() {
        var rehearsal = aiming(at: .counted(.tours))
        rehearsal.press(.enter)
        #expect(rehearsal.picture.contains("走一走"))
        rehearsal.press(.enter)
        #expect(rehearsal.state.mode == .presenting)
        #expect(rehearsal.state.talk?.tour == 0)
    }

    @Test func `a bar is as long as its share, and at least one column for a share above zero`() {
        let lines = aboutText(graph, language: .english, columns: 80).split(separator: "\n")
        func bar(_ name: String) -> Int? {
            lines.first { $0.contains(name) && ($0.contains("▇") || $0.contains("···")) }?.count { $0 == "▇" }
        }
        #expect(bar("Projects") == 20)
        #expect(bar("Arrangements") == 13)
        #expect(bar("primary") == 0)
        #expect(bar("reported") == 10)
        #expect(bar("sourced") == 6)
    }

    @Test func `pressing the key twice adds one entry to the history`() {
        var rehearsal = Rehearsal(graph)
        rehearsal.press("a", "a", "[")
        #expect(rehearsal.state.mode == .view(.browse))
    }

    @Test func `a source is cited once in each language whose citation differs`() {
        var source = graph.case.sources[0]
        #expect(
            source.references(in: graph.case.manifest, .both) == [
                "李四. 一篇论文[J]. 学报, 2026, 3(2): 7-9. DOI: 10.1000/1."
            ])
        // As the case itself is, which is in both.
        source.presumedLanguage = nil
        #expect(
            source.references(in: graph.case.manifest, .both) == [
                "李四. 一篇论文[J]. 学报, 2026, 3(2): 7-9. DOI: 10.1000/1.",
                "LI Si. A paper[J]. Journal, 2026, 3(2): 7-9. DOI: 10.1000/1.",
            ])
        let bare = Source(id: "src-bare", title: Text("Notice"), form: .notice)
        #expect(bare.references(in: graph.case.manifest, .both) == ["Notice[Z]."])
    }

    @Test func `a case without Chinese cites in APA, with the citation in the text before the reference`() {
        var whole = graph.case
        whole.manifest.languages = [.english]
        whole.sources[0].language = .english
        let source = whole.sources[0]
        #expect(
            source.references(in: whole.manifest, at: Locator(page: "8"), .english) == [
                "(Li, 2026, p. 8)",
                "Li, S. (2026). A paper. Journal, 3(2), 7–9. https://doi.org/10.1000/1",
            ])
        let page = SourceDocument.make(CaseGraph(whole), number: 0, language: .english).text(columns: 80)
        #expect(page.contains("Li, S. (2026). A paper.") && !page.contains("[J]"))
        let copies = CopyMenu.copies(
            of: [.subject(.entity(.source(0)))], in: CaseGraph(whole), .english
        ).map(\.label)
        #expect(copies.prefix(3) == ["APA 7", "GB/T 7714—2015", "BibTeX"])
    }

    @Test func `reports are aligned and end without spaces`() {
        let listing = TextReport(graph, language: .english)
        #expect(
            listing.sources == """
                src-paper  2026-05     paper  cited  2  A paper
                src-news   2018-01-25  news   cited  1  A report

                """)
        #expect(listing.places == "plc-qijiang  Qijiang District  -  -  items  1\n")
        #expect(listing.actors == "act-drc  provincial  -  items  1  DRC\n")
        #expect(
            listing.tours == """
                walk  A walk  minutes 2.5  steps 2
                  1  title   -         Start
                  2  reader  prj-rail  The railway

                """)
    }
}
