import ArgumentParser
import CaseModel
import Explorer
import Kiosk
import Screen
import System
import Terminal
import TextLayout

/// The explorer on a terminal: one loop that waits, handles all events, and draws the newest state.
struct Session {
    /// The limits of an anonymous user's session.
    struct Bounds {
        /// The longest time without a key and without a change in the talk that is followed.
        var idle: Duration
        /// Sandboxes the process; called after entering the terminal.
        var sandbox: () throws(KioskError) -> Void
    }

    private var state: State
    private let look: DisplayOptions
    /// Nil for a user with a shell.
    private let bounds: Bounds?
    private var peer: (any SeminarPeer)?
    /// The record of where the presented talk is.
    private var record: TalkRecord?
    /// The record of a tour that is chosen in the program, by the tour's number.
    private var recordOfTour: ((Int) -> TalkRecord?)?
    private var recordedTour: Int?
    /// True if the terminal's bell rings when the planned time of the talk is up.
    var ringsWhenOver = false
    /// The recorder of a tour.
    private var recorder = Recorder()
    /// The files of the case; nil if they are not read again.
    private var files: CaseRereader?
    /// The time of the last key, unless something else was done since.
    private var lastKey: ContinuousClock.Instant?
    /// The time of the last key or change in the talk.
    private var lastActivity = ContinuousClock.now
    /// A message for standard error after the terminal has been restored.
    private var closingMessage: Text?
    /// The reader's notebooks; nil if nothing is saved.
    private var notebooks: NotebookSession?
    /// The longest time between repetitions of a key held down: keyboards repeat about 30 times a second, and a
    /// network may delay one by as long again.
    private static let repeating = Duration.milliseconds(60)
    /// The milliseconds after which a key counts as released and everything is drawn.
    private static let pause = 80

    #if DEBUG
        /// For tests of crashes: the first key ends in a trap.
        var crashesOnFirstKey = false
    #endif

    /// A session of the user, or of a guest, who has bounds: for a guest nothing is read from the user's folders, and
    /// nothing is saved.
    init(_ graph: CaseGraph, language: LanguageChoice, look: DisplayOptions, within bounds: Bounds? = nil) {
        let look = bounds == nil ? look.asMeasured : look
        look.choose()
        state = State(graph, language: language, size: Size(columns: 80, rows: 24))
        state.today = .today
        state.usesMouse = look.usesMouse
        state.isForGuest = bounds != nil
        (self.look, self.bounds) = (look, bounds)
        notebooks = bounds == nil ? NotebookSession() : nil
    }

    /// What title steps say of the talk.
    mutating func tell(_ occasion: Occasion) {
        state.occasion = occasion
        state.hasHalfBlocks = !look.isASCII
    }

    /// Begins with a step of a tour instead of the panes; nil for the first, or where the last talk broke off.
    mutating func present(
        tour: Int, step: Int?, to audience: SeminarHost?, record: TalkRecord? = nil, resuming: Bool = false
    ) {
        state.present(tour: tour, step: step ?? 0)
        peer = audience
        audience?.enter(&state)
        self.record = record
        guard step == nil, let resumption = record?.resumption else { return }
        state.offer(resumption)
        if resuming { for effect in state.resumeTalk() where effect == .resumed { goOn() } }
    }

    /// Goes on with the clock of the talk that broke off.
    private mutating func goOn() {
        guard let brokenOff = record?.brokenOff else { return }
        let clock = TalkClock(
            elapsed: brokenOff.elapsed(at: LocalTime.now?.secondOfDay ?? 0), firstStep: brokenOff.firstStep,
            isRunning: brokenOff.second != nil, at: .now)
        (peer as? SeminarHost)?.goOn(clock)
        // From here on it is this talk's record, also if it ends before it moves.
        keepRecord()
    }

    /// Begins with the panes, and shows them to an audience, or with the choice of a tour. Where the talk is on a tour
    /// that is chosen later is kept in the record of that tour.
    mutating func explore(
        before audience: SeminarHost?, choosingTour isChoosing: Bool,
        record: @escaping (_ tour: Int) -> TalkRecord?
    ) {
        peer = audience
        audience?.enter(&state)
        recordOfTour = record
        if isChoosing { state.chooseTour() }
    }

    /// Begins the record of a tour that was chosen in the program, and offers to go on where it broke off.
    private mutating func beginRecord() {
        guard let recordOfTour, let tour = state.talk?.tour, tour != recordedTour else { return }
        record?.remove()
        (record, recordedTour) = (recordOfTour(tour), tour)
        if let resumption = record?.resumption { state.offer(resumption) }
    }

