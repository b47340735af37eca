import CaseModel
import TextLayout

/// An error, warning or remark about a case file, with the place that it points at.
///
/// Its texts are in Chinese and English, and what they quote is as the file has it; `rendered` makes them safe for a
/// terminal.
package struct Diagnostic: Equatable, Sendable {
    /// How serious it is.
    package enum Severity: String, CaseIterable, Sendable {
        /// The case cannot be opened.
        case error
        /// The case can be opened; `check --strict` fails.
        case warning
        /// Something worth knowing, which fails nothing.
        case remark

        /// The word in front of the message.
        package var word: Text {
            switch self {
            case .error: Text(chinese: "错误", english: rawValue)
            case .warning: Text(chinese: "警告", english: rawValue)
            case .remark: Text(chinese: "说明", english: rawValue)
            }
        }
    }

    /// Whether it keeps the case from being opened.
    package var severity: Severity
    /// The file's path, which begins with the path of the case as it was given: `cases/yuqian/projects.yaml`.
    package var file: String
    /// The line, counted from 1; 0 where a case has no files to point into.
    package var line: Int
    /// The column, counted in characters from 1.
    package var column: Int
    /// What is wrong and what to do: one sentence without a full stop, in lower case.
    package var message: Text
    /// Further hints; the first is shown beside the caret.
    package var notes: [Text]
    /// The line as it is in the file; nil if there is none to show.
    package var sourceLine: String?

    package init(
        severity: Severity, file: String, line: Int, column: Int, message: Text, notes: [Text] = [],
        sourceLine: String? = nil
    ) {
        self.severity = severity
        self.file = file
        self.line = line
        self.column = column
        self.message = message
        self.notes = notes
        self.sourceLine = sourceLine
    }

    /// The diagnostic for a terminal of some columns, or one to three lines of any length and one for each further note;
    /// without a line feed at the end. Whatever the case holds and however its files are named, nothing in it is unsafe
    /// to show.
    package func rendered(in language: Language, columns: Int? = nil) -> String {
        note(in: language).lines(columns: columns).joined(separator: "\n")
    }

    /// The diagnostic as a message at a place, for a terminal of any width.
    package func note(in language: Language) -> SourceNote {
        let word = severity.word.phrase(in: language)
        let colon = language == .chinese ? "：" : ": "
        let place = line > 0 ? "\(file):\(line):\(column)" : file
        return SourceNote(
            "\(place): \(word)\(colon)\(message.phrase(in: language))", source: sourceLine,
            line: line, column: column, hints: notes.map { $0.phrase(in: language) })
    }
}
