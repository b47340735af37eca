import ArgumentParser
import CaseModel
import Explorer
import System

/// The options of all commands: case and language.
struct CaseOptions: ParsableArguments {
    @Option(
        name: .customLong("case"),
        help: ArgumentHelp(
            localized(
                zh: "案例：YAML 文件夹、单个 YAML 文件或打包文件。",
                en: "A case: a folder of YAML files, one YAML file, or a packed case."),
            discussion: localized(
                zh: "不指定时打开 TRIPTYCH_CASE 所指的案例，再没有则打开随附案例。",
                en: "Without it the case of TRIPTYCH_CASE is opened, else the bundled one."),
            valueName: "path"),
        completion: .file())
    var path: String?

    @Option(
        name: .customLong("lang"),
        help: ArgumentHelp(
            localized(
                zh: "语言：案例所有的一种，如 zh、en，或 both 全部显示（默认：取自区域设置）。",
                en: "The language: one of the case's, such as zh or en, or both (default: the locale's)."),
            valueName: "language"),
        completion: .languages)
    var language: LanguageChoice.Wish?

    /// The language asked for, or else the locale's, as the case has it. Chinese and English can be asked for whatever
    /// the case has, since the interface speaks them.
    func languageChoice(of graph: CaseGraph) throws(Failure) -> LanguageChoice {
        let offered = graph.case.manifest.languages
        if case .only(let tag)? = language, tag.closest(among: offered + [.chinese, .english]) == nil {
            let known = offered.map(\.text).joined(separator: ", ")
            let isOne = offered.count <= 1
            throw Failure(
                localized(
                    zh: "案例没有语言“\(tag.text)”；它有 \(known)" + (isOne ? "" : "，both 全部显示"),
                    en: "the case has no language '\(tag.text)'; it has \(known)"
                        + (isOne ? "" : "; 'both' shows all of them")), .wrongUsage)
        }
        return nearestLanguage(of: graph)
    }

    /// The language asked for, or else the locale's, or the nearest that the case has.
    func nearestLanguage(of graph: CaseGraph) -> LanguageChoice {
        LanguageChoice(language ?? .usual, of: graph.case.manifest.languages)
    }

    var choice: CaseChoice { CaseChoice(path: path, language: language ?? .usual) }

    func open() throws -> CaseGraph { try choice.open() }
}

/// The case of a command that is about its files: an argument, or that of the options.
struct CaseArgument: ParsableArguments {
    @OptionGroup var options: CaseOptions
    @Argument(
        help: ArgumentHelp(
            localized(
                zh: "案例：文件夹或文件（默认：--case 所指）。", en: "The case: a folder or a file (default: that of --case).")
        ), completion: .file()) var path: String?

    var choice: CaseChoice {
        path.map { CaseChoice(path: $0, language: options.language ?? .usual) } ?? options.choice
    }
}

extension LanguageChoice.Wish: ExpressibleByArgument {
    /// The language of messages before a case is open: English where the wish names no language.
    var interface: Language {
        switch self {
        case .only(let tag), .locale(let tag?): tag.nearest
        case .all: .chinese
        case .locale(nil): .english
        }
    }

    /// A language by its tag, or all of them: `both`, `all`.
    package init?(argument: String) {
        if ["both", "all"].contains(argument) {
            self = .all
        } else if let tag = LanguageTag(argument) {
            self = .only(tag)
        } else {
            return nil
        }
    }

    /// The language of the environment's locale; where that names none and only ASCII can be drawn, English.
    static var ofLocale: LanguageChoice.Wish {
        guard let name = LocaleSetting(of: .messages)?.name.prefix(while: { $0 != "." && $0 != "@" }),
            !["C", "POSIX"].contains(name)
        else {
            let words = CommandLine.arguments
            let isASCII = words.contains("--ascii") || Configuration.current.ascii?.value == true
            return .locale(
                isASCII && !words.contains("--no-ascii") && !LocaleVariables.areUnicode ? .english : nil)
        }
        return .locale(LanguageTag(String(name.map { $0 == "_" ? "-" : $0 })) ?? .english)
    }
}
