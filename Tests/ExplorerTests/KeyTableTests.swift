import Foundation
import Screen
import Testing

@testable import Explorer

@Suite struct KeyTableTests {
    @Test func `no key asks for two things in one mode`() {
        for mode in Mode.allCases {
            let keys = KeyTable.bindings.filter { $0.modes.contains(mode) }.flatMap(\.keys)
            #expect(Set(keys).count == keys.count, "\(mode)")
        }
    }

    @Test func `every command is bound`() {
        #expect(Set(KeyTable.bindings.map(\.command)) == Set(Command.allCases))
    }

    @Test func `every command of a view can be reached without a letter`() {
        // A Chinese input method swallows letters; the help, from F1, runs whatever has no other key.
        for mode in [Mode.browse, .reader] {
            #expect(KeyTable.command(for: .function(1), in: mode) == .help)
            #expect(KeyTable.commands(in: mode).contains(.quit))
        }
    }

    @Test func `keys that type are commands nowhere in a list`() {
        let keys = KeyTable.bindings.filter { $0.modes.contains(.picker) }.flatMap(\.keys)
        #expect(!keys.contains { if case .character = $0 { true } else { false } })
    }

    @Test func `the whole table`() throws {
        try expect(KeyTable.markdown(.english), matchesFile: "key-table")
    }

    @Test(arguments: [LanguageChoice.english, .chinese])
    func `the README's table is the table's own`(language: LanguageChoice) throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let file = root.appending(path: "README.md")
        let text = try String(contentsOf: file, encoding: .utf8)
        let (start, end) = ("<!-- keys \(language.rawValue) -->\n", "<!-- end of keys -->")
        let from = try #require(text.range(of: start))
        let to = try #require(text.range(of: end, range: from.upperBound..<text.endIndex))
        let wanted = KeyTable.markdown(language)
        guard text[from.upperBound..<to.lowerBound] != wanted else { return }
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            let mended = text.replacingCharacters(in: from.upperBound..<to.lowerBound, with: wanted)
            try Data(mended.utf8).write(to: file)
        }
        Issue.record(
            "the README's key table is stale; mend it with RECORD=1 swift test --filter KeyTableTests")
    }
}
