import CaseModel
import Screen
import Testing
import TextLayout

@testable import Explorer

/// The explorer goes on when the case's files are read again.
@Suite struct RereadingTests {
    private func changed(_ change: (inout Case) -> Void) -> CaseGraph {
        var content = SmallCase.make()
        change(&content)
        return CaseGraph(content)
    }

    private static let mistakes = Rereading.Mistakes(
        count: 3, first: Text(chinese: "case.yaml:12:3 不是编号", english: "case.yaml:12:3 is not an id"),
        report: [
            .chinese: ["头一处", "第二处", "第三处"].map { SourceNote($0) },
            .english: ["one thing", "another", "a third"].map { SourceNote($0) },
        ])

    /// A reader who has pinned, filtered, and scrolled in an item's page.
    private func reading(_ position: ID<Item> = "prj-rail", rows: Int = 12) throws -> Rehearsal {
        var rehearsal = Rehearsal(columns: 80, rows: rows, language: .english)
        rehearsal.press(.enter, "f")
        rehearsal.type("kind:project")
        rehearsal.press(.enter)
        rehearsal.show(try #require(SmallCase.graph.position(of: position)))
        return rehearsal
    }

    @Test func `place, pins, filter, page and scroll stay, though every position is another`() throws {
        var rehearsal = try reading()
        rehearsal.press("r", .tab, .down, .down, .down)
        let (before, place) = (rehearsal.picture, rehearsal.state.encodedPosition)
        let filter = try #require(rehearsal.state.viewpoint.filter)
        let pins = rehearsal.pins
        #expect(!pins.isEmpty && rehearsal.state.reader?.top ?? 0 > 0)
        rehearsal.reread(
            .sound(
                changed { content in
                    content.items.insert(
                        Item(id: "drv-new", kind: "driver", title: Text(english: "A new one")), at: 0)
                    content.items.swapAt(1, 2)
                }))
        #expect(rehearsal.lastLine.contains("the case was read again"))
        #expect(!rehearsal.lastLine.contains(";"), "nothing is gone")
        #expect(rehearsal.state.graph.case.items[0].id == "drv-new")
        #expect(rehearsal.state.encodedPosition == place)
        #expect(rehearsal.state.viewpoint.filter == filter)
        #expect(rehearsal.pins == pins)
        rehearsal.press(.control("l"))
        #expect(rehearsal.picture == before)
    }

    @Test func `the history leads back through the new case`() throws {
        var rehearsal = Rehearsal(language: .english)
        rehearsal.press("3", "r", "4")
        let item = try #require(rehearsal.selected)
        rehearsal.reread(
            .sound(
                changed {
                    $0.items.insert(Item(id: "drv-new", kind: "driver", title: Text(english: "New")), at: 0)
                }))
        #expect(rehearsal.state.mode == .view(.chart(.matrix)))
        rehearsal.press("[")
        #expect(rehearsal.state.mode == .view(.reader))
        #expect(rehearsal.state.itemHere.map { rehearsal.state.graph.item($0).id } == item)
    }

    @Test func `what is gone is told, and its neighbour is selected`() throws {
        var rehearsal = Rehearsal(language: .english)
        rehearsal.show(try #require(SmallCase.graph.position(of: "prj-river")))
        rehearsal.press("r")
        rehearsal.reread(.sound(changed { $0.items.removeAll { $0.id == "prj-river" } }))
        #expect(rehearsal.lastLine.contains("it no longer has prj-river"))
        #expect(rehearsal.state.mode == .view(.browse))
        #expect(["fld-water", "prj-lone"].contains(rehearsal.selected))
    }

    @Test func `a pin that is gone is taken off and told`() throws {
        var rehearsal = Rehearsal(language: .english)
        rehearsal.press(.enter)
        let pin = try #require(rehearsal.pins.first)
        rehearsal.reread(
            .sound(
                changed { content in
                    content.items.removeAll { $0.id == pin }
                    for item in content.items.indices { content.items[item].links.removeAll { $0.to == pin } }
                }))
        #expect(rehearsal.pins.isEmpty)
        #expect(rehearsal.lastLine.contains("no longer has \(pin)"))
    }

    @Test func `a filter that no longer fits is taken off and told`() throws {
        var rehearsal = Rehearsal(language: .english)
        rehearsal.press("f")
        rehearsal.type("place:plc-qijiang")
        rehearsal.press(.enter)
        let query = try #require(rehearsal.state.viewpoint.filter)
        rehearsal.reread(
            .sound(
                changed { content in
                    content.places = []
                    for item in content.items.indices { content.items[item].places = [] }
                }))
        #expect(rehearsal.state.viewpoint.filter == nil, "\(query)")
        #expect(rehearsal.lastLine.contains("the filter no longer fits"))
    }

    @Test func `mistakes leave the case as it is, with a badge until it is sound again`() throws {
        var rehearsal = try reading()
        let place = rehearsal.state.encodedPosition
        rehearsal.reread(.unsound(Self.mistakes))
        #expect(rehearsal.lastLine.contains("3 errors, E lists them: case.yaml:12:3 is not an id"))
        #expect(rehearsal.state.encodedPosition == place)
        rehearsal.press(.up, .down)
        #expect(!rehearsal.lastLine.contains("3 errors"))
        #expect(rehearsal.picture.contains(" errors 3 E "))
        rehearsal.press("E")
        #expect(rehearsal.state.mode == .pager)
        #expect(rehearsal.picture.hasPrefix("one thing\nanother\na third"))
        // A page of mistakes that is open shows those of the next reading.
        let fewer = Rereading.Mistakes(
            count: 1, first: Text(chinese: "还有", english: "left"),
            report: [.chinese: [SourceNote("只剩一处")], .english: [SourceNote("only one")]])
        rehearsal.reread(.unsound(fewer))
        #expect(rehearsal.picture.hasPrefix("only one\n"))
        rehearsal.press("x", .function(2))
        #expect(rehearsal.picture.contains(" 错误 1 E "))
        rehearsal.press("E")
        #expect(rehearsal.picture.hasPrefix("只剩一处"))
        rehearsal.reread(.sound(SmallCase.graph))
        #expect(rehearsal.state.mode != .pager)
        #expect(!rehearsal.picture.contains("错误"))
        rehearsal.press("E")
        #expect(rehearsal.lastLine.contains("没有错误"))
    }

    @Test func `a caret stands under its place in any width`() throws {
        let line =
            "    title: {zh: 渝黔合作先行示范区建设总体方案, en: Overall Plan for the Zone, es: Plan} # a comment at the end"
        let place = try #require(line.firstIndex(of: "O"))
        let column = line.distance(from: line.startIndex, to: place) + 1
        let note = SourceNote(
            "case.yaml:12:\(column): error: m", source: line, line: 12, column: column,
            hints: ["did you mean 'Overall Planning'? (case.yaml:4:5)"])
        var rehearsal = Rehearsal(columns: 60, rows: 12, language: .english)
        rehearsal.reread(
            .unsound(
                Rereading.Mistakes(count: 1, first: Text("m"), report: [.english: [note], .chinese: [note]])))
        rehearsal.press("E")
        for columns in [60, 40, 100, 30] {
            rehearsal.resize(columns: columns, rows: 12)
            let lines = rehearsal.picture.split(separator: "\n", omittingEmptySubsequences: false).map(
                String.init)
            let caret = try #require(lines.firstIndex { $0.contains("| ") && $0.contains("^") }, "\(lines)")
            let above = lines[caret - 1]
            let under = String(lines[caret].prefix { $0 != "^" }).columns
            let mark = try #require(above.firstIndex(of: "O"))
            #expect(String(above[..<mark]).columns == under, "\(columns): \(lines)")
            #expect(above.columns <= columns && above.hasPrefix("12 | "))
        }
    }

    @Test func `warnings of a sound reading are counted, and the key lists them`() {
        var rehearsal = Rehearsal(language: .english)
        let warnings = Rereading.Mistakes(
            count: 2, first: Text("x"), report: [.english: [SourceNote("nothing cites it")], .chinese: []])
        rehearsal.reread(.sound(SmallCase.graph, warnings: warnings))
        #expect(rehearsal.lastLine.contains("the case was read again; 2 warnings, E lists them"))
        #expect(!rehearsal.picture.contains("errors"))
        rehearsal.press("E")
        #expect(rehearsal.picture.hasPrefix("nothing cites it\n"))
        rehearsal.press("x")
        rehearsal.reread(.sound(SmallCase.graph))
        rehearsal.press("E")
        #expect(rehearsal.lastLine.contains("no error and no warning"))
    }

    @Test func `the key orders another reading only where there are files to read`() {
        var rehearsal = Rehearsal(language: .english)
        rehearsal.press(.control("r"))
        #expect(rehearsal.effects.isEmpty)
        #expect(rehearsal.lastLine.contains("cannot be read again here"))
        rehearsal.mayReread = true
        rehearsal.press(.control("r"))
        #expect(rehearsal.effects == [.reread])
    }

    @Test func `a list or a note that is being typed is not closed`() {
        var rehearsal = Rehearsal(language: .english)
        rehearsal.keep()
        #expect(rehearsal.state.canGoOnInAnotherCase)
        for key: Key in ["/", "f", "i", "b"] {
            var open = rehearsal
            open.press(key)
            #expect(!open.state.canGoOnInAnotherCase, "\(key.label)")
        }
    }

    @Test func `a tour goes on at its step, and shows the step as it is now`() throws {
        func tour(_ steps: [ID<Item>]) -> CaseGraph {
            changed { content in
                var walk = Tour(id: "walk", title: Text(english: "A walk"))
                walk.steps = steps.map { id in
                    var step = Tour.Step(headline: Text(english: "On \(id)"))
                    step.at = ID(id.text)
                    return step
                }
                content.tours = [walk]
            }
        }
        var rehearsal = Rehearsal(tour(["drv-law", "con-need", "prj-rail"]), language: .english)
        rehearsal.present(tour: 0)
        rehearsal.goTo(step: 2)
        rehearsal.reread(.sound(tour(["drv-law", "org-plan"])))
        #expect(rehearsal.state.talk?.step == 1)
        #expect(rehearsal.picture.contains("On org-plan"))
        #expect(rehearsal.selected == "org-plan")
        rehearsal.reread(.sound(SmallCase.graph))
        #expect(rehearsal.state.talk == nil)
        #expect(rehearsal.lastLine.contains("no longer has walk"))
    }
}
