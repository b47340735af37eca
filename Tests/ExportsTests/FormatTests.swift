import CaseModel
import GoldenSupport
import Testing

@testable import Exports

/// Every format of every subject, byte by byte, on the case full of difficulties.
@Suite struct FormatTests {
    /// An export by its name on the command line.
    struct Named: CustomTestStringConvertible {
        let subject: ExportSubject
        let format: ExportFormat
        var testDescription: String { "\(subject.rawValue) as \(format.rawValue)" }
    }

    static let all = ExportSubject.allCases.flatMap { subject in
        subject.formats.map { Named(subject: subject, format: $0) }
    }

    @Test(arguments: all) func `each export equals the recorded one`(export: Named) throws {
        for languages in tellings(of: export) {
            var options = ExportOptions()
            options.languages = languages.isEmpty ? [.chinese, .english] : languages
            options.notebook = NotebookTextTests.notebook(of: TroubleCase.graph)
            let writer = try #require(export.format.writer(of: export.subject, options: options))
            let name = [export.subject.rawValue, export.format.rawValue] + languages.map(\.text)
            try expect(
                writer.text(of: TroubleCase.graph), matchesFile: name.joined(separator: "."), in: "Goldens")
        }
    }

    @Test(arguments: [("ar", true), ("fa-IR", true), ("az-Arab", true), ("zh", false), ("ar-Latn", false)])
    func `a page runs as its language does`(tag: String, isFromRight: Bool) throws {
        var made = TroubleCase.graph.case
        let language = try #require(LanguageTag(tag))
        made.manifest.languages = [language]
        var options = ExportOptions()
        options.languages = [language]
        let page = try #require(ExportFormat.html.writer(of: .case, options: options)).text(
            of: CaseGraph(made))
        #expect(page.contains("<html lang=\"\(tag)\" dir=\"rtl\">") == isFromRight)
    }

    /// The languages in which an export differs; empty if it is the same in all.
    private func tellings(of export: Named) -> [[LanguageTag]] {
        let both: [[LanguageTag]] = [[.chinese], [.english], [.chinese, .english]]
        switch export.format {
        case .csv, .tsv, .json, .yaml: return [[]]
        case .markdown: return [.tour, .case].contains(export.subject) ? both : [[]]
        case .bibtex, .biblatex, .ris, .cslJSON, .cff, .graphml: return [[.chinese], [.english]]
        case .html where export.subject == .case: return [[.chinese], [.english]]
        case .gbt7714, .apa, .dot, .html: return both
        }
    }

    @Test(arguments: [
        ("2018-01-25", "2018", "2018/01/25/", #"{"date-parts": [[2018, 1, 25]]}"#),
        ("0960", "0960", "0960///", #"{"date-parts": [[960]]}"#),
        ("-0255", nil, "///256 BCE", #"{"date-parts": [[-256]]}"#),
        ("0000-03", nil, "///March 1 BCE", #"{"date-parts": [[-1, 3]]}"#),
        ("1200~", "1200", "1200///circa", #"{"date-parts": [[1200]], "circa": true}"#),
        ("1200-05%", "1200", "1200/05//circa, uncertain", #"{"date-parts": [[1200, 5]], "circa": true}"#),
        ("2025-22", "2025", "2025///summer", #"{"date-parts": [[2025]], "season": 2}"#),
        ("201X", nil, "///2010s", #"{"date-parts": [[2010], [2019]], "circa": true}"#),
        ("Y17000", nil, "///17000", #"{"date-parts": [[17000]]}"#),
    ])
    func `dates of every form, in RIS and CSL`(date: String, year: String?, day: String, csl: String) {
        var made = Case(manifest: Manifest(id: "made", title: Text("made")))
        made.sources = [Source(id: "src-x", title: Text("x"), form: .web)]
        made.sources[0].date = PartialDate(date)
        let graph = CaseGraph(made)
        let lines = RIS(language: .english).text(of: graph).split(separator: "\r\n").map(String.init)
        #expect(lines.filter { $0.hasPrefix("PY") } == [year].compactMap { $0.map { "PY  - " + $0 } })
        #expect(lines.filter { $0.hasPrefix("DA") } == ["DA  - " + day])
        let record = CSLJSON(language: .english).text(of: graph).filter { !$0.isWhitespace }
        #expect(record.contains("\"issued\":" + csl.filter { !$0.isWhitespace }), "\(record)")
    }

    @Test func `open ends leave as they are written`() {
        var made = Case(manifest: Manifest(id: "made", title: Text("made")))
        made.panes = ["one", "two", "three"].map { Pane(id: ID($0), title: Text($0)) }
        made.kinds = [Kind(id: "work", pane: "one", title: Text("w"), plural: Text("w"), role: .project)]
        made.items = Records(
            ["-0255~/..", "../0960", "2018/"].enumerated().map { number, period in
                var item = Item(id: ID("wrk-\(number)"), kind: "work", title: Text("w"))
                item.period = Period(period)
                return item
            })
        let graph = CaseGraph(made)
        let periods = made.items.map { $0.period?.json.line }
        #expect(
            periods == [
                #"{"start": "-0255~", "end": ".."}"#, #"{"start": "..", "end": "0960"}"#,
                #"{"start": "2018"}"#,
            ])
        #expect(JSONReport(graph).timeline.contains(#""end": "..""#))
    }

    @Test func `each subject has its formats`() {
        let tables: [ExportFormat] = [.csv, .tsv, .json, .markdown]
        #expect(ExportSubject.items.formats == tables)
        #expect(ExportSubject.evidence.formats == tables)
        #expect(ExportSubject.links.formats == tables)
        #expect(ExportSubject.metrics.formats == tables)
        #expect(ExportSubject.places.formats == tables)
        #expect(ExportSubject.actors.formats == tables)
        #expect(
            ExportSubject.sources.formats == tables + [.bibtex, .biblatex, .ris, .cslJSON, .gbt7714, .apa])
        #expect(ExportSubject.graph.formats == [.json, .graphml, .dot])
        #expect(ExportSubject.tour.formats == [.markdown, .html])
        #expect(ExportSubject.notebook.formats == tables)
        #expect(ExportSubject.case.formats == [.json, .yaml, .markdown, .cff, .html])
    }

    /// The Citation File Format knows licences by their ids, a list of which one may be chosen, or an address.
    @Test(arguments: [
        ("CC-BY-4.0", "license: CC-BY-4.0\n"), ("MIT OR Apache-2.0", "license: [MIT, Apache-2.0]\n"),
        ("https://example.org/terms", "license-url: https://example.org/terms\n"),
        ("CC-BY-4.0 AND MIT", "please cite it as below. Licence: CC-BY-4.0 AND MIT"),
        ("Tous droits réservés", "please cite it as below. Licence: Tous droits réservés"),
    ])
    func `a licence is told as the citation file can`(licence: String, told: String) {
        var made = Self.valley.case
        made.manifest.licence = licence
        let text = CitationFile(language: .english).text(of: CaseGraph(made))
        #expect(text.contains(told), "\(text)")
        #expect(text.contains("license") == told.hasPrefix("license"))
    }

    @Test func `the citation file tells the book of a chapter, its editors and its publisher`() {
        var made = Self.valley.case
        var chapter = Source(id: "src-chapter", title: Text(english: "Basins"), form: .chapter)
        chapter.authors = [.init(family: "Doe", given: "Jane")]
        chapter.editors = [.init(family: "Poe", given: "Bo")]
        chapter.container = .init(title: Text(english: "Rivers"))
        chapter.publisher = Text(english: "Press")
        made.sources = [chapter]
        made.manifest.cites = chapter.id
        let text = CitationFile(language: .english).text(of: CaseGraph(made))
        for line in [
            "collection-title: Rivers", "editors:", "family-names: Poe", "publisher: {name: Press}",
        ] { #expect(text.contains(line), "\(text)") }
        #expect(!text.contains("journal"))
    }

    @Test func `no field begins with a formula`() {
        var item = Item(id: "canal", kind: "practice", title: Text("x"))
        item.aka = ["=1+1"]
        for sign in ["=", "+", "-", "@", "＝", "＋", "－", "＠"] {
            var made = Self.valley.case
            item.note = Text(sign + "1+1")
            made.items = [item]
            let text = DelimitedText(.records(.items), delimiter: .comma).text(of: CaseGraph(made))
            #expect(text.contains(",'=1+1,") && text.contains(",'\(sign)1+1,"))
        }
    }

    /// A case in Spanish, Quechua and English.
    static let valley: CaseGraph = {
        let (es, qu) = (LanguageTag("es")!, LanguageTag("qu")!)
        var manifest = Manifest(
            id: "valley", title: Text([(es, "Valle"), (qu, "Wayqu"), (.english, "Valley")]))
        manifest.languages = [es, qu, .english]
        var whole = Case(manifest: manifest)
        whole.panes = ["left", "middle", "right"].map { Pane(id: ID($0), title: Text($0)) }
        whole.kinds = [
            Kind(id: "practice", pane: "right", title: Text("X"), plural: Text("X"), role: .project)
        ]
        var canal = Item(id: "canal", kind: "practice", title: Text([(es, "Acequia"), (qu, "Yarqa")]))
        canal.summary = Text("1532")
        whole.items = [canal]
        return CaseGraph(whole)
    }()

    @Test func `a spreadsheet has a column for each language of the case`() {
        let lines = DelimitedText(.records(.items), delimiter: .comma).text(of: Self.valley).split(
            separator: "\r\n")
        #expect(
            lines[0].hasPrefix(
                "id,kind,parent,title_es,title_qu,title_en,short_es,short_qu,short_en,aka,summary_es,summary_qu,"
            ))
        #expect(lines[1].hasPrefix("canal,practice,,Acequia,Yarqa,,,,,,1532,1532,1532,"))
    }

    @Test(arguments: [
        // Of one language, texts are as they are written.
        (["en"], ["Canal"], ["title"], [["Canal"]]),
        (["en"], ["en:Canal"], ["title_en"], [["Canal"]]),
        (["en"], ["Canal", "en:Weir"], ["title", "title_en"], [["Canal", ""], ["", "Weir"]]),
        // Of several, one that is the same in all fills all.
        (
            ["es", "en"], ["Canal", "es:Presa"], ["title_es", "title_en"],
            [["Canal", "Canal"], ["Presa", ""]]
        ),
        // A text in a language that the manifest does not list has a column as well.
        (["zh", "en"], ["qu:Yarqa"], ["title_zh", "title_en", "title_qu"], [["", "", "Yarqa"]]),
        // Where that would make two texts alike that are not, they are as they are written.
        (
            ["es", "en"], ["es:Canal|en:Canal", "X"], ["title", "title_es", "title_en"],
            [["", "Canal", "Canal"], ["X", "", ""]]
        ),
    ])
    func `a text has the columns that tell its wordings apart`(
        languages: [String], titles: [String], header: [String], cells: [[String]]
    ) {
        var made = Self.valley.case
        made.manifest.languages = languages.compactMap { LanguageTag($0) }
        made.items = Records(
            titles.enumerated().map { number, title in
                let wordings = title.split(separator: "|").map { $0.split(separator: ":").map(String.init) }
                let text =
                    wordings[0].count == 1
                    ? Text(title)
                    : Text(wordings.compactMap { word in LanguageTag(word[0]).map { ($0, word[1]) } })
                return Item(id: ID("itm-\(number)"), kind: "practice", title: text)
            })
        let lines = DelimitedText(.records(.items), delimiter: .comma).text(of: CaseGraph(made))
            .split(separator: "\r\n").map {
                $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            }
        let places = lines[0].indices.filter { lines[0][$0].hasPrefix("title") }
        #expect(places.map { lines[0][$0] } == header)
        #expect(lines.dropFirst().map { line in places.map { line[$0] } } == cells)
    }

    @Test func `records have a member for each language of the case`() throws {
        let report = JSONReport(Self.valley).list([0])
        #expect(report.contains(#""es": "Acequia""#))
        #expect(!report.contains(#""zh""#))
        let graph = NodeLinkJSON().text(of: Self.valley)
        #expect(graph.contains(#""qu": "Yarqa""#))
        #expect(
            GraphML(language: .english).text(of: Self.valley).contains(
                #"<data key="title_es">Acequia</data>"#))
        #expect(DOT(languages: [LanguageTag("qu")!]).text(of: Self.valley).contains(#"title_qu="Yarqa""#))
    }

    @Test func `the whole case keeps its languages and what reads the same in all`() {
        let text = CaseJSON().text(of: Self.valley)
        #expect(text.contains(#""summary": "1532""#))
        #expect(text.contains(#""languages": ["#))
        #expect(!text.contains("null"))
    }

    @Test func `the byte order mark comes first, and only when asked for`() {
        let marked = DelimitedText(.records(.items), delimiter: .comma, byteOrderMark: true)
        #expect(Array(marked.text(of: TroubleCase.graph).utf8.prefix(5)) == [0xEF, 0xBB, 0xBF, 0x69, 0x64])
    }

    /// The handout of the difficult case with some options.
    private func handout(
        _ markup: TourHandout.Markup, _ change: (inout HandoutOptions) -> Void = { _ in }
    ) -> String {
        var options = HandoutOptions()
        change(&options)
        return TourHandout(markup, languages: [.english], options: options).text(of: TroubleCase.graph)
    }

    @Test func `the speaker's notes are told only when asked for`() {
        #expect(!handout(.markdown).contains("slowly"))
        #expect(handout(.markdown) { $0.notes = true }.contains("> Say \\#1 slowly"))
        #expect(!handout(.html).contains("slowly"))
        #expect(handout(.html) { $0.notes = true }.contains("<blockquote>Say #1 slowly</blockquote>"))
    }

    @Test func `so are pictures, the way to join, and questions`() {
        #expect(!handout(.html).contains("<img") && !handout(.html).contains("Questions"))
        let told = handout(.html) { options in
            options.join = "ssh seminar@<host>"
            options.questions = ["Why & where?"]
            options.pictures = ["seminar": ["<svg id=\"a\">100% 渝</svg>", nil]]
        }
        #expect(told.contains("<code>ssh seminar@&lt;host&gt;</code>"))
        #expect(told.contains("<li>Why &amp; where?</li>"))
        #expect(told.contains("src=\"data:image/svg+xml,%3Csvg id=%22a%22%3E100%25 %E6%B8%9D%3C/svg%3E\""))
        #expect(told.components(separatedBy: "<img").count == 2)
        let plain = handout(.markdown) { $0.questions = ["Why *here*?"] }
        #expect(plain.contains("## Questions\n\n- Why \\*here\\*?\n"))
    }

    @Test(arguments: [
        ("10. ten", "10\\. ten"), ("1) one", "1\\) one"), ("- x", "\\- x"), ("+ x", "\\+ x"), ("-", "\\-"),
        ("---", "\\---"), ("# x", "\\# x"), ("> x", "\\> x"), ("* x", "\\* x"), ("a\n- b", "a - b"),
        ("3.5 km", "3.5 km"), ("-1", "-1"), ("2018.", "2018\\."),
        ("see https://example.org/a_b*c.", "see <https://example.org/a_b*c>."),
    ])
    func `no text turns into a list, a heading or a rule, and no address breaks`(
        text: String, markdown: String
    ) {
        #expect(Markdown.escaped(text) == markdown)
    }

    @Test func `the address of a source is a link as a whole, whatever characters it has`() throws {
        var content = TroubleCase.graph.case
        let address = "https://zh.wikipedia.org/wiki/乌江_(长江支流)。"
        content.sources[3].url = address
        content.sources[3].archived = "https://example.org/a（b）"
        let graph = CaseGraph(content)
        for subject in [ExportSubject.case, .sources] {
            let text = try #require(ExportFormat.markdown.writer(of: subject, options: ExportOptions()))
                .text(of: graph)
            #expect(text.contains("<\(address)>") && text.contains("<https://example.org/a（b）>"))
        }
        let page = try #require(ExportFormat.html.writer(of: .case, options: ExportOptions())).text(of: graph)
        #expect(page.contains("href=\"\(address)\"") && page.contains("href=\"https://example.org/a（b）\""))
        // In running text Chinese goes on without a blank.
        #expect(Markdown.escaped("见https://e.org/a及b") == "见<https://e.org/a>及b")
        #expect(Markdown.escaped("www.a_b.org") == "www\\.a\\_b.org")
    }

    @Test func `only the tours asked for are written`() {
        #expect(handout(.html) { $0.tours = ["seminar"] } == handout(.html))
        #expect(!handout(.html) { $0.tours = [] }.contains("<article"))
    }

    @Test func `a narrowed handout has the steps that lead there and the points with claims of it`() {
        var content = TroubleCase.graph.case
        content.tours[0].steps[0].points = [
            .init(Text("first"), evidence: 1), .init(Text("second"), evidence: 2), .init(Text("third")),
        ]
        content.tours[0].steps.insert(Tour.Step(headline: Text("Elsewhere")), at: 0)
        content.tours[0].steps[0].at = "arr-b"
        let graph = CaseGraph(content)
        func handout(_ positions: [Int], _ claims: [Claim]) -> String {
            var options = HandoutOptions()
            options.selection = CaseSelection(positions, claims, in: graph)
            return TourHandout(.markdown, languages: [.english], options: options).text(of: graph)
        }
        let part = handout([0], [Claim(.item(0), 0)])
        #expect(part.contains("## 2. Start") && part.contains("- first") && part.contains("- third"))
        #expect(!part.contains("Elsewhere") && !part.contains("second") && !part.contains("3. End"))
        // The planned duration is that of the whole.
        #expect(!part.contains("20 min") && handout(Array(0..<4), graph.claims).contains("Elsewhere"))
        #expect(handout([], []) == "")
    }

    @Test(arguments: [TourHandout.Markup.markdown, .html])
    func `a handout says of which case it is, and how to cite that`(markup: TourHandout.Markup) {
        let (top, end) = (handout(markup).prefix(3000), handout(markup).suffix(300))
        #expect(top.contains(markup == .html ? "The &quot;trouble&quot; case" : "The \"trouble\" case"))
        #expect(end.contains("How to cite this case") && end.contains("A. Writer") && end.contains("DS"))
    }

    @Test func `figures are told as they are rounded, with the place in the source`() throws {
        var content = TroubleCase.graph.case
        let project = try #require(content.items.indices.last)
        content.items[project].metrics[0].locator = Locator(paragraph: "2")
        let graph = CaseGraph(content)
        let page = CasePage(language: .english).text(of: graph)
        #expect(page.contains("<span lang=\"en\">over -3.50 km</span>"))
        #expect(page.contains("</a>, <span lang=\"zh-Hans\">第2段</span><span lang=\"en\">para. 2</span>]"))
        let document = CaseDocument(languages: [.english]).text(of: graph)
        #expect(document.contains("- length: over -3.50 km [`src-news`, para. 2]"))
    }

    @Test func `claims stand beside their points, once where points share one`() {
        var content = TroubleCase.graph.case
        content.tours[0].steps[0].points = [
            .init(Text("first"), evidence: 1), .init(Text("second"), evidence: 1), .init(Text("third")),
        ]
        let graph = CaseGraph(content)
        let text = TourHandout(.html, languages: [.english]).text(of: graph)
        let claim = graph.case.items[0].evidence[0].claim.localized(in: .english).markup
        #expect(text.components(separatedBy: "class=\"claim\">\(claim)").count == 2)
        #expect(text.contains("<li>first<p class=\"claim\">\(claim)"))
    }

    @Test func `a step at a source, a place or an actor names it`() throws {
        var content = TroubleCase.graph.case
        let ids = [
            content.sources.first?.id.text, content.places.first?.id.text, content.actors.first?.id.text,
        ]
        content.tours[0].steps = ids.compactMap(\.self).map { id in
            var step = Tour.Step(headline: Text("step"), view: .view(.reader))
            step.at = ID(id)
            return step
        }
        let text = TourHandout(.markdown, languages: [.english]).text(of: CaseGraph(content))
        #expect(content.tours[0].steps.count == 3)
        for id in ids.compactMap(\.self) { #expect(text.contains("(`\(id)`)")) }
    }

    @Test func `numbers of sources are abbreviated as ranges`() {
        #expect(Handout.brackets([]).isEmpty)
        #expect(Handout.brackets([4]) == "[4]")
        #expect(Handout.brackets([1, 2, 4, 5, 6, 9]) == "[1, 2, 4–6, 9]")
    }
}
