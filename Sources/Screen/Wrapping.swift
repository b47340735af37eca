/// Breaking text into lines, Chinese and English together.
///
/// English words are kept whole, Chinese may break anywhere that 避头尾 allows (CLREQ; the table is in
/// `LineBreaking`), spaces vanish at a break, and line ends in the text are kept. A word that no line can hold
/// is broken, a URL rather after one of its `/ ? & = -`. No width is too small: a line holds one glyph at
/// least, even one wider than the line, so that nothing is lost.
package struct Wrapping {
    /// The lines of a text: the first at most `columns` wide, the others narrower by `hanging`, by which the
    /// caller indents them. An empty text is one empty line; a newline at the end does not add one.
    package static func lines(of text: String, columns: Int, hanging: Int = 0) -> [String] {
        if text.fitsAsItIs(columns) { return [text] }
        return ranges(of: text, columns: columns, hanging: hanging).map { String(text[$0]) }
    }

    /// The lines of runs of text that follow one another, by the same rules as if they were one text. A glyph
    /// that reaches over a border looks like its beginning; an empty line has no spans.
    package static func lines(of spans: [Span], columns: Int, hanging: Int = 0) -> [[Span]] {
        var text = ""
        for span in spans { text += span.text }
        var borders: [String.Index] = []
        borders.reserveCapacity(spans.count)
        var offset = 0
        for span in spans {
            offset += span.text.utf8.count
            var border = text.utf8.index(text.startIndex, offsetBy: offset)
            while border < text.endIndex, String.Index(border, within: text) == nil {
                border = text.unicodeScalars.index(after: border)
            }
            borders.append(border)
        }
        var number = 0
        return ranges(of: text, columns: columns, hanging: hanging).map { range in
            var line: [Span] = []
            var start = range.lowerBound
            while start < range.upperBound {
                while borders[number] <= start { number += 1 }
                let end = min(borders[number], range.upperBound)
                line.append(spans[number].with(text: String(text[start..<end])))
                start = end
            }
            return line
        }
    }

    /// Where the lines of a text stand in it; the spaces that vanish at a break stand in none.
    package static func ranges(of text: String, columns: Int, hanging: Int = 0) -> [Range<String.Index>] {
        let rest = Rect.difference(columns, max(0, hanging))
        return Paragraph(text).lines(first: max(1, columns), rest: max(1, rest))
    }
}

extension String {
    // No scalar takes more columns than bytes, so most short texts need not be measured. Line ends are among
    // the ASCII controls or begin with C2 or E2.
    fileprivate func fitsAsItIs(_ columns: Int) -> Bool {
        utf8.count <= columns && utf8.allSatisfy { $0 >= 0x20 && $0 != 0xC2 && $0 != 0xE2 }
    }
}