    /// Records the session's steps in a file.
    mutating func record(with recorder: Recorder) {
        self.recorder = recorder
    }

    /// Reads the case again on request and whenever its files change; nil for one without files of its own.
    ///
    /// A shared talk is held on the case with which it began, since the audience has that.
    mutating func reread(_ files: CaseRereader?) {
        guard peer == nil else {
            state.rereading.reasonNotTo = SessionNotices.sharedCase
            return
        }
        self.files = files
        state.rereading.allow(files)
    }

    /// Begins with a presenter's talk instead of the panes.
    mutating func follow(_ presenter: SeminarClient) {
        state.beginFollowing()
        peer = presenter
    }

    /// Runs until the user quits or a signal ends the session, which throws the exit status for the shell.
    mutating func run(startingAt entity: Entity? = nil, in view: ViewName = .browse) throws {
        let status: Int32
        var loss: Failure?
        var recorded: Result<Text?, any Error> = .success(nil)
        do {
            let options = Terminal.Options(
                colour: look.colour, isLinked: OperatingSystemCommand.keepsLinks(), writeTimeout: bounds?.idle
            )
            status = try Terminal.run(options) { terminal in
                try bounds?.sandbox()
                update(&state, size: terminal.size)
                terminal.useMouse(state.usesMouse)
                state.begin(at: entity, in: view)
                // An offer to resume a talk comes before remarks on the terminal.
                let surroundings = SessionNotices.surroundings(of: terminal)
                state.asides = [Configuration.current.remark, state.aside, surroundings].compactMap(\.self)
                notebooks?.open(for: &state)
                // A damaged notebook shows that the user is not new.
                if peer == nil, state.talk == nil, notebooks?.isUntroubled == true {
                    state.welcome(atItem: entity != nil)
                }
                // While signals are still held off: a hang-up comes twice, as an end of the input and as a signal, and
                // whoever presses Ctrl-C after the last key is not to lose a note, nor half of a recording's file.
                defer {
                    loss = closeNotebooks()
                    recorded = Result { try recorder.finish(at: .now) }
                }
                return try loop(on: terminal)
            }
        } catch let error as Failure {
            _ = loss?.report()
            throw error
        } catch let error as TerminalError {
            throw Failure(
                error.sentence(inChinese: CommandLanguage.current == .chinese, asGuest: bounds != nil),
                .wrongUsage)
        } catch let error as KioskError {
            throw Failure(error.description, .unavailable)
        }
        if status == 0 { record?.remove() }
        // Nobody can read a message on a closed terminal.
        let isRead = status != ExitStatus.hungUp
        if isRead {
            _ = loss?.report()
            tellOfTalkAndNotebooks()
        }
        if let message = try recorded.get() { closingMessage = message }
        if isRead, let closingMessage {
            StandardStream.error.write(state.language.localized(closingMessage) + "\n")
        }
        let exitStatus = status == 0 ? loss?.status.rawValue ?? 0 : status
        if exitStatus != 0 { throw ExitCode(exitStatus) }
    }

    /// Says on standard error what no file has: the questions of a talk, and where damaged notebooks are.
    private func tellOfTalkAndNotebooks() {
        if let questions = (peer as? SeminarHost)?.questionsToTell(in: state) {
            StandardStream.error.write(questions)
        }
        for sentence in notebooks?.setAside ?? [] {
            StandardStream.remark(state.language.localized(sentence))
        }
    }

    /// Saves what would be lost with the session; returns what could not be saved.
    private mutating func closeNotebooks() -> Failure? {
        do throws(Failure) {
            try notebooks?.close(with: state)
            return nil
        } catch {
            return error
        }
    }

    private mutating func loop(on terminal: Terminal) throws -> Int32 {
        let clipboard = Clipboard(mayRunPrograms: bounds == nil)
        var talk = state.talk
        var wasOver: Bool?
        lastActivity = .now
        draw(on: terminal)
        // Where a talk begins counts before the first key leaves it, which starts the clock.
        peer?.send(state, at: .now)
        while true {
            // All events are handled before drawing: on a slow line only the newest state matters, not every state
            // in between.
            let events = terminal.next(
                timeout: timeout, readers: (peer?.readers ?? []) + (files?.watch.readers ?? []),
                writers: peer?.writers ?? [])
            if events.isEmpty { state.refresh() }
            var needsDrawing = events.isEmpty
            for event in events {
                switch handle(event, with: clipboard, on: terminal) {
                case .none: break
                case .draw: needsDrawing = true
                case .end(let status): return status
                }
            }
            if try peer?.receive(into: &state, at: .now) == true { needsDrawing = true }
            if rereadIfChanged() { needsDrawing = true }
            // A presenter's case, or one read again, may have replaced the open one.
            notebooks?.open(for: &state)
            if talk != state.talk { (talk, lastActivity) = (state.talk, .now) }
            if let bounds, .now - lastActivity >= bounds.idle {
                closingMessage = SessionNotices.idle(minutes: Int((bounds.idle / .seconds(60)).rounded(.up)))
                return 0
            }
            beginRecord()
            if needsDrawing { draw(on: terminal) }
            if ringsWhenOver {
                let isOver = state.board?.isOver
                if isOver == true, wasOver == false { terminal.ring() }
                wasOver = isOver
            }
            peer?.send(state, at: .now)
            keepRecord()
        }
    }

