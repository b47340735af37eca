/// A stretch of one row in one style, as pictures outside of a terminal are put together from.
struct Run: Equatable {
    /// What holds its glyphs in their cells where a font does not.
    enum Kind {
        /// One column each and of one font, which steps evenly: set as one.
        case letters
        /// Two columns each, all as wide as they are high: set as one.
        case wide
        /// One column, but of any font that has it: set alone, so that it cannot push others aside.
        case symbol
        /// Lines, blocks and dots, which must meet those in the cells around them.
        case drawn
    }

    let kind: Kind
    /// The first of its columns.
    let column: Int
    /// The columns it takes.
    private(set) var columns = 0
    private(set) var text = ""
    let style: Style
    /// Where it leads.
    let link: WebAddress?

    /// Takes another glyph in, where it may stand in this run.
    fileprivate mutating func append(_ character: Character, columns: Int) {
        text.append(character)
        self.columns += columns
    }
}

extension Grid {
    /// The runs of a row from left to right, without the blanks at its end of which nothing is seen.
    func runs(ofRow row: Int) -> [Run] {
        var runs: [Run] = []
        let links = links.filter { $0.row == row }
        for column in 0..<visibleColumns(ofRow: row) {
            let cell = self[row, column]
            guard let character = cell.character else { continue }
            let columns = column + 1 < size.columns && self[row, column + 1].character == nil ? 2 : 1
            let kind = Run.Kind(character, columns: columns)
            // A blank of which nothing is seen goes on in the style before it, where that shows nothing either.
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
    fileprivate var isInvisible: Bool { character == " " && style.isInvisibleOnBlank }
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
