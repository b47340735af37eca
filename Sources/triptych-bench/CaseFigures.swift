import BundledCase
import CaseFiles
import CaseModel
import Explorer
import Screen

/// What the parts cost on the bundled case, without a terminal.
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
        let walk = InnerWalk(.chart(.next), in: &state, presses: 60)
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

/// A move so many times, with the two halves of what it takes.
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
