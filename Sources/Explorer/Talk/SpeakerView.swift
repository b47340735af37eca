import CaseModel
import Screen
import TextLayout

/// The layout of the speaker's second screen: the clocks on the first line, the step and its notes below, and at
/// the bottom where hands are raised and which pages followers visit off the path.
///
/// It does not depend on the clocks, so that a second that passes wraps no text.
struct SpeakerPage: Sendable {
    /// Everything that the page depends on.
    struct Key: Equatable, Sendable {
        let step: Tour.Step?
        /// The number of the step from 1, and of all steps: `2/9`.
        let number: String
        let revealed: Int
        let notes: SpeakerNotes
        let attendance: Attendance
        /// The page shown while the talk is off its path.
        let place: String?
        let language: LanguageChoice
        let size: Size

        /// Nil on any other screen.
        init?(in state: State) {
            guard let board = state.board else { return nil }
            step = state.step
            number = "\((state.talk?.step ?? 0) + 1)/\(state.stepCount)"
            revealed = state.talk?.revealed ?? 0
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
    let audienceLines: [String]

    init(_ key: Key, in graph: CaseGraph) {
        #if DEBUG
            LaidOutText.observer?(.speaker)
        #endif
        self.key = key
        let (size, titles) = (key.size, Titles(graph: graph, language: key.language))
        audienceLines =
            key.attendance.hands.map { "✋ \($0.followers)  \(titles.title(ofAttended: $0.at))" }
            + key.attendance.wandering.map { "↷ \($0.followers)  \(titles.title(ofAttended: $0.at))" }
        clocks = Rect(row: 0, column: 0, columns: size.columns, rows: min(1, size.rows))
        footer = Rect(row: size.rows - 1, column: 0, columns: size.columns, rows: size.rows >= 4 ? 1 : 0)
        let rows = max(0, size.rows - clocks.rows - footer.rows)
        let audienceRows = min(audienceLines.count, rows / 3)
        step = Rect(
            row: clocks.bottom, column: 1, columns: max(0, size.columns - 2), rows: rows - audienceRows)
        audience = Rect(row: step.bottom, column: 1, columns: step.columns, rows: audienceRows)
        let place = key.place.map(titles.title(ofAttended:)) ?? ""
        stepLines = Self.document(key, place: place).lines(columns: step.columns).map { line in
            [Span(String(repeating: " ", count: line.column))] + line.spans
        }
    }

    /// The greatest scroll position of step and notes.
    var lastTop: Int { max(0, stepLines.count - step.rows) }

    private static func document(_ key: Key, place: String) -> Document {
        let language = key.language
        var document = Document()
        if let step = key.step {
            document.add("\(key.number)  \(language.line(step.headline))", style: Theme.title)
            for point in step.points.prefix(key.revealed) {
                document.add("• " + language.line(point.text), indent: 2, hanging: 2)
            }
        } else {
            document.add(language.localized(Strings.offPath) + "  " + place, style: Theme.title)
        }
        for point in key.notes.pointsToCome {
            document.add([Span("○ " + language.line(point), style: Theme.faint)], indent: 2, hanging: 2)
        }
        let notes = language.paragraphs(key.notes.text).filter { !$0.isEmpty }
        if !notes.isEmpty {
            document.addHeading(language.localized(Strings.notes))
            for paragraph in notes { document.add(paragraph, indent: 2) }
        }
        document.addHeading(language.localized(Strings.next))
        let next = key.notes.nextHeadline.map(language.line) ?? language.localized(Strings.lastStep)
        document.add(next, indent: 2)
        return document
    }
}

/// Draws the speaker's second screen.
struct SpeakerView {
    let state: State
    let board: SpeakerBoard
    let page: SpeakerPage

    private func localized(_ phrase: Text) -> String { state.language.localized(phrase) }

    func draw(on grid: inout Grid) {
        drawClocks(in: page.clocks, on: &grid)
        let (area, lines) = (page.step, page.stepLines)
        let top = min(max(0, state.talk?.top ?? 0), page.lastTop)
        for row in 0..<area.rows where lines.indices.contains(top + row) {
            grid.write(lines[top + row], in: area.line(row))
        }
        if top < page.lastTop {
            grid.put("↓", at: Point(row: area.bottom - 1, column: area.right), style: Theme.key)
        }
        for row in 0..<page.audience.rows {
            grid.write(page.audienceLines[row], in: page.audience.line(row))
        }
        grid.cursor = Point(row: area.row, column: area.column)
        Frame(state: state).drawKeys(in: page.footer, on: &grid)
    }

    /// `14:05  elapsed 12:30 / 45:00  2 min behind                17 follow, 3 wander`
    private func drawClocks(in line: Rect, on grid: inout Grid) {
        let clock = Self.twoDigits(board.clock.hour) + ":" + Self.twoDigits(board.clock.minute)
        var spans = [Span(" " + clock + "  ", style: Theme.title), Span(localized(Strings.elapsed) + " ")]
        spans.append(Span(Self.duration(board.elapsed), style: Theme.title))
        if let planned = board.notes.planned { spans.append(Span(" / " + Self.duration(planned))) }
        if let pace {
            spans.append(Span("  " + localized(pace.text), style: pace.isLate ? Theme.notice : .plain))
        }
        grid.write(spans, in: line)
        let followers =
            localized(Strings.attendance(board.attendance.followers, wanderers: board.attendance.wanderers))
            + " "
        grid.write(
            followers, at: Point(row: line.row, column: line.right - followers.columns), in: line,
            style: Theme.title)
    }

    /// The time that the talk is ahead or behind; it is not behind before the planned end of the step.
    private var pace: (text: Text, isLate: Bool)? {
        guard let until = board.notes.plannedUntilHere else { return nil }
        let late = board.elapsed - until
        if late > 0 { return (Strings.behind(minutes: (late + 59) / 60), true) }
        return (Strings.left(minutes: -late / 60), false)
    }

    private static func duration(_ seconds: Int) -> String {
        let minutes = seconds / 60
        return "\(minutes):" + twoDigits(seconds % 60)
    }

    private static func twoDigits(_ number: Int) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }
}
