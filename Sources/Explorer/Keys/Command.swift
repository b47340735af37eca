import CaseModel

/// Everything that a key can ask for. `KeyTable` says which key asks for it where; `update` carries it out.
///
/// Each case with a payload belongs to one part of the explorer, which handles the whole of it.
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

    /// Every command once, in the order in which they are declared.
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

/// Moving the selection, the cursor, or the text that is read.
package enum Movement: CaseIterable, Hashable, Sendable {
    case up, down, left, right, pageUp, pageDown, first, last
}

/// Commands of the three panes.
package enum PaneCommand: CaseIterable, Hashable, Sendable {
    case next, previous, first, second, third
    case zoom, scrollStripDown, scrollStripUp
}

/// Commands of texts: the places in them that lead somewhere, and the chains of a trace.
package enum ReadingCommand: CaseIterable, Hashable, Sendable {
    case nextTarget, previousTarget, nextChain, previousChain
}

/// Commands of one chart, which declares them.
package enum ChartCommand: CaseIterable, Hashable, Sendable {
    case matrix(MatrixChart.Action)
    case timeline(TimelineChart.Action)
    case map(MapChart.Action)
    case network(NetworkChart.Action)
    case sources(SourcesChart.Action)

    package static var allCases: [ChartCommand] {
        MatrixChart.Action.allCases.map(ChartCommand.matrix)
            + TimelineChart.Action.allCases.map(ChartCommand.timeline)
            + MapChart.Action.allCases.map(ChartCommand.map)
            + NetworkChart.Action.allCases.map(ChartCommand.network)
            + SourcesChart.Action.allCases.map(ChartCommand.sources)
    }

    /// The action of whichever chart it is.
    var action: any Hashable {
        switch self {
        case .matrix(let action): action
        case .timeline(let action): action
        case .map(let action): action
        case .network(let action): action
        case .sources(let action): action
        }
    }
}

/// Through the history, as in a browser.
package enum Travel: CaseIterable, Hashable, Sendable {
    case back, forward
}

/// Finding things.
package enum FindCommand: CaseIterable, Hashable, Sendable {
    case search, next, previous, goTo, filter, unfilter
}

/// Copying, and the reader's own marks, notes and bookmarks.
package enum NoteCommand: CaseIterable, Hashable, Sendable {
    case copy, links
    case mark, note, bookmark
    /// The list of all that is kept.
    case notebook
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

/// Commands of the program rather than the case.
package enum ProgramCommand: CaseIterable, Hashable, Sendable {
    case help, cycleLanguage, redraw, suspend, quit
}

/// Commands of an open list.
package enum ListCommand: CaseIterable, Hashable, Sendable {
    case move(Movement)
    case choose
    /// Writes the selected entry in place of what is typed.
    case complete
    /// Takes the selected entry out of the notebook, or puts it back.
    case remove
    case close

    package static var allCases: [ListCommand] {
        Movement.allCases.map(ListCommand.move) + [.choose, .complete, .remove, .close]
    }
}

/// Commands of a note or a bookmark's title that is being written.
package enum EditorCommand: CaseIterable, Hashable, Sendable {
    case move(Movement)
    case newLine, save, close

    package static var allCases: [EditorCommand] {
        Movement.allCases.map(EditorCommand.move) + [.newLine, .save, .close]
    }
}

/// Commands of a copied text that is left on the screen.
package enum PagerCommand: CaseIterable, Hashable, Sendable {
    case up, down, pageUp, pageDown, first, last, close
}

/// What the explorer asks the world to do.
package enum Effect: Equatable, Sendable {
    /// Leave the terminal and end.
    case quit
    /// Give the terminal back to the shell until continued.
    case suspend
    /// Send every cell again, whatever is thought to be on the screen.
    case redraw
    /// Hand a text to the clipboard, in whatever ways there are, and say in which.
    case copy(String)
    /// Write the steps that have been recorded into a tour's file.
    case record([Tour.Step])
    /// Make these changes to what the reader keeps, as of now.
    case keep([NotebookChange])
}
