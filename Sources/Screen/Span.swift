/// A run of text in one style.
public struct Span: Equatable, Sendable {
    /// The text.
    public var text: String
    /// How it looks.
    public var style: Style

    /// A run of text, plain by default.
    public init(_ text: String, style: Style = .plain) {
        self.text = text
        self.style = style
    }
}
