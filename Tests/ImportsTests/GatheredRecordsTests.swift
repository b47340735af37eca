import CaseFiles
import CaseModel
import Testing

@testable import Imports

/// Tables and JSON on their way into a case.
struct GatheredRecordsTests {
    private static let valley: Case = {
        var manifest = Manifest(id: "valley", title: Text(english: "Valley"))
        manifest.languages = [.english]
        var whole = Case(manifest: manifest)
        whole.panes = ["left", "middle", "right"].map { Pane(id: ID($0), title: Text($0)) }
        whole.kinds = [
            Kind(id: "practice", pane: "right", title: Text("X"), plural: Text("X"), role: .project)
        ]
        whole.relations = [Relation(id: "on", title: Text("on"), inverse: Text("under"), flow: .forward)]
        whole.sources = [Source(id: "src-a", title: Text("A"), form: .book)]
        whole.items = [Item(id: "weir", kind: "practice", title: Text(english: "Weir"))]
        return whole
    }()

    private func rows(_ text: String, _ table: RecordTable) throws -> TableImport {
        try TableMapping(table).rows(of: DelimitedTable.read(Array(text.utf8), file: "x.csv"))
    }

    private func member(_ keys: String..., of document: JSONValue?) -> JSONValue? {
        var value = document
        for key in keys {
            if case .array(let elements)? = value, let place = Int(key) {
                value = place < elements.count ? elements[place] : nil
            } else {
                value = value?[key]
            }
        }
        return value
    }

    @Test("evidence, links and metrics stand in their items, those of places and actors too")
    func nesting() throws {
        var gathered = GatheredRecords(for: Self.valley)
        _ = try gathered.add(rows("id,kind,title\ncanal,practice,Canal\n", .items), as: .items)
        _ = try gathered.add(rows("id,title\nplc-x,X\n", .places), as: .places)
        _ = try gathered.add(
            rows(
                "about,about_type,claim,source\ncanal,,It is dry.,src-a\nplc-x,place,It is high.,src-a\n",
                .evidence),
            as: .evidence)
        _ = try gathered.add(rows("from,relation,to\ncanal,on,weir\n", .links), as: .links)
        _ = try gathered.add(rows("about,name,value\ncanal,length,12.50\n", .metrics), as: .metrics)
        let document = gathered.document
        #expect(member("items", "0", "evidence", "0", "claim", of: document) == .string("It is dry."))
        #expect(member("items", "0", "links", "0", "to", of: document) == .string("weir"))
        #expect(member("items", "0", "metrics", "0", "value", of: document) == .number("12.50"))
        #expect(member("places", "0", "evidence", "0", "claim", of: document) == .string("It is high."))
    }

