/// A language as BCP 47 names it, such as `en`, `zh-Hant` or `pt-BR`.
package struct LanguageTag: Hashable, Sendable, CustomStringConvertible {
    /// The tag as it was written.
    package let text: String

    /// Fails where the text is no tag: subtags of one to eight ASCII letters and digits with hyphens between them,
    /// the first of two to eight letters.
    package init?(_ text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard let first = parts.first, (2...8).contains(first.count),
            first.allSatisfy({ letters.contains($0 | 0x20) }),
            parts.allSatisfy({ part in
                (1...8).contains(part.count)
                    && part.allSatisfy { letters.contains($0 | 0x20) || digits.contains($0) }
            })
        else { return nil }
        self.text = text
    }

    /// The tag.
    package var description: String { text }
}
