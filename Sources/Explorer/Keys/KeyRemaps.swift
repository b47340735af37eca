import Screen

/// The keys that the user has given to commands in place of those of the key table.
package struct KeyRemaps: Equatable, Sendable {
    private var keys: [Command: [Key]] = [:]

    /// Why a key cannot be given to a command, or what that does to another.
    package enum Clash: Equatable, Sendable {
        /// The key was given to another command before, and both are there in a mode.
        case taken(by: Command, in: Mode)
        /// The command is only there where the key types a letter.
        case types
    }

    package init() {}

    var isEmpty: Bool { keys.isEmpty }

    /// Gives keys to a command, except those that clash; returns why for each of these.
    package mutating func give(_ wanted: [Key], to command: Command) -> [(key: Key, clash: Clash)] {
        let modes = Self.modes(of: command)
        var given: [Key] = []
        var clashes: [(key: Key, clash: Clash)] = []
        for key in wanted where !given.contains(key) {
            let usable = modes.filter { Self.isCommand(key, in: $0) }
            if usable.isEmpty {
                clashes.append((key, .types))
            } else if let other = earlier(key, in: usable) {
                clashes.append((key, .taken(by: other.command, in: other.mode)))
            } else {
                given.append(key)
            }
        }
        if !given.isEmpty || wanted.isEmpty { keys[command] = given }
        return clashes
    }

    /// A command that has lost every key to another one, with the modes in which that is so.
    package struct Loss: Sendable {
        package let command: Command
        package internal(set) var modes: [Mode]
        package let key: Key
        package let taker: Command
    }

    /// The commands that have lost every key to another one.
    package var bereft: [Loss] {
        var bereft: [Loss] = []
        for mode in Mode.allCases {
            for (before, after) in zip(
                KeyTable.rows(in: mode, remapped: KeyRemaps()), KeyTable.rows(in: mode, remapped: self))
            where after.keys.isEmpty && keys[after.command] == nil {
                guard let key = before.keys.first, let taker = earlier(key, in: [mode])?.command else {
                    continue
                }
                if let known = bereft.firstIndex(where: { $0.command == after.command && $0.taker == taker })
                {
                    if !bereft[known].modes.contains(mode) { bereft[known].modes.append(mode) }
                } else {
                    bereft.append(Loss(command: after.command, modes: [mode], key: key, taker: taker))
                }
            }
        }
        return bereft
    }

    /// The user's keys of a command in a mode; nil where it keeps its own.
    func keys(of command: Command, in mode: Mode) -> [Key]? {
        guard let keys = keys[command] else { return nil }
        let usable = keys.filter { Self.isCommand($0, in: mode) }
        return usable.isEmpty && !keys.isEmpty ? nil : usable
    }

    /// The command that was given a key before, in one of these modes.
    private func earlier(_ key: Key, in modes: [Mode]) -> (command: Command, mode: Mode)? {
        for (command, keys) in keys where keys.contains(key) {
            let there = Self.modes(of: command)
            if let mode = modes.first(where: { there.contains($0) && Self.isCommand(key, in: $0) }) {
                return (command, mode)
            }
        }
        return nil
    }

    private static func modes(of command: Command) -> [Mode] {
        let modes = KeyTable.rows.filter { $0.command == command }.reduce(into: Set()) {
            $0.formUnion($1.modes)
        }
        return Mode.allCases.filter(modes.contains)
    }

    /// False for a key that types a character where a text is edited.
    private static func isCommand(_ key: Key, in mode: Mode) -> Bool {
        if case .character = key { !mode.isTyping } else { true }
    }
}

extension Key {
    /// The key of this name, as the help and the documentation write it, whatever the case of letters in longer names:
    /// `x`, `F5`, `Ctrl-R`, `Space`, `PgDn`, `↑`; nil for what is no key of a command.
    ///
    /// What a terminal cannot tell apart is one key: Ctrl-I is Tab, Ctrl-M is Enter, Ctrl-H is Backspace, Ctrl-[ is Esc.
    package init?(label: String) {
        if label.count == 1, let character = label.first {
            guard let scalar = character.unicodeScalars.first,
                scalar.properties.isGraphemeBase || scalar == " "
            else { return nil }
            self = Self.arrows[character] ?? Key.character(character).folded
            return
        }
        let name = label.lowercased()
        if let key = Self.named[name] {
            self = key
        } else if name.hasPrefix("f"), let number = Int(name.dropFirst()), (1...12).contains(number) {
            self = .function(number)
        } else if name.hasPrefix("ctrl-") || name.hasPrefix("c-"), let letter = name.last,
            name.count == (name.hasPrefix("c-") ? 3 : 6)
        {
            switch letter {
            case "i": self = .tab
            case "m", "j": self = .enter
            case "h": self = .backspace
            case "[": self = .escape
            case "a"..."z", "\\", "]", "^", "_", "@": self = .control(letter)
            case _: return nil
            }
        } else {
            return nil
        }
    }

    private static let arrows: [Character: Key] = ["↑": .up, "↓": .down, "←": .left, "→": .right]

    private static let named: [String: Key] = [
        "space": " ", "enter": .enter, "return": .enter, "esc": .escape, "escape": .escape, "tab": .tab,
        "shift-tab": .backTab, "backspace": .backspace, "del": .delete, "delete": .delete, "ins": .insert,
        "insert": .insert, "up": .up, "down": .down, "left": .left, "right": .right, "home": .home,
        "end": .end,
        "pgup": .pageUp, "pageup": .pageUp, "pgdn": .pageDown, "pagedown": .pageDown,
    ]
}
