import Glibc

/// How standard input, a terminal, edits a line before it is read, and how it did before.
package struct LineEditing {
    private let found: termios

    /// Lets Backspace erase a whole character of UTF-8 rather than its last byte; nil where it does, and where there is no
    /// terminal. A serial line and a bare pty do not know the encoding unless they are told.
    package static func ofWholeCharacters() -> LineEditing? {
        var modes = termios()
        guard tcgetattr(STDIN_FILENO, &modes) == 0, modes.c_iflag & tcflag_t(IUTF8) == 0 else {
            return nil
        }
        let editing = LineEditing(found: modes)
        modes.c_iflag |= tcflag_t(IUTF8)
        return tcsetattr(STDIN_FILENO, TCSADRAIN, &modes) == 0 ? editing : nil
    }

    /// Puts the terminal back as it was found.
    package func restore() {
        var modes = found
        tcsetattr(STDIN_FILENO, TCSADRAIN, &modes)
    }
}
