import CaseModel
import Screen

/// The parts common to the pages on items, places and actors: numbered evidence, notes, and the numbered sources,
/// `[2]`, in the order of their first citation.
struct Apparatus {
    private let graph: CaseGraph
    private let language: LanguageChoice
    private let sources: [ID<Source>]

    /// An apparatus of some sources, each numbered once.
    init(_ graph: CaseGraph, language: LanguageChoice, sources: [ID<Source>]) {
        self.graph = graph
        self.language = language
        self.sources = sources.uniqued()
    }

    /// ` [2]`, or nothing without a source.
    func citation(of source: ID<Source>?) -> String {
        guard let source, let number = sources.firstIndex(of: source) else { return "" }
        return " [\(number + 1)]"
    }

    func addEvidence(of entity: Entity, to document: inout Document) {
        let evidence = graph.evidence(of: entity)
        document.addHeading(
            evidence.isEmpty
                ? localized(Strings.unevidenced) : "\(localized(Strings.evidence)) \(evidence.count)")
        for (number, evidence) in evidence.enumerated() {
            let label = String(number + 1)
            let indent = label.count < 2 ? 2 : 1
            for (part, claim) in language.paragraphs(evidence.claim).enumerated() {
                document.add(
                    part == 0 ? "\(label). \(claim)" : claim, indent: part == 0 ? indent : 5,
                    hanging: part == 0 ? 5 - indent : 0)
            }
            var about = evidence.support == .contradicts ? [localized(Strings.contradicts)] : []
            about.append(localized(graph.case.title(of: evidence.strength)))
            if let date = evidence.date { about.append(localized(date.label)) }
            if let locator = evidence.locator { about.append(language.line(locator.text)) }
            if let quote = evidence.quoted { about.append(quote) }
            let source = sources.firstIndex(of: evidence.source)
            document.add(
                [
                    Span("[\((source ?? 0) + 1)]", style: Theme.sourced),
                    Span(" " + about.joined(separator: " · "), style: Theme.faint),
                ], indent: 5, hanging: 4, target: target(of: evidence.source),
                copySource: .evidence(entity, number))
        }
    }

    func add(note: Text?, to document: inout Document) {
        guard let note else { return }
        document.addHeading(localized(Strings.note))
        for paragraph in language.paragraphs(note) { document.add(paragraph, indent: 2) }
    }

    func addItems(_ positions: [Int], under heading: Text, to document: inout Document) {
        document.addHeading("\(localized(heading)) \(positions.count)")
        for position in positions {
            document.addLink("·", language.line(graph.item(position).title), to: .item(position))
        }
    }

    func addSources(to document: inout Document) {
        guard !sources.isEmpty else { return }
        document.addHeading("\(localized(Strings.sources)) \(sources.count)")
        for (number, id) in sources.enumerated() {
            guard let source = graph.source(id) else { continue }
            let label = "[\(number + 1)] "
            document.add(
                label + source.label(in: language), indent: 2,
                hanging: label.utf8.count, target: target(of: id))
            for line in source.whereabouts(in: language) {
                document.add(line, indent: 2 + label.utf8.count)
            }
        }
    }

    private func localized(_ phrase: Text) -> String { language.localized(phrase) }

    private func target(of source: ID<Source>) -> Document.Target? {
        graph.number(of: source).map { .subject(.source($0)) }
    }
}
