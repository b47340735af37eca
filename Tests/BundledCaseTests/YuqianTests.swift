import BundledCase
import CaseFiles
import CaseModel
import Foundation
import Testing

/// The bundled case, held to what a scholar of the region may expect.
@Suite struct YuqianTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Resources/cases/yuqian").path()
    static let bundled = Result { try BundledCase.open() }

    @Test func loaderFindsNothingWrong() throws {
        let outcome = try CaseReader.read(path: Self.folder)
        // The remarks that a case may call for: a link to something younger, which the rules want explained, and an
        // item whose beginning no source states.
        let others = outcome.diagnostics.map { $0.rendered(in: .english) }.filter {
            !$0.contains("is marked ↶") && !$0.contains("has no date, but something is claimed of it")
        }
        #expect(others == [])
        #expect(outcome.caseFile == (try Self.bundled.get()), "the folder is what was bundled")
    }

    @Test(arguments: Rule.all)
    func holds(_ rule: Rule) throws {
        let violations = rule.violations(try Self.bundled.get())
        #expect(violations.isEmpty, "\(violations.joined(separator: "\n"))")
    }

    /// A rule that cannot fail proves nothing: each must find the mistakes given with it.
    @Test(arguments: Rule.all)
    func findsItsMistakes(_ rule: Rule) throws {
        #expect(!rule.mistakes.isEmpty)
        for (number, mistake) in rule.mistakes.enumerated() {
            var spoilt = try Self.bundled.get()
            mistake(&spoilt)
            #expect(rule.violations(spoilt) != [], "mistake \(number + 1)")
        }
    }
}

/// A rule of the case, with mistakes that break it.
struct Rule: Sendable, CustomTestStringConvertible {
    /// The rule as a sentence.
    let sentence: String
    /// The places where a case breaks it.
    let violations: @Sendable (Case) -> [String]
    /// Mistakes that it must find.
    let mistakes: [@Sendable (inout Case) -> Void]

    var testDescription: String { sentence }

    init(
        _ sentence: String, violations: @escaping @Sendable (Case) -> [String],
        mistakes: (@Sendable (inout Case) -> Void)...
    ) {
        self.sentence = sentence
        self.violations = violations
        self.mistakes = mistakes
    }

    static let all: [Rule] = [contents, paper, evidence, links, time, places, wording, languages, tours]
        .flatMap(\.self)
}

extension Case {
    /// Changes one item.
    mutating func change(_ id: ID<Item>, _ change: (inout Item) -> Void) {
        if let position = items.firstIndex(where: { $0.id == id }) { change(&items[position]) }
    }

    /// Changes one source.
    mutating func changeSource(_ id: ID<Source>, _ change: (inout Source) -> Void) {
        if let position = sources.firstIndex(where: { $0.id == id }) { change(&sources[position]) }
    }

    /// Changes one place.
    mutating func changePlace(_ id: ID<Place>, _ change: (inout Place) -> Void) {
        if let position = places.firstIndex(where: { $0.id == id }) { change(&places[position]) }
    }

    /// The items of one role.
    func items(_ role: Kind.Role) -> [Item] {
        let kinds = Set(self.kinds.filter { $0.role == role }.map(\.id))
        return items.filter { kinds.contains($0.kind) }
    }
}
