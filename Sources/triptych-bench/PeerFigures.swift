import BundledCase
import CaseModel
import FoundationEssentials
import Glibc
import SessionSupport

/// A program that shows a list, measured beside ours.
private struct Peer {
    let name: String
    /// Its words in a terminal.
    let words: [String]
    /// The key that ends it.
    let quit: String

    /// Ours, the floor, and what Debian has.
    static func all(_ bench: Bench, list: PeerList) -> [Peer] {
        [
            Peer(name: "triptych", words: [bench.program], quit: "q"),
            Peer(name: "floor", words: [Program.built("ncurses-floor"), list.file], quit: "q"),
            Peer(name: "less", words: ["less", list.file], quit: "q"),
            Peer(name: "nnn", words: ["nnn", list.folder], quit: "q"),
            Peer(name: "tig", words: ["sh", "-c", "exec tig <'\(list.file)'"], quit: "q"),
            Peer(
                name: "fzf", words: ["sh", "-c", "exec fzf --layout=reverse <'\(list.file)'"], quit: "\u{1B}"),
        ]
    }

    /// The Debian packages of those that are not ours.
    static let packages = ["less", "nnn", "tig", "fzf"]
}

/// What one program took.
private struct PeerSamples {
    var start = Samples()
    var firstFrame = Samples()
    var bytes = Samples()
    var latency = Samples()
    var processor = Samples()
    var resident = Samples()
    var wakeUps = Samples()

    /// The figures of the table, each with its row's name.
    var rows: [(name: String, value: Double)] {
        [
            ("start to the first frame, ms", start.median.milliseconds),
            ("bytes of the first frame", firstFrame.median),
            ("bytes per ↓, median", bytes.median),
            ("bytes per ↓, p95", bytes.percentile(95)),
            ("↓ to the last byte, p50, ms", latency.median.milliseconds),
            ("processor per ↓, µs", processor.median.microseconds),
            ("resident, MiB", resident.median),
            ("wake-ups in a second of waiting", wakeUps.median),
        ]
    }
}

/// Measures the program beside others that show a list, by turns, so that what else the machine does hits all alike;
/// they come from Debian, and are installed where they are missing and this is root.
///
/// The list has the titles of the bundled case's items, sources and places, once as the lines of a file and once as the
/// names of files.
func peerTable(_ bench: Bench) throws -> String {
    try installPeers()
    let list = try PeerList(of: try BundledCase.open())
    let peers = Peer.all(bench, list: list)
    var samples = peers.map { _ in PeerSamples() }
    // The first start reads a program from the disk.
    for round in 0...bench.times(21, smoke: 2) {
        for (place, peer) in peers.enumerated() {
            let session = try MeasuredSession(
                words: peer.words, environment: list.environment, pause: 60)
            if round > 0 {
                samples[place].start.add(session.start.latency)
                samples[place].firstFrame.add(Double(session.start.bytes))
            }
            // A walk in every fifth round takes as long as the starts of all.
            if round % 5 == 1 { try samples[place].walk(in: session) }
            try session.end(with: peer.quit)
        }
    }
    return table(of: peers.map(\.name), samples.map(\.rows))
}

extension PeerSamples {
    fileprivate mutating func walk(in session: MeasuredSession) throws {
        let walk = try Walk(downIn: session, presses: 60)
        for value in walk.bytes.values { bytes.add(value) }
        for value in walk.latency.values { latency.add(value) }
        processor.add(walk.processorSeconds)
        let before = session.process
        _ = try session.listen(milliseconds: 1000)
        resident.add(session.process.residentMiB)
        wakeUps.add(session.process.switches - before.switches)
    }
}

/// Each figure, and how many times ours it is.
private func table(of names: [String], _ columns: [[(name: String, value: Double)]]) -> String {
    let ours = columns[0]
    var lines = [[""] + names.flatMap { [$0, ""] }]
    for (row, own) in ours.enumerated() {
        let cells = columns.enumerated().flatMap { place, column in
            let value = column[row].value
            let ratio = place == 0 || own.value == 0 ? "" : "×" + Figure.text(value / own.value)
            return [Figure.text(value), ratio]
        }
        lines.append([own.name] + cells)
    }
    return Table.text(lines, rightAligned: Set(1...2 * names.count))
}

private func installPeers() throws {
    let missing = Peer.packages.filter { name in
        (getenv("PATH").map { String(cString: $0) } ?? "").split(separator: ":")
            .allSatisfy { access("\($0)/\(name)", X_OK) != 0 }
    }
    guard !missing.isEmpty else { return }
    let words = ["apt-get", "install", "-qy", "--no-install-recommends"] + missing
    guard getuid() == 0 else {
        throw BenchFailure(
            description: "missing for the comparison: \(missing.joined(separator: ", ")); as root: "
                + words.joined(separator: " "))
    }
    let apt = try PseudoTerminal(
        words, environment: Program.environment(["DEBIAN_FRONTEND": "noninteractive"]))
    guard try apt.end(milliseconds: 300_000) == .exited(0) else {
        throw BenchFailure(description: "'\(words.joined(separator: " "))' failed: \(apt.text.suffix(400))")
    }
}

/// A list in a folder of its own, which goes with this value: as the lines of a file, and as the names of files.
private final class PeerList {
    private let root: URL
    var file: String { root.path + "/list" }
    var folder: String { root.path + "/names" }
    /// Nobody's configuration.
    var environment: [String: String] {
        Program.environment(["HOME": root.path, "XDG_CONFIG_HOME": root.path])
    }

    init(of content: Case) throws {
        let files = FileManager.default
        root = files.temporaryDirectory.appending(path: "triptych-peers-\(getpid())")
        try files.createDirectory(at: root.appending(path: "names"), withIntermediateDirectories: true)
        let titles = content.items.map(\.title) + content.places.map(\.title)
        let lines = titles.map { $0.localized(in: .chinese).replacing("/", with: "／") }
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(filePath: file))
        for line in Set(lines) { try Data().write(to: URL(filePath: folder + "/" + line)) }
    }

    deinit { try? FileManager.default.removeItem(at: root) }
}
