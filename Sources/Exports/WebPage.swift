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
