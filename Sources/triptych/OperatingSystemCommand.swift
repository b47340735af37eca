import System

/// OSC sequences (ECMA-48, 8.3.89), which set the terminal's clipboard or make links. Most terminals skip unknown
/// ones; some print them.
enum OperatingSystemCommand {
    /// True if the terminal of this environment can be sent such sequences.
    ///
    /// The kernel's console and the terminals in the tradition of VT100 may print unknown ones; GNU screen does not
    /// pass them on. tmux passes on those that it understands, whatever it runs in.
    static func isSkippedOrDone(environment: (String) -> String? = CurrentProcess.variable) -> Bool {
        func isSet(_ name: String) -> Bool { environment(name)?.isEmpty == false }
        let terminal = environment("TERM") ?? ""
        let isDeaf =
            ["linux", "dumb", "ansi", "cons"].contains { terminal.hasPrefix($0) }
            || terminal.hasPrefix("vt") && terminal.dropFirst(2).first?.isNumber == true
        return isSet("TMUX") || !isDeaf && !isSet("STY")
    }

    /// True if the terminal of this environment shows links, or is known to skip them.
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
