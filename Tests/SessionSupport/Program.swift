import Glibc

/// The programs and the environment of sessions.
package enum Program {
    /// The path of an executable of this package, next to the running tests.
    package static func built(_ name: String) -> String {
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = buffer.withUnsafeMutableBytes { readlink("/proc/self/exe", $0.baseAddress!, $0.count) }
        let own = String(decoding: buffer[..<max(0, count)], as: UTF8.self)
        return own.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
            + "/" + name
    }

    /// The environment of a bare login, with changes; nil removes a variable. Without a change of XDG_STATE_HOME nothing
    /// is kept from one session to the next, and without one of XDG_CONFIG_HOME nothing is configured.
    package static func environment(_ changes: [String: String?] = [:]) -> [String: String] {
        var environment = ["TERM": "xterm-256color", "LANG": "C.UTF-8", "XDG_STATE_HOME": "/dev/null"]
        environment["XDG_CONFIG_HOME"] = "/dev/null"
        for name in ["PATH", "HOME", "LD_LIBRARY_PATH", "LLVM_PROFILE_FILE"] {
            environment[name] = getenv(name).map { String(cString: $0) }
        }
        for (name, value) in changes { environment[name] = value }
        return environment
    }
}
