import CaseModel
import Screen
import Synchronization

/// The single table of keys, from which dispatch, hints, help, phrases and the documentation are derived.
/// `KeyTable+Rows` has the rows that several views share, `KeyTable+TalkRows` those of talks, `KeyTable+ListRows` those
/// of lists, editors and pager; a chart or a list declares its own.
package enum KeyTable {
    /// Every row, in the order of the help within its groups.
    package static let rows: [KeyRow] = {
        let charts = ChartName.allCases.map { $0.chart.keys }
        let lists = [
            HelpList.keys, ItemList.keys, EntryList.keys, SearchList.keys, FindList.keys, FilterList.keys,
            TourList.keys,
            StepList.keys, HandList.keys,
            CopyList.keys,
            LinkList.keys, NotebookList.keys,
        ]
        let shared = [
            openRows, paneRows, viewRows, findRows, noteRows, talkRows, programRows, listRows, editorRows,
        ]
        return ([moveRows, textRows] + charts + lists + shared).flatMap(\.self)
    }()

    /// The commands without a key: the keys of the panes lead to them from anywhere.
    package static let unbound: Set<Command> = [.view(.browse)]

    private struct ModeRows {
        var rows: [KeyRow] = []
        var byKey: [Key: KeyRow] = [:]
        var byCommand: [Command: KeyRow] = [:]
        /// Rows that share a hint, the first to be dropped first.
        var hints: [[KeyRow]] = []
    }

    /// The tables of the modes that have been asked for: the first frame needs one, and making them all would take
    /// longer than drawing it.
    private static let tables = Mutex<[Mode: ModeRows]>([:])

    private static func table(of mode: Mode) -> ModeRows {
        tables.withLock { tables in
            if let table = tables[mode] { return table }
            let table = makeTable(of: mode)
            tables[mode] = table
            return table
        }
    }

    private static func makeTable(of mode: Mode) -> ModeRows {
        let here = rows(in: mode, remapped: Preferences.current.keys)
        var table = ModeRows()
        table.rows = KeyRow.Group.allCases.flatMap { group in here.filter { $0.group == group } }
        for row in here {
            table.byCommand[row.command] = row
            for key in row.keys { table.byKey[key] = row }
            guard let hint = row.hint else { continue }
            if let same = table.hints.firstIndex(where: { $0[0].hint == hint }) {
                table.hints[same].append(row)
            } else {
                table.hints.append([row])
            }
        }
        let ranked = table.hints.enumerated().sorted {
            ($0.element[0].hint?.rank ?? 0, $0.offset) < ($1.element[0].hint?.rank ?? 0, $1.offset)
        }
        table.hints = ranked.map(\.element)
        return table
    }

    /// The rows of a mode with the user's keys. A key that the user gives to a command is taken from any other.
    static func rows(in mode: Mode, remapped remaps: KeyRemaps) -> [KeyRow] {
        let here = rows.filter { $0.modes.contains(mode) }
        if remaps.isEmpty { return here }
        let own = here.map { remaps.keys(of: $0.command, in: mode) }
        let taken = Set(own.compactMap(\.self).joined())
        return zip(here, own).map { row, own in
            if let own { return row.with(keys: own) }
            return taken.isDisjoint(with: row.keys)
                ? row : row.with(keys: row.keys.filter { !taken.contains($0) })
        }
    }

    /// The rows of a mode, group by group.
    package static func rows(in mode: Mode) -> [KeyRow] { table(of: mode).rows }

    /// What a key asks for in a mode, if anything. Full-width forms from an input method count as the keys they
    /// stand for.
    package static func row(for key: Key, in mode: Mode) -> KeyRow? { table(of: mode).byKey[key.folded] }

    /// The row of a command in a mode; nil if the mode does not have the command.
    package static func row(of command: Command, in mode: Mode) -> KeyRow? {
        table(of: mode).byCommand[command]
    }

    /// The first key of a command in a mode, for hints and phrases; empty if the mode does not have the command.
    package static func key(_ command: Command, in mode: Mode) -> String {
        row(of: command, in: mode)?.keys.first?.label ?? ""
    }

    /// The hints of a mode, the last to give way first: the rows that share one.
    static func hints(in mode: Mode) -> [[KeyRow]] { table(of: mode).hints }
}

extension KeyTable {
    /// The reference of all keys by mode, as a Markdown page in one language. On the page of the documentation it says
    /// where it comes from and has links.
    ///
    /// The keys shared by all views, or by all lists, are listed once.
    package static func markdown(_ language: Language, isPage: Bool = false) -> String {
        let title = Text(chinese: "按键", english: "Keys")
        let origin = Text(
            chinese: "<!-- 由程序的按键表生成：RECORD=1 swift test --filter ReadmeTests -->",
            english:
                "<!-- Generated from the program's key table: RECORD=1 swift test --filter ReadmeTests -->")
        let file =
            isPage
            ? ("[配置文件](configuration.zh.md)", "[configuration file](configuration.md)")
            : ("配置文件", "configuration file")
        let introduction = Text(
            chinese: "程序里按 `?` 可列出并搜索当前视图的按键。全角字母和标点当作半角。\(file.0)按命令名换按键。",
            english: """
                In the program, `?` lists the keys of the view that is open, to be searched and run. Full-width \
                letters and punctuation count as their ASCII forms. The \(file.1) gives a command other keys by its name.
                """)
        let opening = isPage ? "\(origin.phrase(in: language))\n\n" : ""
        var text = "# \(title.phrase(in: language))\n\n\(opening)\(introduction.phrase(in: language))\n"
        func add(_ title: Text, _ rows: [KeyRow]) {
            guard !rows.isEmpty else { return }
            let heading = Document.capitalized(title.phrase(in: language))
            let columns = language == .chinese ? "按键 | 作用 | 命令名" : "Key | What it does | Command"
            text += "\n## \(heading)\n\n| \(columns) |\n|---|---|---|\n"
            for row in rows {
                let keys = row.keys.map { "`\($0.label)`" }.joined(separator: " ")
                text += "| \(keys) | \(row.title.phrase(in: language)) | `\(row.command.name)` |\n"
            }
        }
        for section in sections { add(section.title, section.rows) }
        return text
    }

    /// All rows by mode, under the title of each; those that all views or all lists share come once, before the others.
    package static var sections: [(title: Text, rows: [KeyRow])] {
        func common(_ modes: Set<Mode>) -> [KeyRow] {
            modes.first.map { rows(in: $0).filter { $0.modes.isSuperset(of: modes) } } ?? []
        }
        func own(_ mode: Mode, of modes: Set<Mode>) -> [KeyRow] {
            rows(in: mode).filter { !(modes.contains(mode) && $0.modes.isSuperset(of: modes)) }
        }
        var sections = [(Text(chinese: "各视图共有", english: "in every view"), common(views))]
        for mode in Mode.allCases where !lists.contains(mode) {
            sections.append((mode.title, own(mode, of: views)))
        }
        sections.append((Text(chinese: "各列表共有", english: "in every list"), common(lists)))
        for list in ListName.allCases {
            let name = Mode.list(list).title
            let title = Text(
                chinese: "列表：" + name.localized(in: .chinese),
                english: "list: " + name.localized(in: .english))
            sections.append((title, own(.list(list), of: lists)))
        }
        return sections.filter { !$0.1.isEmpty }
    }
}
