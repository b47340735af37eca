import CaseFiles
import TextLayout

/// The words of a command line before parsing.
///
/// The parser accepts options only after the name of their command, and takes a word that is no command's name as
/// an item's id. Here options may come first, and a mistyped command name is recognised.
struct CommandWords {
    /// The words in the order that the parser expects.
    let arranged: [String]
    /// The word in the position of a command's name that is not one.
    let unknown: String?

    /// A command and its arguments.
    struct Line {
        let name: CommandName
        let arguments: [String]

        /// A line without the options of appearance that the command has no use for.
        init(name: CommandName, arguments: [String]) {
            self.name = name
            self.arguments = CommandWords.passingOver(name.unusedAppearance, in: arguments)
        }

        /// The line in the order that the parser expects.
        var words: [String] { [name.rawValue] + arguments }
    }
    /// The command that is named, or the explorer; nil for the parser's own, such as `help`.
    let command: Line?
    /// What the line can mean if its first option belongs to a command behind it: each command that it names, with all
    /// other words. Which it is, only their parsers can tell, since an option's value may be called like a command.
    private(set) var candidates: [Line] = []
    /// The word after `help` that is neither a command nor a subject; nil if there is none.
    private(set) var unknownTopic: String?

    /// The options of several commands, each with a value.
    static let options = [
        "--case", "--lang", "--color", "--theme", "--ambiguous", "--format", "--filter", "--width", "--lines",
    ]
    /// What `help` says of subjects that are no commands.
    static let topics = [
        "format": ["schema", "--format", "markdown"], "keys": ["config", "--keys"],
    ]
    private static let flags = ["--ascii", "--no-ascii", "--mouse", "--no-mouse", "--kiosk", "--plain"]

    /// Arranges the words after the program's name.
    init(_ words: [String]) {
        let words = words.first == "-V" ? ["--version"] : words
        let place = Self.placeOfName(in: words)
        if place < words.count, ["--help", "-h"].contains(words[place]) {
            let named = words.dropFirst(place + 1).first.flatMap(CommandName.init(rawValue:))
            (arranged, unknown, command) = ((named.map { [$0.rawValue] } ?? []) + ["--help"], nil, nil)
            return
        }
        guard place < words.count, !words[place].hasPrefix("-") else {
            let named = Self.candidates(in: words)
            let asked = named.first.flatMap {
                $0.arguments.contains { ["--help", "-h"].contains($0) } ? $0 : nil
            }
            // Behind `--` stands an id, even one that a command has.
            let separated = words.dropFirst(place).first == "--" ? words.dropFirst(place + 1).first : nil
            let mistaken = separated.flatMap(CommandName.init(rawValue:))?.rawValue
            (arranged, unknown, command) = (asked?.words ?? words, mistaken, nil)
            candidates = named
            return
        }
        let name = words[place]
        let others = Array(words[..<place] + words[(place + 1)...])
        if name == "help" {
            // Help speaks the language of `--lang`, and of a case says nothing.
            let topics = Self.withoutOptions(others)
            (unknown, command) = (nil, nil)
            if let topic = topics.first, let meant = Self.topics[topic] {
                arranged = meant + others.filter { $0 != topic }
            } else {
                arranged = [name] + topics
                unknownTopic = topics.first.flatMap {
                    CommandName(rawValue: $0) == nil && $0 != "help" && !$0.hasPrefix("-") ? $0 : nil
                }
            }
            return
        }
        if let meant = CommandName(rawValue: name) {
            let line = Line(name: meant, arguments: others)
            (arranged, unknown, command) = (line.words, nil, line)
        } else {
            (arranged, unknown) = (words, name)
            command = Line(name: .browse, arguments: words)
        }
    }

    /// The options of appearance, with what they can be. All commands take them, so that an alias or a script can give
    /// them to all alike; one that draws nothing passes over them.
    private static let appearance: [String: [String]] = [
        "--color": ScreenOptions.ColourChoice.allCases.map(\.rawValue),
        "--ambiguous": Configuration.AmbiguousWidth.allCases.map(\.rawValue),
        "--ascii": [], "--no-ascii": [],
    ]

    /// The words without some options of appearance. One with a wrong value stays, for the parser to refuse.
    private static func passingOver(_ options: [String], in words: [String]) -> [String] {
        var rest: [String] = []
        var place = 0
        while place < words.count, words[place] != "--" {
            let parts = words[place].split(separator: "=", maxSplits: 1).map(String.init)
            let values = options.contains(parts.first ?? "") ? appearance[parts[0]] : nil
            let next = words.indices.contains(place + 1) ? words[place + 1] : ""
            if let values, parts.count == 2 ? values.contains(parts[1]) : values.isEmpty {
                place += 1
            } else if let values, parts.count == 1, values.contains(next) {
                place += 2
            } else {
                rest.append(words[place])
                place += 1
            }
        }
        return rest + words[place...]
    }

    private static func candidates(in words: [String]) -> [Line] {
        words.prefix { $0 != "--" }.enumerated().compactMap { number, word in
            CommandName(rawValue: word).map { name in
                Line(name: name, arguments: Array(words[..<number] + words[(number + 1)...]))
            }
        }
    }

    /// The number of the first word that is no shared option: the command's name, if there is one.
    static func placeOfName(in words: [String]) -> Int {
        var place = 0
        while place < words.count, let length = length(ofOption: words[place]) { place += length }
        return place
    }

    /// The words without the shared options and their values.
    private static func withoutOptions(_ words: [String]) -> [String] {
        var rest: [String] = []
        var place = 0
        while place < words.count {
            let length = length(ofOption: words[place])
            if length == nil { rest.append(words[place]) }
            place += length ?? 1
        }
        return rest
    }

    /// The number of words that a shared option takes, with its value; nil for any other word.
    private static func length(ofOption word: String) -> Int? {
        if options.contains(word) { return 2 }
        return flags.contains(word) || options.contains { word.hasPrefix($0 + "=") } ? 1 : nil
    }
}

extension Failure {
    /// The failure for a word after `help` that nothing is called.
    init(unknownTopic word: String) {
        let names = CommandName.allCases.map(\.rawValue) + CommandWords.topics.keys.sorted()
        let nearest = Suggestion.nearest(to: word.lowercased(), among: names)
        let hint = nearest.map(Self.question(after:))
        self.init(
            localized(zh: "没有命令“\(word)”", en: "there is no command '\(word)'")
                + (hint ?? localized(zh: "；命令见 triptych help", en: "; 'triptych help' lists them")),
            .wrongUsage)
    }

    /// The failure for a word similar to a command's name, or for a command's name in the place of an id; nil for any
    /// other word.
    init?(mistypedCommand word: String) {
        if CommandName(rawValue: word) != nil {
            self.init(
                localized(
                    zh: "“\(word)”在这里应是编号；命令请直接写：triptych \(word)，前面不加别的词",
                    en:
                        "'\(word)' stands where an id belongs; the command is 'triptych \(word)', without a word before its name"
                ), .wrongUsage)
            return
        }
        let names = CommandName.allCases.map(\.rawValue) + ["help", "version"]
        guard let name = Suggestion.nearest(to: word.lowercased(), among: names) else { return nil }
        let meant = name == "version" ? "--version" : name
        self.init(
            localized(
                zh: "没有命令“\(word)”；是不是“triptych \(meant)”？",
                en: "there is no command '\(word)'; did you mean 'triptych \(meant)'?"), .wrongUsage)
    }
}
