import Screen

/// Lines that join where they meet: `╭`, `┤`, `┼`, as each cell is left and reached.
struct JoinedLines {
    /// The ways out of a cell.
    private struct Ways: OptionSet, Hashable {
        let rawValue: UInt8
        static let up = Ways(rawValue: 1)
        static let down = Ways(rawValue: 2)
        static let left = Ways(rawValue: 4)
        static let right = Ways(rawValue: 8)
    }

    private var cells: [Point: Ways] = [:]

    /// Draws a line along a row, from one column to another in any order; nothing where they are the same.
    mutating func draw(alongRow row: Int, from: Int, to: Int) {
        let (left, right) = (min(from, to), max(from, to))
        for column in left..<right {
            cells[Point(row: row, column: column), default: []].insert(.right)
            cells[Point(row: row, column: column + 1), default: []].insert(.left)
        }
    }

    /// Draws a line along a column, from one row to another in any order; nothing where they are the same.
    mutating func draw(alongColumn column: Int, from: Int, to: Int) {
        let (upper, lower) = (min(from, to), max(from, to))
        for row in upper..<lower {
            cells[Point(row: row, column: column), default: []].insert(.down)
            cells[Point(row: row + 1, column: column), default: []].insert(.up)
        }
    }

    /// Puts the lines on a grid, as far as they lie in an area and cover nothing but these characters.
    func draw(on grid: inout Grid, in area: Rect, over background: Set<Character>) {
        for (point, ways) in cells
        where (area.row..<area.bottom).contains(point.row)
            && (area.column..<area.right).contains(point.column)
        {
            guard let character = grid[point.row, point.column].character, background.contains(character)
            else { continue }
            grid.put(Self.glyph(ways), at: point, style: Theme.tie)
        }
    }

    private static func glyph(_ ways: Ways) -> Character {
        switch ways {
        case [.down, .right]: "╭"
        case [.down, .left]: "╮"
        case [.up, .right]: "╰"
        case [.up, .left]: "╯"
        case [.up, .down, .right]: "├"
        case [.up, .down, .left]: "┤"
        case [.down, .left, .right]: "┬"
        case [.up, .left, .right]: "┴"
        case [.up, .down, .left, .right]: "┼"
        default: ways.isDisjoint(with: [.up, .down]) ? "─" : "│"
        }
    }
}
