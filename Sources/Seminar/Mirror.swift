import CaseModel
import System

/// A seminar that repeats another one, for followers of its own: it follows there and presents here.
///
/// ```
///   presenter ── hub ──► Relay ═══ ssh ═══► Follower ─ Mirror ─ hub ──► followers of this machine
/// ```
///
/// Positions and the case go down as they are. Hands, questions and the number of followers go up, so that the
/// presenter has one audience, however many mirrors it sits behind. The mirror's own user sees those of this room on a
/// speaker's screen, and can lower and answer them, but moves nothing.
package final class Mirror {
    /// The hub that repeats the seminar; nil while there is nothing to repeat.
    package private(set) var hub: SeminarHub?
    /// The minute of the day, with which hands are noted.
    package var minute = 0
    /// The connection to the presenter.
    package var status: Follower.Status { follower.status }

    /// The time that a lost connection has to come back before the followers here are told.
    static let grace = Duration.seconds(5)

    private let follower: Follower
    private let name: SeminarName
    private let folder: SeminarFolder
    private let capacity: Int
    /// The case to give out, which is the presenter's while following.
    private var sharedCase: SeminarHub.SharedCase
    private var lost: Instant?
    /// The places of a case that was fetched, which is not opened here.
    private let places: ([UInt8]) -> Set<String>
    private var nextReport: Instant?
    private var told = MirrorReport()
    /// The hands and questions of this room while its seminar is interrupted.
    private var hands = HandList()

    /// A mirror of the seminar at an address, under a name in a folder. It fetches the case unless it is this one, and
    /// learns with `places` at what followers can be in it.
    package init(
        of address: SeminarAddress, as name: SeminarName, in folder: SeminarFolder,
        holding sharedCase: SeminarHub.SharedCase, capacity: Int = SeminarHub.largestCapacity,
        places: @escaping ([UInt8]) -> Set<String> = { _ in [] }, at now: Instant
    ) {
        follower = Follower(address, as: .mirror, digest: sharedCase.digest, at: now)
        self.places = places
        (self.name, self.folder, self.sharedCase, self.capacity) = (name, folder, sharedCase, capacity)
    }

    deinit { close() }

    /// The descriptors to wait for until they can be read.
    package var readers: [Int32] { follower.readers + (hub.map { [$0.descriptor] } ?? []) }
    /// The descriptors to wait for until they can be written.
    package var writers: [Int32] { follower.writers }
    /// The time at which `answer` must be called even if no descriptor is ready; nil is never.
    package var due: Instant? {
        let overdue = hub == nil ? nil : lost.map { $0 + Self.grace }
        return [follower.due, hub?.due, overdue, hasNews ? nextReport : nil].compactMap(\.self).min()
    }

    /// Repeats what has arrived, and serves the followers. To be called when a descriptor is ready or `due` has come.
    ///
    /// Throws if the seminar cannot be opened here, or the presenter refuses.
    package func answer(at now: Instant) throws {
        follower.answer(at: now)
        try pass(at: now)
        hub?.minute = minute
        hub?.answer(at: now)
        obey()
        tell(at: now)
    }

    /// Carries out what concerns the hands of this room, for the mirror's own user and for the speaker over there.
    private func obey() {
        for order in hub?.takeOrders() ?? [] {
            switch order {
            case .answer(let number): hub?.answer(hand: number)
            case .lowerHands: hub?.lowerHands()
            case .next, .previous, .blank, .goTo, .toggleClock, .resetClock: break
            }
        }
        for hand in follower.takeLoweredHands() {
            if hand.isAnswered { hub?.answer(hand: hand.serial) } else { hub?.lower(hand: hand.serial) }
        }
    }

    /// True if the presenter has not been told of the followers as they are.
    private var hasNews: Bool { follower.status == .following && hub.map { $0.report != told } == true }

    /// Tells the presenter of the followers, now and then.
    private func tell(at now: Instant) {
        guard hasNews, nextReport.map({ $0 <= now }) != false, let report = hub?.report else { return }
        nextReport = now + Limits.reportInterval
        told = report
        follower.tell(report)
    }

    /// Ends the seminar here, which its followers are told.
    package func close() {
        hub?.close(sending: .mirrorEnded)
        hub = nil
        follower.leave()
    }

    private func pass(at now: Instant) throws {
        switch follower.status {
        case .following:
            lost = nil
            guard let position = follower.position else { return }
            if hub == nil { try open() }
            hub?.show(position)
        case .caseDiffers:
            // The followers here come back to a seminar on the other case, which nobody has asked about.
            end(with: .lost)
            forget()
            guard let welcome = follower.welcome else { return }
            guard welcome.caseSize > 0 else { return hold([], as: welcome) }
            follower.fetchCase()
            try pass(at: now)
        case .caseFetched(let bytes):
            guard let welcome = follower.welcome else { return }
            hold(bytes, as: welcome)
            try pass(at: now)
        case .connecting, .fetchingCase: endIfOverdue(at: now)
        case .away(let reason, _):
            if reason == .ended || reason == .mirrorEnded {
                end(with: reason)
                return forget()
            }
            lost = lost ?? now
            endIfOverdue(at: now)
        case .refused(let reason):
            end(with: .lost)
            throw reason
        }
    }

    /// Takes over a case unopened: every follower checks it.
    private func hold(_ bytes: [UInt8], as welcome: Welcome) {
        sharedCase = SeminarHub.SharedCase(
            digest: welcome.digest, title: welcome.title, bytes: bytes, places: places(bytes))
        follower.holds(digest: welcome.digest)
    }

    private func open() throws(SeminarError) {
        hub = try SeminarHub(
            name: name, in: folder, showing: sharedCase, on: follower.welcome?.occasion ?? Occasion(),
            capacity: capacity, presenter: CurrentProcess.user, with: hands)
        hub?.show(SpeakerNotes(takesMoves: false))
    }

    private func endIfOverdue(at now: Instant) {
        if let lost, now - lost >= Self.grace { end(with: .lost) }
    }

    private func end(with reason: DisconnectReason) {
        guard let hub else { return }
        hub.close(sending: reason == .ended ? .ended : reason == .mirrorEnded ? .mirrorEnded : nil)
        // Whoever comes back finds the question, and may take it back.
        hands = hub.handsAdrift
        self.hub = nil
    }

    private func forget() {
        hands = HandList()
        told = MirrorReport()
        follower.tell(told)
    }
}
