import Foundation
import Testing

/// `triptych check`, of whatever form a case has.
@Suite struct CheckCommandTests {
    private static let folder = "Resources/cases/yuqian"

    /// The remarks on time order without the places at which a folder has them.
    private func remarks(_ arguments: [String]) throws -> [String] {
        let output = try Invocation(["check"] + arguments + ["--lang", "en"]).output
        return output.split(separator: "\n").compactMap { line in
            line.firstRange(of: "remark: ").map { String(line[$0.upperBound...]) }
        }.filter { $0.contains("began before") || $0.contains("something is claimed of it") }.sorted()
    }

    @Test func `the bundled case and a pack have the same remarks on time order as the folder`() throws {
        let pack = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
        defer { try? FileManager.default.removeItem(atPath: pack) }
        let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: Self.folder).path
        #expect(try Invocation(["pack", path, "-o", pack]).status == 0)
        let wanted = try remarks([path])
        for words in ["began before", "something is claimed of it"] {
            #expect(wanted.count { $0.contains(words) } > 5)
        }
        #expect(try remarks([]) == wanted)
        #expect(try remarks([pack]) == wanted)
        let bundled = try Invocation(["check", "--strict", "--lang", "en"])
        #expect(bundled.status == 0, "a remark fails nothing")
        #expect(bundled.output.hasSuffix("0 errors, 0 warnings, \(wanted.count) remarks\n"))
    }

    @Test func `in JSON a remark on a case without files has no line`() throws {
        let output = try Invocation(["check", "--format", "json", "--lang", "en"]).output
        let records = try #require(
            try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [[String: Any]])
        #expect(!records.isEmpty)
        for record in records {
            #expect(record["severity"] as? String == "remark" && record["file"] as? String == "yuqian")
            #expect(record["line"] == nil && record["column"] == nil)
            let message = try #require(record["message"] as? String)
            #expect(message.contains("began before") || message.contains("something is claimed of it"))
        }
    }
}
