import CaseModel
import TextLayout

// The languages of texts, and what is said of them in the manifest.
extension DiagnosticMessage {
    /// A key or an entry of `languages` that is not the name of a language.
    static func badLanguage(
        _ text: String, isWithoutWording: Bool = false, known: [LanguageTag] = [.chinese, .english]
    ) -> DiagnosticMessage {
        let hyphened = hyphened(text)
        let nearest =
            hyphened == text ? nil : hyphened ?? Suggestion.nearest(to: text, among: known.map(\.text))
        let message = error(
            zh: "“\(shown(text))”不是案例的语言；请写 BCP 47 语言标签，如 zh、en 或 pt-BR",
            en: "'\(shown(text))' is not a language of the case; write its BCP 47 tag, such as zh, en or "
                + "pt-BR")
        // `{en: bridges, roads}`: a key without a value is probably the rest of a text.
        return message.noting(isWithoutWording ? unquotedComma : nearest.map { meant($0) })
    }

    /// A word where the tag of a language belongs, which need not be one of the case.
    static func badTag(_ text: String) -> DiagnosticMessage {
        let hyphened = hyphened(text)
        return error(
            zh: "“\(shown(text))”不是语言标签；请写 BCP 47 语言标签，如 zh、en 或 pt-BR",
            en: "'\(shown(text))' is not the tag of a language; write one of BCP 47, such as zh, en or pt-BR"
        ).noting(hyphened == text ? nil : hyphened.map { meant($0) })
    }

    /// The tag that a word is with hyphens for its underscores; nil for what is no tag then either.
    private static func hyphened(_ text: String) -> String? {
        LanguageTag(text.replacing("_", with: "-"))?.text
    }

    static func tooManyWordings(_ what: Subject) -> DiagnosticMessage {
        error(
            zh: "\(what.zh)的键超过 \(Limits.wordings) 个；一种语言写一个，请去掉一些",
            en:
                "\(what.en) has more than \(Limits.wordings) keys; it takes one for each language, leave some out"
        )
    }

    /// A key of a locator beside wordings.
    static func locatorKey(_ key: String) -> DiagnosticMessage {
        error(
            zh: "“\(key)”是出处位置的键，不能与各语言的文字并列；请把文字写在“words”之下",
            en: "'\(key)' is a key of a locator and no language; write the words beside it under 'words'")
    }

    /// A language that stands twice in a list or a text.
    static func languageTwice(_ tag: LanguageTag) -> DiagnosticMessage {
        listedTwice(Text(chinese: "语言", english: "language"), tag.text)
    }

    /// A language that texts have and the manifest does not list.
    static func unlistedLanguage(
        _ tag: LanguageTag, of what: Subject, count: Int, listed: [LanguageTag], missing: [LanguageTag]
    ) -> DiagnosticMessage {
        let known = listed.map(\.text)
        let wanted = missing.map(\.text)
        let nearest =
            LanguageTag.languageOfCountry[tag.text].flatMap { wanted.contains($0) ? $0 : nil }
            ?? Suggestion.nearest(to: tag.text, among: wanted)
        return warning(
            zh: "\(what.zh)" + (count > 1 ? "（及另外 \(count - 1) 处）" : "")
                + "有“\(tag.text)”的文字，但总述的“languages”列的是 \(known.joined(separator: "、"))",
            en: "\(what.en)" + (count > 1 ? " (and \(count - 1) more)" : "")
                + " has a wording in '\(tag.text)', but 'languages' of the manifest lists "
                + known.joined(separator: ", ")
        ).noting(nearest.map { meant($0) })
    }
}

extension LanguageTag {
    /// Codes of countries that are taken for those of their languages.
    fileprivate static let languageOfCountry = [
        "cn": "zh", "tw": "zh", "hk": "zh", "jp": "ja", "kr": "ko", "us": "en", "gb": "en", "uk": "en",
        "br": "pt", "mx": "es", "cz": "cs", "dk": "da", "gr": "el", "ua": "uk", "vn": "vi", "np": "ne",
    ]
}
