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
        /// The number of items that are connected with everything pinned, but by a worse grade than is let through.
        fileprivate(set) var farther = 0
        /// The first visible row.
        var top = 0
    }

    /// The items of a pane that are connected to the one by which its rows are marked.
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
        /// Nothing can be done, for a reason.
        case refused(Text)
        case quit
    }

    /// The part of the view that fills the screen.
    enum Zoom: Sendable {
        case pane, detail
    }

    /// The pinned items in the order of pinning.
    private(set) var pins: [Connections] = []
    /// The worst grade of connection with the pins that the other panes let through.
    private(set) var narrowing = Grade.wellFounded
    /// The heads of the sections that are folded.
    private(set) var folded: Set<Outline.Content> = []
    /// The filter of the panes.
    private(set) var filter: AppliedFilter?
    /// For each item of the case, whether pins and filter let it through: it is pinned, or the filter includes it and it is
    /// connected with every pin by some grade, or a better one. The panes show also what stands beside a pin in its pane.
    private(set) var isLetThrough: [Bool]
    /// The number of the focused pane.
    var focus = 0
    var columns: [Column]
    /// The connections of the focused pane's selection.
    private(set) var brush: Connections?
    /// The connections of the item selected in the pane to the left, where that pane is not on the screen.
    private var left: Connections?
    /// The connected items of each pane; nil if brush or outlines have changed since.
    private var reach: [Reach]?
    var zoom: Zoom?
    /// True while the card of welcome covers the detail bar.
    var showsCard = false {
        didSet { if showsCard { isCardDue = false } }
    }
    /// True for a new user who began at an item, which the card would have hidden: the next start shows it.
    var isCardDue = false
    /// The first visible line of the detail bar.
    var detailTop = 0

    init(_ graph: CaseGraph) {
        isLetThrough = [Bool](repeating: true, count: graph.case.items.count)
        columns = graph.case.panes.indices.map {
            Column(outline: Outline(of: $0, in: graph) { _ in true })
        }
        for pane in columns.indices { columns[pane].selected = columns[pane].outline.item(from: 0, going: 1) }
        focus = columns.firstIndex { $0.selected != nil } ?? 0
        rebrush(in: graph, isAlone: false)
    }

    /// The selected item of the focused pane.
    var selected: Int? { columns[focus].selected }

    /// The item of brushing and of the detail bar: the selected one, after a repeating key is released.
    var described: Int? { brush?.origin ?? selected }

    func isPinned(_ position: Int) -> Bool { pins.contains { $0.origin == position } }

    /// The connections by which the rows of a pane are marked: those of the selection or, in the focused pane, of the
    /// last pin; where no other pane is on the screen, of what is selected in the pane to the left.
    func marks(in pane: Int) -> Connections? { pane == focus ? pins.last ?? left : brush }

    /// The connections that explain why an item is where it is: those of the last pin but itself; without pins, of
    /// what is selected in the pane to the left, where that is out of sight.
    func reference(of position: Int) -> Connections? {
        pins.last { $0.origin != position } ?? (pins.isEmpty ? left : nil)
    }

    /// The items of a pane by the grade of their marks; nil where rows have none.
    func reach(in pane: Int) -> Reach? { marks(in: pane) == nil ? nil : reach?[pane] }

    /// The row of a pane that is to be in view while these rows are shown: one of the items that are best connected
    /// to the selection; nil in the focused pane. Of equal ones it is one that is in view already, so that a pane
    /// moves only where it has to, and else the first.
    func connectedRow(in pane: Int, shown: Range<Int>) -> Int? {
        guard pane != focus, let rows = reach(in: pane)?.best?.rows else { return nil }
        return rows.first { shown.contains($0) } ?? rows.min()
    }

    /// The rows of a pane's pinned items in ascending order.
    func pinnedRows(in pane: Int) -> [Int] {
        pins.compactMap { columns[pane].outline.row(of: $0.origin) }.sorted()
    }

    /// The rows of a pane that are in view on this many lines.
    func window(of pane: Int, height: Int) -> PaneWindow {
        PaneWindow(
            columns[pane].outline, from: columns[pane].top, pinned: pinnedRows(in: pane), height: height)
    }

    /// Whether an item is connected with every pin of the other panes, by any grade.
    func isConnectedWithPins(_ position: Int, in graph: CaseGraph) -> Bool {
        pins.allSatisfy { graph.panes[$0.origin] == graph.panes[position] || $0.includes(position) }
    }

    /// Pins items, and narrows each pane to the items connected with all pins of the other panes by some grade, or a
    /// better one.
    mutating func pin(_ positions: [Int], within narrowing: Grade, in graph: CaseGraph) {
        self.narrowing = narrowing
        pins = positions.map { position in
            pins.first { $0.origin == position } ?? graph.connections(of: position)
        }
        narrow(graph)
    }

    /// Applies a filter; pinned items stay visible.
    mutating func apply(_ filter: AppliedFilter?, in graph: CaseGraph) {
        self.filter = filter
        narrow(graph)
    }

    /// Folds and unfolds sections of a pane.
    mutating func fold(_ folded: Set<Outline.Content>, in pane: Int, of graph: CaseGraph) {
        self.folded = folded
        outline(pane, graph)
    }

    /// Folds exactly these sections, in any panes.
    mutating func fold(_ folded: Set<Outline.Content>, of graph: CaseGraph) {
        guard folded != self.folded else { return }
        self.folded = folded
        outline(graph)
    }

    /// Unfolds the sections in which an item is folded away.
    mutating func unfold(to position: Int, in graph: CaseGraph) {
        let pane = graph.panes[position]
        while columns[pane].outline.row(of: position) == nil,
            let row = columns[pane].outline.row(standingFor: position),
            let head = columns[pane].outline.section(of: row, folded: true)
        {
            fold(folded.subtracting([columns[pane].outline.rows[head].content]), in: pane, of: graph)
        }
    }

    /// Recomputes what pins and filter let through, and the rows.
    private mutating func narrow(_ graph: CaseGraph) {
        isLetThrough = graph.case.items.indices.map { position in
            if isPinned(position) { return true }
            guard filter?.includes(position) != false else { return false }
            return worstGrade(of: position, from: pins).map { $0 <= narrowing } ?? false
        }
        outline(graph)
    }

    /// The worst grade by which an item is connected with some pins; nil if it is not connected with one.
    private func worstGrade(of position: Int, from pins: [Connections]) -> Grade? {
        var worst = Grade.direct
        for pin in pins {
            guard let grade = pin.grade(of: position) else { return nil }
            worst = max(worst, grade)
        }
        return worst
    }

    /// Recomputes the rows that pins and filter include.
    private mutating func outline(_ graph: CaseGraph) {
        for pane in columns.indices { outline(pane, graph) }
    }

    private mutating func outline(_ pane: Int, _ graph: CaseGraph) {
        let others = pins.filter { graph.panes[$0.origin] != pane }
        let own = Set(pins.map(\.origin))
        var farther = 0
        let outline = Outline(of: pane, in: graph, folding: folded) { position in
            if own.contains(position) { return true }
            guard filter?.includes(position) != false else { return false }
            guard let worst = worstGrade(of: position, from: others) else { return false }
            if worst > narrowing { farther += 1 }
            return worst <= narrowing
        }
        columns[pane].outline = outline
        columns[pane].farther = farther
        let earlier = columns[pane].selected ?? columns[pane].hidden
        // Where the selected item is folded away, the row that stands for it is selected.
        let shown = earlier.flatMap { outline.row(standingFor: $0) }.flatMap { outline.item(at: $0) }
        columns[pane].selected = shown ?? outline.item(from: 0, going: 1)
        if columns[pane].selected == nil { columns[pane].hidden = earlier }
        reach = nil
    }

    /// Computes the connections of the selection; called whenever selection, pins or filter have changed. Where the
    /// focused pane is alone on the screen, its rows show how they are connected to what is selected in the one to the
    /// left.
    ///
    /// - Complexity: constant if nothing has changed; otherwise linear in the number of connected items.
    mutating func rebrush(in graph: CaseGraph, isAlone: Bool) {
        if brush?.origin != selected {
            brush = selected.map { graph.connections(of: $0) }
            detailTop = 0
            reach = nil
        }
        let neighbour = isAlone && focus > 0 && pins.isEmpty ? columns[focus - 1].selected : nil
        if left?.origin != neighbour {
            left = neighbour.map { graph.connections(of: $0) }
            reach = nil
        }
        guard reach == nil else { return }
        reach = columns.indices.map { reach(of: $0, marked: marks(in: $0), in: graph) }
    }

    private func reach(of pane: Int, marked marks: Connections?, in graph: CaseGraph) -> Reach {
        var found = Reach()
        let outline = columns[pane].outline
        guard let marks else { return found }
        for (position, grade) in marks.grades where graph.panes[position] == pane {
            guard outline.includes(position), let row = outline.row(standingFor: position) else { continue }
            found.counts[grade.rawValue] += 1
            if let best = found.best, best.grade <= grade {
                if best.grade == grade { found.best?.rows.append(row) }
            } else {
                found.best = (grade, [row])
            }
        }
        return found
    }
}
