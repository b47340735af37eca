import ArgumentParser
import BundledCase
import CaseFiles
import CaseModel
import Explorer
import Glibc

/// What every command takes: which case, and in which language.
struct CaseOptions: ParsableArguments {
    @Option(
        name: .customLong("case"),
        help: ArgumentHelp(
            "A case: a folder of YAML files, one YAML file, or a packed case.",
            discussion: "Without it the case of TRIPTYCH_CASE is opened, else the bundled one.",
            valueName: "path"))
    var path: String?

    @Option(name: .customLong("lang"), help: "The language: zh, en or both (default: the locale's).")
    var language: LanguageChoice?

    /// The language asked for, or else the locale's.
    var languageChoice: LanguageChoice { language ?? .ofLocale }

    /// The path of the case that was asked for; nil stands for the bundled one.
    var chosenPath: String? {
        path ?? getenv("TRIPTYCH_CASE").map { String(cString: $0) }
    }

    /// Opens the case. What is wrong with it is told on stderr, and ends the program with 65; a case that is
    /// not there ends it with 66.
    func open() throws -> CaseGraph {
        guard let path = chosenPath else {
            do {
                return CaseGraph(try BundledCase.open())
            } catch {
                throw Failure("the bundled case does not open: \(error)", .defect)
            }
        }
        let outcome = try Self.read(path)
        guard let opened = outcome.caseFile else {
            for diagnostic in outcome.diagnostics where diagnostic.severity == .error {
                StandardStream.error.write(diagnostic.rendered() + "\n")
            }
            throw Failure("\(path) cannot be opened until its errors are mended", .badData)
        }
        return CaseGraph(opened)
    }

    /// Reads a case with all its diagnostics.
    static func read(_ path: String) throws -> LoadOutcome {
        do {
            return try CaseReader.read(path: path)
        } catch {
            switch error {
            case .missing: throw Failure("\(error)", .missing)
            case .unreadable: throw Failure("\(error)", .inputOutput)
            }
        }
    }
}

extension LanguageChoice: ExpressibleByArgument {
    /// The language of the environment's locale; Chinese where it names none.
    static var ofLocale: LanguageChoice {
        let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
        let locale = names.lazy.compactMap { getenv($0).map { String(cString: $0) } }.first { !$0.isEmpty }
        guard let locale, !["C", "POSIX"].contains(locale.prefix { $0 != "." }) else { return .chinese }
        return locale.hasPrefix("zh") ? .chinese : .english
    }
}
