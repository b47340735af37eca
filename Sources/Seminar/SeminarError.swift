import CaseModel
import System

/// The reason why a seminar could not be opened, found or reached.
package enum SeminarError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The name is invalid.
    case badName(String)
    /// The host is invalid.
    case badHost(String)
    /// The socket's path is too long for the system.
    case longPath(String)
    /// Nobody presents under this name.
    case notThere(String, folder: String)
    /// Somebody presents under this name already.
    case taken(String)
    /// The socket's path is occupied by something else.
    case occupied(path: String, why: Text)
    /// The folder allows other users to create sockets.
    case unsafeFolder(path: String, why: Text)
    /// A system call failed.
    case failed(SystemError)

    /// One lower-case sentence without a full stop that says what to do.
    package var sentence: Text {
        switch self {
        case .badName(let name):
            let name = WireText.fitted(name, 100)
            return Text(
                chinese: "“\(name)”不能作研讨课的名称；请用字母、数字、- 和 _，至多 \(SeminarName.largest) 字节，不以 - 开头",
                english: "'\(name)' is no name for a seminar; use letters, digits, - and _, "
                    + "at most \(SeminarName.largest) bytes, and no - at the beginning")
        case .badHost(let host):
            let host = WireText.fitted(host, 100)
            return Text(
                chinese: "“\(host)”不是 ssh 的主机；请写 主机:名称 或 用户@主机:名称",
                english: "'\(host)' is no host for ssh; use HOST:NAME or USER@HOST:NAME")
        case .longPath(let path):
            return Text(
                chinese: "\(path) 超过套接字路径的 107 字节；请用更短的名称或 --dir",
                english:
                    "\(path) has more than the 107 bytes that a socket's path may have; use a shorter name or --dir"
            )
        case .notThere(let name, let folder):
            return Text(
                chinese: "\(folder) 中没有人以“\(name)”讲解；triptych seminars 列出正在进行的",
                english: "nobody presents '\(name)' in \(folder); 'triptych seminars' lists what is open")
        case .taken(let name):
            return Text(
                chinese: "“\(name)”已有人在讲；请另取名称",
                english: "'\(name)' is being presented already; choose another name")
        case .occupied(let path, let why), .unsafeFolder(let path, let why):
            return why.inPhrase { _, why in path + " " + why }
        case .failed(let error): return Text(chinese: error.chineseDescription, english: error.description)
        }
    }

    package var description: String { sentence.localized(in: .english) }
}
