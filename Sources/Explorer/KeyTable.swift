import CaseModel
import Screen

/// Where a key is pressed; the same key may mean different things in different modes.
public enum Mode: String, CaseIterable, Hashable, Sendable {
    /// The three panes.
    case browse
    /// One item, source, place or actor, or the page on the case, whole.
    case reader
    /// A list that narrows as one types: help, and going to an item.
    case picker

    /// What the help and the README call the mode.
    public var title: Text {
        switch self {
        case .browse: Text(chinese: "浏览", english: "Browse")
        case .reader: Text(chinese: "阅读", english: "Reader")
        case .picker: Text(chinese: "列表选择", english: "Lists (help, go to)")
        }
    }
}

/// One row of the key table: the keys that ask for a command in some modes.
public struct Binding: Equatable, Sendable {
    /// What is asked for.
    public let command: Command
    /// The keys, the one to show first.
    public let keys: [Key]
    /// Where they count.
    public let modes: Set<Mode>

    init(_ command: Command, _ keys: Key..., in modes: Set<Mode>) {
        self.command = command
        self.keys = keys
        self.modes = modes
    }
}

/// The one place where keys are given their meaning: dispatch, hints, help and the README all read it.
public enum KeyTable {
    private static let views: Set<Mode> = [.browse, .reader]
    private static let everywhere = Set(Mode.allCases)

    /// Every binding, in the order in which the help lists them.
    public static let bindings: [Binding] = [
        Binding(.up, .up, "k", in: views),
        Binding(.up, .up, in: [.picker]),
        Binding(.down, .down, "j", in: views),
        Binding(.down, .down, in: [.picker]),
        Binding(.pageUp, .pageUp, .control("b"), in: everywhere),
        Binding(.pageDown, .pageDown, .control("f"), in: everywhere),
        Binding(.first, .home, "g", in: views),
        Binding(.first, .home, in: [.picker]),
        Binding(.last, .end, "G", in: views),
        Binding(.last, .end, in: [.picker]),
        Binding(.enter, .enter, .right, "l", in: views),
        Binding(.enter, .enter, in: [.picker]),
        Binding(.back, .left, "h", .escape, .backspace, in: views),
        Binding(.nextPane, .tab, in: [.browse]),
        Binding(.previousPane, .backTab, in: [.browse]),
        Binding(.firstPane, "1", in: [.browse]),
        Binding(.secondPane, "2", in: [.browse]),
        Binding(.thirdPane, "3", in: [.browse]),
        Binding(.read, "r", .function(3), in: [.browse]),
        Binding(.zoom, "z", .function(5), in: [.browse]),
        Binding(.scrollStripDown, "J", in: [.browse]),
        Binding(.scrollStripUp, "K", in: [.browse]),
        Binding(.nextTarget, .tab, in: [.reader]),
        Binding(.previousTarget, .backTab, in: [.reader]),
        Binding(.trace, "t", .function(4), in: views),
        Binding(.nextChain, ">", in: [.reader]),
        Binding(.previousChain, "<", in: [.reader]),
        Binding(.historyBack, "[", .function(7), in: views),
        Binding(.historyForward, "]", .function(8), in: views),
        Binding(.search, "/", .function(11), in: views),
        Binding(.nextFind, "n", in: views),
        Binding(.previousFind, "N", in: views),
        Binding(.goTo, ":", .function(6), in: views),
        Binding(.about, "a", .function(9), in: views),
        Binding(.cycleLanguage, .function(2), "L", in: views),
        Binding(.cycleLanguage, .function(2), in: [.picker]),
        Binding(.help, "?", .function(1), in: views),
        Binding(.redraw, .control("l"), in: everywhere),
        Binding(.suspend, .control("z"), in: everywhere),
        Binding(.close, "q", .function(10), in: views),
        Binding(.close, .escape, .function(10), in: [.picker]),
        Binding(.quit, "Q", .control("c"), in: views),
        Binding(.quit, .control("c"), in: [.picker]),
    ]

    private static let commands: [Mode: [Key: Command]] = {
        var table: [Mode: [Key: Command]] = [:]
        for binding in bindings {
            for mode in binding.modes {
                for key in binding.keys { table[mode, default: [:]][key] = binding.command }
            }
        }
        return table
    }()

    /// What a key asks for in a mode, if anything. Full-width forms from an input method count as the keys
    /// they stand for.
    public static func command(for key: Key, in mode: Mode) -> Command? {
        commands[mode]?[key.folded]
    }

    /// The keys that ask for a command in a mode, as one reads them: `↓ j`.
    public static func label(of command: Command, in mode: Mode) -> String {
        bindings.filter { $0.command == command && $0.modes.contains(mode) }
            .flatMap(\.keys).map(\.label).joined(separator: " ")
    }

    /// The first key of a command in a mode, for the line of hints.
    public static func shortLabel(of command: Command, in mode: Mode) -> String? {
        bindings.first { $0.command == command && $0.modes.contains(mode) }?.keys.first?.label
    }

    /// The commands of a mode, each once, in the table's order.
    public static func commands(in mode: Mode) -> [Command] {
        var seen: Set<Command> = []
        return bindings.filter { $0.modes.contains(mode) }.map(\.command).filter { seen.insert($0).inserted }
    }
}

extension Key: ExpressibleByExtendedGraphemeClusterLiteral {
    /// A key that types this character.
    public init(extendedGraphemeClusterLiteral character: Character) {
        self = .character(character)
    }
}
