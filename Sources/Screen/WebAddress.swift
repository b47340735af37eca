/// An address on the web that one may be led to, written so that it cannot get out of any place that it is put into.
///
/// Only `http` and `https`, and only printable ASCII: what is not is percent-encoded (RFC 3986), and so are quotes and
/// brackets. An address with a control character in it, which could end a terminal's sequence, is none.
package struct WebAddress: Hashable, Sendable {
    /// The address as it is to be opened.
    package let text: String

    /// Terminals ignore longer ones.
    private static let longest = 2000
    /// Besides letters and digits, the characters that an address is made of, and the sign of what is encoded already.
    private static let ownSigns = Set("-._~:/?#[]@!$&'()*+,;=%".unicodeScalars)
    private static let schemes = ["https://", "http://"]

    /// Reads an address; nil where it is none, or of another kind.
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

    /// Starts a link to here in what a terminal is sent (OSC 8). Lines of one link are shown as one by their id.
    package var opening: String { "\u{1B}]8;id=1;\(text)\u{1B}\\" }
    /// Ends any such link.
    package static let closing = "\u{1B}]8;;\u{1B}\\"

    private static func isOwn(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
            || ownSigns.contains(scalar)
    }

    /// The addresses that stand in a text, from left to right, each with where it stands: from its scheme to what no
    /// address has in it, without the punctuation of the sentence around it.
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
    /// Where the first of these schemes begins.
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
