import CaseModel
import Screen
import SeededRandom
import Testing

@testable import Explorer

/// The columns of dates on a scale, and the shapes of bars.
@Suite struct TimelineBarTests {
    private func day(_ text: String) throws -> Int { try #require(PartialDate(text)).days.lowerBound }

    /// The bar of an item on a scale that gives 2017, 2018 and 2019 four columns each.
    private func bar(_ start: String?, _ end: Timeline.Entry.Ending) throws -> String {
        let first = try day("2017")
        let scale = TimelineScale(first...first + 3649, columns: 40)
        let bar = TimelineBar(
            Timeline.Entry(position: 0, start: start.flatMap { PartialDate($0) }, end: end), on: scale)
        return bar.runs.map { String(repeating: $0.glyph, count: $0.columns.count) }.joined()
    }

    private func on(_ text: String) throws -> Timeline.Entry.Ending {
        .on(try #require(PartialDate(text)))
    }

    @Test func `each shape stands for one state of knowledge`() throws {
        #expect(try bar("2018-04-12", on("2018-04-12")) == "●")
        #expect(try bar("2018-04-12", on("2018-04-13")) == "●")
        #expect(try bar("2018-01-01", on("2018-12-31")) == "┣━━┫")
        #expect(try bar("2018", on("2018")) == "░░░░")
        #expect(try bar("2018", on("2018-05")) == "░░░░")
        #expect(try bar("2017", on("2019")) == "░░░░━━━━░░░░")
        #expect(try bar("2018-01-01", .lasting(asOf: PartialDate("2018-12-02"))) == "┣━━━┄→")
        #expect(try bar("2018-01-01", .lasting(asOf: PartialDate("2017"))) == "●┄→")
        #expect(try bar("2018-01-01", .lasting(asOf: nil)) == "●┄→")
        #expect(try bar("2018-04", .unknown) == "░░┄?")
        #expect(try bar("2018-01-01", .unknown) == "●┄?")
        #expect(try bar(nil, on("2018-06-01")) == "?┄┫")
        #expect(try bar(nil, on("2019")) == "?┄░░░░")
    }

    @Test func `a year that fits into one column is no day`() throws {
        let first = try day("2017")
        let scale = TimelineScale(first...first + 36_499, columns: 40)
        func bar(_ start: String, _ end: Timeline.Entry.Ending) -> String {
            let entry = Timeline.Entry(position: 0, start: PartialDate(start), end: end)
            return String(TimelineBar(entry, on: scale).runs.map(\.glyph))
        }
        #expect(bar("2018", .unknown) == "░┄?")
        #expect(bar("2018", .lasting(asOf: nil)) == "░┄→")
        #expect(try bar("2018", on("2018")) == "░")
        #expect(try bar("2018-04-12", on("2018-04")) == "░")
        #expect(bar("2018-04-12", .unknown) == "●┄?")
        #expect(try bar("2018-04-12", on("2018-04-20")) == "●")
    }

    @Test func `doubt is marked at the end that it is about, and no beginning points on`() throws {
        #expect(try bar("2018-01-01~", on("2018-12-31?")) == "≈━━○")
        #expect(try bar("2018-01-01?", on("2018-12-31")) == "○━━┫")
        #expect(try bar("2018-01-01%", .lasting(asOf: nil)) == "≈┄→")
        #expect(try bar("2018~", .unknown) == "≈░░░┄?")
        #expect(try bar("2018", on("2018~")) == "░░░≈")
        #expect(try bar("2018~", on("2018~")) == "≈░░≈")
        #expect(try bar("2018-04-12", on("2018-04-12?")) == "○")
        #expect(try bar("2018-04-12~", on("2018-04-12?")) == "≈")
        #expect(try bar("2017?", on("2019~")) == "○░░░━━━━░░░≈")
        let entry = Timeline.Entry(
            position: 0, start: nil, isOpenAtStart: true, end: try on("2018-06-01"))
        let first = try day("2017")
        let open = TimelineBar(entry, on: TimelineScale(first...first + 3649, columns: 40))
        #expect(String(open.runs.map(\.glyph)) == "←┄┫")
    }

    @Test func `works and the time in force or operation are told apart`() throws {
        let first = try day("2017")
        let scale = TimelineScale(first...first + 3649, columns: 40)
        func bar(_ start: String?, _ end: Timeline.Entry.Ending, inForceAsOf: String?) -> String {
            let entry = Timeline.Entry(
                position: 0, start: start.flatMap { PartialDate($0) }, end: end, isInForce: true,
                inForceAsOf: inForceAsOf.flatMap { PartialDate($0) })
            return TimelineBar(entry, on: scale).runs
                .map { String(repeating: $0.glyph, count: $0.columns.count) }.joined()
        }
        let opened = try on("2018-12-31")
        #expect(bar("2018-01-01", opened, inForceAsOf: "2020-01-01") == "┣━━┫─────┄→")
        #expect(bar("2018-01-01", opened, inForceAsOf: "2018-12-31") == "┣━━┫┄→")
        #expect(bar("2018-01-01", opened, inForceAsOf: nil) == "┣━━┫┄→")
        #expect(bar("2018-04-12", try on("2018-04-12"), inForceAsOf: "2018-12-02") == "●──┄→")
        #expect(bar(nil, opened, inForceAsOf: "2019-12-31") == "?┄┫────┄→")
        #expect(
            bar("2018-01-01", .lasting(asOf: PartialDate("2018-12-02")), inForceAsOf: "2018-12-02")
                == "●───┄→", "what has no end yet is in force all the time")
        #expect(try self.bar("2018-01-01", opened) == "┣━━┫", "what is done is over")
    }

    @Test(arguments: 0..<200)
    func `a later date is never further left, at any scale`(seed: UInt64) {
        var random = Seeded(seed: seed)
        let first = Int.random(in: 1...700_000, using: &random)
        let range = first...first + Int.random(in: 0...40_000, using: &random)
        let window = TimelineWindow(
            range, columns: Int.random(in: 0...300, using: &random),
            zoom: Int.random(in: 0...30, using: &random),
            left: Int.random(in: 0...800_000, using: &random))
        let scale = window.scale
        #expect(scale.column(of: range.lowerBound) == 0)
        #expect(scale.column(of: range.upperBound) < scale.columns)
        #expect(window.offset >= 0 && window.offset + window.width <= scale.columns)
        #expect(range.contains(window.left))

        let days = (0..<200).map { _ in Int.random(in: range, using: &random) }.sorted()
        let columns = days.map(scale.column)
        #expect(columns == columns.sorted())
        for (day, column) in zip(days, columns) {
            // In fractions: the column's left edge is not after the day, and its right edge is.
            let place = Double(day - range.lowerBound) * Double(scale.columns) / Double(range.count)
            #expect(abs(Double(column) + 0.5 - place) <= 0.500_001)
            #expect(scale.day(in: column) <= day)
        }
    }

    @Test(arguments: 0..<200)
    func `a bar covers its dates and nothing else`(seed: UInt64) throws {
        var random = Seeded(seed: seed)
        func date() -> PartialDate? {
            let year = Int.random(in: 1990...2030, using: &random)
            let month = Bool.random(using: &random) ? Int.random(in: 1...12, using: &random) : nil
            let day =
                month != nil && Bool.random(using: &random) ? Int.random(in: 1...28, using: &random) : nil
            return PartialDate(year: year, month: month, day: day)
        }
        let scale = TimelineScale(
            try day("1990")...(try day("2031")) - 1, columns: Int.random(in: 1...20_000, using: &random))
        for _ in 0..<50 {
            let (one, two) = (try #require(date()), try #require(date()))
            let (start, end) = one.days.lowerBound <= two.days.lowerBound ? (one, two) : (two, one)
            let entry = Timeline.Entry(position: 0, start: start, end: .on(end))
            let bar = TimelineBar(entry, on: scale)
            let columns = try #require(bar.columns)
            #expect(columns.lowerBound == scale.column(of: start.days.lowerBound))
            let last =
                [start, end].map { $0.day == nil ? $0.days.upperBound : $0.days.lowerBound }.max() ?? 0
            #expect(columns.upperBound == scale.column(of: last))
            for (run, next) in zip(bar.runs, bar.runs.dropFirst()) {
                #expect(run.columns.upperBound + 1 == next.columns.lowerBound)
            }
            for run in bar.runs where run.glyph == TimelineBar.during {
                #expect(run.columns.lowerBound > scale.column(of: start.days.lowerBound))
                #expect(run.columns.upperBound < scale.column(of: end.days.upperBound))
            }
        }
    }

    @Test func `zooming in halves the visible days, down to single days`() throws {
        let range = try day("1965-10-01")...(try day("2027-12-31"))
        var window = TimelineWindow(range, columns: 80, zoom: 0, left: 0)
        #expect(window.scale.columns == 76)
        var steps = 0
        while true {
            let next = window.zoomed(
                to: window.zoom + 1, around: try day("2018-01-25")...(try day("2018-01-25")))
            guard next.zoom > window.zoom else { break }
            #expect(next.scale.columns == 2 * window.scale.columns)
            #expect(next.seen.contains(next.scale.column(of: try day("2018-01-25"))))
            window = next
            steps += 1
        }
        #expect(steps == 9)
        #expect(Set((range.lowerBound..<range.lowerBound + 99).map(window.scale.column)).count == 99)
        #expect(window.zoomed(to: 0, around: range) == TimelineWindow(range, columns: 80, zoom: 0, left: 0))
    }

    @Test func `zooming keeps a period visible while it fits, and then its beginning`() throws {
        let range = try day("1965-10-01")...(try day("2027-12-31"))
        let railway = try day("2013-05-01")...(try day("2018-01-25"))
        var window = TimelineWindow(range, columns: 80, zoom: 0, left: 0)
        for zoom in 1...9 {
            window = window.zoomed(to: zoom, around: railway)
            let columns = railway.map(window.scale.column)
            #expect(window.seen.contains(columns[0]))
            if zoom <= 3 { #expect(columns.allSatisfy(window.seen.contains)) }
        }
    }

    @Test func `panning stops at the ends`() throws {
        let range = try day("2000")...(try day("2020"))
        let window = TimelineWindow(range, columns: 80, zoom: 3, left: try day("2010"))
        #expect(window.panned(by: 10).offset == window.offset + 10)
        #expect(window.panned(by: -10_000).left == range.lowerBound)
        let end = window.panned(by: 10_000)
        #expect(end.offset + end.width == end.scale.columns)
        #expect(end.panned(by: 1) == end)
    }

    @Test(arguments: [40, 80, 200], 0...9)
    func `the axis labels the days below it`(columns: Int, zoom: Int) throws {
        let range = try day("1965-10-01")...(try day("2027-12-31"))
        let window = TimelineWindow(range, columns: columns, zoom: zoom, left: try day("2018-03-20"))
        let ticks = TimelineAxis(window).ticks
        #expect(!ticks.isEmpty && ticks.count <= 13)
        for (tick, next) in zip(ticks, ticks.dropFirst()) { #expect(next.column - tick.column >= 7) }
        for tick in ticks {
            let label = try #require(tick.label.chinese)
            let places = (1966...2027).flatMap { year -> [Int] in
                if label == "\(year)" { return [PartialDate.day(year: year, month: 1, day: 1)] }
                return (1...12).filter {
                    label == "\($0)月" || label == "\(year)-0\($0)" || label == "\(year)-\($0)"
                }
                .map { PartialDate.day(year: year, month: $0, day: 1) }
            }
            #expect(places.contains { window.scale.column(of: $0) == tick.column }, "\(label)")
        }
    }

    @Test(arguments: [80, 200], 0...21)
    func `the axis goes from -5000 to 9999, in round years of historians`(columns: Int, zoom: Int) throws {
        let range = try day("-5000")...(try day("9999"))
        for left in ["-5000", "-1200", "-0300", "-0003", "0000", "0001", "0960", "9000"] {
            let window = TimelineWindow(range, columns: columns, zoom: zoom, left: try day(left))
            let ticks = TimelineAxis(window).ticks
            // A window of a few days may lie between two months.
            #expect(zoom > 16 || !ticks.isEmpty)
            #expect(ticks.count <= 15)
            for (tick, next) in zip(ticks, ticks.dropFirst()) {
                #expect(next.column - tick.column >= tick.label.localized(in: .english).columns)
            }
            for tick in ticks {
                let label = try #require(tick.label.english)
                guard let number = Int(label.replacing(" BCE", with: "")) else { continue }
                let year = label.hasSuffix("BCE") ? 1 - number : number
                #expect(number > 0)
                #expect(
                    tick.column == window.scale.column(of: PartialDate.day(year: year, month: 1, day: 1)))
            }
        }
    }

    @Test func `the ticks around the first year`() throws {
        func labels(_ first: String, _ last: String) throws -> [String?] {
            let range = try day(first)...(try day(last))
            let window = TimelineWindow(range, columns: 80, zoom: 0, left: range.lowerBound)
            return TimelineAxis(window).ticks.map(\.label.english)
        }
        #expect(
            try labels("-1499", "1500") == ["1500 BCE", "1000 BCE", "500 BCE", "1", "500", "1000", "1500"])
        #expect(try labels("-0009", "0006") == ["10 BCE", "8 BCE", "6 BCE", "4 BCE", "2 BCE", "2", "4", "6"])
        #expect(try labels("-0002", "0003") == ["3 BCE", "2 BCE", "1 BCE", "1", "2", "3"])
        #expect(try labels("-5000", "9999").count > 5)
    }

    @Test(arguments: 0..<300)
    func `a title is beside its bar, within its line`(seed: UInt64) {
        var random = Seeded(seed: seed)
        let line = 3..<Int.random(in: 4...120, using: &random)
        let start = Int.random(in: line, using: &random)
        let bar = start..<Int.random(in: start + 1...line.upperBound, using: &random)
        let wanted = Int.random(in: 1...60, using: &random)
        let room = TimelineLabel.room(for: wanted, beside: bar, in: line)
        #expect(room.lowerBound >= line.lowerBound && room.upperBound <= line.upperBound)
        let free = max(bar.lowerBound - line.lowerBound, line.upperBound - bar.upperBound)
        if room.overlaps(bar) {
            #expect(bar.contains(room.lowerBound) && free < 10)
        } else {
            #expect(room.upperBound == bar.lowerBound || room.lowerBound == bar.upperBound)
            #expect(
                room.count
                    == min(
                        wanted + 2,
                        room.lowerBound == bar.upperBound
                            ? line.upperBound - bar.upperBound : bar.lowerBound - line.lowerBound))
        }
        // If all of it fits on one side, all of it is there.
        if wanted < free { #expect(room.count > wanted) }
    }
}
