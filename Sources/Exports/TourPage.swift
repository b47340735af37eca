import CaseModel

/// The tours as a handout in HTML, to be printed or put on a site: one page that runs nothing and fetches nothing.
package struct TourPage: CaseFormat {
    private let languages: [Language]
    private let hasNotes: Bool

    /// A page in these languages. The speaker's notes are left out unless they are asked for.
    package init(languages: [Language], notes: Bool = false) {
        self.languages = languages
        hasNotes = notes
    }

    /// All tours of the case on one page, each on sheets of its own when it is printed.
    package func text(of graph: CaseGraph) -> String {
        let title = languages.wordings(graph.case.manifest.title).joined(separator: " / ")
        return """
            <!DOCTYPE html>
            <html lang="\(languages.first == .english ? "en" : "zh-Hans")">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>\(title.markup)</title>
            <style>
            \(Self.sheet)
            </style>
            </head>
            <body>
            \(graph.case.tours.enumerated().map { article($1, number: $0 + 1, of: graph) }.joined(separator: "\n"))
            </body>
            </html>

            """
    }

    private static let sheet = """
        :root{color-scheme:light dark}
        body{max-width:42em;margin:2em auto;padding:0 1em;line-height:1.6;font-family:Georgia,"Noto Serif CJK SC",\
        "Source Han Serif SC",SimSun,serif}
        h1,h2,h3{line-height:1.3}
        section{break-inside:avoid}
        code{font-size:.85em}
        .minutes,.sources{font-size:.9em}
        .sources li{overflow-wrap:anywhere}
        blockquote{margin-left:1em;padding-left:1em;border-left:3px solid;opacity:.8}
        @media print{article+article{break-before:page}}
        """

    private func article(_ tour: Tour, number: Int, of graph: CaseGraph) -> String {
        let handout = Handout(tour, of: graph, notes: hasNotes)
        var lines = ["<article id=\"\(tour.id.text.markup)\">", "<h1>\(lines(of: handout.title))</h1>"]
        if let minutes = handout.duration(in: languages.first ?? .chinese) {
            lines.append("<p class=\"minutes\">\(minutes)</p>")
        }
        // Several tours stand on one page: the number of a source is its own tour's.
        let anchor = { (source: Int) in "t\(number)s\(source)" }
        lines += handout.steps.flatMap { section($0, anchor: anchor) }
        if !handout.sources.isEmpty {
            lines += [
                "<section class=\"sources\">", "<h2>\(self.lines(of: Handout.sourcesHeading))</h2>", "<ol>",
            ]
            lines += handout.sources.enumerated().map { place, source in
                "<li id=\"\(anchor(place + 1))\">"
                    + languages.references(to: source).map(\.markup).joined(separator: "<br>")
                    + "</li>"
            }
            lines += ["</ol>", "</section>"]
        }
        return (lines + ["</article>"]).joined(separator: "\n")
    }

    private func section(_ step: Handout.Step, anchor: (Int) -> String) -> [String] {
        var lines = ["<section>", "<h2>\(step.number). \(self.lines(of: step.headline))</h2>"]
        if let item = step.item {
            let references = step.references.map { "<a href=\"#\(anchor($0))\">[\($0)]</a>" }.joined(
                separator: " ")
            lines.append(
                "<p>\(self.lines(of: item.title)) <code>\(item.id.text.markup)</code>"
                    + (references.isEmpty ? "" : " " + references) + "</p>")
        }
        if !step.points.isEmpty {
            lines += ["<ul>"] + step.points.map { "<li>\(self.lines(of: $0))</li>" } + ["</ul>"]
        }
        if let notes = step.notes { lines.append("<blockquote>\(self.lines(of: notes))</blockquote>") }
        return lines + ["</section>"]
    }

    /// The wordings of a text, each on a line of its own.
    private func lines(of text: Text) -> String {
        languages.wordings(text).map(\.markup).joined(separator: "<br>")
    }
}
