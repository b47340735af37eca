import CaseModel
import Screen
import TextLayout

/// Draws the three panes, the detail bar below them, and the frame around both.
struct BrowseView {
    let state: State

    private var layout: Browse.Layout { state.layout.panes }

    func draw(on grid: inout Grid) {
        let chrome = Frame(state: state)
        chrome.drawHeader(in: layout.header, on: &grid)
        if layout.isFramed { drawFrame(on: &grid) }
        for pane in 0...2 { drawTitle(of: pane, on: &grid) }
        if layout.shown.count > 1, !layout.isFramed { drawDividers(on: &grid) }
        for pane in layout.shown {
            let question = layout.question(of: pane)
            for (number, line) in (state.layout.questions?.lines[pane] ?? []).enumerated() {
                grid.write(" " + line, in: question.line(number), style: Theme.faint)
            }
            PaneView(state: state, pane: pane, area: layout.panes[pane]).draw(on: &grid)
        }
        drawPermalink(on: &grid)
        state.layout.detail?.draw(
            from: state.browse.detailTop, in: layout.detail.inset(columns: 1), on: &grid)
        chrome.drawFooter(
            in: layout.footer.inset(columns: layout.isFramed ? 1 : 0), on: &grid)
    }

    /// `1 共识 ── ●2 ◐3 ○9 共 39`: the pane's key, its title, and the number of rows with each mark; without marks,
    /// the number of its items, or of those that are there for matches of other panes. As much as fits: the grades come
    /// before the total, the best one before all.
    private func drawTitle(of pane: Int, on grid: inout Grid) {
        let area = layout.title(of: pane)
        let title = "\(pane + 1) " + state.language.first.line(state.graph.case.panes[pane].title)
        let outline = state.browse.columns[pane].outline
        let style = pane == state.browse.focus ? Theme.focusedTitle : Theme.title
        let localized = state.language.localized
        // The counts from the most to the least: with the total, of all grades, of the better ones.
        var counts: [String]
        if let reach = state.browse.reach(in: pane) {
            counts = [Grade.farFetched, .wellFounded, .direct].map { reach.summary(downTo: $0) }
            counts.removeAll(where: \.isEmpty)
            if let all = counts.first {
                let shown = localized(Strings.shown(outline.visible, of: outline.total))
                counts.insert("\(all) \(shown)", at: 0)
            }
        } else if state.browse.filter?.matches(inPane: pane) == false {
            counts = [localized(Strings.connectedWithMatches(outline.visible)), "0"]
        } else {
            counts = [localized(Strings.items(outline.visible, of: outline.total)), "\(outline.visible)"]
        }
        let dashes = layout.isFramed && layout.shown.count > 1 ? [" ── ", " "] : [" "]
        let tails = counts.map { count in dashes.map { $0 + count + " " } }
        // The numbers of all grades are worth more than the end of a title.
        let shortest = min(title.columns, 2 + Self.leastTitle)
        if let tail = tails.prefix(2).joined().first(where: { title.columns + $0.columns <= area.columns })
            ?? tails.dropFirst().joined().first(where: { shortest + $0.columns <= area.columns })
        {
            let room = area.columns - tail.columns
            let used = grid.write(
                title, in: Rect(row: area.row, column: area.column, columns: room, rows: area.rows),
                style: style)
            grid.write(tail, at: Point(row: area.row, column: area.column + used), in: area)
        } else {
            // A tab too narrow for two glyphs of the title shows only the number.
            grid.write(area.columns < 6 ? "\(pane + 1)" : title, in: area, style: style)
        }
    }

    /// The least columns of a pane's title beside its counts.
    private static let leastTitle = 4

    /// The selected item's id, on the line above the detail bar.
    private func drawPermalink(on grid: inout Grid) {
        guard layout.isFramed, !layout.detail.isEmpty, !state.browse.showsCard,
            let position = state.browse.described
        else { return }
        let id = " \(state.graph.item(position).id) "
        let line = Rect(
            row: layout.detail.row - 1, column: layout.detail.column, columns: layout.detail.columns, rows: 1)
        grid.write(
            id, at: Point(row: line.row, column: line.right - id.columns - 1), in: line, style: Theme.frame)
    }

    private func drawFrame(on grid: inout Grid) {
        let (top, bottom, right) = (layout.titles.row, layout.footer.row, layout.footer.right - 1)
        let frame = Rect(row: top, column: 0, columns: right + 1, rows: bottom - top + 1)
        grid.frame(frame)
        let middle = layout.detail.isEmpty ? nil : layout.detail.row - 1
        if let middle {
            grid.fill(frame.line(middle - top), with: Theme.rule, style: Theme.frame)
            grid.put("├", at: Point(row: middle, column: 0), style: Theme.frame)
            grid.put("┤", at: Point(row: middle, column: right), style: Theme.frame)
        }
        guard layout.panes[0].rows > 0 else { return }
        for column in layout.dividers {
            grid.put("┬", at: Point(row: top, column: column), style: Theme.frame)
            grid.put("┴", at: Point(row: middle ?? bottom, column: column), style: Theme.frame)
        }
        drawDividers(on: &grid)
    }

    private func drawDividers(on grid: inout Grid) {
        for column in layout.dividers {
            for row in layout.titles.bottom..<layout.panes[0].bottom {
                grid.put("│", at: Point(row: row, column: column), style: Theme.frame)
            }
        }
    }
}
