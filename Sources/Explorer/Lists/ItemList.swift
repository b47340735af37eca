import CaseModel
import CaseSearch
import Screen
import TextLayout

/// The list of entities to choose by id or title, and of commands to choose by name; or the list of the items of a
/// chart's cell.
struct ItemList: Listing {
    private enum Row: Sendable {
        case entity(Entity)
        case command(KeyRow)
        /// A command with the entity that is named behind it: `trace prj-rail`.
        case aimed(KeyRow, Entity)
        /// A command with the text behind it: `filter strength:primary`.
        case asked(KeyRow, String)
    }

    /// The items to choose from with their title; nil for all of the case.
    let choice: (positions: [Int], title: Text)?
    /// The matching rows, the best first.
    private var rows: [Row] = []
    private var labelColumns = 0
    /// The commands of the view below, by their names; computed for the first query.
    private var commands: (rows: [KeyRow], names: SoughtNames)?
    /// The sources, places and actors; computed for the first query.
    private var others: EntityNames?

    static let keys = [
        KeyTable.chooseRow(
            in: .goTo, "前往所选，或执行所选命令", "go to what is selected, or run the command",
            hint: .init(1, "前往", "go there")),
        KeyTable.chooseRow(
            in: .choice, "打开所选一项", "open what is selected", hint: .init(1, "打开", "open")),
    ]

    init() { choice = nil }

    init(_ positions: [Int], title: String) { choice = (positions, Text(title)) }

    init(_ positions: [Int], title: Text) { choice = (positions, title) }

    var name: ListName { choice == nil ? .goTo : .choice }

    func title(in language: LanguageChoice) -> String {
        language.localized(choice?.title ?? Strings.goToTitle)
    }

    mutating func refresh(_ query: String, in state: inout State) {
        if query.isEmpty {
            // The index is built at the first query.
            rows = (choice?.positions ?? Array(state.graph.case.items.indices)).map { .entity(.item($0)) }
        } else {
            let items = state.names().items(named: query, among: choice?.positions)
            rows = items.map { .entity(.item($0)) }
            if choice == nil { addOthers(query, in: &state) }
        }
        labelColumns = rows.reduce(0) { columns, row in
            switch row {
            // Ids are ASCII, so that each byte is a column.
            case .entity(let entity), .aimed(_, let entity):
                max(columns, state.graph.id(of: entity).utf8.count)
            case .command(let row), .asked(let row, _): max(columns, row.label.columns)
            }
        }
    }

    /// Adds commands, sources, places and actors to the items. What is typed in full comes first.
    private mutating func addOthers(_ query: String, in state: inout State) {
        let others = self.others ?? EntityNames(state.graph)
        let commands = self.commands ?? Self.commands(in: state)
        (self.others, self.commands) = (others, commands)
        let entities = others.matches(query)
        let named = commands.names.matches(query).map { (row: commands.rows[$0.owner], match: $0.match) }
        // Initials are too few letters to mean a command rather than an item.
        let isSpelled = query.trimmed.count > 3
        let isWhole = { (match: SoughtNames.Match) in match == .whole || isSpelled && match == .wholeByPinyin
        }
        let whole =
            named.filter { isWhole($0.match) }.map { Row.command($0.row) }
            + entities.filter { $0.match == .whole }.map { Row.entity($0.entity) }
        let partly =
            entities.filter { $0.match != .whole }.map { Row.entity($0.entity) }
            + named.filter { !isWhole($0.match) }.map { Row.command($0.row) }
        rows = whole + rows + partly
        addCommand(of: query, among: commands.rows, in: &state)
    }

    /// What can stand behind a command that turns something on and off.
    private static let switches = ["on": true, "off": false, "开": true, "关": false]

    /// The command that a query begins with, and what stands behind it.
    private static func command(of query: String, among commands: [KeyRow]) -> (row: KeyRow, words: String)? {
        let words = query.trimmed.split(maxSplits: 1, whereSeparator: \.isWhitespace).map {
            String($0).trimmed
        }
        guard words.count == 2 else { return nil }
        let row = commands.first { $0.command.names.contains(words[0].lowercased()) }
        return row.map { ($0, words[1]) }
    }

