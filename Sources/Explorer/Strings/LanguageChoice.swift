import CaseModel

/// The displayed language of data and interface.
package enum LanguageChoice: String, CaseIterable, Hashable, Sendable {
    /// Chinese only.
    case chinese = "zh"
    /// English only.
    case english = "en"
    /// Both, Chinese first.
    case both

    /// The next choice, cyclically.
    package var next: LanguageChoice {
        switch self {
        case .chinese: .english
        case .english: .both
        case .both: .chinese
        }
    }

    /// The displayed languages in their order on the screen.
    package var languages: [LanguageTag] {
        switch self {
        case .chinese: [.chinese]
        case .english: [.english]
        case .both: [.chinese, .english]
        }
    }

    /// A text on one line: both wordings side by side if both are displayed and differ. A wording that replaces a
    /// missing one is marked with its language.
    package func line(_ text: Text) -> String {
        if text.isUniform {
            let only = text.localized(in: languages[0])
            return only + mark(of: text)
        }
        return languages.map { text.localized(in: $0) }.joined(separator: " ")
    }

    /// A text as paragraphs, one for each language.
    package func paragraphs(_ text: Text) -> [String] {
        if text.isUniform { return [line(text)] }
        return languages.map { text.localized(in: $0) }
    }

    /// A text of the interface in the first displayed language, since both side by side are hard to read unless
    /// they are short.
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
