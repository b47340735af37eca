import Screen
import SeededRandom
import Testing

@testable import Explorer

/// Editing text by characters as readers perceive them, in any script.
@Suite struct TextFieldTests {
    private func field(_ text: String, left: Int = 0) -> TextField {
        var field = TextField(text, capacity: 1000)
        for _ in 0..<left { field.move(by: -1) }
        return field
    }

    private func typed(_ text: String, into field: TextField = TextField("", capacity: 1000)) -> TextField {
        var field = field
        // A terminal sends one scalar after another.
        for scalar in text.unicodeScalars { _ = field.insert(Character(scalar)) }
        return field
    }

    @Test func `scalars that arrive separately join into one character`() {
        for whole in ["渝", "e\u{301}", "👩‍👩‍👧", "🇨🇳", "각", "\u{1112}\u{1161}\u{11AB}"] {
            var field = typed("a" + whole + "b")
            #expect(field.text == "a" + whole + "b")
            field.move(by: -1)
            _ = field.edit(.backspace)
            #expect(field.text == "ab")
        }
    }

    @Test func `editing keys act at the cursor`() {
        let cases: [(Key, String, Int, String)] = [
            (.backspace, "渝黔", 1, "黔"), (.backspace, "渝黔", 2, "渝黔"), (.delete, "渝黔", 2, "黔"),
            (.delete, "渝黔", 0, "渝黔"), (.control("u"), "one two", 3, "two"),
            (.control("k"), "one two", 3, "one "),
            (.control("w"), "one two", 0, "one "), (.eraseWord, "one two ", 0, "one "),
            (.control("w"), "见 渝黔", 0, "见 "), (.control("w"), "", 0, ""), (.control("u"), "a\nbc", 1, "a\nc"),
            (.control("w"), "kind:project ", 0, "kind:"), (.alt("d"), "one two", 4, "one"),
            (.control("w"), "渝贵铁路建设", 0, ""), (.control("w"), "渝黔，2022年", 0, "渝黔，"),
            (.alt("d"), "见渝黔 one", 6, "见 one"), (.alt("d"), "one", 0, "one"),
        ]
        for (key, before, left, after) in cases {
            var field = field(before, left: left)
            let isEdit = field.edit(key)
            #expect(isEdit)
            #expect(field.text == after, "\(key) in \(before)")
        }
        var field = field("x")
        let isEdit = field.edit(.tab)
        #expect(!isEdit)
        #expect(typed("ab", into: self.field("渝黔", left: 1)).text == "渝ab黔")
    }

    @Test func `the cursor moves by words; a run of Chinese characters is one`() {
        let cases: [(Key, String, Int, String)] = [
            (.wordLeft, "one two", 0, "one "), (.wordLeft, "one two", 3, ""), (.alt("b"), "one, two ", 4, ""),
            (.wordLeft, "见 渝黔", 0, "见 "), (.wordLeft, "见 渝", 1, ""), (.wordLeft, "", 0, ""),
            (.wordRight, "one two", 7, "one"), (.alt("f"), "one two", 4, "one two"),
            (.wordRight, "渝黔 one", 6, "渝黔"), (.wordRight, "渝", 0, "渝"),
        ]
        for (key, text, left, before) in cases {
            var field = field(text, left: left)
            let isEdit = field.edit(key)
            #expect(isEdit && field.text == text)
            #expect(field.before == before, "\(key) in \(text)")
        }
    }

    @Test func `control characters and text beyond the capacity are refused`() {
        var field = TextField("", capacity: 4)
        let taken = ["\u{1B}", "\u{7}", "\u{9B}", "\t", "渝", "黔", "a"].map { field.insert($0) }
        #expect(taken == [false, false, false, false, true, false, true])
        #expect(field.text == "渝a")
    }

    @Test func `the cursor moves by wrapped lines`() {
        var field = field("渝黔毗邻 cooperation\n第二行", left: 0)
        let layout = TextField.Layout(field, columns: 12)
        #expect(layout.lines.map { String(layout.text[$0]) } == ["渝黔毗邻", "cooperation", "第二行"])
        #expect((layout.row, layout.column) == (2, 6))
        field.move(.up, columns: 12)
        #expect(field.before == "渝黔毗邻 cooper")
        field.move(.up, columns: 12)
        #expect(field.before == "渝黔毗")
        field.move(.up, columns: 12)
        #expect(field.before.isEmpty)
        field.move(.down, columns: 12)
        field.move(.last, columns: 12)
        #expect(field.before == "渝黔毗邻 cooperation")
        field.move(.first, columns: 12)
        #expect(field.before == "渝黔毗邻 ")
        field.move(.pageDown, columns: 12)
        #expect(field.after.isEmpty)
    }

    @Test func `a new line exists before it has text`() {
        let layout = TextField.Layout(field("one\n"), columns: 20)
        #expect((layout.row, layout.column) == (1, 0))
        #expect(layout.lines.count == 2)
    }

    @Test func `the cursor may be before the first line if its spaces were removed`() {
        var field = field("  渝")
        for columns in 0...4 {
            field.move(.pageUp, columns: columns)
            #expect(TextField.Layout(field, columns: columns).row == 0)
            #expect(TextField.Layout(field, columns: columns).column == 0)
        }
    }

    @Test func `a field scrolls by half of itself, and shows text on both sides of the cursor`() {
        let text = "mode:横向平等协调 place:綦江 year:2018..2022"
        var field = field(text)
        #expect(field.window(columns: 60).skipped == 0)
        var skips: [Int] = []
        for left in 0...text.count {
            let (skipped, cursor) = field.window(columns: 21)
            #expect((0...20).contains(cursor), "\(left)")
            #expect(String(text.dropFirst(skipped).prefix(text.count - left - skipped)).columns == cursor)
            if skips.last != skipped { skips.append(skipped) }
            field.move(by: -1)
        }
        #expect(skips.last == 0 && skips == skips.sorted(by: >))
        #expect(skips.count <= 5, "it does not move with each key")
        #expect(field.window(columns: 0).cursor == 0 && field.window(columns: 1).cursor == 0)
    }

    @Test(arguments: 0..<10) func `after any keys the text is the sum of its parts`(seed: UInt64) {
        var random = Seeded(seed: seed)
        var field = TextField("渝黔 one", capacity: 200)
        let keys: [Key] = [
            "a", " ", "渝", "\u{301}", "\u{200D}", "👩", "🇨", "，", .backspace, .delete, .control("w"),
            .wordLeft, .wordRight, .alt("d"), .control("u"),
            .control("k"),
        ]
        for _ in 0..<500 {
            let columns = Int.random(in: 0...30, using: &random)
            if let movement = Movement.allCases.randomElement(using: &random), Bool.random(using: &random) {
                field.move(movement, columns: columns)
            } else if case .character(let character)? = keys.randomElement(using: &random) {
                _ = field.insert(Bool.random(using: &random) ? character : "\n")
            } else {
                _ = field.edit(keys.randomElement(using: &random) ?? .backspace)
            }
            let layout = TextField.Layout(field, columns: columns)
            #expect(layout.lines.indices.contains(layout.row))
            #expect((0...max(0, columns - 1)).contains(layout.column))
            #expect(field.text.utf8.count <= 200)
        }
    }
}

extension TextField {
    fileprivate mutating func move(_ movement: Movement, columns: Int) {
        move(movement, in: Layout(self, columns: columns))
    }
}
