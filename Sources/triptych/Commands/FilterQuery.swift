import CaseModel
import CaseSearch
import Screen

/// A filter as it was typed on the command line.
struct FilterQuery {
    let text: String

    /// The positions of the items that it lets through. What is wrong with it ends the program with 64, the query
    /// shown with the place marked.
    func positions(in graph: CaseGraph) throws -> [Int] {
        do {
            return try Filter.parse(text, in: SearchIndex(graph)).positions
        } catch {
            throw Failure("\(error)\n\(picture(of: error))", .wrongUsage)
        }
    }

    private func picture(of error: FilterError) -> String {
        let shown = text.map { $0.isNewline || $0 == "\t" ? " " : $0 }
        let before = String(shown[..<error.range.lowerBound]).columns
        let marked = max(1, String(shown[error.range]).columns)
        return "  \(String(shown))\n  " + String(repeating: " ", count: before)
            + String(repeating: "^", count: marked)
    }
}
