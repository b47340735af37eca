/// Where a grapheme lies in its text, and how wide it will be drawn.
struct Cluster {
    let start: String.Index
    let end: String.Index
    /// Its first scalar.
    let first: Unicode.Scalar
    /// 0 when there is nothing to draw, else 1 or 2.
    let columns: Int
    /// Whether it is one scalar that can be sent as it is.
    let isClean: Bool

    /// The grapheme that starts at `index`, a border between graphemes; nil at the text's end.
    @inline(__always)
    init?(in text: String, at index: String.Index) {
        let scalars = text.unicodeScalars
        guard index < scalars.endIndex else { return nil }
        start = index
        first = scalars[index]
        let next = scalars.index(after: index)
        if first.standsAlone, next == scalars.endIndex || scalars[next].standsAlone {
            end = next
            columns = ScalarWidth(first).columns
            isClean = true
        } else {
            end = text.index(after: index)
            columns = Self.columns(of: scalars[index..<end])
            isClean = false
        }
    }

    // The scalars' own widths add up to two columns at most, as terminals have it; U+FE0F makes an emoji wide
    // (UAX #11, 5). A mark alone gets a dotted circle, a control its picture: one column.
    private static func columns(of scalars: Substring.UnicodeScalarView) -> Int {
        var sum = 0
        var isDrawn = false
        var widens = false
        for scalar in scalars {
            let width = ScalarWidth(scalar)
            switch width {
            case .control: return 1
            case .narrowEmoji, .ambiguousEmoji: widens = sum == 0
            case .mark: isDrawn = true
            case .ignored: if widens, scalar == "\u{FE0F}" { sum += 1 }
            case .narrow, .wide, .ambiguous: break
            }
            sum += width.columns
        }
        return sum == 0 && isDrawn ? 1 : min(sum, 2)
    }
}
