/// A text in one language or several; another language stands in for a missing one.
///
/// The wordings in Chinese and English are held apart from others: they are what the interface says, and what most
/// cases have.
package struct Text: Hashable, Sendable {
    /// A wording in a language.
    package struct Wording: Hashable, Sendable {
        /// The language that it is in.
        package let tag: LanguageTag
        /// What it says.
        package let text: String
    }

    /// The wording in Chinese (`zh`), if there is one.
    package var chinese: String?
    /// The wording in English (`en`), if there is one.
    package var english: String?
    /// The wordings in other languages, by tag, so that equal texts compare equal; nil where there are none.
    private var others: [Wording]?

    /// Pairs the two wordings; either may be missing.
    package init(chinese: String? = nil, english: String? = nil) {
        self.chinese = chinese
        self.english = english
    }

    /// A text that reads the same in every language, such as a document number.
    package init(_ same: String) {
        chinese = same
        english = same
    }

    /// A text of these wordings; of two in the same language the last one holds.
    package init(_ wordings: [(tag: LanguageTag, text: String)]) {
        for wording in wordings { self[wording.tag] = wording.text }
    }

    /// The wording in exactly this language, or nil where there is none.
    package subscript(tag: LanguageTag) -> String? {
        get {
            if tag == .chinese { return chinese }
            if tag == .english { return english }
            if let others { return others.first { $0.tag == tag }?.text }
            return isSame ? chinese : nil
        }
        set {
            if tag == .chinese { return chinese = newValue }
            if tag == .english { return english = newValue }
            var rest = (others ?? []).filter { $0.tag != tag }
            if let newValue {
                let place = rest.firstIndex { $0.tag.text > tag.text } ?? rest.endIndex
                rest.insert(Wording(tag: tag, text: newValue), at: place)
            }
            others = rest.isEmpty ? nil : rest
        }
    }

    /// The wording in this language or in another of its scripts and regions, else that in the case's original
    /// language, else any, else nothing.
    package func localized(in tag: LanguageTag, else original: LanguageTag? = nil) -> String {
        self[tag] ?? self[self.tag(preferring: tag, else: original)] ?? ""
    }

    /// The wording of a phrase of the program in a language of the interface; phrases have both.
    package func phrase(in language: Language) -> String {
        switch language {
        case .chinese: chinese ?? english ?? ""
        case .english: english ?? chinese ?? ""
        }
    }

    /// The language of the wording that `localized(in:)` finds; the one asked for where the text has none.
    package func tag(preferring tag: LanguageTag, else original: LanguageTag? = nil) -> LanguageTag {
        guard self[tag] == nil else { return tag }
        let tags = tags
        if let close = tag.closest(among: tags) ?? original?.closest(among: tags) { return close }
        return tags.contains(tag.nearest.tag) ? tag.nearest.tag : tags.first ?? tag
    }

    /// The languages that it has wordings in; Chinese and English first, then by tag. The order of a case's languages
    /// is the manifest's.
    package var tags: [LanguageTag] {
        var tags: [LanguageTag] = []
        if chinese != nil { tags.append(.chinese) }
        if english != nil { tags.append(.english) }
        return tags + (others?.map(\.tag) ?? [])
    }

    /// A phrase of the interface about this text, in its languages and in those of the interface.
    package func inPhrase(_ phrase: (Language, String) -> String) -> Text {
        var phrases = Text(
            chinese: phrase(.chinese, localized(in: .chinese)),
            english: phrase(.english, localized(in: .english)))
        for wording in others ?? [] { phrases[wording.tag] = phrase(wording.tag.nearest, wording.text) }
        return phrases
    }

    /// Its wordings, each once.
    package var wordings: [String] {
        guard others == nil else { return tags.compactMap { self[$0] }.uniqued() }
        guard let chinese else { return english.map { [$0] } ?? [] }
        guard let english, english != chinese else { return [chinese] }
        return [chinese, english]
    }

    /// True where there is no wording in any language.
    package var isEmpty: Bool {
        (chinese ?? "").isEmpty && (english ?? "").isEmpty && (others?.allSatisfy(\.text.isEmpty) ?? true)
    }

    /// True where all languages read the same or there is but one, so that showing several would repeat it.
    package var isUniform: Bool {
        if others != nil { return wordings.count <= 1 }
        return chinese == english || chinese == nil || english == nil
    }

    /// True for a text with a wording in another language than Chinese and English.
    package var hasOthers: Bool { others != nil }

    /// True for a text that reads the same in every language: in the case files a bare string.
    package var isSame: Bool { others == nil && chinese != nil && chinese == english }

    /// True for a text in Chinese and English and no other language, as all phrases of the interface are.
    package var isPair: Bool { others == nil && chinese != nil && english != nil }
}
