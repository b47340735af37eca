import CaseModel
import Screen
import TextLayout

/// The first and the last line of every view: the breadcrumb here, the hints for keys in `Frame+Footer`.
struct Frame {
    let state: State

    /// The case's title, the way here, and the language where there is a choice.
    func drawHeader(in line: Rect, on grid: inout Grid) {
        let language = Strings.name(of: state.language)
        let right = language.isEmpty ? 0 : language.columns + 1
        grid.write(
            language, at: Point(row: line.row, column: line.right - right), in: line, style: Theme.faint)
        let badges = drawBadges(in: line, before: right, on: &grid)
        let room = line.dropFirst(columns: 1).dropLast(columns: right + badges + 1)
        let title = state.language.localized(state.graph.case.manifest.title)
        let steps = breadcrumb
        let wanted = steps.map(\.columns).reduce(0, +) + Theme.deeper.columns * steps.count + 3
        // The way here comes before the title of the case, of which a shred says nothing.
        let left = max(0, room.columns - wanted)
        let titleRoom = left < min(Self.leastTitle, title.columns) ? 0 : left
        let written = grid.write(
            title, in: Rect(row: room.row, column: room.column, columns: titleRoom, rows: room.rows),
            style: Theme.title)
        let rest = room.dropFirst(columns: written > 0 ? written + 2 : 0)
        let way = Self.fitted(steps, to: rest.columns)
        grid.write(way, in: rest)
        if state.usesMouse { react(to: steps, as: way, in: rest, on: &grid) }
    }

    /// The least columns of the case's title beside a way here.
    private static let leastTitle = 8

    /// Badges for errors in the case's files, for the number of recorded steps and, each with the key that ends it, for
    /// the state off a talk's path, for what the pins let through and for the active filter. Returns the columns used.
    private func drawBadges(in line: Rect, before right: Int, on grid: inout Grid) -> Int {
        guard !line.isEmpty else { return 0 }
        let text = [mistakes, recording, offPath, narrowing, filter].compactMap { $0.map { " \($0) " } }
            .joined()
        grid.write(
            text, at: Point(row: line.row, column: line.right - right - text.columns - 1), in: line,
            style: Theme.badge)
        return text.columns
    }

    private var mistakes: String? {
        guard let mistakes = state.rereading.mistakes else { return nil }
        let key = KeyTable.key(.program(.mistakes), in: .view(state.openView))
        return "\(state.language.localized(Strings.errors)) \(mistakes.count) \(key)"
    }

    private var recording: String? {
        guard !state.recorded.isEmpty else { return nil }
        return "\(state.language.localized(Strings.recorded)) \(state.recorded.count)"
    }

    private var offPath: String? {
        guard let talk = state.talk, !talk.isOnPath else { return nil }
        let back = KeyTable.key(.talk(.explore), in: .view(state.openView))
        return "\(state.language.localized(Strings.offPath)) \(back)\(Theme.wayBack)"
    }

    /// `●◐ 有据 v`: the grades of connection with the pins that are shown; on a narrow screen the signs alone.
    private var narrowing: String? {
        guard !state.browse.pins.isEmpty else { return nil }
        let worst = state.browse.narrowing
        let signs = String(Grade.allCases.filter { $0 <= worst }.map(\.sign))
        let scope = state.language.localized(Strings.scope(downTo: worst))
        let key = KeyTable.key(.pane(.narrow), in: .view(state.openView))
        let isNarrow = state.layout.room.columns < Browse.Layout.narrow
        return [signs, isNarrow ? "" : scope, key].filter { !$0.isEmpty }.joined(separator: " ")
    }

    private var filter: String? {
        guard let filter = state.browse.filter else { return nil }
        let query = TextFit.clipped(filter.query, to: 26)
        let off = KeyTable.key(.find(.unfilter), in: .view(state.openView))
        return "\(Theme.filterMark)\(query) \(filter.count) \(off)×"
    }

    /// Makes the steps of the way here places to press, home and all pins.
    private func react(to steps: [String], as drawn: String, in line: Rect, on grid: inout Grid) {
        var rest = Substring(drawn)
        var number = 0
        var column = line.column
        while let step = ([Theme.home] + steps.prefix(state.browse.pins.count)).dropFirst(number).first {
            // Steps in the middle may be left out.
            guard let found = rest.firstRange(of: step) else {
                number += 1
                continue
            }
            column += String(rest[..<found.lowerBound]).columns
            grid.react(Rect(row: line.row, column: column, columns: step.columns, rows: 1), as: .step(number))
            column += step.columns
            rest = rest[found.upperBound...]
            number += 1
        }
    }

    private var breadcrumb: [String] {
        var steps = state.browse.pins.map { state.titles.short(of: .item($0.origin)) }
        if let subject = state.reader?.subject {
            let title = state.titles.short(of: subject)
            if steps.last != title { steps.append(title) }
        }
        return steps
    }

    /// The breadcrumb from home on. Steps in the middle are left out if it is too long, the first never.
    private static func fitted(_ steps: [String], to columns: Int) -> String {
        guard let first = steps.first else { return "" }
        for kept in stride(from: steps.count - 1, through: 0, by: -1) {
            let middle = kept == steps.count - 1 ? [] : ["…"]
            let text = ([Theme.home, first] + middle + steps.suffix(kept)).joined(separator: Theme.deeper)
            if text.columns <= columns { return text }
            // The last one is cut rather than left out.
            let beginning = text.columns - steps[steps.count - 1].columns
            if kept == 1, columns - beginning >= Self.leastTitle {
                return TextFit.clipped(text, to: columns)
            }
        }
        // However little room there is, it shows that there are more steps.
        guard steps.count > 1 else { return first }
        let rest = Theme.deeper + "…"
        return TextFit.clipped(first, to: max(0, columns - rest.columns)) + rest
    }
}
