import CaseModel
import Screen
import TextLayout

/// What is chosen among in an open list. A list is a type in a file of its own; `Picker` has what all lists share:
/// what is typed, what is selected, the keys that move.
protocol Listing: Sendable {
    /// What Enter does in the list, and the keys that no other list has.
    static var keys: [KeyRow] { get }
    var name: ListName { get }
    /// What stands before what is typed.
    var prompt: String { get }
    /// The first row that can be selected: −1 where Enter may take what is typed instead of an entry.
    var firstRow: Int { get }
    /// True where the whole text of the selected entry is shown below the list.
    var showsWholeText: Bool { get }

    /// What stands on the frame.
    func title(in language: LanguageChoice) -> String
    /// Takes what is typed, once when the list is opened and then with every change.
    mutating func refresh(_ query: String, in state: inout State)
    /// The entries that answer to what is typed, the best first.
    func entries(_ query: String, in state: State) -> Picker.Entries
    /// Carries out Enter on a row, −1 for what is typed itself. An entry that is written into the query is none of
    /// this.
    func choose(row: Int, _ query: String, in state: inout State) -> [Effect]
    /// Carries out Del on a row.
    func remove(row: Int, _ query: String, in state: inout State) -> [Effect]
    /// True where what is typed can only mean the first entry, which is then chosen at once.
    func isDecided(by query: String) -> Bool
    /// Follows a change of the language.
    mutating func translate(in state: State)
    /// What Enter says where nothing answers to what is typed.
    func missing(_ query: String) -> Text
    /// What there is to say in place of the entries, or of the last of them where it is a mistake.
    func remark(_ query: String, in state: State) -> (text: Text, isMistake: Bool)?
    /// The characters of what is typed that cannot be read.
    func mistake(in query: String) -> Range<Int>?
    /// How many things what is typed stands for, where that is more than the list shows.
    func count(_ query: String) -> Int?
}

extension Listing {
    var prompt: String { ": " }
    var firstRow: Int { 0 }
    var showsWholeText: Bool { false }

    mutating func refresh(_ query: String, in state: inout State) {}

    func choose(row: Int, _ query: String, in state: inout State) -> [Effect] {
        let entries = entries(query, in: state)
        state.picker = nil
        guard entries.indices.contains(row) else {
            if !query.isEmpty { state.notice = missing(query) }
            return []
        }
        switch entries[row].action {
        case .heading, .write: return []
        case .copy(let text): return state.take(text)
        case .perform(let action): return action(&state)
        }
    }

    func remove(row: Int, _ query: String, in state: inout State) -> [Effect] { [] }
    func isDecided(by query: String) -> Bool { false }
    mutating func translate(in state: State) {}
    func missing(_ query: String) -> Text { Strings.nothingFound }

    func remark(_ query: String, in state: State) -> (text: Text, isMistake: Bool)? {
        query.isEmpty || state.isSearching ? nil : (Strings.nothingFound, false)
    }

    func mistake(in query: String) -> Range<Int>? { nil }
    func count(_ query: String) -> Int? { nil }
}

extension Picker {
    /// One line of a list.
    struct Entry: Sendable {
        /// What choosing the entry does.
        enum Action: Sendable {
            /// Nothing: the line is a heading, and is passed over.
            case heading
            /// Writes this in place of what is typed.
            case write(String)
            /// Copies this text, and leaves it on the screen.
            case copy(String)
            case perform(@Sendable (inout State) -> [Effect])
        }

        /// Keys, a number or an id, in a column of its own.
        let label: String
        let text: [Span]
        let action: Action

        init(label: String, text: [Span], action: Action) {
            (self.label, self.text, self.action) = (label, text, action)
        }

        /// An entry that does something and asks nothing of the world.
        init(label: String, text: [Span], does action: @escaping @Sendable (inout State) -> Void) {
            self.init(
                label: label, text: text,
                action: .perform {
                    action(&$0)
                    return []
                })
        }

        var isHeading: Bool { if case .heading = action { true } else { false } }

        /// What choosing the entry writes in place of what is typed, if it does.
        var query: String? { if case .write(let query) = action { query } else { nil } }

        /// True where a part of the line is what is typed.
        func contains(_ query: String) -> Bool {
            query.isEmpty
                || ([label] + text.map(\.text)).joined(separator: " ").lowercased()
                    .contains(query.lowercased())
        }
    }

    /// The lines of a list, numbered from 0. Those of a long one are made when they are asked for: very many may be
    /// found, and only a screenful of them is looked at.
    struct Entries {
        let count: Int
        /// How wide the widest label is, in columns.
        let labelColumns: Int
        private let make: (Int) -> Entry

        init(_ count: Int, labelColumns: Int, make: @escaping (Int) -> Entry) {
            (self.count, self.labelColumns, self.make) = (count, labelColumns, make)
        }

        /// Entries that are few enough to be made all at once.
        init(_ entries: [Entry]) {
            self.init(entries.count, labelColumns: entries.map(\.label.columns).max() ?? 0) { entries[$0] }
        }

        var indices: Range<Int> { 0..<count }
        var isEmpty: Bool { count == 0 }
        subscript(number: Int) -> Entry { make(number) }

        /// The row nearest to one that can be selected, looked for in a direction first; at least the first row.
        func row(near row: Int, going step: Int, from first: Int) -> Int {
            let wanted = min(max(first, row), max(first, count - 1))
            func selectable(_ rows: some Sequence<Int>) -> Int? {
                rows.first { !indices.contains($0) || !self[$0].isHeading }
            }
            let ahead = stride(from: wanted, through: step < 0 ? first : count - 1, by: step < 0 ? -1 : 1)
            let behind = stride(from: wanted, through: step < 0 ? count - 1 : first, by: step < 0 ? 1 : -1)
            return selectable(ahead) ?? selectable(behind) ?? wanted
        }
    }
}
