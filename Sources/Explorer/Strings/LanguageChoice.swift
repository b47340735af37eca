import CaseModel

/// The language that data and interface are shown in.
package enum LanguageChoice: String, CaseIterable, Hashable, Sendable {
    /// Chinese only.
    case chinese = "zh"
    /// English only.
    case english = "en"
    /// Both, Chinese first.
    case both

    /// The next choice, as the language key cycles through them.
    package var next: LanguageChoice {
        switch self {
        case .chinese: .english
        case .english: .both
        case .both: .chinese
        }
    }

    /// The languages that are shown, in their order on the screen.
    package var languages: [LanguageTag] {
        switch self {
        case .chinese: [.chinese]
        case .english: [.english]
        case .both: [.chinese, .english]
        }
    }

    /// A text on one line: both wordings side by side where both are asked for and differ. A wording that
    /// stands in for a missing one is marked with its language.
    package func line(_ text: Text) -> String {
        if text.isUniform {
            let only = text.localized(in: languages[0])
            return only + mark(of: text)
        }
        return languages.map { text.localized(in: $0) }.joined(separator: " ")
    }

    /// A text in paragraphs, one a language.
    package func paragraphs(_ text: Text) -> [String] {
        if text.isUniform { return [line(text)] }
        return languages.map { text.localized(in: $0) }
    }

    /// The text of the interface in this language; both side by side read badly there unless they are short.
    package func localized(_ text: Text) -> String {
        text.localized(in: languages[0])
    }

    private func mark(of text: Text) -> String {
        guard !text.isEmpty else { return "" }
        if text.chinese == nil, languages.contains(.chinese) { return " [en]" }
        if text.english == nil, languages.contains(.english) { return " [zh]" }
        return ""
    }
}
