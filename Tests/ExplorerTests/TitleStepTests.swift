import BundledCase
import CaseModel
import GoldenSupport
import Screen
import Testing

@testable import Explorer

/// Title steps: the case, the presenter, the date, and how to join.
@Suite struct TitleStepTests {
    private static let occasion = Occasion(
        presenter: "赵映", date: PartialDate("2026-11-29"), join: "ssh seminar@host.example.org")

    private func title(columns: Int, rows: Int, language: LanguageChoice) throws -> Rehearsal {
        let graph = CaseGraph(try BundledCase.open())
        let tour = try #require(graph.case.tours.firstIndex { $0.id == "seminar" })
        var rehearsal = Rehearsal(graph, columns: columns, rows: rows, language: language)
        rehearsal.occasion = Self.occasion
        rehearsal.present(tour: tour)
        return rehearsal
    }

    @Test(arguments: [(80, 24), (40, 20), (200, 60)], [LanguageChoice.chinese, .english])
    func picture(size: (Int, Int), language: LanguageChoice) throws {
        var rehearsal = try title(columns: size.0, rows: size.1, language: language)
        rehearsal.press(" ")
        let name = "title-\(size.0)x\(size.1)-\(language == .chinese ? "zh" : "en")"
        try expect(rehearsal.picture, matchesFile: name, in: "Pictures")
    }

    @Test(arguments: [(80, 24), (40, 20), (30, 12), (20, 6), (4, 3), (1, 1), (0, 0), (300, 100)])
    func `a follower's title step equals the presenter's, at any size`(columns: Int, rows: Int) throws {
        var presenter = try title(columns: columns, rows: rows, language: .english)
        presenter.press(" ", " ")
        var follower = Rehearsal(presenter.state.graph, columns: columns, rows: rows, language: .english)
        follower.occasion = Self.occasion
        follower.follow(presenter.state.talkPosition)
        let seen = { (rehearsal: Rehearsal) in rehearsal.picture.split(separator: "\n").dropLast() }
        #expect(seen(presenter) == seen(follower))
        #expect(presenter.grid.size == Size(columns: columns, rows: rows))
    }

    @Test(arguments: [
        (80, 24, LanguageChoice.chinese), (80, 24, .english), (80, 24, .both), (40, 20, .chinese),
        (40, 20, .english),
    ])
    func `a long occasion is told whole with the case, and rather than a picture`(
        columns: Int, rows: Int, language: LanguageChoice
    ) throws {
        let occasion = Occasion(
            presenter: "Professor A. Presenter, School of Public Affairs, Chongqing University",
            date: PartialDate("2026-11-29"), join: "ssh -p 2222 seminar@lecture-hall.example.org")
        var rehearsal = try title(columns: columns, rows: rows, language: language)
        rehearsal.occasion = occasion
        func closed(_ text: String) -> String {
            text.filter { !$0.isWhitespace && !"▀▄█".contains($0) }
        }
        let picture = closed(rehearsal.picture)
        for title in language.titles(rehearsal.state.graph.case.manifest.title).prefix(
            language == .both ? 2 : 1)
        {
            #expect(picture.contains(closed(title)), "\(rehearsal.picture)")
        }
        for words in [occasion.presenter ?? "", "2026-11-29", occasion.join ?? ""] {
            #expect(picture.contains(closed(words)), "\(rehearsal.picture)")
        }
        // All points are revealed where they have always been, and none is covered.
        let points = try #require(rehearsal.state.step?.points)
        for _ in points { rehearsal.press(" ") }
        for point in points {
            for text in language.paragraphs(point.text) {
                #expect(closed(rehearsal.picture).contains(closed(text)), "\(rehearsal.picture)")
            }
        }
    }

    @Test func `nothing of the step's own text gives way to the occasion`() throws {
        for (columns, rows) in [(80, 24), (40, 20), (40, 12), (24, 10)] {
            var plain = try title(columns: columns, rows: rows, language: .chinese)
            for _ in 0..<9 { plain.press(" ") }
            plain.goTo(step: 0)
            let headline = try #require(plain.state.step?.headline.localized(in: .chinese).first)
            #expect(plain.picture.contains(headline))
        }
    }

    @Test(arguments: [(80, 24), (80, 20), (100, 30), (60, 24)])
    func `a long way to join is told whole, and its code covers neither the first line nor the last`(
        columns: Int, rows: Int
    ) throws {
        let join = "ssh -p 2222 -o SetEnv=LANG=zh_CN.UTF-8 seminar@lecture.cqu.edu.cn"
        var rehearsal = try title(columns: columns, rows: rows, language: .english)
        rehearsal.occasion = Occasion(presenter: nil, date: nil, join: join)
        rehearsal.present(tour: try #require(rehearsal.state.talk?.tour))
        let lines = rehearsal.picture.split(separator: "\n", omittingEmptySubsequences: false)
        let words = lines.joined(separator: " ").split(separator: " ")
            .filter { !$0.contains { "▀▄█".contains($0) } }.joined(separator: " ")
        #expect(words.contains("join: " + join), "\(rehearsal.picture)")
        for line in [lines[0], lines[rows - 1]] { #expect(!line.contains { "▀▄█".contains($0) }) }
    }

    @Test func `the code is left out where half blocks cannot be drawn`() throws {
        let drawn = try title(columns: 80, rows: 24, language: .english)
        #expect(drawn.picture.contains("▀") && drawn.picture.contains("join: ssh seminar@host.example.org"))
        var bare = drawn
        bare.hasHalfBlocks = false
        #expect(!bare.picture.contains("▀") && bare.picture.contains("join: ssh seminar@host.example.org"))
    }
}
