import CaseModel
import GoldenSupport
import Testing

@testable import Exports

/// Every format of every subject, byte by byte, on the case full of difficulties.
@Suite struct FormatTests {
    /// An export by its name on the command line.
    struct Named: CustomTestStringConvertible {
        let subject: ExportSubject
        let format: ExportFormat
        var testDescription: String { "\(subject.rawValue) as \(format.rawValue)" }
    }

    static let all = ExportSubject.allCases.flatMap { subject in
        subject.formats.map { Named(subject: subject, format: $0) }
    }

    @Test(arguments: all) func `each export equals the recorded one`(export: Named) throws {
        for languages in tellings(of: export) {
            var options = ExportOptions()
            options.languages = languages.isEmpty ? [.chinese, .english] : languages
            options.notebook = NotebookTextTests.notebook(of: TroubleCase.graph)
            let writer = try #require(export.format.writer(of: export.subject, options: options))
            let name = [export.subject.rawValue, export.format.rawValue] + languages.map(\.text)
            try expect(
                writer.text(of: TroubleCase.graph), matchesFile: name.joined(separator: "."), in: "Goldens")
        }
    }

    /// The languages in which an export differs; empty if it is the same in all.
    private func tellings(of export: Named) -> [[LanguageTag]] {
        let both: [[LanguageTag]] = [[.chinese], [.english], [.chinese, .english]]
        switch export.format {
        case .csv, .tsv, .json, .graphml: return [[]]
        case .markdown: return [.tour, .case].contains(export.subject) ? both : [[]]
        case .bibtex, .ris, .cslJSON: return [[.chinese], [.english]]
        case .gbt7714, .apa, .dot, .html: return both
        }
    }

    @Test func `each subject has its formats`() {
        let tables: [ExportFormat] = [.csv, .tsv, .json, .markdown]
        #expect(ExportSubject.items.formats == tables)
        #expect(ExportSubject.evidence.formats == tables)
        #expect(ExportSubject.links.formats == tables)
        #expect(ExportSubject.sources.formats == tables + [.bibtex, .ris, .cslJSON, .gbt7714, .apa])
        #expect(ExportSubject.graph.formats == [.json, .graphml, .dot])
        #expect(ExportSubject.tour.formats == [.markdown, .html])
        #expect(ExportSubject.notebook.formats == tables)
        #expect(ExportSubject.case.formats == [.json, .markdown])
    }

    @Test func `no field begins with a formula`() {
        for sign in ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"] {
            #expect(DelimitedText.defused(sign + "1") == "'" + sign + "1")
        }
        #expect(DelimitedText.defused("1-2") == "1-2")
        #expect(DelimitedText.defused("").isEmpty)
    }

    @Test func `the byte order mark is written only on request`() {
        let marked = DelimitedText(.items, delimiter: .comma, byteOrderMark: true)
        #expect(Array(marked.text(of: TroubleCase.graph).utf8.prefix(5)) == [0xEF, 0xBB, 0xBF, 0x69, 0x64])
    }

    @Test func `the speaker's notes are told only when asked for`() {
        let languages = [LanguageTag.english]
        #expect(!TourHandout(.markdown, languages: languages).text(of: TroubleCase.graph).contains("slowly"))
        #expect(
            TourHandout(.markdown, languages: languages, notes: true).text(of: TroubleCase.graph)
                .contains("> Say \\#1 slowly"))
        #expect(!TourHandout(.html, languages: languages).text(of: TroubleCase.graph).contains("slowly"))
        #expect(
            TourHandout(.html, languages: languages, notes: true).text(of: TroubleCase.graph)
                .contains("<blockquote>Say #1 slowly</blockquote>"))
    }

    @Test func `numbers of sources are abbreviated as ranges`() {
        #expect(Handout.brackets([]).isEmpty)
        #expect(Handout.brackets([4]) == "[4]")
        #expect(Handout.brackets([1, 2, 4, 5, 6, 9]) == "[1, 2, 4–6, 9]")
    }
}
