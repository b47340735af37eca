import Glibc
import System

/// The character encoding of the terminal: always UTF-8, even if the environment does not say so.
///
/// Over SSH `LANG` is often missing, and under the C locale ncurses would send a `?` for each Chinese character.
/// Only `LC_CTYPE` is set; numbers and messages stay as they are.
enum CharacterEncoding {
    /// Chooses a UTF-8 locale; returns why it differs from the environment's, nil if it does not.
    static func chooseUnicode() throws(TerminalError) -> LocaleFallback? {
        let name = LocaleSetting(of: .characters)?.name
        let isThere = setlocale(LC_CTYPE, "") != nil
        if isThere, isUnicode { return nil }
        for other in ["C.UTF-8", "C.utf8", "en_US.UTF-8"] where setlocale(LC_CTYPE, other) != nil && isUnicode
        {
            return reason(name, isThere: isThere)
        }
        throw .noUnicode
    }

    private static func reason(_ name: String?, isThere: Bool) -> LocaleFallback {
        guard let name else { return .unset }
        return isThere ? .notUnicode(name) : .missing(name)
    }

    private static var isUnicode: Bool {
        guard let name = nl_langinfo(nl_item(CODESET)) else { return false }
        return strcasecmp(name, "UTF-8") == 0
    }
}

/// The reason why another locale than the environment's is used for the encoding, with its name as it came.
package enum LocaleFallback: Equatable, Sendable {
    /// The environment names none.
    case unset
    /// This machine does not have the named one.
    case missing(String)
    /// The named one has another encoding.
    case notUnicode(String)
}
