import CaseModel
import TextLayout

// What the words and commands of plain mode do.
extension PlainSession {
    mutating func carryOut(_ word: PlainWord, _ argument: String) -> [Effect] {
        switch word {
        case .more: reply = .more
        case .all: reply = .everything
        case .whereAmI: reply = .text(state.placeInPlainText)
        case .panes: reply = .text(state.panesInPlainText)
        case .why:
            // A question takes off no pin.
            if case .item(let position)? = state.graph.entity(named: argument),
                !state.browse.isConnectedWithPins(position, in: state.graph)
            {
                reply = .text(state.connectionInPlainText(of: position))
                return []
            }
            guard argument.isEmpty || aim(at: argument, for: name(among: word.names)) else { return [] }
            reply = .text(state.connectionInPlainText)
        case .previous: reply = .previous
        case .next, .before:
            // As `next` goes on in a tour, `before` goes back.
            if word == .before, state.mode == .presenting { return update(&state, with: .talk(.previous)) }
            leavePath()
            step(by: word == .next ? 1 : -1)
        case .open: return open(argument)
        case .places: return carryOut(.view(.map), argument)
        case .actors:
            leavePath()
            state.open(Counted.actors.list(in: state.graph, only: state.selection))
        case .up:
            if state.picker != nil { return update(&state, with: .list(.close)) }
            // A tour that was begun in the explorer ends; the path of any other is left.
            if state.mode == .presenting, state.beforeTour == nil {
                state.leavePath()
                return state.openView == .browse ? [] : update(&state, with: .close)
            }
            leavePath()
            return update(
                &state, with: state.openView == .browse && state.mode != .presenting ? .back : .close)
        }
        return []
    }

    /// Opens a thing by its number or id, or what is selected.
    private mutating func open(_ argument: String) -> [Effect] {
        leavePath()
        if !argument.isEmpty, Int(argument) == nil {
            guard let entity = state.graph.entity(named: argument) else {
                say(Strings.noTarget(argument.inOneLine, for: name(among: PlainWord.open.names)))
                return []
            }
            state.picker = nil
            state.read(.entity(entity))
            return []
        }
        guard argument.isEmpty || aim(at: argument) else { return [] }
        if state.picker != nil { return update(&state, with: .list(.choose)) }
        return update(&state, with: state.openView == .browse ? .view(.reader) : .enter)
    }

    mutating func carryOut(_ command: Command, _ argument: String) -> [Effect] {
        if let picker = state.picker {
            if let effects = carryOut(command, argument, in: picker) { return effects }
            state.picker = nil
        }
        if command == .program(.help) {
            reply = .text(help(on: argument), isView: true)
            return []
        }
        if state.mode == .following, KeyTable.row(of: command, in: .following) == nil { leavePath() }
        if case .pane(let pane) = command, pane == .pin || pane == .narrow, state.openView != .browse {
            state.open(.browse)
        }
        // A long text is gone through before the tour is.
        if command == .talk(.previous), state.mode == .presenting, pages.hasPrevious {
            reply = .previous
            return []
        }
        switch command {
        case .find(.search), .find(.find), .find(.filter), .find(.goTo):
            let effects = update(&state, with: command)
            return argument.isEmpty || state.picker == nil ? effects : effects + ask(argument)
        case .note(.copy): return copy(argument)
        case .talk(.hand) where !argument.isEmpty && state.talk?.part == .audience:
            // A raised hand is taken back for another question.
            var effects = state.talk?.hand == nil ? [] : update(&state, with: command)
            effects += update(&state, with: command)
            return state.editor == nil ? effects : effects + write(argument)
        // Whoever is not in the audience is told why nobody can be asked.
        case .talk(.hand) where Int(argument) == nil: return update(&state, with: command)
        case .program(.cycleLanguage) where !argument.isEmpty:
            state.speak(argument)
            return []
        case .note(.note), .note(.bookmark):
            guard argument.isEmpty || Int(argument) == nil || aim(at: argument) else { return [] }
            let effects = update(&state, with: command)
            let isText = !argument.isEmpty && Int(argument) == nil && state.editor != nil
            return isText ? effects + write(argument) : effects
        case .enter, .back, .close, .move, .pane, .reading, .chart, .view, .travel, .find, .note, .talk,
            .program, .list, .editor, .pager:
            guard argument.isEmpty || aim(at: argument, for: command) else { return [] }
            let effects = update(&state, with: command)
            if command == .find(.next) || command == .find(.previous) { replyWithHit() }
            return effects
        }
    }

    /// Carries out a command in an open list; nil for one of the view behind it.
    private mutating func carryOut(_ command: Command, _ argument: String, in picker: Picker) -> [Effect]? {
        if command == .close || command == .back || command == .travel(.back) {
            return update(&state, with: .list(.close))
        }
        // What a search lists is gone through without choosing the first by its number.
        let count = state.choicesInPlainText
        if picker.list.name == .search, count > 0, argument.isEmpty {
            if command == .find(.next) { return choose(1) }
            if command == .find(.previous) { return choose(count) }
        }
        // A command of the view behind leaves the list, after its entry was chosen.
        guard let number = Int(argument) else { return nil }
        let effects = choose(number)
        guard effects.isEmpty, state.picker == nil else { return effects }
        return command == .view(.reader) ? [] : carryOut(command, "")
    }

