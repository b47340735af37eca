import CaseFiles
import CaseModel

extension Table {
    /// The rows of a selection: of items, sources, places, actors and entries of the notebook those on what is included;
    /// of claims the included ones, in the order of the selection; of links and figures the included ones.
    func rows(of selection: CaseSelection, in graph: CaseGraph) -> Table {
        let places = Dictionary(columns.enumerated().map { ($1.name, $0) }) { first, _ in first }
        func word(_ name: String, _ row: Row) -> String? { places[name].flatMap { row.cells[$0]?.word } }
        let items = Set(selection.items.map(\.text))
        let kept: [Row]
        if places["claim"] != nil {
            let byClaim = Dictionary(
                rows.map { row in ("\(word("about", row) ?? "") \(word("number", row) ?? "")", row) }
            ) { first, _ in first }
            kept = selection.claims.compactMap { byClaim["\(graph.id(of: $0.entity)) \($0.number + 1)"] }
        } else if places["about"] != nil {
            let metrics = Set(selection.metrics.map { "\(graph.item($0.position).id) \($0.number + 1)" })
            kept = rows.filter { row in
                metrics.contains("\(word("about", row) ?? "") \(word("number", row) ?? "")")
            }
        } else if places["from"] != nil {
            let links = Set(
                selection.links.map { place in
                    let item = graph.item(place.position)
                    let link = item.links[place.number]
                    return "\(item.id) \(link.relation) \(link.to)"
                })
            kept = rows.filter { row in
                links.contains(["from", "relation", "to"].map { word($0, row) ?? "" }.joined(separator: " "))
            }
        } else {
            let all =
                items.union(selection.sources.map(\.text)).union(selection.places.map(\.text))
                .union(selection.actors.map(\.text))
            kept = rows.filter { row in word("id", row).map(all.contains) ?? false }
        }
        var table = self
        table.rows = kept
        return table
    }
}
