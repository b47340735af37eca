import BundledCase
import CaseModel

@testable import CaseSearch

/// A case with one item for each rank.
enum SmallCase {
    static let graph: CaseGraph = {
        var made = Case(manifest: Manifest(id: "small", title: Text("Small")))
        made.panes = [Pane(id: "a", title: Text("A"))]
        made.kinds = [
            Kind(id: "thing", pane: "a", title: Text("thing"), plural: Text("things"), role: .project)
        ]
        made.items = [
            item("one", "Upper rail tunnel"),
            item("two", "Rail"),
            item("three", "Railway bridge"),
            item("four", "Bridge", aka: ["rail"]),
            item("five", "Road", summary: "rail is near"),
            item("rail", "Reservoir"),
            item("seven", "Café Lüshun"),
            item("chongqing", "重庆市", english: "Municipality"),
            item("eco", "生态共保", english: "Shared ecology"),
            item("traditional", "貴州長江", english: "Old letters"),
            item("wujiang", "乌江 Wujiang"),
        ]
        made.items[1].evidence = [
            Evidence(claim: Text("It runs."), source: "src-none", strength: .reported)
        ]
        return CaseGraph(made)
    }()

    private static func item(
        _ id: String, _ title: String, english: String? = nil, aka: [String] = [], summary: String? = nil
    ) -> Item {
        let titles = english.map { Text(chinese: title, english: $0) } ?? Text(english: title)
        var item = Item(id: ID(id), kind: "thing", title: titles)
        item.aka = aka
        item.summary = summary.map { Text(english: $0) }
        return item
    }
}

/// The complete index of the bundled case, built once for all tests.
let bundledIndex = Result {
    var index = SearchIndex(CaseGraph(try BundledCase.open()))
    index.buildAll()
    return index
}
