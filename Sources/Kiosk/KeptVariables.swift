/// The environment variables that a kiosk keeps: the user's terminal type and language.
///
/// Names of terminals and locales become file names. A value is therefore kept only if it consists of the
/// characters of such names, none of which leads to another folder; all other variables are removed.
enum KeptVariables {
    /// The longest value; no terminal or locale has a longer name.
    static let longest = 64

    /// The names and values to keep, given an environment.
    static func of(_ environment: (String) -> String?) -> [(name: String, value: String)] {
        let signs: [(name: String, signs: String)] = [
            ("TERM", "+-._"), ("LANG", "-._@"), ("LC_ALL", "-._@"), ("LC_CTYPE", "-._@"),
            ("LC_MESSAGES", "-._@"),
        ]
        return signs.compactMap { name, signs in
            guard let value = environment(name), isName(value, signs: signs) else { return nil }
            return (name, value)
        }
    }

    private static func isName(_ value: String, signs: String) -> Bool {
        guard let first = value.utf8.first, isAlphanumeric(first), value.utf8.count <= longest else {
            return false
        }
        return value.utf8.allSatisfy { isAlphanumeric($0) || signs.utf8.contains($0) }
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        case _: false
        }
    }
}
