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
    case occupied(path: String, why: String)
    /// The folder allows other users to create sockets.
    case unsafeFolder(path: String, why: String)
    /// A system call failed.
    case failed(SystemError)

    /// One lower-case sentence without a full stop that says what to do.
    package var description: String {
        switch self {
        case .badName(let name):
            "'\(WireText.fitted(name, 100))' is no name for a seminar; use letters, digits, - and _, "
                + "at most \(SeminarName.largest) bytes, and no - at the beginning"
        case .badHost(let host):
            "'\(WireText.fitted(host, 100))' is no host for ssh; use HOST:NAME or USER@HOST:NAME"
        case .longPath(let path):
            "\(path) has more than the 107 bytes that a socket's path may have; use a shorter name or --dir"
        case .notThere(let name, let folder):
            "nobody presents '\(name)' in \(folder); 'triptych seminars' lists what is open"
        case .taken(let name): "'\(name)' is being presented already; choose another name"
        case .occupied(let path, let why): "\(path) \(why)"
        case .unsafeFolder(let path, let why): "\(path) \(why)"
        case .failed(let error): error.description
        }
    }
}
