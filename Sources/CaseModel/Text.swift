/// The languages of a case.
package enum Language: String, CaseIterable, Hashable, Sendable {
    /// Chinese, in simplified characters unless the case says otherwise.
    case chinese = "zh"
    /// English.
    case english = "en"
}

/// A text in Chinese, in English, or in both; the other language stands in for a missing one.
package struct Text: Hashable, Sendable {
    /// The Chinese wording, if the case has one.
    package var chinese: String?
    /// The English wording, if the case has one.
    package var english: String?

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

    /// The wording in exactly this language, or nil where the case has none.
    package subscript(language: Language) -> String? {
        switch language {
        case .chinese: chinese
        case .english: english
        }
    }

    /// The wording in this language, else in the other one, else nothing.
    package func localized(in language: Language) -> String {
        switch language {
        case .chinese: chinese ?? english ?? ""
        case .english: english ?? chinese ?? ""
        }
    }

    /// Its wordings, each once.
    package var wordings: [String] {
        guard let chinese else { return english.map { [$0] } ?? [] }
        guard let english, english != chinese else { return [chinese] }
        return [chinese, english]
    }

    /// True where there is no wording in any language.
    package var isEmpty: Bool {
        (chinese ?? "").isEmpty && (english ?? "").isEmpty
    }

    /// True where both languages read the same or one is missing, so that showing both would repeat one.
    package var isUniform: Bool {
        chinese == english || chinese == nil || english == nil
    }
}

extension Double {
    /// The number as text: as many digits as it has, without a final `.0`.
    package var figure: String {
        let text = self == 0 ? "0" : String(self)
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}
