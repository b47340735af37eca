import CaseModel
import Screen
import Synchronization

/// The single table of keys, from which dispatch, hints, help, phrases and the documentation are derived.
/// `KeyTable+Rows` has the rows that several views share, `KeyTable+TalkRows` those of talks, `KeyTable+ListRows` those
/// of lists, editors and pager; a chart or a list declares its own. `KeyTable+Markdown` writes the documentation.
package enum KeyTable {
    /// Every row, in the order of the help within its groups.
    package static let rows: [KeyRow] = {
        let charts = ChartName.allCases.map { $0.chart.keys }
        let lists = [
            HelpList.keys, ItemList.keys, EntryList.keys, SearchList.keys, FindList.keys, FilterList.keys,
            TourList.keys, StepList.keys, HandList.keys, CopyList.keys, LinkList.keys, NotebookList.keys,
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
