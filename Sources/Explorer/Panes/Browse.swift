import CaseModel
import CaseSearch

/// The three linked panes: what is pinned, what is selected, and what that is connected to.
///
/// The panes carry out their own commands; what concerns more than them is left to the state as an `Outcome`.
struct Browse: Sendable {
    /// One pane's rows and the selection in them.
    struct Column: Sendable {
        var outline: Outline
        /// The position of the selected item; nil in an empty pane.
        var selected: Int? {
            didSet { hidden = nil }
        }
        /// The item that was selected when a filter emptied the pane; it is selected again once it is shown.
        fileprivate var hidden: Int?
        /// The first row shown.
        var top = 0
    }

    /// How much of a pane is connected to the selection of the focused one.
    struct Reach {
        /// The number of connected items of each grade.
        fileprivate(set) var counts = [Int](repeating: 0, count: Grade.allCases.count)
        /// The first row of the best grade that there is.
        fileprivate var first: (grade: Grade, row: Int)?

        /// `●2 ◐3 ○2`: how many there are of each grade down to this one, leaving out what there is none of.
        func summary(downTo worst: Grade = .farFetched) -> String {
            let parts = Grade.allCases.filter { $0 <= worst && counts[$0.rawValue] > 0 }
            return parts.map { "\($0.sign)\(counts[$0.rawValue])" }.joined(separator: " ")
        }
    }

    /// What a command in the panes leaves to the state.
    enum Outcome {
        /// Nothing has changed.
        case nothing
        /// Another item is selected in the pane that has the focus.
        case selected
        /// Something else is shown, or shown differently.
        case changed
        /// To another place, with the panes as they will be there where that is known already.
        case go(Viewpoint, panes: Browse? = nil)
        case quit
    }

    /// What fills the screen alone.
    enum Zoom: Sendable {
        case pane, detail
    }

    /// The pinned items, first pinned first.
    private(set) var pins: [Connections] = []
    /// What the panes are filtered by.
    private(set) var narrowing: AppliedFilter?
    /// The number of the pane that has the focus.
    var focus = 0
    var columns: [Column]
    /// What the selection of the focused pane is connected to.
    private(set) var brush: Connections?
    /// What the brush reaches in each pane; nil where brush or outlines have changed since.
    private var reach: [Reach]?
    var zoom: Zoom?
    /// How far the detail bar is scrolled, in lines.
    var detailTop = 0

    init(_ graph: CaseGraph) {
        columns = graph.case.panes.indices.map {
            Column(outline: Outline(of: $0, in: graph) { _ in true })
        }
        for pane in columns.indices { columns[pane].selected = columns[pane].outline.item(from: 0, going: 1) }
        focus = columns.firstIndex { $0.selected != nil } ?? 0
        rebrush(in: graph)
    }

    /// The selected item of the focused pane.
    var selected: Int? { columns[focus].selected }

    /// The item that brushing and the detail bar are about: the selected one, once the key is let go.
    var described: Int? { brush?.origin ?? selected }

    /// Whether an item is pinned.
    func isPinned(_ position: Int) -> Bool { pins.contains { $0.origin == position } }

    /// How much of a pane is connected to the selection; nil in the focused pane.
    func reach(in pane: Int) -> Reach? { pane == focus ? nil : reach?[pane] }

    /// The first row of the items of a pane that are best connected to the selection; nil in the focused pane.
    func firstConnectedRow(in pane: Int) -> Int? { reach(in: pane)?.first?.row }

    /// Pins these items, and narrows every pane to what is connected with all pins of the other panes.
    mutating func pin(_ positions: [Int], in graph: CaseGraph) {
        pins = positions.map { position in
            pins.first { $0.origin == position } ?? graph.connections(of: position)
        }
        outline(graph)
    }

    /// Shows only what a filter lets through; pinned items stay.
    mutating func narrow(to narrowing: AppliedFilter?, in graph: CaseGraph) {
        self.narrowing = narrowing
        outline(graph)
    }

