/// One cell of a grid.
public struct Cell: Equatable, Sendable {
    /// The grapheme that starts here; nil where the wide one on the left reaches into this cell.
    public var character: Character?
    /// How it looks.
    public var style: Style

    /// A cell; a blank one by default.
    public init(_ character: Character? = " ", style: Style = .plain) {
        self.character = character
        self.style = style
    }

    /// An empty cell in the terminal's default style.
    public static let blank = Cell()
}
