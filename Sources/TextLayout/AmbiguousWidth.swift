import Synchronization

/// The columns of the characters that are wide in some East Asian terminals and narrow in all others (class A of
/// UAX #11): `“ ” … — · ①`, Greek, Cyrillic.
///
/// Lines, blocks, arrows and geometric shapes are of that class too, but what is drawn with them needs one column for
/// each: they stay narrow, and where the terminal has them wide, `Grid.drawn(in:)` replaces them.
package enum AmbiguousWidth: String, CaseIterable, Sendable {
    case narrow, wide

    private static let isWide = Atomic(false)

    /// The width in the terminal that is drawn on: set once, before anything is measured.
    package static var current: AmbiguousWidth {
        get { isWide.load(ordering: .relaxed) ? .wide : .narrow }
        set { isWide.store(newValue == .wide, ordering: .relaxed) }
    }
}

extension Unicode.Scalar {
    /// The columns of the scalar on the terminal that is drawn on; 0 for marks and invisible scalars.
    @inline(__always)
    package var columns: Int {
        let width = ScalarWidth(self)
        // Whether the terminal has them wide is asked of those alone for which it matters.
        return width.isAmbiguous && AmbiguousWidth.current == .wide && !isDrawing ? 2 : width.columns
    }

    /// The columns of a scalar where ambiguous ones have this width.
    func columns(ambiguous width: AmbiguousWidth) -> Int {
        let isWide = ScalarWidth(self).isAmbiguous && width == .wide && !isDrawing
        return isWide ? 2 : ScalarWidth(self).columns
    }

    /// True for a scalar that lines and figures are drawn with: arrows, lines, blocks, geometric shapes and stars.
    package var isDrawing: Bool {
        switch value {
        case 0x2190...0x21FF, 0x2500...0x25FF, 0x2605...0x2606: true
        default: false
        }
    }

    /// True for a scalar that is two columns wide in some terminals.
    package var isAmbiguous: Bool { ScalarWidth(self).isAmbiguous }
}
