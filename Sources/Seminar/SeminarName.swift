@_spi(_Unicode) import Swift

/// The name that a seminar is presented and followed under.
///
/// It becomes a file's name, a word on a command line and a word for a remote shell: letters and digits of any
/// script, `-` and `_` are nothing special to any of them.
package struct SeminarName: Hashable, Sendable, CustomStringConvertible {
    /// The bytes that a name has at most: twenty Chinese characters.
    package static let largest = 60
    /// The name as it is typed.
    package let text: String

    /// Takes a name in its composed form (NFC), whichever form it was typed or pasted in: names are compared by their
    /// bytes where they are files.
    package init(_ typed: String) throws(SeminarError) {
        var composed = String.UnicodeScalarView()
        composed.append(contentsOf: typed._nfc)
        let text = String(composed)
        let scalars = text.unicodeScalars
        guard let first = scalars.first, first != "-", text.utf8.count <= Self.largest,
            scalars.allSatisfy(Self.isAllowed)
        else { throw .badName(typed) }
        self.text = text
    }

    /// The name.
    package var description: String { text }

    /// Whether it is ASCII, so that no locale can take a byte of it for something else.
    var isASCII: Bool { text.utf8.allSatisfy { $0 < 0x80 } }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        if scalar == "-" || scalar == "_" { return true }
        guard !scalar.properties.isDefaultIgnorableCodePoint else { return false }
        return [
            .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .letterNumber, .decimalNumber,
        ].contains(
            scalar.properties.generalCategory)
    }
}
