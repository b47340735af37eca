import CaseModel

@testable import Explorer

/// The small case with more to cross: two modes, a project in two cells, one in none, one without claims.
///
/// ```
///              横向   纵向   未归类
/// 基础设施      1·2    2·3     –
/// 生态           –     1·0    1·1
/// 公共服务       –      –      –
/// 未归类         –     1·1     –
/// ```
enum MatrixCase {
    static let graph = CaseGraph(make())

    static func make() -> Case {
        var made = SmallCase.make()
        made.matrix = Matrix(rows: "field", columns: "mode", cells: "project")
        made.items.removeAll { $0.kind == "mode" || $0.kind == "field" || $0.kind == "project" }
        made.items += [
            item("mode-across", "mode", "横向平等协调", "Coordination among equals"),
            item("mode-down", "mode", "纵向管理", "Vertical management"),
            item("fld-roads", "field", "基础设施", "Infrastructure"),
            item("fld-water", "field", "生态", "Ecology"),
            item("fld-service", "field", "公共服务", "Public services"),
            item(
                "prj-rail", "project", "渝贵铁路", "Chongqing–Guiyang railway", under: "fld-roads",
                modes: ["mode-across", "mode-down"], claims: ["src-news", "src-paper"]),
            item(
                "prj-ferry", "project", "渡口", "Ferry", under: "fld-roads", modes: ["mode-down"],
                claims: ["src-news"]),
            item("prj-river", "project", "河流治理", "River agreement", under: "fld-water", modes: ["mode-down"]),
            item("prj-dam", "project", "水库", "Reservoir", under: "fld-water", claims: ["src-paper"]),
            item("prj-lone", "project", "孤立项目", "Lone project", modes: ["mode-down"], claims: ["src-news"]),
        ]
        for index in made.items.indices where made.items[index].id == "prj-rail" {
            made.items[index].places = ["plc-qijiang"]
            made.items[index].period = Period(start: PartialDate("2013-05"), end: PartialDate("2018-01-25"))
            made.items[index].links.append(Link(to: "arr-pact", relation: "implements"))
        }
        return made
    }

    private static func item(
        _ id: ID<Item>, _ kind: ID<Kind>, _ chinese: String, _ english: String, under parent: ID<Item>? = nil,
        modes: [ID<Item>] = [], claims: [ID<Source>] = []
    ) -> Item {
        var item = Item(id: id, kind: kind, title: Text(chinese: chinese, english: english))
        item.parent = parent
        item.links = Records(modes.map { Link(to: $0, relation: "works-by") })
        item.evidence = Records(
            claims.map {
                Evidence(
                    claim: Text(chinese: "论断", english: "claim"), source: $0,
                    strength: $0 == "src-paper" ? .analytic : .reported)
            })
        return item
    }
}

extension Rehearsal {
    /// The matrix of a case, opened at an item.
    static func matrix(
        of graph: CaseGraph, at id: ID<Item>?, columns: Int, rows: Int, language: LanguageChoice = .chinese
    ) -> Rehearsal {
        var rehearsal = Rehearsal(graph, columns: columns, rows: rows, language: language)
        if let position = id.flatMap({ graph.position(of: $0) }) { rehearsal.show(position) }
        rehearsal.press("4")
        return rehearsal
    }
}
