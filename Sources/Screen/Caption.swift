import TextLayout

/// What a picture says of itself to those who do not see it.
package struct Caption: Equatable, Sendable {
    /// What it shows, in a few words.
    package var title: String
    /// What kind of picture it is, in a sentence.
    package var description: String
    /// The language of both and of the picture, as a tag such as `zh-Hans` (BCP 47).
    package var language: String

    /// A caption; its texts may hold anything.
    package init(title: String, description: String, language: String) {
        self.title = title
        self.description = description
        self.language = language
    }
}

/// What the two kinds of page have in common.
enum Page {
    /// The fonts, the first that there is for each glyph; Chinese is drawn two columns wide in any of them.
    static let fonts = [
        "'DejaVu Sans Mono'", "Menlo", "Consolas", "'Liberation Mono'", "'Noto Sans Mono CJK SC'",
        "'Noto Sans CJK SC'", "'Sarasa Mono SC'", "'PingFang SC'", "'Microsoft YaHei'", "monospace",
    ].joined(separator: ",")

    /// What keeps a browser from moving glyphs out of their cells: turned directions, ligatures, narrowed
    /// punctuation, and space between Chinese and other letters.
    static let exact =
        "direction:ltr;unicode-bidi:bidi-override;font-variant-ligatures:none;"
        + "text-spacing-trim:space-all;text-autospace:no-autospace"

    /// How much of its colour a dim character keeps.
    static let dim = ".65"
}

extension StringProtocol {
    /// The text as characters of XML or HTML, in an element or between double quotes: nothing in it can end
    /// where it stands, no control character is left in it, and no direction is changed.
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
