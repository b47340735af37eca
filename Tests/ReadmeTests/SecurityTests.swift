import Foundation
import Testing

/// Each promise of the page on security is held by a test.
@Suite struct SecurityTests {
    /// The tests of a suite: the names in backticks, the functions, and the titles of its tests.
    private static func tests(of suite: String) throws -> Set<String> {
        let folder = Page.root.appending(path: "Tests")
        let paths = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
        var names: Set<String> = []
        for case let file as URL in paths where file.pathExtension == "swift" {
            let text = try String(contentsOf: file, encoding: .utf8)
            guard text.contains("struct \(suite) {") || text.contains("class \(suite) {") else { continue }
            names.formUnion(text.matches(of: /func `([^`]+)`/).map { String($0.1) })
            names.formUnion(text.matches(of: /func (\w+)\(/).map { String($0.1) })
        }
        return names
    }

    @Test func `every test that the page names is there`() throws {
        let page = try Page(".github/SECURITY.md").text
        let named = page.matches(of: /`(\w+Tests)\/([^`]+)`/).map {
            (suite: String($0.1), name: String($0.2))
        }
        #expect(named.count > 30)
        for test in named {
            #expect(
                try Self.tests(of: test.suite).contains(test.name), "there is no \(test.suite)/\(test.name)")
        }
    }

    @Test func `every row of promises names a test`() throws {
        let rows = try Page(".github/SECURITY.md").text.split(separator: "\n").filter { $0.hasPrefix("| ") }
        let promises = rows.filter { !$0.hasPrefix("| promise |") }
        #expect(promises.count > 20)
        for row in promises { #expect(row.contains("Tests/"), "\(row)") }
    }

    /// The readers that the page says are fed.
    @Test func `every target of the fuzzer has a row in the table`() throws {
        let folder = Page.root.appending(path: "Tests/Fuzzing/Targets")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        let text = try files.map { try String(contentsOf: $0, encoding: .utf8) }.joined()
        let declared = text.matches(of: /static let (\w+) = (?:FuzzTarget\(\s|references\()/).map {
            String($0.1)
        }
        #expect(declared.count >= 17)
        let table = try #require(text.firstMatch(of: /static var all: \[FuzzTarget\] \{\s+\[([^\]]+)\]/)).1
        let listed = table.split { !$0.isLetter }.map(String.init)
        #expect(Set(declared) == Set(listed))
    }
}
