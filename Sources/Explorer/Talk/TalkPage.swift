import CaseModel
import Screen
import TextLayout

/// Where the parts of a step stand on a screen of some size.
///
/// A step with a view behind it has its text in a panel below that view; one without is a page with its text in the
/// middle. Either way there is room for all points from the start, as far as the screen has it: what is being
/// looked at must not move when a point is revealed.
struct TalkPage {
    /// The view behind the step; nil for a page.
    let place: Size?
    /// The line between view and text; empty where there is none.
    let divider: Rect
    /// Headline and points.
    let text: Rect
    /// How far the step has come, and the keys; empty on a very short screen.
    let footer: Rect

    /// Longer lines than this are hard to read from afar.
    private static let widest = 72

    /// Nil for a screen without rows.
    init?(of step: Tour.Step, in state: State, size: Size) {
        guard size.rows > 0 else { return nil }
        footer = Rect(
            row: size.rows - 1, column: 0, columns: size.columns, rows: size.rows >= 6 ? 1 : 0)
        let room = size.rows - footer.rows
        let isPage = step.view.name == nil
        let columns = max(0, isPage ? min(size.columns - 4, Self.widest) : size.columns - 2)
        let all = Self.lines(
            of: step, revealed: step.points.count, columns: columns, language: state.language)
        if isPage {
            let rows = min(all.count, room)
            let widest = all.map { $0.reduce(0) { $0 + $1.text.columns } }.max() ?? 0
            place = nil
            divider = Rect(row: 0, column: 0, columns: 0, rows: 0)
            text = Rect(
                row: (room - rows) / 2, column: max(0, (size.columns - widest) / 2), columns: columns,
                rows: rows)
        } else {
            // Two fifths of the screen are enough for a talk, unless there is next to no screen.
            let rows = min(all.count, max(min(3, room), size.rows * 2 / 5))
            let dividing = size.rows >= 10 ? 1 : 0
            let behind = max(0, room - rows - dividing)
            place = Size(columns: size.columns, rows: behind)
            divider = Rect(row: behind, column: 0, columns: size.columns, rows: dividing)
            text = Rect(row: behind + dividing, column: 1, columns: columns, rows: rows)
        }
    }

    /// The headline and the first points, as wide as the text.
    func lines(of step: Tour.Step, revealed: Int, language: LanguageChoice) -> [[Span]] {
        Self.lines(of: step, revealed: revealed, columns: text.columns, language: language)
    }

    private static func lines(
        of step: Tour.Step, revealed: Int, columns: Int, language: LanguageChoice
    ) -> [[Span]] {
        var lines = language.paragraphs(step.headline).flatMap {
            Wrapping.lines(of: [Span($0, style: Theme.title)], columns: columns)
        }
        for point in step.points.prefix(revealed) {
            for (number, paragraph) in language.paragraphs(point).enumerated() {
                let wrapped = Wrapping.lines(of: [Span(paragraph)], columns: columns - 2)
                lines += wrapped.enumerated().map { line, spans in
                    [Span(number == 0 && line == 0 ? "• " : "  ")] + spans
                }
            }
        }
        return lines
    }
}
