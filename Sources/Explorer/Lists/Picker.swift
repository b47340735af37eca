import CaseModel
import Screen
import TextLayout

/// Commands of an open list.
package enum ListCommand: CaseIterable, Hashable, Sendable {
    case move(Movement)
    case choose
    /// Replaces the query by the selected entry, or widens the search.
    case complete
    /// Removes the selected entry from the notebook, or restores it.
    case remove
    case close

    package static var allCases: [ListCommand] {
        Movement.allCases.map(ListCommand.move) + [.choose, .complete, .remove, .close]
    }
}

/// An open list that is narrowed by typing.
struct Picker: Sendable {
    /// The longest query in bytes, longer than any title.
    static let longestQuery = 1000

    var list: any Listing
    var field: TextField
    /// The number of the selected entry; −1 for the query itself.
    var selected: Int
    /// The first visible row.
    var top = 0
    /// True while lines beyond the first or last one that can be selected are in view, and the selected one perhaps is
    /// not.
    var isPastSelection = false
    /// The number of the earlier query that ↑ has written, until something is typed.
    var recalled: Int?

    init(_ list: any Listing, query: String = "") {
        self.list = list
        field = TextField(query, capacity: Self.longestQuery)
        selected = list.firstRow
    }

    var query: String { field.text }

    /// The rows that are visible of so many.
    func visible(of count: Int, in rows: Int) -> Range<Int> {
        let first = Scrolling.top(
            top, showing: isPastSelection ? nil : max(0, selected), of: count, in: rows)
        return first..<first + max(0, rows)
    }

    /// The lines that match the query, the best first.
    func entries(in state: State) -> Entries { list.entries(query, in: state) }
}

extension State {
    /// Opens a list over the present view.
    mutating func open(_ list: any Listing, query: String = "") {
        picker = Picker(list, query: query)
        isSearching = false
        startOver()
    }

    /// Carries out a command of the open list.
    mutating func pick(_ command: ListCommand) -> [Effect] {
        guard let picker else { return [] }
        switch command {
        case .move(let movement): move(movement, in: picker)
        case .close:
            self.picker = nil
            picker.list.cancel(in: &self)
        case .complete:
            if let query = entry(max(0, picker.selected), of: picker)?.query {
                write(query: query)
            } else if !picker.list.complete(picker.query, in: &self) {
                notice = Strings.nothingToComplete
            }
        case .choose:
            if picker.isPastSelection, !isSelectionVisible(in: picker) {
                // What is chosen must have been seen.
                self.picker?.isPastSelection = false
            } else if let query = entry(picker.selected, of: picker)?.query {
                write(query: query)
            } else {
                return picker.list.choose(row: picker.selected, picker.query, in: &self)
            }
        case .remove: return picker.list.remove(row: picker.selected, picker.query, in: &self)
        }
        return []
    }

    /// Says why nothing can be chosen, with the list still open: a slip is mended in what is typed, and what is typed next
    /// runs no commands. An empty list closes, as it does where lines are typed.
    mutating func refuse(_ reason: Text?) {
        if reason == nil || isPlain { picker = nil }
        notice = reason
    }

    private func isSelectionVisible(in picker: Picker) -> Bool {
        let rows = Picker.Layout(size: size, of: picker.list).list.rows
        // A list of one line shows what is typed alone.
        return rows == 0
            || picker.visible(of: picker.entries(in: self).count, in: rows).contains(max(0, picker.selected))
    }

    private func entry(_ row: Int, of picker: Picker) -> Picker.Entry? {
        let entries = picker.entries(in: self)
        return entries.indices.contains(row) ? entries[row] : nil
    }

