import GoldenSupport
import Screen
import Testing

@Suite struct ANSITests {
    @Test func `a styled pane equals the recorded one`() throws {
        try expect(
            Snapshots.pane.ansi.replacing("\u{1B}", with: "␛"), matchesFile: "pane.ansi", in: "Goldens")
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func `played back it is the same picture, with only SGR sequences`(seed: UInt64) {
        let grid = Snapshots.random(seed: seed)
        let lines = grid.ansi.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count == grid.size.rows + 1 && lines.last == "")
        var played = Grid(size: grid.size)
        for (row, line) in lines.dropLast().enumerated() {
            var (column, style) = (0, Style.plain)
            var rest = line.unicodeScalars[...]
            var text = ""
            func flush() {
                column += played.write(
                    text, at: Point(row: row, column: column), in: Rect(grid.size), style: style)
                text = ""
            }
            while let scalar = rest.popFirst() {
                guard scalar == "\u{1B}" else {
                    #expect(scalar.properties.generalCategory != .control)
                    text.unicodeScalars.append(scalar)
                    continue
                }
                flush()
                #expect(rest.popFirst() == "[")
                let codes = rest.prefix { $0 != "m" }
                #expect(codes.allSatisfy { ("0"..."9").contains($0) || $0 == ";" })
                rest = rest.dropFirst(codes.count + 1)
                for code in String(String.UnicodeScalarView(codes)).split(separator: ";") {
                    Self.apply(Int(code) ?? -1, to: &style)
                }
            }
            flush()
            #expect(style == .plain, "row \(row) does not end plain")
        }
        #expect(played.description == grid.description)
        for row in 0..<grid.size.rows {
            for column in 0..<grid.size.columns
            where grid[row, column].character != " "
                || !grid[row, column].style.attributes.isDisjoint(with: [.underline, .reverse])
            {
                #expect(played[row, column].style == grid[row, column].style, "\(row), \(column)")
            }
        }
    }

    /// Applies a parameter of SGR as a terminal does.
    private static func apply(_ code: Int, to style: inout Style) {
        switch code {
        case 0: style = .plain
        case 1: style.attributes.insert(.bold)
        case 2: style.attributes.insert(.dim)
        case 4: style.attributes.insert(.underline)
        case 7: style.attributes.insert(.reverse)
        case 30...37: style.colour = Colour(rawValue: UInt8(code - 30))
        case 90...97: style.colour = Colour(rawValue: UInt8(code - 90 + 8))
        default: Issue.record("an unknown style \(code)")
        }
    }
}
