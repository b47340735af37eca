import Screen

/// Takes a text that was pasted. It is typed where something is typed, and asks for nothing: no line end in it is
/// Enter, and no letter a command.
package func update(_ state: inout State, pasted text: String) {
    state.notice = nil
    switch state.mode {
    case .picker:
        state.picker?.type(text)
        state.startOver()
    case .editor: state.write(text)
    case .browse, .reader, .chart, .talk, .audience, .speaker, .sheet: state.notice = Strings.nothingTyped
    }
}

extension State {
    /// Writes a text into the open one, as much of it as there is room for.
    fileprivate mutating func write(_ text: String) {
        guard var editor else { return }
        editor.isLeaving = false
        let text = editor.purpose.hasLines ? text : text.inOneLine
        if !text.allSatisfy({ editor.field.insert($0) }) { notice = Strings.noRoom }
        self.editor = editor
    }
}

extension Picker {
    /// Types a text after what is typed, as much of it as a query may have.
    fileprivate mutating func type(_ text: String) {
        for character in text.inOneLine {
            guard query.utf8.count + character.utf8.count <= Self.longestQuery else { break }
            query.append(character)
        }
    }
}

extension String {
    /// The text with its lines one after another, as a field of one line takes it.
    fileprivate var inOneLine: String {
        split(whereSeparator: \.isNewline).joined(separator: " ")
    }
}
