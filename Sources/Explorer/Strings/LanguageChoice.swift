import CaseModel

/// The languages that the texts of a case are shown in, and the one that the interface speaks.
package struct LanguageChoice: Hashable, Sendable {
    /// What a reader asks for, whichever case is opened.
    package enum Wish: Hashable, Sendable {
        /// One language.
        case only(LanguageTag)
        /// All languages of the case, side by side.
        case all
        /// The language of the locale; nil where that names none.
        case locale(LanguageTag?)
    }

    /// What was asked for, or last chosen.
    private let wish: Wish
    /// The languages of the case, the original first.
    package let offered: [LanguageTag]
    /// The languages that are shown, in their order on the screen; never none.
    package let languages: [LanguageTag]
    /// The language of the interface where the reader asked for it and the case does not have it.
    private let spoken: Language?
    /// The language of the interface: the nearest to the first one shown, unless the reader asked for another.
    package let interface: Language

    /// Chinese of a case in Chinese and English.
    package static let chinese = LanguageChoice(.only(.chinese), of: [.chinese, .english])
    /// English of a case in Chinese and English.
    package static let english = LanguageChoice(.only(.english), of: [.chinese, .english])
    /// Both, Chinese first.
    package static let both = LanguageChoice(.all, of: [.chinese, .english])

    private init(_ wish: Wish, showing languages: [LanguageTag], of offered: [LanguageTag], spoken: Language?)
    {
        (self.wish, self.languages, self.offered, self.spoken) = (wish, languages, offered, spoken)
        interface = spoken ?? languages[0].nearest
    }

    /// The languages shown of a case in these. A language that the case does not have gives way to the nearest; where
    /// that is Chinese or English, the interface speaks it all the same.
    package init(_ wish: Wish, of offered: [LanguageTag]) {
        let offered = offered.isEmpty ? [.chinese, .english] : offered
        // A reader of none of the languages is most likely to read English.
        let common = LanguageTag.english.closest(among: offered) ?? offered[0]
        var (shown, spoken): ([LanguageTag], Language?) = (offered, nil)
        switch wish {
        case .all: break
        case .locale(nil): shown = [offered[0]]
        case .locale(let tag?): shown = [tag.closest(among: offered) ?? common]
        case .only(let tag):
            shown = [tag.closest(among: offered) ?? common]
            if shown[0].nearest != tag.nearest { spoken = tag.nearest }
        }
        self.init(wish, showing: shown, of: offered, spoken: spoken)
    }

    /// The same choice for another case.
    package func carried(to offered: [LanguageTag]) -> LanguageChoice {
        offered == self.offered ? self : LanguageChoice(wish, of: offered)
    }

    /// The next choice, as the language key cycles through them: each language of the case alone, then all.
    package var next: LanguageChoice {
        guard !isOnly else { return self }
        let place = languages.count > 1 ? offered.endIndex : offered.firstIndex(of: languages[0]) ?? 0
        let (wish, shown): (Wish, [LanguageTag]) =
            switch place {
            case offered.endIndex: (.only(offered[0]), [offered[0]])
            case offered.endIndex - 1: (.all, offered)
            case _: (.only(offered[place + 1]), [offered[place + 1]])
            }
        return LanguageChoice(wish, showing: shown, of: offered, spoken: spoken)
    }

    /// The first language alone, for where there is no room for several.
    var first: LanguageChoice {
        LanguageChoice(.only(languages[0]), showing: [languages[0]], of: offered, spoken: spoken)
    }

    /// The languages in which a reader reads references: those shown, or the one asked for that the case does not have,
    /// since what a style says by itself is in either.
    package var readers: [LanguageTag] { spoken.map { [$0.tag] } ?? languages }

    /// True where the case has one language, so that there is nothing to choose and nothing to mark.
    var isOnly: Bool { offered.count == 1 }

    /// A text on one line: the wordings side by side where several are asked for and differ. A wording that
    /// stands in for a missing one is marked with its language.
    package func line(_ text: Text) -> String {
        if languages.count == 1, let wording = text[languages[0]] { return wording }
        return paragraphs(text).joined(separator: " ")
    }

    /// A text as paragraphs, one for each language.
    package func paragraphs(_ text: Text) -> [String] {
        if languages.count == 1 { return [text[languages[0]] ?? standIn(for: text)] }
        if text.isUniform { return [text.tags.count == 1 ? standIn(for: text) : localized(text)] }
        var wordings: [String] = []
        for tag in languages {
            if let wording = text[tag], !wordings.contains(wording) { wordings.append(wording) }
        }
        // Phrases of the interface are in one of the languages at most.
        return wordings.count > 1 || !text.isPair ? wordings : [localized(text)]
    }

    /// The title of an entity on one line; that of a work which has none in a language shown is its own, and not a
    /// translation that is in the case's first language.
    package func title(of entity: Entity, in graph: CaseGraph) -> String {
        guard case .source(let number) = entity else { return line(graph.title(of: entity)) }
        return title(of: graph.case.sources[number])
    }

    /// The title of a work on one line.
    package func title(of source: Source) -> String {
        if languages.count == 1, let wording = source.title[languages[0]] { return wording }
        return paragraphs(ofTitle: source).joined(separator: " ")
    }

    /// The title of a work as paragraphs, one for each language.
    func paragraphs(ofTitle source: Source) -> [String] {
        guard languages.count == 1, source.title[languages[0]] == nil else { return paragraphs(source.title) }
        return [standIn(for: source.title, else: source.language ?? source.presumedLanguage)]
    }

    /// The title of an entity in the first of the languages shown, without a sign of another language.
    package func shortTitle(of entity: Entity, in graph: CaseGraph) -> String {
        guard case .source(let number) = entity else { return localized(graph.title(of: entity)) }
        return shortTitle(of: graph.case.sources[number])
    }

    /// The title of a work in the first of the languages shown, without a sign of another language.
    func shortTitle(of source: Source) -> String {
        let own = source.language ?? source.presumedLanguage
        return own.map { source.title.localized(in: languages[0], else: $0) } ?? localized(source.title)
    }

    /// The text of the interface in this language; several side by side read badly there unless they are short.
    package func localized(_ text: Text) -> String {
        if text.isPair, let wording = text[interface.tag] { return wording }
        return text.localized(in: languages[0], else: offered[0])
    }

    /// A title in every language, whatever is shown, so that a reader can quote any: those shown first, each
    /// wording once.
    func titles(_ text: Text) -> [String] {
        var titles: [String] = []
        for tag in languages + offered {
            if let title = text[tag], !titles.contains(title) { titles.append(title) }
        }
        return titles.isEmpty ? text.wordings : titles
    }

    /// The wording that is shown for a missing one. Phrases of the interface are never marked.
    private func standIn(for text: Text, else original: LanguageTag? = nil) -> String {
        guard !text.isPair || original != nil else { return localized(text) }
        let tag = text.tag(preferring: languages[0], else: original ?? offered[0])
        let wording = text[tag] ?? ""
        let isMarked = languages.contains { $0.primary != tag.primary } && !isOnly && !wording.isEmpty
        return isMarked ? "\(wording) [\(tag.text)]" : wording
    }
}

extension LanguageChoice: CustomStringConvertible {
    /// As the command line names it: `zh`, `en`, `both`.
    package var description: String { languages.count > 1 ? "both" : languages[0].text }
}
