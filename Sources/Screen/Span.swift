import TextLayout

/// A text in one style.
package struct Span: Equatable, Sendable {
    package var text: String
    package var style: Style
    /// The address that it opens.
    package var link: WebAddress?

    /// A span, plain by default.
    package init(_ text: String, style: Style = .plain, link: WebAddress? = nil) {
        self.text = text
        self.style = style
        self.link = link
    }

    /// The span with another text.
    package func with(text: String) -> Span { Span(text, style: style, link: link) }

    /// The span in another style.
    package func with(style: Style) -> Span { Span(text, style: style, link: link) }

    /// The spans of a text whose web addresses are links.
    package static func linking(_ text: String, style: Style = .plain) -> [Span] {
        var spans: [Span] = []
        var start = text.startIndex
        for (range, address) in WebAddress.found(in: text) {
            if start < range.lowerBound {
                spans.append(Span(String(text[start..<range.lowerBound]), style: style))
            }
            spans.append(Span(String(text[range]), style: style, link: address))
            start = range.upperBound
        }
        if start < text.endIndex || spans.isEmpty { spans.append(Span(String(text[start...]), style: style)) }
        return spans
    }

    /// The text for a terminal, as a link if `isLinked` is true.
    package func text(isLinked: Bool) -> String {
        guard isLinked, let link, !text.isEmpty else { return text }
        return link.opening + text + WebAddress.closing
    }
}

extension [Span] {
    /// The columns that the spans take one after another.
    package var columns: Int { reduce(0) { $0 + $1.text.columns } }
}

extension Wrapping {
    /// The lines of consecutive spans, wrapped as one text. A glyph that belongs to two spans takes the style of
    /// the first; an empty line has no spans.
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
}
