import CaseFiles
import CaseModel
import CaseSearch

/// The bibliography in a citation style, in the order of the style.
package struct ReferenceList: CaseFormat {
    private let style: any ReferenceStyle
    private let readers: [LanguageTag]

    /// References for readers of these languages. Where a style keeps the case's order, the references to one source
    /// stand together and equal ones are written once; a style with an order of its own has a list for each language.
    package init(_ style: some ReferenceStyle, languages: [LanguageTag]) {
        self.style = style
        readers = languages
    }

    /// One reference a line, or an entry on several.
    package func text(of graph: CaseGraph) -> String {
        references(to: Array(graph.case.sources))
            .map { $0.hasSuffix("\n") ? $0 + "\n" : $0.replacing("\n", with: " ") + "\n" }.joined()
    }

    private func references(to sources: [Source]) -> [String] {
        let lists = readers.map { style.list(of: sources, in: $0, collation: \.collationKey) }
        guard !style.isSorted else { return lists.uniqued().flatMap { $0 } }
        return sources.indices.flatMap { number in lists.map { $0[number] }.uniqued() }
    }
}
