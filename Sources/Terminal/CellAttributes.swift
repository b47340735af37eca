import CNcurses
import Glibc
import Screen
import TextLayout

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

    /// The attributes of all styles, each at the number of its style; starts the terminal's colours.
    static func all(colour: Bool?) -> [CellAttributes] {
        let wanted = colour ?? (getenv("NO_COLOR").map { $0.pointee == 0 } ?? true)
        // The default background stays, so that light and dark schemes both work.
        let colours = wanted && start_color() == OK && use_default_colors() == OK ? Int(nc_colors()) : 0
        let attributes = Style.all.map { CellAttributes($0, colours: colours) }
        for colour in Colour.allCases where Int(colour.rawValue) < min(colours, 16) {
            init_pair(Int16(colour.rawValue) + 1, Int16(colour.rawValue), -1)
        }
        return attributes
    }

    /// Those of text without a style and without colours.
    static var unstyled: CellAttributes { CellAttributes(.plain, colours: 0) }

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
        // One by one: across modules a set made for 272 styles is the dearest part of entering the screen.
        isInvisibleOnSpace = !style.attributes.contains(.underline) && !style.attributes.contains(.reverse)
    }

    /// The ncurses cells for a cell and, of a wide character, the one behind it.
    ///
    /// An ncurses cell has one scalar with a width and the marks on it. Letters and spacing marks of one character are
    /// cells of their own side by side, as on the terminal; what more there is of an emoji is left out, since terminals
    /// disagree on its width.
    func cells(of cell: Cell, columns: Int) -> CellRun {
        if let scalar = cell.scalar, scalar.columns == columns {
            return CellRun(self.cell(wchar_t(scalar.value)))
        }
        return cells(of: cell.character ?? " ", columns: columns)
    }

    private func cells(of character: Character, columns: Int) -> CellRun {
        var run = CellRun()
        var used = 0
        var previous: Unicode.Scalar?
        for scalar in character.unicodeScalars {
            let width = scalar.columns
            if let previous, let letters = Self.letters(previous, scalar), columns == 2 {
                // A flag is two regional indicators; it is replaced by their letters, which have the same width.
                return CellRun(cell(letters.0), cell(letters.1))
            }
            previous = scalar
            if width > 0 {
                guard used + width <= columns else { break }
                run.append(cell(wchar_t(scalar.value)))
                used += width
            } else if Self.isMark(scalar) {
                // A combining mark without a base character gets a space as its base.
                if run.isEmpty {
                    run.append(cell(0x20))
                    used += 1
                }
                run.add(mark: wchar_t(scalar.value))
            }
        }
        while used < columns {
            run.append(cell(used == 0 ? 0xFFFD : 0x20))
            used += 1
        }
        return run
    }

    /// The columns that ncurses counts for a character; −1 for a control character.
    static func columns(of character: wchar_t) -> Int32 {
        // Asked for each cell that is drawn: the two ranges of control characters never change.
        switch character {
        case 0: return 0
        case 0x01...0x1F, 0x7F...0x9F: return -1
        case _: return Unicode.Scalar(UInt32(bitPattern: character)).map { Int32($0.columns) } ?? -1
        }
    }

    /// Whether a cell has these attributes.
    func isThat(of cell: cchar_t) -> Bool { cell.attr == attributes && cell.ext_color == pair }

    private func cell(_ base: wchar_t) -> cchar_t {
        cchar_t(attr: attributes, chars: (base, 0, 0, 0, 0), ext_color: pair)
    }

    // Joiners and emoji selectors have no width of their own but change that of other characters in some terminals.
    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFE0E, 0xFE0F, 0xFEFF: false
        default: scalar.columns == 0
        }
    }

    private static func letters(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> (wchar_t, wchar_t)? {
        let indicators = UInt32(0x1F1E6)...0x1F1FF
        guard indicators.contains(first.value), indicators.contains(second.value) else { return nil }
        return (wchar_t(first.value - 0x1F1E6 + 0x41), wchar_t(second.value - 0x1F1E6 + 0x41))
    }
}

/// At most two cells, without an array for each.
struct CellRun: Sequence, IteratorProtocol {
    private var first: cchar_t?
    private var second: cchar_t?

    init(_ first: cchar_t? = nil, _ second: cchar_t? = nil) {
        (self.first, self.second) = (first, second)
    }

    var isEmpty: Bool { first == nil }

    /// Adds a cell, if there is room for one.
    mutating func append(_ cell: cchar_t) {
        if first == nil { first = cell } else if second == nil { second = cell }
    }

    /// Adds a mark to the last cell, which takes four.
    mutating func add(mark: wchar_t) {
        if second != nil { second?.add(mark: mark) } else { first?.add(mark: mark) }
    }

    mutating func next() -> cchar_t? {
        defer { (first, second) = (second, nil) }
        return first
    }
}

extension cchar_t {
    fileprivate mutating func add(mark: wchar_t) {
        if chars.1 == 0 {
            chars.1 = mark
        } else if chars.2 == 0 {
            chars.2 = mark
        } else if chars.3 == 0 {
            chars.3 = mark
        } else if chars.4 == 0 {
            chars.4 = mark
        }
    }
}
