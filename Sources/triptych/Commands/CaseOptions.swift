import ArgumentParser
import CaseModel
import Explorer
import System

/// The options of all commands: case and language.
struct CaseOptions: ParsableArguments {
    @Option(
        name: .customLong("case"),
        help: ArgumentHelp(
            "A case: a folder of YAML files, or one YAML file.",
            discussion: "Without it the case of TRIPTYCH_CASE is opened, else the bundled one.",
            valueName: "path"))
    var path: String?

    @Option(name: .customLong("lang"), help: "The language: zh, en or both (default: the locale's).")
    var language: LanguageChoice?

    /// The language given, or else the locale's.
    var languageChoice: LanguageChoice { language ?? .ofLocale }

    var choice: CaseChoice { CaseChoice(path: path, language: languageChoice) }

    func open() throws -> CaseGraph { try choice.open() }
}

extension LanguageChoice: ExpressibleByArgument {
    /// The language of the environment's locale; Chinese by default.
    static var ofLocale: LanguageChoice {
        let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
        let locale = names.lazy.compactMap { CurrentProcess.variable($0) }.first { !$0.isEmpty }
        guard let locale, !["C", "POSIX"].contains(locale.prefix { $0 != "." }) else { return .chinese }
        return locale.hasPrefix("zh") ? .chinese : .english
    }
}
