import CaseModel
import Screen
import TextLayout

/// Draws the speaker's second screen.
struct SpeakerView {
    let state: State
    let board: SpeakerBoard
    let page: SpeakerPage

    private func localized(_ phrase: Text) -> String { state.language.localized(phrase) }

    func draw(on grid: inout Grid) {
        drawClocks(in: page.clocks, on: &grid)
        let (area, lines) = (page.step, page.stepLines)
        let top = page.top(state.talk?.top ?? 0)
        grid.write(lines: lines.dropFirst(top), in: area)
        if top < page.lastTop {
            grid.put("↓", at: Point(row: area.bottom - 1, column: area.right), style: Theme.key)
        }
        for row in 0..<page.audience.rows {
            grid.write(page.audienceLines[row], in: page.audience.line(row))
        }
        grid.cursor = Point(row: area.row, column: area.column)
        Frame(state: state).drawKeys(in: page.footer, on: &grid)
    }

    /// `14:05  elapsed 12:30 / 45:00  step 1:10 / 2:00  0:40 behind  17 follow, 3 off the path  ✋ 2`, on as many
    /// lines as the page has for it: nothing is written over anything else.
    private func drawClocks(in area: Rect, on grid: inout Grid) {
        let groups = [clockSpans, stepSpans, audienceSpans]
        var lines: [[Span]] = []
        switch area.rows {
        case 3...: lines = groups
        case 2: lines = [groups[0] + groups[1], groups[2]]
        case _: lines = [groups[0] + groups[1] + groups[2]]
        }
        grid.write(lines: lines, in: area)
    }

    /// The time of day, and how long the talk has taken of how much.
    private var clockSpans: [Span] {
        guard board.notes.takesMoves else { return [Span(" " + board.clock.text + "  ", style: Theme.title)] }
        let (timer, planned) = (board.timer, board.notes.planned)
        let isOver = board.isOver == true
        var spans = [
            Span(" " + board.clock.text + "  ", style: Theme.title),
            Span(localized(Strings.elapsed) + " "),
            Span(Strings.duration(timer.elapsed), style: isOver ? Theme.alarm : Theme.title),
        ]
        if let planned { spans.append(Span(" / " + Strings.duration(planned))) }
        if isOver { spans.append(Span("  " + localized(Strings.timeIsUp), style: Theme.alarm)) }
        if !timer.isRunning { spans.append(Span("  " + localized(Strings.clockPaused), style: Theme.badge)) }
        return spans + [Span("  ")]
    }

    /// How long the step has taken of how much, and the pace of the talk: it is late after the planned end of the
    /// step, and early before its planned beginning.
    private var stepSpans: [Span] {
        let timer = board.timer
        guard let step = board.notes.plannedStep else { return [] }
        var spans = [
            Span(" " + localized(Strings.thisStep) + " "),
            Span(Strings.duration(timer.atStep), style: Theme.title),
            Span(" / " + Strings.duration(step.count) + "  "),
        ]
        if timer.elapsed > step.upperBound {
            spans.append(
                Span(localized(Strings.behind(timer.elapsed - step.upperBound)), style: Theme.notice))
        } else if timer.elapsed < step.lowerBound {
            spans.append(Span(localized(Strings.ahead(step.lowerBound - timer.elapsed))))
        } else {
            spans.append(Span(localized(Strings.onTime)))
        }
        return spans + [Span("  ")]
    }

    private var audienceSpans: [Span] {
        let attendance = board.attendance
        let words = Strings.attendance(attendance.followers, wanderers: attendance.wanderers)
        var spans = [Span(" " + localized(words), style: Theme.title)]
        if attendance.raised > 0 { spans.append(Span("  ✋ \(attendance.raised)", style: Theme.notice)) }
        if attendance.questions > 0 {
            spans.append(
                Span("  \(localized(Strings.questionSign)) \(attendance.questions)", style: Theme.notice))
        }
        return spans
    }
}
