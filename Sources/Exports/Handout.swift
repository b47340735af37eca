import CaseModel

/// What a handout of tours has beside the case.
package struct HandoutOptions: Equatable, Sendable {
    /// The tours; nil for all of the case.
    package var tours: [ID<Tour>]?
    /// The part of the case to which the handout is narrowed: the steps that lead to it and the points whose claims
    /// are in it; nil for all of the case.
    package var selection: CaseSelection?
    /// True for the speaker's notes.
    package var notes = false
    /// The pictures of the steps' views as SVG files, tour by tour; nil for a step without one. HTML only.
    package var pictures: [ID<Tour>: [String?]] = [:]
    /// How to join the seminar, such as `ssh seminar@host`.
    package var join: String?
    /// The same as a QR code, an SVG file. HTML only.
    package var joinPicture: String?
    /// The questions asked, each a line.
    package var questions: [String] = []

    /// All tours, without anything else.
    package init() {}
}

/// The tours as a handout: a section for each step with what it is at, points with their claims and optionally the
/// speaker's notes, followed by the questions and the sources.
package struct TourHandout: CaseFormat {
    /// The format of a handout.
    package enum Markup: Sendable {
        case markdown
        /// A single page without scripts or external resources, for printing or a website.
        case html
    }

    private let markup: Markup
    let languages: [LanguageTag]
    let options: HandoutOptions

    /// A handout in these languages.
    package init(_ markup: Markup, languages: [LanguageTag], options: HandoutOptions = HandoutOptions()) {
        self.markup = markup
        self.languages = languages
        self.options = options
    }

    /// The tours, one after the other.
    package func text(of graph: CaseGraph) -> String {
        let tours = graph.case.tours.filter { options.tours?.contains($0.id) ?? true }
        let handouts = tours.map { Handout($0, of: graph, options: options) }
            .filter { options.selection == nil || !$0.steps.isEmpty }
        return switch markup {
        case .markdown: handouts.map(markdown).joined(separator: "\n")
        case .html: page(of: handouts, title: graph.case.manifest.title)
        }
    }
}

/// A tour on paper: its steps, and the sources of what they are at.
struct Handout {
    /// A step of the tour.
    struct Step {
        let number: Int
        let headline: Text
        /// What the step is at: an item, source, place or actor.
        let subject: (id: String, title: Text)?
        /// The numbers of the subject's sources in the handout, from 1, ascending.
        let references: [Int]
        /// The claim that the whole step is about.
        let claim: Claim?
        let points: [Point]
        /// The speaker's notes; nil if they are not wanted.
        let notes: Text?
        /// The picture of the view, as an SVG file.
        let picture: String?
    }

    /// A point, beside the claim that it is about.
    struct Point {
        let text: Text
        let claim: Claim?
    }

    /// A claim, with the number of its source in the handout.
    struct Claim {
        let text: Text
        /// The source's own words, in quotation marks.
        let quote: String?
        let reference: Int?
        let place: Text?
    }

    let id: ID<Tour>
    let title: Text
    /// The planned duration of the tour in minutes.
    let minutes: Double?
    let steps: [Step]
    /// The sources in the order of their first use.
    let sources: [Source]
    let caseTitle: Text
    /// The case as a source, for citing it.
    let caseSource: Source
    /// The style of the references.
    let style: any ReferenceStyle

    init(_ tour: Tour, of graph: CaseGraph, options: HandoutOptions) {
        var numbered = NumberedSources()
        let pictures = options.pictures[tour.id] ?? []
        let included = options.selection.map { Set($0.claims) }
        func isIncluded(_ number: Int?, of entity: Entity?) -> Bool {
            guard let included, let number, let entity else { return true }
            return included.contains(CaseModel.Claim(entity, number - 1))
        }
        var steps: [Step] = []
        for (number, step) in tour.steps.enumerated() {
            // Steps keep the numbers that they have in the talk.
            if let selection = options.selection, !graph.leads(step, to: selection) { continue }
            let entity = graph.entity(at: step)
            let cited = entity.map { Self.sources(of: $0, in: graph) } ?? []
            let references = cited.compactMap { numbered.number(of: $0, in: graph) }
            let evidence = entity.map { graph.evidence(of: $0) } ?? []
            func claim(_ number: Int?) -> Claim? {
                guard let number, evidence.indices.contains(number - 1), isIncluded(number, of: entity) else {
                    return nil
                }
                let claim = evidence[number - 1]
                return Claim(
                    text: claim.claim, quote: claim.quoted,
                    reference: numbered.number(of: claim.source, in: graph), place: claim.locator?.text)
            }
            // Points that share a claim with the one before stand beside it together.
            var before = step.evidence
            let told = step.points.filter { isIncluded($0.evidence, of: entity) }
            let points = told.map { point in
                defer { before = point.evidence ?? before }
                return Point(text: point.text, claim: point.evidence == before ? nil : claim(point.evidence))
            }
            steps.append(
                Step(
                    number: number + 1, headline: step.headline,
                    subject: entity.map { (graph.id(of: $0), graph.title(of: $0)) },
                    references: references.sorted(), claim: claim(step.evidence), points: points,
                    notes: options.notes ? step.notes : nil,
                    picture: pictures.indices.contains(number) ? pictures[number] : nil))
        }
        (id, title) = (tour.id, tour.title)
        // The planned duration is that of the whole.
        minutes = steps.count < tour.steps.count ? nil : tour.minutes
        (self.steps, sources) = (steps, numbered.sources)
        (caseTitle, caseSource) = (graph.case.manifest.title, graph.case.manifest.source)
        style = graph.case.manifest.referenceStyle
    }

