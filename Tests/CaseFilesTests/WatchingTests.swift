import Foundation
import System
import Testing

@testable import CaseFiles

/// Which changes of files make a case worth reading again.
@Suite final class WatchingTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)

    init() throws {
        try FileManager.default.createDirectory(
            at: folder.appending(path: "case/deep"), withIntermediateDirectories: true)
        try write("case/case.yaml", "format: 1\n")
        try write("case/deep/items.yaml", "items: []\n")
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func write(_ name: String, _ text: String) throws {
        try Data(text.utf8).write(to: folder.appending(path: name))
    }

    private func path(_ name: String) -> String { folder.appending(path: name).path }

    /// A watch as the program's loop uses it.
    private final class Watcher {
        private(set) var watch: CaseWatch

        init(_ path: String) { watch = CaseWatch([path]) }

        /// True if changes are reported, and the files differ after a moment of quiet.
        func notices() -> Bool {
            guard !Poll.wait(readers: watch.readers, milliseconds: 2000).isEmpty else { return false }
            let now = ContinuousClock.now
            watch.receive(at: now)
            let isEarly = watch.hasChanged(at: now)
            #expect(!isEarly, "it waits for a moment of quiet")
            return watch.hasChanged(at: now + .seconds(1))
        }

        /// True if changes that count have been reported.
        func receives() -> Bool {
            watch.receive(at: .now)
            return watch.due != nil
        }

        /// True if nothing is left to be read, and nothing wakes the program.
        var isQuiet: Bool { Poll.wait(readers: watch.readers, milliseconds: 0).isEmpty && watch.due == nil }
    }

    @Test func `changes, additions, removals and renames at any depth are noticed, each once`() throws {
        let watch = Watcher(path("case"))
        #expect(watch.isQuiet)
        try write("case/case.yaml", "format: 1 # changed\n")
        #expect(watch.notices())
        #expect(watch.isQuiet)
        try write("case/deep/items.yaml", "items: [] # changed\n")
        #expect(watch.notices())
        // As editors save: another file takes the name.
        try write("case/deep/.items.yaml.new", "items: [] # renamed\n")
        _ = watch.notices()
        rename(path("case/deep/.items.yaml.new"), path("case/deep/items.yaml"))
        #expect(watch.notices())
        try FileManager.default.removeItem(atPath: path("case/deep/items.yaml"))
        #expect(watch.notices())
    }

    @Test func `folders made later are watched, and those taken away`() throws {
        let watch = Watcher(path("case"))
        try FileManager.default.createDirectory(atPath: path("case/new"), withIntermediateDirectories: false)
        #expect(!watch.notices(), "an empty folder is nothing to read")
        try write("case/new/more.json", "{}")
        #expect(watch.notices())
        try FileManager.default.removeItem(atPath: path("case/new"))
        #expect(watch.notices())
        // The whole folder goes, and another comes.
        rename(path("case"), path("away"))
        #expect(watch.notices())
        rename(path("away"), path("case"))
        #expect(watch.notices())
        try write("case/case.yaml", "format: 1 # again\n")
        #expect(watch.notices())
    }

    @Test func `what is no file of the case does not count`() throws {
        let watch = Watcher(path("case"))
        try write("case/notes.txt", "x")
        try write("case/.case.yaml.swp", "x")
        #expect(!watch.notices())
        let file = Watcher(path("case/case.yaml"))
        try write("case/other.yaml", "x")
        #expect(!file.receives(), "the other files of a folder are no matter of a single one")
        try write("case/case.yaml", "format: 1 # single\n")
        #expect(file.notices())
    }
}