    /// Lays out the rows that pins and filter let through.
    private mutating func outline(_ graph: CaseGraph) {
        for pane in columns.indices {
            let others = pins.filter { graph.panes[$0.origin] != pane }
            let own = Set(pins.map(\.origin))
            let outline = Outline(of: pane, in: graph) { position in
                own.contains(position)
                    || narrowing?.letsThrough(position) != false
                        && others.allSatisfy { $0.includes(position) }
            }
            columns[pane].outline = outline
            let earlier = columns[pane].selected ?? columns[pane].hidden
            let isShown = earlier.flatMap { outline.row(of: $0) } != nil
            columns[pane].selected = isShown ? earlier : outline.item(from: 0, going: 1)
            if columns[pane].selected == nil { columns[pane].hidden = earlier }
        }
        reach = nil
    }

    /// Finds what the selection is connected to; to be called whenever selection, pins or filter have changed.
    ///
    /// - Complexity: nothing where none of them has; otherwise linear in what is connected.
    mutating func rebrush(in graph: CaseGraph) {
        if brush?.origin != selected {
            brush = selected.map { graph.connections(of: $0) }
            detailTop = 0
            reach = nil
        }
        guard reach == nil, let brush else { return }
        var found = [Reach](repeating: Reach(), count: columns.count)
        for position in brush.positions {
            let pane = graph.panes[position]
            let outline = columns[pane].outline
            guard let row = outline.row(of: position), !outline.rows[row].isContext,
                let grade = brush.grade(of: position)
            else { continue }
            found[pane].counts[grade.rawValue] += 1
            let first = found[pane].first ?? (grade, row)
            if (grade, row) <= first { found[pane].first = (grade, row) }
        }
        reach = found
    }
}

extension Browse {
    /// The place where the panes are, with something open in the reader or nothing.
    func viewpoint(reading subject: Subject?) -> Viewpoint {
        Viewpoint(
            pins: pins.map(\.origin), filter: narrowing?.filter.query, focus: focus,
            selections: columns.map(\.selected), subject: subject)
    }

    /// Carries out a command in panes that show so many rows.
    mutating func carryOut(_ command: Command, rows: Int, in graph: CaseGraph) -> Outcome {
        switch command {
        case .move(.up): return move(by: -1)
        case .move(.down): return move(by: 1)
        case .move(.pageUp): return move(by: -max(1, rows - 1))
        case .move(.pageDown): return move(by: max(1, rows - 1))
        case .move(.first): return select(row: 0, going: 1)
        case .move(.last): return select(row: columns[focus].outline.rows.count - 1, going: -1)
        case .enter: return drill(in: graph)
        case .back: return unpin(in: graph)
        case .pane(let command): return carryOut(command)
        case .close: return .quit
        case .move(.left), .move(.right), .reading, .chart, .view, .travel, .find, .note, .talk, .program,
            .list, .editor, .pager:
            return .nothing
        }
    }

    private mutating func carryOut(_ command: PaneCommand) -> Outcome {
        switch command {
        case .next: focus = (focus + 1) % columns.count
        case .previous: focus = (focus + columns.count - 1) % columns.count
        case .first: focus = 0
        case .second: focus = 1
        case .third: focus = 2
        case .zoom:
            switch zoom {
            case nil: zoom = .pane
            case .pane: zoom = .detail
            case .detail: zoom = nil
            }
        case .scrollStripDown: detailTop += 1
        case .scrollStripUp: detailTop = max(0, detailTop - 1)
        }
        return .changed
    }

    private mutating func move(by rows: Int) -> Outcome {
        let column = columns[focus]
        guard let row = column.selected.flatMap({ column.outline.row(of: $0) }) else { return .nothing }
        return select(
            row: min(max(0, row + rows), column.outline.rows.count - 1), going: rows.signum())
    }

    /// Selects the item on a row, or the nearest one in a direction, or else the nearest the other way.
    private mutating func select(row: Int, going step: Int) -> Outcome {
        let outline = columns[focus].outline
        guard let item = outline.item(from: row, going: step) ?? outline.item(from: row, going: -step)
        else { return .nothing }
        columns[focus].selected = item
        return .selected
    }

