import CaseModel
import TextLayout

/// The titles of a matrix's columns, each on as many lines as it takes and no more than there is room for; in several
/// languages only where every one of them has room for all.
struct MatrixHeading {
    private let values: [FacetValue]
    private let language: LanguageChoice
    private let columns: Int
    private let most: Int

    /// Titles of a given width and at most this many lines, chosen by measuring a sample of lines.
    init(
        _ lines: [CrossTab.Line], of crossTab: CrossTab, language: LanguageChoice, columns: Int, most: Int
    ) {
        values = crossTab.columns
        self.columns = max(1, columns)
        self.most = most
        let both = MatrixHeading(values, language: language, columns: self.columns, most: most)
        let fits = lines.allSatisfy { both.whole(of: $0) != nil }
        self.language = fits ? language : language.first
    }

    private init(_ values: [FacetValue], language: LanguageChoice, columns: Int, most: Int) {
        (self.values, self.language, self.columns, self.most) = (values, language, columns, most)
    }

    /// A column's title. A word longer than a line is cut rather than broken, and so is the last line allowed.
    func lines(of line: CrossTab.Line) -> [String] {
        guard most > 0 else { return [] }
        if let whole = whole(of: line) { return whole }
        let texts = language.paragraphs(line.title(among: values))
        let lines = texts.flatMap { Wrapping.lines(of: cuttingWords(of: $0), columns: columns) }
        guard lines.count > most else { return lines }
        return lines.prefix(most - 1) + [TextFit.clipped(lines[most - 1] + "…", to: columns)]
    }

    /// The width of the longest word of these titles; Han characters may be on any line.
    static func longestWord(_ lines: [CrossTab.Line], of crossTab: CrossTab, language: LanguageChoice) -> Int
    {
        lines.flatMap { words(of: language.localized($0.title(among: crossTab.columns))) }
            .filter(isUnbroken).map { String($0).columns }.max() ?? 0
    }

    /// A title that fits without a cut; nil if it does not.
    private func whole(of line: CrossTab.Line) -> [String]? {
        let texts = language.paragraphs(line.title(among: values))
        guard texts.allSatisfy({ cuttingWords(of: $0) == $0 }) else { return nil }
        let lines = texts.flatMap { Wrapping.lines(of: $0, columns: columns) }
        return lines.count <= most ? lines : nil
    }

    private func cuttingWords(of text: String) -> String {
        Self.words(of: text).map {
            Self.isUnbroken($0) ? TextFit.clipped(String($0), to: columns) : String($0)
        }.joined(separator: " ")
    }

    private static func words(of text: String) -> [Substring] {
        text.split(separator: " ", omittingEmptySubsequences: false)
    }

    private static func isUnbroken(_ word: Substring) -> Bool {
        word.unicodeScalars.allSatisfy { $0.value < 0x2E80 }
    }
}
