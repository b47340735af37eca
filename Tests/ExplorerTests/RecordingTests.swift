import BundledCase
import enum CaseFiles.TourFile
import CaseModel
import Foundation
import Screen
import SeededRandom
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
            let step = tour.steps[number]
            if let at = step.at, talk.state.graph.position(at: step) != nil {
                #expect(talk.selected?.text == at.text, "step \(number)")
            }
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

    @Test func `a place, an actor and a source are recorded where they are read`() throws {
        let graph = try Self.bundled()
        var rehearsal = Rehearsal(graph)
        for subject: Subject in [.place(3), .actor(2), .source(7)] {
            rehearsal.read(subject)
            rehearsal.press("R")
        }
        let steps = try #require(recorded(rehearsal))
        #expect(
            steps.map(\.at?.text) == [
                graph.case.places[3].id.text, graph.case.actors[2].id.text, graph.case.sources[7].id.text,
            ])
        #expect(steps.allSatisfy { $0.view == .view(.reader) && $0.viewpoint == nil })
    }

    @Test func `what a step has words for is recorded in words`() throws {
        let graph = try Self.bundled()
        let railway = try #require(graph.position(of: "prj-chongqing-guiyang-railway"))
        func step(_ keys: [Key]) throws -> Tour.Step {
            var rehearsal = Rehearsal(graph)
            rehearsal.show(railway)
            rehearsal.press(keys)
            rehearsal.press("R")
            return try #require(recorded(rehearsal)?.last)
        }
        let reading = try step(["r", .tab, .tab])
        #expect(reading.evidence == 2)
        let traced = try step(["t", ">", ">"])
        // No key of a step says which of the chains from the drivers is open.
        #expect(traced.from == nil)
        #expect(traced.viewpoint != nil)
        let matrix = try step(["4", .home, .down])
        #expect(matrix.viewpoint == nil)
        let sources = try step(["8", "o"])
        #expect(sources.order == "date")
        #expect(
            sources.at.flatMap { graph.entity(named: $0.text) }.map { graph.reference(to: $0).kind }
                == .source)
        let place = try step(["6", .tab, .tab])
        #expect(
            place.at.flatMap { graph.entity(named: $0.text) }.map { graph.reference(to: $0).kind } == .place)
    }

    /// Whatever is on the screen when a step is recorded is on the screen when the tour's file is walked.
    @Test(arguments: ViewName.allCases, 0..<4 as Range<UInt64>)
    func `a recorded walk shows the same frames again`(view: ViewName, seed: UInt64) throws {
        let content = try BundledCase.open()
        let graph = CaseGraph(content)
        var random = Seeded(seed: seed &* 104_729 &+ 5)
        let (columns, rows) = [(80, 24), (120, 40), (60, 20), (40, 12)][Int(seed)]
        var walk = Rehearsal(
            graph, columns: columns, rows: rows, language: seed % 2 == 0 ? .chinese : .english)
        if seed % 2 == 1 {
            walk.press("f")
            walk.type("kind:project")
            walk.press(.enter)
        }
        if seed > 1 { walk.press("1", .down, .enter) }
        walk.press(KeyTable.row(of: .view(view), in: .view(.browse))?.keys.first ?? "3")
        var frames: [Grid] = []
        var count = 0
        for _ in 0..<10 {
            let keys = KeyTable.rows(in: walk.state.mode).filter { row in
                switch row.command {
                case .move, .chart, .reading: true
                case .pane(let command): view == .browse && command != .first
                case .back, .travel, .enter, .close, .view, .find, .note, .talk, .program, .list, .editor,
                    .pager:
                    false
                }
            }.flatMap(\.keys)
            walk.press(try #require(keys.randomElement(using: &random)))
            if case .list = walk.state.mode { walk.press(.escape) }
            frames.append(Self.frame(of: walk.state))
            walk.press("R")
            // The same place twice would take the step back.
            let steps = try #require(recorded(walk))
            if steps.count < count || steps.count == count {
                walk.press("R")
                frames.removeLast()
            }
            count = try #require(recorded(walk)).count
        }
        var tour = Tour(id: "walk", title: Text("walk"))
        tour.steps = try #require(recorded(walk))
        try #require(tour.steps.count == frames.count)
        let file = FileManager.default.temporaryDirectory.appending(path: "walk-\(UUID().uuidString).yaml")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(TourFile.text(of: tour, remarks: []).utf8).write(to: file)
        let outcome = try TourFile.read(path: file.path(), into: content)
        #expect(outcome.diagnostics.isEmpty)
        // The overview lists the tours, so that the case is the one that was walked through.
        let steps = try #require(outcome.caseFile?.tours[0].steps)
        for (number, step) in steps.enumerated() {
            var replay = State(graph, language: walk.state.language, size: walk.state.size)
            replay.stand(at: step)
            let picture = Self.frame(of: replay)
            #expect(picture == frames[number], "\(step)\n\(frames[number])\n\(picture)")
        }
    }

    /// The open view without notices and without the badge of a recording.
    private static func frame(of state: State) -> Grid {
        var state = state
        (state.notice, state.aside, state.recorded) = (nil, nil, [])
        var grid = Grid(size: state.size)
        state.drawPlace(on: &grid)
        return grid
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
        rehearsal.isForGuest = true
        rehearsal.press("R")
        #expect(rehearsal.effects.isEmpty)
        #expect(rehearsal.picture.contains("此处不能录制"))
    }
}
