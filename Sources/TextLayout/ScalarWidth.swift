/// The effect of a Unicode scalar on the width of a text (UAX #11, East Asian Width). The raw values are those of
/// the generator in `UnicodeTables`.
enum ScalarWidth: UInt8, CaseIterable {
    case narrow, wide, ambiguous, mark, ignored, control, narrowEmoji, ambiguousEmoji

    /// The class of a scalar, from the pinned table.
    @inline(__always)
    init(_ scalar: Unicode.Scalar) {
        let value = Int(scalar.value)
        if value &- 0x4E00 < 0x5200, value >= 0x4E00 {
            self = .wide
        } else if value < WidthTable.end {
            let page = WidthTable.index.utf8Start + (value &>> 8) &* 2
            let block = (Int(page[0]) &- 0x30) &<< 6 | (Int(page[1]) &- 0x30)
            let pair = WidthTable.blocks.utf8Start[block &* 128 &+ (value & 0xFF) &>> 1] &- 0x30
            self = unsafeBitCast(value & 1 == 0 ? pair &>> 3 : pair & 7, to: ScalarWidth.self)
        } else if value & 0xFFFE == 0xFFFE {
            self = .control
        } else if value & ~0xFFF == 0xE0000 {
            self = .ignored
        } else {
            self = value >= 0xF0000 ? .ambiguous : .narrow
        }
    }

    /// True for a scalar whose columns the terminal decides; see `AmbiguousWidth`.
    @inline(__always)
    var isAmbiguous: Bool { self == .ambiguous || self == .ambiguousEmoji }

    /// The columns of the scalar where ambiguous ones are narrow (UAX #11, 5).
    @inline(__always)
    var columns: Int {
        switch self {
        case .narrow, .ambiguous, .control, .narrowEmoji, .ambiguousEmoji: 1
        case .wide: 2
        case .mark, .ignored: 0
        }
    }
}

extension Unicode.Scalar {
    /// True if two such scalars side by side are always two graphemes (UAX #29), as in most English and Chinese
    /// text. Only other text needs segmentation.
    @inline(__always)
    var standsAlone: Bool {
        // The letters of both languages first: this is asked of each scalar that is drawn.
        if value &- 0x4E00 < 0x5200 || value &- 0x20 < 0x5F { return true }
        return switch value {
        case 0x3001...0x3029, 0x3030...0x3098, 0x309B...0x4DFF, 0xFF01...0xFF9D,
            0xA1...0xAC, 0xAE...0x2FF, 0x2010...0x2027, 0x2030...0x205E, 0x2190...0x2BFF, 0xAC00...0xD7A3,
            0xF900...0xFAFF, 0x20000...0x2FFFD, 0x30000...0x3FFFD:
            true
        case _: false
        }
    }
}