    @Test("what belongs to a record of the case is added to it, but not what it has already")
    func additions() throws {
        var gathered = GatheredRecords(for: Self.valley)
        let table = "about,claim,source\nweir,It is old.,src-a\nweir,It is wet.,src-a\n"
        #expect(
            try gathered.add(rows(table, .evidence), as: .evidence).summary.english == "6 of 6 fields carried"
        )
        _ = try gathered.add(rows("from,relation,to\nweir,on,weir\n", .links), as: .links)
        #expect(gathered.document == nil)
        #expect(
            gathered.additions.map { [$0.section, $0.id, $0.list] } == [
                ["items", "weir", "evidence"], ["items", "weir", "links"],
            ])
        #expect(
            gathered.additions[0].records.map { $0["claim"] } == [
                .string("It is old."), .string("It is wet."),
            ])

        var known = Self.valley
        known.items[0].evidence = [
            Evidence(claim: Text("It is old."), source: "src-a", strength: .primary)
        ]
        var again = GatheredRecords(for: known)
        let report = try again.add(
            rows("about,claim,source,strength\nweir,It is old.,src-a,primary\n", .evidence), as: .evidence)
        #expect(again.additions.isEmpty && report.lost.isEmpty)
        #expect(report.summary.english == "4 of 4 fields carried, 4 of them in the case already")
        #expect(report.summary.chinese == "4 个字段中 4 个已导入，其中 4 个案例中已有")
    }

    @Test("a source is named by its citation key")
    func citationKeys() throws {
        var whole = Self.valley
        var source = Source(id: "src-ostrom-1990-governing", title: Text("Governing"), form: .book)
        source.citationKey = "ostrom1990"
        whole.sources = [source]
        var gathered = GatheredRecords(for: whole)
        _ = try gathered.add(
            rows("id,type,title,citation_key\nsrc-b,book,B,smith:2020\n", .sources), as: .sources)
        let table = "about,claim,source\nweir,It is old.,ostrom1990\nweir,It is new.,smith:2020\n"
        _ = try gathered.add(rows(table, .evidence), as: .evidence)
        #expect(
            gathered.additions[0].records.map { $0["source"] } == [
                .string("src-ostrom-1990-governing"), .string("src-b"),
            ])
    }

    @Test("a record that the case has is named with the reason")
    func standing() throws {
        var gathered = GatheredRecords(for: Self.valley)
        let items = try gathered.add(rows("id,kind,title\nweir,practice,Weir\n", .items), as: .items)
        #expect(items.lines(in: .english) == ["3 of 3 fields carried, 3 of them in the case already"])
        #expect(gathered.document == nil)
        // In other words it is one line, whatever the number of its cells.
        let changed = try gathered.add(rows("id,kind,title\nweir,practice,Dam\n", .items), as: .items)
        #expect(
            changed.lines(in: .english) == [
                "0 of 3 fields carried; 1 record is not imported",
                "x.csv:2:1: row 2 is not imported: 'weir' stands in the case and says something else; change it there if this is right",
            ])
        #expect(changed.lines(in: .chinese)[1].contains("“weir”已在案例中，内容有所不同"))
        #expect(gathered.document == nil)
    }

    @Test("a row about nothing is left out with its place, and the others come")
    func aboutNothing() throws {
        var gathered = GatheredRecords(for: Self.valley)
        let table = "about,claim\nwier,It is old.\nweir,It is wet.\n,It is dry.\n"
        let report = try gathered.add(rows(table, .evidence), as: .evidence)
        #expect(gathered.additions.map(\.records.count) == [1] && report.leftOut.count == 2)
        #expect(
            report.lines(in: .english) == [
                "2 of 5 fields carried; 2 records are not imported",
                "x.csv:2:1: row 2 is not imported: 'wier' is in no table of --items or --places or --actors and not in the case; name the record that this belongs to",
                "x.csv:4:1: row 4 is not imported: it has no 'about', which every row of evidence needs; add it",
            ])
        #expect(report.lines(in: .chinese)[1].hasPrefix("x.csv:2:1: 第 2 行 未导入：“wier”不在"))
    }

    @Test(
        "a row that lacks what each has, or names what is nowhere, is left out, and a cell that need not be")
    func lackingRows() throws {
        var gathered = GatheredRecords(for: Self.valley)
        let items = try gathered.add(
            rows(
                "title,kind,parent,places\nDam,practice,,plc-x\n,practice,,\nPond,pracitce,,\nPool,practice,Pond,\n",
                .items), as: .items)
        #expect(
            items.lines(in: .english) == [
                "4 of 9 fields carried; 2 records are not imported",
                "x.csv:3:1: row 3 is not imported: it has no 'title', which every row of items needs; add it",
                "x.csv:4:6: row 4 is not imported: neither the case nor a table has the kind 'pracitce'; correct it, or import that first",
                "x.csv:2:15: row 2: places “plc-x”: neither the case nor a table has the place 'plc-x'; correct it, or import that first",
                "x.csv:5:15: row 5: parent “Pond”: neither the case nor a table has the item 'Pond'; correct it, or import that first",
            ])
        #expect(member("items", "0", "title", of: gathered.document) == .string("Dam"))
        #expect(member("items", "1", "title", of: gathered.document) == .string("Pool"))
        #expect(member("items", "2", of: gathered.document) == nil)
        let evidence = try gathered.add(
            rows(
                "about,claim,source,strength\nweir,A,src-a,primary\nweir,B,src-b,primary\nweir,C,src-a,\nweir,D,src-a,strong\nPond,E,src-a,primary\n",
                .evidence), as: .evidence)
        #expect(evidence.leftOut.map(\.address.line) == [3, 4, 5, 6])
        #expect(gathered.additions.map(\.records.count) == [1])
        // Without a case what is missing may stand in another file of it.
        var alone = GatheredRecords()
        let report = try alone.add(rows("title,kind,parent\nDam,dam,lake\n", .items), as: .items)
        #expect(report.lost.isEmpty && report.leftOut.isEmpty)
    }

    @Test("evidence without a strength has the one that is given for it")
    func strengths() throws {
        var gathered = GatheredRecords(for: Self.valley)
        let table = "about,claim,strength\nweir,A,\nweir,B,analytic\n"
        _ = try gathered.add(rows(table, .evidence), as: .evidence, strength: "reported")
        #expect(gathered.additions[0].records.map { $0["strength"]?.word } == ["reported", "analytic"])
    }

    @Test("of two rows with one id the second is named as lost")
    func sameID() throws {
        var gathered = GatheredRecords()
        let report = try gathered.add(
            rows("id,title,kind\nx-1,Weir,action\nx-1,Weir again,action\n", .items), as: .items)
        #expect(
            report.lines(in: .english) == [
                "3 of 6 fields carried; 1 record is not imported",
                "x.csv:3:1: row 3 is not imported: row 2 has the id 'x-1' already; give it another id",
            ])
        #expect(report.lines(in: .chinese)[1].hasSuffix("第 2 行已用了编号“x-1”；请换一个编号"))
        #expect(member("items", "1", of: gathered.document) == nil)
    }

    @Test("what the format cannot read is named as lost and not written")
    func unreadableCells() throws {
        var gathered = GatheredRecords()
        let table = """
            id,title,kind,period_start,places,status,status_as_of,short
            Weir 1,Weir,action,12/03/2018,plc-a; Valley Town,,,
            weir-2,Second weir,action,2018,,done,31 June,\(String(repeating: "x", count: 30))

            """
        let report = try gathered.add(rows(table, .items), as: .items)
        #expect(
            report.lost.map(\.name) == ["id", "period_start", "places", "status_as_of", "short"],
            "\(report.lines(in: .english))")
        #expect(
            report.lines(in: .english)[2].hasPrefix(
                "x.csv:2:20: row 2: period_start “12/03/2018”: '12/03/2018' is not a date"))
        #expect(member("items", "0", "id", of: gathered.document) == .string("weir"))
        #expect(member("items", "0", "period", of: gathered.document) == nil)
        #expect(member("items", "0", "places", of: gathered.document) == .array([.string("plc-a")]))
        #expect(member("items", "1", "status", of: gathered.document) != nil)
    }

    @Test("a title stands for the id of what has it, in the case or in a table")
    func titlesForIDs() throws {
        var gathered = GatheredRecords(for: Self.valley)
        _ = try gathered.add(rows("id,title\nplc-upper,Upper Valley\n", .places), as: .places)
        let items = try gathered.add(
            rows("title,kind,places,parent\nDam,X,Upper Valley,Canal\nCanal,practice,,\n", .items),
            as: .items)
        let evidence = try gathered.add(
            rows("about,claim,source,strength\nDam,It is high.,src-a,primary\n", .evidence), as: .evidence)
        let links = try gathered.add(rows("from,relation,to\nCanal,on,Weir\n", .links), as: .links)
        #expect(items.lost.isEmpty && evidence.lost.isEmpty && links.lost.isEmpty)
        let document = gathered.document
        #expect(member("items", "0", "kind", of: document) == .string("practice"))
        #expect(member("items", "0", "places", "0", of: document) == .string("plc-upper"))
        #expect(member("items", "0", "parent", of: document) == .string("canal"))
        #expect(member("items", "0", "evidence", "0", "claim", of: document) == .string("It is high."))
        #expect(member("items", "1", "links", "0", "to", of: document) == .string("weir"))
    }

    @Test("a text without a language is of the case's first where others have one")
    func mixedTexts() throws {
        var gathered = GatheredRecords(for: Self.valley)
        let report = try gathered.add(
            rows("kind,title,title_fr,title_en\npractice,Lots,Le sort,\npractice,A,,B\n", .items), as: .items)
        #expect(member("items", "0", "title", "en", of: gathered.document) == .string("Lots"))
        #expect(member("items", "0", "title", "fr", of: gathered.document) == .string("Le sort"))
        #expect(member("items", "1", "title", of: gathered.document) == .object([("en", .string("B"))]))
        #expect(report.lost.map(\.value) == ["A"] && report.lost.map(\.outcome) == [.again])
    }

    @Test("ids are made of titles, and none twice")
    func ids() throws {
        var gathered = GatheredRecords(for: Self.valley)
        _ = try gathered.add(rows("title\nWeir\nWeir\n水\n", .items), as: .items, kind: "practice")
        let ids = (0..<3).map { member("items", "\($0)", "id", of: gathered.document)?.word }
        #expect(ids == ["weir-2", "weir-3", "item"])
        #expect(member("items", "0", "kind", of: gathered.document) == .string("practice"))
    }

    private func json(_ text: String, into existing: Case? = nil) throws -> (JSONValue?, ImportReport) {
        var gathered = GatheredRecords(for: existing)
        let report = try gathered.add(json: Array(text.utf8), file: "x.json")
        return (gathered.document, report)
    }

    @Test("a whole case becomes a new one as it is")
    func wholeCase() throws {
        let (document, report) = try json(Self.valley.jsonFile)
        #expect(document == Self.valley.document)
        #expect(report.lost.isEmpty)
    }

    @Test("of a case that goes into another, what that has of its own is named")
    func intoAnother() throws {
        var other = Self.valley
        other.manifest.title = Text(english: "Other")
        other.items.append(Item(id: "canal", kind: "practice", title: Text(english: "Canal")))
        let (document, report) = try json(other.jsonFile, into: Self.valley)
        #expect(document == .object([("items", .array([other.items[1].json]))]))
        #expect(report.lost.map(\.name) == ["case"])
        #expect(report.lost.first?.outcome == .caseHasOwn)
        other.items[0].title = Text(english: "Another weir")
        #expect(try json(other.jsonFile, into: Self.valley).1.leftOut.map(\.record.english) == ["weir"])
    }

    @Test("of two rows that say the same of one item the second is left out, in the case or in a table")
    func sameClaim() throws {
        var gathered = GatheredRecords(for: Self.valley)
        _ = try gathered.add(rows("id,kind,title\ncanal,practice,Canal\n", .items), as: .items)
        let claims = ["weir", "weir", "canal", "canal", "canal"].map { "\($0),It is old.,src-a,primary" }
        let report = try gathered.add(
            rows("about,claim,source,strength\n\(claims.joined(separator: "\n"))\n", .evidence), as: .evidence
        )
        #expect(report.leftOut.map(\.address.line) == [3, 5, 6])
        #expect(
            report.lines(in: .english)[1]
                == "x.csv:3:1: row 3 is not imported: an earlier one says the same; delete one of the two")
        #expect(gathered.additions.map(\.records.count) == [1])
        #expect(member("items", "0", "evidence", "1", of: gathered.document) == nil)
    }

    @Test("a claim is known however its row writes it")
    func otherForm() throws {
        var known = Self.valley
        var claim = Evidence(claim: Text("It is old."), source: "src-a", strength: .primary)
        claim.locator = Locator(Text("preface"))
        known.items[0].evidence = [claim]
        var gathered = GatheredRecords(for: known)
        let table =
            "about,claim,source,strength,supports,locator_en\nweir,It is old.,src-a,primary,supports,preface\n"
        let report = try gathered.add(rows(table, .evidence), as: .evidence)
        #expect(gathered.additions.isEmpty && report.hasKnown, "\(report.lines(in: .english))")
    }

    @Test("what JSON has more of an item of the case is added to it")
    func moreOfAnItem() throws {
        var other = Self.valley
        other.items[0].evidence = [Evidence(claim: Text("Old."), source: "src-a", strength: .primary)]
        var gathered = GatheredRecords(for: Self.valley)
        let report = try gathered.add(json: Array(other.jsonFile.utf8), file: "x.json")
        #expect(gathered.document == nil && report.lost.isEmpty && report.hasKnown)
        #expect(gathered.additions.map(\.records) == [[other.items[0].evidence[0].json]])
        var again = GatheredRecords(for: other)
        _ = try again.add(json: Array(other.jsonFile.utf8), file: "x.json")
        #expect(again.document == nil && again.additions.isEmpty)
    }

    @Test("a claim of JSON about what is nowhere is one line")
    func nowhere() throws {
        let (document, report) = try json(
            #"[{"about": "weir", "claim": "Old.", "source": "src-a", "strength": "primary"}]"#)
        #expect(document == nil)
        #expect(
            report.lines(in: .english) == [
                "0 of 4 fields carried; 1 record is not imported",
                "x.json:1:2: weir is not imported: neither the file nor a case has the item or place or actor 'weir' that it belongs to; name a case that has it with --into",
            ])
    }

    @Test("what commands add to records is no loss, and a part of one is none")
    func commands() throws {
        let item =
            #""id": "a", "entity": "item", "kind": "k", "title": "T", "rank": 5, "matched_in": "title""#
        let (document, report) = try json(#"[{\#(item), "approximate": false, "incoming": []}]"#)
        #expect(member("items", "0", "id", of: document) == .string("a"))
        #expect(report.lost.isEmpty, "\(report.lines(in: .english))")
        for (text, key) in [
            (#"[{"id": "a", "entity": "source", "title": "T"}]"#, "type"),
            (#"{"through": "both", "items": [{"id": "a", "actors": [], "degree": 0}]}"#, "kind"),
        ] {
            let error = #expect(throws: ImportError.self) { try json(text, into: Self.valley) }
            #expect(error?.message.english?.hasPrefix("this has no '\(key)', which every") == true, "\(text)")
        }
    }

    @Test(
        "a list of records is of the kind whose keys it has",
        arguments: [
            (#"[{"id": "a", "kind": "k", "title": "T", "pane": "p", "modes": [], "parent": null}]"#, "items"),
            (#"{"id": "a", "type": "web", "title": "T", "cited_by": []}"#, "sources"),
            (#"[{"id": "a", "title": "T", "lat": 1, "lon": 2, "items": []}]"#, "places"),
            (#"[{"id": "a", "title": "T", "level": "city"}]"#, "actors"),
            (#"[{"id": "a", "title": "T", "steps": []}]"#, "tours"),
        ])
    func lists(_ text: String, _ key: String) throws {
        let (document, report) = try json(text)
        #expect(member(key, "0", "id", of: document) == .string("a"))
        #expect(report.lost.isEmpty, "\(report.lines(in: .english))")
    }

    @Test("an unknown key is named, and what is no record is refused at its place")
    func strangers() throws {
        let (_, report) = try json(#"[{"id": "a", "kind": "k", "title": "T", "colour": "red"}]"#)
        #expect(
            report.lines(in: .english) == [
                "3 of 4 fields carried", "x.json:1:51: a: colour “red”: a field of this name is not known",
            ])
        for text in ["3", "[3]", #"[{"name": "x"}]"#, #"{"items": 3}"#] {
            let error = #expect(throws: ImportError.self) { try json(text) }
            #expect(error?.message.english?.hasPrefix("this is neither a case") == true, "\(text)")
        }
    }
}
