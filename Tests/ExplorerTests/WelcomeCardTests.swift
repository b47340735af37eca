import BundledCase
import CaseModel
import GoldenSupport
import Screen
import Testing
import TextLayout

@testable import Explorer

/// The first sight of the program.
@Suite struct WelcomeCardTests {
    private let graph: CaseGraph

    init() throws { graph = CaseGraph(try BundledCase.open()) }

    /// The notebook that a session leaves.
    private func closed(_ rehearsal: Rehearsal) throws -> Notebook {
        var notebook = Notebook()
        let moment = try #require(Timestamp("2026-11-23T18:15:00+08:00"))
        for change in rehearsal.state.closingChanges { notebook.apply(change, at: moment) }
        return notebook
    }

    private func first(columns: Int = 80, rows: Int = 24, language: LanguageChoice = .chinese) -> Rehearsal {
        var rehearsal = Rehearsal(graph, columns: columns, rows: rows, language: language)
        rehearsal.keep()
        rehearsal.welcome()
        return rehearsal
    }

    @Test(arguments: [LanguageChoice.chinese, .english])
    func `the card on the panes has their questions, the signs, the pin and the tours`(
        language: LanguageChoice
    ) {
        let picture = first(language: language).picture
        for pane in graph.case.panes {
            #expect(picture.contains(pane.question.map(language.line) ?? "none"))
        }
        for grade in Grade.allCases {
            #expect(picture.contains("\(grade.sign) \(language.localized(Strings.name(of: grade)))"))
        }
        #expect(picture.contains("◆"))
        #expect(picture.contains("O \(language.localized(Strings.tours))"))
        #expect(picture.contains(language.line(graph.case.tours[0].title)))
    }

