import CaseModel
import Screen
import TextLayout

/// The keys of the mode in which help was opened, by group; Enter runs a command.
struct HelpList: Listing {
    private let mode: Mode

    static let keys = [
        KeyTable.chooseRow(in: .help, "执行所选命令", "run the selected command", hint: .init(1, "执行", "run"))
    ]

    init(of mode: Mode) { self.mode = mode }

    var name: ListName { .help }
    var prompt: String { "? " }
    func title(in language: LanguageChoice) -> String {
        "\(language.localized(Strings.helpTitle)) · \(language.localized(mode.title))"
    }

    func entries(_ query: String, in state: State) -> Picker.Entries {
        let rows = KeyTable.rows(in: mode).filter { $0.isOffered(in: state) }
        let entries = rows.map { entry(of: $0, in: state) }
        guard query.isEmpty else {
            let found = entries.filter { $0.contains(query) }
            return Picker.Entries(found + legend(query, beside: found, in: state))
        }
        var listed = legend(query, beside: entries, in: state)
        var group: KeyRow.Group?
        for (row, entry) in zip(rows, entries) {
            if row.group != group {
                let heading = Span(state.language.localized(row.group.title), style: Theme.heading)
                listed.append(Picker.Entry(label: "", text: [heading], action: .heading))
            }
            group = row.group
            listed.append(entry)
        }
        return Picker.Entries(listed)
    }

    /// What the signs and figures of the view mean: all of it above the keys, or what a query finds below those. There is
    /// nothing to choose in them; beyond the first and the last key they scroll into view.
    private func legend(_ query: String, beside keys: [Picker.Entry], in state: State) -> [Picker.Entry] {
        guard let legend = Legend(of: mode, in: state) else { return [] }
        let found = legend.entries.filter { query.isEmpty || $0.contains(query) }
        guard !found.isEmpty else { return [] }
        let localized = state.language.localized
        let columns = Picker.Layout(size: state.size, of: self).list.columns
        let labels = keys.map(\.label.columns) + found.map { localized($0.sign).columns }
        let room = columns - min(labels.max() ?? 0, columns / 2) - 2
        let lines = found.flatMap { entry in
            let words = (entry.name.map { localized($0) + "  " } ?? "") + localized(entry.meaning)
            return Wrapping.lines(of: words, columns: max(1, room)).map {
                Picker.Entry(label: localized(entry.sign), text: [Span($0)], action: .heading)
            }
        }
        let heading = Span(localized(legend.title), style: Theme.heading)
        return [Picker.Entry(label: "", text: [heading], action: .heading)] + lines
    }

    private func entry(of row: KeyRow, in state: State) -> Picker.Entry {
        var titles = row.title.isUniform ? [row.title.chinese] : [row.title.chinese, row.title.english]
        if state.language.interface == .english { titles.reverse() }
        let title = titles.compactMap(\.self).joined(separator: "  ")
        // Unavailable commands are dim; choosing one shows the reason.
        let style = row.unavailable(state) == nil ? Style.plain : Theme.faint
        let command = row.command
        return Picker.Entry(
            label: row.label, text: [Span(title, style: style)],
            action: .perform { update(&$0, with: command) })
    }
}
