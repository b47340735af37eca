import CaseModel
import Exports
import Explorer
import Foundation
import SeededRandom
import Testing

@testable import triptych

/// The notebook on the disk: atomic writing, concurrency, crashes, damage and missing permissions.
@Suite struct NotebookStoreTests {
    /// A folder that is removed after the test.
    final class Desk {
        let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
        var folder: StateFolder { StateFolder(path: path + "/state/triptych") }
        var file: String { folder.file(for: "small") }

        deinit {
            chmod(folder.path, 0o700)
            try? FileManager.default.removeItem(atPath: path)
        }

        func store(timeout: Int = 5000) -> NotebookStore {
            NotebookStore(of: "small", in: folder, timeout: timeout)
        }

        /// Replaces the file's bytes.
        func put(_ bytes: [UInt8]) throws {
            try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
            try Data(bytes).write(to: URL(fileURLWithPath: file))
        }

        func bytes(_ path: String) -> [UInt8]? {
            FileManager.default.contents(atPath: path).map { Array($0) }
        }

        var names: [String] {
            (try? FileManager.default.contentsOfDirectory(atPath: folder.path))?.sorted() ?? []
        }
    }

    private func moment(_ second: Int = 0) throws -> Timestamp {
        try #require(PartialDate("2026-11-23").flatMap { Timestamp(date: $0, second: second) })
    }

    private func mode(_ path: String) throws -> mode_t {
        var status = stat()
        try #require(stat(path, &status) == 0)
        return status.st_mode & 0o777
    }

    @Test func `saved entries are there for the next session, and for no other user`() throws {
        let desk = Desk()
        var first = desk.store()
        #expect(first.open() == nil)
        #expect(desk.names.isEmpty, "whoever keeps nothing leaves nothing behind")
        #expect(first.keep([.note(.item("a"), "渝黔", replacing: nil)], at: try moment()) == nil)
        #expect(try mode(desk.file) == 0o600)
        for folder in [desk.folder.path, desk.path + "/state", desk.path] {
            #expect(try mode(folder) == 0o700)
        }
        var second = desk.store()
        #expect(second.open() == nil)
        #expect(second.notebook.notes[.item("a")]?.text == "渝黔")
        #expect(second.availability == .notebook(first.notebook))
        #expect(desk.names == ["small.json", "small.json.lock"])
    }

