import CaseModel
import CaseSearch
import Screen

/// A list to choose from that narrows as one types: the commands of a place, the items of the case, or what a
/// search finds in it.
struct Picker: Sendable {
    /// What is chosen among.
    enum Content: Sendable {
        /// The commands of the mode from which help was asked for.
        case commands(Mode)
        /// The items of the case.
        case items
        /// What the search finds in all of the case.
        case finds
        /// The steps of the tour.
        case steps
        /// What a filter is made of, while it is typed.
        case filter
        /// Some items of the case, under a title.
        case choice([Int], title: String)
        /// What can be taken along.
        case copies([Copy])
        /// Where the page leads, by numbers.
        case leads([PageLink])
        /// What the reader keeps of the case.
        case notebookEntries([NotebookEntry])

        /// What stands on the frame of the list.
        func title(in language: LanguageChoice) -> String {
            switch self {
            case .commands: language.localized(Strings.helpTitle)
            case .items: language.localized(Strings.goToTitle)
            case .finds: language.localized(Strings.searchTitle)
            case .filter: language.localized(Strings.filterTitle)
            case .steps: language.localized(Strings.stepsTitle)
            case .choice(_, let title): title
            case .copies: language.localized(Strings.copyTitle)
            case .leads: language.localized(Strings.linksTitle)
            case .notebookEntries: language.localized(Strings.notebookTitle)
            }
        }

        /// What stands before what is typed.
        var prompt: String {
            switch self {
            case .commands: "? "
            case .items, .choice, .steps, .copies, .leads: ": "
            case .notebookEntries: "' "
            case .finds: "/ "
            case .filter: "f "
            }
        }
    }

    /// What choosing an entry does.
    enum Choice: Sendable {
        case command(Command)
        case item(Int)
        case step(Int)
        /// Writes this in place of what is typed.
        case query(String)
        case subject(Subject)
        /// A text to be copied.
        case copy(String)
        case notebookEntry(NotebookEntry)
    }

    /// One line of the list.
    struct Entry: Sendable {
        /// Keys or id, in a column of their own.
        let label: String
        let text: [Span]
        let choice: Choice

        /// Whether a part of it, in lower case, is this.
        func contains(_ wanted: String) -> Bool {
            wanted.isEmpty
                || ([label] + text.map(\.text)).joined(separator: " ").lowercased().contains(wanted)
        }
    }

    /// Bytes of what may be typed: more than any title has.
    static let longestQuery = 1000

    var content: Content
    var query = ""
    /// What the query finds, where a search is what is open.
    var finds: SearchResults?
    /// The items that answer to the query, best first, where some are chosen among.
    var answers = NameMatches()
    /// What is made of what is typed, where a filter is.
    var draft = FilterDraft()
    /// The number of the selected entry; −1 while Enter takes a filter as it is typed.
    var selected = 0
    var top = 0

    init(_ content: Content) {
        self.content = content
    }
}

extension State {
    /// Opens a list over the present view.
    mutating func open(_ content: Picker.Content) {
        picker = Picker(content)
        isSearching = false
        answer()
    }

    /// Carries out a command in the open list.
    mutating func pick(_ command: Command) -> [Effect] {
        // What is chosen among, and then stepped through, is all that there is.
        if command == .enter { findToTheEnd() }
        guard var picker else { return [] }
        let entries = picker.entries(of: self)
        let rows = Picker.Layout(size: size, of: picker.content).list.rows
        let first: Int
        switch picker.content {
        case .filter: first = -1
        case .commands, .items, .finds, .choice, .steps, .copies, .leads, .notebookEntries: first = 0
        }
        switch command {
        case .move(.up): picker.selected -= 1
        case .move(.down): picker.selected += 1
        case .move(.pageUp): picker.selected -= max(1, rows - 1)
        case .move(.pageDown): picker.selected += max(1, rows - 1)
        case .move(.first): picker.selected = first
        case .move(.last): picker.selected = entries.count - 1
        case .close:
            self.picker = nil
            return []
        case .find(.complete):
            let entry = max(0, picker.selected)
            if entries.indices.contains(entry), case .query(let query) = entries[entry].choice {
                write(query)
            }
            return []
        case .enter where picker.selected < 0:
            applyFilter()
            return []
        case .enter:
            if entries.indices.contains(picker.selected),
                case .query(let query) = entries[picker.selected].choice
            {
                write(query)
                return []
            }
            if case .finds = picker.content { searches.note(picker.query) }
            self.picker = nil
            guard entries.indices.contains(picker.selected) else {
                if !picker.query.isEmpty { notice = picker.content.missing(picker.query) }
                return []
            }
            if let finds = picker.finds, !finds.isEmpty { lastFinds = finds.positions }
            return choose(entries[picker.selected].choice)
        case .own(.remove):
            guard entries.indices.contains(picker.selected),
                case .notebookEntry(let notebookEntry) = entries[picker.selected].choice
            else { return [] }
            return removeOrRestore(notebookEntry)
        case .move(.left), .move(.right), .back, .pane, .reading, .chart, .view, .travel, .find(.search),
            .find(.next), .find(.previous), .find(.goTo), .find(.filter), .find(.unfilter), .own, .talk,
            .program:
            break
        }
        picker.selected = min(max(first, picker.selected), max(first, entries.count - 1))
        picker.top = Scrolling.top(picker.top, showing: max(0, picker.selected), of: entries.count, in: rows)
        self.picker = picker
        return []
    }

    /// Takes a key that types into the open list.
    mutating func type(_ key: Key) -> [Effect] {
        switch key {
        case .character(let character):
            // A paste that comes without its marks must not be searched for with each of its letters.
            guard let query = picker?.query, query.utf8.count < Picker.longestQuery else { return [] }
            picker?.query.append(character)
        case .backspace: _ = picker?.query.popLast()
        case .control("u"): picker?.query = ""
        case .control, .enter, .escape, .tab, .backTab, .delete, .insert, .up, .down, .left, .right, .home,
            .end, .pageUp, .pageDown, .function:
            return []
        }
        startOver()
        return picker?.isChosenByNumber == true ? pick(.enter) : []
    }

    /// Writes a whole query in place of what is typed.
    private mutating func write(_ query: String) {
        picker?.query = query
        startOver()
    }

    /// Begins at the top of what the query finds.
    mutating func startOver() {
        picker?.top = 0
        switch picker?.content {
        case .filter?:
            picker?.selected = -1
            draftFilter()
        case .finds?:
            picker?.selected = 0
            find()
        case .items?, .choice?:
            picker?.selected = 0
            answer()
        case .commands?, .steps?, .copies?, .leads?, .notebookEntries?, nil: picker?.selected = 0
        }
    }

    private mutating func choose(_ choice: Picker.Choice) -> [Effect] {
        switch choice {
        case .command(let command): return update(&self, with: command)
        case .item(let position): show(position)
        case .step(let number): goTo(step: number)
        case .query: break
        case .subject(let subject): read(subject)
        case .copy(let text): return take(text)
        case .notebookEntry(let notebookEntry): go(to: notebookEntry)
        }
        return []
    }

    /// Goes to an item in the panes; pins that hide it are taken off.
    package mutating func show(_ position: Int) {
        var next = viewpoint
        let pane = graph.panes[position]
        next.subject = nil
        if browse.columns[pane].outline.row(of: position) == nil { next.pins = [] }
        if browse.narrowing?.letsThrough(position) == false {
            next.filter = nil
            notice = Strings.filterTakenOff
        }
        next.focus = pane
        next.selections[pane] = position
        go(to: next)
    }
}
