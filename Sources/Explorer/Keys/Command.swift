import CaseModel

/// A command of the explorer. `KeyTable` maps keys to commands; `update` carries them out.
///
/// Each case with a payload belongs to one part of the explorer, which declares its commands beside where it carries
/// them out.
package enum Command: CaseIterable, Hashable, Sendable {
    case move(Movement)
    case enter, back, close
    case pane(PaneCommand)
    case reading(ReadingCommand)
    case chart(ChartCommand)
    case view(ViewName)
    case travel(Travel)
    case find(FindCommand)
    case note(NoteCommand)
    case talk(TalkCommand)
    case program(ProgramCommand)
    case list(ListCommand)
    case editor(EditorCommand)
    case pager(PagerCommand)

    /// Every command once, in the order of declaration.
    package static var allCases: [Command] {
        let views =
            Movement.allCases.map(Command.move) + [.enter, .back, .close]
            + PaneCommand.allCases.map(Command.pane) + ReadingCommand.allCases.map(Command.reading)
            + ChartCommand.allCases.map(Command.chart) + ViewName.allCases.map(Command.view)
        let shared =
            Travel.allCases.map(Command.travel) + FindCommand.allCases.map(Command.find)
            + NoteCommand.allCases.map(Command.note) + TalkCommand.allCases.map(Command.talk)
            + ProgramCommand.allCases.map(Command.program)
        return views + shared + ListCommand.allCases.map(Command.list)
            + EditorCommand.allCases.map(Command.editor) + PagerCommand.allCases.map(Command.pager)
    }
}

/// Movements of the selection, of the cursor, or of the text in the reader.
package enum Movement: CaseIterable, Hashable, Sendable {
    case up, down, left, right, pageUp, pageDown, first, last
}

/// A command of one chart, which declares it as an action.
package struct ChartCommand: CaseIterable, Hashable, Sendable {
    let chart: ChartName
    /// The number of the action among those of the chart.
    private let number: Int

    package static var allCases: [ChartCommand] {
        func commands<Drawing: ChartDrawing>(of chart: Drawing.Type) -> [ChartCommand] {
            Drawing.Action.allCases.map(Drawing.command)
        }
        return ChartName.allCases.flatMap { commands(of: $0.chart) }
    }

    fileprivate init(_ chart: ChartName, _ number: Int) {
        (self.chart, self.number) = (chart, number)
    }

    /// The action, of the chart's own type.
    var action: any Hashable {
        func action<Drawing: ChartDrawing>(of chart: Drawing.Type) -> any Hashable {
            Array(Drawing.Action.allCases)[number]
        }
        return action(of: chart.chart)
    }

    /// True if the command only changes the picture, and has no meaning in plain mode.
    var needsScreen: Bool {
        func needsScreen<Drawing: ChartDrawing>(_ chart: Drawing.Type) -> Bool {
            Drawing.needsScreen(Array(Drawing.Action.allCases)[number])
        }
        return needsScreen(chart.chart)
    }
}

extension ChartDrawing {
    /// The command for an action.
    static func command(_ action: Action) -> ChartCommand {
        ChartCommand(name, Array(Action.allCases).firstIndex(of: action) ?? 0)
    }
}

/// An order to the program around the explorer.
package enum Effect: Equatable, Sendable {
    /// Leave the terminal and exit.
    case quit
    /// Suspend until the shell continues the program.
    case suspend
    /// Send every cell again.
    case redraw
    /// Read the case's files again.
    case reread
    /// Take the mouse into use, or leave it to the terminal.
    case useMouse(Bool)
    /// Copy a text to the clipboard by all available ways, and report which.
    case copy(String)
    /// Carry out an order of the speaker, here or in the presenter's program.
    case order(SpeakerOrder)
    /// The talk goes on where it broke off, and so does its clock.
    case resumed
    /// Write the recorded steps to a tour's file.
    case record([Tour.Step])
    /// Apply changes to the user's notebook as of now.
    case keep([NotebookChange])
    /// Read the user's notebook again, which another session may have changed.
    case rereadNotebook
}

extension Command {
    /// True if the command needs a notebook, files or a shell, which a guest of a kiosk does not have.
    var isForOwnUser: Bool {
        switch self {
        case .note(.mark), .note(.note), .note(.bookmark), .note(.notebook), .talk(.record), .talk(.resume),
            .program(.reread), .program(.mistakes), .program(.suspend):
            true
        case .move, .enter, .back, .close, .pane, .reading, .chart, .view, .travel, .find, .note, .talk,
            .program, .list, .editor, .pager:
            false
        }
    }
}
