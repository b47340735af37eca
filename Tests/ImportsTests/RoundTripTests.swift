import BundledCase
import CaseModel
import Exports
import Testing

@testable import Imports

/// What the program writes for reference managers comes back as the same facts.
struct RoundTripTests {
    private let graph: CaseGraph

    init() throws {
        graph = CaseGraph(try BundledCase.open())
    }

    /// The facts of a source in one language, without those that a format has no place for.
    private func facts(of source: Source, in language: Language, _ form: (Source) -> Source.Form) -> [String]
    {
        func say(_ text: Text?) -> String? { text?.localized(in: language.tag).onOneLine }
        func people(_ people: [Source.Author]) -> [String] {
            people.map { language == .chinese ? $0.chinese ?? $0.inverted : $0.inverted }
        }
        let facts: [String: String?] = [
            "form": form(source).rawValue, "title": say(source.title),
            "authors": source.authors.isEmpty ? nil : people(source.authors).joined(separator: "; "),
            "issuer": source.authors.isEmpty ? say(source.issuer) : nil, "date": source.date?.description,
            "number": source.documentNumber, "in": say(source.container?.title),
            "volume": source.container?.volume, "issue": source.container?.issue,
            "pages": source.container?.pages?.ranged, "url": source.url, "doi": source.doi,
            "accessed": source.accessed?.description,
        ]
        return facts.compactMap { name, value in value.map { "\(name): \($0)" } }.sorted()
    }

    private func check(
        _ result: ImportResult, _ language: Language, isLost: Set<String> = [], areNamesPlain: Bool = false,
        _ form: (Source) -> Source.Form
    ) throws {
        let sources = graph.case.sources
        try #require(result.sources.count == sources.count)
        var differences: [String] = []
        for (imported, source) in zip(result.sources, sources) {
            #expect(imported.source.id == source.id)
            let expected = facts(of: source, in: language, form).filter { fact in
                !isLost.contains { fact.hasPrefix($0 + ":") }
            }.map { areNamesPlain && $0.hasPrefix("issuer") ? $0.replacing(",", with: "") : $0 }
            let read = facts(of: imported.source, in: language) { $0.form }.filter { fact in
                !isLost.contains { fact.hasPrefix($0 + ":") }
            }
            if read != expected { differences.append("\(source.id): \(read) for \(expected)") }
        }
        #expect(differences.isEmpty, "\(differences.count): \(differences.prefix(4))")
        #expect(result.report.lost.isEmpty, "\(result.report.lines(in: .english).prefix(5))")
    }

    @Test(arguments: Language.allCases)
    func cslJSON(_ language: Language) throws {
        let text = CSLJSON(language: language.tag).text(of: graph)
        try check(try Importer.cslJSON(Array(text.utf8), file: "x.json"), language) { source in
            // CSL has one type for all official texts, and a paper without a journal is a manuscript.
            switch source.form {
            case .plan, .opinion, .agreement, .notice, .statistics: .report
            case .regulation: .law
            case .paper where source.container == nil: .archive
            case let form: form
            }
        }
    }

    @Test(arguments: Language.allCases)
    func ris(_ language: Language) throws {
        let text = RIS(language: language.tag).text(of: graph)
        // A comma divides a name in RIS, so that of a body is written without.
        try check(try Importer.ris(Array(text.utf8), file: "x.ris"), language, areNamesPlain: true) {
            source in
            switch source.form {
            case .plan, .statistics, .opinion, .agreement, .notice: .report
            case .regulation: .law
            case let form: form
            }
        }
    }

    @Test(arguments: Language.allCases)
    func bibTeX(_ language: Language) throws {
        let text = ReferenceList(BibTeX(), languages: [language.tag]).text(of: graph)
        let result = try Importer.bibTeX(Array(text.utf8), file: "x.bib")
        // BibTeX has no types for what is neither article nor report, so the forms are not compared.
        try check(result, language, isLost: ["form"]) { $0.form }
    }
}
