extension Grid {
    /// The grid in ASCII, for `--ascii`: borders of `+ - |`, symbols by similar characters, and any other glyph as
    /// one `?` for each of its columns.
    package func asciified() -> Grid {
        var result = self
        for row in 0..<size.rows {
            var column = 0
            while column < size.columns {
                let cell = self[row, column]
                let text = cell.character.map(Self.ascii) ?? ""
                let isWide = self[row, column + 1].character == nil
                result.put(text.first ?? "?", at: Point(row: row, column: column), style: cell.style)
                if isWide {
                    let second = text.isEmpty ? "?" : text.dropFirst().first ?? " "
                    result.put(second, at: Point(row: row, column: column + 1), style: cell.style)
                }
                column += isWide ? 2 : 1
            }
        }
        result.links = links
        return result
    }

    // The replacement of a character; empty if there is none.
    private static func ascii(_ character: Character) -> String {
        guard let scalar = character.unicodeScalars.first else { return "" }
        switch scalar {
        case " "..."~": return String(Character(scalar))
        case "\u{FF01}"..."\u{FF5E}": return String(Character(Unicode.Scalar(UInt8(scalar.value - 0xFEE0))))
        case "─", "━", "┄", "┅", "┈", "┉", "╌", "╍", "═", "╴", "╶", "╸", "╺", "╼", "╾": return "-"
        case "┆", "┇", "┊", "┋", "╎", "╏": return "."
        case "│", "┃", "║", "╵", "╷", "╹", "╻", "╽", "╿", "▌", "▐", "▏", "▎", "▍", "▕": return "|"
        case "╱": return "/"
        case "╲": return "\\"
        case "\u{2500}"..."\u{257F}": return "+"
        case "█", "▓", "■", "▪", "▇", "▆", "▅": return "#"
        case "▒", "▄", "▀", "▉", "▊", "▋": return "="
        case "░", "▃", "▂", "▁": return ":"
        case "●", "◆", "◉", "⬤", "•", "✦", "※": return "*"
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
