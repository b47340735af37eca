import CaseModel
import Screen

/// Where a key is pressed; the same key may mean different things in different modes.
package enum Mode: String, CaseIterable, Hashable, Sendable {
    /// The three panes.
    case browse
    /// One item, source, place or actor, or the page on the case, whole.
    case reader
    /// A picture of the whole case: matrix, timeline, map, network, sources.
    case chart
    /// A step of a tour that one presents.
    case talk
    /// Where a talk is that one follows.
    case audience
    /// The speaker's own second screen.
    case speaker
    /// A list that narrows as one types: help, and going to an item.
    case picker
    /// A text left on the screen after it was copied.
    case sheet
    /// A note, or the title of a bookmark, that is being written.
    case editor

    /// What the help and the README call the mode.
    package var title: Text {
        switch self {
        case .browse: Text(chinese: "浏览", english: "Browse")
        case .reader: Text(chinese: "阅读", english: "Reader")
        case .chart: Text(chinese: "图表", english: "Charts")
        case .talk: Text(chinese: "讲解", english: "Presenting")
        case .audience: Text(chinese: "跟随讲解", english: "Following")
        case .speaker: Text(chinese: "讲解者副屏", english: "Speaker's screen")
        case .picker: Text(chinese: "列表选择", english: "Lists (help, go to)")
        case .sheet: Text(chinese: "复制后的全文", english: "Copied text")
        case .editor: Text(chinese: "写笔记", english: "Writing a note")
        }
    }
}

/// One row of the key table: the keys that ask for a command in some modes.
package struct Binding: Equatable, Sendable {
    /// What is asked for.
    package let command: Command
    /// The keys, the one to show first.
    package let keys: [Key]
    /// Where they count.
    package let modes: Set<Mode>

    init(_ command: Command, _ keys: Key..., in modes: Set<Mode>) {
        self.command = command
        self.keys = keys
        self.modes = modes
    }
}

