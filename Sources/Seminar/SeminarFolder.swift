import CaseModel
import System

/// The folder of the sockets of seminars.
///
/// A user's own folder is private. A folder shared by the users of a seminar host may be open to them, unless a
/// user could replace another's socket.
package struct SeminarFolder: Equatable, Sendable {
    package let path: String
    /// True if the folder was named explicitly and is not the user's own.
    package let isShared: Bool

    /// The user's own folder: `triptych` in `$XDG_RUNTIME_DIR` if that belongs to the user, else in
    /// `/run/user/UID`, which exists even for a login without the variable, else `/tmp/triptych-UID`.
    package static var own: SeminarFolder {
        let user = CurrentProcess.user
        let runtimes = [CurrentProcess.variable("XDG_RUNTIME_DIR"), "/run/user/\(user)"]
        let runtime = runtimes.compactMap(\.self).first { path in
            guard path.hasPrefix("/"), let found = try? FileSystem.status(of: path) else { return false }
            return found.kind == .folder && found.owner == user
        }
        return SeminarFolder(
            path: runtime.map { $0 + "/triptych" } ?? "/tmp/triptych-\(user)", isShared: false)
    }

    /// The folder at a path, which must exist, or else the user's own.
    package init(shared path: String?) {
        self = path.map { SeminarFolder(path: $0, isShared: true) } ?? .own
    }

    private init(path: String, isShared: Bool) {
        (self.path, self.isShared) = (path, isShared)
    }

    /// Creates the user's own folder if necessary, and checks any folder in which a seminar is to be opened.
    package func prepare() throws(SeminarError) {
        if !isShared {
            do { try FileSystem.makeFolder(path, permissions: 0o700) } catch {
                if !error.isOccupied { throw .failed(error) }
            }
        }
        try verify()
        let owner = try? FileSystem.status(of: path).owner
        // The sticky bit leaves everything to the folder's owner.
        if isShared, let owner, owner != CurrentProcess.user, owner != 0 {
            throw .unsafeFolder(path: path, why: Self.whyNotOthers)
        }
    }

    /// Checks that nobody can create a socket under another user's name.
    package func verify() throws(SeminarError) {
        let status: FileSystem.Status
        do { status = try FileSystem.status(of: path, followingLinks: isShared) } catch {
            throw .failed(error)
        }
        if let why = isShared ? status.whyNotShared : status.whyNotOwn {
            throw .unsafeFolder(path: path, why: why)
        }
    }

    /// The permissions of a socket: whoever may enter the folder may connect.
    var socketMode: UInt32 {
        guard isShared, let status = try? FileSystem.status(of: path) else { return 0o600 }
        return 0o600 | (status.permissions & 0o010 != 0 ? 0o060 : 0)
            | (status.permissions & 0o001 != 0 ? 0o006 : 0)
    }

    /// The path of a seminar's socket.
    package func socket(of name: SeminarName) throws(SeminarError) -> String {
        let socket = "\(path)/\(name).sock"
        guard socket.utf8.count < 108 else { throw .longPath(socket) }
        return socket
    }

    /// The names of the sockets, sorted by scalars, with or without a presenter. The user's own folder has none
    /// before it exists.
    package func names() throws(SeminarError) -> [SeminarName] {
        let files: [String]
        do { files = try FileSystem.names(in: path) } catch {
            if error.isMissing, !isShared { return [] }
            if error.isDenied { throw .unsafeFolder(path: path, why: Self.whyNotListed) }
            throw .failed(error)
        }
        try verify()
        return files.filter { $0.hasSuffix(".sock") }.compactMap { try? SeminarName(String($0.dropLast(5))) }
            .sorted { $0.text < $1.text }
    }

    private static let whyNotOthers = Text(
        chinese: "属于别的用户，那人能换掉您的课；请用自己的或 root 的文件夹",
        english:
            "belongs to another user, who could replace your seminar; use a folder of your own or of root")

    static let whyNotListed = Text(
        chinese: "不让您列出其中的研讨课；请向讲解者问名称，再用 triptych follow --dir 文件夹 名称 跟随",
        english:
            "does not let you list its seminars; ask the presenter for the name, and follow with "
            + "'triptych follow --dir DIR NAME'"
    )
}

extension FileSystem.Status {
    fileprivate var whyNotOwn: Text? {
        if kind != .folder { return Text(chinese: "不是文件夹；请删去", english: "is not a folder; remove it") }
        if owner != CurrentProcess.user {
            return Text(
                chinese: "属于别的用户；请让人删去，或用 --dir",
                english: "belongs to another user; have it removed, or use --dir")
        }
        if permissions & 0o077 != 0 {
            return Text(
                chinese: "对别的用户开放；请用 chmod 700 关闭",
                english: "is open to other users; close it with 'chmod 700'")
        }
        return nil
    }

    fileprivate var whyNotShared: Text? {
        if kind != .folder {
            return Text(chinese: "不是文件夹；请用 --dir 另指一个", english: "is not a folder; name one with --dir")
        }
        if permissions & 0o022 != 0, permissions & 0o1000 == 0 {
            return Text(
                chinese: "允许别人替换您的文件；请用 chmod +t 设粘滞位",
                english: "lets others replace what is yours; set its sticky bit with 'chmod +t'")
        }
        return nil
    }
}
