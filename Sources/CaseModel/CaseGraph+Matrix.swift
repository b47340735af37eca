/// Items crossed by two axes: what stands in each row, each column and each cell, and how much is claimed of it.
///
/// An item may belong to several rows and columns, or to none. A total therefore counts each item once and is not
/// the sum of its cells, and what belongs to no row or to no column stands in a line of its own.
package struct CrossTab: Equatable, Sendable {
    /// A row or a column.
    package enum Line: Hashable, Sendable {
        /// What belongs to the axis's value of this number.
        case value(Int)
        /// What belongs to none of its values.
        case none
        /// Everything, wherever it belongs.
        case all
    }

    /// Where a row and a column meet.
    package struct Cell: Equatable, Sendable {
        /// The positions of the items in it, in the case's order.
        package fileprivate(set) var items: [Int] = []
        /// How many claims made of them count here (`CrossTab.evidence(of:row:column:)`).
        package fileprivate(set) var evidence = 0

        /// Whether nothing is there.
        package var isGap: Bool { items.isEmpty }
    }

    fileprivate struct Place: Hashable {
        let row: Line
        let column: Line
    }

    /// What the rows are values of.
    package let rowAxis: Axis
    /// What the columns are values of.
    package let columnAxis: Axis
    /// The values along the rows.
    package let rows: [FacetValue]
    /// The values along the columns.
    package let columns: [FacetValue]
    // Gaps take no room: of two long axes most cells are such.
    fileprivate var cells: [Place: Cell] = [:]

    /// What stands where a row and a column meet; `self[row, .all]` is the row's total.
    package subscript(row: Line, column: Line) -> Cell { cells[Place(row: row, column: column)] ?? Cell() }

    /// The rows: a value each, and one for what belongs to none where there is something such.
    package var rowLines: [Line] {
        rows.indices.map { .value($0) } + (self[.none, .all].isGap ? [] : [.none])
    }

    /// The columns: a value each, and one for what belongs to none where there is something such.
    package var columnLines: [Line] {
        columns.indices.map { .value($0) } + (self[.all, .none].isGap ? [] : [.none])
    }

    /// The largest measure of a cell, totals not counted; 0 where there is nothing.
    package func most(_ measure: (Cell) -> Int) -> Int {
        cells.reduce(0) { most, cell in
            cell.key.row == .all || cell.key.column == .all ? most : max(most, measure(cell.value))
        }
    }

    /// How many claims made of an item count where a row and a column meet: all of them, but along an axis of
    /// strengths or of sources only those of that strength or from that source.
    package func evidence(of item: Item, row: Line, column: Line) -> Int {
        guard rowAxis.tellsClaimsApart || columnAxis.tellsClaimsApart else { return item.evidence.count }
        return item.evidence.count {
            rowAxis.counts($0, at: row, of: rows) && columnAxis.counts($0, at: column, of: columns)
        }
    }
}

extension CaseGraph {
    /// What a matrix crosses where nobody asks for anything else: what the case says, or else its fields and modes
    /// of action and its projects, or else statuses and strengths of evidence of all items.
    package var standardAxes: (rows: Axis, columns: Axis, cells: ID<Kind>?) {
        if let matrix = `case`.matrix { return (.kind(matrix.rows), .kind(matrix.columns), matrix.cells) }
        func kind(_ role: Kind.Role) -> ID<Kind>? { `case`.kinds.first { $0.role == role }?.id }
        return (
            kind(.field).map { .kind($0) } ?? .facet(.status),
            kind(.mode).map { .kind($0) } ?? .facet(.strength), kind(.project)
        )
    }

    /// Crosses the items of a kind, or all items, by two axes; only those that `isShown` lets through count. An
    /// axis of years goes from the first to the last that the periods of such items name, shown or not.
    ///
    /// - Complexity: linear in the items and in the cells that each of them belongs to.
    package func crossing(
        rows rowAxis: Axis, columns columnAxis: Axis, cells kind: ID<Kind>?,
        isShown: (Int) -> Bool = { _ in true }
    ) -> CrossTab {
        let positions = `case`.items.indices.filter { kind == nil || item($0).kind == kind }
        var crossing = CrossTab(
            rowAxis: rowAxis, columnAxis: columnAxis, rows: values(of: rowAxis, among: positions),
            columns: values(of: columnAxis, among: positions))
        let rowsOfItems = lines(of: crossing.rows)
        let columnsOfItems = lines(of: crossing.columns)
        for position in positions where isShown(position) {
            for row in rowsOfItems[position] {
                for column in columnsOfItems[position] {
                    crossing.cells[CrossTab.Place(row: row, column: column), default: CrossTab.Cell()].add(
                        position,
                        evidence: crossing.evidence(of: item(position), row: row, column: column))
                }
            }
        }
        return crossing
    }

    /// For each item its lines along an axis: those of its values, or the one for none, and the total.
    private func lines(of values: [FacetValue]) -> [[CrossTab.Line]] {
        var lines = [[CrossTab.Line]](repeating: [], count: `case`.items.count)
        for (number, value) in values.enumerated() {
            for position in value.items { lines[position].append(.value(number)) }
        }
        return lines.map { ($0.isEmpty ? [.none] : $0) + [.all] }
    }

    /// An axis's values; of the years only those from the first to the last that the items' periods name.
    private func values(of axis: Axis, among positions: [Int]) -> [FacetValue] {
        let values = values(of: axis)
        guard axis == .facet(.year) else { return values }
        let named = positions.lazy.map { item($0) }.yearsNamed
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
    /// Whether its values tell the claims made of one item apart, and not only items.
    fileprivate var tellsClaimsApart: Bool { self == .facet(.strength) || self == .facet(.source) }

    /// Whether a claim counts in a row or column; where the values do not tell claims apart, all do.
    fileprivate func counts(_ claim: Evidence, at line: CrossTab.Line, of values: [FacetValue]) -> Bool {
        guard case .value(let number) = line else { return true }
        if self == .facet(.strength) { return claim.strength.rawValue == values[number].id }
        if self == .facet(.source) { return claim.source.text == values[number].id }
        return true
    }
}
