import CaseModel
import Screen

/// Takes a key press: what it asks for is carried out, what it types goes into the open list or note.
///
/// No I/O, no clock: the same keys from the same state always lead to the same place. Whether a key repeats,
/// coming faster than one could press it, is for the caller to say; `refresh` is then due once it is let go.
package func update(_ state: inout State, key: Key, isRepeating: Bool = false) -> [Effect] {
    state.forgetNotices()
    if let command = state.scrollCommand(for: key) { return update(&state, with: command) }
    if state.leavesPath(with: key) { state.leavePath() }
    guard let row = KeyTable.row(for: key, in: state.mode) else { return state.type(key) }
    return update(&state, with: row.command, isRepeating: isRepeating)
}

/// Carries out a command, or says why it can do nothing here: each is handled by the part that it belongs to.
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
        case .presenting, .following, .speaker: return command == .close ? [.quit] : []
        case .list, .pager, .note, .bookmark: return []
        }
    }
    return []
}

/// Takes a new size of the screen.
package func update(_ state: inout State, size: Size) {
    guard size != state.size else { return }
    state.resize(to: size)
}

/// Takes a text that was pasted. It is typed where something is typed, and asks for nothing: no line end in it is
/// Enter, and no letter a command.
package func update(_ state: inout State, pasted text: String) {
    state.forgetNotices()
    switch state.mode {
    case .list: state.typeIntoList(text)
    case .note, .bookmark: state.pasteIntoEditor(text)
    case .view, .presenting, .following, .speaker, .pager: state.notice = Strings.nothingTyped
    }
}

extension State {
    /// Forgets what was to be said until the next key; an aside only once it has been on the screen.
    fileprivate mutating func forgetNotices() {
        if notice == nil, remark == nil { aside = nil }
        notice = nil
    }

    /// True for a key that takes a follower off the path: it has a command in the view behind, and none on the path.
    fileprivate func leavesPath(with key: Key) -> Bool {
        mode == .following && KeyTable.row(for: key, in: .following) == nil
            && KeyTable.row(for: key, in: .view(openView)) != nil
    }

    /// Takes a key that asks for nothing: it types where something is typed, and is answered elsewhere.
    fileprivate mutating func type(_ key: Key) -> [Effect] {
        switch mode {
        case .list: return typeIntoList(key)
        case .note, .bookmark: typeIntoEditor(key)
        case .pager: sheet = nil
        case .view, .presenting, .following, .speaker:
            notice = key.isFromInputMethod ? Strings.inputMethod : Strings.noCommand(on: key, in: mode)
        }
        return []
    }

    fileprivate mutating func perform(_ command: ProgramCommand) -> [Effect] {
        switch command {
        case .help: open(HelpList(of: mode))
        case .cycleLanguage:
            language = language.next
            translateList()
            refresh()
        case .redraw: return [.redraw]
        case .suspend: return [.suspend]
        case .quit: return [.quit]
        }
        return []
    }
}

extension Key {
    /// True for a key that can only have come from an input method left on.
    fileprivate var isFromInputMethod: Bool {
        guard case .character(let character) = self, let scalar = character.unicodeScalars.first
        else { return false }
        return scalar.value >= 0x2E80
    }
}
