import CaseModel
import Screen
import TextLayout

/// The layout of a step on a screen of some size.
///
/// A step with a view has its headline in a bar at the top, where the last row of a room can read it, and its points
/// below that, above the view; one without is a page with its text in the middle. Either way there is room for all
/// points from the start, as far as possible, so that nothing moves when a point is revealed. A headline that is too
/// long for a bar stands before the points and scrolls with them.
struct TalkPage: Sendable {
    /// Everything that the page depends on.
    struct Key: Equatable, Sendable {
        let tour: Int
        let step: Int
        let language: LanguageChoice
        let size: Size
        let occasion: Occasion
        let hasHalfBlocks: Bool
    }

    let key: Key
    /// The size of the view below the text; nil for a page.
    let room: Size?
    /// The bar with the headline; empty for a page, and where the headline scrolls.
    let bar: Rect
    /// The wrapped headline of the bar.
    let headline: [[Span]]
    /// What a page says of presenter, date and joining, at its bottom; empty for other steps.
    let occasion: Rect
    let occasionLines: [String]
    /// The way to join as a QR code, at the right of a page; empty where there is none, or no room.
    let code: Rect
    let codeLines: [String]
    /// The line between view and text; empty for a page.
    let divider: Rect
    /// The headline and points.
    let text: Rect
    /// The progress of the step and the hints; empty on a very short screen.
    let footer: Rect
    /// The wrapped headline, unless it stands in the bar, and all points.
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
        let join = isPage ? Self.code(of: key, rows: rowsLeft) : nil
        let width = size.columns - (join.map { $0.columns + 2 } ?? 0)
        let columns = max(0, isPage ? min(width - 4, Self.widest) : size.columns - 2)
        let headline = Self.headline(of: step, columns: columns, language: key.language)
        let hasBar = !isPage && size.rows >= 6 && headline.count <= max(1, size.rows / 5)
        (lines, counts) = Self.lines(
            of: step, below: hasBar ? [] : headline, columns: columns, language: key.language)
        self.headline = hasBar ? headline.map { $0.map { $0.with(style: Theme.headline) } } : []
        bar = Rect(row: 0, column: 0, columns: size.columns, rows: hasBar ? headline.count : 0)
        codeLines = join?.lines ?? []
        code =
            join.map { code in
                Rect(
                    row: (rowsLeft - code.rows) / 2, column: width, columns: code.columns, rows: code.rows)
            } ?? Rect(row: 0, column: 0, columns: 0, rows: 0)
        let said = isPage ? Self.occasion(of: key, columns: columns) : []
        // The text of the step comes first where there is little room.
        occasionLines = rowsLeft >= lines.count + said.count + 2 ? said : []
        let widest = lines.map { $0.reduce(0) { $0 + $1.text.columns } }.max() ?? 0
        let widestSaid = occasionLines.map(\.columns).max() ?? 0
        // Below the text, and farther left where a line needs the room.
        occasion = Rect(
            row: rowsLeft - occasionLines.count - 1,
            column: max(2, min((width - widest) / 2, width - widestSaid - 1)), columns: widestSaid,
            rows: occasionLines.count)
        if isPage {
            let rows = min(lines.count, rowsLeft)
            room = nil
            divider = Rect(row: 0, column: 0, columns: 0, rows: 0)
            text = Rect(
                row: max(0, min((rowsLeft - rows) / 2, rowsLeft - occasionLines.count - rows - 1)),
                column: max(0, (width - widest) / 2), columns: columns,
                rows: rows)
        } else {
            // The text takes at most two fifths of the screen, unless the screen is very low.
            let most = max(min(3, rowsLeft), size.rows * 2 / 5) - bar.rows
            let rows = min(lines.count, max(0, most))
            let dividing = size.rows >= 10 && rows > 0 ? 1 : 0
            text = Rect(row: bar.bottom, column: 1, columns: columns, rows: rows)
            divider = Rect(row: text.bottom, column: 0, columns: size.columns, rows: dividing)
            room = Size(columns: size.columns, rows: max(0, rowsLeft - divider.bottom))
        }
    }

    /// The presenter, the date, and how to join.
    private static func occasion(of key: Key, columns: Int) -> [String] {
        let (occasion, language) = (key.occasion, key.language)
        let names = [occasion.presenter, occasion.date.map { "\($0)" }].compactMap(\.self)
        var lines: [String] = []
        if !names.isEmpty { lines.append(names.joined(separator: " · ")) }
        if let join = occasion.join { lines.append(language.localized(Strings.joining(by: join))) }
        // A command that is cut leads nowhere.
        return lines.flatMap { Wrapping.lines(of: $0, columns: max(1, columns)) }
    }

    /// The least columns that a QR code leaves to the text.
    private static let leastBesideCode = 36

    /// The way to join as a QR code; nil without one, and where it does not fit between the first line and the last.
    private static func code(of key: Key, rows: Int) -> QRCode? {
        guard key.hasHalfBlocks, let join = key.occasion.join, let code = QRCode(join),
            code.rows <= rows - 2, key.size.columns - code.columns - 2 >= leastBesideCode
        else { return nil }
        return code
    }

    /// The first points, below the headline unless that stands in the bar: the newest strong, the older ones quiet.
    func lines(revealed: Int) -> [[Span]] {
        let last = min(max(0, revealed), counts.count - 1)
        guard last > 0 else { return Array(lines.prefix(counts[0])) }
        return lines.prefix(counts[last]).enumerated().map { number, spans in
            if number < counts[0] { return spans }
            return spans.map { $0.with(style: number < counts[last - 1] ? Theme.faint : Theme.title) }
        }
    }

    private static func headline(of step: Tour.Step, columns: Int, language: LanguageChoice) -> [[Span]] {
        language.paragraphs(step.headline).flatMap {
            Wrapping.lines(of: [Span($0, style: Theme.title)], columns: columns)
        }
    }

    private static func lines(
        of step: Tour.Step, below headline: [[Span]], columns: Int, language: LanguageChoice
    ) -> (lines: [[Span]], counts: [Int]) {
        var lines = headline
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
