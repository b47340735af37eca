/// A way to cite a source in a paper. CopyMenu and exporting share it.
package protocol ReferenceStyle: Sendable {
    /// What the style is called among those who use it.
    var name: String { get }

    /// The reference to a source, told in a language as far as the case has it.
    ///
    /// A locator says what part of the source is meant. Where the style keeps locators out of its list of
    /// references, what stands in the text itself comes on a line of its own.
    func reference(to source: Source, at locator: Text?, in language: Language) -> String
}

extension ReferenceStyle {
    /// The reference to a source as a whole.
    package func reference(to source: Source, in language: Language) -> String {
        reference(to: source, at: nil, in: language)
    }
}
