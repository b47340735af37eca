import CaseFiles
import CaseModel
import Imports

extension FuzzTarget {
    private static let fixtures = "Tests/ImportsTests/Fixtures/"

    /// What is imported is what a case may have; what is said about it can be shown.
    private static func check(_ items: [Item], _ sources: [Source], _ report: ImportReport) {
        for line in report.lines(in: .english).prefix(200) + report.lines(in: .chinese).prefix(200) {
            requireSafe(line)
        }
        var members: [(key: String, value: JSONValue)] = []
        if !items.isEmpty { members.append(("items", .array(items.map(\.json)))) }
        if !sources.isEmpty { members.append(("sources", .array(sources.map(\.json)))) }
        guard !members.isEmpty else { return }
        let text = YAMLWriter.document(.object(members))
        let errors = outcome(of: Array(text.utf8)).diagnostics.filter { $0.severity == .error }
        require(
            errors.isEmpty, "a case refuses what was imported: \(errors[0].rendered(in: .english))\n\(text)")
    }

    private static func check(_ error: ImportError) {
        require(error.address.line >= 1 && error.address.column >= 1, "no address: \(error)")
        requireSafe(error.described(in: .english))
        requireSafe(error.described(in: .chinese))
    }

    private static func references(
        _ name: String, _ files: [String], _ words: [String],
        _ read: @escaping @Sendable ([UInt8]) throws(ImportError) -> ImportResult
    ) -> FuzzTarget {
        FuzzTarget(name: name, longest: 8192, words: words, files: files.map { fixtures + $0 }) { bytes in
            do throws(ImportError) {
                let result = try read(bytes)
                check([], result.sources.map(\.source), result.report)
            } catch {
                check(error)
            }
        }
    }

    static let bibTeX = references(
        "bibtex", ["zotero.bib", "zotero-biblatex.bib"],
        [
            "@article{", "@book{", "@string{", "@comment{", "title = {", "author = {", " and ", "year = ",
            "#", "\\'{e}", "$",
        ]
    ) { bytes throws(ImportError) in try Importer.bibTeX(bytes, file: "x.bib") }

    static let ris = references(
        "ris", ["zotero.ris"],
        ["TY  - BOOK\n", "ER  - \n", "TI  - ", "AU  - ", "PY  - ", "DO  - ", "UR  - ", "N1  - "]
    ) { bytes throws(ImportError) in try Importer.ris(bytes, file: "x.ris") }

    static let cslJSON = references(
        "csl-json", ["zotero.json"],
        [
            "\"type\":", "\"book\"", "\"issued\":", "\"date-parts\":[[", "\"author\":", "\"family\":",
            "\"title\":",
            "\"DOI\":", "\"URL\":",
        ]
    ) { bytes throws(ImportError) in try Importer.cslJSON(bytes, file: "x.json") }

    static let csv = FuzzTarget(
        name: "csv",
        words: ["id", "kind", "title_en", "source", "\"", "\"\"", "\r\n", ";", "\t", "about", "claim"],
        seeds: {
            [
                "id,kind,title,title_en\r\na,left,\"x, \"\"y\"\"\",z\r\n",
                "about\tclaim\tsource\tquote\nleft-1\tIt is so.\tsrc-example\t\n",
                "id;title;type;date;url\nsrc-a;A;book;1990;https://example.org\n",
                "from,relation,to\nleft-1,follows-from,right-1\n",
                "about,name,value,unit\nleft-1,length,12.50,km\n",
                "id,title,lat,lon\nplc-a,A,29.5,106.5\n",
            ].map { Array($0.utf8) }
        }
    ) { bytes in
        for delimiter in DelimitedTable.Delimiter.allCases {
            do throws(ImportError) {
                let table = try DelimitedTable.read(bytes, file: "x.csv", delimiter: delimiter)
                require(table.rows.allSatisfy { $0.cells.count == table.header.count }, "a ragged table")
                for subject in RecordTable.allCases {
                    var records = GatheredRecords()
                    do throws(ImportError) {
                        let rows = try TableMapping(subject).rows(of: table)
                        let report = records.add(rows, as: subject, kind: "left")
                        for line in report.lines(in: .chinese).prefix(200) { requireSafe(line) }
                    } catch {
                        check(error)
                    }
                    guard let document = records.document else { continue }
                    _ = outcome(of: Array(YAMLWriter.document(document).utf8))
                }
            } catch {
                check(error)
            }
        }
    }

    static let refiQDA = FuzzTarget(
        name: "refi-qda", longest: 8192,
        words: [
            "<Project ", "<Code ", "guid=\"", "name=\"", "<CodeBook>", "<Codes>", "<TextSource ",
            "<PlainTextSelection ",
            "startPosition=\"", "endPosition=\"", "<Coding ", "<CodeRef targetGUID=\"", "<Note ", "<![CDATA[",
            "]]>", "&#x",
            "&amp;", "PK\u{3}\u{4}",
        ], files: ["interviews.qde", "interviews.qdpx"].map { fixtures + $0 }
    ) { bytes in
        do throws(ImportError) {
            let result = try Importer.refiQDA(bytes, file: "x.qde", CodingChoices(kind: "left"))
            check(result.items, result.sources.map(\.source), result.report)
        } catch {
            check(error)
        }
    }
}
