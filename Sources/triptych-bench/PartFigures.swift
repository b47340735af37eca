import BundledCase
import CaseFiles
import CaseModel
import Explorer
import Screen

/// The cost of the parts in the bundled case, without a terminal.
func caseFigures(_ bench: Bench) throws -> [Figure] {
    let times = bench.times(101, smoke: 11)
    let content = try BundledCase.open()
    let packed = Pack.bytes(of: content)
    let graph = CaseGraph(content)
    let bundled = try Samples.of(times) { _ = try BundledCase.open() }
    let unpacked = try Samples.of(times) { _ = try Pack.open(packed) }
    let laidOut = Samples.of(times) { _ = CaseGraph(content) }
    let begun = Samples.of(times) { _ = State(graph, size: Size(columns: 80, rows: 24)) }
    var figures = [
        Figure("case: the bundled case opened", bundled.median.microseconds, "µs", .timed, budget: 1500),
        Figure("case: of that, unpacked", unpacked.median.microseconds, "µs", .timed),
        Figure("case: graph", laidOut.median.microseconds, "µs", .timed),
        Figure("case: first state", begun.median.microseconds, "µs", .timed),
    ]
    for size in [Size(columns: 80, rows: 24), Size(columns: 200, rows: 60)] {
        var state = State(graph, size: size)
        _ = update(&state, with: .pane(.third))
        let walk = InnerWalk(.move(.down), in: &state, presses: 60)
        let name = "case: ↓ at \(size.columns)×\(size.rows)"
        figures += [
            Figure("\(name), update", walk.update.median.microseconds, "µs", .timed),
            Figure("\(name), view", walk.view.median.microseconds, "µs", .timed),
        ]
    }
    for size in [Size(columns: 80, rows: 24), Size(columns: 200, rows: 60)] {
        var state = State(graph, size: size)
        _ = update(&state, with: .view(.map))
        guard let next = Command(name: "map-next") else { continue }
        let walk = InnerWalk(next, in: &state, presses: 60)
        let name = "case: Tab on the map at \(size.columns)×\(size.rows)"
        figures.append(
            Figure("\(name), update and view", walk.both.median.microseconds, "µs", .timed, budget: 1000))
    }
    var state = State(graph, size: Size(columns: 80, rows: 24))
    let read = Samples.of(times) {
        _ = update(&state, with: .view(.reader))
        _ = view(state)
        _ = update(&state, with: .close)
    }
    return figures + [Figure("case: reader opened, seen, closed", read.median.microseconds, "µs", .timed)]
}

/// A number of moves, with the durations of their two halves.
struct InnerWalk {
    private(set) var update = Samples()
    private(set) var view = Samples()
    /// Both halves together.
    private(set) var both = Samples()

    init(_ command: Command, in state: inout State, presses: Int) {
        let clock = ContinuousClock()
        for _ in 0..<presses {
            let begin = clock.now
            _ = Explorer.update(&state, with: command)
            let between = clock.now
            _ = Explorer.view(state)
            let end = clock.now
            update.add(between - begin)
            view.add(end - between)
            both.add(end - begin)
        }
    }
}

/// The cost of tracing where there are more chains than could be listed: ten layers of forty items, each linked to
/// all of the next, make 40⁹ chains.
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
                item.links = Records(
                    (0..<(layer + 1 < layers ? width : 0)).map {
                        Link(to: ID("item-\(layer + 1)-\($0)"), relation: "leads-to")
                    })
                made.items.append(item)
            }
        }
        return made
    }
}
