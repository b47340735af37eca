import CaseModel
import Screen
import TextLayout

/// The first and the last line of every view: the breadcrumb, and the hints for keys.
struct Frame {
    let state: State

    /// The case's title, the way here, and the language where there is a choice.
    func drawHeader(in line: Rect, on grid: inout Grid) {
        let language = Strings.name(of: state.language)
        let right = language.isEmpty ? 0 : language.columns + 1
        grid.write(
            language, at: Point(row: line.row, column: line.right - right), in: line, style: Theme.faint)
        let badges = drawBadges(in: line, before: right, on: &grid)
        let room = Rect(
            row: line.row, column: line.column + 1, columns: line.columns - right - badges - 2,
            rows: line.rows)
        let title = state.language.localized(state.graph.case.manifest.title)
        let steps = breadcrumb
        let wanted = steps.map(\.columns).reduce(0, +) + Theme.deeper.columns * steps.count + 3
        // The way here comes before the title of the case, of which a shred says nothing.
        let left = max(0, room.columns - wanted)
        let titleRoom = left < min(Self.leastTitle, title.columns) ? 0 : left
        let written = grid.write(
            title, in: Rect(row: room.row, column: room.column, columns: titleRoom, rows: room.rows),
            style: Theme.title)
        let rest = Rect(
            row: room.row, column: room.column + (written > 0 ? written + 2 : 0),
            columns: room.columns - (written > 0 ? written + 2 : 0), rows: room.rows)
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

    /// The last line of a view, unless a talk's step drawn below the view has one of its own.
    func drawFooter(in line: Rect, on grid: inout Grid) {
        if state.step == nil || state.talk?.isOnPath != true { drawKeys(in: line, on: &grid) }
    }

    /// The notice, or else a remark with the hints of the present mode; a remark of the talk precedes an aside. What
    /// must stay in sight during a talk stands at the end.
    func drawKeys(in line: Rect, on grid: inout Grid) {
        let sign = sign(atMost: line.columns - Self.keptHints)
        grid.write(
            sign, at: Point(row: line.row, column: line.right - sign.columns), in: line, style: Theme.badge)
        let line = Rect(
            row: line.row, column: line.column, columns: line.columns - sign.columns, rows: line.rows)
        if let notice = state.notice {
            grid.write(" " + state.language.localized(notice) + " ", in: line, style: Theme.notice)
            return
        }
        // In a list the keys come before a remark on something else.
        let aside = state.picker == nil ? state.aside : nil
        let remark = (state.remark ?? state.remarkOnTalk ?? aside).map {
            " " + fitted(state.language.localized($0), to: line.columns - 2) + " "
        }
        let used = grid.write(remark ?? "", in: line, style: Theme.notice)
        let rest = Rect(
            row: line.row, column: line.column + used, columns: line.columns - used, rows: line.rows)
        drawHints(in: rest, on: &grid)
    }

    /// The own raised hand, or the seminar that is presented here with its followers and hands, in so many columns.
    private func sign(atMost columns: Int) -> String {
        if state.talk?.hand != nil {
            let words = state.language.localized(Strings.handIsUp)
            let signs = state.notice == nil ? [" ✋ \(words) ", " ✋ "] : [" ✋ "]
            return signs.first { $0.columns <= columns } ?? ""
        }
        guard let seminar = state.seminar else { return "" }
        let raised = seminar.hands.count(where: \.isUp)
        let signs = [seminar.name, nil].map { name in
            " " + state.language.localized(Strings.seminar(name, followers: seminar.followers, hands: raised))
        }
        return signs.first { $0.columns <= columns } ?? (raised > 0 ? " ✋\(raised)" : "")
    }

    /// The columns that a remark leaves to the hints for help and for the way out.
    private static let keptHints = 16
    /// The columns that a guest's hint for the language takes besides.
    private static let hintForStrangers = 12

    /// A remark that leaves room for the most important hints: its first clause says what happened, the others what to
    /// do, and are left out on a narrow screen.
    private func fitted(_ sentence: String, to columns: Int) -> String {
        let kept = Self.keptHints + (state.isForGuest ? Self.hintForStrangers : 0)
        if sentence.columns <= columns - kept { return sentence }
        let end = ["；", "; "].compactMap { sentence.firstRange(of: $0)?.lowerBound }.min()
        let clause = end.map { String(sentence[..<$0]) } ?? sentence
        return TextFit.clipped(clause, to: columns)
    }

    /// The hints of the present mode, as many as fit; unavailable commands are left out. Those for help and for the
    /// way out stay, whatever else gives way, and for a guest who waits that for the language.
    func drawHints(in line: Rect, on grid: inout Grid) {
        var hints: [(keys: String, words: String, isKept: Bool)] = []
        var rowsOfHints: [[KeyRow]] = []
        for rows in KeyTable.hints(in: state.mode) {
            let able = rows.filter { $0.unavailable(state) == nil && $0.isOffered(in: state) }
            guard let hintWords = able.first?.hintWords(in: state) else { continue }
            rowsOfHints.append(able)
            // A guest whose client sends no language may be unable to read this one.
            let isForStrangers =
                state.isForGuest && able.contains { $0.command == .program(.cycleLanguage) }
            let words = isForStrangers ? Strings.languageForStrangers : hintWords
            let isKept =
                able.contains {
                    $0.command == .program(.help) || $0.command == .close || $0.command == .list(.close)
                } || isForStrangers && state.remark != nil
            hints.append(
                (
                    able.compactMap { $0.keys.first?.label }.joined(),
                    " " + state.language.localized(words) + " ", isKept
                ))
        }
        let columns = hints.map { 1 + $0.keys.columns + $0.words.columns }
        var room = line.columns
        var shown: Set<Int> = []
        for number in hints.indices where hints[number].isKept && columns[number] <= room {
            shown.insert(number)
            room -= columns[number]
        }
        for number in hints.indices where !hints[number].isKept {
            guard columns[number] <= room else { break }
            shown.insert(number)
            room -= columns[number]
        }
        var column = line.column
        for (number, hint) in hints.enumerated() where shown.contains(number) {
            column += grid.write(" ", at: Point(row: line.row, column: column), in: line)
            if state.usesMouse {
                react(to: rowsOfHints[number], words: hint.words, from: column, in: line, on: &grid)
            }
            column += grid.write(
                hint.keys, at: Point(row: line.row, column: column), in: line, style: Theme.key)
            column += grid.write(hint.words, at: Point(row: line.row, column: column), in: line)
        }
    }

    /// Makes each key of a hint a place to press, and the words the place of the first one.
    private func react(to rows: [KeyRow], words: String, from start: Int, in line: Rect, on grid: inout Grid)
    {
        var column = start
        for key in rows.compactMap(\.keys.first) {
            let columns = key.label.columns
            grid.react(Rect(row: line.row, column: column, columns: columns, rows: 1), as: .key(key))
            column += columns
        }
        guard let first = rows.first?.keys.first else { return }
        grid.react(Rect(row: line.row, column: column, columns: words.columns, rows: 1), as: .key(first))
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
        return first
    }
}
