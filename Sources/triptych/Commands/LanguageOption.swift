import ArgumentParser
import CaseModel
import Explorer

/// The option of commands that open no case: the language in which they write.
struct LanguageOption: ParsableArguments {
    @Option(
        name: .customLong("lang"),
        help: ArgumentHelp(
            localized(zh: "zh 或 en（默认：取自区域设置）。", en: "zh or en (default: the locale's)."),
            valueName: "language"),
        completion: .list(["zh", "en"]))
    var wish: LanguageChoice.Wish?

    /// The language of sentences.
    var language: Language { (wish ?? .usual).interface }
}
