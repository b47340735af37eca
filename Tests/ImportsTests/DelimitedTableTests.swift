import CaseFiles
import CaseModel
import SeededRandom
import Testing

@testable import Imports

struct DelimitedTableTests {
    private func table(_ text: String) throws -> DelimitedTable {
        try DelimitedTable.read(Array(text.utf8), file: "x.csv")
    }

    private func cells(_ text: String) throws -> [[String]] {
        let table = try table(text)
        return [table.header.map(\.text)] + table.rows.map { $0.cells.map(\.text) }
    }

    @Test(
        "quotes, line ends, a byte order mark and every delimiter",
        arguments: [
            ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
            ("\u{FEFF}a;b\n\"1;2\";3", [["a", "b"], ["1;2", "3"]]),
            ("a\tb\r1\t2, 3\r", [["a", "b"], ["1", "2, 3"]]),
            ("a,b\n\"say \"\"hi\"\"\",\"two\r\nlines\"\n", [["a", "b"], ["say \"hi\"", "two\r\nlines"]]),
            ("a,b\n5\" pipe,x\n", [["a", "b"], ["5\" pipe", "x"]]),
            ("a,b\n,\n\n1\n", [["a", "b"], ["1", ""]]),
            ("a,b,c\n1,2,3,,,\n", [["a", "b", "c"], ["1", "2", "3"]]),
            ("sep=;\na;b\n1;2", [["a", "b"], ["1", "2"]]),
            ("a\n\"\"\n水\n", [["a"], ["水"]]), (" a , b \n x ,y", [["a", "b"], [" x ", "y"]]),
        ])
    func reading(_ text: String, _ expected: [[String]]) throws {
        #expect(try cells(text) == expected)
    }

    @Test("rows have the numbers of a spreadsheet, cells the places of the file")
    func addresses() throws {
        let table = try table("a,b\n\"x\ny\",1\n\n水,2\n")
        #expect(table.rows.map(\.number) == [2, 4])
        #expect(table.rows[1].cells[1].address == FileAddress(file: "x.csv", line: 5, column: 3))
    }

    @Test(
        "what is no table is told at its place",
        arguments: [
            ("", "1:1: the table is empty; its first line names the columns"),
            ("\n\n", "1:1: the table is empty; its first line names the columns"),
            ("a,a\n", "1:3: two columns are named 'a'; rename one"),
            (
                "a,b\n1,2,3\n",
                "2:5: this row has 3 cells, but the header has 2; check its quotes and delimiters"
            ),
            (
                "a,b\n\"1\" x,2\n",
                "2:4: text follows the closing quote; a quote within a cell is written twice"
            ),
            ("a,b\n1,\"2\n", "2:3: the brace or quotation mark opened here is not closed; close it"),
        ])
    func errors(_ text: String, _ message: String) throws {
        let error = #expect(throws: ImportError.self) { try table(text) }
        #expect(error?.description == "x.csv:" + message)
    }

    @Test("any table that is written is read again", arguments: 0..<200)
    func roundTrip(seed: UInt64) throws {
        var random = Seeded(seed: seed)
        let alphabet = ["a", "水", "\"", ",", ";", "\t", "\n", "\r\n", "'", "=", "-", " ", "", "@", "＝", "'="]
        func cell() -> String {
            (0..<Int.random(in: 0...4, using: &random)).map { _ in
                alphabet.randomElement(using: &random) ?? ""
            }.joined()
        }
        let columns = Int.random(in: 1...4, using: &random)
        let header = (0..<columns).map { "column \($0)" }
        let rows = (0..<5).map { _ in (0..<columns).map { _ in cell() } }
        let delimiter = DelimitedTable.Delimiter.allCases[Int.random(in: 0...2, using: &random)]
        let text = DelimitedLines.written(
            [header] + rows, delimiter: Character(delimiter.rawValue),
            byteOrderMark: Bool.random(using: &random))
        let table = try DelimitedTable.read(Array(text.utf8), file: "x.csv", delimiter: delimiter)
        let read = table.rows.map { $0.cells.map { DelimitedLines.plain($0.text) } }
        // Rows without anything in them are no rows.
        #expect(read == rows.filter { row in row.contains { !$0.isEmpty } })
        // One column has no delimiter to be found.
        guard columns > 1 else { return }
        #expect(try DelimitedTable.read(Array(text.utf8), file: "x.csv").delimiter == delimiter)
    }

