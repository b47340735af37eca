import CaseModel
import Screen

/// The page on the case in the explorer and of `triptych overview`: counts, quality of evidence, origin of the
/// framework, citation, method and limits.
struct AboutDocument {
    private let graph: CaseGraph
    private let language: LanguageChoice
    private let overview: Overview
    private let part: NarrowedCase?
    private var document = Document()

    /// The page, with the numbers of a part of the case where a filter or pins are set.
    static func make(
        _ graph: CaseGraph, language: LanguageChoice, only part: NarrowedCase? = nil
    ) -> Document {
        var maker = AboutDocument(graph, language, part)
        maker.addHead()
        maker.addCounts()
        maker.addUnevidenced()
        maker.addFramework()
        maker.addHowToCite()
        maker.addMethod()
        return maker.document
    }

    private init(_ graph: CaseGraph, _ language: LanguageChoice, _ part: NarrowedCase?) {
        (self.graph, self.language, self.part) = (graph, language, part)
        overview = graph.overview(of: part?.selection)
    }

    private func localized(_ phrase: Text) -> String { language.localized(phrase) }

    private mutating func addHead() {
        document.addTitles(graph.case.manifest.title, language)
        for subtitle in graph.case.manifest.subtitle.map(language.paragraphs) ?? [] {
            document.add(subtitle)
        }
        if let part {
            document.add("")
            document.add(
                localized(Strings.counted(by: part.query, andPins: part.hasPins)), style: Theme.faint)
        }
    }

    private mutating func addCounts() {
        for group in OverviewCounts(graph, overview, only: part?.selection, language: language).paragraphs {
            document.add("")
            for paragraph in group { document.add(paragraph) }
        }
    }

    private mutating func addUnevidenced() {
        document.addHeading("\(localized(Strings.unevidencedItems)) \(overview.unevidenced.count)")
        if overview.unevidenced.isEmpty, part == nil {
            document.add(localized(Strings.everyItemHasEvidence), indent: 2)
        }
        for position in overview.unevidenced {
            document.addLink("·", language.line(graph.item(position).title), to: .item(position))
        }
    }

    private mutating func addFramework() {
        guard let id = graph.case.manifest.cites, let number = graph.number(of: id) else { return }
        document.addHeading(localized(Strings.framework))
        let citations = graph.case.sources[number].references(in: graph.case.manifest, language)
        for (part, citation) in citations.enumerated() {
            document.add(
                graph.case.sources[number].linked(citation), indent: 2, hanging: 2,
                target: part == 0 ? .subject(.source(number)) : nil)
        }
    }

    private mutating func addHowToCite() {
        document.addHeading(localized(Strings.howToCite))
        let hasFramework = graph.case.manifest.cites != nil
        document.add(localized(Strings.citeClaims(hasFramework: hasFramework)), indent: 2)
        for reference in graph.case.manifest.source.references(in: graph.case.manifest, language) {
            document.add(Span.linking(reference), indent: 2, hanging: 2)
        }
        if let licence = graph.case.manifest.licence {
            document.addField(localized(Strings.licence), licence)
        }
    }

    private mutating func addMethod() {
        guard !graph.case.manifest.about.isEmpty else { return }
        document.addHeading(localized(Strings.methodAndLimits))
        for (number, about) in graph.case.manifest.about.enumerated() {
            if number > 0 { document.add("") }
            for paragraph in language.paragraphs(about) {
                document.add(Span.linking(paragraph), indent: 2)
            }
        }
    }
}

/// A part of the case, the query that lets it through, if there is one, and whether pins narrow it.
package struct NarrowedCase: Equatable, Sendable {
    let selection: CaseSelection
    let query: String?
    let hasPins: Bool

    package init(_ selection: CaseSelection, by query: String?, andPins hasPins: Bool = false) {
        (self.selection, self.query, self.hasPins) = (selection, query, hasPins)
    }
}

/// The page on the case as text of a width, ending in a newline, with the numbers of a part of it, and with links on its
/// addresses if `isLinked`.
package func aboutText(
    _ graph: CaseGraph, language: LanguageChoice, columns: Int, only part: NarrowedCase? = nil,
    isLinked: Bool = false
) -> String {
    AboutDocument.make(graph, language: language, only: part).text(columns: columns, isLinked: isLinked)
        + "\n"
}
