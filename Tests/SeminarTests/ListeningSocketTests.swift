import CaseModel
import Glibc

import Testing

@testable import Seminar

/// Names, folders and sockets: replacement and refusal.
@Suite struct ListeningSocketTests {
    @Test(arguments: ["渝黔", "seminar-3", "Tag_1", "čeština", "二〇二六", String(repeating: "黔", count: 20)])
    func `letters and digits of any script make a name`(_ name: String) throws {
        #expect(try SeminarName(name).text == name)
    }

    @Test func `a name is the same in each of its Unicode forms`() throws {
        #expect(
            try Array(SeminarName("e\u{301}tude").text.unicodeScalars) == Array("\u{E9}tude".unicodeScalars))
        let room = Room()
        let composed = try room.folder.socket(of: SeminarName("\u{E9}"))
        #expect(Array(try room.folder.socket(of: SeminarName("e\u{301}")).utf8) == Array(composed.utf8))
    }

    @Test(arguments: [
        "", "-x", "a b", "a/b", "../x", ".", "a.b", "a;b", "$(x)", "a'b", "a\nb", "渝黔！", "x\u{200B}",
        "a\u{301}b\u{0}",
        "\u{202E}x", "\u{3164}", String(repeating: "黔", count: 21),
    ])
    func `names with another meaning are refused`(_ name: String) {
        #expect(throws: SeminarError.badName(name)) { try SeminarName(name) }
    }

    @Test func `a path that is too long for a socket is refused with a sentence`() throws {
        let folder = SeminarFolder(shared: "/tmp/" + String(repeating: "x", count: 90))
        #expect(try folder.socket(of: SeminarName("abcdef")).utf8.count == 107)
        #expect(throws: SeminarError.longPath("\(folder.path)/abcdefg.sock")) {
            try folder.socket(of: SeminarName("abcdefg"))
        }
    }

    @Test func `a name in use is refused, and another one is free`() throws {
        let room = Room()
        let hub = try room.open()
        #expect(throws: SeminarError.taken("渝黔")) {
            try SeminarHub(
                name: hub.name, in: room.folder, showing: SeminarHub.SharedCase(digest: "", title: Text()))
        }
        let other = try SeminarHub(
            name: SeminarName("other"), in: room.folder,
            showing: SeminarHub.SharedCase(digest: "", title: Text())
        )
        other.close()
        // The attempt has not affected the existing one.
        let follower = try room.follow()
        try room.run("following") { follower.status == .following }
    }

    @Test func `a folder in which another program opens a seminar is to be tried again`() throws {
        let room = Room()
        let path = try room.folder.socket(of: SeminarName("渝黔"))
        // The lock of a presenter who is looking at the socket just now.
        let lock = open(room.path, O_RDONLY | O_DIRECTORY)
        defer { close(lock) }
        #expect(flock(lock, LOCK_EX) == 0)
        let refusal = #expect(throws: SeminarError.self) { try room.open() }
        #expect(refusal?.description == "\(path) is being opened by another program; try again")
        #expect(access(path, F_OK) != 0)
        #expect(flock(lock, LOCK_UN) == 0)
        try room.open()
        #expect(access(path, F_OK) == 0)
    }

    @Test func `a stale socket of a dead presenter is replaced`() throws {
        let room = Room()
        let path = try room.folder.socket(of: SeminarName("渝黔"))
        let left = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        #expect(UnixSocket.withAddress(of: path) { bind(left, $0, $1) } == 0)
        close(left)
        #expect(access(path, F_OK) == 0)
        try room.open()
        let follower = try room.follow()
        try room.run("following") { follower.status == .following }
    }

    @Test func `anything that is not a socket is left alone`() throws {
        let room = Room()
        let path = try room.folder.socket(of: SeminarName("渝黔"))
        close(creat(path, 0o600))
        #expect(
            throws: SeminarError.occupied(
                path: path, why: ListeningSocket.notASocket)
        ) {
            try room.open()
        }
        #expect(access(path, F_OK) == 0)
    }

    @Test func `closing a seminar removes its own socket, and no other`() throws {
        let room = Room()
        let path = try room.folder.socket(of: SeminarName("渝黔"))
        try room.open()
        room.hub?.close()
        #expect(access(path, F_OK) != 0)
        let hub = try room.open()
        unlink(path)
        close(creat(path, 0o600))
        hub.close()
        #expect(access(path, F_OK) == 0)
    }

    @Test func `whoever may enter the folder may connect`() throws {
        for (folder, expected) in [(0o700, 0o600), (0o750, 0o660), (0o755, 0o666), (0o1777, 0o666)]
            as [(mode_t, mode_t)]
        {
            let room = Room()
            chmod(room.path, folder)
            try room.open()
            var status = stat()
            stat(try room.folder.socket(of: SeminarName("渝黔")), &status)
            #expect(status.st_mode & 0o777 == expected)
        }
    }

    @Test func `a folder in which others could replace sockets is refused`() throws {
        let room = Room()
        chmod(room.path, 0o777)
        #expect(throws: SeminarError.self) { try room.open() }
        chmod(room.path, 0o1777)
        try room.open()
        #expect(throws: SeminarError.self) { try SeminarFolder(shared: room.path + "-gone").prepare() }
    }

    @Test(.enabled(if: geteuid() == 0, "only root can give a folder away"))
    func `a folder of another user is for following, not for presenting`() throws {
        let room = Room()
        chmod(room.path, 0o1777)
        chown(room.path, 65534, gid_t.max)
        #expect(throws: SeminarError.self) { try room.open() }
        try room.folder.verify()
        chown(room.path, 0, gid_t.max)
        try room.open()
    }

    @Test func `only sockets with valid names are listed`() throws {
        let room = Room()
        for name in ["b.sock", "a.sock", "渝黔.sock", "no name.sock", "c.txt", "-x.sock"] {
            close(creat(room.path + "/" + name, 0o600))
        }
        #expect(try room.folder.names().map(\.text) == ["a", "b", "渝黔"])
    }
}

