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
    /// The line, counted from 1.
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

    /// The diagnostic for a terminal: one to three lines and one for each further note, without a line feed at
    /// the end. Whatever the case holds and however its files are named, nothing in it is unsafe to show.
    ///
    /// ```
    /// yuqian/projects.yaml:41:13: error: link 'implements' points to 'arr-pln', which is not an item
    /// 41 |       - to: arr-pln
    ///    |             ^ did you mean 'arr-plan'? (yuqian/arrangements.yaml:12:7)
    /// ```
    package func rendered(in language: Language) -> String {
        let word = severity.word.phrase(in: language)
        let colon = language == .chinese ? "：" : ": "
        let sentence = message.phrase(in: language)
        var lines = ["\(file):\(line):\(column): \(word)\(colon)\(sentence)".safeToShow]
        let number = String(line)
        let margin = String(repeating: " ", count: number.count)
        var notes = notes.map { $0.phrase(in: language).safeToShow }[...]
        if let sourceLine {
            let excerpt = Excerpt(of: sourceLine, around: column)
            lines.append(trimmingEnd("\(number) | \(excerpt.line)"))
            lines.append(trimmingEnd("\(margin) | \(excerpt.padding)^ \(notes.popFirst() ?? "")"))
        }
        lines += notes.map { "\(margin) = \($0)" }
        return lines.joined(separator: "\n")
    }

    private func trimmingEnd(_ text: String) -> String {
        var text = text
        while text.last == " " { text.removeLast() }
        return text
    }
}

/// The part of a line that is shown above the caret, and the blanks before the caret in the line below.
private struct Excerpt {
    /// The characters shown of a longer line, so that the terminal does not wrap it and misplace the caret.
    private static let widest = 120
    private static let lead = 50

    var line = ""
    var padding = ""

    init(of source: String, around column: Int) {
        let characters = Array(source)
        let caret = min(max(0, column - 1), characters.count)
        var first = 0
        var last = characters.count
        if characters.count > Self.widest {
            first = max(0, caret - Self.lead)
            last = min(characters.count, first + Self.widest)
        }
        if first > 0 {
            line = "…"
            padding = " "
        }
        for index in first..<last {
            // A tab stays a tab in both lines, so that the caret stands where it should.
            let shown = String(characters[index]).linesSafeToShow
            line += shown
            guard index < caret else { continue }
            padding += shown == "\t" ? "\t" : String(repeating: " ", count: shown.columns)
        }
        if last < characters.count { line += "…" }
    }
}
