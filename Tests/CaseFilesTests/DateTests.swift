import CaseModel
import Testing

@testable import CaseFiles

/// What a case file can say of dates and periods.
@Suite struct DateTests {
    @Test(arguments: [
        ("2018/2020", "2018/2020"), ("2018/..", "2018/.."), ("../2018", "../2018"), ("2018/", "2018/"),
        ("{start: 2018}", "2018/"), ("{start: 2018, end: ..}", "2018/.."),
        ("{start: 2018, end: \"..\"}", "2018/.."),
        ("{start: .., end: 960}", "../0960"), ("{start: -255~, end: 201X}", "-0255~/201X"),
        ("{start: 2018-21, end: Y17000?}", "2018-21/Y17000?"), ("\"-0255%/\"", "-0255%/"),
    ])
    func `an item's period`(written: String, meant: String) throws {
        let marked = Marked("items:\n  - {id: prj-x, kind: project, title: 事, period: \(written)}")
        #expect(try marked.load().caseFile?.items.last?.period?.description == meant)
    }

    @Test func `every date survives a pack`() throws {
        var small = try #require(try CaseReader.read(path: SmallCaseTests.folder).caseFile)
        for text in ["-0255~/..", "../0960?", "/201X", "20XX%/", "Y-17000/2018-24", "2018-01-25/2018"] {
            let period: Period = try #require(Period(text))
            small.items[0].period = period
            small.items[0].status?.asOf = period.start
            small.sources[0].date = period.end
            #expect(try Pack.open(Pack.bytes(of: small)) == small)
        }
    }
}

/// The sentence about what is no date.
enum DateSentence {
    static func bad(_ text: String) -> String {
        "'\(text)' is not a date; write 2018, 2018-01 or 2018-01-25, also 960, -0255 (256 BCE), "
            + "2018~ (about), 2018? (uncertain), 201X (some year of ten) or 2018-21 (spring)"
    }
}