/// The user's own folder, which depends on an environment variable; the tests are serialized.
@Suite(.serialized) struct OwnFolderTests {
    private func withRuntime<Result>(_ body: (String) throws -> Result) throws -> Result {
        let path = "/tmp/triptych-runtime-\(getpid())-\(UInt32.random(in: .min ... .max))"
        mkdir(path, 0o700)
        let before = getenv("XDG_RUNTIME_DIR").map { String(cString: $0) }
        setenv("XDG_RUNTIME_DIR", path, 1)
        defer {
            if let before { setenv("XDG_RUNTIME_DIR", before, 1) } else { unsetenv("XDG_RUNTIME_DIR") }
            unlink(path + "/triptych")
            rmdir(path + "/triptych")
            rmdir(path)
        }
        return try body(path)
    }

    @Test func `it is created for its user alone`() throws {
        try withRuntime { path in
            #expect(try SeminarFolder.own.names().isEmpty)
            try SeminarFolder.own.prepare()
            var status = stat()
            lstat(path + "/triptych", &status)
            #expect(status.st_mode & 0o7777 == 0o700)
            #expect(SeminarFolder.own.path == path + "/triptych")
        }
    }

    @Test func `one that is open to others, or a link, is refused`() throws {
        try withRuntime { path in
            mkdir(path + "/triptych", 0o700)
            chmod(path + "/triptych", 0o755)
            #expect(throws: SeminarError.self) { try SeminarFolder.own.prepare() }
            rmdir(path + "/triptych")
            symlink("/tmp", path + "/triptych")
            #expect(throws: SeminarError.self) { try SeminarFolder.own.prepare() }
        }
    }

    @Test func `a missing runtime folder, or another user's, is not used`() throws {
        try withRuntime { path in
            // The folder for a login without the variable, so that both find the same seminars.
            unsetenv("XDG_RUNTIME_DIR")
            let without = SeminarFolder.own.path
            #expect(["/run/user/\(geteuid())/triptych", "/tmp/triptych-\(geteuid())"].contains(without))
            for runtime in [path + "-gone", "relative", ""] {
                setenv("XDG_RUNTIME_DIR", runtime, 1)
                #expect(SeminarFolder.own.path == without)
            }
        }
    }

    @Test func `whoever may not list a folder is told a command that names it`() {
        for language in [LanguageTag.chinese, .english] {
            let words = SeminarFolder.whyNotListed.localized(in: language)
            #expect(words.contains("triptych follow --dir "))
        }
    }
}
