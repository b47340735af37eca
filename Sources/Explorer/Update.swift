import CaseModel
import Screen

/// Handles a key press: carries out its command, or types it into the open list or editor.
///
/// Without I/O or a clock: the same keys from the same state always lead to the same state. The caller determines
/// whether a key repeats; `refresh` is then due when it is released.
package func update(_ state: inout State, key: Key, isRepeating: Bool = false) -> [Effect] {
    if !state.mode.isTyping, key.unmodified != [key] {
        return key.unmodified.flatMap { update(&state, key: $0, isRepeating: isRepeating) }
    }
    state.clearNotices()
    if let command = state.scrollCommand(for: key) { return update(&state, with: command) }
    if let row = state.rowOffPath(for: key) {
        if let reason = row.unavailable(state) {
            // What is refused there takes nobody off the path.
            state.notice = reason
            return []
        }
        state.leavePath()
    }
    guard let row = KeyTable.row(for: key, in: state.mode) else { return state.type(key) }
    return update(&state, with: row.command, isRepeating: isRepeating)
}

/// Carries out a command, or shows why it is unavailable.
package func update(_ state: inout State, with command: Command, isRepeating: Bool = false) -> [Effect] {
    if let reason = KeyTable.row(of: command, in: state.mode)?.unavailable(state) {
        state.notice = reason
        return []
    }
    switch command {
    case .view(let view): state.open(view)
    case .travel(let travel): state.travel(travel)
    case .find(let command): state.find(command)
    case .note(let command): return state.perform(command)
    case .talk(let command): return state.carryOut(command)
    case .program(let command): return state.perform(command)
    case .list(let command): return state.pick(command)
    case .editor(let command): return state.carryOutInEditor(command)
    case .pager(let command): state.carryOutInPager(command)
    case .move, .enter, .back, .close, .pane, .reading, .chart:
        switch state.mode {
        case .view(.browse): return state.carryOutInPanes(command, isRepeating: isRepeating)
        case .view(.reader), .view(.trace), .view(.overview): return state.carryOutInReader(command)
        case .view(.chart): return state.chart(command)
        case .presenting, .following, .speaker:
            return command == .close && !state.endTour() ? [.quit] : []
        case .list, .pager, .note, .bookmark, .question: return []
        }
    }
    return []
}

/// Handles a new size of the screen.
package func update(_ state: inout State, size: Size) {
    guard size != state.size else { return }
    state.resize(to: size)
}

/// Handles pasted text. It is typed into an open list or editor and never carries out commands.
package func update(_ state: inout State, pasted text: String) {
    state.clearNotices()
    switch state.mode {
    case .list: state.typeIntoList(text)
    case .note, .bookmark, .question: state.pasteIntoEditor(text)
    case .view, .presenting, .following, .speaker, .pager: state.notice = Strings.nothingTyped
    }
}

/// Commands of the program rather than the case.
package enum ProgramCommand: CaseIterable, Hashable, Sendable {
    case help, cycleLanguage
    /// Reads the case's files again.
    case reread
    /// Shows what was wrong with the files when they were last read.
    case mistakes
    case redraw, suspend, quit
    /// Takes the mouse into use, or leaves it to the terminal.
    case mouse
}

extension State {
    /// Clears the notices that last until the next key; an aside only if it has been displayed.
    mutating func clearNotices() {
        if notice == nil, remark == nil, picker == nil { asides = Array(asides.dropFirst()) }
        notice = nil
    }

    /// The row of a key that takes a follower off the path: one with a command in the view behind, and none on the path.
    fileprivate func rowOffPath(for key: Key) -> KeyRow? {
        guard mode == .following, KeyTable.row(for: key, in: .following) == nil else { return nil }
        return KeyTable.row(for: key, in: .view(openView))
    }

    /// Handles a key without a command: types it, or shows a notice.
    fileprivate mutating func type(_ key: Key) -> [Effect] {
        switch mode {
        case .list: return typeIntoList(key)
        case .note, .bookmark, .question: typeIntoEditor(key)
        case .pager: pager = nil
        case .view, .presenting, .following, .speaker:
            notice = key.isFromInputMethod ? Strings.inputMethod : Strings.noCommand(on: key, in: mode)
        }
        return []
    }

    /// Takes the language that is called like this, as the command line or as it calls itself; says so where there is
    /// none.
    mutating func speak(_ name: String) {
        let first = language
        // The key may never lead back to a language that the locale has chosen.
        let choices = Array(sequence(first: first) { $0.next == first ? nil : $0.next }.prefix(64))
        let wanted = name.lowercased()
        guard
            let choice = choices.first(where: {
                [$0.description.lowercased(), Strings.name(of: $0).lowercased()].contains(wanted)
            })
        else {
            notice = Strings.noLanguage(name.inOneLine, among: choices.map(\.description))
            return
        }
        language = choice
        translateList()
        refresh()
    }

    /// Takes the mouse into use, or leaves it to the terminal.
    mutating func useMouse(_ isUsed: Bool) -> [Effect] {
        usesMouse = isUsed
        notice = Strings.mouse(isUsed: usesMouse, key: KeyTable.key(.program(.mouse), in: mode))
        return [.useMouse(usesMouse)]
    }

    fileprivate mutating func perform(_ command: ProgramCommand) -> [Effect] {
        switch command {
        case .help: open(HelpList(of: mode))
        case .cycleLanguage:
            language = language.next
            translateList()
            refresh()
        case .redraw: return [.redraw]
        case .mouse: return useMouse(!usesMouse)
        case .reread: return [.reread]
        case .mistakes: showMistakes()
        case .suspend: return [.suspend]
        case .quit: return [.quit]
        }
        return []
    }
}

extension Key {
    /// True for a key that can only come from an active input method.
    fileprivate var isFromInputMethod: Bool {
        guard case .character(let character) = self, let scalar = character.unicodeScalars.first
        else { return false }
        return scalar.value >= 0x2E80
    }
}
