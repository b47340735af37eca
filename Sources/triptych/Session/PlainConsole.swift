import CaseFiles
import CaseModel
import Explorer
import Kiosk
import Seminar
import System
import Terminal
import TextLayout

/// The explorer line by line, on standard input and output, which may be pipes.
///
/// Nothing is drawn and nothing is sent but text: no escape sequence, no colour. The loop waits for a line or for the
/// presenter of a talk, and says what has changed.
struct PlainConsole {
    private var session: PlainSession
    private let presenter: SeminarClient?
    private let bounds: Session.Bounds?
    private var files: CaseRereader?
    private var notebooks: NotebookSession?
    /// The bytes read since the last line.
    private var unread: [UInt8] = []
    /// True where typed lines are not shown by a terminal, so that the output repeats them.
    private let echoes = !FileDescriptor.standardInput.isTerminal

    /// The longest line; more of it is dropped.
    private static let longestLine = 64 * 1024

    /// A console for an explorer; a guest's has bounds, and keeps nothing.
    init(
        _ state: State, options: PlainOptions, following presenter: SeminarClient? = nil,
        rereading files: CaseRereader? = nil, within bounds: Session.Bounds? = nil
    ) {
        var state = state
        state.today = .today
        state.isForGuest = bounds != nil
        let notebooks = bounds == nil ? NotebookSession() : nil
        state.rereading.allow(files)
        session = PlainSession(state, columns: options.columns, lines: options.linesAtATime)
        (self.presenter, self.bounds, self.files, self.notebooks) = (presenter, bounds, files, notebooks)
    }

    /// Runs until the reader quits or the input ends.
    mutating func run() throws {
        let editing = LineEditing.ofWholeCharacters()
        defer { editing?.restore() }
        do {
            try bounds?.sandbox()
        } catch {
            throw Failure(error.description, .unavailable)
        }
        notebooks?.open(for: &session.state)
        write(session.begin())
        try loop()
        do throws(Failure) {
            try notebooks?.close(with: session.state)
        } catch {
            throw error.report()
        }
    }

    private mutating func loop() throws {
        var lastActivity = ContinuousClock.now
        ask()
        while true {
            let input = FileDescriptor.standardInput
            let ready = Poll.wait(
                readers: [input.number] + (presenter?.readers ?? []), writers: presenter?.writers ?? [],
                milliseconds: timeout(since: lastActivity))
            let absence = session.state.remark
            if try presenter?.receive(into: &session.state, at: .now) == true {
                session.keepSaying(absence)
                notebooks?.open(for: &session.state)
                let text = session.announcement()
                if !text.isEmpty {
                    lastActivity = .now
                    write("\n" + text)
                    ask()
                }
            }
            if ready.readers.contains(input.number) {
                let bytes = try input.read(atMost: 4096)
                lastActivity = .now
                if bytes.isEmpty {
                    // A last line without its end is a line too.
                    if !unread.isEmpty, take(line()) { return }
                    return write("\n")
                }
                unread += bytes
                while let end = unread.firstIndex(of: UInt8(ascii: "\n")) {
                    let line = line(to: end)
                    unread.removeSubrange(...end)
                    if take(line) { return }
                    ask()
                }
                if unread.count > Self.longestLine { unread.removeSubrange(Self.longestLine...) }
            }
            if let bounds, .now - lastActivity >= bounds.idle { return write("\n") }
            presenter?.send(session.state, at: .now)
        }
    }

    /// The first line of what was read, up to a byte, without the carriage return of other systems.
    private func line(to end: Int? = nil) -> String {
        var bytes = unread[..<(end ?? unread.count)]
        if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self).safeToShow
    }

    /// Carries out a line and says what has changed; true at the end.
    private mutating func take(_ line: String) -> Bool {
        if echoes { write(line + "\n") }
        for effect in session.take(line) {
            switch effect {
            case .quit: return true
            case .keep(let changes): notebooks?.keep(changes, in: &session.state)
            case .rereadNotebook: notebooks?.reread(in: &session.state)
            case .reread:
                if let outcome = files?.read() { update(&session.state, rereading: outcome) }
            // The text itself is printed; there is neither a screen nor a clipboard, and nothing is recorded.
            case .copy, .suspend, .redraw, .record, .useMouse, .order, .resumed: break
            }
        }
        write(session.announcement())
        return false
    }

    private func ask() { write(session.prompt) }

    private func write(_ text: String) {
        if !text.isEmpty { StandardStream.output.write(text) }
    }

    /// The milliseconds without work if nothing is typed.
    private func timeout(since lastActivity: ContinuousClock.Instant) -> Int? {
        let due = [presenter?.due, bounds.map { lastActivity + $0.idle }].compactMap(\.self).min()
        return due.map(Poll.milliseconds(until:))
    }
}

extension PlainSession {
    /// Lets an absence of the presenter stand while a connection is tried again: an attempt is no news until it leads
    /// somewhere.
    mutating func keepSaying(_ absence: Text?) {
        guard let absence, state.remark == Follower.Status.connecting.remark(for: .audience) else { return }
        state.remark = absence
    }
}
