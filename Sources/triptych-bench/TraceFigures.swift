import CaseModel
import Explorer
import Screen

/// What tracing costs where chains are more than anybody could list: ten layers of forty items, each linked to all of
/// the next, which makes 40⁹ chains.
func traceFigures(_ bench: Bench) -> [Figure] {
    let graph = CaseGraph(LayeredCase.make(layers: 10, width: 40))
    let last = graph.case.items.count - 1
    let opened = Samples.of(bench.times(11, smoke: 1)) {
        var chains = graph.chains(to: last)
        precondition(chains.next() != nil)
    }
    var state = State(graph, size: Size(columns: 80, rows: 24))
    state.show(last)
    _ = update(&state, with: .view(.trace))
    let turned = InnerWalk(.reading(.nextChain), in: &state, presses: bench.times(1000, smoke: 20))
    return [
        Figure("trace: the first of 40⁹ chains", opened.median.milliseconds, "ms", .timed, budget: 5),
        Figure("trace: to the next one, seen", turned.both.median.milliseconds, "ms", .timed, budget: 5),
        Figure("trace: the slowest of those", turned.both.largest.milliseconds, "ms", .timed),
        Figure(
            "trace: the last of them", turned.both.values.last?.milliseconds ?? 0, "ms", .timed, budget: 5),
    ]
}

private enum LayeredCase {
    static func make(layers: Int, width: Int) -> Case {
        var made = Case(manifest: Manifest(id: "layers", title: Text("layers")))
        made.panes = ["one", "two", "three"].map { Pane(id: ID($0), title: Text($0)) }
        made.kinds = [
            Kind(id: "driver", pane: "one", title: Text("driver"), plural: Text("drivers"), role: .driver),
            Kind(id: "thing", pane: "two", title: Text("thing"), plural: Text("things"), role: .arrangement),
        ]
        made.relations = [
            Relation(id: "leads-to", title: Text("leads to"), inverse: Text("comes from"), flow: .forward)
        ]
        for layer in 0..<layers {
            for number in 0..<width {
                let id = "item-\(layer)-\(number)"
                var item = Item(id: ID(id), kind: layer == 0 ? "driver" : "thing", title: Text(id))
                item.links = (0..<(layer + 1 < layers ? width : 0)).map {
                    Link(to: ID("item-\(layer + 1)-\($0)"), relation: "leads-to")
                }
                made.items.append(item)
            }
        }
        return made
    }
}
