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
    switch command {
    case .quit: return [.quit]
    case .suspend: return [.suspend]
    case .redraw: return [.redraw]
    case .cycleLanguage:
        state.language = state.language.next
        state.settle()
    case .help where state.picker == nil: state.open(.commands(state.mode))
    case .goTo where state.picker == nil: state.open(.items)
    case .search where state.picker == nil: state.open(.finds)
    case .nextFind where state.picker == nil: state.stepFinds(by: 1)
    case .previousFind where state.picker == nil: state.stepFinds(by: -1)
    case .trace where state.picker == nil: state.trace()
    case .about where state.picker == nil: state.open(.about)
    case .historyBack where state.picker == nil: state.travel(by: -1)
    case .historyForward where state.picker == nil: state.travel(by: 1)
    case .up, .down, .pageUp, .pageDown, .first, .last, .enter, .back, .nextPane, .previousPane, .firstPane,
        .secondPane, .thirdPane, .read, .zoom, .scrollStripDown, .scrollStripUp, .nextTarget,
        .previousTarget, .search, .nextFind, .previousFind,
        .trace, .nextChain, .previousChain, .close, .help, .about, .goTo, .historyBack,
        .historyForward:
        switch state.mode {
        case .browse: return state.browse(command, isRepeating: isRepeating)
        case .reader: return state.read(command)
        case .picker: return state.pick(command)
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

extension Key {
    /// Whether the key can only have come from an input method left on.
    fileprivate var isFromInputMethod: Bool {
        guard case .character(let character) = self, let scalar = character.unicodeScalars.first
        else { return false }
        return scalar.value >= 0x2E80
    }
}
