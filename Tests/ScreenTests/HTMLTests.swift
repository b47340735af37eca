import GoldenSupport
import Screen
import Testing

@Suite struct HTMLTests {
    /// The picture in a page, which is also well-formed XML for a strict parser.
    private func picture(in page: String) throws -> ParsedXML {
        let start = try #require(page.range(of: "<pre")?.lowerBound)
        let end = try #require(page.range(of: "</pre>")?.upperBound)
        return try ParsedXML(String(page[start..<end]))
    }

    @Test func `a styled pane equals the recorded one`() throws {
        try expect(Snapshots.pane.html(Snapshots.caption), matchesFile: "pane.html", in: "Goldens")
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func `copied text is the grid's text, and each run is as wide as its columns`(seed: UInt64) throws {
        let grid = Snapshots.random(seed: seed)
        let picture = try picture(in: grid.html(Snapshots.caption))
        // The parser, unlike that of HTML, keeps the line end after <pre>.
        let text = try #require(picture.elements.first { $0.name == "pre" }?.text.dropFirst())
        var copied = Grid(size: grid.size)
        for (row, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            copied.write(String(line), at: Point(row: row, column: 0), in: Rect(grid.size))
        }
        #expect(copied.description == grid.description)
        for span in picture.elements where span.attributes["style"] != nil {
            #expect(span.attributes["style"] == "width:\(span.text.columns)ch")
        }
        // Glyphs with a width that depends on the font get an explicit width.
        for span in picture.elements where span.attributes["style"] == nil && span.name == "span" {
            #expect(span.text.unicodeScalars.allSatisfy { $0.value < 0x300 })
        }
    }

    @Test(arguments: Snapshots.hostile)
    func `no text leaves its element`(text: String) throws {
        var grid = Grid(size: Size(columns: 60, rows: 1))
        grid.write(text, in: Rect(grid.size))
        let page = grid.html(Caption(title: text, description: text, language: text))
        let picture = try picture(in: page)
        #expect(Set(picture.elements.map(\.name)).isSubset(of: ["pre", "span", "i"]))
        let known: Set = ["class", "style", "lang", "role", "aria-label"]
        #expect(Set(picture.elements.flatMap { $0.attributes.keys }).isSubset(of: known))
        let elements = page.matches(of: /<([a-z]+)/).map { String($0.1) }
        #expect(elements.prefix(7) == ["html", "head", "meta", "meta", "title", "meta", "style"])
        #expect(elements.filter { !["span", "i"].contains($0) }.suffix(2) == ["body", "pre"])
        for scalar in page.unicodeScalars where scalar != "\n" {
            #expect(scalar.properties.generalCategory != .control)
            #expect(
                !("\u{202A}"..."\u{202E}").contains(scalar) && !("\u{2066}"..."\u{2069}").contains(scalar))
        }
    }

    @Test func `the page has no scripts and loads nothing`() {
        let page = Snapshots.pane.html(Snapshots.caption)
        for word in ["http", "href", "src=", "url(", "@import", "<script", "<link"] {
            #expect(!page.contains(word))
        }
    }

    @Test func `an empty first row is not taken as the line end after the tag`() throws {
        var grid = Grid(size: Size(columns: 3, rows: 2))
        grid.write("x", at: Point(row: 1, column: 0), in: Rect(grid.size))
        #expect(try picture(in: grid.html(Snapshots.caption)).elements.first?.text == "\n\nx\n")
    }
}
