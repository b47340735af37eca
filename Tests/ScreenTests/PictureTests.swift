import Screen
import Testing

@Suite struct PictureTests {
    private var pane: Grid {
        var grid = Grid(size: Size(columns: 16, rows: 4))
        grid.write("┌─ 证据 ─────┐", in: Rect(grid.size).line(0), style: Style(.dim))
        grid.write("│▌教师（A）…é│", in: Rect(grid.size).line(1))
        grid.restyle(Rect(row: 1, column: 1, columns: 7, rows: 1)) { _ in Style([.bold, .reverse]) }
        grid.write(
            [
                Span("● ", style: Style(colour: .red)), Span("↑↓"),
                Span("key", style: Style(.underline, colour: .cyan)),
            ],
            in: Rect(grid.size).line(2))
        return grid
    }

    @Test func printsItselfAsText() {
        #expect(pane.description == "┌─ 证据 ─────┐\n│▌教师（A）…é│\n● ↑↓key\n")
    }

    @Test func marksStylesBelow() {
        #expect(
            pane.picture(marking: true) == """
                ┌─ 证据 ─────┐
                │▌教师（A）…é│
                ● ↑↓key


                DDDDDDDDDDDDDD
                 1111111
                rr  222

                1 bold reverse
                2 underline cyan
                """)
        #expect(pane.picture(marking: false) == pane.description)
    }

    @Test func everyStyleHasAMark() {
        for (style, mark) in [
            (Style(.bold), "B"), (Style(.dim), "D"), (Style(.underline), "U"), (Style(.reverse), "R"),
            (Style(colour: .black), "k"), (Style(colour: .blue), "b"),
            (Style(colour: .brightBlue), "1\n1 brightBlue"),
        ] {
            var grid = Grid(size: Size(columns: 1, rows: 1))
            grid.fill(Rect(grid.size), style: style)
            #expect(grid.picture(marking: true) == "\n\n" + mark)
        }
    }

    @Test func isASCIIWhenAskedTo() {
        #expect(pane.drawn(in: .ascii).description == "+- ???? -----+\n|]????( A) ~?|\n* ^vkey\n")
        for (number, cell) in pane.drawn(in: .ascii).cells.enumerated() {
            #expect(cell.character?.isASCII == true)
            #expect(cell.style == pane.cells[number].style)
        }
    }

    @Test(
        "every border and mark keeps its column in ASCII",
        arguments: Array("─│┌┐└┘├┤┬┴┼═║╭╮╯╰━┃●○◆◇▌▶→✓…“”—·★"))
    func borderAndMarkHasALikeness(_ character: Character) {
        var grid = Grid(size: Size(columns: 2, rows: 1))
        grid.put(character, at: Point(row: 0, column: 0))
        let ascii = grid.drawn(in: .ascii)
        #expect(ascii[0, 0].character?.isASCII == true)
        #expect(ascii[0, 0].character != "?" && ascii[0, 1] == .blank)
    }

    @Test func `what is pinned, selected, cut or the beginning has a sign of its own in ASCII`() {
        var grid = Grid(size: Size(columns: 8, rows: 1))
        grid.write("●◆▌│⌂ a…", in: Rect(grid.size))
        #expect(grid.drawn(in: .asciiDrawing).description == "*&]|@ a~")
    }

    @Test func `text keeps its script where only the drawing is ASCII`() {
        var grid = Grid(size: Size(columns: 24, rows: 1))
        grid.write("┌─●“渝贵”…—①é⠿⌂→★✓ ✅", in: Rect(grid.size))
        #expect(grid.drawn(in: .asciiDrawing).description == "+-*“渝贵”…—①é:@>!+ ✅")
        #expect(grid.drawn(in: .narrowDrawing).description == "+-*“渝贵”…—①é⠿⌂>!✓ ✅")
        #expect(grid.drawn(in: .full) == grid)
    }

    @Test(arguments: [
        ("⌂ › 渝贵… ", "@ > 渝贵~"), ("matrix · a × b", "matrix . a x b"), ("45·227", "45:227"),
        ("区县 4 ·······- ", "区县 4 .......-"), ("×渝贵", "x渝贵"), ("│…渝│", "|~渝|"),
        ("卡尔·马克思", "卡尔·马克思"), ("3×4", "3×4"), ("他说……好", "他说……好"), ("等等…… ", "等等……"),
    ])
    func `signs that stand apart are drawn, those within a text are its own`(
        written: String, drawn: String
    ) {
        var grid = Grid(size: Size(columns: 24, rows: 1))
        grid.write(written, in: Rect(grid.size))
        #expect(grid.drawn(in: .asciiDrawing).description == drawn)
    }

    @Test func `printed lines are drawn as a grid would show them`() {
        let text = "● 渝贵 → 铁路\n\n│a\n"
        #expect(text.drawn(in: .asciiDrawing) == "* 渝贵 > 铁路\n\n|a\n")
        #expect(text.drawn(in: .ascii) == "* ???? > ????\n\n|a\n")
        #expect(text.drawn(in: .full) == text)
    }
}
