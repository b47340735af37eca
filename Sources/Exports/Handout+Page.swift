import CaseModel

// The handouts on an HTML page, each starting a new sheet when printed.
extension TourHandout {
    func page(of handouts: [Handout], title: Text) -> String {
        WebPage(
            language: languages.first ?? .chinese,
            title: languages.wordings(title).joined(separator: " / "), style: Self.style,
            body: handouts.enumerated().map { article($1, number: $0 + 1) }
        ).text
    }

    private static let style = """
        body{max-width:42em}
        section{break-inside:avoid}
        .minutes{font-size:.9em}
        blockquote{margin-left:1em;padding-left:1em;border-left:3px solid;opacity:.8}
        figure{margin:1em 0}
        img{display:block;width:100%;height:auto}
        .code{width:9em}
        .claim{margin:.2em 0 .6em;font-size:.9em;opacity:.8}
        .room{min-height:6em;border-top:1px dotted;font-size:.8em;opacity:.7}
        @page{margin:18mm}
        @media print{
        :root{color-scheme:light}
        body{margin:0;padding:0;max-width:none;font-size:10.5pt}
        h2{break-after:avoid}
        article+article{break-before:page}
        .room{min-height:9em;background:repeating-linear-gradient(transparent 0 2.2em,#999 2.2em calc(2.2em + 1px))}
        a{color:inherit}
        }
        """

    private func article(_ handout: Handout, number: Int) -> String {
        var lines = [
            "<article id=\"\(handout.id.text.markup)\">", "<h1>\(lines(of: handout.title))</h1>",
            "<p>\(self.lines(of: handout.caseTitle))</p>",
        ]
        if let minutes = handout.duration(in: languages.first ?? .chinese) {
            lines.append("<p class=\"minutes\">\(minutes)</p>")
        }
        if let join = options.join {
            lines.append(
                "<p class=\"join\">\(self.lines(of: Handout.join)) <code>\(join.markup)</code></p>")
            lines += options.joinPicture.map { [Self.figure($0, told: join, class: "code")] } ?? []
        }
        // Several tours share a page, so that the anchors of sources contain the tour's number.
        let anchor = { (source: Int) in "t\(number)s\(source)" }
        lines += handout.steps.flatMap { section($0, anchor: anchor) }
        if !options.questions.isEmpty {
            lines += ["<section>", "<h2>\(self.lines(of: Handout.questionsHeading))</h2>", "<ul>"]
            lines += options.questions.map { "<li>\($0.markup)</li>" } + ["</ul>", "</section>"]
        }
        if !handout.sources.isEmpty {
            lines += [
                "<section class=\"sources\">", "<h2>\(self.lines(of: Handout.sourcesHeading))</h2>", "<ol>",
            ]
            lines += handout.sources.enumerated().map { place, source in
                "<li id=\"\(anchor(place + 1))\">\(references(to: source, in: handout.style))</li>"
            }
            lines += ["</ol>", "</section>"]
        }
        lines += [
            "<footer class=\"sources\">", "<h2>\(self.lines(of: Handout.citation))</h2>",
            "<p>\(references(to: handout.caseSource, in: handout.style))</p>", "</footer>", "</article>",
        ]
        return lines.joined(separator: "\n")
    }

    private func section(_ step: Handout.Step, anchor: (Int) -> String) -> [String] {
        var lines = ["<section>", "<h2>\(step.number). \(self.lines(of: step.headline))</h2>"]
        if let subject = step.subject {
            let references = step.references.map { "<a href=\"#\(anchor($0))\">[\($0)]</a>" }.joined(
                separator: " ")
            lines.append(
                "<p>\(self.lines(of: subject.title)) <code>\(subject.id.markup)</code>"
                    + (references.isEmpty ? "" : " " + references) + "</p>")
        }
        if let picture = step.picture {
            let title = languages.wordings(step.headline).first ?? ""
            lines.append(Self.figure(picture, told: title))
        }
        if let claim = step.claim { lines.append(told(claim, anchor: anchor)) }
        if !step.points.isEmpty {
            let points = step.points.map { point in
                "<li>\(self.lines(of: point.text))\(point.claim.map { told($0, anchor: anchor) } ?? "")</li>"
            }
            lines += ["<ul>"] + points + ["</ul>"]
        }
        if let notes = step.notes { lines.append("<blockquote>\(self.lines(of: notes))</blockquote>") }
        lines.append("<div class=\"room\">\(self.lines(of: Handout.room))</div>")
        return lines + ["</section>"]
    }

    private func told(_ claim: Handout.Claim, anchor: (Int) -> String) -> String {
        let quote = claim.quote.map { " " + $0.markup } ?? ""
        let mark = claim.reference.map { number in
            let place = claim.place.map {
                ", " + languages.wordings($0).map(\.markup).joined(separator: " / ")
            }
            return " [<a href=\"#\(anchor(number))\">\(number)</a>\(place ?? "")]"
        }
        return "<p class=\"claim\">\(lines(of: claim.text))\(quote)\(mark ?? "")</p>"
    }

    private func references(to source: Source, in style: any ReferenceStyle) -> String {
        languages.references(to: source, in: style).map { $0.linkedMarkup(with: source.addresses) }.joined(
            separator: "<br>")
    }

    private static func figure(_ picture: String, told title: String, class name: String? = nil) -> String {
        "<figure\(name.map { " class=\"\($0)\"" } ?? "")><img alt=\"\(title.markup)\" "
            + "src=\"\(address(ofPicture: picture))\"></figure>"
    }

    /// The picture as an address that holds it, so that its style is its own and the page is one file.
    private static func address(ofPicture svg: String) -> String {
        var address = "data:image/svg+xml,"
        for byte in svg.utf8 {
            switch byte {
            case UInt8(ascii: "%"), UInt8(ascii: "#"), UInt8(ascii: "\""), UInt8(ascii: "<"),
                UInt8(ascii: ">"),
                UInt8(ascii: "&"), UInt8(ascii: "?"), 0...0x1F, 0x7F...0xFF:
                let digits = String(byte, radix: 16, uppercase: true)
                address += "%" + (digits.utf8.count < 2 ? "0" : "") + digits
            case _: address.unicodeScalars.append(Unicode.Scalar(byte))
            }
        }
        return address
    }

    /// The wordings of a text, each on a line.
    private func lines(of text: Text) -> String {
        languages.wordings(text).map(\.markup).joined(separator: "<br>")
    }
}
