import CaseModel
import Screen
import TextLayout

// The last line of every view: a sentence on what happened, and the hints for keys.
extension Frame {
    /// The last line of a view, unless a talk's step drawn below the view has one of its own.
    func drawFooter(in line: Rect, on grid: inout Grid) {
        if state.step == nil || state.talk?.isOnPath != true { drawKeys(in: line, on: &grid) }
    }

    /// The notice, or else a remark with the hints of the present mode; a remark of the talk precedes an aside. What
    /// must stay in sight during a talk stands at the end.
    func drawKeys(in line: Rect, on grid: inout Grid) {
        let sign = sign(in: line.columns)
        let place = Rect(
            row: line.row, column: line.right - sign.columns, columns: sign.columns, rows: line.rows)
        grid.write(sign, in: place, style: Theme.badge)
        if state.usesMouse, state.talk?.hand != nil, let key = handRow?.keys.first {
            grid.react(place, as: .key(key))
        }
        let line = Rect(
            row: line.row, column: line.column, columns: line.columns - sign.columns, rows: line.rows)
        if let notice = state.notice, state.talk?.part != .audience {
            let words = Self.clauses(of: state.language.localized(notice), within: line.columns - 2)
            grid.write(" " + words + " ", in: line, style: Theme.notice)
            return
        }
        // An audience reads a notice for as long as it only watches, and needs the keys beside it.
        let hints = hints
        let remark = sentence.map {
            " " + fitted(state.language.localized($0), to: line.columns - 2, before: hints) + " "
        }
        let used = grid.write(remark ?? "", in: line, style: Theme.notice)
        let rest = Rect(
            row: line.row, column: line.column + used, columns: line.columns - used, rows: line.rows)
        draw(hints, in: rest, on: &grid)
    }

    /// What the last line says besides keys.
    var sentence: Text? {
        // In a list the keys come before a remark on something else.
        let aside = state.picker == nil ? state.aside : nil
        return state.notice ?? state.remark ?? state.remarkOnTalk ?? aside
    }

    /// True if a sentence and all that may stand beside it do not fit together.
    static func isShort(_ columns: Int) -> Bool { columns < 60 }

    /// The own raised hand with the key that takes it back, or the seminar that is presented here with its followers
    /// and hands, on a line of so many columns.
    private func sign(in columns: Int) -> String {
        let room = columns - Self.keptHints
        if state.talk?.hand != nil {
            let words = state.language.localized(Strings.handIsUp)
            let key = handRow?.keys.first.map { " \($0.label)\(Theme.wayBack)" } ?? ""
            let hasWords = state.notice == nil && !(sentence != nil && Self.isShort(columns))
            let signs = (hasWords ? [" ✋ \(words)\(key) "] : []) + [" ✋\(key) ", " ✋ "]
            return signs.first { $0.columns <= room } ?? ""
        }
        guard let seminar = state.seminar else { return "" }
        let raised = seminar.hands.count(where: \.isUp)
        let hands = Strings.hands(raised, questions: seminar.hands.count - raised)
        let signs = [seminar.name, nil].map { name in
            " " + state.language.localized(Strings.seminar(name, followers: seminar.followers, hands: hands))
        }
        return signs.first { $0.columns <= room } ?? state.language.localized(hands)
    }

    private var handRow: KeyRow? { KeyTable.row(of: .talk(.hand), in: state.mode) }

    /// The columns that a sign and a whole sentence leave to the hints for help and for the way out.
    private static let keptHints = 16
    /// The columns that a guest's hint for the language takes besides.
    private static let hintForStrangers = 12

    /// A sentence that leaves room for the keys that must stay: its first clause says what happened, the others what to
    /// do, and are left out on a narrow screen.
    private func fitted(_ sentence: String, to columns: Int, before hints: [KeyHint]) -> String {
        let kept = Self.keptHints + (state.isForGuest ? Self.hintForStrangers : 0)
        if sentence.columns <= columns - kept { return sentence }
        let end = Self.ends.compactMap { sentence.firstRange(of: $0)?.lowerBound }.min()
        let clause = end.map { String(sentence[..<$0]) } ?? sentence
        return TextFit.clipped(clause, to: columns - hints.filter(\.isKept).map(\.least).reduce(0, +))
    }

    /// What the clauses of a sentence end in.
    private static let ends = ["；", "; "]

