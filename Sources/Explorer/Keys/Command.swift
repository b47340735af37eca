import CaseModel

/// A command of the explorer. `KeyTable` maps keys to commands; `update` carries them out.
///
/// Each case with a payload belongs to one part of the explorer, which handles all its commands.
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

/// Commands of the three panes.
package enum PaneCommand: CaseIterable, Hashable, Sendable {
    case next, previous, first, second, third
    /// Pins the selected item, or takes it off.
    case pin
    /// Lets through the next grade of connection with the pins.
    case narrow
    case fold, unfold, foldAll, unfoldAll
    case zoom, zoomDetails
    /// Opens or closes the card of welcome.
    case card
    case scrollDetailsDown, scrollDetailsUp
}

/// Commands of texts: their targets, and the chains of a trace.
package enum ReadingCommand: CaseIterable, Hashable, Sendable {
    case nextTarget, previousTarget, nextChain, previousChain
    /// Ends a find, or else goes back.
    case endFind
}

/// Commands of one chart, which declares them.
package enum ChartCommand: CaseIterable, Hashable, Sendable {
    case matrix(MatrixChart.Action)
    case timeline(TimelineChart.Action)
    case map(MapChart.Action)
    case network(NetworkChart.Action)
    case sources(SourcesChart.Action)
    case claims(ClaimsChart.Action)

    package static var allCases: [ChartCommand] {
        MatrixChart.Action.allCases.map(ChartCommand.matrix)
            + TimelineChart.Action.allCases.map(ChartCommand.timeline)
            + MapChart.Action.allCases.map(ChartCommand.map)
            + NetworkChart.Action.allCases.map(ChartCommand.network)
            + SourcesChart.Action.allCases.map(ChartCommand.sources)
            + ClaimsChart.Action.allCases.map(ChartCommand.claims)
    }

    /// The action itself, of any chart.
    var action: any Hashable {
        switch self {
        case .matrix(let action): action
        case .timeline(let action): action
        case .map(let action): action
        case .network(let action): action
        case .sources(let action): action
        case .claims(let action): action
        }
    }
}

/// Commands that go through the history, as in a browser.
package enum Travel: CaseIterable, Hashable, Sendable {
    case back, forward
}

/// Commands of search and filter.
package enum FindCommand: CaseIterable, Hashable, Sendable {
    case search
    /// Finds in the open page.
    case find
    case next, previous, goTo, filter, unfilter
}

/// Commands for copies, and for the reader's own marks, notes and bookmarks.
package enum NoteCommand: CaseIterable, Hashable, Sendable {
    case copy, links
    case mark, note, bookmark
    /// Opens the list of marks, notes and bookmarks.
    case notebook
}

/// Commands for presenting and following a tour.
package enum TalkCommand: CaseIterable, Hashable, Sendable {
    case next, previous, firstStep, lastStep
    /// Opens the list of the case's tours, to begin one.
    case tours
    /// Opens the list of all steps.
    case steps
    case blank, scrollDown, scrollUp
    /// Scrolls the view behind the text of a step.
    case viewDown, viewUp
    /// Points at the next or previous thing in the view behind.
    case aimNext, aimPrevious
    /// Leaves the talk's path, or returns to it.
    case explore
    /// Raises the own hand or lowers it; for presenter and speaker, lists the hands and questions.
    case hand
    /// Starts or pauses the speaker's clock.
    case clock
    case resetClock
    /// Goes on where a talk broke off.
    case resume
    /// Records the present viewpoint as a step of a tour.
    case record
}

/// Commands of the program rather than the case.
package enum ProgramCommand: CaseIterable, Hashable, Sendable {
    case help, cycleLanguage
    /// Reads the case's files again.
    case reread
    /// Shows what was wrong with the files when they were last read.
    case mistakes
    case redraw, suspend, quit
    /// Takes the mouse into use, or leaves it to the terminal.
    case mouse
}

/// Commands of an open list.
package enum ListCommand: CaseIterable, Hashable, Sendable {
    case move(Movement)
    case choose
    /// Replaces the query by the selected entry, or widens the search.
    case complete
    /// Removes the selected entry from the notebook, or restores it.
    case remove
    case close

    package static var allCases: [ListCommand] {
        Movement.allCases.map(ListCommand.move) + [.choose, .complete, .remove, .close]
    }
}

/// Commands of the editor of a note or a bookmark's title.
package enum EditorCommand: CaseIterable, Hashable, Sendable {
    case move(Movement)
    case newLine, save, close

    package static var allCases: [EditorCommand] {
        Movement.allCases.map(EditorCommand.move) + [.newLine, .save, .close]
    }
}

/// Commands of the pager, which shows a text alone on the screen.
package enum PagerCommand: CaseIterable, Hashable, Sendable {
    case up, down, pageUp, pageDown, first, last, close
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
