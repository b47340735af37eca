import Screen
import System

/// The variables of the environment that name the locale of characters.
enum LocaleVariables {
    /// True if they name a locale with UTF-8, whether or not the host has it.
    static var areUnicode: Bool { areUnicode(CurrentProcess.variable) }

    /// The characters of a terminal that is drawn upon with ASCII.
    static var asciiRepertoire: Grid.Repertoire { areUnicode ? .asciiDrawing : .ascii }

    static func areUnicode(_ environment: (String) -> String?) -> Bool {
        let name = LocaleSetting(of: .characters, environment: environment)?.name
        let encoding = name?.split(separator: ".").last?.prefix { $0 != "@" }.lowercased()
        return encoding == "utf-8" || encoding == "utf8"
    }
}
