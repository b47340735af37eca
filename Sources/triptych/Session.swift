import ArgumentParser
import CaseModel
import Explorer
import Glibc
import Screen
import Terminal

/// The explorer on a terminal: one loop that waits, takes all that has come, and draws the newest state.
struct Session {
    /// How the screen may look.
    struct Look {
        /// Whether colours are wanted; nil leaves it to NO_COLOR and the terminal.
        var colour: Bool?
        /// Whether every character must be ASCII.
        var isASCII = false
    }

    private let clipboard = Clipboard()
    private var state: State
    private let look: Look
    private var company: (any Company)?
    /// Keys that follow each other this fast are one key held down: keyboards repeat about 30 times a second,
    /// and a network may hold one back for as long again.
    private static let repeating = Duration.milliseconds(60)
    /// How long, in milliseconds, a key must have been let go for everything to be drawn.
    private static let pause = 80

    #if DEBUG
        /// For the tests of the way out of a crash: the first key ends in a trap.
        var crashesOnFirstKey = false
    #endif

    init(graph: CaseGraph, language: LanguageChoice, look: Look = Look()) {
        state = State(graph, language: language, size: Size(columns: 80, rows: 24))
        state.today = .today
        self.look = look
    }

    /// Begins with a step of a tour instead of the panes, before an audience if there is one.
    mutating func present(tour: Int, step: Int, to audience: Audience?) {
        state.present(tour: tour, step: step)
        company = audience
    }

    /// Shows where a presenter's talk is instead of the panes.
    mutating func follow(_ presenter: Presenter) {
        state.beginFollowing()
        company = presenter
    }

    /// Runs until the user leaves or a signal ends it, which throws the exit status that the shell expects.
    mutating func run(startingAt position: Int? = nil, in view: ViewName = .browse) throws {
        let status: Int32
        do {
            status = try Terminal.run(Terminal.Options(colour: look.colour)) { terminal in
                update(&state, size: terminal.size)
                if position != nil || view != .browse { state.begin(at: position, in: view) }
                if terminal.localeFellBack { state.tell(Notices.localeFellBack) }
                return try loop(on: terminal)
            }
        } catch let error as TerminalError {
            throw Failure(error.description, .wrongUsage)
        }
        if status != 0 { throw ExitCode(status) }
    }

    private mutating func loop(on terminal: Terminal) throws -> Int32 {
        var lastKey: ContinuousClock.Instant?
        draw(on: terminal)
        while true {
            // Everything that has come is taken before anything is drawn: on a slow line the newest state is
            // what counts, not every state in between.
            let events = terminal.next(
                timeout: timeout, readers: company?.readers ?? [], writers: company?.writers ?? [])
            if events.isEmpty { state.settle() }
            var needsDrawing = events.isEmpty
            for event in events {
                switch event {
                case .key(let key):
                    let now = ContinuousClock.now
                    let isRepeating = lastKey.map { now - $0 < Self.repeating } ?? false
                    lastKey = now
                    #if DEBUG
                        if crashesOnFirstKey { preconditionFailure("a crash, as was asked for") }
                    #endif
                    for effect in update(&state, key: key, isRepeating: isRepeating) {
                        switch effect {
                        case .quit: return 0
                        case .suspend: terminal.suspend()
                        case .redraw: terminal.redraw()
                        case .copy(let text): state.tell(clipboard.take(text, on: terminal).told)
                        }
                    }
                case .resized(let size): update(&state, size: size)
                case .resumed: break
                case .interrupted: return 128 + SIGINT
                case .terminated(let signal): return 128 + signal
                case .hungUp: return 128 + SIGHUP
                case .readable, .writable: continue
                }
                needsDrawing = true
            }
            if try company?.hear(&state, at: .now) == true { needsDrawing = true }
            if needsDrawing { draw(on: terminal) }
            company?.tell(of: state, at: .now)
        }
    }

    /// For how many milliseconds there is nothing to do if nothing comes.
    private var timeout: Int? {
        let pause = state.isSettled ? nil : Self.pause
        let due = company?.due.map { max(0, Int((($0 - .now) / .milliseconds(1)).rounded(.up))) }
        return [pause, due].compactMap(\.self).min()
    }

    private func draw(on terminal: Terminal) {
        let grid = view(state, size: state.size)
        terminal.present(look.isASCII ? grid.asciified() : grid)
    }
}

/// What only the terminal can give reason to say.
private enum Notices {
    static let localeFellBack = Text(
        chinese: "区域设置不是 UTF-8，已改用 C.UTF-8",
        english: "the locale is not UTF-8; C.UTF-8 is used instead")
}