    /// Adds the command that a query begins with, for what stands behind it. Words that are a text come first; a title
    /// may begin like a command that takes a name.
    private mutating func addCommand(of query: String, among commands: [KeyRow], in state: inout State) {
        guard let (row, words) = Self.command(of: query, among: commands) else { return }
        let whole = rows
        defer {
            // The command alone would be the same without what stands behind it.
            if case .asked? = rows.first, rows.count > whole.count {
                rows.removeAll {
                    if case .command(let other) = $0 { other.command == row.command } else { false }
                }
            }
        }
        switch row.command {
        case .find(.filter), .find(.search), .program(.cycleLanguage):
            rows.insert(.asked(row, words), at: 0)
        case .program(.mouse):
            if Self.switches[words.lowercased()] != nil { rows.insert(.asked(row, words), at: 0) }
        case .view(.trace), .view(.reader):
            let items = state.names().items(named: words, among: nil).map(Entity.item)
            let rest = row.command == .view(.trace) ? [] : others?.matches(words).map(\.entity) ?? []
            let exact = state.graph.entity(named: words)
            let aimed = (exact.map { [$0] } ?? []).filter { (items + rest).contains($0) }
            rows += (aimed + (items + rest).filter { $0 != exact }).map { .aimed(row, $0) }
        case .move, .enter, .back, .close, .pane, .reading, .chart, .view, .travel, .find, .note, .talk,
            .program,
            .list, .editor, .pager:
            break
        }
    }

    func entries(_ query: String, in state: State) -> Picker.Entries {
        Picker.Entries(rows.count, labelColumns: labelColumns) { [rows] row in
            switch rows[row] {
            case .entity(let entity):
                let title = state.language.title(of: entity, in: state.graph)
                let isOfView = choice != nil
                return Picker.Entry(label: state.graph.id(of: entity), text: [Span(title)], of: entity) {
                    state in
                    switch entity {
                    // A view stays open in the history; an id leads to the panes.
                    case .item(let position) where !isOfView: state.show(position)
                    case .item, .source, .place, .actor: state.read(.entity(entity))
                    }
                }
            case .aimed(let row, let entity):
                let title = state.language.title(of: entity, in: state.graph)
                let command = Span("  " + state.language.localized(row.title), style: Theme.faint)
                return Picker.Entry(
                    label: state.graph.id(of: entity), text: [Span(title), command], of: entity
                ) { state in
                    if row.command == .view(.trace), case .item(let position) = entity,
                        let trace = state.subject(of: .trace, at: position)
                    {
                        state.read(trace)
                    } else {
                        state.read(.entity(entity))
                    }
                }
            case .asked(let row, let words):
                let title = state.language.localized(row.title)
                return Picker.Entry(
                    label: row.label, text: [Span(title), Span("  " + words)],
                    action: .perform { state in
                        if row.command == .find(.filter) {
                            state.open(FilterList(), query: words)
                        } else if row.command == .find(.search) {
                            state.open(SearchList(), query: words)
                        } else if row.command == .program(.mouse) {
                            return state.useMouse(Self.switches[words.lowercased()] ?? !state.usesMouse)
                        } else {
                            state.speak(words)
                        }
                        return []
                    })
            case .command(let row):
                let title = state.language.localized(row.title)
                let style = row.unavailable(state) == nil ? Style.plain : Theme.faint
                return Picker.Entry(
                    label: row.label, text: [Span(title, style: style)],
                    action: .perform { update(&$0, with: row.command) })
            }
        }
    }

    /// How many of a cell's items match, since the title has the number of all.
    func tally(_ query: String, in state: State) -> String? {
        query.isEmpty ? nil : choice.map { "\(rows.count)/\($0.positions.count)" }
    }

    func missing(_ query: String) -> Text {
        guard choice == nil else { return Strings.nothingFound }
        if let (row, words) = commands.flatMap({ Self.command(of: query, among: $0.rows) }) {
            switch row.command {
            case .view(.reader), .view(.trace): return Strings.nothingNamed(words)
            case .program(.mouse): return Strings.onOrOff(not: words)
            case .move, .enter, .back, .close, .pane, .reading, .chart, .view, .travel, .find, .note, .talk,
                .program, .list, .editor, .pager:
                let name = String(query.trimmed.prefix { !$0.isWhitespace })
                return Strings.standsAlone(name, words.inOneLine)
            }
        }
        // One letter is like any other.
        let names = commands.map { $0.rows.flatMap { Self.names(of: $0) } } ?? []
        let first = query.trimmed.prefix { !$0.isWhitespace }
        let meant = [query, String(first)].lazy.filter { $0.count > 2 }
            .compactMap { Suggestion.nearest(to: $0.lowercased(), among: names) }.first
        return Strings.nothingCalled(query, similar: meant)
    }

    /// The commands of the view below, without movements.
    private static func commands(in state: State) -> (rows: [KeyRow], names: SoughtNames) {
        var below = state
        below.picker = nil
        let rows = KeyTable.rows(in: below.mode).filter {
            $0.group != .move && $0.isOffered(in: state)
        }
        return (rows, SoughtNames(rows.map(names)))
    }

    private static func names(of row: KeyRow) -> [String] {
        row.command.names + row.title.wordings + (row.hint?.words.wordings ?? [])
    }
}
