import CaseModel
import CaseSearch

/// The three linked panes with their pins, their selections, and the connections of the selected item.
///
/// The panes carry out their own commands; anything beyond them is returned to the state as an `Outcome`.
struct Browse: Sendable {
    /// One pane's rows and the selection in them.
    struct Column: Sendable {
        var outline: Outline
        /// The position of the selected item; nil in an empty pane.
        var selected: Int? {
            didSet { hidden = nil }
        }
        /// The item that was selected when a filter emptied the pane; it is selected again when it reappears.
        fileprivate var hidden: Int?
        /// The first visible row.
        var top = 0
    }

    /// The items of a pane that are connected to the selection of the focused pane.
    struct Reach {
        /// The number of connected items of each grade.
        fileprivate(set) var counts = [Int](repeating: 0, count: Grade.allCases.count)
        /// The rows of the best grade that there is, and that grade.
        fileprivate var best: (grade: Grade, rows: [Int])?

        /// `●2 ◐3 ○2`: the number of items of each grade down to the given one, without zeros.
        func summary(downTo worst: Grade = .farFetched) -> String {
            let parts = Grade.allCases.filter { $0 <= worst && counts[$0.rawValue] > 0 }
            return parts.map { "\($0.sign)\(counts[$0.rawValue])" }.joined(separator: " ")
        }
    }

    /// The outcome of a command, to be handled by the state.
    enum Outcome {
        case nothing
        /// The selection of the focused pane has changed.
        case selected
        /// The layout has changed.
        case changed
        /// Go to another viewpoint, with the panes as they will be there if that is known already.
        case go(Viewpoint, panes: Browse? = nil)
        case quit
    }

    /// The part of the view that fills the screen.
    enum Zoom: Sendable {
        case pane, detail
    }

    /// The pinned items in the order of pinning.
    private(set) var pins: [Connections] = []
    /// The filter of the panes.
    private(set) var filter: AppliedFilter?
    /// The number of the focused pane.
    var focus = 0
    var columns: [Column]
    /// The connections of the focused pane's selection.
    private(set) var brush: Connections?
    /// The connected items of each pane; nil if brush or outlines have changed since.
    private var reach: [Reach]?
    var zoom: Zoom?
    /// The first visible line of the detail bar.
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

    /// The item of brushing and of the detail bar: the selected one, after a repeating key is released.
    var described: Int? { brush?.origin ?? selected }

    func isPinned(_ position: Int) -> Bool { pins.contains { $0.origin == position } }

    /// The connected items of a pane; nil for the focused pane.
    func reach(in pane: Int) -> Reach? { pane == focus ? nil : reach?[pane] }

    /// The row of a pane that is to be in view while these rows are shown: one of the items that are best connected
    /// to the selection; nil in the focused pane. Of equal ones it is one that is in view already, so that a pane
    /// moves only where it has to, and else the first.
    func connectedRow(in pane: Int, shown: Range<Int>) -> Int? {
        guard let rows = reach(in: pane)?.best?.rows else { return nil }
        return rows.first { shown.contains($0) } ?? rows.min()
    }

    /// Pins items, and narrows each pane to the items connected with all pins of the other panes.
    mutating func pin(_ positions: [Int], in graph: CaseGraph) {
        pins = positions.map { position in
            pins.first { $0.origin == position } ?? graph.connections(of: position)
        }
        outline(graph)
    }

    /// Applies a filter; pinned items stay visible.
    mutating func apply(_ filter: AppliedFilter?, in graph: CaseGraph) {
        self.filter = filter
        outline(graph)
    }

