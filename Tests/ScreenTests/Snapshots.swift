import Screen
import SeededRandom

/// Grids for the tests of pages and pictures.
enum Snapshots {
    /// A pane with every attribute, colours, wide glyphs, symbols, lines, a shade and dots.
    static var pane: Grid {
        var grid = Grid(size: Size(columns: 20, rows: 6))
        grid.write("┌─ 证据 ─────╮", in: Rect(grid.size).line(0), style: Style(.dim))
        grid.write("│▌教师（A）…é│", in: Rect(grid.size).line(1))
        grid.restyle(Rect(row: 1, column: 1, columns: 7, rows: 1)) { _ in Style([.bold, .reverse]) }
        grid.write(
            [
                Span("● ", style: Style(colour: .red)), Span("↑↓ "),
                Span("key  键", style: Style(.underline, colour: .brightCyan)),
                Span(" ", style: Style([.dim, .reverse], colour: .green)),
            ],
            in: Rect(grid.size).line(2))
        grid.write("  ░▒▓█ ⠓⣿ ═ ", in: Rect(grid.size).line(3), style: Style(.bold))
        grid.write("a < b && \"c\" > 'd'", in: Rect(grid.size).line(5))
        return grid
    }

    static let caption = Caption(title: "证据 <A>", description: "A \"pane\" & its styles", language: "zh-Hans")

    /// Texts that try to end the enclosing element or sequence.
    static let hostile = [
        "</text><script>alert(1)</script>", "]]><!--", "\" onload=\"alert(1)", "&lt;&#0;&unknown;",
        "\u{1B}[2J\u{1B}]0;title\u{7}", "nul\u{0}", "\u{9B}31m", "\u{202E}reversed\u{2066}",
        "\u{FFFE}\u{FFFF}",
        "שלום العربية", "a\u{301}\u{302}", "\u{301}", "👨‍👩‍👧‍👦🇨🇳", "line\r\nbreak\u{2028}",
        "\u{7F}\u{85}\u{AD}\u{FEFF}",
    ]

    /// A grid full of such texts, wide glyphs and lines, in all styles.
    static func random(seed: UInt64) -> Grid {
        var random = Seeded(seed: seed)
        let size = Size(
            columns: Int.random(in: 0...60, using: &random), rows: Int.random(in: 0...12, using: &random))
        var grid = Grid(size: size)
        let texts = hostile + ["渝黔毗邻省际协作治理", "─┼━╋╭╮░▓⣿▌", "plain text ", "   ", "●○◆ › ⌂"]
        for _ in 0..<40 {
            let style = Style(
                Style.Attributes(rawValue: UInt8.random(in: 0...15, using: &random)),
                colour: Bool.random(using: &random) ? Colour.allCases.randomElement(using: &random) : nil)
            let point = Point(
                row: Int.random(in: 0...12, using: &random), column: Int.random(in: -4...60, using: &random))
            grid.write(
                texts.randomElement(using: &random) ?? "", at: point, in: Rect(grid.size), style: style)
        }
        return grid
    }
}
