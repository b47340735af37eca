/// One of the terminal's own sixteen colours, so that light and dark schemes both work.
public enum Colour: UInt8, CaseIterable, Sendable {
    case black, red, green, yellow, blue, magenta, cyan, white
    case brightBlack, brightRed, brightGreen, brightYellow, brightBlue, brightMagenta, brightCyan, brightWhite
}

/// How a cell looks. Meaning is never carried by colour alone: every style that tells something apart does
/// it by an attribute or a glyph as well.
public struct Style: Hashable, Sendable {
    /// What any terminal can do to a character, or ignore.
    public struct Attributes: OptionSet, Hashable, Sendable {
        /// The bits.
        public let rawValue: UInt8
        /// A set of attributes from its bits.
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        /// Brighter or heavier.
        public static let bold = Attributes(rawValue: 1)
        /// Fainter.
        public static let dim = Attributes(rawValue: 2)
        /// Underlined.
        public static let underline = Attributes(rawValue: 4)
        /// Foreground and background exchanged.
        public static let reverse = Attributes(rawValue: 8)
    }

    /// The colour of the character; nil is the terminal's default.
    public var colour: Colour?
    /// Its attributes.
    public var attributes: Attributes

    /// A style.
    public init(_ attributes: Attributes = [], colour: Colour? = nil) {
        self.attributes = attributes
        self.colour = colour
    }

    /// The terminal's default.
    public static let plain = Style()

    /// The same style with these attributes added.
    public func adding(_ attributes: Attributes) -> Style {
        Style(self.attributes.union(attributes), colour: colour)
    }
}
