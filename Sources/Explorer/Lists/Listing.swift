import CaseModel
import Screen
import TextLayout

/// The contents of an open list. Each list is a type in a file of its own; `Picker` has the parts common to all:
/// the query, the selection, the keys that move it.
protocol Listing: Sendable {
    /// The meaning of Enter in the list, and the keys that no other list has.
    static var keys: [KeyRow] { get }
    var name: ListName { get }
    /// The text before the query.
    var prompt: String { get }
    /// The first row that can be selected; −1 if Enter may take the query instead of an entry.
    var firstRow: Int { get }
    /// The row that is selected when the list opens, and whenever nothing is typed.
    func rowAtStart(in state: State) -> Int
    /// True if the whole text of the selected entry is shown below the list.
    var showsWholeText: Bool { get }

    /// True if rows with the same label are of one group, whose first row alone shows it.
    var groupsByLabel: Bool { get }
    /// True if only the query is shown, over the last line of the view.
    var isOneLine: Bool { get }

    /// The title on the frame.
    func title(in language: LanguageChoice) -> String
    /// Called with the query when the list opens, and after each change.
    mutating func refresh(_ query: String, in state: inout State)
    /// The matching entries, the best first.
    func entries(_ query: String, in state: State) -> Picker.Entries
    /// Carries out Enter on a row, −1 for the query itself; not called for an entry that replaces the query.
    func choose(row: Int, _ query: String, in state: inout State) -> [Effect]
    /// Carries out Tab where no entry replaces the query; false if it does nothing.
    func complete(_ query: String, in state: inout State) -> Bool
    /// Called when the list is closed without a choice.
    func cancel(in state: inout State)
    /// Earlier queries, the latest first, which ↑ writes into an empty field.
    func earlier(in state: State) -> [String]
    /// Carries out Del on a row.
    func remove(row: Int, _ query: String, in state: inout State) -> [Effect]
    /// True if the query can only mean the first entry, which is then chosen at once.
    func isDecided(by query: String) -> Bool
    /// Called after the language has changed.
    mutating func translate(in state: State)
    /// The notice for Enter without a matching entry, for which the list stays open.
    func missing(_ query: String) -> Text
    /// A remark in place of the entries, or of the last of them if it reports a mistake.
    func remark(_ query: String, in state: State) -> (text: Text, isMistake: Bool)?
    /// The characters of the query that are invalid.
    func mistake(in query: String) -> Range<Int>?
    /// The number of matches, if the list does not show it.
    func count(_ query: String) -> Int?
    /// What stands at the right end of the query: the number of matches, or a position among them.
    func tally(_ query: String, in state: State) -> String?
}

extension Listing {
    var prompt: String { ": " }
    var firstRow: Int { 0 }
    func rowAtStart(in state: State) -> Int { firstRow }
    var showsWholeText: Bool { false }
    var groupsByLabel: Bool { true }
    var isOneLine: Bool { false }

    mutating func refresh(_ query: String, in state: inout State) {}

    func choose(row: Int, _ query: String, in state: inout State) -> [Effect] {
        let entries = entries(query, in: state)
        guard entries.indices.contains(row) else {
            state.refuse(query.isEmpty ? nil : missing(query))
            return []
        }
        switch entries[row].action {
        case .heading, .write: return []
        case .copy(let text):
            state.picker = nil
            return state.take(text)
        case .perform(let action):
            state.picker = nil
            return action(&state)
        }
    }

    func complete(_ query: String, in state: inout State) -> Bool { false }
    func cancel(in state: inout State) {}
    func earlier(in state: State) -> [String] { [] }
    func remove(row: Int, _ query: String, in state: inout State) -> [Effect] { [] }
    func isDecided(by query: String) -> Bool { false }
    mutating func translate(in state: State) {}
    func missing(_ query: String) -> Text { Strings.nothingFound }

    func remark(_ query: String, in state: State) -> (text: Text, isMistake: Bool)? {
        query.isEmpty || state.isSearching ? nil : (Strings.nothingFound, false)
    }

    func mistake(in query: String) -> Range<Int>? { nil }
    func count(_ query: String) -> Int? { nil }

    func tally(_ query: String, in state: State) -> String? {
        count(query).map { String($0) + (state.isSearching ? "…" : "") }
    }
}

extension Picker {
    /// A line of a list.
    struct Entry: Sendable {
        /// The effect of choosing the entry.
        enum Action: Sendable {
            /// None: the line is a heading or an explanation, and cannot be selected.
            case heading
            /// Replaces the query.
            case write(String)
            /// Copies a text, and shows it in the pager.
            case copy(String)
            case perform(@Sendable (inout State) -> [Effect])
        }

        /// Keys, a number or an id, in a column of its own.
        let label: String
        let text: [Span]
        /// What follows the text, which is cut rather than this.
        let count: [Span]
        let action: Action
        /// The entity that the line stands for, whose mark and note it shows.
        let entity: Entity?
        /// What is shown below a list that shows whole texts.
        let whole: String?

        init(
            label: String, text: [Span], count: [Span] = [], of entity: Entity? = nil, action: Action,
            whole: String? = nil
        ) {
            (self.label, self.text, self.count) = (label, text, count)
            (self.entity, self.action) = (entity, action)
            if case .copy(let text) = action { self.whole = text } else { self.whole = whole }
        }

        /// An entry with an action that changes only the state.
        init(
            label: String, text: [Span], of entity: Entity? = nil,
            does action: @escaping @Sendable (inout State) -> Void
        ) {
            self.init(
                label: label, text: text, of: entity,
                action: .perform {
                    action(&$0)
                    return []
                })
        }

        var isHeading: Bool { if case .heading = action { true } else { false } }

        /// The query that choosing the entry writes, if any.
        var query: String? { if case .write(let query) = action { query } else { nil } }

        /// True if a part of the line contains the query.
        func contains(_ query: String) -> Bool {
            query.isEmpty
                || ([label] + text.map(\.text)).joined(separator: " ").lowercased()
                    .contains(query.lowercased())
        }
    }

    /// The lines of a list, numbered from 0. The lines of a long list are made on demand, since only a screenful of
    /// many matches is ever displayed.
    struct Entries {
        let count: Int
        /// The width of the widest label.
        let labelColumns: Int
        private let make: (Int) -> Entry

        init(_ count: Int, labelColumns: Int, make: @escaping (Int) -> Entry) {
            (self.count, self.labelColumns, self.make) = (count, labelColumns, make)
        }

        /// Entries made all at once, for short lists.
        init(_ entries: [Entry]) {
            self.init(entries.count, labelColumns: entries.map(\.label.columns).max() ?? 0) { entries[$0] }
        }

        var indices: Range<Int> { 0..<count }
        var isEmpty: Bool { count == 0 }
        subscript(number: Int) -> Entry { make(number) }

        /// The nearest row that can be selected, searched in a direction first; at least the first row.
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
