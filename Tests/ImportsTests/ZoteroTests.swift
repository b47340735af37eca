import CaseModel
import Testing

@testable import Imports

/// Exports as Zotero writes them, of eleven works of ten types.
struct ZoteroTests {
    /// What is known of the works, by the ids that they get; `·` begins a fact that not every format has.
    private static let works: [String: [String]] = [
        "src-ostrom-1990-governing": [
            "form: book",
            "title: en Governing the Commons: The Evolution of Institutions for Collective Action",
            "authors: Ostrom, Elinor", "date: 1990", "publisher: en Cambridge University Press",
            "place: en Cambridge", "isbn: 978-0-521-40599-7", "language: en",
            "in: en The political economy of institutions and decisions", "note: en Number of pages: 280",
        ],
        "src-sharma-2011-water": [
            "form: chapter", "title: en Water turns and temple land in Kāski", "authors: Sharma, Anita Devī",
            "editors: Gurung, Bina; Bhatt-Meyer, Karl", "date: 2011",
            "in: en Irrigation and Custom: Essays from the Hills", "pages: 45–72",
            "publisher: en Himal House",
            "place: en Kathmandu", "edition: en 2nd", "isbn: 978-1-4028-9462-6", "language: en",
        ],
        "src-hardin-1968-tragedy": [
            "form: paper", "title: en The Tragedy of the Commons", "authors: Hardin, Garrett",
            "date: 1968-12-13", "in: en Science", "volume: 162", "issue: 3859", "pages: 1243–1248",
            "issn: 0036-8075", "doi: 10.1126/science.162.3859.1243",
            "url: https://www.science.org/doi/10.1126/science.162.3859.1243", "accessed: 2026-11-23",
            "language: en",
        ],
        "src-muller-2015-gemeinschaftliche": [
            "form: thesis", "genre: de Dissertation", "title: de Gemeinschaftliche Bewässerung in Mustang",
            "authors: Müller, Zoë", "date: 2015", "publisher: de Universität Heidelberg",
            "place: de Heidelberg",
            "language: de",
        ],
        "src-world-bank-1997-nepal": [
            "form: report", "genre: en Sector Report", "title: en Nepal: Irrigation Sector Review",
            "issuer: en World Bank", "date: 1997-06", "number: 16613-NP", "place: en Washington, DC",
            "url: https://documents.example.org/nepal_irrigation", "accessed: 2026-11-20", "language: en",
            "note: en Costs are in 1996 prices; 5% is lost on the way.",
        ],
        "src-thapa-2021-farmers": [
            "form: news", "title: en Farmers revive a century-old canal", "authors: Thapa, Maya",
            "date: 2021-03-14", "in: en The Himalayan Observer", "pages: A3", "place: en Pokhara",
            "issn: 2091-0002", "url: https://news.example.org/2021/03/14/canal?from=rss&page=2",
            "accessed: 2026-11-22", "language: en", "note: en Section: Valley",
        ],
        "src-tamang-2022-taking": [
            "form: interview", "genre: ne Audio recording", "title: ne On taking turns at the sluice",
            "authors: Tamang, Dorje", "date: 2022-05-20", "language: ne",
            "archive: ne Oral History Collection, Tribhuvan University", "location: OH-2022-17",
            "note: Interviewer: Jan van der Berg",
        ],
        "src-water-register-2020": [
            "form: web", "title: en The water register goes online", "date: 2020-11",
            "in: en Department of Water Resources", "url: https://water.example.org/register/",
            "accessed: 2026-11-23", "language: en",
        ],
        "src-sharma-2019-canal": [
            "form: dataset", "title: en Canal discharge in Kāski, 2010–2018", "authors: Sharma, Anita Devī",
            "date: 2019", "publisher: en Zenodo", "edition: en 1.2", "doi: 10.5281/zenodo.0000001",
            "url: https://doi.org/10.5281/zenodo.0000001", "accessed: 2026-11-21", "language: en",
        ],
        "src-hodgson-1843-notes": [
            "form: archive", "genre: en Letter book", "title: en Notes on the canals of the valley",
            "authors: Hodgson, Brian Houghton", "date: 1843", "place: en Kathmandu", "language: en",
            "archive: en British Library", "location: Mss Eur Hodgson 9, ff. 12–30",
            "note: en Watermark 1839.\nNumber of pages: 31",
        ],
        "src-wang-2018-nongcun": [
            "form: paper", "title: zh 农村用水协会的治理逻辑", "authors: 王建国; 李明",
            "date: 2018", "in: zh 中国农村观察", "issue: 4", "pages: 2–15", "language: zh-CN",
        ],
    ]

    private static let readings: [Character: String] = [
        "王": "wang", "农": "nong", "村": "cun", "用": "yong", "水": "shui",
    ]

    private func result(_ name: String) throws -> ImportResult {
        let bytes = try Fixture.bytes(name)
        let spelling: Spelling = { Self.readings[$0] }
        if name.hasSuffix("ris") { return try Importer.ris(bytes, file: name, spelling: spelling) }
        if name.hasSuffix("json") { return try Importer.cslJSON(bytes, file: name, spelling: spelling) }
        return try Importer.bibTeX(bytes, file: name, spelling: spelling)
    }

    /// The works in a format that says some facts in another way, or not at all.
    private func works(_ changes: [String: [String: String?]]) -> [String: [String]] {
        var works = Self.works
        for (id, changes) in changes {
            for (fact, change) in changes {
                works[id]?.removeAll { $0.hasPrefix(fact + ": ") }
                if let change { works[id]?.append(fact + ": " + change) }
            }
        }
        return works.mapValues { $0.sorted() }
    }