    @Test(arguments: [(60, 15), (40, 20)], [LanguageChoice.chinese, .english])
    func `a narrow card wraps the questions and cuts none`(size: (Int, Int), language: LanguageChoice) {
        let card = WelcomeCard(
            state: first(columns: size.0, rows: size.1, language: language).state,
            columns: Browse.Layout.textColumns(of: Size(columns: size.0, rows: size.1)))
        let text = card.lines.map { $0.left.map(\.text).joined() }.joined(separator: " ")
        for pane in graph.case.panes {
            let words = pane.question.map(language.line) ?? "none"
            #expect(text.filter { $0 != " " }.contains(words.filter { $0 != " " }))
        }
        for line in card.lines { #expect(line.left.reduce(0) { $0 + $1.text.columns } <= size.0 - 2) }
    }

    @Test func `it stays until a key closes it, and can be called again from the help`() {
        var rehearsal = first()
        let question = "为什么要协作"
        rehearsal.press(.down, .enter, .tab, .down)
        #expect(rehearsal.picture.contains(question))
        let pins = rehearsal.pins
        #expect(rehearsal.lastLine.contains("Esc 关闭卡片"))
        rehearsal.press(.escape)
        #expect(!rehearsal.picture.contains(question) && !rehearsal.lastLine.contains("关闭卡片"))
        #expect(rehearsal.pins == pins, "the key that closes the card does nothing else")
        rehearsal.press("?")
        #expect(rehearsal.picture.contains("欢迎卡") || rehearsal.picture.contains("记号"))
        rehearsal.type("欢迎")
        rehearsal.press(.enter)
        #expect(rehearsal.picture.contains(question))
    }

    @Test(arguments: [(40, 20), (60, 20), (80, 24), (200, 60)], [LanguageChoice.chinese, .english])
    func `it says at any size which key closes it`(size: (Int, Int), language: LanguageChoice) {
        let picture = first(columns: size.0, rows: size.1, language: language).picture
        // The last line may have other things to say.
        let card = picture.split(separator: "\n").dropLast().joined(separator: "\n")
        #expect(card.contains("Esc " + language.localized(Strings.closeCard)), "\(card)")
    }

    @Test func `a pane on the whole screen has no card, nor a key for one`() {
        var rehearsal = first()
        let question = "为什么要协作"
        rehearsal.press("z")
        #expect(!rehearsal.state.browse.showsCard && !rehearsal.lastLine.contains("关闭卡片"))
        rehearsal.press("W")
        #expect(rehearsal.picture.contains(question), "it takes the place that it needs")
        #expect(rehearsal.lastLine.contains("关闭卡片"))
    }

    @Test func `a remark about the locale does not take its place`() {
        var rehearsal = first()
        rehearsal.remark(nil, aside: Text("the locale"))
        #expect(rehearsal.picture.contains("为什么要协作"))
    }

    @Test func `without a notebook, or with one that is not empty, there is no card`() throws {
        var rehearsal = Rehearsal(graph)
        rehearsal.welcome()
        #expect(!rehearsal.state.browse.showsCard, "nobody knows whether one has been here")
        var kept = Notebook()
        kept.apply(
            .queries(searches: ["铁路"], filters: []), at: try #require(Timestamp("2026-11-23T18:15:00+08:00")))
        rehearsal.keep(kept)
        rehearsal.welcome()
        #expect(!rehearsal.state.browse.showsCard)
        #expect(rehearsal.state.aside == nil, "there is no place to return to")
    }

    @Test func `whoever was here before is told the way back, and sees no card`() {
        var notebook = Notebook()
        notebook.lastPlace = "v=2&view=overview"
        var rehearsal = Rehearsal(graph)
        rehearsal.keep(notebook)
        rehearsal.welcome()
        #expect(!rehearsal.picture.contains("为什么要协作"))
        #expect(rehearsal.lastLine.contains("' 回到上次离开处"))
    }

    @Test(arguments: [ViewName.browse, .reader, .trace, .overview, .chart(.timeline)])
    func `whoever begins at an item sees that first, and the card at the next start`(
        view: ViewName
    ) throws {
        let railway = try #require(graph.position(of: "prj-chongqing-guiyang-railway"))
        let question = "为什么要协作"
        var rehearsal = Rehearsal(graph)
        rehearsal.keep()
        rehearsal.begin(at: .item(railway), in: view)
        rehearsal.welcome(atItem: true)
        rehearsal.press("1")
        #expect(!rehearsal.picture.contains(question) && rehearsal.state.aside == nil)
        let unseen = try closed(rehearsal)
        #expect(unseen.lastPlace != nil)
        rehearsal.press("W")
        #expect(try closed(rehearsal).lastPlace.map(Viewpoint.hasCard) == false)

        var next = Rehearsal(graph)
        next.keep(unseen)
        next.welcome()
        #expect(next.picture.contains(question) && next.lastLine.contains("' 回到上次离开处"))
        next.press(.down)
        var last = Rehearsal(graph)
        last.keep(try closed(next))
        last.welcome()
        #expect(!last.picture.contains(question) && last.lastLine.contains("' 回到上次离开处"))
    }

    @Test func `a remark on the terminal comes before the way back, and each is read until the next key`() {
        var notebook = Notebook()
        notebook.lastPlace = "v=2&view=overview"
        var rehearsal = Rehearsal(graph)
        rehearsal.keep(notebook)
        rehearsal.remark(nil, aside: Text(chinese: "没有这种终端", english: "no such terminal"))
        rehearsal.welcome()
        #expect(rehearsal.lastLine.contains("没有这种终端"))
        rehearsal.press(.down)
        #expect(rehearsal.lastLine.contains("' 回到上次离开处"))
        rehearsal.press(.down)
        #expect(rehearsal.state.aside == nil)
    }

    @Test func `a tour is chosen, begun and ended in the explorer`() {
        var rehearsal = Rehearsal(graph)
        rehearsal.press(.down, .down)
        let selected = rehearsal.selected
        rehearsal.press("O")
        for tour in graph.case.tours {
            #expect(rehearsal.picture.contains(LanguageChoice.chinese.line(tour.title)))
        }
        rehearsal.press(.enter)
        #expect(rehearsal.state.mode == .presenting)
        #expect(rehearsal.state.talk?.tour == 0)
        rehearsal.press("q")
        #expect(rehearsal.effects.isEmpty, "the program goes on")
        #expect(rehearsal.state.talk == nil)
        #expect(rehearsal.selected == selected)
    }

    @Test(arguments: [(80, 24), (200, 60), (40, 20)], LanguageChoice.allCases)
    func `pictures`(size: (Int, Int), language: LanguageChoice) throws {
        var rehearsal = Rehearsal(columns: size.0, rows: size.1, language: language)
        rehearsal.keep()
        rehearsal.welcome()
        try expect(
            rehearsal.picture, matchesFile: "welcome-\(size.0)x\(size.1)-\(language)", in: "Pictures")
    }

    /// The views other than the panes need an item or open by themselves.
    @Test(arguments: [(40, 12), (80, 24)], [LanguageChoice.chinese, .english])
    func `help and the way out are hinted at in every view`(size: (Int, Int), language: LanguageChoice) throws
    {
        for name in ViewName.allCases {
            var rehearsal = Rehearsal(graph, columns: size.0, rows: size.1, language: language)
            rehearsal.show(try #require(graph.position(of: "prj-chongqing-guiyang-railway")))
            if let key = KeyTable.row(of: .view(name), in: .view(.browse))?.keys.first, name != .browse {
                rehearsal.press(key)
            }
            #expect(rehearsal.state.mode == .view(name))
            #expect(rehearsal.lastLine.contains("? "), "\(name): \(rehearsal.lastLine)")
            #expect(rehearsal.lastLine.contains("q "), "\(name): \(rehearsal.lastLine)")
        }
    }
}
