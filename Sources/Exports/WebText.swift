/// A text divided into addresses of the web and what stands between them.
struct WebText {
    struct Part {
        let text: Substring
        let isAddress: Bool
    }

    let parts: [Part]

    /// The parts of a text. An address that is not known ends before the first blank, quotation mark or character
    /// beyond ASCII, since Chinese goes on without a blank.
    init(_ text: String, known: [String] = []) {
        var parts: [Part] = []
        var rest = text[...]
        while let start = ["https://", "http://"].compactMap({ rest.firstRange(of: $0)?.lowerBound }).min() {
            let whole = known.filter { rest[start...].hasPrefix($0) }.max { $0.count < $1.count }
            let address = whole.map { rest[start...].prefix($0.count) } ?? Self.address(at: rest[start...])
            parts.append(Part(text: rest[..<start], isAddress: false))
            parts.append(Part(text: address, isAddress: true))
            rest = rest[start...].dropFirst(address.count)
        }
        parts.append(Part(text: rest, isAddress: false))
        self.parts = parts.filter { !$0.text.isEmpty }
    }

    /// The address that a text begins with; a mark at its end belongs to the sentence, and so does a bracket that is
    /// not opened in it.
    private static func address(at text: Substring) -> Substring {
        var address = text.prefix { $0.isASCII && !$0.isWhitespace && !"<>\"".contains($0) }
        while let last = address.last {
            let isOpened = last == ")" && address.contains("(")
            guard ".,;:!?')]".contains(last), !isOpened else { break }
            address.removeLast()
        }
        return address
    }
}

extension String {
    /// The text as HTML in which addresses are links; those that are known as a whole, whatever characters they have.
    func linkedMarkup(with known: [String]) -> String {
        WebText(self, known: known).parts.map { part in
            part.isAddress
                ? "<a href=\"\(part.text.markup)\">\(part.text.markup)</a>" : String(part.text).markup
        }.joined()
    }
}

extension Substring {
    var markup: String { String(self).markup }
}
