import ArgumentParser
import SessionSupport

/// Measures the program from outside, in a terminal of its own, and its parts from inside.
///
/// Times are told and never asserted: they belong to the machine and the moment. What does not (bytes, and
/// wake-ups while nothing happens) may fail a smoke test.
@main
struct TriptychBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "triptych-bench",
        abstract: "Measure start, keys, rest, parts and large cases.",
        discussion: """
            Build everything first, so that the program stands next to this one: swift build -c release.
            To record a baseline: triptych-bench --json .ci/bench-baseline.json

            Example: triptych-bench --only keys --baseline .ci/bench-baseline.json
            """)

    @Flag(
        help:
            "Run everything small, in seconds; fail if something does not work or an exact figure is over its limit."
    )
    var smoke = false
    @Option(help: ArgumentHelp("Write the figures as JSON.", valueName: "file")) var json: String?
    @Option(help: ArgumentHelp("Compare with figures recorded by --json.", valueName: "file"))
    var baseline: String?
    @Option(help: ArgumentHelp("The program (default: the one next to this).", valueName: "path"))
    var binary: String?
    @Option(
        help: "Measure only this: start, keys, idle, case, search, trace, seminar or size; may be repeated.")
    var only: [Group] = []
    @Option(help: "How many items a made-up case has at least.") var items: Int?

    @Option(parsing: .upToNextOption, help: .hidden) var extra: [String] = []

    func validate() throws {
        if let items, items < 1 { throw ValidationError("a case has at least one item") }
    }

    func run() throws {
        // A part in a seminar, and the folder that it takes place in.
        if extra.count == 2, let part = Extra(rawValue: extra[0]) { return try part.run(in: extra[1]) }
        // Before anything is measured: a wrong path should not cost a minute.
        let recorded = try baseline.map(Report.init(readingFrom:))
        let bench = Bench(
            program: binary ?? Program.built("triptych"), isSmoke: smoke,
            items: items ?? (smoke ? 2000 : 100_000))
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
        for figure in broken { print("over its limit of \(Figure.text(figure.limit!)): \(figure.name)") }
        var isFailed = smoke && !broken.isEmpty
        if let recorded {
            let comparison = Comparison(of: report, with: recorded)
            print(comparison.table)
            isFailed = isFailed || comparison.isWorse
        }
        if isFailed { throw ExitCode.failure }
    }
}

/// What the groups of figures need to know.
struct Bench {
    /// The path of the program.
    let program: String
    /// Whether few repetitions are enough.
    let isSmoke: Bool
    /// How many items a made-up case has at least.
    let items: Int

    /// A number of repetitions, or a small one in a smoke test.
    func times(_ full: Int, smoke: Int) -> Int { isSmoke ? smoke : full }
}

/// Why there are no figures.
struct BenchFailure: Error, CustomStringConvertible {
    let description: String
}
