import Synchronization
import TextLayout

/// One cell of a grid, in eight bytes without references: grids are copied, compared and drawn over with every key.
package struct Cell: Equatable, Sendable {
    /// What is displayed: a scalar, a number in `Clusters` with the highest bit, or 0 where the wide grapheme on the left
    /// reaches into this cell.
    private var code: UInt32
    /// The number of its style.
    package var styleNumber: UInt16
    // Together with the others the eight bytes are compared as one number.
    private let padding: UInt16 = 0

    private init(code: UInt32, style: Style) { (self.code, styleNumber) = (code, style.number) }

    package init(_ character: Character? = " ", style: Style = .plain) {
        self.init(code: character.map(Self.code) ?? 0, style: style)
    }

    init(_ glyph: Glyph, style: Style) {
        self.init(code: glyph.scalar?.value ?? Self.code(of: glyph.character), style: style)
    }

    /// The right half of a wide grapheme.
    static func rightHalf(style: Style) -> Cell { Cell(code: 0, style: style) }

    /// An empty cell in the terminal's default style.
    package static let blank = Cell()

    /// The grapheme that starts here; nil where the wide one on the left reaches into this cell.
    package var character: Character? {
        get { code == 0 ? nil : scalar.map(Character.init) ?? Clusters.character(of: code & ~Self.cluster) }
        set { code = newValue.map(Self.code) ?? 0 }
    }

    /// The grapheme that starts here, if it is of one scalar.
    package var scalar: Unicode.Scalar? { code == 0 ? nil : Unicode.Scalar(code) }

    /// True where the wide grapheme on the left reaches into this cell.
    package var isRightHalf: Bool { code == 0 }

    /// True where a grapheme other than a space starts.
    package var isVisible: Bool { code != 0 && code != 0x20 }

    /// True for a space.
    package var isSpace: Bool { code == 0x20 }

    package var style: Style {
        get { Style(number: styleNumber) }
        set { styleNumber = newValue.number }
    }

    /// Whether both show the same scalars in the same style.
    package static func == (left: Cell, right: Cell) -> Bool {
        unsafeBitCast(left, to: UInt64.self) == unsafeBitCast(right, to: UInt64.self)
    }

    private static let cluster: UInt32 = 1 << 31

    private static func code(of character: Character) -> UInt32 {
        let scalars = character.unicodeScalars
        if let first = scalars.first, scalars.index(after: scalars.startIndex) == scalars.endIndex,
            first != "\0"
        {
            return first.value
        }
        return Clusters.number(of: character).map { $0 | cluster } ?? 0xFFFD
    }
}

/// The graphemes of several scalars that were ever drawn, numbered in their order.
private enum Clusters {
    private struct Table {
        var characters: [Character] = []
        var numbers: [[Unicode.Scalar]: UInt32] = [:]
    }

    private static let table = Mutex(Table())

    /// The most that are numbered. Each is of a few scalars (see `Glyph`), so that no data can exhaust memory.
    private static let most = 1 << 16

    /// The number of a grapheme; nil if there are too many.
    static func number(of character: Character) -> UInt32? {
        let scalars = Array(character.unicodeScalars)
        return table.withLock { table in
            if let number = table.numbers[scalars] { return number }
            guard table.characters.count < most else { return nil }
            let number = UInt32(table.characters.count)
            table.characters.append(character)
            table.numbers[scalars] = number
            return number
        }
    }

    static func character(of number: UInt32) -> Character { table.withLock { $0.characters[Int(number)] } }
}
