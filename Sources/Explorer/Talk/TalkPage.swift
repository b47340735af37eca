import CaseModel
import Screen
import TextLayout

/// The layout of a step on a screen of some size.
///
/// A step with a view has its text in a panel below it; one without is a page with its text in the middle. Either
/// way there is room for all points from the start, as far as possible, so that nothing moves when a point is
/// revealed.
struct TalkPage: Sendable {
    /// Everything that the page depends on.
    struct Key: Equatable, Sendable {
        let tour: Int
        let step: Int
        let language: LanguageChoice
        let size: Size
    }

    let key: Key
    /// The size of the view above the text; nil for a page.
    let room: Size?
    /// The line between view and text; empty for a page.
    let divider: Rect
    /// The headline and points.
    let text: Rect
    /// The progress of the step and the hints; empty on a very short screen.
    let footer: Rect
    /// The wrapped headline and all points.
    private let lines: [[Span]]
    /// The number of lines of the headline alone, with one point, with two, …
    private let counts: [Int]

    /// The greatest width; longer lines are hard to read from a distance.
    private static let widest = 72

    /// Nil for a screen without rows.
    init?(of step: Tour.Step, key: Key) {
        let size = key.size
        guard size.rows > 0 else { return nil }
        #if DEBUG
            LaidOutText.observer?(.step)
        #endif
        self.key = key
        footer = Rect(
            row: size.rows - 1, column: 0, columns: size.columns, rows: size.rows >= 6 ? 1 : 0)
        let rowsLeft = size.rows - footer.rows
        let isPage = step.view.name == nil
        let columns = max(0, isPage ? min(size.columns - 4, Self.widest) : size.columns - 2)
        (lines, counts) = Self.lines(of: step, columns: columns, language: key.language)
        if isPage {
            let rows = min(lines.count, rowsLeft)
            let widest = lines.map { $0.reduce(0) { $0 + $1.text.columns } }.max() ?? 0
            room = nil
            divider = Rect(row: 0, column: 0, columns: 0, rows: 0)
            text = Rect(
                row: (rowsLeft - rows) / 2, column: max(0, (size.columns - widest) / 2), columns: columns,
                rows: rows)
        } else {
            // The text takes at most two fifths of the screen, unless the screen is very low.
            let rows = min(lines.count, max(min(3, rowsLeft), size.rows * 2 / 5))
            let dividing = size.rows >= 10 ? 1 : 0
            let behind = max(0, rowsLeft - rows - dividing)
            room = Size(columns: size.columns, rows: behind)
            divider = Rect(row: behind, column: 0, columns: size.columns, rows: dividing)
            text = Rect(row: behind + dividing, column: 1, columns: columns, rows: rows)
        }
    }

    /// The headline and the first points.
    func lines(revealed: Int) -> ArraySlice<[Span]> {
        lines.prefix(counts[min(max(0, revealed), counts.count - 1)])
    }

    private static func lines(
        of step: Tour.Step, columns: Int, language: LanguageChoice
    ) -> (lines: [[Span]], counts: [Int]) {
        var lines = language.paragraphs(step.headline).flatMap {
            Wrapping.lines(of: [Span($0, style: Theme.title)], columns: columns)
        }
        var counts = [lines.count]
        for point in step.points {
            for (number, paragraph) in language.paragraphs(point.text).enumerated() {
                let wrapped = Wrapping.lines(of: [Span(paragraph)], columns: columns - 2)
                lines += wrapped.enumerated().map { line, spans in
                    [Span(number == 0 && line == 0 ? "• " : "  ")] + spans
                }
            }
            counts.append(lines.count)
        }
        return (lines, counts)
    }
}
