import GoldenSupport
import Screen
import Testing

@Suite struct SVGTests {
    @Test func `a styled pane equals the recorded one`() throws {
        try expect(Snapshots.pane.svg(Snapshots.caption), matchesFile: "pane.svg", in: "Goldens")
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func `each glyph is in its column, and the text is that of the grid`(seed: UInt64) throws {
        let grid = Snapshots.random(seed: seed)
        let picture = try ParsedXML(grid.svg(Snapshots.caption))
        #expect(picture.attributes(of: "svg").first?["width"] == "\(grid.size.columns * 10 + 20)")
        #expect(picture.attributes(of: "svg").first?["height"] == "\(grid.size.rows * 20 + 20)")
        var copied = Grid(size: grid.size)
        for element in picture.elements where element.name == "tspan" {
            let x = try #require(element.attributes["x"].flatMap { Int($0) })
            let length = try #require(element.attributes["textLength"].flatMap { Int($0) })
            let y = try #require(element.parent?["y"].flatMap { Int($0) })
            #expect(x % 10 == 0 && y % 20 == 15)
            #expect(length == element.text.columns * 10)
            copied.write(element.text, at: Point(row: y / 20, column: x / 10), in: Rect(grid.size))
            let isWide = element.attributes["class"]?.split(separator: " ").contains("w") == true
            #expect(isWide == (element.text.first.map { String($0).columns } == 2))
        }
        #expect(copied.description == grid.description)
    }

    @Test(arguments: Snapshots.hostile)
    func `no text leaves its element`(text: String) throws {
        var grid = Grid(size: Size(columns: 60, rows: 1))
        grid.write(text, in: Rect(grid.size))
        let svg = grid.svg(Caption(title: text, description: text, language: text))
        let picture = try ParsedXML(svg)
        let known: Set = ["svg", "title", "desc", "style", "rect", "g", "path", "text", "tspan"]
        #expect(Set(picture.elements.map(\.name)).isSubset(of: known))
        #expect(picture.elements.count { $0.name == "title" } == 1)
        #expect(
            picture.elements.flatMap { $0.attributes.keys }.allSatisfy { !$0.lowercased().hasPrefix("on") })
        let title = picture.elements.first { $0.name == "title" }?.text
        #expect(title == picture.elements.first { $0.name == "desc" }?.text)
        #expect(title?.columns == text.columns)
        for scalar in svg.unicodeScalars where scalar != "\n" {
            #expect(scalar.properties.generalCategory != .control)
            #expect(
                !("\u{202A}"..."\u{202E}").contains(scalar) && !("\u{2066}"..."\u{2069}").contains(scalar))
            #expect(scalar.value & 0xFFFE != 0xFFFE)
        }
    }

    @Test func `the picture has no scripts and loads nothing`() throws {
        let svg = Snapshots.pane.svg(Snapshots.caption)
        for word in ["href", "url(", "@import", "<script", "<image", "<foreignObject"] {
            #expect(!svg.contains(word))
        }
        #expect(svg.components(separatedBy: "http").count == 2, "only the name of SVG itself")
    }

    @Test func `captions are escaped once`() throws {
        let picture = try ParsedXML(Snapshots.pane.svg(Snapshots.caption))
        #expect(picture.elements.first { $0.name == "title" }?.text == Snapshots.caption.title)
        #expect(picture.elements.first { $0.name == "desc" }?.text == Snapshots.caption.description)
        #expect(picture.attributes(of: "svg").first?["lang"] == "zh-Hans")
    }

    @Test func `an empty grid is a picture too`() throws {
        let picture = try ParsedXML(Grid(size: Size(columns: 0, rows: 0)).svg(Snapshots.caption))
        #expect(picture.elements.allSatisfy { $0.name != "text" && $0.name != "path" })
    }
}
