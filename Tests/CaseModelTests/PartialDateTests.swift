import SeededRandom
import Testing

@testable import CaseModel

/// The notation of dates, their order and their words.
@Suite struct PartialDateTests {
    @Test(arguments: [
        "2018", "2018-01", "2018-01-25", "2020-02-29", "2000-02-29", "0960", "0001", "0000", "-0001", "-0255",
        "-0255-03-15", "0000-02-29", "-9999", "Y17000", "Y-17000", "Y999999", "201X", "20XX", "-025X",
        "-02XX",
        "000X", "2025-21", "2025-24", "-0255-22", "2018~", "2018?", "2018%", "2018-01-25~", "201X~",
        "Y17000?",
        "2025-23%",
    ])
    func `dates of the calendar are read and written alike`(text: String) {
        #expect(PartialDate(text)?.description == text)
    }

    @Test(arguments: [
        ("960", "0960"), ("18", "0018"), ("0", "0000"), ("-255", "-0255"), ("960-05", "0960-05"),
        ("-1-12-31~", "-0001-12-31~"), ("96?", "0096?"),
    ])
    func `a year before 1000 needs no zeros`(text: String, canonical: String) {
        #expect(PartialDate(text)?.description == canonical)
        #expect(PartialDate(text) == PartialDate(canonical))
    }

    @Test(arguments: [
        "", "2018-1", "2018-13", "2019-02-29", "1900-02-29", "2018-00", "2018-01-25-01", "２０１８", "2018-",
        "-0000", "-0", "-000X", "-", "~", "?", "096", "00960", "02018", "12345", "-12345", "Y2018", "Y017000",
        "Y1000000", "Y17000-05", "Y", "Y-", "--255", "2018-XX", "2018-01-XX", "2XXX", "XXXX", "96X", "201x",
        "X201",
        "20X8", "201X-01", "2018-20", "2018-25", "2018-21-01", "2018~~", "2018?~", "~2018", "2018 ~",
        "2018/2020",
        "..", "+2018", "2018-01-25T10:00", "約2018", "-0001-02-29",
    ])
    func `anything else is refused`(text: String) {
        #expect(PartialDate(text) == nil)
    }

