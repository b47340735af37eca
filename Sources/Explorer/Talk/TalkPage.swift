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
    /// The title of the case, at the top of a page; empty for other steps, and where there is no room.
    let title: Rect
    let titleLines: [String]
    /// What a page says of presenter, date and joining, at its bottom, until the points come so far down; empty for other
    /// steps.
    let occasion: Rect
    let occasionLines: [[Span]]
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
    init?(of step: Tour.Step, in case: Case, key: Key) {
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
        var page = isPage ? Words(of: step, in: `case`, key: key, rows: rowsLeft) : nil
        var join = isPage ? Self.code(of: key, rows: rowsLeft) : nil
        if let code = join {
            // Words come before their picture.
            let beside = Words(of: step, in: `case`, key: key, rows: rowsLeft, beside: code)
            if beside.areWhole { page = beside } else { join = nil }
        }
        let width = size.columns - (join.map { $0.columns + 2 } ?? 0)
        let columns = page?.columns ?? max(0, size.columns - 2)
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
            } ?? .empty
        titleLines = page?.title ?? []
        occasionLines = page?.occasion ?? []
        if let page {
            let widest = lines.map(\.columns).max() ?? 0
            let widestSaid = occasionLines.map(\.columns).max() ?? 0
            title = Rect(
                row: page.titleRow, column: 0, columns: page.titleColumns, rows: titleLines.count)
            // Below the text, and farther left where a line needs the room.
            occasion = Rect(
                row: page.occasionRow, column: max(2, min((width - widest) / 2, width - widestSaid - 1)),
                columns: widestSaid, rows: occasionLines.count)
            room = nil
            divider = .empty
            text = Rect(
                row: page.textRow, column: max(0, (width - widest) / 2), columns: columns,
                rows: page.textRows)
        } else {
            (title, occasion) = (.empty, .empty)
            // The text takes at most two fifths of the screen, unless the screen is very low.
            let most = max(min(3, rowsLeft), size.rows * 2 / 5) - bar.rows
            let rows = min(lines.count, max(0, most))
            let dividing = size.rows >= 10 && rows > 0 ? 1 : 0
            text = Rect(row: bar.bottom, column: 1, columns: columns, rows: rows)
            divider = Rect(row: text.bottom, column: 0, columns: size.columns, rows: dividing)
            room = Size(columns: size.columns, rows: max(0, rowsLeft - divider.bottom))
        }
    }

    /// True if what is said of the talk is not covered by the points revealed so far.
    func showsOccasion(revealed: Int) -> Bool {
        text.row + min(text.rows, lines(revealed: revealed).count) < occasion.row
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

    /// The words of a page from top to bottom: the title of the case, the text of the step, and what is said of the talk.
    ///
    /// There is room for all points from the start, before anything else; what is said of the talk stands where points
    /// may come later, so that a title step tells at its beginning as much as it has room for.
    private struct Words {
        let columns: Int
        var title: [String] = []
        var titleRow = 0
        let titleColumns: Int
        var textRow = 0
        let textRows: Int
        var occasion: [[Span]] = []
        var occasionRow = 0
        /// True if nothing is left out at the beginning, and no point scrolls.
        let areWhole: Bool

        init(of step: Tour.Step, in case: Case, key: Key, rows: Int, beside code: QRCode? = nil) {
            let width = key.size.columns - (code.map { $0.columns + 2 } ?? 0)
            columns = max(0, min(width - 4, TalkPage.widest))
            let headline = TalkPage.headline(of: step, columns: columns, language: key.language)
            let (lines, _) = TalkPage.lines(
                of: step, below: headline, columns: columns, language: key.language)
            textRows = min(lines.count, rows)
            let said = Self.said(of: key.occasion, in: key.language, columns: columns)
            let allSaid = said.reduce(0) { $0 + $1.count }

            // The title may stand above the code, else beside it.
            let across = Self.title(of: `case`, in: key.language, columns: key.size.columns)
            let isAbove = code.map { across.count + 1 <= (rows - $0.rows) / 2 } ?? true
            titleColumns = max(0, isAbove ? key.size.columns : width)
            let wanted = isAbove ? across : Self.title(of: `case`, in: key.language, columns: titleColumns)
            let left = rows - textRows - wanted.count
            let head = left >= 1 ? wanted.count + (left >= allSaid + 4 ? 2 : 1) : 0
            if head > 0 { (title, titleRow) = (wanted, head - wanted.count - 1) }
            textRow = max(head, min((rows - textRows) / 2, rows - allSaid - textRows - 1))

            // What fits below the headline, with a line between them.
            let below = textRow + min(textRows, headline.count) + 1
            let choices = [said, Array(said.suffix(1)), Array(said.prefix(1))].map { $0.flatMap(\.self) }
            occasion = choices.first { $0.count <= rows - below } ?? []
            occasionRow = max(below, rows - occasion.count - 1)
            areWhole = !title.isEmpty && occasion.count == allSaid && lines.count <= rows
        }

        private static func title(of case: Case, in language: LanguageChoice, columns: Int) -> [String] {
            let line = language.line(`case`.manifest.title)
            if line.columns <= columns { return [line] }
            return language.paragraphs(`case`.manifest.title).flatMap {
                Wrapping.lines(of: $0, columns: max(1, columns - 2))
            }
        }

        /// The presenter with the date, and how to join.
        private static func said(of occasion: Occasion, in language: LanguageChoice, columns: Int)
            -> [[[Span]]]
        {
            let names = [occasion.presenter, occasion.date.map { "\($0)" }].compactMap(\.self)
            let join = occasion.join.map { language.localized(Strings.joining(by: $0)) }
            let parts: [(String, Style)] =
                (names.isEmpty ? [] : [(names.joined(separator: " · "), join == nil ? Theme.title : .plain)])
                + (join.map { [($0, Theme.title)] } ?? [])
            // A command that is cut leads nowhere.
            return parts.map { words, style in
                Wrapping.lines(of: [Span(words, style: style)], columns: max(1, columns))
            }
        }
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
