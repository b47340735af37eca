/// One of the terminal's own sixteen colours, so that light and dark schemes both work.
package enum Colour: UInt8, CaseIterable, Sendable {
    case black, red, green, yellow, blue, magenta, cyan, white
    case brightBlack, brightRed, brightGreen, brightYellow, brightBlue, brightMagenta, brightCyan, brightWhite
}

/// The attributes and colour of a cell. Meaning never depends on colour alone: an attribute or a glyph carries it as
/// well.
package struct Style: Hashable, Sendable {
    /// Attributes that terminals support or ignore.
    package struct Attributes: OptionSet, Hashable, Sendable {
        package let rawValue: UInt8
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

    /// The number of the style among all: those without a colour, then those with the first one, and so on.
    package var number: UInt16 {
        (colour.map { UInt16($0.rawValue) + 1 } ?? 0) * 16 + UInt16(attributes.rawValue & 15)
    }

    /// The style of a number.
    package init(number: UInt16) {
        attributes = Attributes(rawValue: UInt8(number & 15))
        colour = number < 16 ? nil : Colour(rawValue: UInt8(number / 16 - 1))
    }

    /// All styles in the order of their numbers.
    package static var all: [Style] { (0..<UInt16(16 * (Colour.allCases.count + 1))).map(Style.init) }

    /// The same style with these attributes added.
    package func adding(_ attributes: Attributes) -> Style {
        Style(self.attributes.union(attributes), colour: colour)
    }
}
