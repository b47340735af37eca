import Glibc

/// The character encoding of the terminal: always UTF-8, even if the environment does not say so.
///
/// Over SSH `LANG` is often missing, and under the C locale ncurses would send a `?` for each Chinese character.
/// Only `LC_CTYPE` is set; numbers and messages stay as they are.
enum CharacterEncoding {
    /// Chooses a UTF-8 locale; true if it differs from the environment's.
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
