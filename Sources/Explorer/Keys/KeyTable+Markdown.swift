import CaseModel

extension KeyTable {
    /// The whole table as the README prints it, in one language.
    package static func markdown(_ language: LanguageChoice) -> String {
        let words = language.localized
        var text = ""
        for mode in Mode.allCases {
            let heading = Text(chinese: "按键（\(words(mode.title))）", english: "\(words(mode.title)): key")
            text += "| \(words(heading)) | \(words(Text(chinese: "作用", english: "does"))) |\n|---|---|\n"
            for command in commands(in: mode) {
                let keys = label(of: command, in: mode).split(separator: " ").map { "`\($0)`" }
                text += "| \(keys.joined(separator: " ")) | \(words(command.title)) |\n"
            }
            text += "\n"
        }
        return text
    }
}
