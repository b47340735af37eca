/// A citation style.
package protocol ReferenceStyle: Sendable {
    var name: String { get }
    /// True for a style whose lists are sorted, so that they do not keep the order of the sources.
    var isSorted: Bool { get }

    /// The reference to a source for a reader of a language. It is set in the language of the work.
    ///
    /// A locator names the cited part of the source. A style without locators in its reference lists puts the
    /// in-text citation on a line of its own.
    func reference(to source: Source, at locator: Locator?, in reader: LanguageTag) -> String

    /// The references of a list, in the order of the style; `collation` returns the sort key of a name.
    func list(of sources: [Source], in reader: LanguageTag, collation: (String) -> String) -> [String]
}

extension ReferenceStyle {
    /// Most styles number their lists.
    package var isSorted: Bool { false }

    /// The reference to a source as a whole.
    package func reference(to source: Source, in reader: LanguageTag) -> String {
        reference(to: source, at: nil, in: reader)
    }

    /// The references in the order of the sources.
    package func list(
        of sources: [Source], in reader: LanguageTag, collation: (String) -> String
    ) -> [String] {
        sources.map { reference(to: $0, in: reader) }
    }
}

extension Manifest {
    /// The style of the references that the case shows by itself: GB/T 7714 for readers of Chinese, APA for a case
    /// without Chinese.
    package var referenceStyle: any ReferenceStyle {
        languages.isEmpty || languages.contains { $0.nearest == .chinese } ? GBT7714() : APA()
    }
}

/// A claim with the source's own words, if the case has them, and its reference, for use in a paper.
package struct Quotation: Equatable, Sendable {
    /// The claim, with its place in the source.
    package let evidence: Evidence
    /// The source of the claim.
    package let source: Source

    package init(_ evidence: Evidence, from source: Source) {
        self.evidence = evidence
        self.source = source
    }

    /// At most three paragraphs: the claim, the source's words in quotation marks, the reference with the locator.
    package func text(in style: some ReferenceStyle, _ language: LanguageTag) -> String {
        [
            evidence.claim.localized(in: language), evidence.quoted,
            style.reference(to: source, at: evidence.locator, in: language),
        ].compactMap { $0 }.joined(separator: "\n")
    }
}

extension Int {
    /// `1st`, `2nd`, `11th`.
    var englishOrdinal: String {
        let sign =
            switch (self % 10, self % 100) {
            case (_, 11...13): "th"
            case (1, _): "st"
            case (2, _): "nd"
            case (3, _): "rd"
            case _: "th"
            }
        return String(self) + sign
    }
}

/// The sentences of a reference in a row; one that ends in a mark of its own gets no full stop.
func sentences(_ parts: [String?]) -> String {
    let marks: Set<Character> = [".", "?", "!", "？", "！", "。"]
    return parts.compactMap { $0 }.filter { !$0.isEmpty }.map { part in
        part.last.map(marks.contains) == true ? part : part + "."
    }.joined(separator: " ")
}
