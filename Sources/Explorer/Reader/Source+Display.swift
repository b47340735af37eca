import CaseModel

extension Source {
    /// One line that tells the source from all others, in the languages shown.
    func label(in choice: LanguageChoice) -> String {
        let language = choice.languages[0]
        let who =
            authors.isEmpty
            ? issuer.map(choice.line) : authors.map { $0.name(in: language) }.joined(separator: ", ")
        let date = date?.description ?? choice.localized(Strings.dateUnknown)
        return [who, choice.line(title), documentNumber, date].compactMap { $0 }.joined(separator: ". ")
    }

    /// The references in the languages shown; one alone where both read the same.
    func references(
        in style: some ReferenceStyle = GBT7714(), at locator: Text? = nil, _ choice: LanguageChoice
    ) -> [String] {
        var seen: Set<String> = []
        return choice.languages.map { style.reference(to: self, at: locator, in: $0) }
            .filter { seen.insert($0).inserted }
    }
}
