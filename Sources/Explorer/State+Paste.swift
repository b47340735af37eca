import Screen

/// Takes a text that was pasted. It is typed where something is typed, and asks for nothing: no line end in it is
/// Enter, and no letter a command.
package func update(_ state: inout State, pasted text: String) {
    state.notice = nil
    switch state.mode {
    case .picker:
        state.picker?.type(text)
        state.startOver()
    case .editor: state.pasteIntoEditor(text)
    case .browse, .reader, .chart, .talk, .audience, .speaker, .sheet: state.notice = Strings.nothingTyped
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
    var inOneLine: String {
        split(whereSeparator: \.isNewline).joined(separator: " ")
    }
}
