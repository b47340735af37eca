import BundledCase
import CaseFiles
import CaseModel
import Explorer
import Screen
import System

/// What grows with the case: the parts and the program in a large generated case.
func sizeFigures(_ bench: Bench) throws -> [Figure] {
    let content = MadeUpCase.make(like: try BundledCase.open(), items: bench.items, seed: 20_260_101)
    let packed = Pack.bytes(of: content)
    let figures =
        try [
            Figure("size: items", Double(content.items.count), "", .described),
            Figure("size: pack", Double(packed.count) / 1_048_576, "MiB", .memory),
        ] + partFigures(content, packed: packed, bench)
    return try figures + programFigures(packed, bench)
}

private func partFigures(_ content: Case, packed: [UInt8], _ bench: Bench) throws -> [Figure] {
    let times = bench.times(3, smoke: 1)
    let unpacked = try Samples.of(times) { _ = try Pack.open(packed) }
    let laidOut = Samples.of(times) { _ = CaseGraph(content) }
    let graph = CaseGraph(content)
    let size = Size(columns: 80, rows: 24)
    let begun = Samples.of(times) { _ = State(graph, size: size) }

    var state = State(graph, size: size)
    let seen = Samples.of(times) { _ = view(state) }
    let pinned = Samples.of(times) {
        _ = update(&state, with: .enter)
        _ = view(state)
        _ = update(&state, with: .back)
    }
    _ = update(&state, with: .pane(.third))
    let walk = InnerWalk(.move(.down), in: &state, presses: 60)
    _ = update(&state, with: .move(.last))
    let atEnd = InnerWalk(.move(.up), in: &state, presses: 60)
    let crossed = Samples.of(times) { _ = update(&state, with: .view(.matrix)) }
    let cells = InnerWalk(.move(.right), in: &state, presses: 6)
    if let rows = Command(name: "matrix-rows") { _ = update(&state, with: rows) }
    let rows = InnerWalk(.move(.down), in: &state, presses: 60)
    return [
        Figure("size: connected items, mean", meanReach(in: graph), "", .described),
        Figure("size: unpacked", unpacked.median.milliseconds, "ms", .timed),
        Figure("size: graph", laidOut.median.milliseconds, "ms", .timed),
        Figure("size: first state", begun.median.milliseconds, "ms", .timed),
        Figure("size: first view", seen.median.milliseconds, "ms", .timed),
        Figure("size: pinned, seen, un-pinned", pinned.median.milliseconds, "ms", .timed),
        Figure("size: ↓, update and view", walk.both.median.microseconds, "µs", .timed),
        Figure("size: ↑ at the end of the list", atEnd.both.median.microseconds, "µs", .timed),
        Figure("size: matrix, opened", crossed.median.milliseconds, "ms", .timed),
        Figure("size: matrix, →, update and view", cells.both.median.microseconds, "µs", .timed),
        Figure("size: matrix of places, ↓, update and view", rows.both.median.microseconds, "µs", .timed),
    ]
}

/// The mean size of the neighbourhood that a move visits, over a thousand items.
private func meanReach(in graph: CaseGraph) -> Double {
    let count = graph.case.items.count
    let origins = stride(from: 0, to: count, by: max(1, count / 1000))
    var reach = Samples()
    for origin in origins { reach.add(Double(graph.connections(of: origin).positions.count)) }
    return reach.mean
}

private func programFigures(_ packed: [UInt8], _ bench: Bench) throws -> [Figure] {
    let file = try TemporaryFile(packed)
    let latency = try MeasuredSession.starts(
        bench.times(3, smoke: 1), of: bench.program, on: file.path, pause: 300)
    let session = try MeasuredSession(bench.program, ["--case", file.path], pause: 90)
    let process = session.process
    _ = try session.press(Array("3".utf8), patience: 5000)
    let walk = try Walk(downIn: session, presses: bench.times(60, smoke: 10))
    try session.quit()
    let pack = Double(packed.count) / 1_048_576
    return [
        Figure("size: program to the first frame", latency.median.milliseconds, "ms", .timed, budget: 30),
        Figure("size: program, resident", process.residentMiB, "MiB", .memory, budget: 1.5 * pack),
        Figure(
            "size: program, ↓ to the last byte", walk.latency.median.milliseconds, "ms", .timed, budget: 1),
        Figure("size: program, ↓, processor", walk.processorSeconds.microseconds, "µs", .timed),
    ]
}

/// A file that is deleted with this value.
final class TemporaryFile {
    let path: String

    init(_ bytes: [UInt8]) throws {
        let folder = CurrentProcess.variable("TMPDIR") ?? "/tmp"
        let (path, file) = try FileSystem.makeTemporaryFile(in: folder, prefix: "triptych-bench-")
        self.path = path
        defer { file.close() }
        try file.write(bytes)
    }

    deinit { try? FileSystem.remove(path) }
}
