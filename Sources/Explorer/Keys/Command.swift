import CaseModel

/// Everything that a key can ask for. What a command does is told by `update`; which key asks for it, by
/// `KeyTable`.
///
/// The groups are the parts of the explorer that answer: a part that knows nothing of a group passes the whole
/// of it over.
package enum Command: CaseIterable, Hashable, Sendable {
    case move(Movement)
    case enter, back, close
    case pane(PaneCommand)
    case reading(ReadingCommand)
    case chart(ChartCommand)
    case view(ViewName)
    case travel(Travel)
    case find(FindCommand)
    case own(NoteCommand)
    case talk(TalkCommand)
    case program(ProgramCommand)

    /// Every command once, in the order in which they are declared.
    package static var allCases: [Command] {
        Movement.allCases.map(Command.move) + [.enter, .back, .close]
            + PaneCommand.allCases.map(Command.pane) + ReadingCommand.allCases.map(Command.reading)
            + ChartCommand.allCases.map(Command.chart) + ViewName.allCases.map(Command.view)
            + Travel.allCases.map(Command.travel) + FindCommand.allCases.map(Command.find)
            + NoteCommand.allCases.map(Command.own) + TalkCommand.allCases.map(Command.talk)
            + ProgramCommand.allCases.map(Command.program)
    }
}

/// Moving the selection, or the text that is read.
package enum Movement: CaseIterable, Hashable, Sendable {
    case up, down, left, right, pageUp, pageDown, first, last
}

/// What is particular to the three panes.
package enum PaneCommand: CaseIterable, Hashable, Sendable {
    case next, previous, first, second, third
    case zoom, scrollStripDown, scrollStripUp
}

/// What is particular to texts: the places in them that lead somewhere, and the chains of a trace.
package enum ReadingCommand: CaseIterable, Hashable, Sendable {
    case nextTarget, previousTarget, nextChain, previousChain
}

/// What is particular to charts.
package enum ChartCommand: CaseIterable, Hashable, Sendable {
    /// To the next or previous thing that can be selected, wherever it lies.
    case next, previous
    case zoomIn, zoomOut, fit
    case panLeft, panRight, panUp, panDown
    /// Another thing on the axis of the rows or of the columns.
    case nextRows, nextColumns
    /// Another order.
    case order
}

/// Through the history, as in a browser.
package enum Travel: CaseIterable, Hashable, Sendable {
    case back, forward
}

/// Finding things.
package enum FindCommand: CaseIterable, Hashable, Sendable {
    case search, next, previous, goTo, filter, unfilter, complete
}

/// What the reader takes along, and keeps of the case.
package enum NoteCommand: CaseIterable, Hashable, Sendable {
    case copy, links
    case mark, note, bookmark
    /// The list of all that is kept.
    case notebookEntries
    /// Takes the selected line of that list out, or puts it back.
    case remove
    /// While a text is written.
    case save, newLine
}

/// Walking a tour, and following one.
package enum TalkCommand: CaseIterable, Hashable, Sendable {
    case next, previous, firstStep, lastStep
    /// The list of all steps, to go to one.
    case steps
    case blank, scrollDown, scrollUp
    /// Off the path, and back to it.
    case explore
    case hand
    /// The present place as a step of a tour that is being recorded.
    case record
}

/// What concerns the program rather than the case.
package enum ProgramCommand: CaseIterable, Hashable, Sendable {
    case help, cycleLanguage, redraw, suspend, quit
}

/// What the explorer asks the world to do.
package enum Effect: Equatable, Sendable {
    /// Leave the terminal and end.
    case quit
    /// Give the terminal back to the shell until continued.
    case suspend
    /// Send every cell again, whatever is thought to be on the screen.
    case redraw
    /// Hand a text to the clipboard, in whatever ways there are, and tell in which.
    case copy(String)
    /// Write the steps that have been recorded into a tour's file.
    case record([Tour.Step])
    /// Make these changes to what the reader keeps, as of now.
    case keep([NotebookChange])
}
