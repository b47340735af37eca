/// A canvas of dots, two by four in each cell, drawn as braille patterns. A cell is about twice as high as wide, so the
/// dots form a square grid.
package struct BrailleCanvas: Equatable, Sendable {
    /// The position of a dot from the upper left one; it may lie outside of the canvas.
    package struct Dot: Hashable, Sendable {
        /// Dots from the left.
        package var x: Int
        /// Dots from the top.
        package var y: Int

        package init(x: Int, y: Int) {
            self.x = x
            self.y = y
        }

        /// The cell of the dot.
        package var cell: Point { Point(row: y >> 2, column: x >> 1) }
    }

    /// Its size in cells.
    package let size: Size
    private var patterns: [UInt8]

    /// An empty canvas, cut to the largest size of a grid.
    package init(size: Size) {
        self.size = Size(
            columns: min(size.columns, Grid.largest.columns), rows: min(size.rows, Grid.largest.rows))
        patterns = Array(repeating: 0, count: self.size.columns * self.size.rows)
    }

    /// Dots from left to right.
    private var width: Int { size.columns * 2 }
    /// Dots from top to bottom.
    private var height: Int { size.rows * 4 }

    /// The braille pattern of a cell; nil if it has no dots.
    package func character(at cell: Point) -> Character? {
        guard (0..<size.rows).contains(cell.row), (0..<size.columns).contains(cell.column) else { return nil }
        let pattern = patterns[cell.row * size.columns + cell.column]
        guard pattern != 0, let scalar = Unicode.Scalar(0x2800 + UInt32(pattern)) else { return nil }
        return Character(scalar)
    }

    /// Sets a dot, if it is on the canvas.
    package mutating func set(_ dot: Dot) {
        guard (0..<width).contains(dot.x), (0..<height).contains(dot.y) else { return }
        patterns[dot.cell.row * size.columns + dot.cell.column] |= Self.bits[dot.y & 3][dot.x & 1]
    }

    /// Sets every dot of another canvas of the same size.
    package mutating func formUnion(_ other: BrailleCanvas) {
        guard other.size == size else { return }
        for place in patterns.indices { patterns[place] |= other.patterns[place] }
    }

    /// Draws a straight line of dots, or of every n-th of them. The part outside of the canvas costs nothing.
    package mutating func line(from start: Dot, to end: Dot, every spacing: Int = 1) {
        guard let (start, end) = clipped(from: start, to: end) else { return }
        // Bresenham's algorithm.
        let (dx, dy) = (abs(end.x - start.x), -abs(end.y - start.y))
        let step = Dot(x: start.x < end.x ? 1 : -1, y: start.y < end.y ? 1 : -1)
        var (dot, error) = (start, dx + dy)
        for number in 0...max(dx, -dy) {
            if number % max(1, spacing) == 0 { set(dot) }
            let doubled = 2 * error
            if doubled >= dy {
                error += dy
                dot.x += step.x
            }
            if doubled <= dx {
                error += dx
                dot.y += step.y
            }
        }
    }

    /// The part of a line on the canvas by Liang and Barsky: from the last entry to the first exit over the four
    /// edges.
    private func clipped(from start: Dot, to end: Dot) -> (Dot, Dot)? {
        guard width > 0, height > 0 else { return nil }
        let (x, y) = (Double(start.x), Double(start.y))
        let (dx, dy) = (Double(end.x) - x, Double(end.y) - y)
        var (entry, exit) = (0.0, 1.0)
        for (pace, room) in [(-dx, x), (dx, Double(width - 1) - x), (-dy, y), (dy, Double(height - 1) - y)] {
            if pace == 0 {
                if room < 0 { return nil }
            } else if pace < 0 {
                entry = max(entry, room / pace)
            } else {
                exit = min(exit, room / pace)
            }
        }
        guard entry <= exit else { return nil }
        func dot(at share: Double) -> Dot {
            Dot(
                x: Int(min(max(0, (x + dx * share).rounded()), Double(width - 1))),
                y: Int(min(max(0, (y + dy * share).rounded()), Double(height - 1))))
        }
        return (dot(at: entry), dot(at: exit))
    }

    // Unicode numbers the dots of a pattern as Braille's six, column by column, with a fourth row added below.
    private static let bits: [[UInt8]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]
}

extension Grid {
    /// Draws the dots of a canvas with its upper left cell at that of `area`; cells without dots stay as they
    /// are.
    package mutating func draw(_ canvas: BrailleCanvas, in area: Rect, style: Style = .plain) {
        for row in 0..<min(area.rows, canvas.size.rows) {
            for column in 0..<min(area.columns, canvas.size.columns) {
                guard let character = canvas.character(at: Point(row: row, column: column)) else { continue }
                put(character, at: Point(row: area.row + row, column: area.column + column), style: style)
            }
        }
    }
}
