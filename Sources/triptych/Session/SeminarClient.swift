import CaseFiles
import CaseModel
import Explorer
import Seminar
import System

/// The connection to a presenter, for the audience or the speaker's own second screen.
final class SeminarClient: SeminarPeer {
    private let follower: Follower
    private let role: Follower.Role
    /// True while waiting for a place in a full seminar.
    private let waitsForPlace: Bool
    /// The digest of the case with which the program was started.
    private let ownDigest: String
    /// That case, from the time at which the presenter's has taken its place.
    private var ownCase: CaseGraph?
    /// True while another case waits for the end of what is being typed.
    private var isCaseWaiting = false
    /// True from the end of what was being typed until that case has taken the place of this one.
    private var isCaseDue = false
    /// The position that the state shows, or keeps for the return to the path.
    private var shown: TalkPosition?
    /// The newest notes, the time of their arrival, and the time at which their clocks advance.
    private var notes:
        (received: SpeakerNotes, at: ContinuousClock.Instant, nextTick: ContinuousClock.Instant)?

    /// Follows a seminar with the open case.
    init(
        at address: SeminarAddress, as role: Follower.Role, holding content: Case, waitingForPlace: Bool,
        now: ContinuousClock.Instant
    ) {
        ownDigest = Pack.digest(of: content.withoutNotes)
        follower = Follower(address, as: role, digest: ownDigest, at: now)
        self.role = role
        waitsForPlace = waitingForPlace
    }

    /// Seals the address of the seminar, for a kiosk; nil for one on another machine.
    func sealAddress() throws(Failure) -> SealedAddress? {
        do throws(SeminarError) { return try follower.sealAddress() } catch { throw Failure(error) }
    }

    var readers: [Int32] { follower.readers }
    var writers: [Int32] { follower.writers }

    var due: ContinuousClock.Instant? {
        isCaseDue ? .now : [follower.due, notes?.nextTick].compactMap(\.self).min()
    }

    func receive(into state: inout State, at now: ContinuousClock.Instant) throws(Failure) -> Bool {
        let hasNews = follower.answer(at: now)
        let hasChanged = hasNews || (isCaseWaiting && state.canGoOnInPresentersCase)
        if hasChanged {
            try show(on: &state, at: now)
            state.handWasLowered(serial: follower.loweredHand)
        }
        switch role {
        case .audience, .mirror: return hasChanged
        case .speaker:
            guard hasChanged || notes.map({ $0.nextTick <= now }) == true else { return false }
            return showBoard(on: &state, at: now) || hasChanged
        }
    }

    func carryOut(_ order: SpeakerOrder, at now: ContinuousClock.Instant) -> Bool { follower.give(order) }

    func send(_ state: State, at now: ContinuousClock.Instant) {
        isCaseDue = isCaseWaiting && state.canGoOnInPresentersCase
        guard let talk = state.talk else { return }
        follower.raise(talk.hand)
        follower.wander(to: talk.isOnPath ? nil : state.attendanceKey)
    }

    /// Shows the status of the connection, and a new position.
    private func show(on state: inout State, at now: ContinuousClock.Instant) throws(Failure) {
        isCaseWaiting = false
        state.remark = follower.status.remark(for: role)
        if let welcome = follower.welcome, welcome.occasion != state.occasion {
            state.occasion = welcome.occasion
            state.refresh()
        }
        switch follower.status {
        case .connecting, .fetchingCase: break
        case .following:
            guard let position = follower.position, position != shown else { return }
            shown = position
            state.follow(position)
        case .caseDiffers:
            if let ownCase, follower.welcome?.digest == ownDigest {
                guard mayReplaceCase(in: &state) else { return }
                try replaceCase(in: &state, by: ownCase, ownDigest, at: now)
            } else {
                follower.fetchCase()
                try show(on: &state, at: now)
            }
        case .caseFetched(let bytes):
            guard mayReplaceCase(in: &state) else { return }
            try open(bytes, in: &state, at: now)
        case .away(.full, _) where !waitsForPlace:
            throw Failure(state.language.localized(DisconnectReason.fullForNow), .unavailable)
        case .away: break
        case .refused(let reason):
            let sentence = waitsForPlace ? reason.sentence : reason.sentenceForGuests
            throw Failure(state.language.localized(sentence), .unavailable)
        }
    }

    /// Opens the presenter's case in place of the present one, with the same language and size.
    private func open(
        _ bytes: [UInt8], in state: inout State, at now: ContinuousClock.Instant
    ) throws(Failure) {
        let content: Case
        do {
            content = try Pack.verified(bytes)
        } catch {
            throw Failure(
                state.language.localized(
                    Text(
                        chinese: "讲解者送来的案例打不开：\(error)",
                        english: "the case that the presenter sent cannot be opened: \(error)")), .unavailable
            )
        }
        if !state.isFromPresenter { ownCase = state.graph }
        try replaceCase(in: &state, by: CaseGraph(content), Pack.digest(of: bytes), at: now)
        if state.isFromPresenter {
            state.notify(waitsForPlace ? Strings.presentersCase : Strings.presentersCaseForGuests)
        }
    }

    /// Goes on in another case, the presenter's or again the one of this program.
    private func replaceCase(
        in state: inout State, by graph: CaseGraph, _ digest: String, at now: ContinuousClock.Instant
    ) throws(Failure) {
        state = State(graph, continuing: state)
        state.isFromPresenter = digest != ownDigest
        shown = nil
        follower.holds(digest: digest)
        try show(on: &state, at: now)
    }

    /// False, with a remark, while something is being typed that the change would close: the keys after it would be
    /// commands.
    private func mayReplaceCase(in state: inout State) -> Bool {
        guard !state.canGoOnInPresentersCase else { return true }
        isCaseWaiting = true
        state.remark = Strings.caseWaits
        return false
    }

    /// Updates the speaker's screen; returns true if it has changed.
    private func showBoard(on state: inout State, at now: ContinuousClock.Instant) -> Bool {
        // Before the presenter is there, it is the speaker's screen all the same.
        let newest = follower.notes ?? SpeakerNotes()
        let (received, at) =
            notes.flatMap { $0.received == newest ? ($0.received, $0.at) : nil } ?? (newest, now)
        let since = Int((now - at) / .seconds(1))
        let clock = SpeakerBoard.Clock.now
        // While the talk's clock stands still, only the time of day goes on, minute by minute.
        let tick =
            received.clock.isRunning
            ? at + .seconds(since + 1) : now + .seconds(60 - (LocalTime.now?.second ?? 0))
        notes = (received, at, nextTick: tick)
        let board = SpeakerBoard(
            notes: received, attendance: follower.attendance ?? Attendance(),
            timer: received.clock.later(by: since), clock: clock, isConnected: follower.status == .following)
        defer { state.board = board }
        return state.board != board
    }
}

/// The notices of a follower.
private enum Strings {
    static let presentersCase = Text(
        chinese: "这是讲解者送来的案例，与本机的不同；在此所记另行保存",
        english: "this is the presenter's case, not the one here; notes on it are kept apart")
    static let caseWaits = Text(
        chinese: "讲解者的案例已到；写完或按 Esc 后打开",
        english: "the presenter's case is here; it opens after what you are typing")
    static let presentersCaseForGuests = Text(
        chinese: "这是讲解者送来的案例", english: "this is the presenter's own case")
}
