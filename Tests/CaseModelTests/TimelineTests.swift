import Testing

@testable import CaseModel

/// Day numbers, and the timeline of a case, compared with counting by hand.
@Suite struct TimelineTests {
    @Test func `every day of two and a half thousand years has the next number`() {
        var expected = 1
        for year in 1...2500 {
            let isLeap = year % 4 == 0 && year % 100 != 0 || year % 400 == 0
            let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            #expect(
                PartialDate(year: year)?.days == expected...expected + lengths.reduce(0, +) - 1, "\(year)")
            for (month, length) in lengths.enumerated() {
                #expect(
                    PartialDate(year: year, month: month + 1)?.days == expected...expected + length - 1,
                    "\(year)-\(month + 1)")
                for day in 1...length {
                    let date = PartialDate(year: year, month: month + 1, day: day)
                    guard date?.days == expected...expected, PartialDate.year(of: expected) == year else {
                        Issue.record("\(year)-\(month + 1)-\(day) is not day \(expected) of year \(year)")
                        return
                    }
                    expected += 1
                }
            }
        }
        // Known independently: the Unix epoch, and the last possible day.
        #expect(PartialDate("1970-01-01")?.days == 719_163...719_163)
        #expect(PartialDate("9999-12")?.days.upperBound == 3_652_059)
    }

    @Test func `the years before the first are counted backwards`() {
        #expect(PartialDate.day(year: 0, month: 12, day: 31) == 0)
        #expect(PartialDate.day(year: 0, month: 1, day: 1) == -365)
        #expect(PartialDate.year(of: 0) == 0)
        #expect(PartialDate.year(of: -365) == 0)
        #expect(PartialDate.year(of: -366) == -1)
    }

    /// A case of items written as `name kind start end status as-of`, with a hyphen for a missing value.
    private func timeline(_ lines: String...) -> Timeline {
        var made = Case(manifest: Manifest(id: "made", title: Text("made")))
        made.panes = ["one", "two", "three"].map { Pane(id: ID($0), title: Text($0)) }
        made.kinds = Kind.Role.allCases.map {
            Kind(id: ID($0.rawValue), pane: "one", title: Text("k"), plural: Text("k"), role: $0)
        }
        made.statuses = Status.Stage.allCases.map {
            Status(id: ID($0.rawValue), title: Text("s"), stage: $0)
        }
        made.items = Records(
            lines.map { line in
                let words = line.split(separator: " ").map(String.init)
                var item = Item(id: ID(words[0]), kind: ID(words[1]), title: Text(words[0]))
                let period = Period(start: PartialDate(words[2]), end: PartialDate(words[3]))
                item.period = period == Period() ? nil : period
                if words[4] != "-" {
                    item.status = DatedStatus(value: ID(words[4]), asOf: PartialDate(words[5]))
                }
                return item
            })
        return CaseGraph(made).timeline
    }

    @Test func `the earliest comes first, an imprecise date from its first day on`() {
        let timeline = timeline(
            "a project 2018-03 - - -", "b driver 2018 - - -", "c project 2018-01-01 - - -",
            "d arrangement 2017 2019 - -", "e project - 2017-12-31 - -", "f project 2018 2018 - -")
        #expect(timeline.entries.map(\.position) == [3, 4, 2, 1, 5, 0])
        #expect(timeline.range == day("2017-01-01")...day("2019-12-31"))
    }

    @Test func `an open end is ongoing if the status says so, and otherwise unknown`() throws {
        let timeline = timeline(
            "a project 2018 - in-force 2022-01", "b project 2019 - under-way -", "c project 2020 - done 2021",
            "d project 2021 - stopped -", "e driver 2022 - - -", "f project 2023 2024-05 in-force 2025")
        #expect(
            timeline.entries.map(\.end) == [
                .lasting(asOf: PartialDate("2022-01")), .lasting(asOf: nil), .unknown, .unknown, .unknown,
                .on(try #require(PartialDate("2024-05"))),
            ])
        #expect(timeline.entries[0].days == day("2018-01-01")...day("2022-01-01"))
        #expect(timeline.entries[5].days == day("2023-01-01")...day("2025-01-01"))
    }

    @Test func `a status date before the beginning does not extend the item`() {
        let timeline = timeline("a project 2027 - planned 2024")
        #expect(timeline.range == day("2027-01-01")...day("2027-12-31"))
    }

    @Test func `no undated item is dropped, and kinds without dates are not undated`() {
        let timeline = timeline(
            "a project - - planned 2024", "b element - - - -", "c element 2019 - - -", "d driver - - - -",
            "e mode - - - -", "f field - - - -", "g arrangement - - - -")
        #expect(timeline.entries.map(\.position) == [2])
        #expect(timeline.undated == [0, 3, 6])
        #expect(self.timeline().range == nil)
        #expect(self.timeline("a project - - - -").range == nil)
    }

    private func day(_ text: String) -> Int { PartialDate(text)?.days.lowerBound ?? 0 }
}