    private func date(_ text: String) throws -> PartialDate { try #require(PartialDate(text), "\(text)") }

    @Test(arguments: 0..<50)
    func `any date is the same after it was written or packed, and no two are packed alike`(seed: UInt64)
        throws
    {
        var random = Seeded(seed: seed)
        var packed: [Int: PartialDate] = [:]
        for _ in 0..<200 {
            let date = RandomDate.make(&random)
            #expect(PartialDate(date.description) == date)
            #expect(PartialDate(packed: date.packed) == date)
            #expect(packed[date.packed] == nil || packed[date.packed] == date)
            packed[date.packed] = date
            #expect(date.packed > 1)
        }
    }

    @Test(arguments: 0..<50)
    func `a text or a number that is read is written as it was, but for zeros`(seed: UInt64) {
        var random = Seeded(seed: seed)
        for _ in 0..<500 {
            let length = Int.random(in: 1...8, using: &random)
            let text = String((0..<length).map { _ in "0012589-X~?%Y".randomElement(using: &random) ?? "0" })
            if let date = PartialDate(text) {
                let written = date.description
                let (sign, digits) = text.hasPrefix("-") ? ("-", text.dropFirst()) : ("", text[...])
                let year = digits.prefix { $0.isNumber }
                let zeros = year.count < 4 && !text.contains("X") && !text.contains("Y") ? 4 - year.count : 0
                #expect(written == sign + String(repeating: "0", count: zeros) + digits)
            }
            let number = Int.random(in: 0...1 << Int.random(in: 1...40, using: &random), using: &random)
            if let date = PartialDate(packed: number) { #expect(date.packed == number) }
        }
    }

    @Test func `the number of a plain date is that of the first packs`() throws {
        for year in stride(from: 1, through: 9999, by: 7) {
            #expect(PartialDate(year: year)?.packed == year * 13 * 32)
            #expect(PartialDate(year: year, month: 12)?.packed == (year * 13 + 12) * 32)
            #expect(PartialDate(year: year, month: 2, day: 28)?.packed == (year * 13 + 2) * 32 + 28)
        }
        for number in [-1, 0, 1, 31, 416 * 9999 + 13 * 32, Int.max, Int.min] {
            #expect(PartialDate(packed: number) == nil, "\(number)")
        }
    }

    @Test func `dates stand in the order of time, the less precise first`() throws {
        let sorted = try [
            "Y-17000", "-0255", "-0255~", "-0255-01", "-0255-12-31", "-0254", "0000", "0001", "0960", "20XX",
            "201X", "2018", "2018~", "2018?", "2018%", "2018-21", "2018-24", "2018-01", "2018-01-01",
            "2018-01-02",
            "2018-02", "2019", "Y17000",
        ].map(date)
        #expect(sorted.sorted() == sorted)
        #expect(sorted.reversed().sorted() == sorted)
        for (place, one) in sorted.enumerated() {
            for (other, two) in sorted.enumerated() { #expect((one < two) == (place < other)) }
        }
    }

    @Test func `the days of what is no plain date`() throws {
        #expect(try date("-0001-12-31").days == -366 ... -366)
        #expect(try date("0000").days == -365...0)
        #expect(try date("201X").days == date("2010").days.lowerBound...date("2019").days.upperBound)
        #expect(try date("-02XX").days == date("-0299").days.lowerBound...date("-0200").days.upperBound)
        #expect(try date("2018-21").days == date("2018").days)
        #expect(try date("2018~").days == date("2018").days)
        #expect(PartialDate.year(of: try date("Y-999999").days.lowerBound) == -999_999)
    }

    @Test(arguments: [
        ("-0255", "-0254", true), ("-0255", "0001", true), ("0000-12-31", "0001-01-01", true),
        ("2018", "2018-05", false), ("2018-05", "2018", false), ("2018", "2018", false),
        // About 1200 may be 1205, and does not reach to 1500.
        ("1200", "1200~", false), ("1200~", "1205", false), ("1200?", "1205", false), ("1200~", "1500", true),
        ("2018-01-25", "2018-02-10~", false), ("2018-01-25", "2018-04-01~", true),
        ("201X", "2020", true), ("201X", "2015", false), ("2017", "201X", false),
        ("2018-24", "2019-02", false), ("2018-24", "2019-05", true), ("2018-22", "2018-21", false),
    ])
    func `what surely lies before`(one: String, two: String, isBefore: Bool) throws {
        #expect(try date(one).isSurelyBefore(date(two)) == isBefore)
    }

    @Test(arguments: [
        ("2018", "2018", "2018"), ("2018-01-25", "2018-01-25", "2018-01-25"), ("0960", "960", "960"),
        ("0960-05", "0960-05", "0960-05"), ("-0255", "公元前256年", "256 BCE"), ("0000", "公元前1年", "1 BCE"),
        ("-0255-03-15", "公元前256年3月15日", "15 March 256 BCE"), ("1200~", "约1200年", "c. 1200"),
        ("1200?", "1200年？", "1200?"), ("1200%", "约1200年？", "c. 1200?"),
        ("-0255~", "约公元前256年", "c. 256 BCE"), ("1200-05~", "约1200年5月", "c. May 1200"),
        ("2025-21", "2025年春", "spring 2025"), ("2025-24?", "2025年冬？", "winter 2025?"),
        ("201X", "2010年代", "2010s"), ("20XX", "2000至2099年", "2000–2099"),
        ("-025X", "公元前260至前251年", "260–251 BCE"), ("000X", "公元前1年至公元9年", "1 BCE to 9 CE"),
        ("Y17000", "17000年", "17000"), ("Y-17000", "公元前17001年", "17001 BCE"),
    ])
    func labels(text: String, chinese: String, english: String) throws {
        #expect(try date(text).label == Text(chinese: chinese, english: english))
    }

    @Test func `a whole date in words`() throws {
        #expect(try date("2018-01-25").inWords == Text(chinese: "2018年1月25日", english: "25 January 2018"))
        #expect(try date("2018-01").inWords == Text(chinese: "2018年1月", english: "January 2018"))
        #expect(try date("2018").inWords == Text(chinese: "2018年", english: "2018"))
    }
}

/// Dates of every form, drawn by lot.
enum RandomDate {
    static func make(_ random: inout Seeded) -> PartialDate {
        let isApproximate = Bool.random(using: &random)
        let isUncertain = Bool.random(using: &random)
        while true {
            let year = Int.random(in: -9999...9999, using: &random)
            let date: PartialDate?
            switch Int.random(in: 0..<7, using: &random) {
            case 0:
                date = PartialDate(
                    season: PartialDate.Season.allCases.randomElement(using: &random) ?? .spring, of: year,
                    isApproximate: isApproximate, isUncertain: isUncertain)
            case 1:
                date = PartialDate(
                    Bool.random(using: &random) ? .decade : .century, from: year,
                    isApproximate: isApproximate,
                    isUncertain: isUncertain)
            case 2:
                date = PartialDate(
                    year: Int.random(in: PartialDate.years, using: &random), isApproximate: isApproximate,
                    isUncertain: isUncertain)
            case let parts:
                date = PartialDate(
                    year: year, month: parts > 3 ? Int.random(in: 1...12, using: &random) : nil,
                    day: parts > 4 ? Int.random(in: 1...31, using: &random) : nil,
                    isApproximate: isApproximate, isUncertain: isUncertain)
            }
            if let date { return Bool.random(using: &random) ? date : date.undoubted }
        }
    }
}
