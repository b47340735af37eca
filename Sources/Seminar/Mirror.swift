import CaseModel
import System

/// A seminar that repeats another one, for followers of its own: it follows there and presents here.
///
/// ```
///   presenter ── hub ──► Relay ═══ ssh ═══► Follower ─ Mirror ─ hub ──► followers of this machine
/// ```
///
/// Positions and the case go down as they are. Hands, questions and the number of followers stay here, where the
/// mirror's own user sees them on a speaker's screen, since a follower has one hand to raise.
package final class Mirror {
    /// The hub that repeats the seminar; nil while there is nothing to repeat.
    package private(set) var hub: SeminarHub?
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

    /// A mirror of the seminar at an address, under a name in a folder. It fetches the case unless it is this one.
    package init(
        of address: SeminarAddress, as name: SeminarName, in folder: SeminarFolder,
        holding sharedCase: SeminarHub.SharedCase, capacity: Int = SeminarHub.largestCapacity,
        at now: Instant
    ) {
        follower = Follower(address, digest: sharedCase.digest, at: now)
        (self.name, self.folder, self.sharedCase, self.capacity) = (name, folder, sharedCase, capacity)
    }

    deinit { close() }

    /// The descriptors to wait for until they can be read.
    package var readers: [Int32] { follower.readers + (hub.map { [$0.descriptor] } ?? []) }
    /// The descriptors to wait for until they can be written.
    package var writers: [Int32] { follower.writers }
    /// The time at which `answer` must be called even if no descriptor is ready; nil is never.
    package var due: Instant? {
        [follower.due, hub?.due, hub == nil ? nil : lost.map { $0 + Self.grace }].compactMap(\.self).min()
    }

    /// Repeats what has arrived, and serves the followers. To be called when a descriptor is ready or `due` has come.
    ///
    /// Throws if the seminar cannot be opened here, or the presenter refuses.
    package func answer(at now: Instant) throws {
        follower.answer(at: now)
        try pass(at: now)
        hub?.answer(at: now)
    }

    /// Ends the seminar here, which its followers are told.
    package func close() {
        hub?.close()
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
            // The followers here come back to a seminar on the other case.
            end(with: .lost)
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
            if reason == .ended { return end(with: .ended) }
            lost = lost ?? now
            endIfOverdue(at: now)
        case .refused(let reason):
            end(with: .lost)
            throw reason
        }
    }

    /// Takes over a case unopened: every follower checks it.
    private func hold(_ bytes: [UInt8], as welcome: Welcome) {
        sharedCase = SeminarHub.SharedCase(digest: welcome.digest, title: welcome.title, bytes: bytes)
        follower.holds(digest: welcome.digest)
    }

    private func open() throws(SeminarError) {
        hub = try SeminarHub(
            name: name, in: folder, showing: sharedCase, on: follower.welcome?.occasion ?? Occasion(),
            capacity: capacity)
    }

    private func endIfOverdue(at now: Instant) {
        if let lost, now - lost >= Self.grace { end(with: .lost) }
    }

    private func end(with reason: DisconnectReason) {
        hub?.close(hasEnded: reason == .ended)
        hub = nil
    }
}
