import Foundation
import SeededRandom
import SessionSupport
import Testing

@testable import Terminal

/// The bytes for the terminal's clipboard.
@Suite struct ClipboardTests {
    @Test func `base64 agrees with Foundation`() {
        var random = Seeded(seed: 52)
        for count in 0..<200 {
            let bytes = (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &random) }
            #expect(Terminal.base64(bytes) == Array(Data(bytes).base64EncodedData()))
        }
    }

    @Test func `a text is one OSC 52, and the next frame is unaffected`() throws {
        let stage = try Stage()
        let mark = stage.terminal.output.count
        stage.terminal.send("c")
        try stage.terminal.wait(for: "character(\"c\")", from: mark)
        let sent = String(decoding: stage.terminal.output[mark...], as: UTF8.self)
        let text = "渝贵铁路\u{1B}]0;title\u{07}\u{1B}\\ 开通"
        let offered = "\u{1B}]52;c;" + Data(text.utf8).base64EncodedString() + "\u{07}"
        #expect(sent.hasPrefix(offered))
        #expect(sent.count(of: "\u{1B}]") == 1, "the text begins no sequence of its own")
        stage.terminal.send("q")
        #expect(try stage.terminal.end() == .exited(0))
        stage.expectRestored()
    }

    @Test func `in tmux the picture is unchanged`() throws {
        let session = try TmuxSession(Stage.program)
        let before = try session.wait(for: "bright")
        try session.type("c")
        let after = try session.wait(for: "character(\"c\")")
        let lines = before.split(separator: "\n").filter { !$0.hasPrefix("key ") }
        for line in lines { #expect(after.contains(line)) }
    }

    @Test func `a text beyond the limit is not sent at all`() throws {
        let stage = try Stage()
        let mark = stage.terminal.output.count
        stage.terminal.send("C")
        try stage.terminal.wait(for: "false count", from: mark)
        #expect(!String(decoding: stage.terminal.output[mark...], as: UTF8.self).contains("\u{1B}]"))
    }
}
