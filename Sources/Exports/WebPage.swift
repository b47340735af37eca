import CaseModel

/// A page of HTML in one file, without scripts or external resources, for printing or a website.
struct WebPage {
    /// The language of the page as a whole.
    let language: LanguageTag
    let title: String
    /// Rules beside those of every page.
    let style: String
    /// The lines of the body.
    let body: [String]

    /// The whole file.
    var text: String {
        """
        <!DOCTYPE html>
        <html lang="\(language.webName)"\(language.isFromRightToLeft ? " dir=\"rtl\"" : "")>
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>\(title.markup)</title>
        <style>
        \(Self.style)
        \(style)
        </style>
        </head>
        <body>
        \(body.joined(separator: "\n"))
        </body>
        </html>

        """
    }

    private static let style = """
        :root{color-scheme:light dark}
        body{margin:2em auto;padding:0 1em;line-height:1.6;font-family:Georgia,"Noto Serif CJK SC",\
        "Source Han Serif SC",SimSun,serif}
        h1,h2,h3,h4{line-height:1.3}
        code{font-size:.85em}
        .sources{font-size:.9em}
        .sources li{overflow-wrap:anywhere}
        """
}

extension String {
    /// The text as HTML in which addresses are links.
    var linkedMarkup: String { linkedMarkup(with: []) }

    /// The same; these addresses are links as a whole, whatever characters they have.
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

extension LanguageTag {
    /// True for a language whose usual script, or the one that the tag names, runs from right to left.
    var isFromRightToLeft: Bool {
        let subtags = text.split(separator: "-").dropFirst()
        if let script = subtags.first(where: { $0.count == 4 }) {
            return ["Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg"].contains(script)
        }
        return ["ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "syr", "ug", "ur", "yi"].contains(primary)
    }
}
