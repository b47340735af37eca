import BundledCase
import CaseFiles
import Foundation
import Testing

/// The bundled case, and the program that packs it during the build.
@Suite struct BundledCaseTests {
    @Test func isTheCaseOfTheFolder() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Resources/cases/yuqian").path()
        let outcome = try CaseReader.read(path: folder)
        #expect(outcome.diagnostics.filter { $0.severity == .error } == [])
        // Only the result is expected: a report of both whole cases would be no help.
        let isTheSame = try outcome.caseFile == BundledCase.open()
        #expect(isTheSame, "the bundled case is older than its folder; build again")
    }

    @Test func packerWritesTheCaseAsSwift() throws {
        let source = try Marked.inFolder { folder in
            let file = folder.appending(path: "Packed.swift")
            let run = try packer([SmallCaseTests.folder, file.path()])
            #expect(run.status == 0 && run.errors.isEmpty)
            return try String(contentsOf: file, encoding: .utf8)
        }
        let packed = try unescaped(literal("packedContent", in: source))
        let directory = try #require(Data(base64Encoded: try literal("packedDirectory", in: source)))
        let whole = try CaseReader.read(path: SmallCaseTests.folder).caseFile
        try Array(packed.utf8).withUnsafeBytes { packed in
            let content = try Pack.open(trusted: packed, directory: [UInt8](directory))
            // While its bytes are there.
            #expect(content == whole)
            #expect(content.failure == nil)
        }
    }

    /// The text of a literal.
    private func unescaped(_ literal: String) throws -> String {
        var text = ""
        var rest = Substring(literal)
        while let character = rest.popFirst() {
            guard character == "\\" else {
                text.append(character)
                continue
            }
            let escape = rest.popFirst()
            switch try #require(escape) {
            case "n": text.append("\n")
            case "u":
                let digits = rest.dropFirst().prefix { $0 != "}" }
                rest = rest.dropFirst(digits.count + 2)
                let scalar = try #require(UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init))
                text.unicodeScalars.append(scalar)
            case let other: text.append(other)
            }
        }
        return text
    }

    /// What stands between the quotes of a constant.
    private func literal(_ name: String, in source: String) throws -> String {
        let start = "let \(name): StaticString = \""
        let line = try #require(source.split(separator: "\n").first { $0.hasPrefix(start) })
        return String(line.dropFirst(start.count).dropLast())
    }

    @Test func packerShowsTheDiagnosticsOfABadCase() throws {
        try Marked.inFolder { folder in
            try Data((Marked.base + "oops: 1").utf8).write(to: folder.appending(path: "base.yaml"))
            let file = folder.appending(path: "Packed.swift")
            let run = try packer([folder.path(), file.path()])
            #expect(run.status == 1)
            #expect(
                run.errors == """
                    \(folder.path())/base.yaml:31:1: error: a case has no key 'oops'; delete it or correct its name
                    31 | oops: 1
                       | ^

                    """)
            #expect(!FileManager.default.fileExists(atPath: file.path()))
            #expect(try packer([folder.path() + "/none", file.path()]).status == 1)
            #expect(try packer([]).status == 1)
        }
    }

    /// Runs the program beside the tests' own.
    private func packer(_ arguments: [String]) throws -> (status: Int32, errors: String) {
        let process = Process()
        process.executableURL = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
            .appending(path: "case-packer")
        process.arguments = arguments
        let errors = Pipe()
        process.standardError = errors
        try process.run()
        let said = try errors.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: said, as: UTF8.self))
    }
}
