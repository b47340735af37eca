import CaseModel
import Screen

/// Takes a key press: what it asks for is carried out, what it types goes into the open list.
///
/// No I/O, no clock: the same keys from the same state always lead to the same place. Whether a key repeats,
/// coming faster than one could press it, is for the caller to say; `settle` is then due once it is let go.
public func update(_ state: inout State, key: Key, isRepeating: Bool = false) -> [Effect] {
    state.notice = nil
    guard let command = KeyTable.command(for: key, in: state.mode) else {
        if state.mode == .picker {
            state.type(key)
        } else if key.isFromInputMethod {
            state.notice = Phrases.inputMethod
        }
        return []
    }
    return update(&state, with: command, isRepeating: isRepeating)
}

/// Carries out a command.
public func update(_ state: inout State, with command: Command, isRepeating: Bool = false) -> [Effect] {
    if case .program(let command) = command { return state.perform(command) }
    switch state.mode {
    case .picker: return state.pick(command)
    case .browse, .reader, .chart: break
    }
    switch command {
    case .view(let view): state.open(view)
    case .travel(let travel): state.travel(travel)
    case .find(let command): state.find(command)
    case .own(let command): return state.perform(command)
    case .move, .enter, .back, .close, .pane, .reading, .chart, .program:
        switch state.mode {
        case .browse: return state.browse(command, isRepeating: isRepeating)
        case .reader: return state.read(command)
        case .chart: return state.chart(command)
        case .picker: break
        }
    }
    return []
}

/// Takes a new size of the screen. What was scrolled is laid out anew, so that the picture depends on the place
/// and the size alone and not on the sizes on the way.
public func update(_ state: inout State, size: Size) {
    guard size != state.size else { return }
    state.size = size
    for pane in state.browse.columns.indices { state.browse.columns[pane].top = 0 }
    state.settle()
}

extension State {
    fileprivate mutating func perform(_ command: ProgramCommand) -> [Effect] {
        switch command {
        case .help: if picker == nil { open(.commands(mode)) }
        case .cycleLanguage:
            language = language.next
            settle()
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
