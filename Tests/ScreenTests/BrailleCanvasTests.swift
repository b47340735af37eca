import Screen
import SeededRandom
import Testing

@Suite struct BrailleCanvasTests {
    private typealias Dot = BrailleCanvas.Dot

    private func picture(_ columns: Int, _ rows: Int, _ draw: (inout BrailleCanvas) -> Void) -> String {
        let size = Size(columns: columns, rows: rows)
        var (canvas, grid) = (BrailleCanvas(size: size), Grid(size: size))
        draw(&canvas)
        grid.draw(canvas, in: Rect(size))
        return grid.description
    }

    @Test func everyDotHasItsPlaceInThePattern() {
        let dots = ["⠁", "⠈", "⠂", "⠐", "⠄", "⠠", "⡀", "⢀"]
        for (number, wanted) in dots.enumerated() {
            #expect(picture(1, 1) { $0.set(Dot(x: number % 2, y: number / 2)) } == wanted)
        }
        let full = picture(1, 1) { for number in 0..<8 { $0.set(Dot(x: number % 2, y: number / 2)) } }
        #expect(full == "⣿")
    }

    @Test func linesGoFromEndToEnd() {
        #expect(picture(3, 1) { $0.line(from: Dot(x: 0, y: 1), to: Dot(x: 5, y: 1)) } == "⠒⠒⠒")
        #expect(picture(1, 2) { $0.line(from: Dot(x: 1, y: 7), to: Dot(x: 1, y: 0)) } == "⢸\n⢸")
        #expect(picture(4, 2) { $0.line(from: Dot(x: 0, y: 0), to: Dot(x: 7, y: 7)) } == "⠑⢄\n  ⠑⢄")
        #expect(picture(3, 1) { $0.line(from: Dot(x: 0, y: 3), to: Dot(x: 5, y: 3), every: 3) } == "⡀⢀")
        #expect(picture(1, 1) { $0.line(from: Dot(x: 1, y: 2), to: Dot(x: 1, y: 2)) } == "⠠")
    }

    @Test func whatLiesOutsideIsNotDrawn() {
        #expect(picture(2, 1) { $0.set(Dot(x: 4, y: 0)) } == "")
        #expect(picture(2, 1) { $0.set(Dot(x: -1, y: -1)) } == "")
        #expect(picture(2, 1) { $0.line(from: Dot(x: -9, y: 9), to: Dot(x: 9, y: 9)) } == "")
        #expect(picture(2, 1) { $0.line(from: Dot(x: -9, y: 0), to: Dot(x: 9, y: 0)) } == "⠉⠉")
        #expect(picture(2, 1) { $0.line(from: Dot(x: -1 << 40, y: 3), to: Dot(x: 1 << 40, y: 3)) } == "⣀⣀")
        #expect(picture(0, 0) { $0.line(from: Dot(x: 0, y: 0), to: Dot(x: 3, y: 3)) } == "")
    }

    /// Every dot of a clipped line is on the ideal line, and there are no gaps.
    @Test(arguments: 0..<20)
    func clippedLinesStayOnTheirLine(seed: UInt64) {
        var random = Seeded(seed: seed)
        let size = Size(columns: 10, rows: 6)
        func dot() -> Dot {
            Dot(x: Int.random(in: -100...120, using: &random), y: Int.random(in: -100...124, using: &random))
        }
        let (start, end) = (dot(), dot())
        var canvas = BrailleCanvas(size: size)
        canvas.line(from: start, to: end)
        let (dx, dy) = (end.x - start.x, end.y - start.y)
        for y in 0..<24 {
            for x in 0..<20 {
                var alone = BrailleCanvas(size: size)
                alone.set(Dot(x: x, y: y))
                var both = canvas
                both.set(Dot(x: x, y: y))
                let isSet = both == canvas
                // The distance of the dot from the line, in dots across its longer direction.
                let off = abs(dx * (y - start.y) - dy * (x - start.x)), longer = max(abs(dx), abs(dy), 1)
                let isBetween =
                    (min(start.x, end.x)...max(start.x, end.x)).contains(x)
                    && (min(start.y, end.y)...max(start.y, end.y)).contains(y)
                if isSet { #expect(off <= longer, "a dot beside the line") }
                if isBetween, off == 0 { #expect(isSet, "a gap in the line") }
            }
        }
    }

    @Test func dotsAreDrawnInTheirAreaOverWhatIsThere() {
        var grid = Grid(size: Size(columns: 6, rows: 2))
        grid.fill(Rect(grid.size), with: "x")
        var canvas = BrailleCanvas(size: Size(columns: 4, rows: 4))
        canvas.line(from: Dot(x: 0, y: 0), to: Dot(x: 7, y: 0))
        grid.draw(canvas, in: Rect(row: 1, column: 2, columns: 3, rows: 1))
        #expect(grid.description == "xxxxxx\nxx⠉⠉⠉x")
    }

    @Test func dotsStayLegibleInASCII() {
        var grid = Grid(size: Size(columns: 6, rows: 1))
        grid.write("⠑⢄⠒⣿⠀⠤", in: Rect(grid.size))
        #expect(grid.drawn(in: .ascii).description == "'.': .")
    }
}
