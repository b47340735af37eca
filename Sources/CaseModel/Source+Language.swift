// The language of a work that the case does not state.

extension Case {
    /// Gives a language to each source that has titles in several and states none, so that a work is in the same
    /// language for every reader.
    mutating func presumeLanguages() {
        let original = manifest.languages.first
        sources.changeEach { source in
            if source.language == nil { source.presumedLanguage = source.likelyLanguage(in: original) }
        }
    }
}

extension Source {
    /// The language that a work with titles in several is likely to be in: that of a text which it has in one language
    /// only, that of its authors' names or its number, else the original language of the case. Nil where there is
    /// nothing to choose.
    func likelyLanguage(in original: LanguageTag?) -> LanguageTag? {
        let tags = title.tags.filter { !$0.isSpelling }
        guard !title.isUniform, tags.count > 1 else { return nil }
        let texts = [container?.title, outlet, publisher, issuer, publicationPlace, edition, archive]
        for case let text? in texts where !text.isSame && text.tags.count == 1 {
            if let tag = text.tags[0].closest(among: tags) { return tag }
        }
        let chinese = tags.first { $0.nearest == Language.chinese }
        if documentNumber?.unicodeScalars.contains(where: \.isHan) == true, let chinese { return chinese }
        if let chinese, !authors.isEmpty {
            if authors.contains(where: { $0.chinese != nil }) { return chinese }
            let others = tags.filter { $0 != chinese }
            if others.count == 1, authors.allSatisfy({ $0.family.contains(where: \.isCased) }) {
                return others[0]
            }
        }
        return original?.closest(among: tags) ?? tags[0]
    }
}
