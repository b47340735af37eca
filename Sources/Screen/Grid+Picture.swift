import TextLayout

extension Grid: CustomStringConvertible {
    /// The text on the grid: a line for each row without the blanks at its end.
    package var description: String {
        lines { $0.character }
    }

    /// The text, and with `marking` a second picture below it, after an empty line, of the style of each cell:
    /// `B`old, `D`im, `U`nderlined, `R`everse; `k`, `r`, `g`, `y`, `b`, `m`, `c`, `w` for a colour; a
    /// digit for a combination, explained below.
    package func picture(marking: Bool) -> String {
        guard marking else { return description }
        var legend: [(mark: Character, style: Style)] = []
        let marks = lines { cell in
            if let mark = cell.style.mark { return mark }
            if let known = legend.first(where: { $0.style == cell.style }) { return known.mark }
            let number = Unicode.Scalar(0x31 + UInt32(legend.count)).map(Character.init) ?? "?"
            legend.append((number, cell.style))
            return number
        }
        let explained = legend.map { "\n\($0.mark) \($0.style.words)" }.joined()
        return description + "\n\n" + marks + explained
    }

    private func lines(_ character: (Cell) -> Character?) -> String {
        var result = ""
        for row in 0..<size.rows {
            var line = ""
            for column in 0..<size.columns {
                if let character = character(self[row, column]) { line.append(character) }
            }
            result += (row == 0 ? "" : "\n") + line.withoutTrailingSpaces
        }
        return result
    }
}

extension Style {
    fileprivate var mark: Character? {
        switch (attributes, colour) {
        case ([], nil): " "
        case (.bold, nil): "B"
        case (.dim, nil): "D"
        case (.underline, nil): "U"
        case (.reverse, nil): "R"
        case ([], .some(let colour)): colour.initial
        default: nil
        }
    }

    fileprivate var words: String {
        let names: [(Attributes, String)] = [
            (.bold, "bold"), (.dim, "dim"), (.underline, "underline"), (.reverse, "reverse"),
        ]
        let words = names.filter { attributes.contains($0.0) }.map(\.1)
        return (words + (colour.map { ["\($0)"] } ?? [])).joined(separator: " ")
    }
}

extension Colour {
    fileprivate var initial: Character? {
        switch self {
        case .black: "k"
        case .red: "r"
        case .green: "g"
        case .yellow: "y"
        case .blue: "b"
        case .magenta: "m"
        case .cyan: "c"
        case .white: "w"
        case .brightBlack, .brightRed, .brightGreen, .brightYellow, .brightBlue, .brightMagenta, .brightCyan,
            .brightWhite:
            nil
        }
    }
}
