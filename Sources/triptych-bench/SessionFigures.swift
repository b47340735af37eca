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

/// What ↓ costs where the program opens, and in the third pane, whose list is the long one.
func keyFigures(_ bench: Bench) throws -> [Figure] {
    try keyFigures(bench, name: "keys: ↓", beforehand: nil)
        + keyFigures(bench, name: "keys: ↓ in the third pane", beforehand: "3")
}

private func keyFigures(_ bench: Bench, name: String, beforehand key: String?) throws -> [Figure] {
    let session = try MeasuredSession(bench.program, pause: 8)
    if let key { _ = try session.press(Array(key.utf8)) }
    let walk = try Walk(downIn: session, presses: 60)
    try session.quit()
    guard !walk.bytes.values.isEmpty else {
        throw BenchFailure(description: "\(name) moved nothing on the screen")
    }
    return [
        Figure("\(name), presses that move", Double(walk.bytes.values.count), "of 60", .described),
        Figure("\(name), bytes, median", walk.bytes.median, "bytes", .exact, budget: 300, limit: 1000),
        Figure("\(name), bytes, mean", walk.bytes.mean, "bytes", .exact, budget: 600, limit: 1200),
        Figure("\(name), bytes, largest", walk.bytes.largest, "bytes", .exact),
        Figure("\(name) to the last byte, p50", walk.latency.median.milliseconds, "ms", .timed, budget: 0.7),
        Figure("\(name) to the last byte, p95", walk.latency.percentile(95).milliseconds, "ms", .timed),
        Figure("\(name), processor", walk.processorSeconds.microseconds, "µs", .timed, budget: 500),
    ]
}

/// ↓ so many times, each after the answer to the one before; at the end of a list nothing is answered.
struct Walk {
    private(set) var bytes = Samples()
    private(set) var latency = Samples()
    /// Of one press that moved.
    let processorSeconds: Double

    init(downIn session: MeasuredSession, presses: Int) throws {
        let before = session.process.processorSeconds
        for _ in 0..<presses {
            let frame = try session.press(MeasuredSession.down)
            // The list has ended; pressing on would only measure silence.
            guard frame.bytes > 0 else { break }
            bytes.add(Double(frame.bytes))
            latency.add(frame.latency)
        }
        let used = session.process.processorSeconds - before
        processorSeconds = used / Double(max(1, bytes.values.count))
    }
}

/// What the program occupies, and what it does while nobody does anything.
func idleFigures(_ bench: Bench) throws -> [Figure] {
    let session = try MeasuredSession(bench.program)
    for _ in 0..<5 { _ = try session.press(MeasuredSession.down) }
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
