/// A way to cite a source in a paper. Copying and exporting share it.
public protocol ReferenceStyle: Sendable {
    /// The reference to a source, told in a language as far as the case has it.
    func reference(to source: Source, in language: Language) -> String
}
