extension String {
    /// The text without the spaces at its end, which nobody sees but who copies the line.
    package var withoutTrailingSpaces: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
