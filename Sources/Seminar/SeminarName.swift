@_spi(_Unicode) import Swift

/// The name of a seminar.
///
/// It becomes a file name, an argument on a command line and a word for a remote shell, so that only letters and
/// digits of any script, `-` and `_` are allowed.
package struct SeminarName: Hashable, Sendable, CustomStringConvertible {
    /// The greatest number of bytes: twenty Chinese characters.
    package static let largest = 60
    /// The name in composed form.
    package let text: String

    /// Parses a name and composes it (NFC), since file names are compared by their bytes.
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

    package var description: String { text }

    /// True if the name is ASCII, which every locale decodes the same.
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
