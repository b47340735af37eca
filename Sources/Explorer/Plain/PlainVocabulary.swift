import CaseModel
import Screen
import TextLayout

/// What a line typed in plain mode asks for.
enum PlainRequest: Equatable {
    case nothing
    /// The thing of this number.
    case number(Int)
    /// The link of this number on the page.
    case link(Int)
    case word(PlainWord, argument: String)
    case command(Command, argument: String)
    /// The pane of this number, from 0.
    case pane(Int)
    /// Nothing that is known; the names most like it.
    case unknown(similar: [String])
}

/// The words that mean something in a mode: those of plain mode itself, and of the commands their names, titles, hints
/// and keys, as the key table has them.
struct PlainVocabulary {
    /// A command with everything that it is called, in lower case, the best name first.
    private struct Entry {
        let row: KeyRow
        let names: [String]
        let phrases: [String]
    }

    private let mode: Mode
    private let entries: [Entry]
    private let panes: [[String]]

    init(_ mode: Mode, panes: [Text]) {
        self.mode = mode
        self.panes = panes.map { $0.wordings.map { $0.lowercased() } }
        entries = Self.rows(in: mode).map { row in
            let phrases = row.title.wordings + (row.hint?.words.wordings ?? [])
            return Entry(
                row: row, names: row.command.names.map { $0.lowercased() },
                phrases: phrases.map { $0.lowercased() })
        }
    }

    /// The rows of the key table that mean something without a screen.
    static func rows(in mode: Mode) -> [KeyRow] {
        KeyTable.rows(in: mode).filter { !$0.command.needsScreen }
    }

    /// What a line asks for: the longest beginning that is a name, and what is left as its argument.
    func request(for line: String) -> PlainRequest {
        let line = Self.folded(line)
        if line.isEmpty { return .nothing }
        if let number = Int(line) { return .number(number) }
        // Pages call their links by a word and a number.
        for word in ["link", "链接"] where line.lowercased().hasPrefix(word) {
            if let number = Int(String(line.dropFirst(word.count)).trimmed) { return .link(number) }
        }
        if let pane = pane(of: line) { return .pane(pane) }
        if let request = meaning(of: line, argument: "") { return request }
        for space in line.indices.reversed() where line[space] == " " {
            let (name, argument) = (String(line[..<space]).trimmed, String(line[space...]).trimmed)
            if let request = meaning(of: name, argument: argument) { return request }
        }
        // In Chinese a number follows without a space, and so does what is searched for after its sign.
        let digits = String(line.reversed().prefix { $0.isASCII && $0.isNumber }.reversed())
        if !digits.isEmpty, let request = meaning(of: String(line.dropLast(digits.count)), argument: digits) {
            return request
        }
        if let sign = line.first, !sign.isLetter, !sign.isNumber,
            let request = meaning(of: String(sign), argument: String(line.dropFirst()).trimmed)
        {
            return request
        }
        return .unknown(similar: similar(to: line))
    }

    /// The number, from 0, of the pane that a line calls as plain mode does: `pane 2`, `第 2 栏`.
    private func pane(of line: String) -> Int? {
        let lower = line.lowercased()
        var number: String?
        if lower.hasPrefix("pane") { number = String(lower.dropFirst(4)).trimmed }
        if lower.hasPrefix("第"), lower.hasSuffix("栏") {
            number = String(lower.dropFirst().dropLast()).trimmed
        }
        return number.flatMap { Int($0) }.flatMap { panes.indices.contains($0 - 1) ? $0 - 1 : nil }
    }

    private func meaning(of name: String, argument: String) -> PlainRequest? {
        let lower = name.lowercased()
        func named(_ isIt: (Entry) -> Bool) -> PlainRequest? {
            entries.first(where: isIt).map { .command($0.row.command, argument: argument) }
        }
        let byName = named { $0.names.contains(lower) }
        if case .command(.talk, _)? = byName { return byName }
        if let word = PlainWord.allCases.first(where: { $0.names.contains(lower) }) {
            return .word(word, argument: argument)
        }
        if let byName { return byName }
        if argument.isEmpty, let pane = panes.firstIndex(where: { $0.contains(lower) }) { return .pane(pane) }
        if let phrase = named({ $0.phrases.contains(lower) }) { return phrase }
        if name.count == 1, let key = name.first, !key.isNumber {
            return named { $0.row.keys.contains(.character(key)) }
        }
        return named { $0.row.keys.contains { $0.label.count > 1 && $0.label.lowercased() == lower } }
    }

    /// The line without spaces around it, with the forms of an input method as ASCII.
    private static func folded(_ line: String) -> String {
        let line = line.trimmed
        guard let first = line.first else { return "" }
        func folded(_ character: Character) -> Character {
            if case .character(let folded) = Key.character(character).folded { folded } else { character }
        }
        // Behind a sign a text follows, of which only the sign is folded.
        let isWide = line.allSatisfy { ("\u{FF01}"..."\u{FF5E}").contains($0) || $0 == "\u{3000}" }
        return isWide ? String(line.map(folded)).trimmed : String(folded(first)) + line.dropFirst()
    }

    /// The names most like the first word of a line, or the commands of which it is a part.
    private func similar(to line: String) -> [String] {
        let word = (line.split(separator: " ").first.map(String.init) ?? line).lowercased()
        let names = entries.flatMap(\.names) + PlainWord.allCases.flatMap(\.names)
        // A letter or two are like any other: a guess would only mislead.
        guard word.utf8.count > 2 else { return [] }
        let near = [Suggestion.nearest(to: word, among: names)].compactMap { $0 }
        let containing = names.filter { $0.count > 1 && $0.contains(word) }
        return Array((near + containing.filter { !near.contains($0) }).prefix(4))
    }
}

extension Command {
    /// True for a command that can be given one thing, by its number or id.
    var isAboutOneThing: Bool {
        switch self {
        case .enter, .view, .note, .find, .pane(.pin), .reading, .chart: true
        case .back, .close, .move, .pane, .travel, .talk, .program, .list, .editor, .pager: false
        }
    }

    /// True for a command that only moves or shapes what a screen shows.
    var needsScreen: Bool {
        switch self {
        case .move, .list, .editor, .pager, .program(.redraw), .program(.suspend), .program(.mouse): true
        case .pane(let command): command.needsScreen
        case .chart(let command): command.needsScreen
        case .talk(let command): command.needsScreen
        case .enter, .back, .close, .reading, .view, .travel, .find, .note, .program: false
        }
    }
}
