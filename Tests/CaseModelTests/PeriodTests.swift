import SeededRandom
import Testing

@testable import CaseModel

/// Intervals: open, unknown and known ends, in their notation and in time.
@Suite struct PeriodTests {
    private func period(_ text: String) throws -> Period { try #require(Period(text), "\(text)") }

    @Test(arguments: [
        "2018/2020", "2018/..", "../2018", "2018/", "/2018", "-0255~/0960?", "201X/2018-21",
        "2018-01-25/2018-01-26",
    ])
    func `intervals are read and written alike`(text: String) {
        #expect(Period(text)?.description == text)
    }

    @Test(arguments: [
        "", "/", "../..", "../", "/..", "2018", "2018//", "2018/2019/2020", "2018/soon", "2018 / 2019",
        "..2018",
    ])
    func `what has no date or is no interval is refused`(text: String) {
        #expect(Period(text) == nil)
    }

    @Test(arguments: 0..<50)
    func `any interval is the same after it was written, and its bounds after they were packed`(seed: UInt64)
    {
        var random = Seeded(seed: seed)
        func bound() -> Period.Bound {
            switch Int.random(in: 0..<4, using: &random) {
            case 0: .open
            case 1: .unknown
            case _: .on(RandomDate.make(&random))
            }
        }
        for _ in 0..<100 {
            let period = Period(beginning: bound(), ending: bound())
            #expect(Period(period.description) == (period.isDated ? period : nil))
            #expect(Period.Bound(packed: period.beginning.packed) == period.beginning)
            #expect(Period.Bound(packed: period.ending.packed) == period.ending)
        }
    }

    @Test func `an open end goes on, an unknown one is not taken to`() throws {
        #expect(try period("0256/..").years == 256...Int.max)
        #expect(try period("0256/").years == 256...256)
        #expect(try period("../-0255").years == Int.min ... -255)
        #expect(try period("/-0255").years == -255 ... -255)
        #expect(try period("201X/").years == 2010...2019)
        #expect(try period("2018/201X").years == 2018...2019)
        #expect(Period().years == nil)
    }

    @Test(arguments: [
        ("2018/2017", true), ("2018/2018", false), ("2018-05/2018", false), ("0001/-0001", true),
        ("-0255/-0256", true), ("-0256/-0255", false), ("1200~/1195", false), ("1200~/1100", true),
        ("2018/..", false),
    ])
    func `a period runs backwards only where its dates leave no doubt`(text: String, isBackwards: Bool) throws
    {
        #expect(try period(text).isBackwards == isBackwards)
    }

    /// A case of projects, each with its period as an interval and its status or a hyphen.
    private func graph(_ items: (period: String, status: String)...) throws -> CaseGraph {
        var made = Case(manifest: Manifest(id: "made", title: Text("made")))
        made.panes = ["one", "two", "three"].map { Pane(id: ID($0), title: Text($0)) }
        made.kinds = [Kind(id: "project", pane: "one", title: Text("k"), plural: Text("k"), role: .project)]
        made.statuses = Status.Stage.allCases.map { Status(id: ID($0.rawValue), title: Text("s"), stage: $0) }
        for (number, words) in items.enumerated() {
            var item = Item(id: ID("prj-\(number)"), kind: "project", title: Text("p"))
            item.period = try period(words.period)
            if words.status != "-" { item.status = DatedStatus(value: ID(words.status)) }
            made.items.append(item)
        }
        return CaseGraph(made)
    }

    @Test func `what lasts by its status went on to this day, what is not told did not`() throws {
        let graph = try graph(
            ("0256/", "-"), ("0256/", "done"), ("0256/", "in-force"), ("0256/..", "-"), ("0256/..", "done"),
            ("../0256", "-"), ("0256/1300", "in-force"))
        #expect(
            graph.case.items.indices.map { graph.years(of: $0) } == [
                256...256, 256...256, 256...Int.max, 256...Int.max, 256...Int.max, Int.min...256, 256...1300,
            ])
        #expect(graph.entry(of: 5)?.isOpenAtStart == true)
        #expect(graph.entry(of: 3)?.end == .lasting(asOf: nil))
        #expect(
            graph.case.items.indices.compactMap { graph.entry(of: $0)?.label.english } == [
                "256 – ?", "256 – ?", "256 –", "256 –", "256 –", "– 256", "256 – 1300",
            ])
    }

    @Test func `an answer without a beginning was never too early`() throws {
        let graph = try graph(
            ("2018/", "-"), ("../2010", "-"), ("/2010", "-"), ("2010~/", "-"), ("-0255/", "-"))
        #expect((1...4).map { graph.runsBackwards(from: 0, to: $0) } == [false, true, false, true])
        #expect((1...4).allSatisfy { !graph.runsBackwards(from: $0, to: 0) })
    }

    @Test func `an undated item is claimed of before what it answers only if the dates leave no doubt`()
        throws
    {
        /// An item of 2018-04 that an undated one of this role answers, of which something is claimed of these dates.
        func graph(_ dates: String..., role: Kind.Role = .project) -> CaseGraph {
            var made = Case(manifest: Manifest(id: "made", title: Text("made")))
            made.panes = ["one", "two", "three"].map { Pane(id: ID($0), title: Text($0)) }
            made.kinds = [Kind(id: "kind", pane: "one", title: Text("k"), plural: Text("k"), role: role)]
            made.relations = [
                Relation(id: "answers", title: Text("a"), inverse: Text("b"), flow: .backward)
            ]
            var asked = Item(id: "asked", kind: "kind", title: Text("asked"))
            asked.period = Period(start: PartialDate("2018-04"))
            let between = Item(id: "between", kind: "kind", title: Text("between"))
            var answer = Item(id: "answer", kind: "kind", title: Text("answer"))
            answer.evidence = Records(
                dates.map { date in
                    var evidence = Evidence(claim: Text("x"), source: "src-x", strength: .reported)
                    evidence.date = PartialDate(date)
                    return evidence
                })
            answer.links = Records(
                (["asked", "between"] as [ID<Item>]).map { Link(to: $0, relation: "answers") })
            made.items = [asked, between, answer]
            return CaseGraph(made)
        }
        for (dates, claimed, isEarlier) in [
            (["2020", "2017-10"], "2017-10", true), (["2018-04"], "2018-04", false),
            (["2018"], "2018", false),
            (["2018", "2018-03"], "2018-03", true), (["2017?"], "2017?", false),
        ] {
            let graph = dates.count == 2 ? graph(dates[0], dates[1]) : graph(dates[0])
            #expect(graph.claimedSince(2)?.description == claimed)
            #expect(graph.outgoing[2].map { graph.isClaimedBefore($0) } == [isEarlier, false], "\(dates)")
            let chain = Chain(items: [0, 2], steps: [.link(try #require(graph.outgoing[2].first))])
            #expect(graph.itemsClaimedBefore(in: chain) == [isEarlier ? 0 : nil], "\(dates)")
            #expect(graph.predatedItems(in: chain) == [nil] && !graph.signs(of: chain).contains("↶"))
        }
        // What has a date goes by that, and an element of a framework is not expected to have one.
        #expect(graph("2016").claimedSince(0) == nil && graph("2016", role: .element).claimedSince(2) == nil)
        #expect(graph().claimedSince(2) == nil && graph().isUndated(2))
    }

    @Test func `the years are those of a timeline, over a long one only those named`() throws {
        let near = try graph(("-0002/0001", "-"), ("0000/", "-"))
        #expect(near.values(of: .year).map(\.id) == ["-2", "-1", "0", "1"])
        #expect(near.values(of: .year).map { $0.title.english } == ["3 BCE", "2 BCE", "1 BCE", "1"])
        #expect(near.values(of: .year).map(\.items) == [[0], [0], [0, 1], [0]])
        let far = try graph(("Y-30000/", "-"), ("0960/..", "-"), ("201X/2018", "-"))
        #expect(far.values(of: .year).map(\.id) == ["-30000", "960", "2010", "2018", "2019"])
        #expect(far.values(of: .year).map(\.items) == [[0], [1], [1, 2], [1, 2], [1]])
    }
}
