import CaseModel
import Testing

@testable import Imports

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Files that other programs write, kept beside the tests.
enum Fixture {
    static func bytes(_ name: String, from file: String = #filePath) throws -> [UInt8] {
        let folder = file[..<(file.lastIndex(of: "/") ?? file.startIndex)]
        return Array(try Data(contentsOf: URL(filePath: "\(folder)/Fixtures/\(name)")))
    }
}

extension Source {
    /// What is known of it, a line each, with texts in the language that they are in.
    var facts: [String] {
        func say(_ text: Text?) -> String? {
            text.map { text in
                text.isSame
                    ? text.wordings[0]
                    : text.tags.map { "\($0) " + text.localized(in: $0) }.joined(separator: " | ")
            }
        }
        func people(_ people: [Author]) -> String? {
            people.isEmpty
                ? nil
                : people.map { $0.inverted + ($0.chinese.map { " (\($0))" } ?? "") }.joined(separator: "; ")
        }
        let holder = container
        let facts: [(String, String?)] = [
            ("form", form.rawValue), ("genre", say(genre)), ("title", say(title)),
            ("authors", people(authors)),
            ("issuer", say(issuer)), ("editors", people(editors)), ("date", date?.description),
            ("number", documentNumber), ("in", say(holder?.title)), ("volume", holder?.volume),
            ("issue", holder?.issue), ("pages", holder?.pages), ("publisher", say(publisher)),
            ("place", say(publicationPlace)), ("edition", say(edition)), ("isbn", isbn), ("issn", issn),
            ("doi", doi), ("url", url), ("accessed", accessed?.description),
            ("language", language?.description),
            ("archive", say(archive)), ("location", archiveLocation), ("outlet", say(outlet)),
            ("note", say(note)),
        ]
        return facts.compactMap { name, value in value.map { "\(name): \($0)" } }
    }
}

/// A source's facts by id.
func facts(of result: ImportResult) -> [String: [String]] {
    Dictionary(uniqueKeysWithValues: result.sources.map { ($0.source.id.text, $0.source.facts) })
}
