/// Consecutive cells of one row with the same style, from which pages and text for terminals are made.
struct Run: Equatable {
    /// The way in which a page keeps the glyphs in their cells.
    enum Kind {
        /// One column each, of a monospaced font: set together.
        case letters
        /// Two columns each, all as wide as high: set together.
        case wide
        /// One column, but of any font that has it: set alone, so that it moves no other.
        case symbol
        /// Lines, blocks and dots, which must meet those in neighbouring cells.
        case drawn
    }

    let kind: Kind
    /// The first column.
    let column: Int
    /// The number of columns.
    private(set) var columns = 0
    private(set) var text = ""
    let style: Style
    /// The address that it opens.
    let link: WebAddress?

    fileprivate mutating func append(_ character: Character, columns: Int) {
        text.append(character)
        self.columns += columns
    }
}

extension Grid {
    /// The runs of a row from left to right, without invisible blanks at its end.
    func runs(ofRow row: Int) -> [Run] {
        var runs: [Run] = []
        let links = links.filter { $0.row == row }
        for column in 0..<visibleColumns(ofRow: row) {
            let cell = self[row, column]
            guard let character = cell.character else { continue }
            let columns = column + 1 < size.columns && self[row, column + 1].isRightHalf ? 2 : 1
            let kind = Run.Kind(character, columns: columns)
            // An invisible blank continues the run before it, if its style is invisible on blanks as well.
            let before = runs.last.flatMap { $0.style.isInvisibleOnBlank ? $0.style : nil }
            let style = cell.isInvisible ? before ?? .plain : cell.style
            let link = links.first { $0.columns.contains(column) }?.address
            if kind == .symbol || runs.last?.kind != kind || runs.last?.style != style
                || runs.last?.link != link
            {
                runs.append(Run(kind: kind, column: column, style: style, link: link))
            }
            runs[runs.count - 1].append(character, columns: columns)
        }
        return runs
    }

    private func visibleColumns(ofRow row: Int) -> Int {
        var end = size.columns
        while end > 0, self[row, end - 1].isInvisible { end -= 1 }
        return end
    }
}

extension Cell {
    fileprivate var isInvisible: Bool { isSpace && style.isInvisibleOnBlank }
}

extension Style {
    fileprivate var isInvisibleOnBlank: Bool { attributes.isDisjoint(with: [.underline, .reverse]) }
}

extension Run.Kind {
    fileprivate init(_ character: Character, columns: Int) {
        let scalars = character.unicodeScalars
        let isLetter = scalars.count == 1 && scalars.allSatisfy { $0.value < 0x300 }
        let narrow: Self = isLetter ? .letters : CellDrawing(character) != nil ? .drawn : .symbol
        self = columns == 2 ? .wide : narrow
    }
}
