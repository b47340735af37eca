import CaseModel
import CaseSearch
import Testing

/// Conditions on claims, compared with separate counts over the case.
@Suite struct ClaimFilterTests {
    private static let bundled = bundledIndex

    private func filter(_ query: String, notebook: Notebook = Notebook()) throws -> Filter {
        try Filter.parse(query, in: Self.bundled.get(), notebook: notebook)
    }

    private func ids(_ query: String) throws -> [String] {
        let graph = try Self.bundled.get().graph
        return try filter(query).positions.map { graph.item($0).id.text }
    }

    /// The years in which an item went on: without an end, only where its status says that it lasts.
    private static func years(of item: Item, in whole: Case) -> ClosedRange<Int>? {
        guard let period = item.period, let start = period.start?.year ?? period.end?.year else { return nil }
        let stage = item.status.flatMap { status in whole.statuses.first { $0.id == status.value }?.stage }
        let goesOn = stage.map { $0 != .done && $0 != .stopped } ?? false
        if stage == .inForce, let end = period.end, let asOf = item.status?.asOf, end.isSurelyBefore(asOf) {
            return start...9999
        }
        return start...max(start, period.end?.year ?? (goesOn ? 9999 : start))
    }

    /// Every claim of an item on the Wujiang, or that itself names it, of some strength, of 2018 to 2022: counted
    /// without the filter.
    private func recount(_ strength: ID<Strength>) throws -> (
        claims: [(item: Int, number: Int)], undated: Int
    ) {
        let whole = try Self.bundled.get().graph.case
        var (claims, undated): ([(item: Int, number: Int)], Int) = ([], 0)
        for (position, item) in whole.items.enumerated() {
            let names = [item.title.chinese, item.short?.chinese].compactMap(\.self) + item.aka
            for (number, claim) in item.evidence.enumerated() {
                let texts = names + [claim.claim.chinese, claim.quote].compactMap(\.self)
                guard texts.contains(where: { $0.contains("乌江") }),
                    claim.strength == strength
                else { continue }
                if let years = claim.date.map({ $0.year...$0.year }) ?? Self.years(of: item, in: whole) {
                    if years.overlaps(2018...2022) { claims.append((position, number)) }
                } else {
                    undated += 1
                }
            }
        }
        return (claims, undated)
    }

    @Test(arguments: [(ID<Strength>("primary"), "一手"), ("reported", "报道")])
    func `all on the Wujiang of 2018 to 2022 by one kind of document is what a recount finds`(
        strength: ID<Strength>, called: String
    ) throws {
        let graph = try Self.bundled.get().graph
        let wanted = try recount(strength)
        // There may be no primary document on it, but there are reports.
        #expect(strength == "primary" || wanted.claims.count > 10)
        for query in ["乌江 year:2018..2022 strength:\(strength.text)", "乌江 年份:2018..2022 强度:\(called)"] {
            let filter = try filter(query)
            let found = filter.claims(in: graph)
            let ofItems = found.included.filter { if case .item = $0.entity { true } else { false } }
            #expect(ofItems == wanted.claims.map { Claim(.item($0.item), $0.number) })
            #expect(filter.positions == Set(wanted.claims.map(\.item)).sorted())
            #expect(found.undated >= wanted.undated)
        }
    }

    @Test func `conditions on claims hold for one claim`() throws {
        let graph = try Self.bundled.get().graph
        for item in graph.case.items {
            for source in item.citedSources.prefix(3) {
                let query = "source:\(source) strength:reported"
                let hasOne = item.evidence.contains { $0.source == source && $0.strength == .reported }
                #expect(try ids(query).contains(item.id.text) == hasOne, "\(item.id), \(query)")
            }
        }
    }

