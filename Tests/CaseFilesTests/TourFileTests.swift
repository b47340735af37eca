import CaseFiles
import CaseModel
import Foundation
import SeededRandom
import Testing

/// Files of tours: written, edited, and read into a case.
@Suite struct TourFileTests {
    private func small() throws -> Case {
        try #require(try CaseReader.read(path: SmallCaseTests.folder).caseFile)
    }

    /// Reads a text into the small case.
    private func read(_ text: String) throws -> LoadOutcome {
        try Marked.inFolder { folder in
            let file = folder.appending(path: "walk.yaml")
            try Data(text.utf8).write(to: file)
            return try TourFile.read(path: file.path(), into: small())
        }
    }

    private func expect(_ severity: Diagnostic.Severity, _ marked: String, _ messages: [String]) throws {
        let outcome = try read(marked.filter { $0 != "«" })
        let places = marked.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap {
            row, line in
            line.enumerated().filter { $0.element == "«" }.enumerated().map {
                "walk.yaml:\(row + 1):\($0.element.offset + 1 - $0.offset)"
            }
        }
        #expect(outcome.diagnostics.map(\.english) == messages)
        #expect(
            outcome.diagnostics.map { "\(URL(filePath: $0.file).lastPathComponent):\($0.line):\($0.column)" }
                == places)
        #expect(outcome.diagnostics.allSatisfy { $0.severity == severity })
        #expect((outcome.caseFile == nil) == (severity == .error))
    }

    @Test func `any tour is equal after writing and reading`() throws {
        let small = try small()
        let items = small.items.map(\.id)
        // Each thing that a step may be at, with the number of its claims.
        let stops =
            small.items.map { ($0.id.text, $0.evidence.count) } + small.sources.map { ($0.id.text, 0) }
            + small.places.map { ($0.id.text, $0.evidence.count) }
            + small.actors.map { ($0.id.text, $0.evidence.count) }
        let rows = CaseGraph(small).values(of: CaseGraph(small).standardAxes.rows).map(\.id)
        var random = Seeded(seed: 41)
        func any(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }
        let alphabet = Array("渝黔 a:b#c-d'e\"f\\g{h}[i],&j*k!l|m>n%o@p`q?r~\ntu🙂é国发〔2022〕2号 null true 1")
        func text(_ lines: Bool) -> Text {
            func words() -> String {
                let letters = (0..<1 + any(40)).map { _ in alphabet[any(alphabet.count)] }
                let words = String(letters.filter { lines || !$0.isNewline })
                return "x" + words.split(separator: " ").joined(separator: " ") + "x"
            }
            switch any(4) {
            case 0: return Text(chinese: words(), english: words())
            case 3: return Text(["es", "zh-Hant"].compactMap { LanguageTag($0) }.map { ($0, words()) })
            case 1: return Text(chinese: words(), english: nil)
            case _: return Text(chinese: nil, english: words())
            }
        }
        for _ in 0..<200 {
            var tour = Tour(id: "walk", title: text(false))
            if any(2) == 0 { tour.minutes = Double(any(300)) / 10 }
            for _ in 0..<1 + any(4) {
                let views = Tour.View.allCases
                var step = Tour.Step(headline: text(false), view: views[any(views.count)])
                var claims = 0
                if any(3) > 0 {
                    let stop = stops[any(stops.count)]
                    (step.at, claims) = (ID(stop.0), stop.1)
                }
                if claims > 0, any(2) == 0 { step.evidence = 1 + any(claims) }
                if step.view == .view(.trace), any(2) == 0 { step.from = items[any(items.count)] }
                step.pins = (0..<any(3)).map { _ in items[any(items.count)] }
                if any(3) == 0 { step.filter = "kind:project \"a b\" -x # y: z" }
                if step.view == .view(.matrix), any(2) == 0 {
                    step.cell = Tour.Step.Cell(row: rows[any(rows.count)], column: any(2) == 0 ? "none" : nil)
                }
                if any(3) == 0 { step.order = "listed" }
                if any(3) == 0 { step.viewpoint = "v=2&view=map&at=plc-upper&centre=12,-3" }
                step.points = (0..<any(4)).map { _ in
                    Tour.Step.Point(text(true), evidence: claims > 0 && any(2) == 0 ? 1 + any(claims) : nil)
                }
                if any(2) == 0 { step.notes = text(true) }
                if any(2) == 0 { step.minutes = Double(any(100)) / 10 }
                tour.steps.append(step)
            }
            let outcome = try read(TourFile.text(of: tour, remarks: ["渝黔", "# two"]))
            #expect(outcome.diagnostics == [])
            #expect(outcome.caseFile?.tours.first == tour)
        }
    }

    @Test func `a file's tours come before the case's, in place of those of the same ids`() throws {
        let known = try small().tours
        let own = try #require(known.first)
        let text = """
            tours:
              - {id: new, title: N, steps: [{headline: one}]}
              - {id: \(own.id.text), title: M, steps: [{headline: two}]}
            """
        let tours = try #require(try read(text).caseFile?.tours)
        #expect(tours.map(\.id) == ["new", own.id] + known.dropFirst().map(\.id))
        #expect(tours[1].title == Text("M"))
    }

    @Test func `in a case's folder the file is one of its tours`() throws {
        var tour = Tour(id: "walk", title: Text(chinese: "走", english: "Walk"))
        tour.steps = [Tour.Step(headline: Text(chinese: "看", english: "Look"), view: .view(.network))]
        tour.steps[0].at = "drv-base"
        let files = ["base.yaml": Marked.base, "walk.yaml": TourFile.text(of: tour, remarks: [])]
        let outcome = try Marked(files).load()
        #expect(outcome.diagnostics == [])
        #expect(outcome.caseFile?.tours == [tour])
    }

    @Test func `errors are reported at their places`() throws {
        try expect(
            .error, "tours:\n  - id: walk\n    title: W\n    steps: [{«wiev: trace, headline: h}]\n",
            ["the step has no key 'wiev'; delete it or correct its name"])
        try expect(
            .error, "tours:\n  - id: walk\n    title: W\n    steps: [{view: «film, headline: h}]\n",
            [
                "'view' cannot be 'film'; choose one of browse, reader, trace, matrix, timeline, map, sources, "
                    + "title, network, overview, claims"
            ])
        try expect(
            .error, "«items: []\n", ["a file of tours has no key 'items'; delete it or correct its name"])
    }

    @Test func `a step at an item that the case does not have loses it, with a warning`() throws {
        try expect(
            .warning, "tours:\n  - id: walk\n    title: W\n    steps: [{at: «prj-water-work, headline: h}]\n",
            ["the step no longer fits: 'prj-water-work' is not an item, source, place or actor of this case"])
        let text = "tours: [{id: walk, title: W, steps: [{at: prj-water-work, headline: h}]}]"
        let outcome = try read(text)
        #expect(outcome.caseFile?.tours.first?.steps.first?.at == nil)
        #expect(outcome.diagnostics.first?.englishNotes == ["did you mean 'prj-water-works'?"])
    }

    @Test(arguments: ["my-walk", "My Walk 2", "讲解-3", "…", ""])
    func `a file's name becomes an id where it can`(name: String) {
        let ids: [String: ID<Tour>] = ["my-walk": "my-walk", "My Walk 2": "my-walk-2", "讲解-3": "3"]
        #expect(TourFile.id(from: name) == ids[name])
    }
}
