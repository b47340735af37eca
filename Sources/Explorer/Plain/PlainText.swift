import CaseModel
import TextLayout

/// A text of plain mode: paragraphs without signs, some with a number by which they can be chosen.
struct PlainText: Equatable, Sendable {
    /// A paragraph before wrapping.
    private struct Paragraph: Equatable, Sendable {
        var text: String
        var indent = 0
        var hanging = 0
        /// True for a text that is printed as it is, since it may be copied.
        var isVerbatim = false
    }

    private var paragraphs: [Paragraph] = []
    /// The paragraph at which reading begins, 0 for the first.
    private var start = 0
    /// How many paragraphs at the top are read before that all the same.
    private var lead = 0
    private let signs: SpokenSigns

    /// A text in which the words of the case stay as they are.
    init(in language: LanguageChoice, keeping words: CaseWords = CaseWords()) {
        signs = SpokenSigns(language: language.interface, own: words)
    }

    var isEmpty: Bool { paragraphs.isEmpty }

    /// Adds a paragraph of some depth, with a mark behind it and a beginning that stays as it is; nothing where the
    /// signs say nothing in words.
    mutating func add(_ text: String, indent: Int = 0, mark: String = "", after lead: String = "") {
        let spoken = lead + signs.spoken(text.inOneLine) + mark
        if !spoken.isEmpty { paragraphs.append(Paragraph(text: spoken, indent: indent)) }
    }

    /// Adds a sentence, with a capital first letter.
    mutating func add(sentence: String) {
        let spoken = signs.spoken(sentence.inOneLine)
        if !spoken.isEmpty { paragraphs.append(Paragraph(text: Document.capitalized(spoken))) }
    }

    /// Adds a paragraph that can be chosen by its number.
    mutating func add(number: Int, _ text: String, indent: Int = 0) {
        add(number: number, inWords: signs.spoken(text.inOneLine), indent: indent)
    }

    /// Adds a text that stays as it is, behind the kind of text that it is, and can be chosen by its number.
    mutating func add(number: Int, verbatim text: String, called label: String) {
        add(number: number, inWords: label + signs.language.comma + text.inOneLine, indent: 0)
    }

    private mutating func add(number: Int, inWords text: String, indent: Int) {
        let label = "\(number). "
        paragraphs.append(Paragraph(text: label + text, indent: indent, hanging: label.count))
    }

    /// Adds a text as it is.
    mutating func add(verbatim text: String) {
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            paragraphs.append(Paragraph(text: String(line), isVerbatim: true))
        }
    }

    /// Adds an empty line between two parts.
    mutating func addGap() {
        if paragraphs.last?.text.isEmpty == false { paragraphs.append(Paragraph(text: "")) }
    }

    mutating func add(_ other: PlainText) {
        if other.start > 0 { (start, lead) = (paragraphs.count + other.start, paragraphs.count + other.lead) }
        paragraphs += other.paragraphs
    }

    /// Lets reading begin with the next paragraph, after the first ones.
    mutating func startHere(after lead: Int) {
        if paragraphs.count > lead { (start, self.lead) = (paragraphs.count, lead) }
    }

    /// The number of lines that are read first, and the line at which reading then begins.
    func start(columns: Int) -> (lead: Int, start: Int) {
        func count(_ paragraphs: ArraySlice<Paragraph>) -> Int {
            Self.lines(of: paragraphs, columns: columns).count
        }
        return start == 0 ? (0, 0) : (count(paragraphs[..<lead]), count(paragraphs[..<start]))
    }

    /// The text in lines of a width, safe to write to a terminal.
    func lines(columns: Int) -> [String] { Self.lines(of: paragraphs[...], columns: columns) }

    private static func lines(of paragraphs: ArraySlice<Paragraph>, columns: Int) -> [String] {
        paragraphs.flatMap { paragraph -> [String] in
            let text = paragraph.text.safeToShow
            if text.isEmpty || paragraph.isVerbatim { return [text] }
            let indent = min(paragraph.indent, columns / 4)
            return Wrapping.lines(
                of: text, columns: columns - indent, hanging: min(paragraph.hanging, columns / 4)
            ).map { String(repeating: " ", count: indent) + $0 }
        }
    }
}

/// A long text in parts of a number of lines, paged with `more` and `previous`.
struct PlainPages: Equatable, Sendable {
    private var lines: [String] = []
    /// The lines of the part shown last.
    private var shown = 0..<0
    /// The most lines of a part; 0 shows everything at once.
    let most: Int

    init(most: Int) { self.most = max(0, most) }

    /// True if lines come after the part shown last, or before it.
    var hasMore: Bool { shown.upperBound < lines.count }
    var hasPrevious: Bool { shown.lowerBound > 0 }

    /// The number of the last line shown, and of all lines.
    var position: (line: Int, count: Int) { (shown.upperBound, lines.count) }

    /// The first part of a text, which may begin within it.
    mutating func show(_ lines: [String], from start: Int = 0) -> ArraySlice<String> {
        self.lines = lines
        return show(from: start)
    }

    mutating func more() -> ArraySlice<String> { show(from: shown.upperBound) }
    mutating func previous() -> ArraySlice<String> { show(from: max(0, shown.lowerBound - most)) }

    private mutating func show(from start: Int) -> ArraySlice<String> {
        // A single line more is worth no question.
        let isLast = most == 0 || lines.count - start <= most + 1
        shown = start..<(isLast ? lines.count : start + most)
        return lines[shown]
    }
}
