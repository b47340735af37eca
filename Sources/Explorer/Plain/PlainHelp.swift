import CaseModel
import Screen

extension PlainSession {
    /// The commands that can be typed here, group by group; of some words, only those that have them.
    func help(on words: String) -> PlainText {
        let language = state.language
        var text = state.plainText
        // As in the list of the screen, words of either language find a command.
        let isWanted = { (texts: [String]) in
            words.isEmpty || texts.contains { $0.lowercased().contains(words.lowercased()) }
        }
        let own = PlainWord.allCases.filter { isWanted($0.names + $0.title.wordings) }.map {
            Self.line($0.names, key: nil, $0.title, in: language)
        }
        if words.isEmpty { text.add(language.localized(Strings.plainWelcome)) }
        for line in own { text.add(line.title, after: line.name) }
        if state.layout.page != nil, isWanted(Strings.linkByNumber.wordings) {
            text.add(language.localized(Strings.linkByNumber))
        }
        var group: KeyRow.Group?
        let panes = state.graph.case.panes.map { language.first.line($0.title) }
        if case .view = state.mode {
            let line =
                panes.joined(separator: language.interface.listComma) + language.interface.colon
                + language.localized(Strings.thatPane)
            if isWanted([line]) { text.add(line) }
        }
        let rows = PlainVocabulary.rows(in: state.mode)
        // What is typed as the name of one command is no hint at another.
        let taken = Set(rows.flatMap(\.command.names) + PlainWord.allCases.flatMap(\.names))
        for row in rows
        where !row.command.isPaneByNumber && row.isOffered(in: state) {
            let key = row.keys.first {
                if case .character(let key) = $0 { key != " " && !key.isNumber } else { false }
            }
            let hints = row.hint?.words.wordings.filter { !taken.contains($0.lowercased()) } ?? []
            let names = row.command.names.isEmpty ? hints : row.command.names
            // Without a word or a letter there is nothing to type.
            guard key != nil || !names.isEmpty, isWanted(names + row.titleInPlainMode.wordings) else {
                continue
            }
            let line = Self.line(names, key: key?.label, row.titleInPlainMode, in: language)
            if row.group != group { text.add(Document.capitalized(language.localized(row.group.title))) }
            group = row.group
            text.add(line.title, indent: 2, after: line.name)
        }
        if text.isEmpty { text.add(language.localized(Strings.nothingFound)) }
        return text
    }

    /// `pin, P: ` and `pin or unpin, and stay`: a name in the language spoken, the letter that stands for it, what it
    /// does. Only the last is read with its signs in words, since a key such as `?` is typed as it stands.
    private static func line(
        _ names: [String], key: String?, _ title: Text, in language: LanguageChoice
    ) -> (name: String, title: String) {
        let name = language.interface.name(among: names)
        let called = [name, key == name ? nil : key].compactMap(\.self)
        let title = language.localized(title)
        guard !called.isEmpty else { return ("", title) }
        return (called.joined(separator: language.interface.comma) + language.interface.colon, title)
    }
}

extension Language {
    /// The name that is in this language, or else the first.
    func name(among names: [String]) -> String? {
        names.first { $0.allSatisfy(\.isASCII) == (self == .english) } ?? names.first
    }
}

extension KeyRow {
    /// What the command does here, where no card lies on the panes.
    fileprivate var titleInPlainMode: Text {
        command == .back && modes.contains(.view(.browse)) ? Strings.removeLastPin : title
    }
}

extension Command {
    /// True for a command that a pane's own title runs as well.
    fileprivate var isPaneByNumber: Bool {
        self == .pane(.first) || self == .pane(.second) || self == .pane(.third)
    }
}