    @Test func `two sessions lose nothing of each other`() throws {
        let desk = Desk()
        var (first, second) = (desk.store(), desk.store())
        _ = (first.open(), second.open())
        for number in 0..<20 {
            #expect(first.keep([.mark(EntityRef(.item, id: "a\(number)"), true)], at: try moment()) == nil)
            #expect(second.keep([.mark(EntityRef(.item, id: "b\(number)"), true)], at: try moment()) == nil)
        }
        #expect(second.notebook.marks.count == 40)
        #expect(
            first.notebook.marks.count == 39, "what others change is seen with the next change of one's own")
    }

    @Test func `many writers at the same time lose nothing`() async throws {
        let desk = Desk()
        try await withThrowingTaskGroup(of: NotebookTrouble?.self) { group in
            for writer in 0..<8 {
                let (folder, at) = (desk.folder, try moment())
                group.addTask {
                    var store = NotebookStore(of: "small", in: folder, timeout: 60_000)
                    _ = store.open()
                    for number in 0..<10 {
                        let change = NotebookChange.mark(EntityRef(.item, id: "w\(writer)-\(number)"), true)
                        if let trouble = store.keep([change], at: at) { return trouble }
                    }
                    return nil
                }
            }
            for try await trouble in group { #expect(trouble == nil) }
        }
        var reader = desk.store()
        #expect(reader.open() == nil)
        #expect(reader.notebook.marks.count == 80)
    }

    @Test func `a session stuck with the lock blocks nobody, and nothing is lost`() throws {
        let desk = Desk()
        var store = desk.store(timeout: 20)
        #expect(store.keep([.mark(.item("a"), true)], at: try moment()) == nil)
        let stuck = open(desk.file + ".lock", O_RDWR)
        try #require(flock(stuck, LOCK_EX) == 0)
        #expect(store.keep([.mark(.item("b"), true)], at: try moment()) == .busy)
        #expect(store.notebook.marks.count == 2, "the session goes on with it")
        #expect(store.unwritten == [.mark(.item("b"), true)])
        close(stuck)
        #expect(store.keep([.mark(.item("c"), true)], at: try moment()) == nil)
        var reader = desk.store()
        _ = reader.open()
        #expect(reader.notebook.marks.count == 3)
    }

    @Test(
        arguments: [
            [], Array("{\"triptych-notebook\": 1, \"marks\": [".utf8), Array("not a notebook".utf8),
            [0xFF, 0x00, 0x1B],
            Array("{\"triptych-notebook\": 1, \"searches\": [\"\\u001b[2J\"]}".utf8),
            Array(repeating: 0x5B, count: 1 << 20),
        ] as [[UInt8]])
    func `a damaged file is renamed unchanged, and the session continues`(bytes: [UInt8]) throws {
        let desk = Desk()
        for round in 1...2 {
            try desk.put(bytes)
            var store = desk.store()
            let aside = desk.file + (round == 1 ? ".damaged" : ".damaged-2")
            guard case .setAside(aside, _)? = store.open() else {
                Issue.record("it is not told")
                return
            }
            #expect(desk.bytes(aside) == bytes)
            #expect(desk.bytes(desk.file) == nil)
            #expect(store.keep([.mark(.item("a"), true)], at: try moment()) == nil)
            #expect(desk.bytes(aside) == bytes)
        }
    }

    @Test func `damage during a session loses neither the damaged file nor the session's entries`()
        throws
    {
        let desk = Desk()
        var store = desk.store()
        #expect(store.keep([.mark(.item("a"), true)], at: try moment()) == nil)
        try desk.put(Array("half of".utf8))
        guard case .setAside(let aside, _)? = store.keep([.mark(.item("b"), true)], at: try moment()) else {
            Issue.record("it is not told")
            return
        }
        #expect(desk.bytes(aside) == Array("half of".utf8))
        var reader = desk.store()
        #expect(reader.open() == nil)
        #expect(reader.notebook.marks.count == 2)
    }

    @Test func `a newer format is left unchanged, and nothing is saved`() throws {
        let desk = Desk()
        let newer = Array("{\"triptych-notebook\": 7, \"stars\": 5}".utf8)
        try desk.put(newer)
        var store = desk.store()
        #expect(store.open() == .newer(desk.file, format: 7))
        #expect(store.availability == .nothing(because: NotebookTrouble.newer(desk.file, format: 7).notice))
        #expect(store.keep([.mark(.item("a"), true)], at: try moment()) == .newer(desk.file, format: 7))
        #expect(desk.bytes(desk.file) == newer)
        #expect(desk.names == ["small.json"])
    }

    @Test func `a crash during writing leaves the old file, and its temporary file is no obstacle`() throws {
        let desk = Desk()
        var store = desk.store()
        #expect(store.keep([.mark(.item("a"), true)], at: try moment()) == nil)
        let old = desk.bytes(desk.file)
        // The temporary file of a process with this number.
        try Data("{\"triptych-no".utf8).write(to: URL(fileURLWithPath: "\(desk.file).\(getpid()).part"))
        var next = desk.store()
        #expect(next.open() == nil)
        #expect(next.notebook == store.notebook)
        #expect(desk.bytes(desk.file) == old)
        #expect(next.keep([.mark(.item("b"), true)], at: try moment()) == nil)
        #expect(desk.names == ["small.json", "small.json.lock"])
    }

    @Test func `an unwritable path is reported, and changes wait`() throws {
        let desk = Desk()
        // A file in place of the folder: nobody, not even root, can write below it.
        try FileManager.default.createDirectory(atPath: desk.path, withIntermediateDirectories: true)
        let door = desk.path + "/state"
        try Data().write(to: URL(fileURLWithPath: door))
        var store = desk.store()
        #expect(store.open() == nil)
        guard case .unwritable? = store.keep([.mark(.item("a"), true)], at: try moment()) else {
            Issue.record("it is not told")
            return
        }
        #expect(store.notebook.marks.count == 1)
        try FileManager.default.removeItem(atPath: door)
        #expect(store.keep([], at: try moment()) == nil)
        #expect(store.unwritten.isEmpty)
        #expect(desk.names.contains("small.json"))
    }

    @Test func `of several changes of one thing the last alone is lost, and none that changed nothing`()
        throws
    {
        let desk = Desk()
        try FileManager.default.createDirectory(atPath: desk.path, withIntermediateDirectories: true)
        try Data().write(to: URL(fileURLWithPath: desk.path + "/state"))
        var store = desk.store()
        _ = store.open()
        let made = NotebookChange.bookmark(place: "v=2", title: "here", entity: nil)
        let changes = [
            made, .bookmark(place: "v=2", title: nil, entity: nil), made, .mark(.item("a"), true),
            .mark(.item("a"), false),
        ]
        for change in changes { _ = store.keep([change], at: try moment()) }
        #expect(store.unwritten == [made])
    }

    @Test func `reading again finds what others have written, and leaves nothing behind`() throws {
        let desk = Desk()
        var (first, second) = (desk.store(), desk.store())
        _ = (first.open(), second.open())
        second.reread()
        #expect(desk.names.isEmpty)
        _ = first.keep([.mark(.item("a"), true)], at: try moment())
        second.reread()
        #expect(second.notebook.marks.count == 1)
        try desk.put(Array("half of".utf8))
        second.reread()
        #expect(second.notebook.marks.count == 1 && desk.names.contains("small.json"))
    }

    @Test func `anything but a file in the file's place is left alone`() throws {
        for make in [{ mkdir($0, 0o700) }, { mkfifo($0, 0o600) }] as [(String) -> Int32] {
            let desk = Desk()
            try FileManager.default.createDirectory(
                atPath: desk.folder.path, withIntermediateDirectories: true)
            try #require(make(desk.file) == 0)
            var store = desk.store()
            guard case .unreadable? = store.open() else {
                Issue.record("it is not told")
                return
            }
            #expect(desk.names == ["small.json"])
        }
    }

    @Test func `a file that is a link stays one`() throws {
        let desk = Desk()
        try FileManager.default.createDirectory(atPath: desk.folder.path, withIntermediateDirectories: true)
        let real = desk.path + "/elsewhere.json"
        try Data(NotebookText.text(of: Notebook(), on: "small").utf8).write(to: URL(fileURLWithPath: real))
        try FileManager.default.createSymbolicLink(atPath: desk.file, withDestinationPath: real)
        var store = desk.store()
        #expect(store.keep([.mark(.item("a"), true)], at: try moment()) == nil)
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: desk.file) == real)
        #expect(desk.bytes(real)?.isEmpty == false)
    }

    @Test func `the environment names the folder, but not by a relative path`() {
        func folder(_ variables: [String: String]) -> String? {
            StateFolder(environment: { variables[$0] })?.path
        }
        #expect(folder(["XDG_STATE_HOME": "/s", "HOME": "/h"]) == "/s/triptych")
        #expect(folder(["HOME": "/h"]) == "/h/.local/state/triptych")
        #expect(folder(["XDG_STATE_HOME": "s", "HOME": "/h"]) == "/h/.local/state/triptych")
        #expect(folder(["XDG_STATE_HOME": ""]) == nil)
        #expect(folder([:]) == nil)
    }

    @Test func `a missing folder can be created if its parent is writable`() throws {
        let desk = Desk()
        try FileManager.default.createDirectory(atPath: desk.path, withIntermediateDirectories: true)
        #expect(StateFolder(path: desk.path).canKeep)
        #expect(StateFolder(path: desk.path + "/a/b/triptych").canKeep)
        try Data().write(to: URL(fileURLWithPath: desk.path + "/file"))
        for path in [
            desk.path + "/file", desk.path + "/file/triptych", "/dev/null/triptych",
        ] {
            #expect(!StateFolder(path: path).canKeep, "\(path)")
        }
    }

    @Test func `no id leads out of the folder, and no two ids share a file`() {
        let folder = StateFolder(path: "/s")
        #expect(folder.file(for: "yuqian-2") == "/s/yuqian-2.json")
        let ids = [
            "../../etc/passwd", "..", ".", "", "a/b", "a_b", "A", "a", "渝",
            String(repeating: "渝", count: 900),
        ]
        let files = ids.map { folder.file(for: ID($0)) }
        #expect(Set(files).count == ids.count)
        for file in files {
            #expect(file.hasPrefix("/s/") && file.hasSuffix(".json"))
            #expect(!file.dropFirst(3).contains("/"))
            #expect(file.utf8.count < 255)
        }
    }
}
