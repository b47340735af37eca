/// One cell of a grid.
package struct Cell: Equatable, Sendable {
    /// The grapheme that starts here; nil where the wide one on the left reaches into this cell.
    package var character: Character?
    /// How it looks.
    package var style: Style

    /// A cell; a blank one by default.
    package init(_ character: Character? = " ", style: Style = .plain) {
        self.character = character
        self.style = style
    }

    /// An empty cell in the terminal's default style.
    package static let blank = Cell()
}