    private func read(_ name: String) throws -> [String: [String]] {
        facts(of: try result(name)).mapValues { $0.sorted() }
    }

    @Test("CSL-JSON of Zotero loses nothing but the addresses of its records")
    func cslJSON() throws {
        #expect(try read("zotero.json") == works([:]))
        let result = try result("zotero.json")
        #expect(result.report.lost.map(\.name) == Array(repeating: "id", count: result.sources.count))
        #expect(result.sources.allSatisfy { $0.source.citationKey == nil })
    }

    @Test(
        "citation keys and short titles are kept, whatever the format",
        arguments: ["zotero.bib", "zotero-biblatex.bib"])
    func keys(_ name: String) throws {
        let sources = try result(name).sources
        #expect(sources.allSatisfy { $0.source.citationKey == $0.record })
        #expect(sources.first?.source.short == Text([(tag: .english, text: "Governing the Commons")]))
        for other in ["zotero.ris", "zotero.json"] {
            #expect(try result(other).sources.first?.source.short == sources.first?.source.short)
        }
    }

    @Test("RIS of Zotero loses keywords alone")
    func ris() throws {
        let expected = works([
            "src-tamang-2022-taking": ["note": "Interviewer or recipient: Jan van der Berg"],
            "src-hodgson-1843-notes": ["note": "en Number of pages: 31\nWatermark 1839."],
            "src-world-bank-1997-nepal": ["note": "en Costs are in 1996 prices;\n5% is lost on the way."],
        ])
        #expect(try read("zotero.ris") == expected)
        #expect(try result("zotero.ris").report.lost.map(\.name) == ["KW", "KW"])
    }

    @Test("BibTeX of Zotero has no newspapers, interviews and data sets, no days and no archives")
    func bibTeX() throws {
        let expected = works([
            "src-ostrom-1990-governing": ["note": nil],
            "src-hardin-1968-tragedy": ["date": "1968-12"],
            "src-thapa-2021-farmers": ["form": "paper", "date": "2021-03"],
            "src-tamang-2022-taking": [
                "form": "paper", "date": "2022-05", "archive": nil, "location": nil,
                "note": "Collaborator: Jan van der Berg",
            ],
            "src-sharma-2019-canal": ["form": "paper", "edition": nil],
            "src-hodgson-1843-notes": ["archive": nil, "location": nil, "note": "en Watermark 1839."],
        ])
        #expect(try read("zotero.bib") == expected)
        #expect(try result("zotero.bib").report.lost.map(\.name) == ["keywords"])
    }

    @Test("biblatex of Zotero has the interviewer as author, and no archives")
    func biblatex() throws {
        var expected = works([
            "src-thapa-2021-farmers": ["form": "paper", "note": nil],
            "src-sharma-2019-canal": ["form": "paper"],
            "src-tamang-2022-taking": [
                "form": "paper", "archive": nil, "location": nil, "language": nil, "genre": nil,
                "authors": "van der Berg, Jan",
                "title": "On taking turns at the sluice", "note": "Collaborator: Dorje Tamang",
            ],
            "src-hodgson-1843-notes": [
                "archive": nil, "location": nil, "note": "en Number of pages: 31\nWatermark 1839.",
            ],
            // Babel has no tag for simplified characters.
            "src-wang-2018-nongcun": ["language": "zh"],
        ])
        expected["src-van-der-berg-2022-taking"] = expected.removeValue(forKey: "src-tamang-2022-taking")
        #expect(try read("zotero-biblatex.bib") == expected)
        #expect(try result("zotero-biblatex.bib").report.lost.map(\.name) == ["keywords"])
    }

    @Test("the report counts every field, and names each lost one with its record and place")
    func report() throws {
        let report = try result("zotero.ris").report
        let lines = String(decoding: try Fixture.bytes("zotero.ris"), as: UTF8.self).dropFirst().split {
            $0.isNewline
        }
        // Every line but the ends of records and the second line of a note is a field.
        let fields = lines.filter { $0.dropFirst(2).hasPrefix("  - ") && !$0.hasPrefix("ER") }.count
        #expect(report.fields.count == fields)
        #expect(report.carried == fields - 2)
        #expect(
            report.lines(in: .english) == [
                "130 of 132 fields carried, 4 of them in notes",
                "zotero.ris:13:1: record 1: KW “commons”: the case format has no place for it",
                "zotero.ris:14:1: record 1: KW “institutions”: the case format has no place for it",
            ])
        #expect(report.lines(in: .chinese)[0] == "132 个字段中 130 个已导入，其中 4 个在说明里")
        #expect(report.lines(in: .chinese)[1] == "zotero.ris:13:1: 第 1 条记录: KW “commons”: 案例格式没有它的位置")
    }

    @Test("an id of the case is never given again, nor one of the same import")
    func ids() throws {
        let bytes = try Fixture.bytes("zotero.ris")
        let taken: Set<String> = ["src-ostrom-1990-governing", "src-ostrom-1990-governing-2"]
        let result = try Importer.ris(bytes + bytes.dropFirst(3), file: "two.ris", existing: taken)
        let ids = result.sources.map(\.source.id.text)
        #expect(ids[0] == "src-ostrom-1990-governing-3")
        #expect(ids[11] == "src-ostrom-1990-governing-4")
        #expect(Set(ids).count == 22)
        #expect(Set(ids).isDisjoint(with: taken))
        #expect(ids.allSatisfy { $0.utf8.count <= 80 && Slug.of($0) == $0 })
    }
}
