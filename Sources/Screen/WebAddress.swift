/// An address on the web, in a form that is safe in a terminal's sequence and in an attribute of HTML.
///
/// Only `http` and `https`, and only printable ASCII: other characters are percent-encoded (RFC 3986), and so are
/// quotes and brackets. A text with a control character, which could end a terminal's sequence, is not an address.
package struct WebAddress: Hashable, Sendable {
    /// The address as a browser opens it.
    package let text: String

    /// Terminals ignore longer ones.
    private static let longest = 2000
    /// The characters of an address besides letters and digits; `%` begins an encoded one.
    private static let ownSigns = Set("-._~:/?#[]@!$&'()*+,;=%".unicodeScalars)
    private static let schemes = ["https://", "http://"]

    /// Reads an address; nil if the text is not one, or has another scheme.
    package init?(_ address: String) {
        guard let scheme = Self.schemes.first(where: address.lowercased().hasPrefix) else { return nil }
        var text = scheme
        for scalar in address.unicodeScalars.dropFirst(scheme.count) {
            guard scalar.properties.generalCategory != .control else { return nil }
            if Self.isOwn(scalar) {
                text.unicodeScalars.append(scalar)
            } else {
                for byte in String(scalar).utf8 {
                    text += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
                }
            }
        }
        guard text.utf8.count > scheme.utf8.count, text.utf8.count <= Self.longest else { return nil }
        self.text = text
    }

    /// The sequence that begins a link in a terminal (OSC 8); the id joins the lines of one link.
    package var opening: String { "\u{1B}]8;id=1;\(text)\u{1B}\\" }
    /// The sequence that ends a link.
    package static let closing = "\u{1B}]8;;\u{1B}\\"

    private static func isOwn(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
            || ownSigns.contains(scalar)
    }

    /// The addresses in a text from left to right, each with its range: from its scheme to the first character that no
    /// address has, without the punctuation of the sentence around it.
    static func found(in text: String) -> [(range: Range<String.Index>, address: WebAddress)] {
        var found: [(Range<String.Index>, WebAddress)] = []
        var rest = text[...]
        while let start = rest.range(ofScheme: schemes) {
            let scalars = text.unicodeScalars
            var end = scalars[start...].firstIndex { !isOwn($0) } ?? text.endIndex
            let isEnclosed = !scalars[start..<end].contains("(")
            while end > start, case let last = scalars[scalars.index(before: end)],
                ".,;:!?'*[]".unicodeScalars.contains(last) || last == ")" && isEnclosed
            {
                end = scalars.index(before: end)
            }
            if let address = WebAddress(String(text[start..<end])) { found.append((start..<end, address)) }
            rest = text[max(end, scalars.index(after: start))...]
        }
        return found
    }
}

extension Substring {
    /// The index of the first of these schemes.
    fileprivate func range(ofScheme schemes: [String]) -> Index? {
        var rest = self
        while let start = rest.unicodeScalars.firstIndex(where: { $0 == "h" || $0 == "H" }) {
            let head = rest[start...].unicodeScalars.prefix(8).reduce(into: "") {
                $0.unicodeScalars.append($1)
            }
            if schemes.contains(where: head.lowercased().hasPrefix) { return start }
            rest = rest[rest.unicodeScalars.index(after: start)...]
        }
        return nil
    }
}
