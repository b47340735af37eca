/// The terminal's colours as a page shows them, with its ink and its paper: six hexadecimal digits each.
struct Palette {
    let ink: String
    let paper: String
    private let colours: [String]

    /// What a colour is on this paper.
    subscript(colour: Colour) -> String { colours[Int(colour.rawValue)] }

    /// Dark on light. White is a grey here and black is one in the other: each can be read on its paper, with
    /// a contrast of 4.5 or more (WCAG 2.2, 1.4.3).
    static let light = Palette(
        ink: "1f2328", paper: "ffffff",
        colours: [
            "24292f", "cf222e", "116329", "7d4e00", "0969da", "8250df", "1b7c83", "6e7781",
            "57606a", "a40e26", "1a7f37", "9a6700", "0550ae", "6639ba", "0f6d75", "656d76",
        ])

    /// Light on dark.
    static let dark = Palette(
        ink: "e6edf3", paper: "0d1117",
        colours: [
            "7d8590", "ff7b72", "3fb950", "d29922", "58a6ff", "bc8cff", "39c5cf", "b1bac4",
            "8b949e", "ffa198", "56d364", "e3b341", "79c0ff", "d2a8ff", "56d4dd", "ffffff",
        ])
}
