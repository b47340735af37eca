import CaseFiles
import CaseModel
import Foundation
import Testing

/// The files of a case, and the diagnostics about those that cannot be read.
@Suite struct FolderTests {
    private func pictures(_ prepare: (URL) throws -> Void) throws -> [String] {
        try Marked.inFolder { folder in
            try Data(Marked.base.utf8).write(to: folder.appending(path: "base.yaml"))
            try prepare(folder)
            return try CaseReader.read(path: folder.path(), calledBy: "case").diagnostics.map {
                $0.rendered(in: .english)
            }
        }
    }

    @Test func filesInFoldersAreReadInTheOrderOfTheirPaths() throws {
        func item(_ id: String) -> String { "items: [{id: \(id), kind: project, title: 事}]" }
        let marked = Marked([
            "base.yaml": Marked.base, "z.yml": item("prj-3"), "deep/er/b.yaml": item("prj-2"),
            "deep/a.yaml": item("prj-1"), "notes.txt": "no: [yaml", ".hidden.yaml": "no: [yaml",
            ".git/x.yaml": "no: [yaml",
        ])
        let items = try #require(try marked.load().caseFile?.items)
        #expect(items.map(\.id) == ["drv-base", "pln-base", "prj-1", "prj-2", "prj-3"])
    }

    @Test func singleFile() throws {
        let (outcome, path) = try Marked.inFolder { folder in
            let file = folder.appending(path: "only.yaml")
            try Data((Marked.base + "oops: 1").utf8).write(to: file)
            return (try CaseReader.read(path: file.path()), file.path())
        }
        #expect(outcome.diagnostics.map(\.file) == [path])
    }

    @Test func pathsAreThoseGiven() throws {
        try Marked.inFolder { folder in
            try Data((Marked.base + "oops: 1").utf8).write(to: folder.appending(path: "base.yaml"))
            let path = folder.path()
            for (given, shown) in [
                (path, path), (path + "///", path), (path + "/../case", path + "/../case"),
            ] {
                let diagnostics = try CaseReader.read(path: given).diagnostics
                #expect(diagnostics.map(\.file) == ["\(shown)/base.yaml"])
                #expect(FileManager.default.fileExists(atPath: diagnostics[0].file))
            }
        }
    }

