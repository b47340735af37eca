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
        guard query.isEmpty else { return Picker.Entries(entries.filter { $0.contains(query) }) }
        var listed = legend(in: state)
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

    /// What the signs in the panes and in traces mean, above the keys.
    private func legend(in state: State) -> [Picker.Entry] {
        guard mode == .view(.browse) || mode == .view(.trace) else { return [] }
        let localized = state.language.localized
        var lines = Grade.allCases.map { grade in
            (
                String(grade.sign),
                "\(localized(Strings.name(of: grade)))  \(localized(Strings.meaning(of: grade)))"
            )
        }
        lines.append((Theme.backwards, localized(Strings.meaningOfBackwards)))
        if mode == .view(.browse) {
            lines.append((String(Theme.pinned), localized(Strings.meaningOfPin)))
            if !state.isForGuest {
                lines.append(("\(Theme.marked) \(Theme.noted)", localized(Strings.meaningOfMarks)))
            }
            lines.append(("3/35", localized(Strings.meaningOfPlace)))
        }
        let heading = Span(localized(Strings.signsTitle), style: Theme.heading)
        let room = Picker.Layout(size: state.size, of: self).list.columns
        let entries = lines.flatMap { sign, words in
            let lead = sign + "  "
            let wrapped = Wrapping.lines(of: words, columns: max(1, room - lead.columns))
            return wrapped.enumerated().map { number, line in
                let start = number == 0 ? lead : String(repeating: " ", count: lead.columns)
                return [Span(start, style: Theme.title), Span(line)]
            }
        }
        return ([[heading]] + entries).map { Picker.Entry(label: "", text: $0, action: .heading) }
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
