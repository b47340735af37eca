import Screen
import SeededRandom
import Testing
import TextLayout

@Suite struct GridTests {
    private func grid(_ columns: Int, _ rows: Int = 1, _ draw: (inout Grid) -> Void) -> Grid {
        var grid = Grid(size: Size(columns: columns, rows: rows))
        draw(&grid)
        return grid
    }

    @Test func writesAreClippedToTheirArea() {
        let grid = grid(12, 4) {
            $0.fill(Rect(row: 0, column: 0, columns: 12, rows: 4), with: ".")
            let area = Rect(row: 1, column: 2, columns: 5, rows: 2)
            #expect($0.write("教育研究", at: Point(row: 1, column: 2), in: area) == 4)
            #expect($0.write("教育研究", at: Point(row: 2, column: -1), in: area) == 8)
            #expect($0.write("outside", at: Point(row: 3, column: 2), in: area) == 0)
            #expect($0.write("right", at: Point(row: 1, column: 7), in: area) == 0)
        }
        #expect(grid.description == "............\n..教育 .....\n.. 研究.....\n............")
    }

    @Test func halfOverwrittenGlyphsAreBlanked() {
        let left = grid(6) {
            $0.write("教育研", in: Rect($0.size))
            $0.put("x", at: Point(row: 0, column: 2))
        }
        #expect(left.description == "教x 研")
        let right = grid(6) {
            $0.write("教育研", in: Rect($0.size))
            $0.put("x", at: Point(row: 0, column: 3))
        }
        #expect(right.description == "教 x研")
        let both = grid(6) {
            $0.write("教育研", in: Rect($0.size))
            $0.put("中", at: Point(row: 0, column: 1))
        }
        #expect(both.description == " 中 研")
    }

    @Test func linesAreClippedWithAnEllipsis() {
        let grid = grid(7, 2) {
            #expect($0.write("教育研究", in: Rect($0.size).line(0)) == 7)
            #expect($0.write("教育", in: Rect($0.size).line(1)) == 4)
            #expect($0.write("nowhere", in: Rect($0.size).line(2)) == 0)
        }
        #expect(grid.description == "教育研…\n教育")
    }

    @Test(arguments: [
        (12, "教育abc研究"), (11, "教育abc研究"), (10, "教育abc研…"), (9, "教育abc…"), (8, "教育abc…"), (7, "教育ab…"),
        (6, "教育a…"),
        (5, "教育…"), (4, "教…"), (1, "…"), (0, ""),
    ])
    func spansAreClippedTogether(_ columns: Int, _ picture: String) {
        let spans = [Span("教育", style: Style(.bold)), Span("abc"), Span("研究", style: Style(.dim)), Span("")]
        var used = 0
        let grid = grid(columns) { used = $0.write(spans, in: Rect($0.size)) }
        #expect(grid.description == picture)
        #expect(used == picture.columns)
    }

    @Test func restylingTakesWideGlyphsWhole() {
        let grid = grid(6) {
            $0.write("教育研", in: Rect($0.size))
            $0.restyle(Rect(row: 0, column: 1, columns: 2, rows: 1)) { $0.adding(.reverse) }
        }
        #expect(
            grid.cells.map { $0.style.attributes == .reverse } == [false, false, true, true, false, false])
    }

    @Test func outsideThereIsNothing() {
        let grid = grid(2, 2) { $0.fill(Rect($0.size), with: "#") }
        for place in [(-1, 0), (0, -1), (2, 0), (0, 2), (.min, .max), (.max, .min)] {
            #expect(grid[place.0, place.1] == .blank)
        }
        #expect(Grid(size: Size(columns: 0, rows: 0)).description == "")
        #expect(Grid(size: Size(columns: .max, rows: .min)).cells.isEmpty)
        #expect(Grid(size: Size(columns: 5000, rows: 1)).size == Size(columns: 2000, rows: 1))
    }

    @Test("seeded random drawing, wild numbers included, leaves no half glyph and ends at the area's edge")
    func noHalfGlyphEver() {
        let wild = [Int.min, .min + 1, -1_000_000, -3, -1, 0, 1, 2, 3, 5, 8, 13, 1_000_000, .max - 1, .max]
        let texts = [
            "教育研究", "a", "ab教c", "👩‍👩‍👧🇫🇷☎\u{FE0F}", "\u{1B}[2J\u{301}\u{200B}", "", "─│┌", "e\u{301}한",
            String(repeating: "长x", count: 30),
        ]
        var random = Seeded(seed: 42)
        func number() -> Int { wild.randomElement(using: &random)! }
        for _ in 0..<400 {
            let size = Size(
                columns: .random(in: 0...12, using: &random), rows: .random(in: 0...4, using: &random))
            var grid = Grid(size: size)
            for _ in 0..<40 {
                let text = texts.randomElement(using: &random)!
                let area = Rect(row: number(), column: number(), columns: number(), rows: number())
                let point = Point(row: number(), column: number())
                let before = grid
                switch Int.random(in: 0...6, using: &random) {
                case 0: grid.write(text, at: point, in: area, style: Style(.bold))
                case 1: grid.write(text, in: area)
                case 2: grid.write([Span(text), Span("教", style: Style(.dim))], in: area)
                case 3: grid.fill(area, with: text.first ?? " ", style: Style(.dim))
                case 4: grid.put(text.first ?? "x", at: point)
                case 5: grid.restyle(area.inset(rows: number(), columns: number())) { $0.adding(.reverse) }
                default: grid.write(text, in: area.line(number()))
                }
                if let fault = fault(in: grid) {
                    Issue.record("\(fault), drawing \(text) at \(point) in \(area) on\n\(before)")
                    return
                }
            }
        }
    }

    private func fault(in grid: Grid) -> String? {
        guard grid.cells.count == grid.size.columns * grid.size.rows else { return "cells are lost" }
        for row in 0..<grid.size.rows {
            var column = 0
            while column < grid.size.columns {
                guard let character = grid[row, column].character, let glyph = Glyph(character) else {
                    return "half a glyph at \(row), \(column)"
                }
                if glyph.columns == 2 {
                    if column + 1 == grid.size.columns { return "a cut glyph at \(row), \(column)" }
                    if grid[row, column + 1].character != nil { return "no second half at \(row), \(column)" }
                    if grid[row, column + 1].style != grid[row, column].style {
                        return "two styles at \(row), \(column)"
                    }
                }
                column += glyph.columns
            }
        }
        return nil
    }
}
