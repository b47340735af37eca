import CaseModel
import Screen
import TextLayout

/// Draws the speaker's second screen: the clocks on the first line, the step and its notes below, and at the bottom
/// where hands are raised and which pages followers visit off the path.
struct SpeakerView {
    let state: State
    let board: SpeakerBoard

    private var language: LanguageChoice { state.language }
    private func localized(_ phrase: Text) -> String { language.localized(phrase) }

    /// The parts of the screen: up to a third for the audience, the rest for the step.
    private struct Layout {
        let clocks: Rect
        let step: Rect
        let audience: Rect
        let footer: Rect

        init(size: Size, audienceLines: Int) {
            clocks = Rect(row: 0, column: 0, columns: size.columns, rows: min(1, size.rows))
            footer = Rect(
                row: size.rows - 1, column: 0, columns: size.columns, rows: size.rows >= 4 ? 1 : 0)
            let rows = max(0, size.rows - clocks.rows - footer.rows)
            let forAudience = min(audienceLines, rows / 3)
            step = Rect(
                row: clocks.bottom, column: 1, columns: max(0, size.columns - 2), rows: rows - forAudience)
            audience = Rect(row: step.bottom, column: 1, columns: step.columns, rows: forAudience)
        }
    }

    private var audienceLines: [String] {
        board.attendance.hands.map { "✋ \($0.followers)  \(title(of: $0.at))" }
            + board.attendance.wandering.map { "↷ \($0.followers)  \(title(of: $0.at))" }
    }

    /// The greatest scroll position of step and notes at a size.
    func lastTop(size: Size) -> Int {
        let layout = Layout(size: size, audienceLines: audienceLines.count)
        return max(0, stepLines(columns: layout.step.columns).count - layout.step.rows)
    }

    func draw(on grid: inout Grid) {
        let audience = audienceLines
        let layout = Layout(size: grid.size, audienceLines: audience.count)
        drawClocks(in: layout.clocks, on: &grid)
        let lines = stepLines(columns: layout.step.columns)
        let top = min(max(0, state.talk?.top ?? 0), max(0, lines.count - layout.step.rows))
        for row in 0..<layout.step.rows where lines.indices.contains(top + row) {
            grid.write(lines[top + row], in: layout.step.line(row))
        }
        if top + layout.step.rows < lines.count {
            grid.put("↓", at: Point(row: layout.step.bottom - 1, column: layout.step.right), style: Theme.key)
        }
        for row in 0..<layout.audience.rows {
            grid.write(audience[row], in: layout.audience.line(row))
        }
        grid.cursor = Point(row: layout.step.row, column: layout.step.column)
        Frame(state: state).drawKeys(in: layout.footer, on: &grid)
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

    private func stepLines(columns: Int) -> [[Span]] {
        var document = Document()
        if let talk = state.talk, let step = state.step {
            document.add(
                "\(talk.step + 1)/\(state.stepCount)  \(language.line(step.headline))", style: Theme.title)
            for point in step.points.prefix(talk.revealed) {
                document.add("• " + language.line(point), indent: 2, hanging: 2)
            }
        } else {
            document.add(localized(Strings.offPath) + "  " + place, style: Theme.title)
        }
        for point in board.notes.pointsToCome {
            document.add([Span("○ " + language.line(point), style: Theme.faint)], indent: 2, hanging: 2)
        }
        let notes = language.paragraphs(board.notes.text).filter { !$0.isEmpty }
        if !notes.isEmpty {
            document.addHeading(localized(Strings.notes))
            for paragraph in notes { document.add(paragraph, indent: 2) }
        }
        document.addHeading(localized(Strings.next))
        document.add(board.notes.nextHeadline.map(language.line) ?? localized(Strings.lastStep), indent: 2)
        return document.lines(columns: columns).map { line in
            [Span(String(repeating: " ", count: line.column))] + line.spans
        }
    }

    /// The title of the page shown while the talk is off its path.
    private var place: String { state.attendanceKey.map(title) ?? "" }

    private func title(of key: String) -> String {
        if let position = state.graph.position(of: ID(key)) {
            return language.line(state.graph.item(position).title)
        }
        return ViewName(rawValue: key).map { localized($0.title) } ?? TextFit.clipped(key, to: 40)
    }

    private static func duration(_ seconds: Int) -> String {
        let minutes = seconds / 60
        return "\(minutes):" + twoDigits(seconds % 60)
    }

    private static func twoDigits(_ number: Int) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }
}
