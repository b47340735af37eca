import SeededRandom
import Testing

@testable import Screen
@testable import Terminal

/// Links over a frame: they are where they should be after any drawing by ncurses, and nothing else changes.
@Suite struct LinkLayerTests {
    private static let styles = ([nil] + Colour.allCases).flatMap { colour in
        (0..<UInt8(16)).map { Style(Style.Attributes(rawValue: $0), colour: colour) }
    }
    private static let addresses = ["https://a.cn/", "http://b.cn/two"].compactMap(WebAddress.init)

    /// The screen as far as links are concerned: the character and link of each cell.
    private struct Glass {
        struct Spot: Equatable {
            var cell: Cell
            var address: String?
        }

        var spots: [Point: Spot] = [:]

        /// Plays the bytes of a layer, which consist only of known sequences.
        mutating func play(_ bytes: [UInt8]) throws {
            guard !bytes.isEmpty else { return }
            var text = Substring(String(decoding: bytes, as: UTF8.self))
            #expect(text.hasPrefix("\u{1B}7") && text.hasSuffix("\u{1B}8"))
            text = text.dropFirst(2).dropLast(2)
            var (point, style, address) = (Point(row: 0, column: 0), Style.plain, String?.none)
            while let first = text.first {
                if let move = text.prefixMatch(of: /\u{1B}\[(\d+);(\d+)H/) {
                    point = Point(row: Int(move.1)! - 1, column: Int(move.2)! - 1)
                    text = text[move.range.upperBound...]
                } else if let link = text.prefixMatch(of: /\u{1B}\]8;(?:id=1)?;([!-~]*)\u{1B}\\/) {
                    address = link.1.isEmpty ? nil : String(link.1)
                    text = text[link.range.upperBound...]
                } else if let sgr = text.prefixMatch(of: /\u{1B}\[[0-9;]*m/) {
                    style = try #require(LinkLayerTests.styles.first { $0.sgr == sgr.0 })
                    text = text[sgr.range.upperBound...]
                } else {
                    spots[point] = Spot(cell: Cell(first, style: style), address: address)
                    point.column += 1
                    text = text.dropFirst()
                }
            }
            #expect(address == nil, "a link is open")
        }

        /// Draws the difference, as ncurses does, and random further parts of the changed rows.
        mutating func draw(_ grid: Grid, after before: Grid?, using random: inout Seeded) -> Set<Int> {
            var changed: Set<Int> = []
            for row in 0..<grid.size.rows {
                let columns = 0..<grid.size.columns
                guard before == nil || columns.contains(where: { grid[row, $0] != before?[row, $0] }) else {
                    continue
                }
                changed.insert(row)
                for column in columns
                where before == nil || grid[row, column] != before?[row, column]
                    || Int.random(in: 0..<3, using: &random) == 0
                {
                    spots[Point(row: row, column: column)] = Spot(cell: grid[row, column])
                }
            }
            return changed
        }
    }

    private func frame(using random: inout Seeded) -> Grid {
        var grid = Grid(size: Size(columns: 24, rows: 4))
        for _ in 0..<Int.random(in: 0..<8, using: &random) {
            let text = ["渝黔", "https://a.cn", "aaaaaa", "x y", "http://b.cn/two"].randomElement(
                using: &random)!
            let link = Bool.random(using: &random) ? Self.addresses.randomElement(using: &random) : nil
            let style = [Style.plain, Style(.dim), Style(colour: .green)].randomElement(using: &random)!
            let point = Point(
                row: Int.random(in: 0..<4, using: &random), column: Int.random(in: 0..<20, using: &random))
            grid.write(Span(text, style: style, link: link), at: point, in: Rect(grid.size))
        }
        return grid
    }

    @Test(arguments: 0..<30)
    func `after any frames links and picture are those of the last`(seed: UInt64) throws {
        var random = Seeded(seed: seed)
        let layer = LinkLayer(styles: Self.styles)
        var glass = Glass()
        var before: Grid?
        for _ in 0..<60 {
            // Sometimes another program has written to the screen, and it is cleared.
            if Int.random(in: 0..<10, using: &random) == 0 { before = nil }
            let grid = frame(using: &random)
            let changed = glass.draw(grid, after: before, using: &random)
            try glass.play(layer.bytes(over: grid, after: before, changed: changed, size: grid.size))
            for row in 0..<grid.size.rows {
                for column in 0..<grid.size.columns {
                    let spot = try #require(glass.spots[Point(row: row, column: column)])
                    #expect(spot.cell == grid[row, column])
                    let link = grid.links.first { $0.row == row && $0.columns.contains(column) }
                    let isASCII =
                        link?.columns.allSatisfy { grid[row, $0].character?.isASCII == true } == true
                    #expect(spot.address == (isASCII ? link?.address.text : nil))
                }
            }
            before = grid
        }
    }

    @Test func `unchanged links cost nothing, nor does a frame without links`() throws {
        let layer = LinkLayer(styles: Self.styles)
        var grid = Grid(size: Size(columns: 24, rows: 2))
        let all: Set = [0, 1]
        #expect(layer.bytes(over: grid, after: nil, changed: all, size: grid.size).isEmpty)
        grid.write(
            Span("a.cn", style: Style(.dim), link: Self.addresses[0]), at: Point(row: 1, column: 2),
            in: Rect(grid.size))
        let bytes = layer.bytes(over: grid, after: nil, changed: all, size: grid.size)
        #expect(
            String(decoding: bytes, as: UTF8.self) == """
                \u{1B}7\u{1B}]8;id=1;https://a.cn/\u{1B}\\\u{1B}[2;3H\u{1B}[0;2ma.cn\u{1B}]8;;\u{1B}\\\u{1B}8
                """)
        #expect(layer.bytes(over: grid, after: grid, changed: [0], size: grid.size).isEmpty)
        let small = Size(columns: 5, rows: 1)
        #expect(layer.bytes(over: grid, after: nil, changed: all, size: small).isEmpty, "a glass that shrank")
    }
}
