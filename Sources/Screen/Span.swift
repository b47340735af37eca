/// A run of text in one style.
package struct Span: Equatable, Sendable {
    /// The text.
    package var text: String
    /// How it looks.
    package var style: Style
    /// Where whoever points at it is led to, outside of the program.
    package var link: WebAddress?

    /// A run of text, plain by default.
    package init(_ text: String, style: Style = .plain, link: WebAddress? = nil) {
        self.text = text
        self.style = style
        self.link = link
    }

    /// The same with another text.
    package func with(text: String) -> Span { Span(text, style: style, link: link) }

    /// The same in another style.
    package func with(style: Style) -> Span { Span(text, style: style, link: link) }

    /// A text in which the addresses on the web lead there.
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

    /// The text for a terminal that scrolls, a link to where it leads if `isLinked`.
    package func text(isLinked: Bool) -> String {
        guard isLinked, let link, !text.isEmpty else { return text }
        return link.opening + text + WebAddress.closing
    }
}
