import Foundation
import Testing

/// `triptych pack`, `schema` and `help format`: a case as one file, and the format of its files.
@Suite struct PackCommandTests {
    private static let small = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Fixtures/cases/small").path

    private func withFolder(_ work: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try work(folder)
    }

    /// Changes a byte of a pack, at a place that is counted from that of its content.
    private func damage(_ pack: String, at place: (_ content: Range<Int>) -> Int) throws {
        var bytes = try Data(contentsOf: URL(filePath: pack))
        let length = bytes[16..<24].reversed().reduce(0) { $0 << 8 | Int($1) }
        bytes[place(48..<48 + length)] ^= 1
        try bytes.write(to: URL(filePath: pack))
    }

    @Test func `a search finds the same in a pack with a damaged index, which check refuses`() throws {
        try withFolder { folder in
            let pack = folder.appending(path: "whole.pack").path
            #expect(try Invocation(["pack", "-o", pack]).status == 0)
            let words = ["search", "--lang", "en", "--case", pack, "river"]
            let found = try Invocation(words)
            #expect(found.output.contains("prj-transboundary-river-control") && found.status == 0)
            for offset in [100, 8192] {
                try damage(pack) { $0.upperBound + offset }
                #expect(try Invocation(words).output == found.output)
            }
            let checked = try Invocation(["check", pack, "--lang", "en"])
            #expect(checked.status == 65 && checked.output.contains("cut off or changed"))
            // Packed again, it has a sound one.
            #expect(try Invocation(["pack", pack, "-o", pack]).status == 0)
            #expect(try Invocation(["check", pack]).status == 0)
        }
    }

    @Test(arguments: ["pack -o", "export case --format json -o"])
    func `a limit of the size of files is told, and nothing half written stays`(command: String) throws {
        try withFolder { folder in
            let outcome = try Invocation(
                inShell: "ulimit -f 4; exec \"$PROGRAM\" \(command) '\(folder.path)/x' --lang en")
            #expect(outcome.status == 74)
            #expect(outcome.errors.hasSuffix("cannot be written: file too large\n"), "\(outcome.errors)")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
        }
    }

    /// What can be read is printed, and the status says that it is not all.
    @Test func `a damaged pack is told, refused by check, and not packed again`() throws {
        try withFolder { folder in
            let (pack, again) = (
                folder.appending(path: "small.pack").path, folder.appending(path: "again.pack").path
            )
            // The bundled case, which has more than one block.
            #expect(try Invocation(["pack", "-o", pack]).status == 0)
            // Among the items: opening does not look there.
            try damage(pack) { ($0.lowerBound + $0.upperBound) / 2 }
            let sentence = "the packed case is cut off or changed; copy it again or open its YAML files\n"
            let listed = try Invocation(["list", "--case", pack, "--lang", "en"])
            #expect(listed.status == 65)
            #expect(listed.errors == "triptych: " + sentence)
            #expect(!listed.output.isEmpty)
            let checked = try Invocation(["check", pack, "--lang", "en"])
            #expect(checked.status == 65)
            #expect(checked.output.hasPrefix("\(pack):1:1: error: " + sentence))
            let packed = try Invocation(["pack", pack, "-o", again, "--lang", "en"])
            #expect(packed.status == 65)
            #expect(!FileManager.default.fileExists(atPath: again))
        }
    }

    @Test func `every command takes a pack for its case`() throws {
        try withFolder { folder in
            let pack = folder.appending(path: "small.pack").path
            #expect(try Invocation(["pack", Self.small, "-o", pack]).status == 0)
            for command in [
                ["list"], ["show", "arr-river-pact"], ["search", "river"], ["trace", "prj-water-works"],
                ["overview"], ["sources"], ["timeline"], ["matrix"], ["places"], ["actors"], ["network"],
                ["tours"], ["snapshot", "--view", "browse", "--format", "text"],
                ["export", "case", "--format", "json"],
            ] {
                let (folder, packed) = (
                    try Invocation(command + ["--case", Self.small]),
                    try Invocation(command + ["--case", pack])
                )
                #expect(packed.output == folder.output && packed.status == folder.status, "\(command)")
                #expect(!packed.output.isEmpty || packed.status != 0)
            }
            #expect(try Invocation(["check", pack, "--strict"]).status == 0)
            #expect(try Invocation(["check", pack, "--lang", "en"]).output == "0 errors, 0 warnings\n")
        }
    }

    @Test func `stdout has the bytes of the file`() throws {
        try withFolder { folder in
            let files = ["a.pack", "b.pack"].map { folder.appending(path: $0) }
            _ = try Invocation(["pack", "--case", Self.small, "-o", files[0].path])
            _ = try Invocation(inShell: "\"$PROGRAM\" pack '\(Self.small)' -o - > '\(files[1].path)'")
            #expect(try Data(contentsOf: files[0]) == Data(contentsOf: files[1]))
            #expect(try Data(contentsOf: files[0]).count > 1000)
        }
    }

    @Test func `only a pack is overwritten unasked`() throws {
        try withFolder { folder in
            let file = folder.appending(path: "notes.txt")
            try Data("my notes".utf8).write(to: file)
            let refused = try Invocation(["pack", Self.small, "-o", file.path, "--lang", "en"])
            #expect(refused.status == 64)
            #expect(
                refused.errors
                    == "triptych: \(file.path) is there already and is no packed case; name another file, or add --force\n"
            )
            #expect(try String(contentsOf: file, encoding: .utf8) == "my notes")
            let chinese = try Invocation(["pack", Self.small, "-o", file.path, "--lang", "zh"])
            #expect(chinese.errors.contains("已存在"))
            #expect(try Invocation(["pack", Self.small, "-o", file.path, "--force"]).status == 0)
            #expect(try Invocation(["pack", Self.small, "-o", file.path]).status == 0)
        }
    }

    @Test func `a case with errors is not packed`() throws {
        try withFolder { folder in
            try Data("format: 1\n".utf8).write(to: folder.appending(path: "case.yaml"))
            let pack = folder.appending(path: "case.pack").path
            let outcome = try Invocation(["pack", folder.path, "-o", pack])
            #expect(outcome.status == 65)
            #expect(outcome.errors.contains("error: "))
            #expect(!FileManager.default.fileExists(atPath: pack))
        }
    }

    @Test func `the format is printed for editors and to read, in both languages`() throws {
        for (language, purpose) in [("en", "The manifest."), ("zh", "总述。")] {
            let schema = try Invocation(["schema", "--lang", language]).output
            let object = try JSONSerialization.jsonObject(with: Data(schema.utf8)) as? [String: Any]
            let records = try #require(object?["$defs"] as? [String: Any])
            #expect(Set(records.keys).isSuperset(of: ["item", "evidence", "source", "tour"]))
            #expect(schema.contains(purpose))
            for words in [["help", "format", "--lang", language], ["--lang", language, "help", "format"]] {
                let guide = try Invocation(words)
                #expect(guide.status == 0)
                #expect(guide.output.hasPrefix("## `file`\n") && guide.output.contains(purpose))
            }
        }
        #expect(try Invocation(["help", "list"]).output.contains("USAGE: triptych list"))
    }
}
