import BundledCase
import CaseFiles
import CaseModel
import CaseSearch
import SessionSupport

/// How the program grows with the case: the same figures for generated cases of these numbers of items, as its user
/// would meet them, from outside.
func growthTable(_ bench: Bench, sizes: [Int]) throws -> String {
    let columns = try sizes.map { try GrowthColumn(items: $0, bench).rows }
    let lines = columns[0].indices.map { row in
        [columns[0][row].name] + columns.map { Figure.text($0[row].value) }
    }
    return Table.text(lines, rightAligned: Set(1...sizes.count))
}

/// The figures of a case of one size.
private struct GrowthColumn {
    let rows: [(name: String, value: Double)]

    init(items: Int, _ bench: Bench) throws {
        let content = MadeUpCase.make(like: try BundledCase.open(), items: items, seed: 20_260_101)
        let packed = Pack.bytes(of: content, index: SearchIndex.bytes(of: CaseGraph(content)))
        let file = try TemporaryFile(packed)
        let start = try MeasuredSession.starts(
            bench.times(5, smoke: 1), of: bench.program, on: file.path, pause: 200)
        let session = try MeasuredSession(bench.program, ["--case", file.path], pause: 200)
        func press(_ key: String, patience: Int = 2000) throws -> Double {
            try session.press(Array(key.utf8), patience: patience).latency.inSeconds
        }
        // The more a search has looked at, the longer it looks before it tells what it has found since.
        func type(_ key: String) throws -> Double { try press(key, patience: 8000) }
        _ = try press("3")
        let moves = try Walk(downIn: session, presses: bench.times(30, smoke: 5))
        // In the first pane Enter pins; in the third it would open a page.
        _ = try press("1")
        let pinned = try press("\r")
        let found = try Self.typing("/", ["r", "a", "i", "l"], type)
        let filtered = try Self.typing("f", ["r", "a", "i", "l"], type)
        let resident = session.process.residentMiB
        try session.quit()
        let pack = Double(packed.count) / 1_048_576
        rows = [
            ("items", Double(content.items.count)),
            ("pack, MiB", pack),
            ("start to the first frame, ms", start.median.milliseconds),
            ("↓ to the last byte, ms", moves.latency.median.milliseconds),
            ("Enter on a row, ms", pinned.milliseconds),
            ("/ and its first letter, ms", found.first.milliseconds),
            ("/ a further letter, ms", found.further.median.milliseconds),
            ("f and its first letter, ms", filtered.first.milliseconds),
            ("f a further letter, ms", filtered.further.median.milliseconds),
            ("resident after that, MiB", resident),
            ("resident after that, packs", resident / pack),
        ]
    }

    /// Opens a field, types and closes it again: seconds of the first letter with the opening, and of each further one,
    /// until everything is found.
    private static func typing(
        _ key: String, _ letters: [String], _ press: (String) throws -> Double
    ) throws -> (first: Double, further: Samples) {
        let opened = try press(key)
        let first = try press(letters[0])
        var further = Samples()
        for letter in letters.dropFirst() { further.add(try press(letter)) }
        // The first clears what was typed, the second closes the field.
        for _ in 0..<2 { _ = try press("\u{1B}") }
        return (opened + first, further)
    }
}
