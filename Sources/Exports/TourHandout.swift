import CaseModel

/// The tours as a handout in Markdown: a section a step, with its item, its points and, if asked for, its notes.
public struct TourHandout: CaseFormat {
    private let languages: [Language]
    private let hasNotes: Bool

    /// A handout in these languages. The speaker's notes are left out unless they are asked for.
    public init(languages: [Language], notes: Bool = false) {
        self.languages = languages
        hasNotes = notes
    }

    /// All tours of the case, one after the other.
    public func text(of graph: CaseGraph) -> String {
        graph.case.tours.map { tour in
            let steps = tour.steps.enumerated().map { section($1, number: $0 + 1, of: graph) }
            let minutes = tour.minutes.map { [duration($0)] } ?? []
            return (["# " + line(tour.title)] + minutes + steps).joined(separator: "\n\n") + "\n"
        }.joined(separator: "\n")
    }

    private func section(_ step: Tour.Step, number: Int, of graph: CaseGraph) -> String {
        var parts = ["## \(number). " + line(step.headline)]
        if let position = step.at.flatMap(graph.position(of:)) {
            let item = graph.item(position)
            parts.append(line(item.title) + " (`\(item.id)`)")
        }
        if !step.points.isEmpty { parts.append(step.points.map { "- " + line($0) }.joined(separator: "\n")) }
        if hasNotes, let notes = step.notes {
            parts += wordings(notes).map { "> " + Markdown.escaped($0) }
        }
        return parts.joined(separator: "\n\n")
    }

    private func duration(_ minutes: Double) -> String {
        let number = minutes == minutes.rounded() ? String(Int(minutes)) : String(minutes)
        return number + (languages.first == .chinese ? " 分钟" : " min")
    }

    private func line(_ text: Text) -> String {
        wordings(text).map(Markdown.escaped).joined(separator: " / ")
    }

    private func wordings(_ text: Text) -> [String] {
        var seen: Set<String> = []
        return languages.map { text.reading(in: $0) }.filter { seen.insert($0).inserted }
    }
}
