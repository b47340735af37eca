import System

/// OSC (ECMA-48, 8.3.89): sequences that fill the terminal's clipboard or make links. Most terminals skip those that
/// they do not know; some print them.
enum OperatingSystemCommand {
    /// True if the terminal of this environment can be sent such sequences.
    ///
    /// The kernel's console and the terminals that gave VT100 its name may print what they do not know; GNU screen
    /// keeps such sequences to itself. tmux passes on what it understands, whatever it runs in.
    static func isSkippedOrDone(environment: (String) -> String? = CurrentProcess.variable) -> Bool {
        func isSet(_ name: String) -> Bool { environment(name)?.isEmpty == false }
        let terminal = environment("TERM") ?? ""
        let isDeaf =
            ["linux", "dumb", "ansi", "cons"].contains { terminal.hasPrefix($0) }
            || terminal.hasPrefix("vt") && terminal.dropFirst(2).first?.isNumber == true
        return isSet("TMUX") || !isDeaf && !isSet("STY")
    }

    /// True if the terminal of this environment shows links, or at least is known to skip them without a trace.
    static func keepsLinks(environment: (String) -> String? = CurrentProcess.variable) -> Bool {
        let terminal = environment("TERM") ?? ""
        return isSkippedOrDone(environment: environment)
            && families.contains { terminal == $0 || terminal.hasPrefix($0 + "-") }
    }

    private static let families = [
        "xterm", "tmux", "vte", "gnome", "konsole", "foot", "alacritty", "kitty", "wezterm", "ghostty",
        "contour",
        "mintty", "iterm2",
    ]
}
