/// A displayed grapheme: safe for the terminal, and one or two columns wide.
package struct Glyph: Equatable, Sendable {
    /// The character that the terminal receives.
    package let character: Character
    /// The columns that it takes, 1 or 2.
    package let columns: Int

    /// The glyph of a character; nil for an invisible one.
    ///
    /// No data can control the terminal: line ends and tabs become spaces, other unsafe characters
    /// (`SafeText.swift`) their pictures (U+2400…) or U+FFFD, a combining mark without a base gets a dotted circle,
    /// and characters that are invisible by definition (bidirectional controls, joiners, U+FEFF) are left out if
    /// they are alone.
    package init?(_ character: Character) {
        let text = String(character)
        guard let cluster = Cluster(in: text, at: text.startIndex), cluster.columns > 0 else { return nil }
        self.init(cluster, in: text)
    }

    init(_ cluster: Cluster, in text: String) {
        columns = cluster.columns
        character =
            cluster.isClean ? Character(cluster.first) : Self.cleaned(text[cluster.start..<cluster.end])
    }

    private init(_ character: Character, columns: Int) {
        self.character = character
        self.columns = columns
    }

    fileprivate init(alone scalar: Unicode.Scalar, columns: Int) {
        self.init(Character(scalar), columns: columns)
    }

    /// A blank.
    package static let space = Glyph(" ", columns: 1)

    // No emoji or orthography needs longer clusters; a thousand marks on one letter are an attack.
    private static let longestCluster = 16

    private static func cleaned(_ text: Substring) -> Character {
        var scalars = Array(text.unicodeScalars.drop { ScalarWidth($0) == .ignored }.prefix(longestCluster))
        if scalars.first != .flag { scalars.removeAll(where: \.isTag) }
        while let last = scalars.last, scalars.count > 1, (0x200C...0x200D).contains(last.value) {
            scalars.removeLast()
        }
        guard let first = scalars.first else { return " " }
        switch ScalarWidth(first) {
        case .control: return picture(of: first)
        case .mark: scalars.insert("\u{25CC}", at: 0)
        case .narrow, .wide, .ambiguous, .ignored, .narrowEmoji, .ambiguousEmoji: break
        }
        var result = ""
        result.unicodeScalars.append(contentsOf: scalars)
        return result.count == 1 ? result[result.startIndex] : "\u{FFFD}"
    }

    private static func picture(of control: Unicode.Scalar) -> Character {
        switch control.value {
        case 0x09...0x0D, 0x85, 0x2028, 0x2029: " "
        default: Character(control.picture)
        }
    }
}

/// The visible glyphs of a text in order.
package struct Glyphs: Sequence, IteratorProtocol, Sendable {
    private let text: String
    private var index: String.Index
    /// The scalars to come, where each of them stands alone, so that the text need not be segmented.
    private var scalars: String.UnicodeScalarView.Iterator?

    package init(_ text: String) {
        self.text = text
        index = text.startIndex
        scalars = text.unicodeScalars.allSatisfy(\.standsAlone) ? text.unicodeScalars.makeIterator() : nil
    }

    package mutating func next() -> Glyph? {
        if scalars != nil {
            while let scalar = scalars?.next() {
                let columns = scalar.columns
                if columns > 0 { return Glyph(alone: scalar, columns: columns) }
            }
            return nil
        }
        while let cluster = Cluster(in: text, at: index) {
            index = cluster.end
            if cluster.columns > 0 { return Glyph(cluster, in: text) }
        }
        return nil
    }
}

/// A grapheme of a text with its width; or a part of one that is wider than two columns, as a conjunct of Indic letters
/// can be.
struct Cluster {
    let start: String.Index
    let end: String.Index
    /// Its first scalar.
    let first: Unicode.Scalar
    /// The width: 0 for an invisible grapheme, else 1 or 2.
    let columns: Int
    /// True for one scalar that is displayed unchanged.
    let isClean: Bool

    /// The cluster that starts at `index`, where another one ended; nil at the end of the text.
    @inline(__always)
    init?(in text: String, at index: String.Index) {
        let scalars = text.unicodeScalars
        guard index < scalars.endIndex else { return nil }
        start = index
        first = scalars[index]
        let next = scalars.index(after: index)
        if first.standsAlone, next == scalars.endIndex || scalars[next].standsAlone {
            end = next
            columns = first.columns
            isClean = true
        } else {
            (columns, end) = Self.measure(scalars[index..<text.index(after: index)])
            isClean = false
        }
    }

    // The widths of the scalars are added up to at most two columns, as terminals do; U+FE0F makes an emoji wide
    // (UAX #11, 5). A lone mark is drawn on a dotted circle and a control as its picture: one column each.
    //
    // Letters and spacing marks are added up by every terminal, so that they are never more than two columns: a longer
    // cluster ends before its next letter, or else before the mark.
    private static func measure(_ scalars: Substring.UnicodeScalarView) -> (columns: Int, end: String.Index) {
        var sum = 0
        var isDrawn = false
        var widens = false
        var isLetters = true
        // The last letter behind the first one, and the columns before it.
        var last: (letter: String.Index, sum: Int)?
        for index in scalars.indices {
            let scalar = scalars[index]
            let width = ScalarWidth(scalar)
            switch width {
            case .control: return (1, scalars.endIndex)
            case .narrowEmoji, .ambiguousEmoji: widens = sum == 0
            case .mark: isDrawn = true
            case .ignored: if widens, scalar == "\u{FE0F}" { sum += 1 }
            case .narrow, .wide, .ambiguous: break
            }
            isLetters = isLetters && (width == .narrow || width == .mark || width == .ignored)
            let columns = scalar.columns
            if isLetters, columns > 0, index > scalars.startIndex {
                if sum + columns > 2 { return (last?.sum ?? sum, last?.letter ?? index) }
                if scalar.properties.generalCategory != .spacingMark { last = (index, sum) }
            }
            sum += columns
        }
        return (sum == 0 && isDrawn ? 1 : min(sum, 2), scalars.endIndex)
    }
}
