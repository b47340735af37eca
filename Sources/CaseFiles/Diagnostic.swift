/// One thing that is wrong with a case file, with the place where a finger would point.
package struct Diagnostic: Equatable, Sendable {
    /// Whether the case can be opened in spite of it.
    package enum Severity: String, CaseIterable, Sendable {
        /// The case cannot be opened.
        case error
        /// The case can be opened; `check --strict` refuses it.
        case warning
    }

    /// Whether it stops the load.
    package var severity: Severity
    /// The file, from the case folder's own name on: `yuqian/projects.yaml`.
    package var file: String
    /// The line, counted from 1.
    package var line: Int
    /// The column, counted in characters from 1.
    package var column: Int
    /// What is wrong and what to do: one lower-case sentence without a full stop.
    package var message: String
    /// Further hints; the first stands at the finger's tip.
    package var notes: [String]
    /// The line as it stands in the file; nil where no line can be shown.
    package var sourceLine: String?

    /// A diagnostic at a place.
    package init(
        severity: Severity, file: String, line: Int, column: Int, message: String, notes: [String] = [],
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

    /// The diagnostic as a picture of one to three lines and one for each further note, without a last
    /// line break:
    ///
    /// ```
    /// yuqian/projects.yaml:41:13: error: link 'implements' points to 'arr-pln', which is not an item
    /// 41 |       - to: arr-pln
    ///    |             ^ did you mean 'arr-plan'? (yuqian/arrangements.yaml:12:7)
    /// ```
    package func rendered() -> String {
        let file = file.map(Glyph.visible).joined()
        var lines = ["\(file):\(line):\(column): \(severity.rawValue): \(message)"]
        let number = String(line)
        let margin = String(repeating: " ", count: number.count)
        var notes = notes[...]
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

/// The part of a line that is shown over the caret, and what stands before the caret in the line below.
private struct Excerpt {
    /// Longer lines lose their ends, so that a terminal does not wrap them and part finger and word.
    private static let widest = 120
    private static let lead = 50

    var line = ""
    var padding = ""

    init(of source: String, around column: Int) {
        let characters = Array(source)
        let finger = min(max(0, column - 1), characters.count)
        var first = 0
        var last = characters.count
        if characters.count > Self.widest {
            first = max(0, finger - Self.lead)
            last = min(characters.count, first + Self.widest)
        }
        if first > 0 {
            line = "…"
            padding = " "
        }
        for index in first..<last {
            let shown = Glyph.visible(characters[index])
            line += shown
            guard index < finger else { continue }
            padding += shown == "\t" ? "\t" : String(repeating: " ", count: Glyph.columns(of: shown))
        }
        if last < characters.count { line += "…" }
    }
}
