import TextLayout

/// A description of a picture for readers who do not see it.
package struct Caption: Equatable, Sendable {
    /// The subject of the picture, in a few words.
    package var title: String
    /// The kind of picture, in a sentence.
    package var description: String
    /// The language of the texts and the picture, as a tag such as `zh-Hans` (BCP 47).
    package var language: String

    /// A caption; its texts are escaped when they are written.
    package init(title: String, description: String, language: String) {
        self.title = title
        self.description = description
        self.language = language
    }
}

/// The style that HTML and SVG share.
enum Page {
    /// The fonts in order of preference; all draw Chinese two columns wide.
    static let fonts = [
        "'DejaVu Sans Mono'", "Menlo", "Consolas", "'Liberation Mono'", "'Noto Sans Mono CJK SC'",
        "'Noto Sans CJK SC'", "'Sarasa Mono SC'", "'PingFang SC'", "'Microsoft YaHei'", "monospace",
    ].joined(separator: ",")

    /// The rules that keep glyphs in their cells: no reordering, ligatures, narrowed punctuation or space between
    /// Chinese and other letters.
    static let exact =
        "direction:ltr;unicode-bidi:bidi-override;font-variant-ligatures:none;"
        + "text-spacing-trim:space-all;text-autospace:no-autospace"

    /// The opacity of dim characters.
    static let dim = ".65"
}

extension StringProtocol {
    /// The text escaped for XML and HTML, in an element or between double quotes, without control characters and
    /// changes of direction.
    var markup: String {
        var result = ""
        for glyph in Glyphs(String(self)) {
            switch glyph.character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            default: result.append(glyph.character)
            }
        }
        return result
    }
}

/// The colours of a page: the terminal's sixteen, ink and paper, each as six hexadecimal digits.
struct Palette {
    let ink: String
    let paper: String
    private let colours: [String]

    /// The digits of one of the terminal's colours.
    subscript(colour: Colour) -> String { colours[Int(colour.rawValue)] }

    /// Dark on light. White is a grey here, as black is in the dark palette: every colour has a contrast of 4.5 or
    /// more with its paper (WCAG 2.2, 1.4.3).
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
