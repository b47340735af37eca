import SessionSupport
import Testing
import TextLayout

/// Listings fit the width that is asked for, or that of the terminal; in a pipe each entry stays one line without it.
@Suite struct WidthCommandTests {
    @Test(arguments: [
        ["list"], ["list", "project", "--connected-to", "drv-guizhou-new-path"], ["sources"], ["places"],
        ["actors"], ["tours"], ["claims"], ["search", "river"], ["network"], ["timeline"], ["matrix"],
    ])
    func `no line is wider than asked for, and no word is lost`(command: [String]) throws {
        for language in ["zh", "en"] {
            let whole = try Invocation(command + ["--lang", language]).output
            let fitted = try Invocation(command + ["--lang", language, "--width", "100"]).output
            for line in fitted.split(separator: "\n") { #expect(String(line).columns <= 100, "\(line)") }
            // Bars and titles of columns depend on the width.
            guard ![["matrix"], ["timeline"]].contains(command) else { continue }
            func letters(_ text: String) -> String { text.filter { !$0.isWhitespace } }
            #expect(letters(whole) == letters(fitted))
        }
    }

    @Test func `a terminal gets its own width`() throws {
        let terminal = try PseudoTerminal(
            [Program.built("triptych"), "actors", "--lang", "en"],
            environment: Program.environment(["TERM": "vt100"]), columns: 60)
        #expect(try terminal.end() == .exited(0))
        let lines = terminal.text.split(whereSeparator: \.isNewline).map(String.init)
        #expect(lines.count > 172)
        #expect(lines.allSatisfy { $0.columns <= 60 })
    }

    @Test(arguments: [
        ["show", "prj-chongqing-guiyang-railwya"], ["list", "--filter", "kind:project strenght:x"],
    ])
    func `sentences about a mistake are broken between words on a terminal, and not elsewhere`(
        command: [String]
    ) throws {
        let command = command + ["--lang", "en"]
        let invocation = try Invocation(command)
        let sentence = invocation.errors
        #expect(sentence.split(separator: "\n").contains { $0.count > 50 }, "\(sentence)")
        let terminal = try PseudoTerminal(
            [Program.built("triptych")] + command, environment: Program.environment(["TERM": "vt100"]),
            columns: 50)
        #expect(try terminal.end() == .exited(invocation.status))
        let lines = terminal.text.split(whereSeparator: \.isNewline).map(String.init)
        #expect(lines.allSatisfy { $0.columns <= 50 }, "\(lines)")
        #expect(lines.flatMap { $0.split(separator: " ") } == sentence.split(whereSeparator: \.isWhitespace))
    }
}
