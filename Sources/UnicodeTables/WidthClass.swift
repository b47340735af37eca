/// What one Unicode scalar does to the width of the text it stands in. The raw value is its code in the
/// packed table; `TextLayout` decodes the same numbers.
package enum WidthClass: UInt8, CaseIterable, Sendable {
    /// One column.
    case narrow
    /// Two columns: East Asian Wide and Fullwidth.
    case wide
    /// One column for us, two in some East Asian terminals: East Asian Ambiguous.
    case ambiguous
    /// None of its own: it is drawn over the scalar before it.
    case mark
    /// None and nothing to see: default ignorable.
    case ignored
    /// Not text: must be shown as something else.
    case control
    /// Narrow, and wide when U+FE0F asks for its emoji.
    case narrowEmoji
    /// Ambiguous, and wide when U+FE0F asks for its emoji.
    case ambiguousEmoji
}