/// The one place where keys are given their meaning: dispatch, hints, help and the README all read it.
package enum KeyTable {
    private static let texts: Set<Mode> = [.browse, .reader]
    private static let views: Set<Mode> = [.browse, .reader, .chart]
    private static let talks: Set<Mode> = [.talk, .audience, .speaker]
    private static let everywhere = Set(Mode.allCases)
    private static let lists: Set<Mode> = [.picker, .sheet]

    /// Every binding, in the order in which the help lists them.
    package static let bindings: [Binding] = [
        Binding(.move(.up), .up, "k", in: views),
        Binding(.move(.up), .up, in: lists.union([.editor])),
        Binding(.move(.down), .down, "j", in: views),
        Binding(.move(.down), .down, in: lists.union([.editor])),
        Binding(.move(.left), .left, "h", in: [.chart]),
        Binding(.move(.left), .left, in: [.editor]),
        Binding(.move(.right), .right, "l", in: [.chart]),
        Binding(.move(.right), .right, in: [.editor]),
        Binding(.move(.pageUp), .pageUp, .control("b"), in: views.union(lists)),
        Binding(.move(.pageDown), .pageDown, .control("f"), in: views.union(lists)),
        Binding(.move(.first), .home, "g", in: views),
        Binding(.move(.first), .home, in: lists),
        Binding(.move(.first), .home, .control("a"), in: [.editor]),
        Binding(.move(.last), .end, "G", in: views),
        Binding(.move(.last), .end, in: lists),
        Binding(.move(.last), .end, .control("e"), in: [.editor]),
        Binding(.enter, .enter, .right, "l", in: texts),
        Binding(.enter, .enter, in: [.chart, .picker]),
        Binding(.back, .left, "h", .escape, .backspace, in: texts),
        Binding(.back, .escape, .backspace, in: [.chart]),
        Binding(.pane(.next), .tab, in: [.browse]),
        Binding(.pane(.previous), .backTab, in: [.browse]),
        Binding(.reading(.nextTarget), .tab, in: [.reader]),
        Binding(.reading(.previousTarget), .backTab, in: [.reader]),
        Binding(.chart(.next), .tab, in: [.chart]),
        Binding(.chart(.previous), .backTab, in: [.chart]),
        Binding(.chart(.zoomIn), "+", "=", in: [.chart]),
        Binding(.chart(.zoomOut), "-", in: [.chart]),
        Binding(.chart(.fit), "0", in: [.chart]),
        Binding(.chart(.panLeft), "<", in: [.chart]),
        Binding(.chart(.panRight), ">", in: [.chart]),
        Binding(.chart(.panUp), "K", in: [.chart]),
        Binding(.chart(.panDown), "J", in: [.chart]),
        Binding(.chart(.nextRows), "x", in: [.chart]),
        Binding(.chart(.nextColumns), "X", in: [.chart]),
        Binding(.chart(.order), "o", in: [.chart]),
        Binding(.pane(.zoom), "z", .function(5), in: [.browse]),
        Binding(.pane(.scrollStripDown), "J", in: [.browse]),
        Binding(.pane(.scrollStripUp), "K", in: [.browse]),
        Binding(.reading(.nextChain), ">", in: [.reader]),
        Binding(.reading(.previousChain), "<", in: [.reader]),
        Binding(.pane(.first), "1", in: views),
        Binding(.pane(.second), "2", in: views),
        Binding(.pane(.third), "3", in: views),
        Binding(.view(.reader), "r", .function(3), in: views),
        Binding(.view(.trace), "t", .function(4), in: views),
        Binding(.view(.matrix), "4", "m", in: views),
        Binding(.view(.timeline), "5", "T", in: views),
        Binding(.view(.map), "6", "p", in: views),
        Binding(.view(.network), "7", "w", in: views),
        Binding(.view(.sources), "8", "s", in: views),
        Binding(.view(.overview), "9", "a", .function(9), in: views),
        Binding(.travel(.back), "[", .function(7), in: views),
        Binding(.travel(.forward), "]", .function(8), in: views),
        Binding(.find(.search), "/", .function(11), in: views),
        Binding(.find(.next), "n", in: views),
        Binding(.find(.previous), "N", in: views),
        Binding(.find(.filter), "f", .function(12), in: views),
        Binding(.find(.unfilter), "F", in: views),
        Binding(.find(.complete), .tab, in: [.picker]),
        Binding(.find(.goTo), ":", .function(6), in: views),
        Binding(.own(.copy), "y", in: views),
        Binding(.own(.links), "u", in: views),
        Binding(.own(.mark), " ", in: views.union([.audience])),
        Binding(.own(.note), "i", in: views.union([.audience])),
        Binding(.own(.bookmark), "b", in: views.union([.audience])),
        Binding(.own(.notebookEntries), "'", in: views),
        Binding(.own(.remove), .delete, in: [.picker]),
        Binding(.own(.save), .enter, in: [.editor]),
        Binding(.own(.newLine), .control("o"), in: [.editor]),
        Binding(.talk(.next), " ", .right, .pageDown, "n", .enter, in: [.talk]),
        Binding(.talk(.previous), .left, .pageUp, "p", .backspace, in: [.talk]),
        Binding(.talk(.firstStep), .home, in: [.talk]),
        Binding(.talk(.lastStep), .end, in: [.talk]),
        Binding(.talk(.steps), "o", "G", in: [.talk]),
        Binding(.talk(.blank), "b", ".", in: [.talk]),
        Binding(.talk(.scrollDown), .down, "j", in: [.talk, .speaker]),
        Binding(.talk(.scrollUp), .up, "k", in: [.talk, .speaker]),
        Binding(.talk(.explore), "e", .escape, in: [.talk, .audience]),
        Binding(.talk(.explore), "e", in: views),
        Binding(.talk(.hand), "h", "H", in: [.audience]),
        Binding(.talk(.hand), "H", in: views),
        Binding(.talk(.record), "R", in: views.union([.talk])),
        Binding(.program(.cycleLanguage), .function(2), "L", in: views.union(talks)),
        Binding(.program(.cycleLanguage), .function(2), in: [.picker, .editor]),
        Binding(.program(.help), "?", .function(1), in: views.union(talks)),
        Binding(.program(.redraw), .control("l"), in: everywhere),
        Binding(.program(.suspend), .control("z"), in: everywhere),
        Binding(.close, "q", .function(10), in: views.union(talks)),
        Binding(.close, .escape, .function(10), in: lists.union([.editor])),
        Binding(.program(.quit), "Q", .control("c"), in: views.union(talks)),
        Binding(.program(.quit), .control("c"), in: lists.union([.editor])),
    ]

    /// What no key asks for: the keys of the panes lead to them from anywhere.
    package static let unbound: Set<Command> = [.view(.browse)]

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
    package static func command(for key: Key, in mode: Mode) -> Command? {
        commands[mode]?[key.folded]
    }

    /// The keys that ask for a command in a mode, as one reads them: `↓ j`.
    package static func label(of command: Command, in mode: Mode) -> String {
        bindings.filter { $0.command == command && $0.modes.contains(mode) }
            .flatMap(\.keys).map(\.label).joined(separator: " ")
    }

    /// The first key of a command in a mode, for the line of hints.
    package static func shortLabel(of command: Command, in mode: Mode) -> String? {
        bindings.first { $0.command == command && $0.modes.contains(mode) }?.keys.first?.label
    }

    /// The commands of a mode, each once, in the table's order.
    package static func commands(in mode: Mode) -> [Command] {
        var seen: Set<Command> = []
        return bindings.filter { $0.modes.contains(mode) }.map(\.command).filter { seen.insert($0).inserted }
    }
}

extension Key: ExpressibleByExtendedGraphemeClusterLiteral {
    /// A key that types this character.
    package init(extendedGraphemeClusterLiteral character: Character) {
        self = .character(character)
    }
}
