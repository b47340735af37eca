import CNcurses
import Glibc
import Screen

/// A style translated to the capabilities of this terminal.
struct CellAttributes {
    /// The style as displayed, limited to the available colours.
    let shown: Style
    private let attributes: attr_t
    private let pair: Int32
    /// True if a space in this style looks the same as an unstyled space.
    let isInvisibleOnSpace: Bool
    /// A space in this style.
    let space: cchar_t

    /// An empty cell.
    static let blank = cchar_t(attr: 0, chars: (0x20, 0, 0, 0, 0), ext_color: 0)

    /// The attributes of all styles, each at the index of its style; starts the terminal's colours.
    static func all(colour: Bool?) -> [CellAttributes] {
        let wanted = colour ?? (getenv("NO_COLOR").map { $0.pointee == 0 } ?? true)
        // The default background stays, so that light and dark schemes both work.
        let colours = wanted && start_color() == OK && use_default_colors() == OK ? Int(nc_colors()) : 0
        var attributes: [CellAttributes] = []
        for colour in [nil] + Colour.allCases {
            for bits in 0..<UInt8(16) {
                attributes.append(
                    CellAttributes(Style(Style.Attributes(rawValue: bits), colour: colour), colours: colours))
            }
        }
        for colour in Colour.allCases where Int(colour.rawValue) < min(colours, 16) {
            init_pair(Int16(colour.rawValue) + 1, Int16(colour.rawValue), -1)
        }
        return attributes
    }

    /// The index of a style's attributes.
    static func index(_ style: Style) -> Int {
        (style.colour.map { Int($0.rawValue) + 1 } ?? 0) * 16 + Int(style.attributes.rawValue & 15)
    }

    private init(_ style: Style, colours: Int) {
        var style = style
        var number = style.colour.map { Int($0.rawValue) }
        if let colour = number, colour >= colours {
            // With eight colours, bright ones are bold, except bright black, which would be black on black.
            if style.colour == .brightBlack || colours < 8 {
                if style.colour == .brightBlack { style = style.adding(.dim) }
                number = nil
            } else {
                style = style.adding(.bold)
                number = colour - 8
            }
        }
        pair = Int32(number.map { $0 + 1 } ?? 0)
        shown = Style(style.attributes, colour: number.flatMap { Colour(rawValue: UInt8($0)) })
        attributes =
            (style.attributes.contains(.bold) ? nc_bold() : 0)
            | (style.attributes.contains(.dim) ? nc_dim() : 0)
            | (style.attributes.contains(.underline) ? nc_underline() : 0)
            | (style.attributes.contains(.reverse) ? nc_reverse() : 0) | nc_pair(pair)
        space = cchar_t(attr: attributes, chars: (0x20, 0, 0, 0, 0), ext_color: pair)
        isInvisibleOnSpace = style.attributes.isDisjoint(with: [.underline, .reverse])
    }

    /// The ncurses cells for a character of one or two columns.
    ///
    /// ncurses counts columns with wcwidth(3), which is older than many emoji. Where it disagrees with the grid,
    /// ncurses would lose its position in the line, so that it only gets characters that both count alike.
    func cells(of character: Character, columns: Int) -> CellRun {
        var scalars = character.unicodeScalars.makeIterator()
        let first = scalars.next()!
        if (0x20..<0x7F).contains(first.value), columns == 1, character.utf8.count == 1 {
            return CellRun(cell(wchar_t(first.value)))
        }
        let width = nc_columns_of(wchar_t(first.value))
        if width == columns {
            var marks: [wchar_t] = []
            while marks.count < Int(CCHARW_MAX) - 1, let mark = scalars.next(), Self.isMark(mark) {
                marks.append(wchar_t(mark.value))
            }
            return CellRun(cell(wchar_t(first.value), marks))
        }
        if columns == 2, let second = scalars.next(), let flag = Self.letters(first, second) {
            return CellRun(cell(flag.0), cell(flag.1))
        }
        // A combining mark without a base character gets a space as its base.
        if columns == 1, width == 0, Self.isMark(first) {
            return CellRun(cell(0x20, [wchar_t(first.value)]))
        }
        let known = width == 1 ? wchar_t(first.value) : 0xFFFD
        return columns == 2 ? CellRun(cell(known), cell(0x20)) : CellRun(cell(known))
    }

    /// Whether a character is a space: by its byte, since comparing it normalises every Chinese character on the way.
    static func isSpace(_ character: Character) -> Bool {
        character.utf8.count == 1 && character.utf8.first == 0x20
    }

    /// Whether a cell has these attributes.
    func isThat(of cell: cchar_t) -> Bool { cell.attr == attributes && cell.ext_color == pair }

    private func cell(_ base: wchar_t, _ marks: [wchar_t] = []) -> cchar_t {
        func mark(_ index: Int) -> wchar_t { index < marks.count ? marks[index] : 0 }
        return cchar_t(attr: attributes, chars: (base, mark(0), mark(1), mark(2), mark(3)), ext_color: pair)
    }

    // Joiners and emoji selectors have no width of their own but change that of other characters in some terminals.
    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFE0E, 0xFE0F, 0xFEFF: false
        default: nc_columns_of(wchar_t(scalar.value)) == 0
        }
    }

    // A flag is two regional indicators; it is replaced by their letters, which have the same width.
    private static func letters(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> (wchar_t, wchar_t)? {
        let indicators = UInt32(0x1F1E6)...0x1F1FF
        guard indicators.contains(first.value), indicators.contains(second.value) else { return nil }
        return (wchar_t(first.value - 0x1F1E6 + 0x41), wchar_t(second.value - 0x1F1E6 + 0x41))
    }
}

/// One or two cells, without an array for each.
struct CellRun: Sequence, IteratorProtocol {
    private var first: cchar_t?
    private var second: cchar_t?

    init(_ first: cchar_t, _ second: cchar_t? = nil) {
        (self.first, self.second) = (first, second)
    }

    mutating func next() -> cchar_t? {
        defer { (first, second) = (second, nil) }
        return first
    }
}
