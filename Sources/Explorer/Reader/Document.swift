import CaseModel
import Screen
import TextLayout

/// A text to be read from top to bottom, with places in it that lead somewhere.
struct Document: Sendable {
    /// Where a paragraph leads.
    enum Target: Hashable, Sendable {
        /// To a page of the reader.
        case subject(Subject)
        /// To a view of the whole case.
        case view(ViewName)
        /// To the panes, filtered by this query.
        case filter(String)
    }

    /// One paragraph before it is wrapped.
    struct Paragraph: Sendable {
        var spans: [Span]
        /// Columns by which every line is indented.
        var indent = 0
        /// Columns by which all lines but the first are indented further, so that numbers stand out.
        var hanging = 0
        /// Where the paragraph leads.
        var target: Target?
        /// What is copied from the paragraph, where that is not just its target.
        var passage: CopySource?
        /// True for what the reader has noted, which the case does not say.
        var isNote = false
    }

    /// One line of a wrapped paragraph.
    struct Line: Sendable {
        var spans: [Span]
        var column: Int
        /// The number of the paragraph that the line belongs to.
        var paragraph: Int
        /// Which of the document's targets the line belongs to.
        var target: Int?
    }

    private(set) var paragraphs: [Paragraph] = []
    /// The number of the first heading's paragraph; nil where there is no heading.
    private var endOfHead: Int?

    mutating func add(
        _ text: String, style: Style = .plain, indent: Int = 0, hanging: Int = 0, target: Target? = nil
    ) {
        add([Span(text, style: style)], indent: indent, hanging: hanging, target: target)
    }

    mutating func add(
        _ spans: [Span], indent: Int = 0, hanging: Int = 0, target: Target? = nil, passage: CopySource? = nil
    ) {
        paragraphs.append(
            Paragraph(spans: spans, indent: indent, hanging: hanging, target: target, passage: passage))
    }

    mutating func add(_ paragraph: Paragraph) {
        paragraphs.append(paragraph)
    }

    /// A title in every language, whatever is shown: a reader must be able to quote either. The language shown
    /// first comes first.
    mutating func addTitles(_ title: Text, _ language: LanguageChoice) {
        let order: [LanguageTag] =
            language.languages[0] == .chinese ? [.chinese, .english] : [.english, .chinese]
        var titles = order.compactMap { title[$0] }
        if titles.count == 2, titles[0] == titles[1] { titles.removeLast() }
        for (number, title) in titles.enumerated() {
            add(title, style: number == 0 ? Theme.title : .plain)
        }
    }

    /// A summary, with an empty line before it.
    mutating func addSummary(_ summary: Text?, _ language: LanguageChoice) {
        guard let summary else { return }
        add("")
        for paragraph in language.paragraphs(summary) { add(paragraph) }
    }

    /// A heading, with an empty line before it.
    mutating func addHeading(_ text: String) {
        if endOfHead == nil { endOfHead = paragraphs.count }
        add("")
        add(Self.capitalized(text), style: Theme.heading)
    }

    /// Puts what the reader has noted, which leads nowhere, before the first heading.
    mutating func insertBelowHead(_ other: Document) {
        let notes = other.paragraphs.map { paragraph in
            var paragraph = paragraph
            paragraph.isNote = true
            return paragraph
        }
        paragraphs.insert(contentsOf: notes, at: endOfHead ?? paragraphs.count)
    }

    /// A value with its name before it.
    mutating func addField(_ name: String, _ value: String, link: WebAddress? = nil) {
        add([Span(Self.capitalized(name) + "  ", style: Theme.faint), Span(value, link: link)], hanging: 4)
    }

    /// The phrases of the interface are in lower case, as they stand within a line.
    static func capitalized(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst()
    }

    /// Where the document leads, in the order of its paragraphs.
    var targets: [Target] { paragraphs.compactMap(\.target) }

    /// What is copied from each of the targets; nil for those that are no thing of the case.
    var passages: [CopySource?] {
        paragraphs.compactMap { paragraph in
            paragraph.target.map { target in
                if let passage = paragraph.passage { return passage }
                switch target {
                case .subject(let subject): return .subject(subject)
                case .view, .filter: return nil
                }
            }
        }
    }

    /// The document in lines of at most so many columns.
    func lines(columns: Int) -> [Line] {
        var lines: [Line] = []
        var target = 0
        for (paragraphNumber, paragraph) in paragraphs.enumerated() {
            // A narrow screen has no room to give away at the left.
            let indent = min(paragraph.indent, max(0, columns / 4))
            let hanging = min(paragraph.hanging, max(0, columns / 4))
            let wrapped = Wrapping.lines(of: paragraph.spans, columns: columns - indent, hanging: hanging)
            for (number, spans) in (wrapped.isEmpty ? [[]] : wrapped).enumerated() {
                lines.append(
                    Line(
                        spans: spans, column: indent + (number > 0 ? hanging : 0),
                        paragraph: paragraphNumber, target: paragraph.target == nil ? nil : target))
            }
            if paragraph.target != nil { target += 1 }
        }
        return lines
    }

    /// The document as text of so many columns, plain but for its links if they are wanted.
    func text(columns: Int, isLinked: Bool = false) -> String {
        lines(columns: columns).map { line in
            let text = line.spans.map { $0.text(isLinked: isLinked) }.joined()
            return text.isEmpty ? "" : String(repeating: " ", count: line.column) + text
        }.joined(separator: "\n")
    }
}
