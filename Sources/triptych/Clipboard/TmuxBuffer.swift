/// tmux' own clipboard, reached by its command: no shell, and nothing of the text on the command line.
enum TmuxBuffer {
    /// Puts a text into a new buffer, and into the clipboard of the terminal that tmux runs in; returns why that
    /// failed, or nil.
    static func load(_ text: String) -> String? {
        Subprocess(["tmux", "load-buffer", "-w", "-"], input: Array(text.utf8), milliseconds: 2000).run()
    }
}
