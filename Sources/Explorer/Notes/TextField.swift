import Screen
import TextLayout

/// A text field: a text with a cursor.
///
/// It is stored as the parts before and after the cursor, so that a typed combining mark or a part of an emoji
/// joins the character before it, and the cursor is never inside a character.
struct TextField: Equatable, Sendable {
    private(set) var before: String
    private(set) var after = ""
    /// The limit in bytes for typing; a longer text can still be shortened.
    let capacity: Int

    /// A text with the cursor at its end.
    init(_ text: String, capacity: Int) {
        before = text
        self.capacity = capacity
    }

    var text: String { before + after }

    /// Types a character at the cursor; false if the text is full.
    mutating func insert(_ character: Character) -> Bool {
        let isControl =
            character != "\n"
            && character.unicodeScalars.contains {
                $0.properties.generalCategory == .control
            }
        guard !isControl, before.utf8.count + after.utf8.count + character.utf8.count <= capacity else {
            return false
        }
        before.append(character)
        return true
    }

    /// Edits with a key, as in shells; false for a key without an editing function.
    mutating func edit(_ key: Key) -> Bool {
        switch key {
        case .backspace: _ = before.popLast()
        case .delete: if !after.isEmpty { after.removeFirst() }
        case .control("w"), .eraseWord: eraseWord()
        case .alt("d"): after = String(after.dropFirst(Self.wordLength(of: after)))
        case .wordLeft, .alt("b"):
            for _ in 0..<Self.wordLength(of: before.reversed()) { move(by: -1) }
        case .wordRight, .alt("f"): for _ in 0..<Self.wordLength(of: after) { move(by: 1) }
        case .control("u"): before = String(before.reversed().drop { $0 != "\n" }.reversed())
        case .control("k"): after = String(after.drop { $0 != "\n" })
        case .character, .control, .alt, .enter, .escape, .tab, .backTab, .insert, .up, .down, .left, .right,
            .home, .end, .pageUp, .pageDown, .function:
            return false
        }
        return true
    }

    /// Moves the cursor by one character.
    mutating func move(by step: Int) {
        if step < 0 {
            if let last = before.popLast() { after = String(last) + after }
        } else if !after.isEmpty {
            before.append(after.removeFirst())
        }
    }

    /// Moves the cursor to an index of the whole text.
    fileprivate mutating func moveCursor(to index: String.Index, of text: String) {
        before = String(text[..<index])
        after = String(text[index...])
    }

    /// Erases the word before the cursor and the spaces after it.
    private mutating func eraseWord() {
        before.removeLast(Self.wordLength(of: before.reversed()))
    }

    /// The number of characters of the first word of a text and of the spaces and marks before it. A word is a run of
    /// letters and digits of any script, as in shells, so that a Chinese phrase without marks is one.
    private static func wordLength(of text: some Collection<Character>) -> Int {
        let rest = text.drop { !$0.isLetter && !$0.isNumber }
        return text.count - rest.count + rest.prefix { $0.isLetter || $0.isNumber }.count
    }
}

extension TextField {
    /// The text wrapped to lines, with the cursor's position.
    struct Layout: Sendable {
        let text: String
        let columns: Int
        let lines: [Range<String.Index>]
        /// The number of the cursor's line.
        let row: Int
        /// The columns before the cursor in its line.
        let column: Int

        /// Reuses the wrapped lines of an earlier layout if the text is the same.
        init(_ field: TextField, columns: Int, known: Layout? = nil) {
            self.columns = columns
            if let known, known.columns == columns, known.text == field.text {
                (text, lines) = (known.text, known.lines)
            } else {
                #if DEBUG
                    LaidOutText.observer?(.editor)
                #endif
                text = field.text
                // The cursor needs a column of its own after a full line.
                let lines = Wrapping.ranges(of: text, columns: max(1, columns - 1))
                let end = text.endIndex
                self.lines = text.last?.isNewline == true ? lines + [end..<end] : lines
            }
            let cursor = text.utf8.index(text.startIndex, offsetBy: field.before.utf8.count)
            row = max(0, lines.lastIndex { $0.lowerBound <= cursor } ?? 0)
            // Spaces at the end of a full line, and those removed before the first line, take no column.
            let start = min(lines[row].lowerBound, cursor)
            column = min(String(text[start..<cursor]).columns, max(0, columns - 1))
        }

        /// The index in a line nearest to a column.
        fileprivate func index(row: Int, column: Int) -> String.Index {
            var used = 0
            for index in text[lines[row]].indices {
                let columns = String(text[index]).columns
                if used + columns > column { return index }
                used += columns
            }
            return lines[row].upperBound
        }
    }

    /// Moves the cursor in the text as laid out.
    mutating func move(_ movement: Movement, in layout: Layout) {
        switch movement {
        case .left: move(by: -1)
        case .right: move(by: 1)
        case .up where layout.row > 0:
            moveCursor(to: layout.index(row: layout.row - 1, column: layout.column), of: layout.text)
        case .down where layout.row + 1 < layout.lines.count:
            moveCursor(to: layout.index(row: layout.row + 1, column: layout.column), of: layout.text)
        case .up, .pageUp: moveCursor(to: layout.text.startIndex, of: layout.text)
        case .down, .pageDown: moveCursor(to: layout.text.endIndex, of: layout.text)
        case .first: moveCursor(to: layout.lines[layout.row].lowerBound, of: layout.text)
        case .last: moveCursor(to: layout.lines[layout.row].upperBound, of: layout.text)
        }
    }
}

extension TextField {
    /// The visible part of a text of one line: the number of characters skipped at its start so that the cursor is
    /// visible, and the cursor's column.
    ///
    /// The text moves by half of the field, so that there is something to read on both sides of the cursor, and the
    /// same text and cursor always look the same.
    func window(columns: Int) -> (skipped: Int, cursor: Int) {
        var rest = Array(before)[...]
        var cursor = before.columns
        // The cursor needs a column of its own after the text.
        let room = max(0, columns - 1)
        guard cursor > room else { return (0, cursor) }
        let step = max(1, room / 2)
        // The least number of steps after which the cursor is in the field.
        var hidden = (cursor - room + step - 1) / step * step
        while hidden > 0, let first = rest.popFirst() {
            let columns = String(first).columns
            (cursor, hidden) = (cursor - columns, hidden - columns)
        }
        return (before.count - rest.count, max(0, cursor))
    }
}
