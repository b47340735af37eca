import CaseModel

extension [Language] {
    /// What is told in each of the languages; where two read the same, once.
    func tellings(_ tell: (Language) -> String) -> [String] {
        var seen: Set<String> = []
        return map(tell).filter { seen.insert($0).inserted }
    }

    /// A text in each of the languages, each wording once.
    func wordings(_ text: Text) -> [String] { tellings { text.localized(in: $0) } }

    /// A source cited by GB/T 7714—2015 in each of the languages, each wording once.
    func references(to source: Source) -> [String] {
        tellings { GBT7714().reference(to: source, in: $0) }
    }
}
