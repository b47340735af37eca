import Glibc

/// OSC (ECMA-48, 8.3.89): what a terminal is asked to do beyond its screen, to fill a clipboard or to lead to an
/// address. A terminal skips what it does not know, but some have never heard of such sequences at all.
enum OperatingSystemCommand {
    /// Whether the terminal of this environment can be sent them.
    ///
    /// The kernel's console and the terminals that gave VT100 its name may print what they do not know; GNU screen
    /// keeps such sequences to itself. tmux passes on what it understands, whatever it runs in.
    static func isSkippedOrDone(environment: (String) -> String? = Self.variable) -> Bool {
        func isSet(_ name: String) -> Bool { environment(name)?.isEmpty == false }
        let terminal = environment("TERM") ?? ""
        let isDeaf = ["linux", "vt", "dumb", "ansi", "cons"].contains { terminal.hasPrefix($0) }
        return isSet("TMUX") || !isDeaf && !isSet("STY")
    }

    /// A variable of the environment.
    static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
