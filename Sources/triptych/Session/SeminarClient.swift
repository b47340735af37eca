import CaseFiles
import CaseModel
import Explorer
import Seminar

/// The presenter whom one follows, from a seat in the audience or from the speaker's own second screen.
final class SeminarClient: SeminarPeer {
    private let follower: Follower
    private let role: Follower.Role
    /// Whether one waits for a place where the seminar is full.
    private let waitsForPlace: Bool

    /// Follows a seminar with the case that is open here.
    init(
        by route: Route, as role: Follower.Role, holding content: Case, waitingForPlace: Bool,
        at now: ContinuousClock.Instant
    ) {
        follower = Follower(route, as: role, digest: Pack.digest(of: content.withoutNotes), at: now)
        self.role = role
        waitsForPlace = waitingForPlace
    }

    var readers: [Int32] { follower.readers }
    var writers: [Int32] { follower.writers }

    var due: ContinuousClock.Instant? {
        // The speaker's clocks move on by the second.
        let tick = promptHeard.map { $0.nextTick }
        return [follower.due, tick].compactMap(\.self).min()
    }

    /// When the prompt came that is shown, and when its clocks move on.
    private var promptHeard:
        (prompt: SpeakerNotes, at: ContinuousClock.Instant, nextTick: ContinuousClock.Instant)?

    func hear(_ state: inout State, at now: ContinuousClock.Instant) throws(Failure) -> Bool {
        var hasChanged = follower.answer(at: now)
        switch follower.status {
        case .connecting: state.remark = Strings.connecting
        case .following: state.remark = nil
        case .caseDiffers:
            follower.fetchCase()
            return try hear(&state, at: now)
        case .fetchingCase(let received, let size):
            state.remark = Strings.fetching(received: received, of: size)
        case .caseFetched(let bytes): try open(bytes, in: &state)
        case .away(.full, _) where !waitsForPlace:
            throw Failure("\(DisconnectReason.full); come back when somebody has left", .unavailable)
        case .away(let absence, _): state.remark = Strings.away(absence)
        case .refused(let refusal): throw Failure("\(refusal)", .unavailable)
        }
        if case .following = follower.status, let place = follower.talkPlace {
            state.follow(
                TalkPosition(
                    place: place.place, tour: place.tour, step: place.step, revealed: place.revealed,
                    isBlank: place.isBlank))
        }
        switch role {
        case .audience: break
        case .speaker: hasChanged = showBoard(on: &state, at: now) || hasChanged
        }
        return hasChanged
    }

    func tell(of state: State, at now: ContinuousClock.Instant) {
        guard let talk = state.talk else { return }
        follower.raiseHand(at: talk.hand.map { state.graph.item($0).id.text })
        follower.wander(to: talk.isOnPath ? nil : state.landmark)
    }

    /// Opens the presenter's case in place of the one here; language and size stay.
    private func open(_ bytes: [UInt8], in state: inout State) throws(Failure) {
        let content: Case
        do {
            content = try Pack.open(bytes)
        } catch {
            throw Failure("the case that the presenter sent cannot be opened: \(error)", .unavailable)
        }
        state = State(CaseGraph(content), continuing: state)
        follower.holds(digest: Pack.digest(of: content))
        _ = try hear(&state, at: .now)
    }

    /// Brings the speaker's screen up to date, and says whether it has changed.
    private func showBoard(on state: inout State, at now: ContinuousClock.Instant) -> Bool {
        guard let prompt = follower.prompt else { return false }
        if promptHeard?.prompt != prompt {
            promptHeard = (prompt, now, now)
        }
        guard let heard = promptHeard else { return false }
        let since = Int((now - heard.at) / .seconds(1))
        promptHeard?.nextTick = heard.at + .seconds(since + 1)
        let attendance = follower.attendance
        let board = SpeakerBoard(
            notes: Text(prompt.notes), nextHeadline: prompt.nextHeadline.map(Text.init),
            pointsToCome: prompt.pointsToCome.map(Text.init), elapsed: prompt.elapsed + since,
            planned: prompt.planned, plannedUntilHere: prompt.plannedUntilHere, clock: .now,
            followers: attendance?.followers ?? 0, wanderers: attendance?.wanderers ?? 0,
            wandering: counts(attendance?.wandering), hands: counts(attendance?.hands))
        defer { state.board = board }
        return state.board != board
    }
}

/// Attendance as the speaker's screen shows it.
private func counts(_ heard: [Attendance.Count]?) -> [SpeakerBoard.Count] {
    heard?.map { SpeakerBoard.Count(at: $0.at, followers: $0.followers) } ?? []
}

/// What is said of the way to the presenter.
private enum Strings {
    static let connecting = Text(chinese: "正在连接讲解者……", english: "connecting to the presenter …")

    static func fetching(received: Int, of size: Int) -> Text {
        let percent = size > 0 ? received * 100 / size : 0
        return Text(chinese: "正在取讲解者的案例 \(percent)%", english: "fetching the presenter's case \(percent) %")
    }

    static func away(_ absence: DisconnectReason) -> Text {
        let chinese: String
        switch absence {
        case .notThere: chinese = "没有人以此名讲解"
        case .ended: chinese = "讲解者已结束讲解"
        case .lost: chinese = "与讲解者的连接断了"
        case .full: chinese = "跟随的人已满"
        case .foreign: chinese = "对方应答的不是讲解"
        case .unreachable(let sentence): chinese = "连接不上：\(sentence)"
        }
        return Text(
            chinese: chinese + "；可继续浏览，一有讲解就接上",
            english: "\(absence); browse on, it is tried again")
    }
}
