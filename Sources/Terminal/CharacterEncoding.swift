import Glibc

/// Which character set the terminal is written in: always UTF-8, whatever the environment forgot to say.
///
/// Over SSH `LANG` is often missing, and under the C locale ncurses would send a `?` for each Chinese
/// character. Only `LC_CTYPE` is ever set; numbers and messages stay as they were.
enum CharacterEncoding {
    /// Chooses a UTF-8 locale; true if it is not the one that the environment asks for.
    static func chooseUnicode() throws(TerminalError) -> Bool {
        if setlocale(LC_CTYPE, "") != nil, isUnicode { return false }
        for name in ["C.UTF-8", "C.utf8", "en_US.UTF-8"] where setlocale(LC_CTYPE, name) != nil && isUnicode {
            return true
        }
        throw .noUnicode
    }

    private static var isUnicode: Bool {
        guard let name = nl_langinfo(nl_item(CODESET)) else { return false }
        return strcasecmp(name, "UTF-8") == 0
    }
}
