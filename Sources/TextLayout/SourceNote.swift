/// A message about a place in a text file, as lines of a terminal: the line of the file stands below the message, with
/// a caret under the place.
///
/// ```
/// yuqian/projects.yaml:41:13: error: link 'implements' points to 'arr-pln', which is not an item
/// 41 |       - to: arr-pln
///    |             ^ did you mean 'arr-plan'? (yuqian/arrangements.yaml:12:7)
/// ```
package struct SourceNote: Equatable, Sendable {
    /// The place and what is wrong there.
    private let heading: String
    /// The line of the file; nil if there is none to show.
    private let source: String?
    /// The place in the file, counted in characters from 1.
    private let line: Int
    private let column: Int
    /// Further hints; the first is shown beside the caret.
    private let hints: [String]

    /// A message; whatever the texts hold, nothing in the lines is unsafe to show.
    package init(
        _ heading: String, source: String? = nil, line: Int = 1, column: Int = 1, hints: [String] = []
    ) {
        self.heading = heading.safeToShow
        self.source = source
        self.line = line
        self.column = column
        self.hints = hints.map(\.safeToShow)
    }

    /// The lines. In a number of columns messages are broken between words, and the line of the file is cut so that the
    /// caret stays under its place.
    package func lines(columns: Int? = nil) -> [String] {
        let number = String(line)
        let margin = String(repeating: " ", count: number.count)
        func wrapped(_ text: String, hanging: Int) -> [String] {
            columns.map { Wrapping.lines(of: text, columns: $0, hanging: hanging) } ?? [text]
        }
        var lines = wrapped(heading, hanging: 2)
        var hints = hints[...]
        if let source {
            let room = columns.map { $0 - margin.count - 3 }
            let excerpt = Excerpt(of: source, around: column, columns: room)
            lines.append("\(number) | \(excerpt.line)".withoutTrailingSpaces)
            // A hint that would wrap beside the caret stands on a line of its own.
            let beside = hints.first.flatMap { hint in
                room.map { excerpt.padding.columns + 2 + hint.columns <= $0 } ?? true ? hint : nil
            }
            if beside != nil { hints = hints.dropFirst() }
            lines.append("\(margin) | \(excerpt.padding)^ \(beside ?? "")".withoutTrailingSpaces)
        }
        return lines + hints.flatMap { wrapped("\(margin) = \($0)", hanging: margin.count + 3) }
    }
}

/// The part of a line that is shown above the caret, and the blanks before the caret in the line below.
private struct Excerpt {
    /// The characters shown of a longer line where no width is given.
    private static let widest = 120
    private static let lead = 50

    var line = ""
    var padding = ""

    init(of source: String, around column: Int, columns: Int?) {
        let characters = source.map { String($0).linesSafeToShow }
        let caret = min(max(0, column - 1), characters.count)
        // A tab stays a tab in both lines; how wide it is, the terminal says: eight columns at most.
        let widths = characters.map { columns == nil ? 1 : $0 == "\t" ? 8 : $0.columns }
        let widest = columns.map { max(4, $0) } ?? Self.widest
        var first = 0
        var last = characters.count
        // The caret may stand behind the end.
        if widths.reduce(columns != nil && caret == last ? 1 : 0, +) > widest {
            let room = columns == nil ? widest : widest - 2
            let lead = columns == nil ? Self.lead : room / 2
            (first, last) = (caret, caret)
            var used = 0
            while first > 0, used + widths[first - 1] <= lead {
                first -= 1
                used += widths[first]
            }
            if columns != nil, caret == characters.count { used += 1 }
            while last < characters.count, used + widths[last] <= room {
                used += widths[last]
                last += 1
            }
        }
        if first > 0 {
            line = "…"
            padding = " "
        }
        for index in first..<last {
            line += characters[index]
            guard index < caret else { continue }
            padding +=
                characters[index] == "\t" ? "\t" : String(repeating: " ", count: characters[index].columns)
        }
        if last < characters.count { line += "…" }
    }
}
