import BundledCase
import CaseFiles
import CaseModel
import Explorer
import System
import TextLayout

/// The way back to the files of an open case, to read them again when they change.
struct CaseRereader {
    private let choice: CaseChoice
    /// The file whose tours are walked in the case, if any.
    private let tourFile: String?
    /// The watch over these files.
    var watch: CaseWatch

    /// The files of a case as they are before it is opened; nil if there are none that can be read twice.
    init?(_ choice: CaseChoice, tourFile: String? = nil) {
        let paths = [choice.path, tourFile].compactMap(\.self)
        let kinds = paths.map { (try? FileSystem.status(of: $0))?.kind }
        guard !paths.isEmpty, kinds.allSatisfy({ $0 == .folder || $0 == .file }) else { return nil }
        (self.choice, self.tourFile) = (choice, tourFile)
        watch = CaseWatch(paths)
    }

    /// Reads the case, or else returns what is wrong with it.
    mutating func read() -> Rereading.Outcome {
        // A change while the files are read counts as one after it.
        watch.reset()
        do throws(CaseFileError) {
            var content: Case?
            var diagnostics: [Diagnostic] = []
            if let path = choice.path {
                let outcome = try CaseReader.read(path: path)
                (content, diagnostics) = (outcome.caseFile, outcome.diagnostics)
            } else {
                content = try? BundledCase.open()
            }
            if let tourFile, let whole = content {
                let outcome = try TourFile.read(path: tourFile, into: whole)
                (content, diagnostics) = (outcome.caseFile, outcome.diagnostics)
            }
            guard let content else { return .unsound(mistakes(diagnostics)) }
            let warnings = diagnostics.contains { $0.severity == .warning } ? mistakes(diagnostics) : nil
            return .sound(CaseGraph(content), warnings: warnings)
        } catch {
            let report = Language.allCases.map { ($0, [SourceNote(error.sentence.phrase(in: $0))]) }
            return .unsound(
                Rereading.Mistakes(
                    count: 1, first: error.sentence, report: Dictionary(uniqueKeysWithValues: report)))
        }
    }

    /// The errors, or the warnings where there is none, with the whole report.
    private func mistakes(_ diagnostics: [Diagnostic]) -> Rereading.Mistakes {
        let worst: Diagnostic.Severity = diagnostics.contains { $0.severity == .error } ? .error : .warning
        let errors = diagnostics.filter { $0.severity == worst }
        func first(_ language: Language) -> String {
            guard let error = errors.first else { return "" }
            // The last line of the screen has little room.
            let file = error.file.split(separator: "/").last.map(String.init) ?? error.file
            return "\(file):\(error.line):\(error.column) \(error.message.phrase(in: language))".safeToShow
        }
        let report = Language.allCases.map { language in (language, diagnostics.map { $0.note(in: language) })
        }
        return Rereading.Mistakes(
            count: errors.count, first: Text(chinese: first(.chinese), english: first(.english)),
            report: Dictionary(uniqueKeysWithValues: report))
    }
}

extension Rereading {
    /// Allows another reading where there are files for it, or says why there are none.
    mutating func allow(_ files: CaseRereader?) {
        if files != nil {
            reasonNotTo = nil
        } else if OpenedCase.isBundled {
            reasonNotTo = SessionNotices.bundledCase
        }
    }
}
