/// A grapheme as it is drawn: harmless to the terminal, and one or two columns wide.
package struct Glyph: Equatable, Sendable {
    /// What is sent to the terminal.
    package let character: Character
    /// The columns it takes, 1 or 2.
    package let columns: Int

    /// The glyph that a character is drawn as; nil when there is nothing to see of it.
    ///
    /// Data can never drive the terminal: line ends and tabs are spaces, other control characters are their
    /// pictures (U+2400…) or U+FFFD, a mark without a letter stands on a dotted circle, and what is invisible
    /// by definition (bidirectional controls, joiners, U+FEFF) is left out where it is alone.
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

    /// A blank.
    static let space = Glyph(" ", columns: 1)

    // Longer clusters than any emoji or orthography needs are cut: a thousand marks on a letter are an attack.
    private static let longestCluster = 16

    private static func cleaned(_ text: Substring) -> Character {
        var scalars = Array(text.unicodeScalars.drop { ScalarWidth($0) == .ignored }.prefix(longestCluster))
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
        case 0x00...0x1F: Character(Unicode.Scalar(UInt32(0x2400) + control.value) ?? "\u{FFFD}")
        case 0x7F: "\u{2421}"
        default: "\u{FFFD}"
        }
    }
}

/// The glyphs of a text in order, those that cannot be seen left out.
package struct Glyphs: Sequence, IteratorProtocol, Sendable {
    private let text: String
    private var index: String.Index

    /// The glyphs of this text.
    package init(_ text: String) {
        self.text = text
        index = text.startIndex
    }

    /// The next glyph.
    package mutating func next() -> Glyph? {
        while let cluster = Cluster(in: text, at: index) {
            index = cluster.end
            if cluster.columns > 0 { return Glyph(cluster, in: text) }
        }
        return nil
    }
}

extension String {
    /// The width of the text when it is drawn on one line.
    package var columns: Int {
        var result = 0
        var index = startIndex
        while let cluster = Cluster(in: self, at: index) {
            result += cluster.columns
            index = cluster.end
        }
        return result
    }
}
