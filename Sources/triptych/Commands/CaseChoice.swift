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
        let origin: Origin?
        if let path {
            (self.path, origin) = (Self.file(path), nil)
        } else if let path = CurrentProcess.variable("TRIPTYCH_CASE") {
            (self.path, origin) = (Self.file(path), .environment("TRIPTYCH_CASE"))
        } else if let setting = Configuration.current.case {
            (self.path, origin) = (
                Self.file(setting.value), .file(path: Configuration.current.path ?? "", line: setting.line)
            )
        } else {
            (self.path, origin) = (nil, nil)
        }
        asker =
            origin.map {
                Text(chinese: "（见 ", english: " (asked for by ").phrase(in: language.interface)
                    + $0.words(in: language.interface).safeToShow
                    + Text(chinese: "）", english: ")").phrase(in: language.interface)
            } ?? ""
    }

    /// The file that a path stands for: `-` is standard input.
    private static func file(_ path: String) -> String { path == "-" ? "/dev/stdin" : path }

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