    /// As many clauses of a notice as fit; the first says what happened, and is cut if it must be.
    private static func clauses(of sentence: String, within columns: Int) -> String {
        var fitting = sentence
        while fitting.columns > columns {
            let ends = ends.flatMap { fitting.ranges(of: $0).map(\.lowerBound) }
            guard let last = ends.max() else { return TextFit.clipped(fitting, to: max(0, columns)) }
            fitting = String(fitting[..<last])
        }
        return fitting
    }

    /// The hints of the present mode, as many as fit; unavailable commands are left out.
    func drawHints(in line: Rect, on grid: inout Grid) { draw(hints, in: line, on: &grid) }

    /// The hints of the present mode for what is available, the last to give way first.
    private var hints: [KeyHint] {
        KeyTable.hints(in: state.mode).compactMap { rows in
            let able = rows.filter { $0.unavailable(state) == nil && $0.isOffered(in: state) }
            guard let words = able.first?.hintWords(in: state) else { return nil }
            return hint(able, words)
        }
    }

    private func hint(_ rows: [KeyRow], _ words: Text) -> KeyHint {
        let isForStrangers = state.isForGuest && rows.contains { $0.command == .program(.cycleLanguage) }
        let waits = state.remark != nil
        let stay: KeyHint.Stay? =
            if rows.contains(where: { $0.command == .close || $0.command == .list(.close) }) {
                .wayOut
            } else if rows.contains(where: { $0.command == .program(.help) }) {
                .help
            } else if isForStrangers && waits {
                .language
            } else if state.talk?.part == .audience, state.board == nil,
                rows.contains(where: { $0.command == .talk(.hand) })
            {
                .hand
            } else {
                nil
            }
        return KeyHint(
            rows: rows, keys: rows.compactMap { $0.keys.first?.label }.joined(),
            words: " " + state.language.localized(isForStrangers ? Strings.languageForStrangers : words)
                + " ",
            stay: stay,
            // While nobody presents, there is no hand to raise at once.
            isKept: stay != nil && !(stay == .hand && waits))
    }

    /// Draws as many hints as fit. Those that stay whatever else gives way lose their words before their keys.
    private func draw(_ hints: [KeyHint], in line: Rect, on grid: inout Grid) {
        var room = line.columns
        var shown = [Bool](repeating: false, count: hints.count)
        var worded = shown
        let staying = hints.indices.filter { hints[$0].stay != nil }.sorted {
            (hints[$0].stay ?? .help, $0) < (hints[$1].stay ?? .help, $1)
        }
        for kept in [true, false] {
            let numbers = staying.filter { hints[$0].isKept == kept }
            for number in numbers {
                // Beside a sentence a key without its words would be taken for one of the next hint's.
                guard hints[number].least + (kept ? 0 : hints[number].wordColumns) <= room else { continue }
                shown[number] = true
                room -= hints[number].least
            }
            for number in numbers where shown[number] && hints[number].wordColumns <= room {
                worded[number] = true
                room -= hints[number].wordColumns
            }
        }
        for (number, hint) in hints.enumerated() where hint.stay == nil {
            guard hint.least + hint.wordColumns <= room else { break }
            (shown[number], worded[number]) = (true, true)
            room -= hint.least + hint.wordColumns
        }
        var column = line.column
        for (number, hint) in hints.enumerated() where shown[number] {
            let words = worded[number] ? hint.words : ""
            column += grid.write(" ", at: Point(row: line.row, column: column), in: line)
            if state.usesMouse { react(to: hint.rows, words: words, from: column, in: line, on: &grid) }
            column += grid.write(
                hint.keys, at: Point(row: line.row, column: column), in: line, style: Theme.key)
            column += grid.write(words, at: Point(row: line.row, column: column), in: line)
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
}

/// A hint of the last line.
private struct KeyHint {
    /// The reason why a hint stays whatever else gives way; the last gives way first.
    enum Stay: Int, Comparable {
        /// A guest whose client sends no language may be unable to read this one.
        case language
        case wayOut, hand, help

        static func < (one: Stay, other: Stay) -> Bool { one.rawValue < other.rawValue }
    }

    let rows: [KeyRow]
    let keys: String
    let words: String
    let stay: Stay?
    /// True if a sentence beside it is cut rather than the hint left out.
    let isKept: Bool
    /// The columns without the words.
    let least: Int
    /// Those of the words.
    let wordColumns: Int

    init(rows: [KeyRow], keys: String, words: String, stay: Stay?, isKept: Bool) {
        (self.rows, self.keys, self.words, self.stay, self.isKept) = (rows, keys, words, stay, isKept)
        (least, wordColumns) = (1 + keys.columns, words.columns)
    }
}
