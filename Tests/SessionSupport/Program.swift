import Glibc

/// The programs and the environment that sessions are made of.
package enum Program {
    /// The path of an executable of this package, which stands next to the running tests.
    package static func built(_ name: String) -> String {
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = buffer.withUnsafeMutableBytes { readlink("/proc/self/exe", $0.baseAddress!, $0.count) }
        let own = String(decoding: buffer[..<max(0, count)], as: UTF8.self)
        return own.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
            + "/" + name
    }

    /// The least that a login has, with changes: a nil value removes a variable. Nothing is kept from one session to
    /// the next unless they say where.
    package static func environment(_ changes: [String: String?] = [:]) -> [String: String] {
        var environment = ["TERM": "xterm-256color", "LANG": "C.UTF-8", "XDG_STATE_HOME": "/dev/null"]
        for name in ["PATH", "HOME", "LD_LIBRARY_PATH"] {
            environment[name] = getenv(name).map { String(cString: $0) }
        }
        for (name, value) in changes { environment[name] = value }
        return environment
    }
}
