import CaseModel
import Screen

/// Takes a key press: what it asks for is carried out, what it types goes into the open list.
///
/// No I/O, no clock: the same keys from the same state always lead to the same place. Whether a key repeats,
/// coming faster than one could press it, is for the caller to say; `refresh` is then due once it is let go.
package func update(_ state: inout State, key: Key, isRepeating: Bool = false) -> [Effect] {
    state.notice = nil
    if state.wanders(with: key) { state.leavePath() }
    guard let command = state.command(for: key) else {
        if state.mode == .picker { return state.type(key) }
        if state.mode == .editor {
            state.typeIntoEditor(key)
        } else if state.mode == .sheet {
            state.sheet = nil
        } else if key.isFromInputMethod {
            state.notice = Strings.inputMethod
        }
        return []
    }
    return update(&state, with: command, isRepeating: isRepeating)
}

/// Carries out a command.
package func update(_ state: inout State, with command: Command, isRepeating: Bool = false) -> [Effect] {
    if case .program(let command) = command { return state.perform(command) }
    switch state.mode {
    case .sheet:
        state.carryOutInPager(command)
        return []
    case .picker: return state.pick(command)
    case .editor: return state.carryOutInEditor(command)
    case .browse, .reader, .chart, .talk, .audience, .speaker: break
    }
    switch command {
    case .view(let view): state.open(view)
    case .travel(let travel): state.travel(travel)
    case .find(let command): state.find(command)
    case .own(let command): return state.perform(command)
    case .talk(let command): return state.carryOut(command)
    case .move, .enter, .back, .close, .pane, .reading, .chart, .program:
        switch state.mode {
        case .browse: return state.carryOutInPanes(command, isRepeating: isRepeating)
        case .reader: return state.carryOutInReader(command)
        case .chart: return state.chart(command)
        case .talk, .audience, .speaker: return command == .close ? [.quit] : []
        case .picker, .sheet, .editor: break
        }
    }
    return []
}

/// Takes a new size of the screen.
package func update(_ state: inout State, size: Size) {
    guard size != state.size else { return }
    state.resize(to: size)
}

extension State {
    /// What a key asks for here. One who follows and has wandered off is led back by Enter.
    fileprivate func command(for key: Key) -> Command? {
        if let talk, talk.part == .audience, !talk.isOnPath, picker == nil, key.folded == .enter {
            return .talk(.explore)
        }
        return scrollCommand(for: key) ?? KeyTable.command(for: key, in: mode)
    }

    /// Whether a key takes one who follows off the path: one that means nothing to those who follow, and
    /// something to those who explore.
    fileprivate func wanders(with key: Key) -> Bool {
        mode == .audience && command(for: key) == nil
            && KeyTable.command(for: key, in: place) != nil
    }

    fileprivate mutating func perform(_ command: ProgramCommand) -> [Effect] {
        switch command {
        case .help: if picker == nil { open(.commands(mode)) }
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
    /// Whether the key can only have come from an input method left on.
    fileprivate var isFromInputMethod: Bool {
        guard case .character(let character) = self, let scalar = character.unicodeScalars.first
        else { return false }
        return scalar.value >= 0x2E80
    }
}
