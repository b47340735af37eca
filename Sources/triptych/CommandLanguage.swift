import ArgumentParser
import CaseModel
import Explorer

/// The language in which the command line speaks of itself: that of `--lang`, wherever it stands, else the usual one.
enum CommandLanguage {
    static let current: Language = {
        let words = CommandLine.arguments
        for (place, word) in words.enumerated() {
            let value: String?
            if word == "--lang", words.indices.contains(place + 1) {
                value = words[place + 1]
            } else {
                value = word.hasPrefix("--lang=") ? String(word.dropFirst("--lang=".count)) : nil
            }
            if let wish = value.flatMap(LanguageChoice.Wish.init(argument:)) { return wish.interface }
        }
        return LanguageChoice.Wish.usual.interface
    }()
}

/// The sentence in the language of the command line.
func localized(zh: String, en: String) -> String {
    switch CommandLanguage.current {
    case .chinese: zh
    case .english: en
    }
}
