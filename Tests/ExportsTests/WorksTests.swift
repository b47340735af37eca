import CaseModel
import GoldenSupport
import Testing

@testable import Exports

/// The references to sources of every type, as an editor would read them.
@Suite struct WorksTests {
    @Test(arguments: [ExportFormat.gbt7714, .apa, .bibtex, .biblatex, .ris, .cslJSON], ["zh", "en"])
    func `each work is set by the rules of the style`(format: ExportFormat, language: String) throws {
        var options = ExportOptions()
        options.languages = [try #require(LanguageTag(language))]
        let writer = try #require(format.writer(of: .sources, options: options))
        try expect(
            writer.text(of: WorksCase.open()), matchesFile: "works.\(format.rawValue).\(language)",
            in: "Goldens")
    }
}