    /// Pins the selected item and goes on to the right; a pinned one in the last pane is opened to be read.
    private func drill(in graph: CaseGraph) -> Outcome {
        guard let selected else { return .nothing }
        let isPinned = isPinned(selected)
        if isPinned && focus == columns.count - 1 { return .go(viewpoint(reading: .item(selected))) }
        // What the panes look like once the item is pinned decides where there is something to go to.
        var narrowed = self
        if !isPinned { narrowed.pin(pins.map(\.origin) + [selected], in: graph) }
        let pin = narrowed.pins.first { $0.origin == selected }
        var subject: Subject?
        if let onward = (focus + 1..<columns.count).first(where: { narrowed.columns[$0].outline.visible > 0 })
        {
            narrowed.focus = onward
            narrowed.columns[onward].selected =
                narrowed.firstItem(in: onward) { pin?.grade(of: $0) == .direct }
                ?? narrowed.firstItem(in: onward) { _ in true }
        } else if let below = graph.children[selected].first(where: {
            narrowed.columns[focus].outline.row(of: $0) != nil
        }) {
            // A field's projects stand below it in the same pane.
            narrowed.columns[focus].selected = below
        } else if isPinned || focus < columns.count - 1 {
            // Nothing lies beyond: the item itself is all there is to see.
            subject = .item(selected)
        }
        return .go(narrowed.viewpoint(reading: subject), panes: narrowed)
    }

    /// Takes the last pin off and goes back to it.
    private func unpin(in graph: CaseGraph) -> Outcome {
        guard let last = pins.last else { return .nothing }
        var next = viewpoint(reading: nil)
        next.pins.removeLast()
        next.focus = graph.panes[last.origin]
        next.selections[next.focus] = last.origin
        return .go(next)
    }

    /// The first visible item of a pane that a test lets through; what is there for context only is passed
    /// over.
    private func firstItem(in pane: Int, where isWanted: (Int) -> Bool) -> Int? {
        for row in columns[pane].outline.rows where !row.isContext {
            if case .item(let position) = row.content, isWanted(position) { return position }
        }
        return nil
    }
}

extension State {
    /// Carries out a command in the panes.
    mutating func carryOutInPanes(_ command: Command, isRepeating: Bool) -> [Effect] {
        let rows = layout.panes.panes[browse.focus].rows
        switch browse.carryOut(command, rows: rows, in: graph) {
        case .nothing: break
        case .selected: if isRepeating { refreshFocusedPane() } else { refresh() }
        case .changed: refresh()
        case .go(let viewpoint, let panes):
            let left = visit
            if let panes { browse = panes }
            go(to: viewpoint, leaving: left)
        case .quit: return [.quit]
        }
        return []
    }
}

/// A filter as the panes obey it.
///
/// A pane in which it lets something through shows just that. A pane in which it lets nothing through, such as that
/// of the drivers for `place:綦江`, shows what is connected with something that it lets through elsewhere: one
/// filters for what one wants to see explained.
struct AppliedFilter: Sendable {
    /// The filter as it was read.
    let filter: Filter
    /// How many items it lets through.
    let count: Int
    private let isLetThrough: [Bool]

    init(_ filter: Filter, in graph: CaseGraph) {
        let positions = filter.positions
        var isLetThrough = [Bool](repeating: false, count: graph.case.items.count)
        for position in positions { isLetThrough[position] = true }
        let narrowed = Set(positions.map { graph.panes[$0] })
        if !narrowed.isEmpty, narrowed.count < graph.case.panes.count {
            let isConnected = graph.areConnected(withAnyOf: positions)
            for position in isConnected.indices where !narrowed.contains(graph.panes[position]) {
                isLetThrough[position] = isConnected[position]
            }
        }
        self.filter = filter
        self.isLetThrough = isLetThrough
        count = positions.count
    }

    /// Whether the panes show the item at a position.
    func letsThrough(_ position: Int) -> Bool { isLetThrough[position] }
}