    /// What an event leads to.
    private enum Reaction {
        case none, draw
        /// The session ends with this exit status.
        case end(Int32)
    }

    private mutating func handle(_ event: Terminal.Event, with clipboard: Clipboard, on terminal: Terminal)
        -> Reaction
    {
        switch event {
        case .key(let key):
            let now = ContinuousClock.now
            let isRepeating = lastKey.map { now - $0 < Self.repeating } ?? false
            (lastKey, lastActivity) = (now, now)
            #if DEBUG
                if crashesOnFirstKey { preconditionFailure("a crash, as was asked for") }
            #endif
            let effects = update(&state, key: key, isRepeating: isRepeating)
            if carryOut(effects, with: clipboard, on: terminal) { return .end(0) }
        case .mouse(let event):
            (lastKey, lastActivity) = (nil, .now)
            if carryOut(update(&state, mouse: event), with: clipboard, on: terminal) { return .end(0) }
        case .pasted(let text):
            (lastKey, lastActivity) = (nil, .now)
            update(&state, pasted: text)
        case .resized(let size): update(&state, size: size)
        case .resumed: break
        case .interrupted: return .end(ExitStatus.interrupted)
        case .terminated(let signal): return .end(ExitStatus.ended(by: signal))
        case .hungUp: return .end(ExitStatus.hungUp)
        case .readable, .writable: return .none
        }
        return .draw
    }

    /// Carries out what a key asks of the program; true if the session is over.
    private mutating func carryOut(_ effects: [Effect], with clipboard: Clipboard, on terminal: Terminal)
        -> Bool
    {
        for effect in effects {
            switch effect {
            case .quit: return true
            case .suspend:
                if bounds == nil { terminal.suspend() } else { state.notify(SessionNotices.noShell) }
            case .redraw: terminal.redraw()
            case .reread: reread()
            case .useMouse(let isUsed): terminal.useMouse(isUsed)
            case .order(let order):
                if peer?.carryOut(order, at: .now) != true { state.notify(State.notSteering) }
            case .resumed: goOn()
            case .record(let steps):
                state.notify(recorder.take(steps, at: .now, in: state.graph.case.manifest.languages))
            case .copy(let text): state.notify(clipboard.take(text, on: terminal).notice)
            case .keep(let changes): notebooks?.keep(changes, in: &state)
            case .rereadNotebook: notebooks?.reread(in: &state)
            }
        }
        return false
    }

    /// Reads the case again if its files have changed, as soon as nothing is open that this would close.
    private mutating func rereadIfChanged() -> Bool {
        files?.watch.receive(at: .now)
        guard state.canGoOnInAnotherCase, files?.watch.hasChanged(at: .now) == true else { return false }
        reread()
        return true
    }

    /// Keeps where the talk is, after its screens have been drawn.
    private mutating func keepRecord() {
        guard record != nil, let talk = state.talk, talk.tour != nil else { return }
        record?.keep(TalkRecord.Position(of: talk, clock: (peer as? SeminarHost)?.clock, at: .now))
    }

    private mutating func reread() {
        guard let outcome = files?.read() else { return }
        update(&state, rereading: outcome)
    }

    /// The milliseconds without work if no event comes.
    private var timeout: Int? {
        let pause = state.isSearching ? 0 : state.needsRefresh ? Self.pause : nil
        let due = peer?.due.map(Poll.milliseconds(until:))
        let idle = bounds.map { Poll.milliseconds(until: lastActivity + $0.idle) }
        let changed = state.canGoOnInAnotherCase ? files?.watch.due.map(Poll.milliseconds(until:)) : nil
        return [pause, due, idle, changed].compactMap(\.self).min()
    }

    private mutating func draw(on terminal: Terminal) {
        terminal.present(view(state).drawn(in: look.repertoire))
        // A record that was looked at for the first time may be damaged.
        guard state.remark == nil, let failure = state.graph.case.failure else { return }
        state.remark = failure
        terminal.present(view(state).drawn(in: look.repertoire))
    }
}
