/// A displayed grapheme: safe for the terminal, and one or two columns wide.
package struct Glyph: Equatable, Sendable {
    private enum Content: Equatable {
        case scalar(Unicode.Scalar)
        case cluster(Character)
    }

    private let content: Content
    /// The columns that it takes, 1 or 2.
    package let columns: Int

    /// The character that the terminal receives.
    package var character: Character {
        switch content {
        case .scalar(let scalar): Character(scalar)
        case .cluster(let character): character
        }
    }

    /// Its scalar, if it is made of one.
    package var scalar: Unicode.Scalar? {
        if case .scalar(let scalar) = content { scalar } else { nil }
    }

    /// The glyph of a character; nil for an invisible one.
    ///
    /// No data can control the terminal: line ends and tabs become spaces, other unsafe characters
    /// (`SafeText.swift`) their pictures (U+2400…) or U+FFFD, a combining mark without a base gets a dotted circle,
    /// and characters that are invisible by definition (bidirectional controls, joiners, U+FEFF) are left out if
    /// they are alone.
    package init?(_ character: Character) {
        let scalars = character.unicodeScalars
        if let first = scalars.first, first.standsAlone,
            scalars.index(after: scalars.startIndex) == scalars.endIndex,
            first.columns > 0
        {
            self.init(alone: first, columns: first.columns)
            return
        }
        let text = String(character)
        guard let cluster = Cluster(in: text, at: text.startIndex), cluster.columns > 0 else { return nil }
        self.init(cluster, in: text)
    }

    init(_ cluster: Cluster, in text: String) {
        columns = cluster.columns
        if cluster.isClean {
            content = .scalar(cluster.first)
        } else {
            let character = Self.cleaned(text[cluster.start..<cluster.end])
            let scalars = character.unicodeScalars
            content = scalars.count == 1 ? .scalar(scalars[scalars.startIndex]) : .cluster(character)
        }
    }

    fileprivate init(alone scalar: Unicode.Scalar, columns: Int) {
        (content, self.columns) = (.scalar(scalar), columns)
    }

    /// A blank.
    package static let space = Glyph(alone: " ", columns: 1)

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
    // Most text is made of scalars that stand alone, so that it need not be segmented up to the first other one.
    private var scalars: String.UnicodeScalarView.Iterator
    private var scalar: Unicode.Scalar?
    /// The number of scalars before this one.
    private var passed = 0
    /// The place from which on the text is segmented; nil before that.
    private var index: String.Index?

    package init(_ text: String) {
        self.text = text
        scalars = text.unicodeScalars.makeIterator()
        scalar = scalars.next()
    }

    package mutating func next() -> Glyph? {
        while let first = scalar {
            let following = scalars.next()
            guard first.standsAlone, following?.standsAlone != false else {
                index = text.unicodeScalars.index(text.startIndex, offsetBy: passed)
                scalar = nil
                break
            }
            scalar = following
            passed += 1
            let columns = first.columns
            if columns > 0 { return Glyph(alone: first, columns: columns) }
        }
        while let start = index, let cluster = Cluster(in: text, at: start) {
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