    @Test func symbolicLinksOutOfTheCaseAreRefused() throws {
        let pictures = try pictures { folder in
            let manager = FileManager.default
            let link = { (name: String, target: String) in
                try manager.createSymbolicLink(
                    atPath: folder.appending(path: name).path(), withDestinationPath: target)
            }
            try link("passwords.yaml", "/etc/passwd")
            try link("gone.yaml", "nowhere")
            try link("up", "..")
            try link("readme.txt", "base.yaml")
        }
        #expect(
            pictures == [
                "case/gone.yaml:1:1: error: this symbolic link leads nowhere; put the file itself here",
                "case/passwords.yaml:1:1: error: this symbolic link leads out of the case; put the file itself here",
                "case/readme.txt:1:1: remark: this file is passed over; the files of a case end in .yaml, .yml, .json or .geojson",
                "case/up:1:1: error: this is a symbolic link to a folder, which is not followed; put the folder itself here",
            ])
    }

    @Test func symbolicLinksWithinTheCaseAreFollowed() throws {
        let outcome = try Marked.inFolder { folder in
            let store = folder.appending(path: ".git/annex")
            try FileManager.default.createDirectory(at: store, withIntermediateDirectories: true)
            try Data(Marked.base.utf8).write(to: store.appending(path: "7f3a"))
            try FileManager.default.createSymbolicLink(
                atPath: folder.appending(path: "base.yaml").path(), withDestinationPath: ".git/annex/7f3a")
            return try CaseReader.read(path: folder.path(), calledBy: "case")
        }
        #expect(outcome.diagnostics == [])
        #expect(outcome.caseFile != nil)
    }

    @Test func filesOfACaseAndOthers() throws {
        let marked = Marked([
            "base.YAML": Marked.base, "more.YML": "sources: []",
            "data.Json": #"{"actors": [{"id": "act-x", "title": "X", "level": "city"}]}"#,
            "notes.txt": "no: [yaml",
            "deep/README.md": "# x",
        ])
        let outcome = try marked.load()
        #expect(outcome.caseFile?.actors.map(\.id) == ["act-base", "act-x"])
        #expect(outcome.diagnostics.map(\.severity) == [.remark, .remark])
        #expect(outcome.diagnostics.map(\.file) == ["case/deep/README.md", "case/notes.txt"])
        let many = try pictures { folder in
            for number in 0..<13 { try Data().write(to: folder.appending(path: "\(number).jpg")) }
        }
        #expect(many.count == 11)
        #expect(
            many.first
                == "case:1:1: remark: 3 more files are passed over; the files of a case end in .yaml, .yml, .json or .geojson"
        )
    }

    @Test func pipesAreRefusedWithoutOpeningThem() throws {
        let pictures = try pictures { #expect(mkfifo($0.appending(path: "pipe.yaml").path(), 0o600) == 0) }
        #expect(
            pictures == [
                "case/pipe.yaml:1:1: error: this is neither a file nor a folder; put an ordinary file here"
            ])
    }

    @Test func hugeFile() throws {
        let pictures = try pictures { folder in
            let file = folder.appending(path: "huge.yaml")
            try Data().write(to: file)
            let handle = try FileHandle(forWritingTo: file)
            try handle.truncate(atOffset: (8 << 20) + 1)
        }
        #expect(pictures == ["case/huge.yaml:1:1: error: the file is larger than 8 MiB; split it"])
    }

    @Test func hugeSingleFile() throws {
        try Marked.inFolder { folder in
            let path = folder.appending(path: "huge.yaml").path()
            try Data().write(to: URL(filePath: path))
            try FileHandle(forWritingTo: URL(filePath: path)).truncate(atOffset: (8 << 20) + 1)
            #expect(
                try CaseReader.read(path: path).diagnostics.map { $0.rendered(in: .english) } == [
                    "\(path):1:1: error: the file is larger than 8 MiB; split it"
                ])
        }
    }

    @Test func tooManyFiles() throws {
        let pictures = try pictures { folder in
            for number in 0..<1000 { try Data().write(to: folder.appending(path: "\(number).yaml")) }
        }
        #expect(pictures == ["case:1:1: error: the case has more than 1000 files; join some of them"])
    }

    @Test func foldersTooDeep() throws {
        let pictures = try pictures { folder in
            let path = Array(repeating: "d", count: 17).joined(separator: "/")
            try FileManager.default.createDirectory(
                at: folder.appending(path: path), withIntermediateDirectories: true)
        }
        #expect(pictures.count == 1)
        #expect(
            pictures[0].hasSuffix("d:1:1: error: the folders are nested more than 16 deep; move the files up")
        )
    }

    @Test func emptyFolder() throws {
        let outcome = try Marked([:]).load()
        #expect(
            outcome.diagnostics.map { $0.rendered(in: .english) } == [
                "case:1:1: error: there is no .yaml, .yml or .json file here; a case is a folder of them"
            ])
    }

    @Test func missingPath() {
        #expect(throws: CaseFileError.missing(path: "no/such/case")) {
            try CaseReader.read(path: "no/such/case")
        }
    }

    /// Nothing is mapped at the beginning of a process's memory, so reading it fails for everyone.
    @Test func unreadablePath() {
        #expect(
            throws: CaseFileError.unreadable(
                path: "/proc/self/mem", reason: Text(chinese: "读写出错", english: "input/output error"))
        ) {
            try CaseReader.read(path: "/proc/self/mem")
        }
    }

    @Test func tooManyEntries() throws {
        let yaml = "items: «[" + String(repeating: "1,", count: 100_001) + "]"
        let outcome = try Marked(yaml).load()
        let first = try #require(outcome.diagnostics.first { $0.english.contains("entries") })
        #expect(first.english == "'items' has more than 100000 entries; leave some of them out")
        #expect(first.column == 8)
        // All the other entries are wrong as well: the list of diagnostics has an end.
        #expect(outcome.diagnostics.count == 1001)
        #expect(
            outcome.diagnostics.contains {
                $0.english == "there are more than 1000 errors; mend the first ones and check again"
            })
    }

    @Test func manyWarningsHideNoErrorAndStopNothing() throws {
        let items = (0..<1200).map { "  - {id: prj-\($0), kind: project, title: 事}\n" }.joined()
        let sound = try Marked("items:\n" + items).load()
        #expect(sound.caseFile?.items.count == 1202)
        #expect(sound.diagnostics.count == 1001)
        #expect(
            sound.diagnostics.last?.english
                == "there are more than 1000 warnings; mend the first ones and check again")
        try Marked("items:\n" + items + "  - {id: prj-last, kind: «nothing, title: 事}").expect(
            .error, ["'kind' names 'nothing', which is not a kind of this case"])
    }

    /// Reading a pipe would wait for a writer, and a device may have no end.
    @Test func `a pipe or a device is no case`() throws {
        try Marked.inFolder { folder in
            let pipe = folder.appending(path: "pipe.yaml").path()
            #expect(mkfifo(pipe, 0o600) == 0)
            for path in [pipe, "/dev/null", "/dev/zero"] {
                let outcome = try CaseReader.read(path: path)
                #expect(
                    outcome.diagnostics.map(\.english) == [
                        "this is neither a file nor a folder; put an ordinary file here"
                    ])
                #expect(outcome.diagnostics.map(\.file) == [path])
            }
        }
    }
}