    /// Aims at what a word behind a command names; says why not where it names nothing.
    private mutating func aim(at word: String, for command: Command) -> Bool {
        let name = name(among: command.names)
        if command.isAboutOneThing || Int(word) != nil || state.graph.entity(named: word) != nil {
            return aim(at: word, for: name)
        }
        say(Strings.standsAlone(name, word.inOneLine))
        return false
    }

    /// The name that is in the language spoken.
    private func name(among names: [String]) -> String {
        state.language.interface.name(among: names) ?? ""
    }

    /// Copies what is selected, or the thing of a number: the texts are listed, or the one that words name is taken.
    private mutating func copy(_ argument: String) -> [Effect] {
        let isNumber = Int(argument) != nil
        guard !isNumber || aim(at: argument) else { return [] }
        let effects = update(&state, with: .note(.copy))
        guard let picker = state.picker, !argument.isEmpty, !isNumber else { return effects }
        let entries = picker.entries(in: state)
        let wanted = Self.lettersAndFigures(of: argument)
        guard !wanted.isEmpty,
            let row = entries.indices.first(where: {
                Self.lettersAndFigures(of: entries[$0].label).contains(wanted)
            })
        else {
            reply = .everything
            say(Strings.nothingFound)
            return effects
        }
        state.picker?.selected = row
        return effects + update(&state, with: .list(.choose))
    }

    /// A name as it is compared: `gbt7714`, as exports have it, means GB/T 7714.
    private static func lettersAndFigures(of name: String) -> String {
        name.lowercased().filter { $0.isLetter || $0.isNumber }
    }

    /// Takes a line while a list waits for its query: the number of an entry, or the query. An empty line leaves the
    /// list, or takes the query of a filter that was put together from entries.
    mutating func answer(_ line: String, in picker: Picker) -> [Effect] {
        if let number = Int(line.trimmed), (1...max(1, state.choicesInPlainText)).contains(number) {
            return choose(number)
        }
        if !line.trimmed.isEmpty { return ask(line) }
        return picker.query.isEmpty ? update(&state, with: .list(.close)) : ask(picker.query)
    }

    /// Searches the whole case in spite of the filter, for the query of the open list.
    mutating func widen() -> [Effect] {
        let effects = update(&state, with: .list(.complete))
        while state.isSearching { state.refresh() }
        guard state.choicesInPlainText == 0 else { return effects }
        return effects + update(&state, with: .list(.choose))
    }

    /// Types a query into the open list, and takes what it leads to.
    mutating func ask(_ line: String) -> [Effect] {
        let query = line.trimmed
        guard let picker = state.picker else { return [] }
        state.open(picker.list, query: query)
        while state.isSearching { state.refresh() }
        let entries = state.picker?.entries(in: state)
        switch picker.list.name {
        case .filter:
            let effects = update(&state, with: .list(.choose))
            // A mistake is reported, and leaves nothing open.
            if let refused = state.picker {
                if let remark = refused.list.remark(refused.query, in: state) { say(remark.text) }
                state.picker = nil
            }
            return effects
        case .find:
            let effects = update(&state, with: .list(.choose))
            replyWithHit()
            return effects
        case .search:
            // Where nothing is found in a part of the case, the list stays for the search of all of it.
            let canWiden = (state.picker?.list as? SearchList)?.isOfPart ?? false
            return entries?.isEmpty == false || canWiden ? [] : update(&state, with: .list(.choose))
        case .goTo: return goTo(query, among: entries?.count ?? 0)
        case .help, .tours, .steps, .choice, .axes, .copies, .links, .notebook, .hands: return []
        }
    }

    /// Takes what is typed into the list of everything, which has found so many entries for it.
    private mutating func goTo(_ query: String, among count: Int) -> [Effect] {
        // A command's whole name means that command, whatever else its letters are in. Behind it stands what it is for.
        if case .command(let command, let words) = request(for: query) {
            let typed = query.lowercased()
            let isNamed = command.names.contains { words.isEmpty ? typed == $0 : typed.hasPrefix($0 + " ") }
            if isNamed {
                state.picker = nil
                return carryOut(command, words)
            }
        }
        // An id names one thing, whatever else its letters are in.
        if case .item(let position)? = state.graph.entity(named: query) {
            state.picker = nil
            state.show(position)
            reply = .description
            return []
        }
        if count > 1 { return [] }
        reply = .description
        return update(&state, with: .list(.choose))
    }

    /// Says the paragraph with the present one of the marked places.
    private mutating func replyWithHit() {
        guard let find = state.reader?.find, find.steps == .places, let hit = state.reader?.hit,
            let hits = state.layout.page?.hits, hit < hits.count
        else { return }
        let number = hits.line(of: hit)
        let line = state.layout.page?.lines[number]
        var text = state.plainText
        text.add(state.tally(of: find).position)
        text.add(state.paragraphInPlainText { $0.paragraph == line?.paragraph })
        reply = .text(text)
    }

    /// Writes a line as the text that is being edited: an empty one leaves it as it is, a hyphen removes it.
    mutating func write(_ line: String) -> [Effect] {
        guard var editor = state.editor else { return [] }
        let text = line.trimmed
        if text.isEmpty, editor.purpose.hasLines {
            state.editor = nil
            return []
        }
        if !text.isEmpty {
            editor.field = TextField("", capacity: editor.field.capacity)
            state.editor = editor
            if text != "-" { state.pasteIntoEditor(text) }
        }
        return update(&state, with: .editor(.save))
    }
}
