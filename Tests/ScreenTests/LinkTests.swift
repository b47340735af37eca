import Testing

@testable import Screen

/// Links of a grid and of its pages.
@Suite struct LinkTests {
    private static let address = WebAddress("https://a.cn/?b&c")!

    private func grid(_ columns: Int = 20, address: WebAddress? = Self.address) -> Grid {
        var grid = Grid(size: Size(columns: columns, rows: 2))
        grid.write(
            [Span("见 "), Span("a.cn 渝黔", style: Style(.dim), link: address), Span(" 止")],
            in: Rect(row: 1, column: 1, columns: columns - 2, rows: 1))
        return grid
    }

    private func columns(_ grid: Grid) -> [Range<Int>] {
        grid.links.filter { $0.row == 1 && $0.address == Self.address }.map(\.columns)
    }

    @Test func `a link covers its run`() {
        #expect(columns(grid()) == [4..<13])
        #expect(columns(grid(10)) == [4..<9], "the ellipsis belongs to it")
        #expect(columns(grid(6)).isEmpty == false)
        #expect(grid(3).links.isEmpty)
        var beyond = Grid(size: Size(columns: 4, rows: 1))
        for point in [Point(row: -1, column: 0), Point(row: 0, column: 9), Point(row: 0, column: -20)] {
            beyond.write(Span("a.cn", link: Self.address), at: point, in: Rect(beyond.size))
        }
        #expect(beyond.links.isEmpty)
    }

    @Test func `drawing over a link removes it`() {
        var grid = grid()
        grid.fill(Rect(row: 0, column: 6, columns: 2, rows: 2))
        #expect(columns(grid) == [4..<6, 8..<13])
        grid.put("渝", at: Point(row: 1, column: 12))
        #expect(columns(grid) == [4..<6, 8..<12])
        grid.fill(Rect(grid.size))
        #expect(grid.links.isEmpty)
    }

    @Test func `links are kept when the grid is copied or converted to ASCII`() {
        var page = Grid(size: Size(columns: 30, rows: 4))
        page.paste(grid(), at: Point(row: 1, column: 5))
        #expect(page.links == [Grid.Link(row: 2, columns: 9..<18, address: Self.address)])
        page.paste(grid(), at: Point(row: 0, column: -6))
        #expect(page.links.contains(Grid.Link(row: 1, columns: 0..<7, address: Self.address)))
        #expect(columns(grid().drawn(in: .ascii)) == [4..<13])
    }

    @Test func `in HTML and SVG a link is an anchor, and the text is the same`() throws {
        let (html, svg) = (grid().html(Snapshots.caption), grid().svg(Snapshots.caption))
        for picture in [html, svg] {
            let anchors = picture.matches(of: /<a href="([^"]*)">/).map { String($0.1) }
            #expect(!anchors.isEmpty && Set(anchors) == ["https://a.cn/?b&amp;c"])
            #expect(picture.contains("role=\"group\""))
        }
        let page = try ParsedXML(svg)
        let linked = page.elements.filter { $0.name == "a" }.map(\.text).joined()
        #expect(linked == "a.cn 渝黔")
        #expect(
            page.elements.filter { $0.name == "a" }.allSatisfy {
                $0.attributes["href"] == "https://a.cn/?b&c"
            })
    }

    @Test func `in ANSI a link is OSC 8, and without it the picture is the same`() {
        let ansi = grid().ansi
        #expect(
            ansi.contains(
                "\u{1B}]8;id=1;https://a.cn/?b&c\u{1B}\\a.cn \u{1B}]8;;\u{1B}\\"))
        #expect(ansi.replacing(/\u{1B}\]8;[^\u{1B}]*\u{1B}\\/, with: "") == grid(address: nil).ansi)
    }
}
