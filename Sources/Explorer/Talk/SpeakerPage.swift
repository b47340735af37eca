import CaseModel
import Screen
import TextLayout

/// The layout of the speaker's second screen: the clocks on the first lines, the step and its notes below, and at
/// the bottom the hands and questions, and what followers visit off the path.
///
/// It does not depend on the clocks, so that a second that passes wraps no text.
struct SpeakerPage: Sendable {
    /// Everything that the page depends on.
    struct Key: Equatable, Sendable {
        let step: Tour.Step?
        /// The number of the step from 1, and of all steps: `2/9`.
        let number: String
        let revealed: Int
        let isBlank: Bool
        /// True once the talk's position has arrived.
        let isLed: Bool
        let notes: SpeakerNotes
        let attendance: Attendance
        /// The page shown while the talk is off its path.
        let place: String
        let language: LanguageChoice
        let size: Size

        /// Nil on any other screen.
        init?(in state: State) {
            guard let board = state.board else { return nil }
            step = state.step
            number = "\((state.talk?.step ?? 0) + 1)/\(state.stepCount)"
            revealed = state.talk?.revealed ?? 0
            isBlank = state.talk?.isBlank ?? false
            isLed = state.talk?.isLed ?? false
            (notes, attendance) = (board.notes, board.attendance)
            (place, language, size) = (state.attendanceKey, state.language, state.size)
        }
    }

    let key: Key
    let clocks: Rect
    /// The area of step and notes.
    let step: Rect
    /// The area of the audience, up to a third of the screen.
    let audience: Rect
    let footer: Rect
    /// The wrapped text of step and notes.
    let stepLines: [[Span]]
    /// The lines of the newest point and of the next one; of the headline where there are none.
    private let newest: Range<Int>
    /// What fits of hands, questions and places.
    let audienceLines: [String]

    init(_ key: Key, in graph: CaseGraph) {
        #if DEBUG
            LaidOutText.observer?(.speaker)
        #endif
        self.key = key
        let (size, titles) = (key.size, Titles(graph: graph, language: key.language))
        let clockRows = size.columns >= Self.wide ? 1 : size.columns >= Self.middling ? 2 : 3
        clocks = Rect(
            row: 0, column: 0, columns: size.columns,
            rows: min(clockRows, max(min(1, size.rows), size.rows / 4)))
        footer = Rect(row: size.rows - 1, column: 0, columns: size.columns, rows: size.rows >= 4 ? 1 : 0)
        let rows = max(0, size.rows - clocks.rows - footer.rows)
        audienceLines = Self.audience(
            key.attendance, titles, columns: max(0, size.columns - 2), rows: rows / 3)
        let audienceRows = audienceLines.count
        step = Rect(
            row: clocks.bottom, column: 1, columns: max(0, size.columns - 2), rows: rows - audienceRows)
        audience = Rect(row: step.bottom, column: 1, columns: step.columns, rows: audienceRows)
        let (document, points) = Self.document(key, place: titles.title(ofAttended: key.place))
        let lines = document.lines(columns: step.columns)
        let first = lines.firstIndex { points.contains($0.paragraph) }
        let last = lines.lastIndex { points.contains($0.paragraph) }
        newest = (first ?? 0)..<(last.map { $0 + 1 } ?? 0)
        stepLines = lines.map { line in [Span(String(repeating: " ", count: line.column))] + line.spans }
    }

    /// The least columns for the clocks, the pace and the audience on one line, and for the first two of these.
    private static let (wide, middling) = (120, 76)

    /// The hands and questions, and what is visited off the path: whole if there is room, else a line each, the last of
    /// which says how many more there are.
    private static func audience(_ attendance: Attendance, _ titles: Titles, columns: Int, rows: Int)
        -> [String]
    {
        let hands = attendance.hands.map { hand in
            (
                SpeakerBoard.Clock(minute: hand.minute).text + "  " + titles.line(of: hand),
                min(columns / 4, Self.indent)
            )
        }
        let lines = hands + wanderers(of: attendance, titles).map { ($0, 0) }
        let wrapped = lines.flatMap { line, indent in
            Wrapping.lines(of: line, columns: max(1, columns), hanging: indent)
        }
        if wrapped.count <= rows { return wrapped }
        let shown = lines.count <= rows || rows < 2 ? rows : rows - 1
        let more = lines.count > shown && rows >= 2 ? [Strings.more(lines.count - shown)] : []
        return lines.prefix(shown).map { TextFit.clipped($0.0, to: columns) }
            + more.map(titles.language.localized)
    }

    /// The columns of the time and the sign before a question.
    private static let indent = 10

    private static func wanderers(of attendance: Attendance, _ titles: Titles) -> [String] {
        var lines = attendance.wandering.map { "↷ \($0.followers)  \(titles.title(ofAttended: $0.at))" }
        if attendance.elsewhere > 0 {
            lines.append("↷ \(attendance.elsewhere)  \(titles.language.localized(Strings.attendedElsewhere))")
        }
        return lines
    }

    /// The greatest scroll position of step and notes.
    var lastTop: Int { max(0, stepLines.count - step.rows) }

    /// The first visible line at a scroll position. From a reveal on, until somebody scrolls, that is the least at which
    /// the newest point and the next one are in view.
    func top(_ top: Int) -> Int {
        guard top == .max else { return min(max(0, top), lastTop) }
        return min(newest.lowerBound, max(0, newest.upperBound - step.rows), lastTop)
    }

    /// Step and notes, and the paragraphs of the newest point and the next one.
    private static func document(_ key: Key, place: String) -> (Document, points: Set<Int>) {
        let language = key.language
        var document = Document()
        var points: Set<Int> = []
        if key.isBlank { document.add(language.localized(Strings.paused), style: Theme.notice) }
        if let step = key.step {
            document.add("\(key.number)  \(language.line(step.headline))", style: Theme.title)
            for point in step.points.prefix(key.revealed) {
                document.add("• " + language.line(point.text), indent: 2, hanging: 2)
            }
            if key.revealed > 0, !step.points.isEmpty { points.insert(document.paragraphs.count - 1) }
        } else if key.isLed {
            document.add(language.localized(Strings.offPath) + "  " + place, style: Theme.title)
        }
        if !key.notes.pointsToCome.isEmpty { points.insert(document.paragraphs.count) }
        for point in key.notes.pointsToCome {
            document.add([Span("○ " + language.line(point), style: Theme.faint)], indent: 2, hanging: 2)
        }
        let notes = language.paragraphs(key.notes.text).filter { !$0.isEmpty }
        if !notes.isEmpty {
            document.addHeading(language.localized(Strings.notes))
            for paragraph in notes { document.add(paragraph, indent: 2) }
        }
        // Where the talk is at no step, no step is the last.
        guard key.notes.nextHeadline != nil || (key.step != nil && key.notes.takesMoves) else {
            return (document, points)
        }
        document.addHeading(language.localized(Strings.next))
        let view = key.notes.nextView.flatMap { ViewName(rawValue: $0) }.map {
            "  (" + language.localized($0.title) + ")"
        }
        let next =
            key.notes.nextHeadline.map { language.line($0) + (view ?? "") }
            ?? language.localized(Strings.lastStep)
        document.add(next, indent: 2)
        return (document, points)
    }
}
