import CaseModel
import Screen

extension State {
    /// Carries out a command in the three panes.
    mutating func browse(_ command: Command, isRepeating: Bool) -> [Effect] {
        switch command {
        case .move(.up): move(by: -1, isRepeating: isRepeating)
        case .move(.down): move(by: 1, isRepeating: isRepeating)
        case .move(.pageUp): move(by: -max(1, paneRows - 1), isRepeating: isRepeating)
        case .move(.pageDown): move(by: max(1, paneRows - 1), isRepeating: isRepeating)
        case .move(.first): select(row: 0, going: 1)
        case .move(.last): select(row: browse.columns[browse.focus].outline.rows.count - 1, going: -1)
        case .enter: drill()
        case .back: unpin()
        case .pane(.next): focus(on: (browse.focus + 1) % 3)
        case .pane(.previous): focus(on: (browse.focus + 2) % 3)
        case .pane(.first): focus(on: 0)
        case .pane(.second): focus(on: 1)
        case .pane(.third): focus(on: 2)
        case .pane(.zoom): cycleZoom()
        case .pane(.scrollStripDown): scrollDetail(by: 1)
        case .pane(.scrollStripUp): scrollDetail(by: -1)
        case .close: return [.quit]
        case .move(.left), .move(.right), .reading, .chart, .view, .travel, .find, .own, .talk, .program:
            break
        }
        return []
    }

    /// Pins the selected item and goes on to the right; a pinned one in the last pane is opened to be read.
    private mutating func drill() {
        guard let selected = browse.selected else { return }
        let isPinned = browse.isPinned(selected)
        var next = viewpoint
        if isPinned && browse.focus == 2 { return open(.item(selected)) }
        if !isPinned { next.pins.append(selected) }
        // What the panes look like once the item is pinned decides where there is something to go to.
        var narrowed = browse
        narrowed.pin(next.pins, in: graph)
        let pin = narrowed.pins.first { $0.origin == selected }
        let onward = (browse.focus + 1..<3).first { narrowed.columns[$0].outline.visible > 0 }
        if let onward {
            next.focus = onward
            next.selections[onward] =
                narrowed.firstItem(in: onward, of: graph) { pin?.nearness[$0] == .near }
                ?? narrowed.firstItem(in: onward, of: graph) { _ in true }
        } else if let below = graph.children[selected].first(where: {
            narrowed.columns[browse.focus].outline.row(of: $0) != nil
        }) {
            // A field's projects stand below it in the same pane.
            next.selections[browse.focus] = below
        } else if isPinned || browse.focus < 2 {
            // Nothing lies beyond: the item itself is all there is to see.
            next.subject = .item(selected)
        }
        let left = visit
        browse = narrowed
        go(to: next, leaving: left)
    }

    /// Takes the last pin off and goes back to it.
    private mutating func unpin() {
        guard let last = browse.pins.last else { return }
        var next = viewpoint
        next.pins.removeLast()
        next.focus = graph.panes[last.origin]
        next.selections[next.focus] = last.origin
        go(to: next)
    }

    private var paneRows: Int { layout.panes.panes[browse.focus].rows }

    private mutating func move(by rows: Int, isRepeating: Bool) {
        let column = browse.columns[browse.focus]
        guard let row = column.selected.flatMap({ column.outline.row(of: $0) }) else { return }
        let wanted = min(max(0, row + rows), column.outline.rows.count - 1)
        select(row: wanted, going: rows.signum(), isRepeating: isRepeating)
    }

    /// Selects the item on a row, or the nearest one in a direction, or else the nearest the other way.
    private mutating func select(row: Int, going step: Int, isRepeating: Bool = false) {
        let outline = browse.columns[browse.focus].outline
        guard let item = outline.item(from: row, going: step) ?? outline.item(from: row, going: -step)
        else { return }
        browse.columns[browse.focus].selected = item
        if isRepeating { refreshFocusedPane() } else { refresh() }
    }

    private mutating func focus(on pane: Int) {
        guard pane != browse.focus else { return }
        browse.focus = pane
        refresh()
    }

    private mutating func cycleZoom() {
        switch browse.zoom {
        case nil: browse.zoom = .pane
        case .pane: browse.zoom = .detail
        case .detail: browse.zoom = nil
        }
        refresh()
    }

    private mutating func scrollDetail(by lines: Int) {
        browse.detailTop = max(0, browse.detailTop + lines)
        refresh()
    }
}

extension Browse {
    /// The first visible item of a pane that a test lets through; what is there for context only is passed
    /// over.
    func firstItem(in pane: Int, of graph: CaseGraph, where isWanted: (Int) -> Bool) -> Int? {
        for row in columns[pane].outline.rows where !row.isContext {
            if case .item(let position) = row.content, isWanted(position) { return position }
        }
        return nil
    }
}
