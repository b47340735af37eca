import CaseModel
import Screen
import TextLayout

/// A text of paragraphs, some of which are links.
struct Document: Sendable {
    /// The destination of a paragraph's link.
    enum Target: Hashable, Sendable {
        /// A page of the reader.
        case subject(Subject)
        /// A view of the whole case.
        case view(ViewName)
        /// A list of what a number of the overview counts.
        case counted(Counted)
    }

    /// A paragraph before wrapping.
    struct Paragraph: Sendable {
        var spans: [Span]
        /// The indentation of every line.
        var indent = 0
        /// The further indentation of all lines but the first, for hanging numbers.
        var hanging = 0
        /// The destination of the paragraph's link.
        var target: Target?
        /// The origin of copied texts, if that is not the target.
        var copySource: CopySource?
        /// True for the reader's own notes, which are no part of the case.
        var isNote = false
    }

    /// A line of a wrapped paragraph.
    struct Line: Sendable {
        var spans: [Span]
        var column: Int
        /// The number of the line's paragraph.
        var paragraph: Int
        /// The number of the line's target among those of the document.
        var target: Int?
    }

    private(set) var paragraphs: [Paragraph] = []
    /// The number of the first heading's paragraph; nil without headings.
    private var endOfHead: Int?

    mutating func add(
        _ text: String, style: Style = .plain, indent: Int = 0, hanging: Int = 0, target: Target? = nil
    ) {
        add([Span(text, style: style)], indent: indent, hanging: hanging, target: target)
    }

    mutating func add(
        _ spans: [Span], indent: Int = 0, hanging: Int = 0, target: Target? = nil,
        copySource: CopySource? = nil
    ) {
        paragraphs.append(
            Paragraph(spans: spans, indent: indent, hanging: hanging, target: target, copySource: copySource))
    }

    mutating func add(_ paragraph: Paragraph) {
        paragraphs.append(paragraph)
    }

    /// Adds a title behind a sign, as a link.
    mutating func addLink(_ sign: String, _ title: String, to target: Entity) {
        add(
            sign + " " + title, style: Theme.title, indent: 2, hanging: 2,
            target: .subject(.entity(target)))
    }

    /// A title in every language, whatever is shown: a reader must be able to quote any. The language shown
    /// comes first.
    mutating func addTitles(_ title: Text, _ language: LanguageChoice) {
        for (number, title) in language.titles(title).enumerated() {
            add(title, style: number == 0 ? Theme.title : .plain)
        }
    }

    /// Adds a summary after an empty line.
    mutating func addSummary(_ summary: Text?, _ language: LanguageChoice) {
        guard let summary else { return }
        add("")
        for paragraph in language.paragraphs(summary) { add(paragraph) }
    }

    /// Adds a heading after an empty line.
    mutating func addHeading(_ text: String) {
        if endOfHead == nil { endOfHead = paragraphs.count }
        add("")
        add(Self.capitalized(text), style: Theme.heading)
    }

    /// Inserts the reader's own notes, which contain no links, before the first heading.
    mutating func insertBelowHead(_ other: Document) {
        let notes = other.paragraphs.map { paragraph in
            var paragraph = paragraph
            paragraph.isNote = true
            return paragraph
        }
        paragraphs.insert(contentsOf: notes, at: endOfHead ?? paragraphs.count)
    }

    /// Adds a value after its name.
    mutating func addField(_ name: String, _ value: String, link: WebAddress? = nil) {
        add([Span(Self.capitalized(name) + "  ", style: Theme.faint), Span(value, link: link)], hanging: 4)
    }

    /// The text with a capital first letter; phrases of the interface are in lower case.
    static func capitalized(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst()
    }

    /// The targets in the order of the paragraphs.
    var targets: [Target] { paragraphs.compactMap(\.target) }

    /// The origin of copied texts for each target; nil for one that is no entity.
    var copySources: [CopySource?] {
        paragraphs.compactMap { paragraph in
            paragraph.target.map { target in
                if let copySource = paragraph.copySource { return copySource }
                switch target {
                case .subject(let subject): return .subject(subject)
                case .view, .counted: return nil
                }
            }
        }
    }

    /// The document wrapped to a width.
    func lines(columns: Int) -> [Line] {
        var lines: [Line] = []
        var target = 0
        for (paragraphNumber, paragraph) in paragraphs.enumerated() {
            // A narrow screen has smaller indents.
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

    /// The document as text of a width, with links if wanted.
    func text(columns: Int, isLinked: Bool = false) -> String {
        lines(columns: columns).map { line in
            let text = line.spans.map { $0.text(isLinked: isLinked) }.joined()
            return text.isEmpty ? "" : String(repeating: " ", count: line.column) + text
        }.joined(separator: "\n")
    }
}
