import CaseModel

/// The three linked panes: what is pinned, what is selected, and what that is connected to.
struct Browse: Sendable {
    /// One pane's rows and the selection in them.
    struct Column: Sendable {
        var outline: Outline
        /// The position of the selected item; nil in an empty pane.
        var selected: Int? {
            didSet { hidden = nil }
        }
        /// The item that was selected until a filter hid it; it is selected again where the next one shows it,
        /// unless something else was chosen in between.
        fileprivate var hidden: Int?
        /// The first row shown.
        var top = 0
    }

    /// How much of a pane is connected to the selection of the focused one.
    private struct Reach {
        var count = 0
        var firstRow: Int?
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

    /// The number of items of a pane that are connected to the selection; in the focused pane, of all it shows.
    func connectedCount(in pane: Int) -> Int {
        guard pane != focus, let reach else { return columns[pane].outline.visible }
        return reach[pane].count
    }

    /// The first row of a pane that is connected to the selection; nil in the focused pane.
    func firstConnectedRow(in pane: Int) -> Int? { pane == focus ? nil : reach?[pane].firstRow }

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
            let earlier = columns[pane].hidden ?? columns[pane].selected
            if earlier.flatMap({ outline.row(of: $0) }) != nil {
                if columns[pane].selected != earlier { columns[pane].selected = earlier }
                continue
            }
            if columns[pane].selected.flatMap({ outline.row(of: $0) }) == nil {
                columns[pane].selected = outline.item(from: 0, going: 1)
            }
            columns[pane].hidden = earlier
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
        for position in brush.nearness.keys {
            let pane = graph.panes[position]
            let outline = columns[pane].outline
            guard let row = outline.row(of: position), !outline.rows[row].isContext else { continue }
            found[pane].count += 1
            found[pane].firstRow = min(found[pane].firstRow ?? row, row)
        }
        reach = found
    }
}
