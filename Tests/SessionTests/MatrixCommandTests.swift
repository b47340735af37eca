import Foundation
import SessionSupport
import Testing
import TextLayout

/// `triptych matrix` of the bundled case, with each cell and total compared with the output of `list`.
@Suite struct MatrixCommandTests {
    /// The command's output: the ids of the axes, and for each row and column the items and the claims.
    private struct Printed {
        var rows: [String] = []
        var columns: [String] = []
        var items: [[String]: [String]] = [:]
        var evidence: [[String]: Int] = [:]

        init(_ arguments: String...) throws {
            let text = try Invocation(["matrix"] + arguments + ["--format", "json"]).output
            let object = try #require(
                try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
            #expect(Set(object.keys) == ["rows", "columns", "cells"])
            rows = try #require(object["rows"] as? [String])
            columns = try #require(object["columns"] as? [String])
            let cells = try #require(object["cells"] as? [[String: Any]])
            for cell in cells {
                #expect(Set(cell.keys) == ["row", "column", "items", "evidence_count"])
                let place = try [#require(cell["row"] as? String), #require(cell["column"] as? String)]
                items[place] = try #require(cell["items"] as? [String])
                evidence[place] = try #require(cell["evidence_count"] as? Int)
            }
            // All cells are included, row by row, even empty ones.
            #expect(
                cells.map { [$0["row"] as? String, $0["column"] as? String] }
                    == rows.flatMap { row in columns.map { [row, $0] } })
        }
    }

    /// The ids of the projects that a filter includes, and all their claims.
    private func listed(_ filter: String) throws -> (items: [String], evidence: Int) {
        let output = try Invocation(["list", "project", "--filter", filter, "--format", "json"]).output
        let records = try Invocation.records(of: output)
        return (
            records.compactMap { $0["id"] as? String },
            records.compactMap { $0["evidence_count"] as? Int }.reduce(0, +)
        )
    }

    @Test func `each cell equals a list by its field and its mode`() throws {
        let printed = try Printed()
        #expect(printed.rows == (try Invocation.records("list", "field").compactMap { $0["id"] as? String }))
        #expect(
            printed.columns == (try Invocation.records("list", "mode").compactMap { $0["id"] as? String }))
        for row in printed.rows {
            for column in printed.columns {
                let listed = try listed("field:\(row) mode:\(column)")
                #expect(printed.items[[row, column]] == listed.items, "\(row) \(column)")
                #expect(printed.evidence[[row, column]] == listed.evidence, "\(row) \(column)")
            }
        }
    }

    @Test(arguments: [("place", "field"), ("year", "field"), ("level", "mode")])
    func `each cell on other axes is the intersection of its row and its column`(
        rows: String, columns: String
    ) throws {
        let printed = try Printed("--rows", rows, "--columns", columns)
        // A period with an open end includes all later years, so that ids are queried one by one.
        let ofColumns = try printed.columns.map { try listed("\(columns):\($0)").items }
        for row in printed.rows {
            let ofRow = try listed("\(rows):\(row)").items
            for (column, items) in zip(printed.columns, ofColumns) {
                #expect(printed.items[[row, column]] == ofRow.filter(items.contains), "\(row) \(column)")
            }
        }
    }

    @Test func `totals equal the list, and a filter narrows them`() throws {
        for (filter, arguments) in [("", []), ("level:central", ["--filter", "level:central"])] {
            let text = try Invocation(["matrix", "--lang", "en"] + arguments).output
            let all = try listed(filter + " kind:project")
            let lines = text.split(separator: "\n").map(String.init)
            let total = try #require(lines.first { $0.hasPrefix("total ") })
            #expect(total.hasSuffix(" \(all.items.count)·\(all.evidence)"))
            let ecology = try listed(filter + " field:fld-ecology")
            let line = try #require(lines.first { $0.hasPrefix("Joint ecological ") })
            #expect(line.hasSuffix(" \(ecology.items.count)·\(ecology.evidence)"))
        }
    }

    @Test(arguments: ["zh", "en", "both"], [20, 40, 60, 80, 120])
    func `the table is as wide as asked for, and no figure is divided`(language: String, width: Int) throws {
        func figures(_ text: String) -> [String] {
            text.matches(of: /[0-9]+·[0-9]+/).map { String($0.output) }.sorted()
        }
        let whole = try Invocation(["matrix", "--lang", language]).output
        let narrow = try Invocation(["matrix", "--lang", language, "--width", "\(width)"]).output
        for line in narrow.split(separator: "\n") {
            #expect(String(line).columns <= width, "\(line)")
        }
        #expect(figures(narrow) == figures(whole))
        guard language == "en" else { return }
        for word in ["coordination", "management", "governance"] where width >= 40 {
            #expect(narrow.contains(word), "\(word) is divided")
        }
    }

    @Test func `gaps are drawn as gaps, and the limits are stated in both languages`() throws {
        let printed = try Printed()
        let gaps = printed.items.values.count(where: \.isEmpty)
        #expect(gaps > 0)
        let english = try Invocation(["matrix", "--lang", "en"]).output
        #expect(english.hasSuffix("\nshows what evidence there is, not what it proves\n"))
        // One more is in the legend, others in the column of items without a mode.
        #expect(english.components(separatedBy: "┄┄").count - 1 > gaps)
        let chinese = try Invocation(["matrix", "--lang", "zh"]).output
        #expect(chinese.hasSuffix("\n显示有哪些证据，而非证据证明了什么。\n"))
    }

    @Test func `along strengths only the claims of a strength count`() throws {
        let printed = try Printed("--columns", "strength")
        let claims = try Invocation.records("export", "evidence")
        #expect(printed.columns == ["primary", "reported", "analytic"])
        #expect(printed.evidence.values.contains { $0 > 0 })
        for row in printed.rows {
            let ofRow = try listed("field:\(row)").items
            for column in printed.columns {
                let items = try #require(printed.items[[row, column]])
                let counted = claims.filter {
                    ofRow.contains($0["about"] as? String ?? "") && $0["strength"] as? String == column
                }
                #expect(Set(items) == Set(counted.compactMap { $0["about"] as? String }), "\(row) \(column)")
                #expect(printed.evidence[[row, column]] == counted.count, "\(row) \(column)")
            }
        }
    }

    @Test func `an unknown axis gets a sentence, and an empty result ends with 1`() throws {
        let axis = try Invocation(["matrix", "--rows", "plce"])
        #expect(axis.status == 66)
        #expect(axis.errors.contains("the case has no kind or facet 'plce'; did you mean 'place'?"))
        let far = try Invocation(["matrix", "--columns", "weather"])
        #expect(far.errors.contains("'weather'; it has kind, field, mode, place"))
        let kind = try Invocation(["matrix", "--cells", "projct"])
        #expect(kind.status == 66)
        #expect(kind.errors.contains("the case has no kind 'projct'; did you mean 'project'?"))
        let filter = try Invocation(["matrix", "--filter", "plce:x"])
        #expect(filter.status == 64)
        let nothing = try Invocation(["matrix", "--filter", "kind:driver", "--format", "json"])
        #expect(nothing.status == 1)
        #expect(nothing.output.contains("\"evidence_count\": 0"))
    }
}
