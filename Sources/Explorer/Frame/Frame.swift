import CaseModel
import Screen
import TextLayout

/// The lines above and below every view: where one is, and what the keys do.
struct Frame {
    let state: State

    /// The case's title, the way here, and the language.
    func drawHeader(in line: Rect, on grid: inout Grid) {
        let language = Strings.name(of: state.language)
        let right = language.columns + 1
        grid.write(
            language, at: Point(row: line.row, column: line.right - right), in: line, style: Theme.faint)
        let badges = drawBadges(in: line, before: right, on: &grid)
        let room = Rect(
            row: line.row, column: line.column + 1, columns: line.columns - right - badges - 2,
            rows: line.rows)
        let title = state.language.localized(state.graph.case.manifest.title)
        let wanted = breadcrumb.map(\.columns).reduce(0, +) + Theme.deeper.columns * breadcrumb.count + 3
        let titleRoom = max(room.columns - wanted, min(room.columns / 3, title.columns))
        let written = grid.write(
            title, in: Rect(row: room.row, column: room.column, columns: titleRoom, rows: room.rows),
            style: Theme.title)
        let rest = Rect(
            row: room.row, column: room.column + written + 2, columns: room.columns - written - 2,
            rows: room.rows)
        grid.write(fittedBreadcrumb(to: rest.columns), in: rest)
    }

    /// What must not be forgotten: how much has been recorded, and, each with the key that ends it, being off the
    /// path of a talk and the active filter. Returns the columns that it takes.
    private func drawBadges(in line: Rect, before right: Int, on grid: inout Grid) -> Int {
        guard !line.isEmpty else { return 0 }
        let text = [recording, offPath, filter].compactMap { $0.map { " \($0) " } }.joined()
        grid.write(
            text, at: Point(row: line.row, column: line.right - right - text.columns - 1), in: line,
            style: Theme.badge)
        return text.columns
    }

    private var recording: String? {
        guard !state.recorded.isEmpty else { return nil }
        return "\(state.language.localized(Strings.recorded)) \(state.recorded.count)"
    }

    private var offPath: String? {
        guard let talk = state.talk, !talk.isOnPath else { return nil }
        let back: String?
        switch talk.part {
        case .presenter: back = KeyTable.shortLabel(of: .talk(.explore), in: .browse)
        case .audience: back = Key.enter.label
        }
        return "\(state.language.localized(Strings.offPath)) \(back ?? "")\(Theme.wayBack)"
    }

    private var filter: String? {
        guard let narrowing = state.browse.narrowing else { return nil }
        let query = TextFit.clipped(narrowing.filter.query, to: 26)
        let off = KeyTable.shortLabel(of: .find(.unfilter), in: .browse) ?? ""
        return "\(Theme.filterMark)\(query) \(narrowing.count) \(off)×"
    }

    /// What the keys do here, or what there is to say. Hints come in the order in which they give way on a
    /// narrow screen, the last first; the commands of one hint share its words. `words` tells what a command does here
    /// where that is more particular.
    func drawFooter(
        in line: Rect, hints: [[Command]], mode: Mode, words particular: (Command) -> Text? = { _ in nil },
        on grid: inout Grid
    ) {
        // A step of a talk has a line of its own for its keys.
        if state.mode != mode, state.talk?.isOnPath == true { return }
        if let notice = state.notice {
            let text = " " + state.language.localized(notice) + " "
            grid.write(text, in: line, style: Theme.notice)
            return
        }
        var column = line.column
        if let remark = state.remark {
            let text = " " + state.language.localized(remark) + " "
            column += grid.write(text, in: line, style: Theme.notice)
        }
        for hint in hints {
            let keys = hint.compactMap { KeyTable.shortLabel(of: $0, in: mode) }.joined()
            guard let command = hint.first, !keys.isEmpty else { continue }
            let words = " " + state.language.localized(particular(command) ?? command.hint) + " "
            guard column + 1 + keys.columns + words.columns <= line.right else { break }
            column += grid.write(" ", at: Point(row: line.row, column: column), in: line)
            column += grid.write(keys, at: Point(row: line.row, column: column), in: line, style: Theme.key)
            column += grid.write(words, at: Point(row: line.row, column: column), in: line)
        }
    }

    private var breadcrumb: [String] {
        var steps = state.browse.pins.map { state.shortTitle(of: .item($0.origin)) }
        if let subject = state.reader?.subject {
            let title = state.shortTitle(of: subject)
            if steps.last != title { steps.append(title) }
        }
        return steps
    }

    /// The way here, home first; where it is too long the steps next to home give way.
    private func fittedBreadcrumb(to columns: Int) -> String {
        let steps = breadcrumb
        guard !steps.isEmpty else { return "" }
        for dropped in 0..<steps.count {
            let left = dropped > 0 ? [Theme.home, "…"] : [Theme.home]
            let text = (left + steps.dropFirst(dropped)).joined(separator: Theme.deeper)
            if text.columns <= columns { return text }
        }
        return steps[steps.count - 1]
    }
}

extension State {
    /// A title short enough for a breadcrumb: the first other name in this language where that is shorter.
    func shortTitle(of subject: Subject) -> String {
        switch subject {
        case .entity(.item(let position)):
            let item = graph.item(position)
            let title = language.localized(item.title)
            let isChinese = language.languages[0] == .chinese
            let other = item.aka.first { name in
                name.unicodeScalars.contains { $0.value > 0x2E80 } == isChinese
            }
            return TextFit.clipped(other.flatMap { $0.columns < title.columns ? $0 : nil } ?? title, to: 24)
        case .entity(let entity):
            return TextFit.clipped(language.localized(graph.title(of: entity)), to: 24)
        case .trace(let position, _):
            return language.localized(Strings.trace) + " " + shortTitle(of: .item(position))
        case .about:
            return language.localized(Strings.about)
        case .chart(let chart):
            return language.localized(chart.title)
        }
    }
}
