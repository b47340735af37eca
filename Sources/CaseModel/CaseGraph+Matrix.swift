/// A cross table of items by two axes: the items of each row, column and cell, and the number of their claims.
///
/// An item may belong to several rows and columns, or to none. A total therefore counts each item once and is not
/// the sum of its cells, and items without a value have a line of their own.
package struct CrossTab: Equatable, Sendable {
    /// A row or a column.
    package enum Line: Hashable, Sendable {
        /// The items with the axis's value of this number.
        case value(Int)
        /// The items without a value.
        case none
        /// The total.
        case all
    }

    /// A cell of the table.
    package struct Cell: Equatable, Sendable {
        /// The positions of its items, in the case's order.
        package fileprivate(set) var items: [Int] = []
        /// The number of their claims that count here (`CrossTab.evidence(of:row:column:)`).
        package fileprivate(set) var evidence = 0

        /// True for a cell without items.
        package var isGap: Bool { items.isEmpty }
    }

    fileprivate struct Place: Hashable {
        let row: Line
        let column: Line
    }

    /// The axis of the rows.
    package let rowAxis: Axis
    /// The axis of the columns.
    package let columnAxis: Axis
    /// The values of the rows.
    package let rows: [FacetValue]
    /// The values of the columns.
    package let columns: [FacetValue]
    /// For each item the numbers of its claims that count; nil where all do.
    fileprivate var counted: [Int: [Int]]?
    // Gaps are not stored: with two long axes most cells are gaps.
    fileprivate var cells: [Place: Cell] = [:]

    /// The cell of a row and a column; `self[row, .all]` is the row's total.
    package subscript(row: Line, column: Line) -> Cell { cells[Place(row: row, column: column)] ?? Cell() }

    /// The rows: one for each value, and one for items without a value if there are any.
    package var rowLines: [Line] {
        rows.indices.map { .value($0) } + (self[.none, .all].isGap ? [] : [.none])
    }

    /// The columns: one for each value, and one for items without a value if there are any.
    package var columnLines: [Line] {
        columns.indices.map { .value($0) } + (self[.all, .none].isGap ? [] : [.none])
    }

    /// The largest measure of a cell without totals; 0 for an empty table.
    package func most(_ measure: (Cell) -> Int) -> Int {
        cells.reduce(0) { most, cell in
            cell.key.row == .all || cell.key.column == .all ? most : max(most, measure(cell.value))
        }
    }

    /// The number of an item's claims that count in a row and column: all that are counted at all, but along an axis of
    /// strengths, sources or standings only those of that one.
    package func evidence(of position: Int, row: Line, column: Line, in graph: CaseGraph) -> Int {
        let claims = graph.item(position).evidence
        let numbers = counted.map { $0[position] ?? [] } ?? Array(claims.indices)
        guard rowAxis.tellsClaimsApart || columnAxis.tellsClaimsApart else { return numbers.count }
        return numbers.count {
            rowAxis.counts(claims[$0], at: row, of: rows)
                && columnAxis.counts(claims[$0], at: column, of: columns)
        }
    }
}

extension CaseGraph {
    /// The axes of a matrix by default: those that the case declares, or else its fields and modes of action with
    /// its projects, or else statuses and strengths of evidence of all items.
    package var standardAxes: (rows: Axis, columns: Axis, cells: ID<Kind>?) {
        if let matrix = `case`.matrix { return (.kind(matrix.rows), .kind(matrix.columns), matrix.cells) }
        func kind(_ role: Kind.Role) -> ID<Kind>? { `case`.kinds.first { $0.role == role }?.id }
        return (
            kind(.field).map { .kind($0) } ?? .facet(.status),
            kind(.mode).map { .kind($0) } ?? .facet(.strength), kind(.project)
        )
    }

    /// The cross table of the items of a kind, or of all items, counting those for which `isShown` is true, and of their
    /// claims those given, or all. An axis of years covers the periods of all such items, shown or not.
    ///
    /// - Complexity: linear in the items and in the cells of each.
    package func crossTab(
        rows rowAxis: Axis, columns columnAxis: Axis, cells kind: ID<Kind>?,
        isShown: (Int) -> Bool = { _ in true }, counting claims: [Claim]? = nil
    ) -> CrossTab {
        let positions = `case`.items.indices.filter { kind == nil || self.kind(of: $0)?.id == kind }
        var crossTab = CrossTab(
            rowAxis: rowAxis, columnAxis: columnAxis, rows: values(of: rowAxis, among: positions),
            columns: values(of: columnAxis, among: positions))
        crossTab.counted = claims.map { claims in
            claims.reduce(into: [:]) { counted, claim in
                if case .item(let position) = claim.entity {
                    counted[position, default: []].append(claim.number)
                }
            }
        }
        let rowsOfItems = lines(of: crossTab.rows)
        let columnsOfItems = lines(of: crossTab.columns)
        for position in positions where isShown(position) {
            for row in rowsOfItems[position] {
                for column in columnsOfItems[position] {
                    crossTab.cells[CrossTab.Place(row: row, column: column), default: CrossTab.Cell()].add(
                        position,
                        evidence: crossTab.evidence(of: position, row: row, column: column, in: self))
                }
            }
        }
        return crossTab
    }

    /// For each item its lines along an axis: those of its values, or the one for none, and the total.
    private func lines(of values: [FacetValue]) -> [[CrossTab.Line]] {
        var lines = [[CrossTab.Line]](repeating: [], count: `case`.items.count)
        for (number, value) in values.enumerated() {
            for position in value.items { lines[position].append(.value(number)) }
        }
        return lines.map { ($0.isEmpty ? [.none] : $0) + [.all] }
    }

    /// The values of an axis; years only from the first to the last in the items' periods.
    private func values(of axis: Axis, among positions: [Int]) -> [FacetValue] {
        let values = values(of: axis)
        guard axis == .facet(.year) else { return values }
        let named = positions.lazy.map { self.item($0) }.yearsNamed
        return values.filter { value in Int(value.id).flatMap { named?.contains($0) } == true }
    }
}

extension CrossTab.Cell {
    fileprivate mutating func add(_ position: Int, evidence counted: Int) {
        items.append(position)
        evidence += counted
    }
}

extension Axis {
    /// True if the values distinguish the claims of an item, and not only items.
    fileprivate var tellsClaimsApart: Bool {
        [.facet(.strength), .facet(.source), .facet(.standing)].contains(self)
    }

    /// True for a claim that counts in a row or column; on an axis that does not distinguish claims, all count.
    fileprivate func counts(_ claim: Evidence, at line: CrossTab.Line, of values: [FacetValue]) -> Bool {
        guard case .value(let number) = line else { return true }
        if self == .facet(.strength) { return claim.strength.text == values[number].id }
        if self == .facet(.source) { return claim.source.text == values[number].id }
        // Each claim has its source; only links, figures and statuses may be the author's word.
        if self == .facet(.standing) { return values[number].id == Link.Standing.sourced.rawValue }
        return true
    }
}
