import BundledCase
import CaseModel
import Screen
import Testing

@testable import Explorer

/// Recording a session as a tour.
@Suite struct RecordingTests {
    private static func bundled() throws -> CaseGraph { CaseGraph(try BundledCase.open()) }

    /// The steps that the last key ordered to be written.
    private func recorded(_ rehearsal: Rehearsal) -> [Tour.Step]? {
        guard case .record(let steps)? = rehearsal.effects.last else { return nil }
        return steps
    }

    @Test func `each viewpoint becomes a step with its view, its item and drafted points`() throws {
        let graph = try Self.bundled()
        var rehearsal = Rehearsal(graph)
        let railway = try #require(graph.position(of: "prj-chongqing-guiyang-railway"))
        rehearsal.show(railway)
        for key: Key in ["1", "r", "t", "5", "a"] {
            if key != "1" { rehearsal.press(key) }
            rehearsal.press("R")
        }
        let steps = try #require(recorded(rehearsal))
        #expect(steps.map(\.view) == [.browse, .reader, .trace, .timeline, .overview].map(Tour.View.view))
        #expect(steps.prefix(4).allSatisfy { $0.at == "prj-chongqing-guiyang-railway" })
        #expect(steps[4].at == nil)
        #expect(steps[0].headline == graph.item(railway).title)
        #expect(steps[0].points.map(\.text) == graph.item(railway).evidence.prefix(3).map(\.claim))
        #expect(steps[4].headline == graph.case.manifest.title)
        #expect(steps.allSatisfy { $0.notes == nil })
        #expect(rehearsal.picture.contains("已录 5"))
    }

    @Test func `recording twice at one viewpoint takes the step back`() throws {
        var rehearsal = Rehearsal(try Self.bundled())
        rehearsal.press("R", .down, "R", "R")
        #expect(recorded(rehearsal)?.count == 1)
        rehearsal.press(.up, "R")
        #expect(recorded(rehearsal)?.isEmpty == true)
        #expect(!rehearsal.picture.contains("已录"))
    }

    @Test func `presented as a tour, the steps show what was on the screen`() throws {
        var content = try BundledCase.open()
        var walk = Rehearsal(CaseGraph(content))
        let keys: [[Key]] = [
            [], [.down, .down], ["r"], ["t"], ["4", .down], ["5", .right], ["6", .down], ["7", .down, .down],
            ["8", .down], ["a"], ["3", .down],
        ]
        var viewpoints: [Viewpoint] = []
        for keys in keys {
            walk.press(keys)
            walk.press("R")
            viewpoints.append(walk.state.viewpoint)
        }
        var tour = Tour(id: "walk", title: Text("walk"))
        tour.steps = try #require(recorded(walk))
        #expect(tour.steps.count == keys.count)
        content.tours = [tour]
        var talk = Rehearsal(CaseGraph(content))
        talk.present(tour: 0)
        for (number, viewpoint) in viewpoints.enumerated() {
            talk.goTo(step: number)
            #expect(talk.state.viewpoint.subject.map(Self.name) == viewpoint.subject.map(Self.name))
            if let at = tour.steps[number].at { #expect(talk.selected?.text == at.text, "step \(number)") }
        }
    }

    private static func name(_ subject: Subject) -> String {
        switch subject {
        case .entity(let entity): "\(entity)"
        case .trace(let position, _, _): "trace \(position)"
        case .about: "about"
        case .chart(let chart): chart.name.rawValue
        }
    }

    @Test func `on a tour's path its own step is recorded, with its notes`() throws {
        let graph = try Self.bundled()
        var rehearsal = Rehearsal(graph)
        rehearsal.present(tour: 0)
        rehearsal.press(" ", "R")
        #expect(recorded(rehearsal) == [graph.case.tours[0].steps[0]])
        rehearsal.press("e", "3", "R", "e")
        #expect(recorded(rehearsal)?.count == 2)
    }

    @Test func `a page that no step can show is refused with a notice`() throws {
        var rehearsal = Rehearsal(try Self.bundled())
        for subject: Subject in [.place(3), .actor(2), .source(7)] {
            rehearsal.read(subject)
            rehearsal.press("R")
            #expect(rehearsal.state.notice == Strings.cannotBeStep)
        }
        #expect(rehearsal.effects.isEmpty)
    }

    @Test(
        arguments: [
            [.tab, .enter, .down], ["t", ">"], ["4", .down, .down, .right], ["6", .tab], ["7", .tab, "x"],
            ["8", .down], ["5", "+", "+"],
        ] as [[Key]])
    func `a step that shows less than the screen says so`(keys: [Key]) throws {
        let graph = try Self.bundled()
        var rehearsal = Rehearsal(graph)
        rehearsal.show(try #require(graph.position(of: "prj-chongqing-guiyang-railway")))
        if keys[0] == .tab { rehearsal.press("1") }
        rehearsal.press(keys)
        rehearsal.press("R")
        #expect(rehearsal.state.notice == Strings.recordedInPart)
        let step = try #require(recorded(rehearsal)?.last)
        if case .chart(let chart)? = rehearsal.state.reader?.subject, step.at == nil {
            #expect(step.headline == chart.title && step.points.isEmpty)
        }
    }

    @Test(arguments: ["1", "r", "t", "5", "a", "4"] as [Key])
    func `a step that shows the whole screen needs no notice`(key: Key) throws {
        let graph = try Self.bundled()
        var rehearsal = Rehearsal(graph)
        rehearsal.show(try #require(graph.position(of: "prj-chongqing-guiyang-railway")))
        rehearsal.press(key == "1" ? "3" : key, "R")
        #expect(recorded(rehearsal)?.count == 1)
        #expect(rehearsal.state.notice == nil)
    }

    @Test func `every viewpoint can be recorded, at any size`() throws {
        let graph = try Self.bundled()
        for (columns, rows) in [(0, 0), (1, 1), (40, 10), (200, 60)] {
            var rehearsal = Rehearsal(graph, columns: columns, rows: rows)
            for key: Key in ["1", "2", "3", "r", "t", "4", "5", "6", "7", "8", "9"] {
                // Enter may open a list, in which letters are typed.
                rehearsal.press(key, "R", .enter, "R", .escape, "3")
            }
            #expect((recorded(rehearsal)?.count ?? 0) > 5)
        }
    }

    @Test func `where recording is not allowed a notice says so`() throws {
        var rehearsal = Rehearsal(try Self.bundled())
        rehearsal.mayRecord = false
        rehearsal.press("R")
        #expect(rehearsal.effects.isEmpty)
        #expect(rehearsal.picture.contains("此处不能录制"))
    }
}