    /// Recomputes the rows that pins and filter include.
    private mutating func outline(_ graph: CaseGraph) {
        for pane in columns.indices {
            let others = pins.filter { graph.panes[$0.origin] != pane }
            let own = Set(pins.map(\.origin))
            let outline = Outline(of: pane, in: graph) { position in
                own.contains(position)
                    || filter?.includes(position) != false
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

    /// Computes the connections of the selection; called whenever selection, pins or filter have changed.
    ///
    /// - Complexity: constant if nothing has changed; otherwise linear in the number of connected items.
    mutating func rebrush(in graph: CaseGraph) {
        if brush?.origin != selected {
            brush = selected.map { graph.connections(of: $0) }
            detailTop = 0
            reach = nil
        }
        guard reach == nil, let brush else { return }
        var found = [Reach](repeating: Reach(), count: columns.count)
        for (position, grade) in brush.grades {
            let pane = graph.panes[position]
            guard let row = columns[pane].outline.row(of: position),
                !columns[pane].outline.rows[row].isContext
            else { continue }
            found[pane].counts[grade.rawValue] += 1
            if let best = found[pane].best, best.grade <= grade {
                if best.grade == grade { found[pane].best?.rows.append(row) }
            } else {
                found[pane].best = (grade, [row])
            }
        }
        reach = found
    }
}

extension Browse {
    /// The viewpoint of the panes with a subject open in the reader, if any.
    func viewpoint(reading subject: Subject?) -> Viewpoint {
        Viewpoint(
            pins: pins.map(\.origin), filter: filter?.query, focus: focus,
            selections: columns.map(\.selected), subject: subject)
    }

    /// Carries out a command in panes with a number of visible rows.
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
        case .scrollDetailsDown: detailTop += 1
        case .scrollDetailsUp: detailTop = max(0, detailTop - 1)
        }
        return .changed
    }

    private mutating func move(by rows: Int) -> Outcome {
        let column = columns[focus]
        guard let row = column.selected.flatMap({ column.outline.row(of: $0) }) else { return .nothing }
        return select(
            row: min(max(0, row + rows), column.outline.rows.count - 1), going: rows.signum())
    }

    /// Selects the item on a row, or the nearest one in a direction, or else the nearest in the other.
    private mutating func select(row: Int, going step: Int) -> Outcome {
        let outline = columns[focus].outline
        guard let item = outline.item(from: row, going: step) ?? outline.item(from: row, going: -step)
        else { return .nothing }
        columns[focus].selected = item
        return .selected
    }

    /// Pins the selected item and moves the focus to the right; in the last pane, opens a pinned item in the
    /// reader.
    private func drill(in graph: CaseGraph) -> Outcome {
        guard let selected else { return .nothing }
        let isPinned = isPinned(selected)
        if isPinned && focus == columns.count - 1 { return .go(viewpoint(reading: .item(selected))) }
        // The panes after pinning decide whether there is an item to go to.
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
            // An element's items are below it in the same pane.
            narrowed.columns[focus].selected = below
        } else if isPinned || focus < columns.count - 1 {
            // There is nothing to go to, so that the item itself is opened.
            subject = .item(selected)
        }
        return .go(narrowed.viewpoint(reading: subject), panes: narrowed)
    }

    /// Removes the last pin and selects its item.
    private func unpin(in graph: CaseGraph) -> Outcome {
        guard let last = pins.last else { return .nothing }
        var next = viewpoint(reading: nil)
        next.pins.removeLast()
        next.focus = graph.panes[last.origin]
        next.selections[next.focus] = last.origin
        return .go(next)
    }

    /// The first item of a pane that passes a test, without rows shown as context.
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

/// A filter as applied to the panes.
///
/// A pane with matching items shows only those. A pane without any, such as that of the drivers for `place:綦江`,
/// shows the items connected with matches in other panes, since these explain the matches.
struct AppliedFilter: Sendable {
    /// The parsed filter.
    let filter: Filter
    /// The number of matching items.
    let count: Int
    private let isIncluded: [Bool]

    init(_ filter: Filter, in graph: CaseGraph) {
        let positions = filter.positions
        var isIncluded = [Bool](repeating: false, count: graph.case.items.count)
        for position in positions { isIncluded[position] = true }
        let narrowed = Set(positions.map { graph.panes[$0] })
        if !narrowed.isEmpty, narrowed.count < graph.case.panes.count {
            let isConnected = graph.areConnected(withAnyOf: positions)
            for position in isConnected.indices where !narrowed.contains(graph.panes[position]) {
                isIncluded[position] = isConnected[position]
            }
        }
        self.filter = filter
        self.isIncluded = isIncluded
        count = positions.count
    }

    /// The query as typed.
    var query: String { filter.query }

    /// True if the panes show the item at a position.
    func includes(_ position: Int) -> Bool { isIncluded[position] }
}
