import TextLayout

extension String {
    /// The lines of the text in the characters of a terminal, as a grid would show them.
    package func drawn(in repertoire: Grid.Repertoire) -> String {
        let lines = split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
            if line.utf8.allSatisfy({ $0 < 0x80 }) { return String(line) }
            let area = Rect(Size(columns: String(line).columns, rows: 1))
            var grid = Grid(size: area.size)
            grid.write(String(line), at: Point(row: 0, column: 0), in: area)
            return grid.drawn(in: repertoire).description
        }
        return lines.joined(separator: "\n")
    }
}

extension Grid {
    /// The characters that a terminal can show as they are measured.
    package enum Repertoire: Sendable {
        /// All of them.
        case full
        /// All but the drawing characters that are two columns wide there; see `AmbiguousWidth`.
        case narrowDrawing
        /// Text of any script, drawn upon with ASCII.
        case asciiDrawing
        /// ASCII alone.
        case ascii

        /// True if a character must be replaced.
        fileprivate func lacks(_ character: Character) -> Bool {
            guard let scalar = character.unicodeScalars.first, !scalar.isASCII else { return false }
            return switch self {
            case .full: false
            case .narrowDrawing: scalar.isDrawing && scalar.isAmbiguous
            case .asciiDrawing: scalar.isDrawing || Self.isFigure(scalar)
            case .ascii: true
            }
        }

        /// Symbols and the dots of braille, which terminals without line drawing do not have either.
        private static func isFigure(_ scalar: Unicode.Scalar) -> Bool {
            switch scalar.value {
            case 0x2300...0x23FF, 0x2600...0x27BF, 0x2800...0x28FF, 0x2B00...0x2BFF: scalar.columns == 1
            default: false
            }
        }
    }

    /// The grid in the characters of a terminal: borders of `+ - |`, symbols by similar characters and, in ASCII alone,
    /// any other glyph as one `?` for each of its columns.
    package func drawn(in repertoire: Repertoire) -> Grid {
        if repertoire == .full { return self }
        var result = self
        for row in 0..<size.rows {
            var column = 0
            while column < size.columns {
                let cell = self[row, column]
                let isWide = self[row, column + 1].isRightHalf
                defer { column += isWide ? 2 : 1 }
                guard let character = cell.character,
                    repertoire.lacks(character) || repertoire == .asciiDrawing && isSign(row, column, isWide)
                else { continue }
                // Between digits a full stop would be read as the point of a decimal.
                let isRatio =
                    character == "·" && isDigit(row, column - 1) && isDigit(row, column + (isWide ? 2 : 1))
                let text =
                    isRatio
                    ? ":" : isEllipsis(row, column, isWide) ? (isWide ? ".." : "~") : Self.ascii(character)
                result.put(text.first ?? "?", at: Point(row: row, column: column), style: cell.style)
                if isWide {
                    let second = text.isEmpty ? "?" : text.dropFirst().first ?? " "
                    result.put(second, at: Point(row: row, column: column + 1), style: cell.style)
                }
            }
        }
        result.links = links
        return result
    }

    /// True for a sign that separates, shortens or leads to what is drawn: it stands at a blank, at a border, in a row of
    /// dots or between numbers. Within a text it is the text's.
    private func isSign(_ row: Int, _ column: Int, _ isWide: Bool) -> Bool {
        guard let sign = self[row, column].character, "·…›×".contains(sign) else { return false }
        let places = [column - 1, column + (isWide ? 2 : 1)]
        let neighbours = places.map { (0..<size.columns).contains($0) ? self[row, $0].character : " " }
        if sign == "…" { return isEllipsis(row, column, isWide) && neighbours.contains(where: Self.isApart) }
        return neighbours.contains { Self.isApart($0) || $0 == "·" }
            || sign == "·" && places.allSatisfy { isDigit(row, $0) }
    }

