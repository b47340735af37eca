import CaseFiles

/// The words of a command line before they are parsed.
///
/// The parser takes options only behind the name of their command, and a word that names no command for the id of an
/// item. Here the options that most commands share may stand in front, and a mistyped name is recognised.
struct CommandWords {
    /// The words in the order in which the parser takes them.
    let arranged: [String]
    /// The word in the place of a command's name, if it names none.
    let unknown: String?

    private static let options = ["--case", "--lang", "--color"]
    private static let flags = ["--ascii", "--kiosk"]

    /// Takes the words behind the program's name.
    init(_ words: [String]) {
        var place = 0
        while place < words.count {
            let word = words[place]
            if Self.options.contains(word) {
                place += 2
            } else if Self.flags.contains(word) || Self.options.contains(where: { word.hasPrefix($0 + "=") })
            {
                place += 1
            } else {
                break
            }
        }
        guard place < words.count, !words[place].hasPrefix("-") else {
            (arranged, unknown) = (words, nil)
            return
        }
        let name = words[place]
        if Triptych.commandNames.contains(name) {
            (arranged, unknown) = ([name] + words[..<place] + words[(place + 1)...], nil)
        } else {
            (arranged, unknown) = (words, name)
        }
    }
}

extension Failure {
    /// The failure of a word that is nearly the name of a command; nil for any other word.
    init?(mistypedCommand word: String) {
        let names = Triptych.commandNames + ["version"]
        guard let name = Suggestion.nearest(to: word.lowercased(), among: names) else { return nil }
        let meant = name == "version" ? "--version" : name
        self.init("there is no command '\(word)'; did you mean 'triptych \(meant)'?", .wrongUsage)
    }
}