    /// What an entity rests on; a source is its own.
    private static func sources(of entity: Entity, in graph: CaseGraph) -> [ID<Source>] {
        switch entity {
        case .item(let position): graph.item(position).citedSources
        case .source(let number): [graph.case.sources[number].id]
        case .place(let number): graph.case.places[number].citedSources
        case .actor(let number): graph.case.actors[number].citedSources
        }
    }

    /// Sources with numbers from 1, in the order of their first use.
    private struct NumberedSources {
        private(set) var sources: [Source] = []
        private var numbers: [ID<Source>: Int] = [:]

        mutating func number(of id: ID<Source>, in graph: CaseGraph) -> Int? {
            if let number = numbers[id] { return number }
            guard let source = graph.source(id) else { return nil }
            sources.append(source)
            numbers[id] = sources.count
            return sources.count
        }
    }

    static let sourcesHeading = Text(chinese: "各步所涉内容的来源", english: "Sources of what the steps are at")
    static let questionsHeading = Text(chinese: "提问", english: "Questions")
    static let citation = Text(chinese: "如何引用本案例", english: "How to cite this case")
    static let room = Text(chinese: "笔记", english: "Notes")
    static let join = Text(chinese: "加入：", english: "Join:")

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
        let join = options.join.map { ["\(line(Handout.join)) `\($0.replacing("`", with: ""))`"] } ?? []
        let parts =
            ["# " + line(handout.title), line(handout.caseTitle)] + minutes + join
            + handout.steps.map(section) + questions + sources(of: handout)
            + ["## " + line(Handout.citation), citation(of: handout.caseSource, in: handout.style)]
        return parts.joined(separator: "\n\n") + "\n"
    }

    private func section(_ step: Handout.Step) -> String {
        var parts = ["## \(step.number). " + line(step.headline)]
        if let subject = step.subject {
            let references =
                step.references.isEmpty ? "" : " " + Markdown.escaped(Handout.brackets(step.references))
            parts.append(line(subject.title) + " (`\(subject.id)`)" + references)
        }
        if let claim = step.claim { parts.append("> " + told(claim)) }
        if !step.points.isEmpty {
            let points = step.points.map { point in
                "- " + line(point.text) + (point.claim.map { "\n  > " + told($0) } ?? "")
            }
            parts.append(points.joined(separator: "\n"))
        }
        if let notes = step.notes {
            parts += languages.wordings(notes).map { "> " + Markdown.escaped($0) }
        }
        return parts.joined(separator: "\n\n")
    }

    private func told(_ claim: Handout.Claim) -> String {
        let quote = claim.quote.map { " " + Markdown.escaped($0) } ?? ""
        return line(claim.text) + quote + Markdown.escaped(mark(claim).map { " " + $0 } ?? "")
    }

    /// The number of a claim's source and the place in it, in brackets.
    private func mark(_ claim: Handout.Claim) -> String? {
        claim.reference.map { number in
            "[\(number)" + (claim.place.map { ", " + languages.wordings($0).joined(separator: " / ") } ?? "")
                + "]"
        }
    }

    private var questions: [String] {
        options.questions.isEmpty
            ? []
            : [
                "## " + line(Handout.questionsHeading),
                options.questions.map { "- " + Markdown.escaped($0) }.joined(separator: "\n"),
            ]
    }

    private func sources(of handout: Handout) -> [String] {
        guard !handout.sources.isEmpty else { return [] }
        let lines = handout.sources.enumerated().map { number, source in
            "\(number + 1). " + citation(of: source, in: handout.style)
        }
        return ["## " + line(Handout.sourcesHeading), lines.joined(separator: "\n")]
    }

    private func citation(of source: Source, in style: any ReferenceStyle) -> String {
        languages.markdownReferences(to: source, in: style).joined(separator: " / ")
    }

    private func line(_ text: Text) -> String {
        languages.wordings(text).map { Markdown.escaped($0) }.joined(separator: " / ")
    }
}
