import BundledCase
import CaseModel
import Explorer
import Screen

/// From the start of the process to the last byte of the first frame.
func startFigures(_ bench: Bench) throws -> [Figure] {
    var latency = Samples()
    var bytes = Samples()
    // The first start reads the program from the disk.
    for run in 0...bench.times(21, smoke: 5) {
        let session = try MeasuredSession(bench.program)
        if run > 0 {
            latency.add(session.start.latency)
            bytes.add(Double(session.start.bytes))
        }
        try session.quit()
    }
    return [
        Figure("start: to the first frame, median", latency.median.milliseconds, "ms", .timed, budget: 10),
        Figure("start: to the first frame, best", latency.percentile(0).milliseconds, "ms", .timed),
        Figure("start: first frame", bytes.median, "bytes", .exact, budget: 4500, limit: 4500),
    ]
}

/// The cost of ↓ where the program opens, and in the third pane, which has the longest list: pressed one by one,
/// and held down. A held key moves its own pane only; the others follow when it is let go.
///
/// The bytes of a key pressed alone are those of the picture, and their limits follow from what it shows: a row of
/// another pane whose grade changes is redrawn as it changes its brightness, some 35 bytes of Chinese; a pane with
/// nothing of the best grade in view scrolls, some 550; the strip says who, why and on what grounds, some 400. Next to
/// nothing in the first pane has the same connections as its neighbour, while the third one has series of projects that
/// do. What the program adds to the picture does not depend on the case and is limited on its own.
func keyFigures(_ bench: Bench) throws -> [Figure] {
    try walkFigures(bench, "↓", pane: nil, isHeld: false, limit: 1400)
        + walkFigures(bench, "↓ in the third pane", pane: .third, isHeld: false, limit: 1000)
        + walkFigures(bench, "↓ held in the third pane", pane: .third, isHeld: true, limit: 400)
}

private func walkFigures(
    _ bench: Bench, _ key: String, pane: PaneCommand?, isHeld: Bool, limit: Double
) throws -> [Figure] {
    // Keys less than 60 ms apart count as one that is held; a pause of 8 ms makes the rate of the fastest keyboards.
    let session = try MeasuredSession(bench.program, pause: isHeld ? 8 : 70)
    if pane == .third { _ = try session.press(Array("3".utf8)) }
    let walk = try Walk(downIn: session, presses: 60)
    let afterwards = isHeld ? try session.listen(milliseconds: 200) : 0
    try session.quit()
    let name = "keys: \(key)"
    guard !walk.bytes.values.isEmpty else { throw BenchFailure(description: "\(name) moved nothing") }
    let added =
        isHeld
        ? [Figure("\(name), bytes when let go", Double(afterwards), "bytes", .exact)]
        : [
            Figure(
                "\(name), bytes per byte of changed text",
                walk.bytes.mean / (try changedText(by: .move(.down), in: pane, presses: 60)), "", .exact,
                limit: 1.5)
        ]
    return [
        Figure("\(name), presses that move", Double(walk.bytes.values.count), "of 60", .described),
        Figure("\(name), bytes, median", walk.bytes.median, "bytes", .exact, budget: 300, limit: limit),
        Figure("\(name), bytes, mean", walk.bytes.mean, "bytes", .exact, budget: 600, limit: limit * 1.2),
        Figure("\(name), bytes, largest", walk.bytes.largest, "bytes", .described),
    ] + added + [
        Figure("\(name) to the last byte, p50", walk.latency.median.milliseconds, "ms", .timed, budget: 0.7),
        Figure("\(name) to the last byte, p95", walk.latency.percentile(95).milliseconds, "ms", .timed),
        Figure("\(name), processor", walk.processorSeconds.microseconds, "µs", .timed, budget: 500),
    ]
}

/// The mean bytes of the characters in cells that a command changes, over those presses that move: what no way of
/// sending the picture could do without.
private func changedText(by command: Command, in pane: PaneCommand?, presses: Int) throws -> Double {
    var state = State(CaseGraph(try BundledCase.open()), size: Size(columns: 80, rows: 24))
    if let pane { _ = update(&state, with: .pane(pane)) }
    var shown = view(state)
    var bytes = Samples()
    for _ in 0..<presses {
        _ = update(&state, with: command)
        let next = view(state)
        guard next != shown else { break }
        let changed = zip(shown.cells, next.cells).filter(!=).compactMap(\.1.character)
        bytes.add(Double(changed.reduce(0) { $0 + $1.utf8.count }))
        shown = next
    }
    return bytes.mean
}

/// A number of ↓, each after the answer to the one before, until the end of the list.
struct Walk {
    private(set) var bytes = Samples()
    private(set) var latency = Samples()
    /// Seconds on a processor for one press.
    let processorSeconds: Double

    init(downIn session: MeasuredSession, presses: Int) throws {
        let before = session.process.processorSeconds
        for _ in 0..<presses {
            let frame = try session.press(MeasuredSession.down)
            // The end of the list answers nothing.
            guard frame.bytes > 0 else { break }
            bytes.add(Double(frame.bytes))
            latency.add(frame.latency)
        }
        let used = session.process.processorSeconds - before
        processorSeconds = used / Double(max(1, bytes.values.count))
    }
}

/// The memory of the program, and what it does while no key comes.
func idleFigures(_ bench: Bench) throws -> [Figure] {
    // Long enough for everything that follows a key.
    let session = try MeasuredSession(bench.program, pause: 100)
    for _ in 0..<3 { _ = try session.press(MeasuredSession.down) }
    let before = session.process
    let seconds = bench.times(2, smoke: 1)
    let bytes = try session.listen(milliseconds: seconds * 1000)
    let after = session.process
    try session.quit()
    return [
        Figure("idle: resident", after.residentMiB, "MiB", .memory, budget: 20),
        Figure("idle: resident, its own", after.ownMiB, "MiB", .memory),
        Figure(
            "idle: wake-ups", after.switches - before.switches, "in \(seconds) s", .exact, budget: 0,
            limit: 0),
        Figure("idle: bytes", Double(bytes), "in \(seconds) s", .exact, budget: 0, limit: 0),
    ]
}