    @Test("no cell that is written is a formula, and an apostrophe of one's own stays")
    func formulas() {
        #expect(DelimitedLines.written([["=1", "'=1", "a=1", "'a"]]) == "'=1,''=1,a=1,'a\r\n")
        #expect(
            ["'=1", "''=1", "a=1", "'a", "'"].map(DelimitedLines.plain) == ["=1", "'=1", "a=1", "'a", "'"])
    }

    @Test(
        "a negative number is no formula, a date before our era is text",
        arguments: [
            ("-0.4", "-0.4"), ("-12", "-12"), ("-0255", "'-0255"), ("-", "'-"), ("-1-1", "'-1-1"),
            ("-1.", "'-1."),
            ("+1", "'+1"), ("-1.2.3", "'-1.2.3"),
        ])
    func numbers(_ text: String, _ cell: String) {
        #expect(DelimitedLines.written([[text]]) == cell + "\r\n")
        #expect(DelimitedLines.plain(cell) == text)
    }

    @Test(
        "a word of a list may have semicolons, backslashes and nothing in it",
        arguments: [
            ["a", "b"], ["a; b", "c"], ["a\\", "b"], ["\\;", ";", ""], ["", "x"], ["a\\n"],
        ])
    func lists(_ words: [String]) {
        #expect(DelimitedLines.words(of: DelimitedLines.list(words)) == words)
    }

    @Test("a list by hand has its words divided by semicolons, with or without blanks")
    func listsByHand() {
        #expect(DelimitedLines.words(of: "a;b ; c\\d") == ["a", "b", "c\\d"])
    }
}

struct TableMappingTests {
    private func rows(_ text: String, _ mapping: TableMapping) throws -> TableImport {
        try mapping.rows(of: DelimitedTable.read(Array(text.utf8), file: "x.csv"))
    }

    @Test("columns are fields by the map, or by their names; the rest is told cell by cell")
    func mapping() throws {
        let map = TableMapping(
            .items, columns: [("Name of practice", "title"), ("Région", "places"), ("Titre", "title_fr")])
        let result = try rows(
            "id,Name of practice,Titre,Région,Coder,pane\nthe-lots,Lots,Le sort,plc-a; plc-b,AB,left\n", map)
        #expect(
            result.records.map(\.values) == [
                ["id": "the-lots", "title": "Lots", "title_fr": "Le sort", "places": "plc-a; plc-b"]
            ])
        #expect(result.records[0].words(of: "places") == ["plc-a", "plc-b"])
        #expect(result.records[0].wordings(of: "title") == ["": "Lots", "fr": "Le sort"])
        #expect(result.records[0].addresses["title_fr"] == FileAddress(file: "x.csv", line: 2, column: 15))
        #expect(
            result.report.lines(in: .english) == [
                "5 of 6 fields carried", "x.csv:2:36: row 2: Coder “AB”: a field of this name is not known",
            ])
    }

    @Test("a column or field that is not there is told, and a field may have one column")
    func errors() throws {
        func message(_ columns: [(String, String)], _ header: String) -> String? {
            let map = TableMapping(.links, columns: columns.map { (column: $0.0, field: $0.1) })
            return #expect(throws: ImportError.self) { try rows(header + "\n1,2\n", map) }?.message.english
        }
        #expect(message([("X", "to")], "a,b") == "the table has no column 'X'; it has a, b")
        #expect(
            message([("a", "target")], "a,b")
                == "there is no field 'target'; choose one of from, relation, to, because, source, classified"
        )
        #expect(
            message([("a", "flow_x"), ("a", "because_123456789")], "a,b")?.hasPrefix("there is no field")
                == true)
        #expect(message([("a", "to"), ("b", "to")], "a,b") == "two columns are mapped to 'to'; choose one")
    }

    @Test("a column that is mapped goes before one of the field's name")
    func precedence() throws {
        let result = try rows("to,Target\nold,new\n", TableMapping(.links, columns: [("Target", "to")]))
        #expect(result.records[0].values == ["to": "new"])
        #expect(result.report.lost.map(\.value) == ["old"])
    }

    @Test("a map of the command line is divided at its last equals sign")
    func parsing() {
        #expect(TableMapping.parsed("a=b=title_en").map { [$0.column, $0.field] } == ["a=b", "title_en"])
        #expect(TableMapping.parsed("title") == nil)
        #expect(TableMapping.parsed("=title") == nil)
    }
}
