import Screen
import TextLayout

/// A text that is being written, with a cursor in it.
///
/// It is kept as what stands before the cursor and what stands after it, so that whatever is typed, a combining mark
/// or the parts of an emoji too, joins with what it belongs to, and the cursor never stands inside a character.
struct TextField: Equatable, Sendable {
    private(set) var before: String
    private(set) var after = ""
    /// The limit in bytes for typing; a text that is longer already can still be shortened.
    let capacity: Int

    /// A text with the cursor behind it.
    init(_ text: String, capacity: Int) {
        before = text
        self.capacity = capacity
    }

    /// The whole text.
    var text: String { before + after }

    /// Types a character at the cursor; false where there is no room for it.
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

    /// Takes a key that edits, as in shells; false for any other.
    mutating func edit(_ key: Key) -> Bool {
        switch key {
        case .backspace: _ = before.popLast()
        case .delete: if !after.isEmpty { after.removeFirst() }
        case .control("w"): eraseWord()
        case .control("u"): before = String(before.reversed().drop { $0 != "\n" }.reversed())
        case .control("k"): after = String(after.drop { $0 != "\n" })
        case .character, .control, .enter, .escape, .tab, .backTab, .insert, .up, .down, .left, .right, .home,
            .end, .pageUp, .pageDown, .function:
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

    /// Puts the cursor at an index of the whole text.
    fileprivate mutating func moveCursor(to index: String.Index, of text: String) {
        before = String(text[..<index])
        after = String(text[index...])
    }

    /// Erases the word before the cursor and the spaces behind it; of Chinese, a character is a word.
    private mutating func eraseWord() {
        while before.last?.isWhitespace == true { before.removeLast() }
        guard let last = before.popLast(), last.isLatin else { return }
        while let previous = before.last, previous.isLatin { before.removeLast() }
    }
}

extension Character {
    fileprivate var isLatin: Bool { (isLetter || isNumber) && String(self).columns == 1 }
}

extension TextField {
    /// The text laid out in lines, and where the cursor is in them.
    struct Layout: Sendable {
        let text: String
        let columns: Int
        let lines: [Range<String.Index>]
        /// The number of the line that the cursor stands in.
        let row: Int
        /// The columns before the cursor in its line.
        let column: Int

        /// Lines of the same text that are known from an earlier layout are not wrapped again.
        init(_ field: TextField, columns: Int, known: Layout? = nil) {
            self.columns = columns
            if let known, known.columns == columns, known.text == field.text {
                (text, lines) = (known.text, known.lines)
            } else {
                #if DEBUG
                    LaidOutText.observer?(.editor)
                #endif
                text = field.text
                // The cursor needs a column of its own behind a line that is full.
                let lines = Wrapping.ranges(of: text, columns: max(1, columns - 1))
                let end = text.endIndex
                self.lines = text.last?.isNewline == true ? lines + [end..<end] : lines
            }
            let cursor = text.utf8.index(text.startIndex, offsetBy: field.before.utf8.count)
            row = max(0, lines.lastIndex { $0.lowerBound <= cursor } ?? 0)
            // Spaces at the end of a full line take no room.
            // Nor do those that vanish before the first line.
            let start = min(lines[row].lowerBound, cursor)
            column = min(String(text[start..<cursor]).columns, max(0, columns - 1))
        }

        /// The place in a line that is nearest to a column.
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

    /// Moves the cursor as the keys do in the text as it is laid out.
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
    /// The part of a text of one line that is shown in so many columns: how many characters are left out before it,
    /// so that the cursor is seen, and the cursor's column.
    func window(columns: Int) -> (skipped: Int, cursor: Int) {
        var rest = Array(before)[...]
        var cursor = before.columns
        // The cursor needs a column of its own behind the text.
        while cursor > max(0, columns - 1), let first = rest.popFirst() {
            cursor -= String(first).columns
        }
        return (before.count - rest.count, max(0, cursor))
    }
}
