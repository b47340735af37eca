extension Grid {
    /// The grid as one SVG file, ten pixels a column and twenty a row, light or dark as the reader's system is. Text
    /// is text; lines, blocks and dots are shapes that meet, below invisible text that can be copied. The file has no
    /// scripts and loads nothing; only following a link opens another page.
    package func svg(_ caption: Caption) -> String {
        let (width, height) = (size.columns * CellDrawing.width, size.rows * CellDrawing.height)
        let (outerWidth, outerHeight) = (width + 2 * Self.margin, height + 2 * Self.margin)
        let language = caption.language.markup
        return """
            <svg xmlns="http://www.w3.org/2000/svg" xml:lang="\(language)" lang="\(language)" \
            role="\(links.isEmpty ? "img" : "group")" width="\(outerWidth)" height="\(outerHeight)" viewBox="0 0 \(outerWidth) \(outerHeight)">
            <title>\(caption.title.markup)</title>
            <desc>\(caption.description.markup)</desc>
            <style>
            \(Self.styleSheet)
            </style>
            <rect class="paper" width="\(outerWidth)" height="\(outerHeight)" rx="6"/>
            <g class="ink" transform="translate(\(Self.margin) \(Self.margin))" xml:space="preserve">
            \(shapes)\(texts)</g>
            </svg>

            """
    }

    private static let margin = 10
    // At 16.6 pixels DejaVu Sans Mono is ten pixels wide. A wide glyph is one em, and the rest of its two columns
    // follows it.
    private static let baseline = 15

    private static let styleSheet = """
        text{font-family:\(Page.fonts);font-size:16.6px;white-space:pre;\
        \(Page.exact)}
        .w{font-size:18px;letter-spacing:2px}
        .b{font-weight:bold}
        .d{fill-opacity:\(Page.dim)}
        .u{text-decoration:underline}
        .h{fill-opacity:0}
        .s1{opacity:.25}
        .s2{opacity:.5}
        .s3{opacity:.75}
        \(fills(.light))
        @media (prefers-color-scheme:dark){
        \(fills(.dark))
        }
        """

    private static func fills(_ palette: Palette) -> String {
        let own = ".ink{fill:#\(palette.ink)}.paper{fill:#\(palette.paper)}"
        return own + Colour.allCases.map { ".c\($0.rawValue){fill:#\(palette[$0])}" }.joined()
    }

    /// The backgrounds, then the shapes: one path for all of one style, so that there are no seams between cells.
    private var shapes: String {
        var backgrounds = Paths()
        var drawings = Paths()
        for row in 0..<size.rows {
            for run in runs(ofRow: row) {
                if run.style.attributes.contains(.reverse) {
                    backgrounds.add(
                        .box(
                            x: 0, y: 0, width: run.columns * CellDrawing.width,
                            height: CellDrawing.height),
                        row: row, column: run.column, classes: run.style.background)
                }
                guard run.kind == .drawn else { continue }
                for (number, character) in run.text.enumerated() {
                    guard let drawing = CellDrawing(character) else { continue }
                    let shade = drawing.quarters < 4 ? ["s\(drawing.quarters)"] : []
                    for shape in drawing.shapes {
                        drawings.add(
                            shape, row: row, column: run.column + number,
                            classes: run.style.foreground + shade)
                    }
                }
            }
        }
        return backgrounds.elements + drawings.elements
    }

    private var texts: String {
        var result = ""
        for row in 0..<size.rows {
            let runs = runs(ofRow: row)
            guard !runs.isEmpty else { continue }
            result += "<text y=\"\(row * CellDrawing.height + Self.baseline)\">"
            for run in runs { result += run.element }
            result += "</text>\n"
        }
        return result
    }
}

extension Run {
    fileprivate var element: String {
        var classes = style.foreground + style.type
        var fit = ""
        switch kind {
        case .letters: break
        case .wide: classes.append("w")
        // A single glyph that is too wide for its column is made narrower.
        case .symbol: fit = " lengthAdjust=\"spacingAndGlyphs\""
        case .drawn: classes = ["h"]
        }
        let width = CellDrawing.width
        let whole =
            "<tspan x=\"\(column * width)\" textLength=\"\(columns * width)\"\(fit)"
            + attribute(classes) + ">\(text.markup)</tspan>"
        return link.map { "<a href=\"\($0.text.markup)\">\(whole)</a>" } ?? whole
    }
}

extension Style {
    /// The classes that colour a character; a reversed one has the colour of the paper.
    fileprivate var foreground: [String] {
        attributes.contains(.reverse) ? ["paper"] : background
    }

    /// The classes that colour the background of a reversed character.
    fileprivate var background: [String] {
        (attributes.contains(.dim) ? ["d"] : []) + (colour.map { ["c\($0.rawValue)"] } ?? [])
    }

    /// The classes of text alone.
    fileprivate var type: [String] {
        (attributes.contains(.bold) ? ["b"] : []) + (attributes.contains(.underline) ? ["u"] : [])
    }
}

private func attribute(_ classes: [String]) -> String {
    classes.isEmpty ? "" : " class=\"\(classes.joined(separator: " "))\""
}

/// The outlines of many cells, one path for each style.
private struct Paths {
    private var paths: [(classes: [String], outlines: String)] = []

    mutating func add(_ shape: CellDrawing.Shape, row: Int, column: Int, classes: [String]) {
        let (x, y) = (column * CellDrawing.width, row * CellDrawing.height)
        let known = paths.firstIndex { $0.classes == classes }
        if known == nil { paths.append((classes, "")) }
        paths[known ?? paths.count - 1].outlines += shape.outline(x: x, y: y)
    }

    var elements: String {
        paths.map { "<path\(attribute($0.classes)) d=\"\($0.outlines)\"/>\n" }.joined()
    }
}

extension CellDrawing.Shape {
    fileprivate func outline(x: Int, y: Int) -> String {
        switch self {
        case .box(let left, let top, let width, let height):
            return "M\(x + left) \(y + top)h\(width)v\(height)h-\(width)z"
        case .polygon(let corners):
            return "M" + corners.map { "\(x + $0.x) \(y + $0.y)" }.joined(separator: "L") + "z"
        case .turn(let right, let down):
            let (middle, centre) = (x + CellDrawing.width / 2, y + CellDrawing.height / 2)
            let (side, end) = (x + (right ? CellDrawing.width : 0), y + (down ? CellDrawing.height : 0))
            let (inner, outer) = (right ? 1 : -1, down ? 1 : -1)
            let start = centre + outer * (CellDrawing.width / 2)
            return
                "M\(middle - inner) \(end)V\(start)Q\(middle - inner) \(centre - outer) \(side) \(centre - outer)"
                + "V\(centre + outer)Q\(middle + inner) \(centre + outer) \(middle + inner) \(start)V\(end)z"
        }
    }
}
