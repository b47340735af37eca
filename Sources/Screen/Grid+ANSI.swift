extension Grid {
    /// The grid as lines for a terminal: styles are SGR sequences (ECMA-48, 8.3.117) of attributes and the sixteen
    /// colours, reset at the end of each line; links are OSC 8. No sequence moves the cursor.
    package var ansi: String {
        var result = ""
        for row in 0..<size.rows {
            var style = Style.plain
            for run in runs(ofRow: row) {
                if run.style != style { result += run.style.sgr }
                style = run.style
                result += Span(run.text, link: run.link).text(isLinked: true)
            }
            result += (style == .plain ? "" : Style.plain.sgr) + "\n"
        }
        return result
    }
}

extension Style {
    /// The sequence that sets exactly this style on a terminal of sixteen colours.
    package var sgr: String {
        let codes: [(Attributes, Int)] = [(.bold, 1), (.dim, 2), (.underline, 4), (.reverse, 7)]
        let set = [0] + codes.filter { attributes.contains($0.0) }.map(\.1) + (colour.map { [$0.sgr] } ?? [])
        return "\u{1B}[" + set.map(String.init).joined(separator: ";") + "m"
    }
}

extension Colour {
    // 30 to 37, and 90 to 97 for the bright ones (aixterm).
    fileprivate var sgr: Int { Int(rawValue) + (rawValue < 8 ? 30 : 82) }
}
