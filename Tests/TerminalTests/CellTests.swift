import CNcurses
import Screen
import SessionSupport
import Testing
import TextLayout

@testable import Terminal

/// What ncurses is given for a character, and what comes of it on a terminal.
@Suite struct CellTests {
    @Test(arguments: [
        ("a", 1, ["a"]), ("渝", 2, ["渝"]), ("é", 1, ["é"]), ("e\u{301}", 1, ["e\u{301}"]),
        ("हि", 2, ["ह", "ि"]),
        ("क्ष", 2, ["क्", "ष"]), ("กำ", 2, ["ก", "ำ"]), ("ที่", 1, ["ที่"]), ("👩‍👩‍👧", 2, ["👩"]), ("🇫🇷", 2, ["F", "R"]),
        ("❤️", 2, ["❤", " "]), ("\u{25CC}\u{301}", 1, ["\u{25CC}\u{301}"]), ("\u{301}", 1, [" \u{301}"]),
        ("각", 2, ["각"]), ("سَ", 1, ["سَ"]), ("“", 1, ["“"]), ("“", 2, ["“", " "]),
    ])
    func `a character is one cell, or cells side by side`(_ text: String, _ columns: Int, _ cells: [String]) {
        let attributes = CellAttributes.unstyled
        let run = attributes.cells(of: Cell(Character(text)), columns: columns).map { cell in
            var text = String.UnicodeScalarView()
            let chars = [cell.chars.0, cell.chars.1, cell.chars.2, cell.chars.3, cell.chars.4]
            for char in chars where char != 0 { text.append(Unicode.Scalar(UInt32(char))!) }
            return String(text)
        }
        #expect(run.map { Array($0.unicodeScalars) } == cells.map { Array($0.unicodeScalars) })
    }

    @Test func `ncurses counts columns as the grid does`() {
        #expect(CellAttributes.columns(of: 0x6E1D) == 2)
        #expect(CellAttributes.columns(of: 0x301) == 0)
        #expect(CellAttributes.columns(of: 0x1B) == -1)
        #expect(CellAttributes.columns(of: -1) == -1)
        #expect(CellAttributes.columns(of: 0x1FAE8) == 2, "Unicode 15")
    }

    // The number behind the ambiguous characters is the only change, and is written where the terminal has it.
    @Test(arguments: [(AmbiguousWidth.narrow, 16), (.wide, 21)])
    func `text behind ambiguous characters is where the terminal has it`(
        _ width: AmbiguousWidth, _ column: Int
    ) throws {
        let stage = try Stage(environment: ["REHEARSAL_AMBIGUOUS": width.rawValue])
        let first = try stage.terminal.wait(for: "count 0 end")
        #expect(String(decoding: first, as: UTF8.self).contains("①“渝”… é count 0 end"))
        let mark = stage.terminal.output.count
        stage.terminal.send("x")
        try stage.terminal.wait(for: "\u{1B}[9;\(column)H1", from: mark)
    }

    @Test func `letters with spacing marks are whole in tmux`() throws {
        let session = try TmuxSession(Stage.program)
        let picture = try session.wait(for: "bright")
        #expect(picture.contains("成渝双城经济圈 हिन्दी क्षि กำ"))
    }
}