    /// Moves the selection, or the cursor in the query.
    private mutating func move(_ movement: Movement, in picker: Picker) {
        if movement == .up, recall(in: picker) { return }
        self.picker?.recalled = nil
        let entries = picker.entries(in: self)
        let rows = Picker.Layout(size: size, of: picker.list).list.rows
        let (row, step): (Int, Int)
        switch movement {
        case .left, .right:
            self.picker?.field.move(by: movement == .left ? -1 : 1)
            return
        case .first, .last:
            guard picker.query.isEmpty else {
                self.picker?.field.move(movement, in: TextField.Layout(picker.field, columns: .max))
                return
            }
            (row, step) = movement == .first ? (picker.list.firstRow, 1) : (entries.count - 1, -1)
        case .up: (row, step) = (picker.selected - 1, -1)
        case .down: (row, step) = (picker.selected + 1, 1)
        case .pageUp: (row, step) = (picker.selected - max(1, rows - 1), -1)
        case .pageDown: (row, step) = (picker.selected + max(1, rows - 1), 1)
        }
        let selected = entries.row(near: row, going: step, from: picker.list.firstRow)
        let visible = picker.visible(of: entries.count, in: rows)
        let top = visible.lowerBound
        let isAbove = picker.isPastSelection && picker.selected < top
        let isBelow = picker.isPastSelection && picker.selected >= visible.upperBound
        let past: Int? =
            switch movement {
            case .up where isAbove || selected >= picker.selected: top - 1
            case .down where isBelow || selected <= picker.selected: top + 1
            case .pageUp where isAbove || selected >= picker.selected: top - rows
            case .pageDown where isBelow || selected <= picker.selected: top + rows
            case .up, .down, .pageUp, .pageDown, .left, .right, .first, .last: nil
            }
        self.picker?.isPastSelection = past != nil
        if let past {
            self.picker?.top = Scrolling.top(past, showing: nil, of: entries.count, in: rows)
            return
        }
        // The headings above the first entry scroll into view with it.
        let isFirst = selected == entries.row(near: 0, going: 1, from: max(0, picker.list.firstRow))
        self.picker?.selected = selected
        self.picker?.top =
            isFirst ? 0 : Scrolling.top(picker.top, showing: max(0, selected), of: entries.count, in: rows)
    }

    /// Writes the latest earlier query into an empty field, then the one before; false if ↑ means the line above.
    private mutating func recall(in picker: Picker) -> Bool {
        let earlier = picker.list.earlier(in: self)
        let number = picker.query.isEmpty && picker.selected <= 0 ? 0 : picker.recalled.map { $0 + 1 }
        guard let number, earlier.indices.contains(number) else { return false }
        write(query: earlier[number])
        self.picker?.recalled = number
        return true
    }

    /// Types a character into the query, or edits it.
    mutating func typeIntoList(_ key: Key) -> [Effect] {
        guard let before = picker?.query else { return [] }
        if case .character(let character) = key {
            // Text pasted without bracketed paste arrives as keys, and must not start a search for each letter.
            guard picker?.field.insert(character) == true else { return [] }
        } else if picker?.field.edit(key) != true {
            notice = Strings.noCommand(on: key, in: mode)
            return []
        }
        if picker?.query == before { return [] }
        startOver()
        return picker.map { $0.list.isDecided(by: $0.query) } == true ? pick(.choose) : []
    }

    /// Types a pasted text into the query, as much as fits.
    mutating func typeIntoList(_ text: String) {
        for character in text.inOneLine {
            guard picker?.field.insert(character) == true else { break }
        }
        startOver()
    }

    /// Replaces the query.
    private mutating func write(query: String) {
        picker?.field = TextField(query, capacity: Picker.longestQuery)
        startOver()
    }

    /// Selects the first match after the query has changed.
    private mutating func startOver() {
        guard var list = picker?.list, let query = picker?.query else { return }
        picker?.recalled = nil
        list.refresh(query, in: &self)
        let entries = list.entries(query, in: self)
        picker?.list = list
        picker?.top = 0
        let start = query.isEmpty ? list.rowAtStart(in: self) : list.firstRow
        let selected = entries.row(near: start, going: 1, from: list.firstRow)
        picker?.selected = selected
        // Explanations that fill the list are read before what can be chosen below them.
        picker?.isPastSelection =
            selected > 0 && selected >= Picker.Layout(size: size, of: list).list.rows
            && selected == entries.row(near: 0, going: 1, from: max(0, list.firstRow))
    }

    /// Updates the open list after the language has changed.
    mutating func translateList() {
        guard var list = picker?.list else { return }
        list.translate(in: self)
        picker?.list = list
    }

    /// Selects an item in the panes. Where its grade of connection hides it all grades are let through, and pins that
    /// it is not connected with are removed.
    package mutating func show(_ position: Int) {
        var next = viewpoint
        let pane = graph.panes[position]
        next.subject = nil
        if browse.columns[pane].outline.row(standingFor: position) == nil {
            if browse.isConnectedWithPins(position, in: graph) {
                next.narrowing = .farFetched
            } else {
                next.pins = []
                notice = Strings.pinsTakenOff
            }
        }
        if browse.filter?.includes(position) == false {
            notice = next.pins == viewpoint.pins ? Strings.filterTakenOff : Strings.filterAndPinsTakenOff
            next.filter = nil
        }
        next.focus = pane
        next.selections[pane] = position
        go(to: next)
    }
}

extension String {
    /// The text with line ends replaced by spaces.
    var inOneLine: String { split(whereSeparator: \.isNewline).joined(separator: " ") }
}
