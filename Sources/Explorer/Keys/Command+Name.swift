extension Command {
    /// The name by which configuration files call the command, such as `matrix-rows` or `cycle-language`: its name here in
    /// lower case, behind its part where several parts have a command of that name.
    package var name: String {
        switch self {
        case .move(let movement): "move-" + Self.words(movement)
        case .enter, .back, .close: Self.words(self)
        case .pane(let command): "pane-" + Self.words(command)
        case .reading(let command): "page-" + Self.words(command)
        case .chart(let command): command.chart.rawValue + "-" + Self.words(command.action)
        case .view(let view): "view-" + view.rawValue
        case .travel(let travel): "history-" + Self.words(travel)
        case .find(let command):
            switch command {
            case .find: "find-in-page"
            case .next, .previous: "find-" + Self.words(command)
            case .search, .goTo, .filter, .unfilter: Self.words(command)
            }
        case .note(let command): Self.words(command)
        case .talk(let command): "talk-" + Self.words(command)
        case .program(let command): Self.words(command)
        case .list(.move(let movement)): "list-" + Self.words(movement)
        case .list(let command): "list-" + Self.words(command)
        case .editor(.move(let movement)): "editor-" + Self.words(movement)
        case .editor(let command): "editor-" + Self.words(command)
        case .pager(let command): "pager-" + Self.words(command)
        }
    }

    /// The command of this name, of those that have keys.
    package init?(name: String) {
        guard let command = Self.named[name] else { return nil }
        self = command
    }

    /// The name of the command that `:` and plain mode call by this word: `view-trace` for `trace`.
    package static func name(ofOneCalled word: String) -> String? {
        allCases.first { $0.names.contains(word.lowercased()) && named[$0.name] == $0 }?.name
    }

    /// The names of the commands that have keys.
    package static var names: [String] { Array(named.keys) }

    private static let named = Dictionary(
        allCases.filter { !KeyTable.unbound.contains($0) }.map { ($0.name, $0) },
        uniquingKeysWith: { first, _ in first })

    /// The words of a case's name: `pageUp` is `page-up`.
    private static func words(_ command: some Any) -> String {
        String(describing: command).reduce(into: "") { words, letter in
            words += letter.isUppercase ? "-" + letter.lowercased() : String(letter)
        }
    }
}
