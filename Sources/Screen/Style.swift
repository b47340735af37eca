/// One of the terminal's own sixteen colours, so that light and dark schemes both work.
package enum Colour: UInt8, CaseIterable, Sendable {
    case black, red, green, yellow, blue, magenta, cyan, white
    case brightBlack, brightRed, brightGreen, brightYellow, brightBlue, brightMagenta, brightCyan, brightWhite
}

/// How a cell looks. Meaning is never carried by colour alone: every style that tells something apart does
/// it by an attribute or a glyph as well.
package struct Style: Hashable, Sendable {
    /// What any terminal can do to a character, or ignore.
    package struct Attributes: OptionSet, Hashable, Sendable {
        /// The bits.
        package let rawValue: UInt8
        /// A set of attributes from its bits.
        package init(rawValue: UInt8) { self.rawValue = rawValue }

        /// Brighter or heavier.
        package static let bold = Attributes(rawValue: 1)
        /// Fainter.
        package static let dim = Attributes(rawValue: 2)
        /// Underlined.
        package static let underline = Attributes(rawValue: 4)
        /// Foreground and background exchanged.
        package static let reverse = Attributes(rawValue: 8)
    }

    /// The colour of the character; nil is the terminal's default.
    package var colour: Colour?
    /// Its attributes.
    package var attributes: Attributes

    /// A style.
    package init(_ attributes: Attributes = [], colour: Colour? = nil) {
        self.attributes = attributes
        self.colour = colour
    }

    /// The terminal's default.
    package static let plain = Style()

    /// The same style with these attributes added.
    package func adding(_ attributes: Attributes) -> Style {
        Style(self.attributes.union(attributes), colour: colour)
    }
}
