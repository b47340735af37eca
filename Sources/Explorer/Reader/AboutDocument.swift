import CaseModel
import Screen

/// The page on the case in the explorer and of `triptych overview`: counts, quality of evidence, origin of the
/// framework, citation, method and limits.
struct AboutDocument {
    private let graph: CaseGraph
    private let language: LanguageChoice
    private let overview: Overview
    private var document = Document()

    static func make(_ graph: CaseGraph, language: LanguageChoice) -> Document {
        var maker = AboutDocument(graph: graph, language: language)
        maker.addHead()
        maker.addCounts()
        maker.addUnevidenced()
        maker.addFramework()
        maker.addHowToCite()
        maker.addMethod()
        return maker.document
    }

    private init(graph: CaseGraph, language: LanguageChoice) {
        self.graph = graph
        self.language = language
        overview = graph.overview
    }

    private func localized(_ phrase: Text) -> String { language.localized(phrase) }

    private mutating func addHead() {
        document.addTitles(graph.case.manifest.title, language)
        for subtitle in graph.case.manifest.subtitle.map(language.paragraphs) ?? [] {
            document.add(subtitle)
        }
    }

    private mutating func addCounts() {
        for group in OverviewCounts(graph, overview, language: language).paragraphs {
            document.add("")
            for paragraph in group { document.add(paragraph) }
        }
    }

    private mutating func addUnevidenced() {
        document.addHeading("\(localized(Strings.unevidencedItems)) \(overview.unevidenced.count)")
        if overview.unevidenced.isEmpty {
            document.add(localized(Strings.everyItemHasEvidence), indent: 2)
        }
        for position in overview.unevidenced {
            document.add(
                "· " + language.line(graph.item(position).title), style: Theme.title, indent: 2, hanging: 2,
                target: .subject(.item(position)))
        }
    }

    private mutating func addFramework() {
        guard let id = graph.case.manifest.cites, let number = graph.number(of: id) else { return }
        document.addHeading(localized(Strings.framework))
        for (part, citation) in graph.case.sources[number].references(language).enumerated() {
            document.add(
                graph.case.sources[number].linked(citation), indent: 2, hanging: 2,
                target: part == 0 ? .subject(.source(number)) : nil)
        }
    }

    private mutating func addHowToCite() {
        document.addHeading(localized(Strings.howToCite))
        let hasFramework = graph.case.manifest.cites != nil
        document.add(localized(Strings.citeClaims(hasFramework: hasFramework)), indent: 2)
        for reference in graph.case.manifest.source.references(language) {
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

/// The page on the case as text of a width, ending in a newline, with links on its addresses if `isLinked`.
package func aboutText(
    _ graph: CaseGraph, language: LanguageChoice, columns: Int, isLinked: Bool = false
) -> String {
    AboutDocument.make(graph, language: language).text(columns: columns, isLinked: isLinked) + "\n"
}
