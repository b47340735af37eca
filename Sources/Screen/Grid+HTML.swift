extension Grid {
    /// The grid as one HTML page with text that can be copied, light or dark as the reader's system is. The page has
    /// no scripts and loads nothing; only following a link opens another page.
    package func html(_ caption: Caption) -> String {
        let title = caption.title.markup
        let rows = (0..<size.rows).map { row in
            runs(ofRow: row).map { $0.element }.joined() + "\n"
        }.joined()
        // HTML removes a line end directly after <pre>.
        return """
            <!DOCTYPE html>
            <html lang="\(caption.language.markup)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>\(title)</title>
            <meta name="description" content="\(caption.description.markup)">
            <style>
            \(Self.styleSheet)
            </style>
            </head>
            <body>
            <pre role="\(links.isEmpty ? "img" : "group")" aria-label="\(title)">
            \(rows)</pre>
            </body>
            </html>

            """
    }

    // At this line height the box-drawing lines of common fonts meet. A wide glyph is one em, a little larger than
    // the letters if its columns allow, and the rest of its two columns follows it.
    private static let styleSheet = """
        :root{color-scheme:light dark;\(variables(.light))}
        @media (prefers-color-scheme:dark){:root{\(variables(.dark))}}
        body{margin:0;background:var(--paper);color:var(--ink)}
        pre{margin:10px;width:max-content;font:15px/17px \(Page.fonts);\
        \(Page.exact)}
        span{--own:var(--ink);color:var(--own)}
        a{color:inherit;text-decoration:none}
        a:hover{text-decoration:underline}
        .g{display:inline-block;unicode-bidi:bidi-override}
        .w{letter-spacing:calc(2ch - min(1.05em,2ch))}
        .w i{font-size:min(1.05em,2ch);font-style:normal;line-height:0}
        .b{font-weight:bold}
        .d{opacity:\(Page.dim)}
        .u{text-decoration:underline}
        .r{background:var(--own);color:var(--paper)}
        \(Colour.allCases.map { ".c\($0.rawValue){--own:var(--c\($0.rawValue))}" }.joined())
        """

    private static func variables(_ palette: Palette) -> String {
        (["--ink:#\(palette.ink)", "--paper:#\(palette.paper)"]
            + Colour.allCases.map { "--c\($0.rawValue):#\(palette[$0])" }).joined(separator: ";")
    }
}

extension Run {
    fileprivate var element: String {
        var classes: [String] = []
        var attributes = ""
        switch kind {
        case .letters: break
        case .wide:
            // Wide text in a case is Chinese, whatever the language of the page.
            classes = ["g", "w"]
            attributes = " lang=\"zh-Hans\""
        case .symbol, .drawn: classes = ["g"]
        }
        if kind != .letters { attributes += " style=\"width:\(columns)ch\"" }
        classes += style.classes
        let text = kind == .wide ? "<i>\(text.markup)</i>" : text.markup
        let whole =
            classes.isEmpty
            ? text : "<span class=\"\(classes.joined(separator: " "))\"\(attributes)>\(text)</span>"
        return link.map { "<a href=\"\($0.text.markup)\">\(whole)</a>" } ?? whole
    }
}

extension Style {
    fileprivate var classes: [String] {
        let names: [(Attributes, String)] = [(.bold, "b"), (.dim, "d"), (.underline, "u"), (.reverse, "r")]
        return names.filter { attributes.contains($0.0) }.map(\.1)
            + (colour.map { ["c\($0.rawValue)"] } ?? [])
    }
}
