import ArgumentParser
import CaseModel
import CaseSearch
import Screen

/// The option `--filter`.
struct FilterOptions: ParsableArguments {
    // A query may begin with a hyphen.
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Only the items that the query lets through.", valueName: "query"))
    var filter: String?

    /// The positions of the items that the query includes, all without a query. An error in the query ends the
    /// program with 64, and is marked in it.
    func positions(in graph: CaseGraph) throws -> [Int] {
        guard let filter else { return Array(graph.case.items.indices) }
        do {
            return try Filter.parse(filter, in: SearchIndex(graph)).positions
        } catch {
            throw Failure("\(error)\n\(Self.picture(of: error, in: filter))", .wrongUsage)
        }
    }

    private static func picture(of error: FilterError, in query: String) -> String {
        let shown = query.map { $0.isNewline || $0 == "\t" ? " " : $0 }
        let before = String(shown[..<error.range.lowerBound]).columns
        let marked = max(1, String(shown[error.range]).columns)
        return "  \(String(shown))\n  " + String(repeating: " ", count: before)
            + String(repeating: "^", count: marked)
    }
}
