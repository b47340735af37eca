import CaseModel

/// The tours as a handout: a section for each step with its item, points and optionally the speaker's notes,
/// followed by the sources.
package struct TourHandout: CaseFormat {
    /// The format of a handout.
    package enum Markup: Sendable {
        case markdown
        /// A single page without scripts or external resources, for printing or a website.
        case html
    }

    private let markup: Markup
    private let languages: [LanguageTag]
    private let hasNotes: Bool

    /// A handout in these languages, without the speaker's notes by default.
    package init(_ markup: Markup, languages: [LanguageTag], notes: Bool = false) {
        self.markup = markup
        self.languages = languages
        hasNotes = notes
    }

    /// All tours of the case, one after the other.
    package func text(of graph: CaseGraph) -> String {
        let handouts = graph.case.tours.map { Handout($0, of: graph, notes: hasNotes) }
        return switch markup {
        case .markdown: handouts.map(markdown).joined(separator: "\n")
        case .html: page(of: handouts, title: graph.case.manifest.title)
        }
    }
}

/// A tour on paper: its steps, and the sources of their items.
struct Handout {
    /// A step of the tour.
    struct Step {
        let number: Int
        let headline: Text
        /// The item of the step.
        let item: Item?
        /// The numbers of the item's sources in the handout, from 1, ascending.
        let references: [Int]
        let points: [Text]
        /// The speaker's notes; nil if they are not wanted.
        let notes: Text?
    }

    let id: ID<Tour>
    let title: Text
    /// The planned duration of the tour in minutes.
    let minutes: Double?
    let steps: [Step]
    /// The sources in the order of their first use.
    let sources: [Source]

    init(_ tour: Tour, of graph: CaseGraph, notes: Bool) {
        var numbers: [ID<Source>: Int] = [:]
        var sources: [Source] = []
        var steps: [Step] = []
        for (number, step) in tour.steps.enumerated() {
            let item = graph.position(at: step).map(graph.item)
            var references: [Int] = []
            for id in item?.citedSources ?? [] {
                guard let source = graph.source(id) else { continue }
                if numbers[id] == nil {
                    sources.append(source)
                    numbers[id] = sources.count
                }
                references += numbers[id].map { [$0] } ?? []
            }
            steps.append(
                Step(
                    number: number + 1, headline: step.headline, item: item, references: references.sorted(),
                    points: step.points.map(\.text), notes: notes ? step.notes : nil))
        }
        (id, title, minutes) = (tour.id, tour.title, tour.minutes)
        (self.steps, self.sources) = (steps, sources)
    }

    /// The heading of the list of sources.
    static let sourcesHeading = Text(chinese: "各步所涉条目的来源", english: "Sources of the items on the way")

    /// The planned duration in words; nil without one.
    func duration(in language: LanguageTag) -> String? {
        minutes.map { $0.figure + (language.nearest == .chinese ? " 分钟" : " min") }
    }

    /// Numbers in brackets, with runs of three and more shortened: `[1–3, 7]`.
    static func brackets(_ numbers: [Int]) -> String {
        var runs: [ClosedRange<Int>] = []
        for number in numbers {
            if let last = runs.last, last.upperBound + 1 == number {
                runs[runs.count - 1] = last.lowerBound...number
            } else {
                runs.append(number...number)
            }
        }
        let words = runs.flatMap { run in
            run.count > 2 ? ["\(run.lowerBound)–\(run.upperBound)"] : run.map(String.init)
        }
        return words.isEmpty ? "" : "[" + words.joined(separator: ", ") + "]"
    }
}

// The handout in Markdown.
extension TourHandout {
    private func markdown(_ handout: Handout) -> String {
        let minutes = handout.duration(in: languages.first ?? .chinese).map { [$0] } ?? []
        let parts =
            ["# " + line(handout.title)] + minutes + handout.steps.map(section) + sources(of: handout)
        return parts.joined(separator: "\n\n") + "\n"
    }

    private func section(_ step: Handout.Step) -> String {
        var parts = ["## \(step.number). " + line(step.headline)]
        if let item = step.item {
            let references =
                step.references.isEmpty ? "" : " " + Markdown.escaped(Handout.brackets(step.references))
            parts.append(line(item.title) + " (`\(item.id)`)" + references)
        }
        if !step.points.isEmpty { parts.append(step.points.map { "- " + line($0) }.joined(separator: "\n")) }
        if let notes = step.notes {
            parts += languages.wordings(notes).map { "> " + Markdown.escaped($0) }
        }
        return parts.joined(separator: "\n\n")
    }

    private func sources(of handout: Handout) -> [String] {
        guard !handout.sources.isEmpty else { return [] }
        let lines = handout.sources.enumerated().map { number, source in
            "\(number + 1). "
                + languages.references(to: source).map(Markdown.escaped).joined(separator: " / ")
        }
        return ["## " + line(Handout.sourcesHeading), lines.joined(separator: "\n")]
    }

    private func line(_ text: Text) -> String {
        languages.wordings(text).map(Markdown.escaped).joined(separator: " / ")
    }
}

// The handouts on an HTML page, each starting a new sheet when printed.
extension TourHandout {
    private func page(of handouts: [Handout], title: Text) -> String {
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
        @media print{article+article{break-before:page}}
        """

    private func article(_ handout: Handout, number: Int) -> String {
        var lines = ["<article id=\"\(handout.id.text.markup)\">", "<h1>\(lines(of: handout.title))</h1>"]
        if let minutes = handout.duration(in: languages.first ?? .chinese) {
            lines.append("<p class=\"minutes\">\(minutes)</p>")
        }
        // Several tours share a page, so that the anchors of sources contain the tour's number.
        let anchor = { (source: Int) in "t\(number)s\(source)" }
        lines += handout.steps.flatMap { section($0, anchor: anchor) }
        if !handout.sources.isEmpty {
            lines += [
                "<section class=\"sources\">", "<h2>\(self.lines(of: Handout.sourcesHeading))</h2>", "<ol>",
            ]
            lines += handout.sources.enumerated().map { place, source in
                "<li id=\"\(anchor(place + 1))\">"
                    + languages.references(to: source).map(\.linkedMarkup).joined(separator: "<br>")
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

    /// The wordings of a text, each on a line.
    private func lines(of text: Text) -> String {
        languages.wordings(text).map(\.markup).joined(separator: "<br>")
    }
}
