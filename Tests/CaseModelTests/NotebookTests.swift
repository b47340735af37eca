import CaseModel
import SeededRandom
import Testing

/// The contents of a notebook, and the merging of changes of several sessions.
@Suite struct NotebookTests {
    private func moment(_ second: Int) throws -> Timestamp {
        try #require(PartialDate("2026-11-23").flatMap { Timestamp(date: $0, second: second, offset: 480) })
    }

    @Test func `a change made twice has no further effect`() throws {
        let changes: [NotebookChange] = [
            .mark(.item("prj-rail"), true), .note(.source("src-a"), "渝", replacing: nil),
            .bookmark(place: "view=map", title: "图", entity: nil), .lastPlace("view=browse"),
            .queries(searches: ["a", "b"], filters: ["kind:x"]), .mark(.item("prj-rail"), false),
        ]
        for change in changes {
            var once = Notebook()
            once.apply(.mark(.item("prj-rail"), true), at: try moment(0))
            once.apply(change, at: try moment(1))
            var twice = once
            twice.apply(change, at: try moment(2))
            #expect(once == twice, "\(change)")
        }
    }

    @Test func `the same id of different kinds names different entities`() throws {
        var notebook = Notebook()
        for kind in EntityRef.Kind.allCases {
            let entity = EntityRef(kind, id: "same")
            #expect(entity.kind == kind && entity.id == "same")
            notebook.apply(.mark(entity, true), at: try moment(1))
        }
        #expect(notebook.marks.count == 4)
    }

    @Test func `a note that another session has changed is not overwritten`() throws {
        let rail = EntityRef.item("prj-rail")
        var notebook = Notebook()
        notebook.apply(.note(rail, "first", replacing: nil), at: try moment(1))
        // Two sessions have both seen "first".
        notebook.apply(.note(rail, "mine", replacing: "first"), at: try moment(2))
        notebook.apply(.note(rail, "yours", replacing: "first"), at: try moment(3))
        #expect(notebook.notes[rail]?.text == "yours\nmine")
        notebook.apply(.note(rail, "yours", replacing: "first"), at: try moment(3))
        notebook.apply(.note(rail, nil, replacing: "first"), at: try moment(4))
        #expect(notebook.notes[rail]?.text == "yours\nmine", "nobody removes what they have not seen")
        notebook.apply(.note(rail, nil, replacing: "yours\nmine"), at: try moment(5))
        #expect(notebook.notes[rail] == nil)
        notebook.apply(.note(rail, "again", replacing: "yours\nmine"), at: try moment(6))
        #expect(notebook.notes[rail]?.text == "again", "what was removed meanwhile is still written")
    }

    @Test func `additions of two sessions to a note are all kept, each once`() throws {
        let rail = EntityRef.item("prj-rail")
        var notebook = Notebook()
        notebook.apply(.note(rail, "first", replacing: nil), at: try moment(1))
        notebook.apply(.note(rail, "first, and mine", replacing: "first"), at: try moment(2))
        notebook.apply(.note(rail, "first\nyours", replacing: "first"), at: try moment(3))
        #expect(notebook.notes[rail]?.text == "first, and mine\nyours")
        notebook.apply(.note(rail, "FIRST", replacing: "first"), at: try moment(4))
        #expect(notebook.notes[rail]?.text == "FIRST\n, and mine\nyours")
    }

    @Test func `queries of two sessions are merged, each once, up to a limit`() throws {
        var notebook = Notebook()
        notebook.apply(.queries(searches: ["a", "b"], filters: []), at: try moment(1))
        notebook.apply(.queries(searches: ["c", "b"], filters: ["f"]), at: try moment(2))
        #expect(notebook.searches == ["c", "b", "a"])
        #expect(notebook.filters == ["f"])
        notebook.apply(.queries(searches: (0..<80).map(String.init), filters: []), at: try moment(3))
        #expect(notebook.searches.count == Notebook.queries)
    }

    /// Sessions that each know the state they last saw, and whose changes arrive in any order.
    @Test(arguments: 0..<20) func `interleaved changes lose nothing`(seed: UInt64) throws {
        var random = Seeded(seed: seed)
        var notebook = Notebook()
        var seen = [Notebook](repeating: Notebook(), count: 3)
        var words: Set<String> = []
        for step in 0..<200 {
            let session = Int.random(in: 0..<3, using: &random)
            // Each session has entities of its own, and all three write on some.
            let own = EntityRef(.item, id: "item-\(session)-\(Int.random(in: 0..<20, using: &random))")
            let shared = EntityRef(.item, id: "shared-\(Int.random(in: 0..<3, using: &random))")
            let change: NotebookChange
            switch Int.random(in: 0..<4, using: &random) {
            case 0: change = .mark(own, true)
            case 1: change = .bookmark(place: "view=\(session)-\(step)", title: "\(step)", entity: own)
            case 2: change = .note(own, "\(step)", replacing: seen[session].notes[own]?.text)
            case _:
                let before = seen[session].notes[shared]?.text
                words.insert("w\(step)")
                change = .note(
                    shared, [before, "w\(step)"].compactMap(\.self).joined(separator: "\n"), replacing: before
                )
            }
            notebook.apply(change, at: try moment(step))
            switch change {
            case .mark(let entity, _): #expect(notebook.marks[entity] != nil)
            case .note(own, let text?, _): #expect(notebook.notes[own]?.text == text)
            case .bookmark(let place, _, _): #expect(notebook.bookmarks[place] != nil)
            case .note, .lastPlace, .queries: break
            }
            // A session sees the others' changes only after a change of its own.
            seen[session] = notebook
            for other in seen { #expect(Set(other.marks.keys).isSubset(of: notebook.marks.keys)) }
        }
        let written = notebook.notes.filter { $0.key.id.hasPrefix("shared") }.values
            .flatMap { $0.text.split(separator: "\n").map(String.init) }
        #expect(words.isSubset(of: written), "every word that anybody wrote is there")
    }
}

/// Timestamps as text.
@Suite struct TimestampTests {
    @Test(arguments: [
        "2026-11-23T18:15:00+08:00", "2024-02-29T00:00:00Z", "1999-12-31T23:59:60Z",
        "0001-01-01T12:30:05-11:30",
    ])
    func `written timestamps are read again`(text: String) throws {
        #expect(try #require(Timestamp(text)).description == text)
    }

    @Test func `clocks in different time zones are compared by instants`() throws {
        let early = try #require(Timestamp("2026-11-23T18:15:00+08:00"))
        let late = try #require(Timestamp("2026-11-23T10:15:01Z"))
        #expect(early < late)
        #expect(early.date.description == "2026-11-23")
    }

    @Test(arguments: [
        "", "2026", "2026-11-23", "2026-11-23T18:15:00", "2026-11-23 18:15:00Z", "2026-02-30T18:15:00Z",
        "2026-11-23T24:15:00Z", "2026-11-23T18:60:00Z", "2026-11-23T18:15:61Z", "2026-11-23T18:15:00+24:00",
        "2026-11-23T18:15:00 08:00", "2026-11-23T18:15:00+08-00", "２026-11-23T18:15:00Z", "2026-11-23T1八:5Z",
    ])
    func `anything else is refused`(text: String) {
        #expect(Timestamp(text) == nil)
    }
}
