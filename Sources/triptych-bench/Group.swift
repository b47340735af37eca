import ArgumentParser

/// The figures that are measured together.
enum Group: String, CaseIterable, ExpressibleByArgument {
    /// From the start of the process to the first frame.
    case start
    /// What a ↓ costs.
    case keys
    /// What waiting costs.
    case idle
    /// The parts, on the bundled case.
    case `case`
    /// What a letter typed into a search costs, on the bundled case and on a large made-up one.
    case search
    /// What tracing costs where chains are many.
    case trace
    /// What it costs that others follow, and how soon they know.
    case seminar
    /// The parts and the program, on a large made-up case. Last: it fills the memory.
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
        case .size: try sizeFigures(bench)
        }
    }
}
