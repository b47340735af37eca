import Foundation
import SessionSupport
import Testing

/// The commands that survey the bundled case, compared with `list` and `show`.
@Suite struct SurveyCommandTests {
    private func run(_ arguments: String...) throws -> Invocation { try Invocation(arguments) }

    /// Every item as printed by `show`.
    private func items() throws -> [[String: Any]] {
        let ids = try Invocation.records("list").map { try #require($0["id"] as? String) }
        return try Invocation.records(of: Invocation(["show"] + ids + ["--format", "json"]).output)
    }

    private func id(_ record: [String: Any]) throws -> String { try #require(record["id"] as? String) }

    /// Expects lists to contain the items that name an id under a key.
    private func expect(
        _ records: [[String: Any]], key: String, name itemsKey: String
    ) throws {
        let listed = try Invocation.records("list")
        for record in records {
            let own = try id(record)
            let wanted = try listed.filter { ($0[key] as? [String])?.contains(own) == true }.map(id)
            #expect(record[itemsKey] as? [String] == wanted, "\(own)")
        }
    }

    @Test func `overview agrees with list and show`() throws {
        let text = try run("overview", "--format", "json").output
        let overview = try #require(
            try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(Set(overview.keys) == ["items", "evidence", "sources", "links", "unevidenced"])

        let items = try items()
        let kinds = Dictionary(grouping: items) { $0["kind"] as? String ?? "" }.mapValues(\.count)
        #expect(overview["items"] as? [String: Int] == kinds)

        let strengths = items.flatMap { $0["evidence"] as? [[String: Any]] ?? [] }
            .compactMap { $0["strength"] as? String }
        var evidence = Dictionary(grouping: strengths) { $0 }.mapValues(\.count)
        evidence["total"] = strengths.count
        #expect(overview["evidence"] as? [String: Int] == evidence)
        let listed = try Invocation.records("list").compactMap { $0["evidence_count"] as? Int }
        #expect(evidence["total"] == listed.reduce(0, +))

        let links = items.flatMap { $0["links"] as? [[String: Any]] ?? [] }
        let sourced = links.count { $0["source"] is String }
        let classified = links.count { $0["classified"] as? Bool == true }
        #expect(
            overview["links"] as? [String: Int] == [
                "sourced": sourced - classified, "classified": classified,
                "interpretation": links.count - sourced,
            ])
        #expect(overview["sources"] as? Int == (try Invocation.records("sources").count))
        let unevidenced = try items.filter { $0["evidence"] == nil }.map(id)
        #expect(overview["unevidenced"] as? [String] == unevidenced)
    }

    @Test func `overview prints a page with the citation, the method and the limits`() throws {
        let page = try run("overview", "--lang", "en", "--width", "200").output
        for part in [
            "Chongqing–Guizhou adjacent inter-provincial collaborative governance\n渝黔毗邻省际协作治理\n",
            "赵映, 张鹏. 新发展格局下毗邻省际协作治理的路径策略", "2026, 32(2): 27-41",
            "DOI: 10.11835/j.issn.1008-5831.jg.2024.04.003", "Unevidenced items", "semi-structured interview",
        ] {
            #expect(page.contains(part), "\(part)")
        }
        let chinese = try run("overview", "--lang", "zh").output
        #expect(chinese.contains("赵映, 张鹏. 新发展格局下毗邻省际协作治理的路径策略"))
        #expect(chinese.contains("半结构化访谈"))
        #expect(try run("overview", "--width", "3").status == 64)
    }

    @Test func `sources lists the citing entities`() throws {
        let records = try Invocation.records("sources")
        #expect(records.count >= 200)
        let items = try items()
        let itemIDs = Set(try items.map(id))
        var cited: [String: Set<String>] = [:]
        for item in items {
            var mentions = ["evidence", "metrics", "links"].flatMap { item[$0] as? [[String: Any]] ?? [] }
            mentions.append(item["status"] as? [String: Any] ?? [:])
            for source in mentions.compactMap({ $0["source"] as? String }) {
                cited[source, default: []].insert(try id(item))
            }
        }
        let keys: Set = [
            "id", "title", "issuer", "authors", "date", "document_number", "type", "url", "doi", "container",
            "accessed", "checked", "note", "cited_by", "language", "outlet", "copy", "archived",
            "title_is_descriptive", "publisher", "publication_place", "genre", "edition", "editors", "isbn",
            "issn",
            "archive", "archive_location",
        ]
        for record in records {
            #expect(keys.isSuperset(of: record.keys))
            let citing = try #require(record["cited_by"] as? [String])
            #expect(!citing.isEmpty, "\(record["id"] ?? "?") is cited by nobody")
            #expect(Set(citing).count == citing.count)
            #expect(Set(citing).intersection(itemIDs) == cited[try id(record)] ?? [])
        }
        let paper = try #require(try records.first { try id($0) == "src-paper-2026" })
        let authors = try #require(paper["authors"] as? [[String: String]])
        #expect(authors.map { $0["zh"] } == ["赵映", "张鹏"])
        #expect((paper["container"] as? [String: Any])?["pages"] as? String == "27–41")
    }

    @Test func `places lists coordinates, borders and items`() throws {
        let records = try Invocation.records("places")
        let keys: Set = [
            "id", "title", "province", "lat", "lon", "coordinates_source", "borders", "summary", "evidence",
            "note", "items", "within", "kind", "no_coordinates", "outline",
        ]
        let ids = Set(try records.map(id))
        for record in records {
            #expect(keys.isSuperset(of: record.keys))
            for border in record["borders"] as? [Any] ?? [] {
                // A border without a source is the other place's id alone.
                let sourced = border as? [String: String]
                #expect(ids.contains(sourced?["place"] ?? border as? String ?? ""))
                #expect(sourced == nil || sourced?["source"] != nil)
            }
        }
        try expect(records, key: "places", name: "items")
        let qijiang = try #require(try records.first { try id($0) == "plc-qijiang" })
        #expect(qijiang["lat"] as? Double == 29.0231)
        let lines = try run("places", "--lang", "en").output.split(separator: "\n")
        #expect(lines.count == records.count)
        // The border is stated by the place on the other side.
        let tongzi = try #require(lines.first { $0.hasPrefix("plc-tongzi ") })
        #expect(tongzi.contains("28.1368, 106.822"))
        #expect(tongzi.contains("Qijiang District"))
    }

    @Test func `actors lists level, side and items`() throws {
        let records = try Invocation.records("actors")
        let levels: Set = ["central", "provincial", "city", "county", "township", "market", "public"]
        for record in records {
            let keys: Set = ["id", "title", "level", "side", "summary", "evidence", "note", "items"]
            #expect(keys.isSuperset(of: record.keys))
            #expect(levels.contains(record["level"] as? String ?? ""))
        }
        try expect(records, key: "actors", name: "items")
        let text = try run("actors", "--lang", "zh").output
        #expect(text.split(separator: "\n").count == records.count)
    }

    @Test func `tours lists steps, and the items of the steps`() throws {
        let records = try Invocation.records("tours")
        #expect(try records.map(id).contains("seminar"))
        let known = Set(try Invocation.records("list").map(id))
        let text = try run("tours", "--lang", "en").output
        for record in records {
            #expect(Set(record.keys) == ["id", "title", "minutes", "steps", "items"])
            let steps = try #require(record["steps"] as? [[String: Any]])
            var stops: [String] = []
            for step in steps {
                let keys: Set = [
                    "at", "view", "evidence", "from", "pins", "filter", "cell", "order", "viewpoint",
                    "headline",
                    "points", "notes", "minutes",
                ]
                #expect(keys.isSuperset(of: step.keys))
                if let at = step["at"] as? String, !stops.contains(at) { stops.append(at) }
                let english = (step["headline"] as? [String: Any])?["en"] ?? step["headline"]
                #expect(text.contains(try #require(english as? String)))
            }
            #expect(record["items"] as? [String] == stops)
            #expect(known.isSuperset(of: stops))
        }
    }

    @Test(arguments: ["sources", "places", "actors", "tours"])
    func `an empty result is an empty list, with status 1`(command: String) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let bare = """
            format: 1
            case: {id: bare, title: Bare}
            panes: [{id: a, title: A}, {id: b, title: B}, {id: c, title: C}]
            kinds: [{id: thing, pane: a, title: thing, plural: things, role: element}]
            items: [{id: one, kind: thing, title: One}]

            """
        try Data(bare.utf8).write(to: folder.appending(path: "case.yaml"))
        let json = try run(command, "--case", folder.path, "--format", "json")
        #expect(json.status == 1)
        #expect(try Invocation.records(of: json.output).isEmpty)
        #expect(try run(command, "--case", folder.path).output.isEmpty)
        #expect(try run(command, "--case", folder.path + "-gone").status == 66)
        // A case without tours can be presented all the same, from the explorer.
        let presented = try run("present", "--case", folder.path, "--name", "n", "--lang", "en")
        #expect(
            presented.status == 66 && presented.errors.contains("begin in the explorer with --record FILE"))
        let overview = try run("overview", "--case", folder.path, "--lang", "en")
        #expect(overview.status == 0)
        #expect(overview.output.contains("Unevidenced items 1\n  · One\n"))
    }
}
