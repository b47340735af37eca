import CaseModel

/// The bibliography in a style of citing, in the case's order.
package struct ReferenceList: CaseFormat {
    private let style: any ReferenceStyle
    private let languages: [Language]

    /// References in these languages; where both read the same, one stands alone.
    package init(_ style: some ReferenceStyle, languages: [Language]) {
        self.style = style
        self.languages = languages
    }

    /// One reference a line, or an entry on several.
    package func text(of graph: CaseGraph) -> String {
        graph.case.sources.flatMap { source in
            languages.tellings { style.reference(to: source, in: $0) }
        }.map { $0.hasSuffix("\n") ? $0 + "\n" : $0.replacing("\n", with: " ") + "\n" }.joined()
    }
}
