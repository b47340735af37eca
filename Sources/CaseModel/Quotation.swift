/// A claim of the case, with the source's own words where the case has them, ready to be put into a paper with its
/// reference.
package struct Quotation: Equatable, Sendable {
    /// What is claimed, and where in the source that stands.
    package let evidence: Evidence
    /// The source that bears it out.
    package let source: Source

    /// A claim and the source that it names.
    package init(_ evidence: Evidence, from source: Source) {
        self.evidence = evidence
        self.source = source
    }

    /// Three paragraphs at most: the claim, the words of the source in quotation marks, the reference with its
    /// locator.
    package func text(in style: some ReferenceStyle, _ language: Language) -> String {
        [
            evidence.claim.localized(in: language), evidence.quote.map { "“\($0)”" },
            style.reference(to: source, at: evidence.locator, in: language),
        ].compactMap { $0 }.joined(separator: "\n")
    }
}
