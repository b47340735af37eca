import BundledCase
import CaseFiles
import CaseModel
import Explorer
import System
import TextLayout

/// The case to open.
struct CaseChoice {
    /// The path of the case; nil for the bundled one.
    let path: String?
    /// The language of its diagnostics.
    let language: Language

    /// True if diagnostics are not printed.
    private let isQuiet: Bool

    /// The case at a path, or else that of TRIPTYCH_CASE, of the configuration, or else the bundled one.
    init(path: String? = nil, language: LanguageChoice.Wish = .usual, isQuiet: Bool = false) {
        self.isQuiet = isQuiet
        let chosen = path ?? CurrentProcess.variable("TRIPTYCH_CASE") ?? Configuration.current.case?.value
        self.path = chosen == "-" ? "/dev/stdin" : chosen
        self.language = language.interface
    }

    /// Opens the case. Errors in it are printed on stderr and end the program with 65; a missing case ends it with
    /// 66.
    func open() throws -> CaseGraph {
        guard let path else {
            do {
                return CaseGraph(try BundledCase.open())
            } catch {
                throw Failure(
                    told(zh: "随附案例打不开：\(error)", en: "the bundled case does not open: \(error)"), .defect)
            }
        }
        let outcome = try reading { () throws(CaseFileError) in try CaseReader.read(path: path) }
        guard let opened = outcome.caseFile else {
            tell(outcome.diagnostics.filter { $0.severity == .error })
            throw Failure(
                say(
                    zh: "\(path.safeToShow) 有错误，改正后才能打开",
                    en: "\(path.safeToShow) cannot be opened until its errors are mended"), .badData)
        }
        return CaseGraph(opened)
    }

    /// Reads a file; a missing or unreadable one determines the exit status.
    func reading(_ read: () throws(CaseFileError) -> LoadOutcome) throws -> LoadOutcome {
        do {
            return try read()
        } catch {
            throw Failure(error, in: language)
        }
    }

    /// Prints diagnostics on stderr.
    func tell(_ diagnostics: [Diagnostic]) {
        if isQuiet { return }
        for diagnostic in diagnostics {
            StandardStream.error.write(diagnostic.rendered(in: language) + "\n")
        }
    }

    /// The sentence in the language of the choice.
    func say(zh: String, en: String) -> String { Text(chinese: zh, english: en).phrase(in: language) }
}

extension Failure {
    /// A case that is not there or may not be read.
    init(_ error: CaseFileError, in language: Language) {
        let status: Status =
            switch error {
            case .missing: .missing
            case .unreadable: .inputOutput
            }
        self.init(error.sentence.phrase(in: language), status)
    }
}
