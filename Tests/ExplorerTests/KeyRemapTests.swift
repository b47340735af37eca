import Screen
import Testing

@testable import Explorer

/// Other keys for commands, and other styles.
@Suite struct KeyRemapTests {
    private func remaps(_ given: [(Command, [Key])]) -> KeyRemaps {
        given.reduce(into: KeyRemaps()) { #expect($0.give($1.1, to: $1.0).isEmpty) }
    }

    @Test func `commands have names of their own, which lead back to them`() {
        let commands = Set(KeyTable.rows.map(\.command))
        #expect(Set(commands.map(\.name)).count == commands.count)
        for command in commands {
            #expect(Command(name: command.name) == command)
            #expect(command.name.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil, "\(command.name)")
        }
        #expect(Command(name: "pane-fold-all") == .pane(.foldAll))
        #expect(Command(name: "view-browse") == nil, "it has no key")
    }

    @Test func `every key of the table is written as the help writes it`() {
        for key in Set(KeyTable.rows.flatMap(\.keys)) {
            #expect(Key(label: key.label) == key, "\(key.label)")
            #expect(key.label.count == 1 || Key(label: key.label.lowercased()) == key, "\(key.label)")
        }
        for (label, key) in [
            ("Ctrl-I", Key.tab), ("C-t", .control("t")), ("up", .up), ("？", "?"), ("f12", .function(12)),
        ] {
            #expect(Key(label: label) == key)
        }
        for label in ["", "xy", "F13", "F0", "Ctrl-", "Ctrl-1", "Alt-X", "\u{7}", "Hyper-X"] {
            #expect(Key(label: label) == nil, "\(label)")
        }
    }

    @Test func `a key given to a command is its only one, and is taken from any other`() throws {
        let given = remaps([(.note(.copy), ["x", .function(5)])])
        for mode in Mode.allCases {
            let rows = KeyTable.rows(in: mode, remapped: given)
            let keys = rows.flatMap(\.keys)
            #expect(Set(keys).count == keys.count, "\(mode)")
            let own = rows.filter { $0.command == .note(.copy) }
            #expect(own.allSatisfy { $0.keys == ["x", .function(5)] && $0.hint != nil })
            if own.isEmpty {
                #expect(rows.map(\.keys) == KeyTable.rows(in: mode, remapped: KeyRemaps()).map(\.keys))
            } else {
                #expect(!keys.contains("y"))
            }
        }
        let matrix = KeyTable.rows(in: .view(.chart(.matrix)), remapped: given)
        let bereft = try #require(matrix.first { $0.command == .chart(MatrixChart.command(.rows)) })
        #expect(bereft.keys.isEmpty && bereft.hint == nil)
        let loss = try #require(given.bereft.first { $0.command == .chart(MatrixChart.command(.rows)) })
        #expect(loss.key == "x" && loss.taker == .note(.copy) && loss.modes == [.view(.chart(.matrix))])
        // F5 and z zoom a pane: one of them is left.
        #expect(!given.bereft.contains { $0.command == .pane(.zoom) })
    }

    @Test func `two commands that can meet do not get one key`() {
        var given = remaps([(.note(.copy), ["x"])])
        let clashes = given.give(["x", "%"], to: .view(.chart(.matrix)))
        #expect(clashes.map(\.key) == ["x"])
        #expect(clashes.map(\.clash) == [.taken(by: .note(.copy), in: .view(.browse))])
        #expect(given.keys(of: .view(.chart(.matrix)), in: .view(.browse)) == ["%"])
        // The keys of two charts never meet.
        #expect(given.give(["$"], to: .chart(MatrixChart.command(.rows))).isEmpty)
        #expect(given.give(["$"], to: .chart(ClaimsChart.command(.order))).isEmpty)
    }

    @Test func `letters are typed where a text is edited`() {
        var given = remaps([(.program(.redraw), ["%", .control("g")])])
        #expect(given.keys(of: .program(.redraw), in: .view(.browse)) == ["%", .control("g")])
        #expect(given.keys(of: .program(.redraw), in: .list(.search)) == [.control("g")])
        #expect(given.give(["k"], to: .list(.choose)).map(\.clash) == [.types])
        #expect(given.keys(of: .list(.choose), in: .list(.search)) == nil, "it keeps its own")
        // Letters alone leave a command its own keys there.
        #expect(given.give(["%"], to: .program(.suspend)).count == 1)
        #expect(given.give(["!"], to: .program(.suspend)).isEmpty)
        #expect(given.keys(of: .program(.suspend), in: .note) == nil)
    }

    @Test func `no keys take a command's keys away`() {
        let given = remaps([(.talk(.hand), [])])
        #expect(
            KeyTable.rows(in: .following, remapped: given).first { $0.command == .talk(.hand) }?.keys == [])
    }

    @Test func `a theme without colours has none, and styles keep their words`() {
        for name in StyleName.allCases {
            #expect(Palette(.mono)[name] == Style(Palette.standard[name].attributes))
            #expect(Palette(.contrast)[name].colour == nil)
            #expect(!Palette(.contrast)[name].attributes.contains(.dim))
            let style = Palette.standard[name]
            #expect(Style(words: style.words) == style)
        }
        #expect(
            Style(words: "underline bright-black bold") == Style([.bold, .underline], colour: .brightBlack))
        for words in ["", "pink", "red blue", "plain red"] { #expect(Style(words: words) == nil, "\(words)") }
        // What stands for different things looks different without colour.
        let contrast = Palette(.contrast)
        #expect(contrast[.sourced] != contrast[.interpretation] && contrast[.selected] != contrast[.title])
    }

    @Test func `the focused pane gets its share, and the others keep the least`() {
        #expect(Browse.Layout.widths(of: 202, focus: 1, share: 70) == [30, 140, 30])
        #expect(Browse.Layout.widths(of: 80, focus: 0, share: 80) == [54, 12, 12])
        for columns in 72...200 {
            for share in [nil, 34, 80] {
                let widths = Browse.Layout.widths(of: columns, focus: 2, share: share)
                #expect(widths.reduce(0, +) == columns - 2 && widths.allSatisfy { $0 >= 12 })
            }
        }
    }
}
