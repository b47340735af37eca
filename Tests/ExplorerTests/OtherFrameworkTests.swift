import CaseFiles
import CaseModel
import CaseSearch
import Foundation
import Screen
import Testing

@testable import Explorer

/// A case on another framework than the bundled one, in one language: no view says a word of the bundled case, of its
/// sources or its sides.
struct OtherFrameworkTests {
    /// What only the bundled case may say.
    private static let foreign = [
        "mirror", "reprint", "public document", "policy driver", "province", "chongqing", "guizhou",
        "project", "both sides", "两边", "primary", "reported", "analytic", "county",
        "arrangement", "governance", "镜像", "公开", "政策驱动", "省份", "渝", "黔", "项目", "协作安排", "治理",
    ]

    private let graph: CaseGraph

    init() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Fixtures/cases/commons").path()
        let outcome = try CaseReader.read(path: folder)
        // The title of a French survey has no English translation.
        #expect(outcome.diagnostics.map(\.severity) == [.remark])
        graph = CaseGraph(try #require(outcome.caseFile))
    }

    /// A session in which the interface speaks a language.
    private func rehearsal(_ language: LanguageTag) -> Rehearsal {
        Rehearsal(graph, language: LanguageChoice(.only(language), of: graph.case.manifest.languages))
    }

    private func expectNothingForeign(in rehearsal: Rehearsal, _ view: String) {
        let picture = rehearsal.picture.lowercased()
        for word in Self.foreign {
            #expect(!picture.contains(word), "\(view) says \(word):\n\(rehearsal.picture)")
        }
    }

    @Test(arguments: [LanguageTag.english, .chinese])
    func `no view says what is of the bundled case`(language: LanguageTag) throws {
        var views = rehearsal(language)
        expectNothingForeign(in: views, "browse")
        for key in ["4", "5", "6", "7", "8", "?"] as [Key] {
            var view = rehearsal(language)
            view.press(key)
            expectNothingForeign(in: view, "the view on \(key.label)")
            for other in ["x", "X", "o"] as [Key] where key != "?" {
                view.press(other)
                expectNothingForeign(in: view, "the view on \(key.label) after \(other.label)")
                if view.state.mode == .list(.axes) { view.press(.escape) }
            }
        }
        var subjects: [Explorer.Subject] = [.about]
        subjects += graph.case.items.indices.flatMap { [.item($0), .trace($0, chain: 0)] }
        subjects += graph.case.sources.indices.map { .source($0) }
        subjects += graph.case.places.indices.map { .entity(.place($0)) }
        subjects += graph.case.actors.indices.map { .entity(.actor($0)) }
        for subject in subjects {
            views.read(subject)
            expectNothingForeign(in: views, "\(subject)")
        }
        let text = TextReport(graph, language: views.state.language)
            .network(graph.cooperation(through: .both), through: .both, at: nil)
        for word in Self.foreign { #expect(!text.lowercased().contains(word), "\(text)") }
    }

    @Test func `the views speak the words of the case`() throws {
        var view = rehearsal(.english)
        view.press("7")
        #expect(view.picture.contains("rules 2"))
        view.press("X")
        #expect(view.picture.contains("practices 2"))
        view.read(.trace(try #require(graph.position(of: "att-boundary")), chain: 0))
        #expect(view.picture.contains("No chain leads here from any situation."))
    }

    @Test func `levels, sides, strengths and the word for a place's division are those of the case`() throws {
        #expect(
            graph.sides.titles.map(\.english) == [
                "Western reef", "Eastern reef", "Canal", "Spring", "Harbour town",
            ])
        #expect(
            graph.values(of: .side).map(\.id) == ["west", "east", "canal", "spring", "town", "Far Isles"])
        #expect(graph.values(of: .level).map(\.id) == ["council", "village", "household"])
        #expect(graph.values(of: .strength).map(\.id) == ["seen", "written", "told"])
        #expect(graph.title(of: .facet(.province)).english == "country")
        var view = rehearsal(.english)
        view.press("7", "X", "X")
        #expect(view.picture.contains("across sides 6") && view.picture.contains("council"))
        view.resize(columns: 200, rows: 60)
        for side in graph.sides.titles { #expect(view.picture.contains(side.localized(in: .english))) }
        #expect(view.picture.contains("Western reef–Eastern reef 2"))
        view.read(.item(try #require(graph.position(of: "rul-turns"))))
        #expect(view.picture.contains("written · section 2, paras. 3–4"))
        view.read(.entity(.place(0)))
        #expect(view.picture.contains("Country  Tonga"))
        var map = rehearsal(.english)
        map.press("6", "o")
        #expect(map.picture.contains("by country"))
    }

    @Test(arguments: [
        ("strength:seen", 1), ("strength:told", 2), ("side:east", 1), ("side:\"Far Isles\"", 1),
        ("level:council", 1),
    ])
    func `filters take the words of the case`(filter: String, count: Int) throws {
        let found = try Filter.parse(filter, in: SearchIndex(graph)).count
        #expect(found == count)
    }

    @Test func `a book without an address has none, and its authors are listed as in catalogues`() throws {
        var view = rehearsal(.english)
        view.read(.source(try #require(graph.number(of: ID<Source>("src-book")))))
        #expect(view.picture.contains("Authors  Cox, Michael; Ross, Justin M."))
        #expect(view.picture.contains("Address  no link"))
        view.read(.item(try #require(graph.position(of: "rul-closed"))))
        view.resize(columns: 80, rows: 60)
        #expect(view.picture.contains("Cox, Michael; Ross, Justin M. The Common Reef. 2011"))
    }
}
