import CaseModel
import Screen

/// Handles the mouse: a press selects what it is on, a press on the selection opens it, and the wheel moves.
///
/// Hints on the last line, the steps of the way here, and the parts of a chart are pressed as they are drawn; everything
/// else by the layout.
package func update(_ state: inout State, mouse event: MouseEvent) -> [Effect] {
    // What is pressed is what was seen: without its notice the last line may look different.
    let meaning = event.action == .press ? view(state).meaning(at: event.point) : nil
    state.clearNotices()
    switch event.action {
    case .press: return state.press(on: meaning, at: event.point)
    case .wheelUp: return state.turnWheel(by: -1, at: event.point)
    case .wheelDown: return state.turnWheel(by: 1, at: event.point)
    }
}

extension State {
    /// The rows that a notch of the wheel moves by.
    private static let notch = 3

    fileprivate mutating func press(on meaning: Grid.Zone.Meaning?, at point: Point) -> [Effect] {
        switch meaning {
        case .key(let key)?: return update(&self, key: key)
        case .step(let number)?:
            goBack(toStep: number)
            return []
        case .part(let number)?:
            // An open list covers the chart.
            if case .view(.chart) = mode { return press(part: number) }
        case nil: break
        }
        switch mode {
        case .list: return pressInList(at: point)
        case .view(.browse): return pressInPanes(at: point)
        case .view(.reader), .view(.trace), .view(.overview): return pressInPage(at: point)
        case .view(.chart), .presenting, .following, .speaker, .pager, .note, .bookmark, .question: return []
        }
    }

    private mutating func press(part number: Int) -> [Effect] {
        guard let chart = openChart, let chosen = chart.drawing.selecting(part: number, in: chartContext)
        else { return [] }
        if Chart(chosen) == chart { return update(&self, with: .enter) }
        show(chosen)
        return []
    }

    /// Goes to a step of the way here: home is without pins, each other step with the pins up to it.
    private mutating func goBack(toStep number: Int) {
        var next = viewpoint
        next.subject = nil
        next.pins = Array(next.pins.prefix(number))
        if let last = next.pins.last {
            next.focus = graph.panes[last]
            next.selections[next.focus] = last
        }
        go(to: next)
    }

    private mutating func pressInList(at point: Point) -> [Effect] {
        guard let picker else { return [] }
        let area = Picker.Layout(size: size, of: picker.list).list
        let entries = picker.entries(in: self)
        let top = picker.visible(of: entries.count, in: area.rows).lowerBound
        let row = top + point.row - area.row
        guard area.contains(point), entries.indices.contains(row), !entries[row].isHeading else { return [] }
        guard row == picker.selected else {
            self.picker?.selected = row
            self.picker?.top = top
            self.picker?.isPastSelection = false
            return []
        }
        return update(&self, with: .list(.choose))
    }

    private mutating func pressInPanes(at point: Point) -> [Effect] {
        let panes = layout.panes
        for pane in 0...2 where panes.title(of: pane).contains(point) {
            browse.focus = pane
            refresh()
            return []
        }
        guard let pane = panes.pane(at: point) else { return [] }
        let rows = browse.columns[pane].outline.rows
        let area = panes.panes[pane]
        guard let row = browse.window(of: pane, height: area.rows).row(onLine: point.row - area.row),
            rows.indices.contains(row)
        else { return [] }
        switch rows[row].content {
        case .heading:
            browse.focus = pane
            browse.fold(browse.folded.symmetricDifference([rows[row].content]), in: pane, of: graph)
        case .item(let position):
            if browse.focus == pane, browse.columns[pane].selected == position {
                return update(&self, with: .enter)
            }
            browse.focus = pane
            browse.columns[pane].selected = position
        }
        refresh()
        return []
    }

    private mutating func pressInPage(at point: Point) -> [Effect] {
        guard let page = layout.page, let top = reader?.top, page.layout.body.contains(point) else {
            return []
        }
        let line = top + point.row - page.layout.body.row
        guard page.lines.indices.contains(line), let target = page.lines[line].target else { return [] }
        if reader?.target == target { return update(&self, with: .enter) }
        reader?.target = target
        return []
    }

    fileprivate mutating func turnWheel(by step: Int, at point: Point) -> [Effect] {
        if case .view(.chart) = mode,
            let turned = openChart?.drawing.turningWheel(
                by: step, at: point, in: ChartLayout(size: layout.room).area, context: chartContext)
        {
            show(turned)
            return []
        }
        let isDown = step > 0
        let movement = isDown ? Movement.down : .up
        let (command, count): (Command, Int) =
            switch mode {
            case .list: (.list(.move(movement)), Self.notch)
            case .pager: (.pager(isDown ? .down : .up), Self.notch)
            case .note, .bookmark, .question: (.editor(.move(movement)), 1)
            case .presenting, .following: (.talk(isDown ? .viewDown : .viewUp), 1)
            case .speaker: (.talk(isDown ? .scrollDown : .scrollUp), 1)
            case .view(.chart): (.move(movement), 1)
            case .view(.browse) where layout.panes.detail.contains(point):
                (.pane(isDown ? .scrollDetailsDown : .scrollDetailsUp), 1)
            case .view: (.move(movement), Self.notch)
            }
        if mode == .view(.browse), let pane = layout.panes.pane(at: point) { browse.focus = pane }
        // Where nothing is further on, the wheel says nothing.
        var effects: [Effect] = []
        for _ in 0..<count where KeyTable.row(of: command, in: mode)?.unavailable(self) == nil {
            effects += update(&self, with: command)
        }
        return effects
    }
}
