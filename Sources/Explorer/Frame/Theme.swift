import Screen

/// The styles and glyphs of the explorer.
///
/// Every distinction has a glyph or an attribute of its own; colour is never the only sign.
enum Theme {
    static let heading = Style(.bold, colour: .cyan)
    static let title = Style(.bold)
    static let selected = Style(.reverse)
    static let faint = Style(.dim)
    static let frame = Style(.dim)
    static let focusedTitle = Style([.bold, .reverse])
    static let mark = Style.plain
    static let pin = Style(.bold)
    static let sourced = Style(colour: .green)
    static let interpretation = Style(.underline)
    static let found = Style([.bold, .underline])
    static let notice = Style(.bold, colour: .yellow)
    static let mistake = Style([.bold, .underline], colour: .red)
    static let badge = Style(.bold, colour: .magenta)
    static let key = Style(.bold)
    static let claim = Style(.bold)
    static let headline = Style([.bold, .reverse])
    static let span = Style(colour: .cyan)
    static let outline = Style(colour: .blue)
    static let notebook = Style(.bold, colour: .yellow)

    static let near: Character = "●"
    static let backwards = "↶"
    static let pinned: Character = "◆"
    static let bar: Character = "▌"
    static let marked: Character = "★"
    static let noted: Character = "☆"
    static let bookmark = "»"
    static let removed = "×"
    static let filterMark = "▽"
    static let wayBack = "↩"
    static let home = "⌂"
    static let deeper = " › "
    static let more = "↓"
}