    /// True for an ellipsis alone, which a full stop cannot stand for, since that ends a sentence; in a row each is a dot
    /// of a longer one.
    private func isEllipsis(_ row: Int, _ column: Int, _ isWide: Bool) -> Bool {
        guard self[row, column].character == "…" else { return false }
        return ![column - (isWide ? 2 : 1), column - 1, column + (isWide ? 2 : 1)].contains { place in
            (0..<size.columns).contains(place) && self[row, place].character == "…"
        }
    }

    private static func isApart(_ neighbour: Character?) -> Bool {
        neighbour == " " || neighbour?.unicodeScalars.first?.isDrawing == true
    }

    private func isDigit(_ row: Int, _ column: Int) -> Bool {
        guard (0..<size.columns).contains(column), let character = self[row, column].character else {
            return false
        }
        return ("0"..."9").contains(character)
    }

    // The replacement of a character; empty if there is none.
    private static func ascii(_ character: Character) -> String {
        guard let scalar = character.unicodeScalars.first else { return "" }
        switch scalar {
        case " "..."~": return String(Character(scalar))
        case "\u{FF01}"..."\u{FF5E}": return String(Character(Unicode.Scalar(UInt8(scalar.value - 0xFEE0))))
        case "─", "━", "┄", "┅", "┈", "┉", "╌", "╍", "═", "╴", "╶", "╸", "╺", "╼", "╾": return "-"
        case "┆", "┇", "┊", "┋", "╎", "╏": return "."
        case "│", "┃", "║", "╵", "╷", "╹", "╻", "╽", "╿", "▐", "▏", "▎", "▍", "▕": return "|"
        case "▌": return "]"
        case "╱": return "/"
        case "╲": return "\\"
        case "\u{2500}"..."\u{257F}": return "+"
        case "█", "▓", "■", "▪", "▇", "▆", "▅": return "#"
        case "▒", "▄", "▀", "▉", "▊", "▋": return "="
        case "░", "▃", "▂", "▁": return ":"
        case "●", "◉", "⬤", "•", "✦", "※": return "*"
        case "◆": return "&"
        case "↶": return "<"
        case "○", "◇", "◌", "◦", "▫", "◯", "°": return "o"
        case "□": return "n"
        case "★": return "!"
        case "☆": return "\""
        case "◐", "◑", "◒", "◓", "◍": return "%"
        case "▶", "►", "▸", "▷", "→", "›", "»", "⟩", "⇒", "❯", "〉": return ">"
        case "◀", "◄", "◂", "◁", "←", "‹", "«", "⟨", "⇐", "❮", "〈": return "<"
        case "▲", "△", "▴", "↑", "⇧": return "^"
        case "▼", "▽", "▾", "↓", "⇩": return "v"
        case "≈": return "~"
        case "↔", "↕", "—", "–", "‐", "−", "―": return "-"
        case "✓", "✔", "☑": return "+"
        case "✗", "✘", "×", "☒", "✕", "✖": return "x"
        case "·", "…", "‧", "⋯": return "."
        case "“", "”", "″": return "\""
        case "‘", "’", "′", "‵": return "'"
        case "↵", "⏎", "↩": return "<"
        case "⌂": return "@"
        case "↗", "↘": return ">"
        case "↖", "↙": return "<"
        case "\u{2800}"..."\u{28FF}": return braille(scalar.value)
        case "\u{A0}", "\u{3000}": return " "
        case "、": return ","
        case "。": return "."
        case "《": return "<<"
        case "》": return ">>"
        case "【", "〔", "〖", "「", "『": return "["
        case "】", "〕", "〗", "」", "』": return "]"
        default: return ""
        }
    }

    // Dots in the upper half of the cell, the lower half, or both, so that a line of dots stays a line.
    private static func braille(_ pattern: UInt32) -> String {
        switch (pattern & 0x1B != 0, pattern & 0xE4 != 0) {
        case (true, true): ":"
        case (true, false): "'"
        case (false, true): "."
        case (false, false): " "
        }
    }
}
