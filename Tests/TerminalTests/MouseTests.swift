import Screen
import SessionSupport
import Testing

@testable import Terminal

/// The mouse: off until it is asked for, and off again at the end.
@Suite struct MouseTests {
    @Test(arguments: [
        ("<0;10;5M", MouseEvent(.press, at: Point(row: 4, column: 9))),
        ("<4;1;1M", MouseEvent(.press, at: Point(row: 0, column: 0))),
        ("<64;300;200M", MouseEvent(.wheelUp, at: Point(row: 199, column: 299))),
        ("<65;1;2M", MouseEvent(.wheelDown, at: Point(row: 1, column: 0))), ("<0;10;5m", nil),
        ("<1;10;5M", nil),
        ("<35;1;1M", nil), ("<0;0;5M", nil), ("<0;5M", nil), ("<0;1;2;3M", nil), ("0;10;5M", nil),
        ("<M", nil),
        ("<99999999999999999999;1;1M", nil),
        ("<0;99999999999999999999;1M", MouseEvent(.press, at: Point(row: 0, column: 65534))),
    ])
    func `a report is one event, or none`(_ sequence: String, _ event: MouseEvent?) {
        #expect(KeySequence.mouse(Array(sequence.utf8)[...]) == event)
    }

    @Test func `reports count only while the mouse is in use`() throws {
        let stage = try Stage()
        #expect(!stage.terminal.text.contains("\u{1B}[?1000h"))
        stage.terminal.send("\u{1B}[<0;10;5Mm")
        try stage.terminal.wait(for: "character(\"m\") count 1")
        stage.terminal.send("\u{1B}[<0;10;5M")
        try stage.terminal.wait(for: "mouse press 4,9 count 2")
        #expect(stage.terminal.text.contains("\u{1B}[?1000h\u{1B}[?1006h"))
        stage.terminal.send("m")
        try stage.terminal.wait(for: "count 3")
        stage.terminal.send("\u{1B}[<0;10;5M\u{1B}[A")
        try stage.terminal.wait(for: "up count 4")
        stage.terminal.send("q")
        #expect(try stage.terminal.end() == .exited(0))
        stage.expectRestored()
    }

    @Test func `however the program ends, the mouse is the terminal's again`() throws {
        let stage = try Stage()
        stage.terminal.send("m")
        try stage.terminal.wait(for: "count 1")
        stage.terminal.signal(15)
        #expect(try stage.terminal.end() == .exited(143))
        stage.expectRestored()
        let off = stage.terminal.text.lastPosition(of: "\u{1B}[?1000l") ?? -1
        #expect(off > (stage.terminal.text.lastPosition(of: "\u{1B}[?1000h") ?? .max))
    }
}
