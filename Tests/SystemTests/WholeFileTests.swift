import Glibc
import SessionSupport
import Testing

@testable import System

/// Reading and writing of whole files, locks and descriptors.
@Suite struct WholeFileTests {
    /// A folder that is removed with the value.
    private final class Folder {
        let path: String

        init() throws {
            var name = Array("/tmp/triptych-files-XXXXXX".utf8CString)
            path = try #require(mkdtemp(&name).map { String(cString: $0) })
        }

        deinit {
            for name in (try? FileSystem.names(in: path)) ?? [] { unlink(path + "/" + name) }
            rmdir(path)
        }
    }

    @Test func `a file is replaced atomically, and keeps its permissions and links`() throws {
        let folder = try Folder()
        let (file, link) = (folder.path + "/file", folder.path + "/link")
        try WholeFile.write("old", to: file, permissions: 0o600)
        #expect(try FileSystem.status(of: file).permissions == 0o600)
        chmod(file, 0o640)
        symlink("file", link)
        try WholeFile.write("渝黔", to: link)
        #expect(try WholeFile.read(file, limit: 6) == Array("渝黔".utf8))
        #expect(try FileSystem.status(of: file).permissions == 0o640)
        #expect(try FileSystem.status(of: link, followingLinks: false).kind == .symbolicLink)
        #expect(try FileSystem.names(in: folder.path) == ["file", "link"])
    }

    @Test func `a failure to write or read names the path`() throws {
        let folder = try Folder()
        let missing = folder.path + "/none/file"
        func message(_ work: () throws -> Void) -> String? {
            do { try work() } catch { return "\(error)" }
            return nil
        }
        #expect(
            message { try WholeFile.write("x", to: missing) }
                == "\(missing) cannot be written: no such file or directory")
        #expect(
            message { try WholeFile.write("x", to: folder.path) }
                == "\(folder.path) cannot be written: it is not a file")
        #expect(
            message { try FileDescriptor(open("/dev/full", O_WRONLY)).write("x") }?.hasSuffix(
                "cannot be written: no space left on device") == true)
        #expect(throws: SystemError(.read, missing, .code(ENOENT))) { try WholeFile.read(missing, limit: 9) }
        #expect(try FileSystem.names(in: folder.path).isEmpty)
    }

    @Test func `no more bytes than the limit are read, and no pipe instead of a file`() throws {
        let folder = try Folder()
        let (file, pipe) = (folder.path + "/file", folder.path + "/pipe")
        try WholeFile.write(String(repeating: "x", count: 100_000), to: file)
        #expect(try WholeFile.read(file, limit: 100_000).count == 100_000)
        #expect(throws: SystemError(.read, file, .tooLarge)) { try WholeFile.read(file, limit: 99_999) }
        mkfifo(pipe, 0o600)
        #expect(throws: SystemError(.read, pipe, .notAFile)) {
            try WholeFile.read(pipe, filesOnly: true) { _ in 9 }
        }
        // Files under /proc have no size.
        #expect(try !WholeFile.read("/proc/self/status", limit: 1 << 16).isEmpty)
    }

    @Test func `a lock has one holder, and is released afterwards`() throws {
        let folder = try Folder()
        let lock = folder.path + "/lock"
        let inner = try FileLock.hold(file: lock, milliseconds: 0) {
            Result { () throws(SystemError) in try FileLock.hold(file: lock, milliseconds: 10) {} }
        }
        #expect(throws: SystemError(.locked, lock, .held)) { try inner.get() }
        // A process that another test starts has a copy of the lock until its program runs.
        try FileLock.hold(file: lock, milliseconds: 2000) {}
        try FileLock.hold(folder: folder.path) {}
    }

    @Test func `poll reports readable and writable descriptors`() throws {
        let (near, far) = try ByteStream.pair()
        defer { near.close() }
        #expect(Poll.wait(readers: [near.descriptor], milliseconds: 0).isEmpty)
        _ = try far.write([1, 2, 3])
        let ready = Poll.wait(readers: [-1, near.descriptor], writers: [near.descriptor])
        #expect(ready == Poll.Ready(readers: [near.descriptor], writers: [near.descriptor]))
        #expect(try near.read(atMost: 2) == [1, 2])
        #expect(try near.read(atMost: 2) == [3])
        #expect(try near.read(atMost: 2).isEmpty)
        far.close()
        #expect(throws: StreamEnd()) { try near.read(atMost: 2) }
        #expect(throws: StreamEnd()) { try near.write([1]) }
    }
}
