import ArgumentParser
import SessionSupport

/// Measures the program from outside, in a pseudo-terminal, and its parts from inside.
///
/// Times are printed and never asserted, since they depend on the machine and the moment. Exact figures (bytes,
/// and wake-ups while idle) can fail a smoke test.
@main
struct TriptychBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "triptych-bench",
        abstract: "Measure start, keys, idling, parts and large cases.",
        discussion: """
            Build everything first, so that the program stands next to this one: swift build -c release.
            To record a baseline: triptych-bench --json .ci/bench-baseline.json

            Example: triptych-bench --only keys --baseline .ci/bench-baseline.json
            """)

    @Flag(
        help:
            "Run everything in seconds, on small cases; fail if something does not work or an exact figure exceeds its limit."
    )
    var smoke = false
    @Option(help: ArgumentHelp("Write the figures as JSON.", valueName: "file")) var json: String?
    @Option(help: ArgumentHelp("Compare with figures recorded by --json.", valueName: "file"))
    var baseline: String?
    @Option(help: ArgumentHelp("The program (default: the one next to this).", valueName: "path"))
    var binary: String?
    @Option(
        help:
            "Measure only this: start, keys, idle, case, search, trace, seminar, mirror, soak or size; may be repeated."
    )
    var only: [Group] = []
    @Option(help: "The least number of items of a generated case.") var items: Int?
    @Flag(
        help:
            "Measure only this program beside others that show a list: less, nnn, tig, fzf, and a floor in C."
    )
    var peers = false
    @Flag(
        help:
            "Measure only how the program grows, with cases of 1,000, 10,000 and 100,000 items, and --items.")
    var growth = false

    @Option(parsing: .upToNextOption, help: .hidden) var extra: [String] = []

    func validate() throws {
        if let items, items < 1 { throw ValidationError("a case has at least one item") }
    }

    func run() throws {
        // The role of a helper process, and the folder of its seminar.
        if extra.count == 2, let role = Extra(rawValue: extra[0]) { return try role.run(in: extra[1]) }
        // First, so that a wrong path does not cost a minute.
        let recorded = try baseline.map(Report.init(readingFrom:))
        let bench = Bench(
            program: binary ?? Program.built("triptych"), isSmoke: smoke,
            items: items ?? (smoke ? 2000 : 100_000))
        if peers { return print(try peerTable(bench)) }
        if growth {
            return print(
                try growthTable(bench, sizes: [1_000, 10_000, 100_000] + (items.map { [$0] } ?? [])))
        }
        var report = Report(items: bench.items)
        do {
            for group in Group.allCases where only.isEmpty || only.contains(group) {
                report.figures += try group.figures(bench)
            }
        } catch let error as Overdue {
            throw BenchFailure(description: error.description)
        }
        report.measureAgain()
        print(report.table)
        try json.map(report.write(to:))

        let broken = report.figures.filter(\.isOverLimit)
        for figure in broken { print("exceeds its limit of \(Figure.text(figure.limit!)): \(figure.name)") }
        var isFailed = smoke && !broken.isEmpty
        if let recorded {
            let comparison = Comparison(of: report, with: recorded)
            print(comparison.table)
            isFailed = isFailed || comparison.isWorse
        }
        if isFailed { throw ExitCode.failure }
    }
}

/// The settings of a run.
struct Bench {
    /// The path of the program.
    let program: String
    /// True where few repetitions are enough.
    let isSmoke: Bool
    /// The least number of items of a generated case.
    let items: Int

    /// The number of repetitions, smaller in a smoke test.
    func times(_ full: Int, smoke: Int) -> Int { isSmoke ? smoke : full }
}

/// A reason why nothing could be measured.
struct BenchFailure: Error, CustomStringConvertible {
    let description: String
}

/// Figures that are measured together.
enum Group: String, CaseIterable, ExpressibleByArgument {
    /// From the start of the process to the first frame.
    case start
    /// The cost of ↓.
    case keys
    /// The cost of waiting.
    case idle
    /// The parts, on the bundled case.
    case `case`
    /// The cost of a letter typed into a search, in the bundled case and in a large generated one.
    case search
    /// The cost of tracing where there are very many chains.
    case trace
    /// The cost of followers, and how soon a step reaches them.
    case seminar
    /// The cost of mirrors with followers of their own.
    case mirror
    /// What hours of use leave behind.
    case soak
    /// The parts and the program, in a large generated case. Last, since it fills the memory.
    case size

    func figures(_ bench: Bench) throws -> [Figure] {
        switch self {
        case .start: try startFigures(bench)
        case .keys: try keyFigures(bench)
        case .idle: try idleFigures(bench)
        case .case: try caseFigures(bench)
        case .search: try searchFigures(bench)
        case .trace: traceFigures(bench)
        case .seminar: try seminarFigures(bench)
        case .mirror: try mirrorFigures(bench)
        case .soak: try soakFigures(bench)
        case .size: try sizeFigures(bench)
        }
    }
}