    @Test func `a word with a condition on claims is about that claim`() throws {
        let graph = try Self.bundled.get().graph
        let found = Set(try ids("乌江 strength:analytic"))
        #expect(found.isSubset(of: Set(try ids("乌江")).intersection(try ids("strength:analytic"))))
        // Mentioned anywhere, as before, without a condition on claims.
        #expect(
            try ids("乌江 strength:primary").count
                < Set(try ids("乌江")).intersection(try ids("strength:primary")).count)
        for id in found {
            let item = graph.item(try #require(graph.position(of: ID(id))))
            let isNamed =
                item.title.chinese?.contains("乌江") == true || item.aka.contains { $0.contains("乌江") }
            #expect(
                item.evidence.contains { claim in
                    claim.strength == .analytic
                        && (isNamed || claim.claim.chinese?.contains("乌江") == true
                            || claim.quote?.contains("乌江") == true)
                }, "\(id)")
        }
    }

    @Test func `items without a date can be asked for, and are counted where years leave them out`() throws {
        let whole = try Self.bundled.get().graph.case
        let without = whole.items.filter { $0.period == nil }
        for query in ["year:none", "year:无", "年份:不详"] { #expect(try ids(query) == without.map(\.id.text)) }
        // What is claimed of a year dates an item as well.
        let undated = without.filter { $0.evidence.allSatisfy { $0.date == nil } }
        #expect(!undated.isEmpty && undated.count < without.count)
        #expect(try filter("year:1900..2100").undated == undated.count)
        let claimed = without.filter { item in item.evidence.contains { $0.date?.year == 2018 } }
        #expect(
            try filter("kind:project year:2018").undated
                == without.count { $0.kind == "project" } - claimed.count { $0.kind == "project" })
        #expect(try filter("year:none").undated == 0)
        #expect(try filter("kind:project").undated == 0)
        let told = try filter("year:1900..2100").remarks(in: Self.bundled.get().graph)
        #expect(told.map(\.chinese) == ["另有 \(undated.count) 项日期不详，都在 year:none 之中"])
    }

    /// A condition more never lets more through, whatever the others are about.
    @Test func `each further condition narrows`() throws {
        let graph = try Self.bundled.get().graph
        let conditions = [
            "year:2018..2022", "year:2019", "year:none", "kind:driver", "kind:project", "乌江", "place:qijiang",
            "strength:reported", "strength:primary", "standing:classified", "source:src-paper-2026",
        ]
        for first in conditions {
            let alone = try filter(first)
            for second in conditions {
                let both = try filter("\(first) \(second)")
                #expect(Set(both.positions).isSubset(of: alone.positions), "\(first) \(second)")
                #expect(
                    Set(both.claims(in: graph).included).isSubset(of: alone.claims(in: graph).included),
                    "\(first) \(second)")
            }
        }
    }

    @Test func `what operates after the works is let through in later years`() throws {
        #expect(try ids("place:qijiang year:2020").contains("prj-chongqing-guiyang-railway"))
        #expect(try ids("place:qijiang year:2012").contains("prj-chongqing-guiyang-railway") == false)
    }

    @Test func `links and figures are let through by themselves where something is asked of them`() throws {
        let graph = try Self.bundled.get().graph
        let links = graph.case.items.flatMap(\.links)
        for standing in Link.Standing.allCases {
            let found = try filter("standing:\(standing.rawValue)").selection(in: graph)
            #expect(found.links.count == links.count { $0.standing == standing })
            #expect(
                graph.overview(of: found).links
                    == [standing: found.links.count].merging(
                        Link.Standing.allCases.map { ($0, 0) }
                    ) { counted, _ in counted })
        }
        let paper = try filter("source:src-paper-2026").selection(in: graph)
        #expect(paper.metrics.isEmpty)
        #expect(paper.links.count == links.count { $0.source == "src-paper-2026" })
    }

    @Test func `the links of what is let through are those that its items state or that lead to them`() throws
    {
        let graph = try Self.bundled.get().graph
        let items = graph.case.items
        for query in ["field:fld-ecology", "kind:project", "乌江", "-kind:project"] {
            let selection = try filter(query).selection(in: graph)
            let touching = items.flatMap { item in
                item.links.filter { link in !selection.items.isDisjoint(with: [item.id, link.to]) }
            }
            #expect(!touching.isEmpty, "\(query)")
            #expect(selection.links.count == touching.count, "\(query)")
            #expect(graph.overview(of: selection).linkTotal == touching.count, "\(query)")
            #expect(
                selection.metrics.count
                    == items.filter { selection.items.contains($0.id) }.map(\.metrics.count).reduce(0, +),
                "\(query)")
            // The standings divide them.
            let parts = try Link.Standing.allCases.map { standing in
                try filter("\(query) standing:\(standing.rawValue)").selection(in: graph).links
            }
            #expect(query == "乌江" || parts.map(\.count).reduce(0, +) == touching.count, "\(query)")
        }
    }

    /// A hyphen asks of each statement, too, and never lets more of them through.
    @Test func `each further condition narrows links, figures and claims`() throws {
        let graph = try Self.bundled.get().graph
        let conditions = [
            "year:2018..2022", "field:fld-ecology", "乌江", "-乌江", "strength:reported", "-strength:reported",
            "standing:sourced", "-standing:sourced", "standing:interpretation", "source:src-paper-2026",
        ]
        for first in [""] + conditions {
            let alone = try filter(first).selection(in: graph)
            for second in conditions {
                let both = try filter("\(first) \(second)").selection(in: graph)
                #expect(both.links.isSubset(of: alone.links), "\(first) \(second)")
                #expect(both.metrics.isSubset(of: alone.metrics), "\(first) \(second)")
                #expect(Set(both.claims).isSubset(of: alone.claims), "\(first) \(second)")
                let (more, fewer) = (graph.overview(of: alone), graph.overview(of: both))
                #expect(
                    Link.Standing.allCases.allSatisfy { fewer.links[$0] ?? 0 <= more.links[$0] ?? 0 },
                    "\(first) \(second)")
            }
        }
    }

    @Test func `a value that no item has is told with the facet's name in each language`() throws {
        let error = try #require(throws: FilterError.self) { try filter("place:nowhere") }
        #expect(error.sentence.chinese?.hasPrefix("本案例没有地点为“nowhere”的条目") == true)
        #expect(error.sentence.english?.hasPrefix("the case has no place 'nowhere'") == true)
    }

    @Test func `remarks on claims count claims`() throws {
        let graph = try Self.bundled.get().graph
        let dated = try filter("year:2020")
        let undated = dated.claims(in: graph).undated
        #expect(undated > dated.undated)
        #expect(
            dated.remarksOnClaims(in: graph).map(\.english)
                == ["\(undated) more claims are undated (year:none)"])
        let emptied = try filter("乌江 strength:reported standing:interpretation")
        let before = try filter("乌江 strength:reported").claims(in: graph).included.count
        #expect(
            emptied.remarksOnClaims(in: graph).first?.english
                == "no claim matches: 'standing:interpretation' took away the last \(before)")
    }

    @Test(arguments: [
        ("乌江 year:1900..1901 strength:primary", "year:1900..1901"), ("xyzzy kind:project", "xyzzy"),
        ("kind:project xyzzy", "xyzzy"), ("kind:project -kind:project", "-kind:project"),
    ])
    func `a filter that includes nothing says which word took the last item`(query: String, word: String)
        throws
    {
        let graph = try Self.bundled.get().graph
        let filter = try filter(query)
        let emptying = try #require(filter.emptying(in: graph))
        #expect(emptying.word == word)
        let words = query.split(separator: " ").map(String.init)
        let before = words.prefix { $0 != word }.joined(separator: " ")
        #expect(emptying.before == (try ids(before).count))
        #expect(filter.remarks(in: graph).first?.english?.contains("'\(word)' took away the last") == true)
        #expect(try self.filter(before).emptying(in: graph) == nil)
    }

    @Test func `what the reader has marked or noted can be asked for`() throws {
        let day = try #require(PartialDate("2026-11-23"))
        let moment = try #require(Timestamp(date: day, second: 0))
        var notebook = Notebook()
        notebook.marks = [.item("prj-zaodu-reservoir"): moment, .source("src-paper-2026"): moment]
        notebook.notes = [.item("prj-chongqing-guiyang-railway"): Notebook.Note(text: "why?", moment: moment)]
        let graph = try Self.bundled.get().graph
        for (queries, id) in [
            (["is:marked", "is:mark", "是:已标记", "是:标记", "is:marked kind:project"], "prj-zaodu-reservoir"),
            (["is:noted", "is:n", "是:有笔记", "是:笔记"], "prj-chongqing-guiyang-railway"),
        ] {
            for query in queries {
                let found = try filter(query, notebook: notebook).positions.map { graph.item($0).id.text }
                #expect(found == [id], "\(query)")
                #expect(Filter.asksForNotebook(query), "\(query)")
            }
        }
        #expect(try filter("is:marked").count == 0)
        #expect(!Filter.asksForNotebook("marked kind:project"))
        #expect(throws: FilterError.self) { try filter("is:green") }
        #expect(throws: FilterError.self) { try filter("is:") }
    }

    @Test func `facets are called by their names in both languages`() throws {
        for (chinese, english) in [
            ("年份:2018", "year:2018"), ("强度:一手", "strength:primary"), ("证据强度:报道", "strength:reported"),
            ("地点:綦江", "place:綦江"), ("类型:project", "kind:project"), ("状态:operating", "status:operating"),
            ("依据:有来源", "standing:sourced"), ("来源:src-paper-2026", "source:src-paper-2026"),
        ] {
            #expect(try ids(chinese) == ids(english), "\(chinese)")
            #expect(try !ids(chinese).isEmpty, "\(chinese)")
        }
    }

    @Test func `an item has the standing of anything that it states`() throws {
        let whole = try Self.bundled.get().graph.case
        let read = whole.items.filter { item in
            item.links.contains { $0.source == nil } || item.metrics.contains { $0.source == nil }
                || item.status.map { $0.source == nil } ?? false
        }
        #expect(try ids("standing:interpretation") == read.map(\.id.text))
    }

    @Test(arguments: [
        "乌江 strength:", "乌江 year:2018..2022 strength:", "乌江 -strength:", "乌江 place:", "乌江 kind:",
    ])
    func `counts are those within the query`(query: String) throws {
        let index = try Self.bundled.get()
        var completer = FilterCompleter(index.graph)
        let completion = completer.completion(of: query, at: query.count, in: index)
        #expect(!completion.candidates.isEmpty)
        for candidate in completion.candidates {
            #expect(candidate.items == (try filter(completion.taking(candidate).query).count), "\(candidate)")
        }
        let counts = completion.candidates.compactMap(\.items)
        #expect(counts.drop { $0 > 0 }.allSatisfy { $0 == 0 }, "values that leave nothing come last")
    }

    @Test func `without an index, and with a mistake elsewhere, the whole case is counted`() throws {
        let index = try Self.bundled.get()
        var completer = FilterCompleter(index.graph)
        let alone = completer.completion(of: "strength:", at: 9).candidates
        let query = "plce:x strength:"
        #expect(completer.completion(of: query, at: query.count, in: index).candidates == alone)
    }
}
