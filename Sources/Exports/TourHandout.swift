import CaseModel

/// The tours as a handout in Markdown: a section a step, with its item, its points and, if asked for, its notes;
/// last the sources.
package struct TourHandout: CaseFormat {
    private let languages: [Language]
    private let hasNotes: Bool

    /// A handout in these languages. The speaker's notes are left out unless they are asked for.
    package init(languages: [Language], notes: Bool = false) {
        self.languages = languages
        hasNotes = notes
    }

    /// All tours of the case, one after the other.
    package func text(of graph: CaseGraph) -> String {
        graph.case.tours.map { tour in
            let handout = Handout(tour, of: graph, notes: hasNotes)
            let minutes = handout.duration(in: languages.first ?? .chinese).map { [$0] } ?? []
            let parts =
                ["# " + line(handout.title)] + minutes + handout.steps.map(section) + sources(of: handout)
            return parts.joined(separator: "\n\n") + "\n"
        }.joined(separator: "\n")
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
