import CaseModel
import Screen

/// A row of the key table: keys, the modes in which they stand for a command, and its meaning there.
package struct KeyRow: Sendable {
    /// A row's entry on the last line of the screen.
    struct Hint: Equatable, Sendable {
        /// The order in which hints are dropped if the line is short: the highest rank first.
        let rank: Int
        /// One or two words; rows with the same hint share them.
        let words: Text

        init(_ rank: Int, _ chinese: String, _ english: String) {
            self.init(rank, Text(chinese: chinese, english: english))
        }

        init(_ rank: Int, _ words: Text) {
            (self.rank, self.words) = (rank, words)
        }
    }

    /// The headings of the help, in its order.
    package enum Group: CaseIterable, Hashable, Sendable {
        case move, open, here, views, find, notes, talk, program

        package var title: Text {
            switch self {
            case .move: Text(chinese: "移动", english: "Move")
            case .open: Text(chinese: "打开与返回", english: "Open and go back")
            case .here: Text(chinese: "仅在此处", english: "Only here")
            case .views: Text(chinese: "视图", english: "Views")
            case .find: Text(chinese: "查找", english: "Find")
            case .notes: Text(chinese: "复制与笔记", english: "Copy and keep")
            case .talk: Text(chinese: "讲解", english: "Talk")
            case .program: Text(chinese: "程序", english: "Program")
            }
        }
    }

    package let command: Command
    /// The keys, the one to display first.
    package let keys: [Key]
    package let modes: Set<Mode>
    package let group: Group
    /// The effect of the command in these modes.
    package let title: Text
    let hint: Hint?
    /// The reason why the command has no effect in a state; nil if it is available.
    let unavailable: @Sendable (State) -> Text?

    init(
        _ command: Command, _ keys: [Key], in modes: Set<Mode>, _ group: Group, _ chinese: String,
        _ english: String, hint: Hint? = nil,
        unless unavailable: @escaping @Sendable (State) -> Text? = { _ in nil }
    ) {
        (self.command, self.keys, self.modes, self.group) = (command, keys, modes, group)
        title = Text(chinese: chinese, english: english)
        (self.hint, self.unavailable) = (hint, unavailable)
    }

    private init(_ row: KeyRow, keys: [Key]) {
        (command, modes, group, title) = (row.command, row.modes, row.group, row.title)
        (self.keys, unavailable) = (keys, row.unavailable)
        // Without a key there is nothing to hint at; the help still runs the command.
        hint = keys.isEmpty ? nil : row.hint
    }

    /// The row with other keys.
    func with(keys: [Key]) -> KeyRow { KeyRow(self, keys: keys) }

    /// True if help and hints show the row to this user: a guest is not offered what is not there for guests.
    func isOffered(in state: State) -> Bool {
        guard state.isForGuest else { return true }
        // A guest who walks a tour alone has nobody to raise a hand to; one outside a talk has none to return to.
        if command == .talk(.hand), state.talk?.part != .audience { return false }
        if command == .talk(.explore), state.talk == nil { return false }
        return !command.isForOwnUser
    }

    /// What the hint says in a state; nil where there is none. Where the card of welcome lies on the panes, what goes
    /// back closes it.
    func hintWords(in state: State) -> Text? {
        if command == .talk(.hand), let talk = state.talk, talk.part == .audience {
            // The sign of a raised hand has the key.
            return talk.hand == nil ? hint?.words : nil
        }
        // Off the path a presenter has other things to do first.
        if command == .talk(.hand), case .view = state.mode { return nil }
        // The offer to go on has the key itself.
        if command == .talk(.resume), let offer = state.offer, Frame(state: state).sentence == offer {
            return nil
        }
        let closesCard = command == .back && state.openView == .browse && state.browse.showsCard
        return closesCard ? Strings.closeTheCard : hint?.words
    }

    /// All keys as displayed: `↓ j`.
    package var label: String { keys.map(\.label).joined(separator: " ") }
}

extension Key {
    /// The key as help texts name it.
    package var label: String {
        switch self {
        case .character(" "): "Space"
        case .character(let character): String(character)
        case .control(let character): "Ctrl-" + String(character).uppercased()
        case .enter: "Enter"
        case .escape: "Esc"
        case .tab: "Tab"
        case .backTab: "Shift-Tab"
        case .backspace: "Backspace"
        case .delete: "Del"
        case .insert: "Ins"
        case .up: "↑"
        case .down: "↓"
        case .left: "←"
        case .right: "→"
        case .home: "Home"
        case .end: "End"
        case .pageUp: "PgUp"
        case .pageDown: "PgDn"
        case .wordLeft: "Ctrl-←"
        case .wordRight: "Ctrl-→"
        case .eraseWord: "Alt-Backspace"
        case .alt(let character): "Alt-" + String(character).uppercased()
        case .function(let number): "F\(number)"
        }
    }
}

extension Key: ExpressibleByExtendedGraphemeClusterLiteral {
    /// A key that types this character.
    package init(extendedGraphemeClusterLiteral character: Character) {
        self = .character(character)
    }
}
