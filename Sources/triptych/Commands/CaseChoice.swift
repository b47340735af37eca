import BundledCase
import CaseFiles
import CaseModel
import Explorer
import Synchronization
import System
import TextLayout

/// The case to open.
struct CaseChoice {
    /// The path of the case; nil for the bundled one.
    let path: String?
    /// The language of its diagnostics.
    let language: Language

    /// Who asks for the path where the command line does not, ` ($TRIPTYCH_CASE)`, for messages; else empty.
    private let asker: String
    /// True if diagnostics are not printed.
    private let isQuiet: Bool

    /// The case at a path, or else that of TRIPTYCH_CASE, of the configuration, or else the bundled one.
    init(path: String? = nil, language: LanguageChoice.Wish = .usual, isQuiet: Bool = false) {
        self.isQuiet = isQuiet
        self.language = language.interface
        let usual = path == nil ? Self.usual(in: .current) : nil
        // A hyphen stands for standard input.
        self.path = (path ?? usual?.path).map { $0 == "-" ? "/dev/stdin" : $0 }
        asker =
            usual.map {
                let origin = $0.origin.words(in: language.interface).safeToShow
                return Text(chinese: "（见 \(origin)）", english: " (asked for by \(origin))")
                    .phrase(in: language.interface)
            } ?? ""
    }

    /// The case that is opened where the command line names none, and who asks for it; nil for the bundled one.
    static func usual(in configuration: Configuration) -> (path: String, origin: Origin)? {
        if let path = CurrentProcess.variable("TRIPTYCH_CASE") {
            return (path, .environment("TRIPTYCH_CASE"))
        }
        return configuration.case.map { ($0.value, configuration.origin(line: $0.line)) }
    }

    /// Opens the case. Errors in it are printed on stderr and end the program with 65; a missing case ends it with
    /// 66.
    func open() throws -> CaseGraph {
        guard let path else {
            do {
                return CaseGraph(try BundledCase.open())
            } catch {
                throw Failure(
                    localized(zh: "随附案例打不开：\(error)", en: "the bundled case does not open: \(error)"), .defect
                )
            }
        }
        let outcome = try reading { () throws(CaseFileError) in try CaseReader.read(path: path) }
        guard let opened = outcome.caseFile else {
            tell(outcome.diagnostics.filter { $0.severity == .error })
            throw Failure(
                say(
                    zh: "\(path.safeToShow) 有错误，改正后才能打开\(asker)",
                    en: "\(path.safeToShow) cannot be opened until its errors are mended\(asker)"), .badData)
        }
        OpenedCase.note(opened, in: language)
        return CaseGraph(opened)
    }

    /// Reads a file; a missing or unreadable one determines the exit status.
    func reading(_ read: () throws(CaseFileError) -> LoadOutcome) throws -> LoadOutcome {
        do {
            return try read()
        } catch {
            throw Failure(error, in: language, askedForBy: asker)
        }
    }

    /// Prints diagnostics on stderr.
    func tell(_ diagnostics: [Diagnostic]) {
        if !isQuiet { StandardStream.error.write(diagnostics, in: language) }
    }

    /// The sentence in the language of the choice.
    func say(zh: String, en: String) -> String { Text(chinese: zh, english: en).phrase(in: language) }
}

/// The case that a command has opened last.
enum OpenedCase {
    private static let opened = Mutex<(content: Case, language: Language)?>(nil)

    static func note(_ content: Case, in language: Language) {
        opened.withLock { $0 = (content, language) }
    }

    /// True if no case with a file of its own was opened.
    static var isBundled: Bool { opened.withLock { $0 == nil } }

    /// What could not be decoded of a packed case since it was opened, if anything.
    static var failure: Failure? {
        opened.withLock { $0 }.flatMap { opened in
            opened.content.failure.map { Failure($0.phrase(in: opened.language), .badData) }
        }
    }
}

extension Failure {
    /// A case that is not there or may not be read, with who asks for it.
    init(_ error: CaseFileError, in language: Language, askedForBy asker: String = "") {
        let status: Status =
            switch error {
            case .missing: .missing
            case .unreadable: .inputOutput
            }
        self.init(error.sentence.phrase(in: language) + asker, status)
    }
}
