import Testing

@testable import Screen

/// The drawings of cells compared with pictures made by hand.
@Suite struct CellDrawingTests {
    /// The pixels of a glyph in its cell, as rows of 10.
    private func pixels(_ character: Character) throws -> [[Bool]] {
        var pixels = Array(repeating: Array(repeating: false, count: 10), count: 20)
        for shape in try #require(CellDrawing(character), "\(character)").shapes {
            guard case .box(let x, let y, let width, let height) = shape else { continue }
            #expect(width > 0 && height > 0)
            try #require(x >= 0 && y >= 0 && x + width <= 10 && y + height <= 20)
            for row in y..<y + height { for column in x..<x + width { pixels[row][column] = true } }
        }
        return pixels
    }

    @Test(
        "lines leave the cell where their neighbours enter it",
        arguments: [
            ("left", "─┐┘┤┬┴┼╴╼", "━┓┛┫┳┻╋╸╾┑┽", "│┌└├╶╵╷╺┃┏┗┣"),
            ("right", "─┌└├┬┴┼╶╾", "━┏┗┣┳┻╋╺╼┍┾", "│┐┘┤╴╵╷╸┃┓┛┫"),
            ("up", "│└┘├┤┴┼╵╽", "┃┗┛┣┫┻╋╹╿┖╀", "─┌┐┬╴╶╷╻━┏┓┳"),
            ("down", "│┌┐├┤┬┼╷╿", "┃┏┓┣┫┳╋╻╽┎╁", "─└┘┴╴╶╵╹━┗┛┻"),
        ])
    func meets(side: String, light: String, heavy: String, none: String) throws {
        for (characters, filled) in [(light, 2), (heavy, 4), (none, 0)] {
            for character in characters {
                let pixels = try pixels(character)
                let edge =
                    switch side {
                    case "left": pixels.map { $0[0] }
                    case "right": pixels.map { $0[9] }
                    case "up": pixels[0]
                    default: pixels[19]
                    }
                #expect(edge.count { $0 } == filled, "\(character)")
                // The middle of the edge.
                #expect(edge == edge.reversed(), "\(character)")
            }
        }
    }

    @Test func `all lines except double ones are drawn`() throws {
        for value in 0x2500...0x257F as ClosedRange<UInt32> {
            let scalar = try #require(Unicode.Scalar(value))
            let drawing = CellDrawing(Character(scalar))
            #expect((drawing == nil) == (0x2550...0x256C).contains(value), "\(scalar)")
            #expect(drawing?.shapes.isEmpty != true, "\(scalar)")
        }
    }

    @Test(
        arguments: [
            ("┄", 3), ("┅", 3), ("┈", 4), ("┉", 4), ("╌", 2), ("╍", 2), ("┆", 3), ("┇", 3), ("┊", 4),
            ("┋", 4),
            ("╎", 2), ("╏", 2),
        ] as [(Character, Int)])
    func `dashes are as many as the name says`(character: Character, count: Int) throws {
        #expect(try #require(CellDrawing(character)).shapes.count == count)
    }

    @Test func `turns join their lines`() {
        for (character, right, down) in [
            ("╭", true, true), ("╮", false, true), ("╯", false, false), ("╰", true, false),
        ] as [(Character, Bool, Bool)] {
            #expect(CellDrawing(character)?.shapes == [.turn(right: right, down: down)])
        }
    }

    @Test(
        arguments: [
            ("█", 200), ("▀", 100), ("▄", 100), ("▌", 100), ("▐", 100), ("▖", 50), ("▗", 50), ("▘", 50),
            ("▝", 50),
            ("▙", 150), ("▚", 100), ("▛", 150), ("▜", 150), ("▞", 100), ("▟", 150), ("░", 200), ("▁", 20),
            ("▂", 50), ("▆", 150), ("▎", 60), ("▊", 160), ("▕", 20), ("▏", 20), ("▔", 30),
        ] as [(Character, Int)])
    func `blocks fill their part of the cell`(character: Character, area: Int) throws {
        #expect(try pixels(character).joined().count { $0 } == area)
    }

    @Test func `blocks and their counterparts make a whole`() throws {
        for (one, other) in [
            ("▀", "▄"), ("▌", "▐"), ("▘", "▟"), ("▝", "▙"), ("▚", "▞"), ("▖", "▜"), ("▗", "▛"),
        ]
            as [(Character, Character)]
        {
            let (first, second) = (try pixels(one), try pixels(other))
            for row in 0..<20 {
                for column in 0..<10 { #expect(first[row][column] != second[row][column]) }
            }
        }
        #expect(try pixels("▘")[0][0] && pixels("▝")[0][9] && pixels("▖")[19][0] && pixels("▗")[19][9])
        #expect(try pixels("▀")[0][0] && pixels("▌")[0][0] && pixels("▁")[19][0] && pixels("▎")[0][0])
    }

    @Test func `shades are partly opaque`() {
        #expect("░▒▓█".map { CellDrawing($0)?.quarters } == [1, 2, 3, 4])
    }

    @Test func `dots are evenly spaced, also between cells`() throws {
        let all = try pixels("⣿")
        for row in 0..<20 {
            for column in 0..<10 {
                #expect(all[row][column] == ((1...3).contains(row % 5) && (1...3).contains(column % 5)))
            }
        }
        for (character, row, column) in [
            ("⠁", 2, 2), ("⠂", 7, 2), ("⠄", 12, 2), ("⡀", 17, 2), ("⠈", 2, 7), ("⠐", 7, 7), ("⠠", 12, 7),
            ("⢀", 17, 7),
        ] as [(Character, Int, Int)] {
            #expect(try pixels(character)[row][column])
            #expect(try pixels(character).joined().count { $0 } == 9)
        }
    }

    @Test func `letters, marks and wide glyphs are left to the fonts`() {
        for character in "a中●═→é◆⌂" { #expect(CellDrawing(character) == nil) }
    }
}
