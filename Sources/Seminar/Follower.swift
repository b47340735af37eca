import CaseModel
import System

/// A follower of a seminar: it connects, greets, receives the talk's position, and reconnects by itself after a
/// loss.
///
/// It has one or two descriptors to wait for and sometimes a due time; `answer` must be called when any of these is
/// reached, and never blocks.
package final class Follower {
    /// The part of the talk that the follower receives.
    package enum Role: Sendable {
        /// The audience's part.
        case audience
        /// The part for the speaker's second screen.
        case speaker
        /// The audience's part, for followers of its own.
        case mirror

        fileprivate var greeting: FollowerMessage.Role {
            switch self {
            case .audience: .audience
            case .speaker: .speaker
            case .mirror: .mirror
            }
        }
    }

    /// The status of the connection.
    package enum Status: Equatable, Sendable {
        /// Not connected yet; over ssh this may take some time.
        case connecting
        /// Connected; `position` is up to date.
        case following
        /// The presenter's case differs from the one open here; `fetchCase` requests it.
        case caseDiffers
        /// The case is being received.
        case fetchingCase(received: Int, size: Int)
        /// The packed case has arrived; the caller confirms it with `holds`.
        case caseFetched([UInt8])
        /// The presenter is not there after some attempts; the next one is at `due`.
        case away(DisconnectReason, attempts: Int)
        /// Refused; there are no further attempts.
        case refused(RejectReason)
    }

    /// The default limit in bytes for sending and fetching a case.
    package static let largestCase = 32 << 20

    /// The pauses before attempts to reconnect; the last one is repeated. On this machine an attempt costs one call of
    /// the system, over ssh a process and a login.
    static func pauses(to address: SeminarAddress) -> [Duration] {
        let first: [Duration] = [.milliseconds(250), .milliseconds(500), .seconds(1), .seconds(2)]
        switch address {
        case .local: return first
        case .remote: return first + [.seconds(5), .seconds(10), .seconds(20)]
        }
    }

    package private(set) var status = Status.connecting {
        didSet { hasChanged = true }
    }
    /// The presenter's greeting; kept while disconnected.
    package private(set) var welcome: Welcome?
    /// The last known position of the talk.
    package private(set) var position: TalkPosition?
    /// The number of `position` among the presenter's positions, from 1; 0 before the first.
    package private(set) var sequence = 0
    /// The notes for the speaker's screen; nil in the audience.
    package private(set) var notes: SpeakerNotes?
    /// The attendance for the speaker's screen; nil in the audience.
    package private(set) var attendance: Attendance?

    private let address: SeminarAddress
    private let role: Role
    private let caseLimit: Int
    private var digest: String
    private var wandering: String?
    private var hand: RaisedHand?
    /// A hand that was taken back while there was no connection, which the presenter is to be told.
    private var takenBack: RaisedHand?
    private var report = MirrorReport()
    private var lowered: [LoweredHand] = []
    /// The serial number of the own hand that was lowered last; 0 before the first.
    package private(set) var loweredHand = 0

    private var link: Link?
    /// True if the presenter has answered on this connection.
    private var isGreeted = false
    /// The address of a seminar on this machine, if it has been sealed.
    private var sealedAddress: SealedAddress?
    private var outbox = LatestMessages<FollowerMessage>()
    private var caseBytes: [UInt8] = []
    private var attempts = 0
    /// How a seminar has ended, until the next one: that nobody is there is to be expected.
    private var ending: DisconnectReason?
    /// True if any property has changed since the last `answer`.
    private var hasChanged = false
    private var nextAttempt: Instant?

    /// A follower that has the case of this digest open, and connects at the first `answer`.
    package init(
        _ address: SeminarAddress, as role: Role = .audience, digest: String,
        largestCase: Int = Follower.largestCase,
        at now: Instant
    ) {
        (self.address, self.role, self.digest, caseLimit) = (address, role, digest, largestCase)
        nextAttempt = now
    }

    deinit { leave() }

    /// The descriptors to wait for until they can be read.
    package var readers: [Int32] { link?.readers ?? [] }
    /// The descriptors to wait for until they can be written.
    package var writers: [Int32] { link?.writers ?? [] }
    /// The time at which `answer` must be called even if no descriptor is ready; nil is never.
    package var due: Instant? { link == nil ? nextAttempt : nil }

    /// Sends and receives as far as possible. To be called when a descriptor is ready or `due` has come; a call at
    /// any other time is harmless.
    ///
    /// Returns true if a property has changed. Of several positions received only the newest is kept.
    @discardableResult
    package func answer(at now: Instant) -> Bool {
        defer { hasChanged = false }
        if link == nil, let nextAttempt, nextAttempt <= now { connect(at: now) }
        if link != nil {
            do throws(LinkFailure) {
                for message in try link?.receive() ?? [] { try take(message) }
                link?.send(outbox)
            } catch {
                lose(error, at: now)
            }
        }
        return hasChanged
    }

    /// Reports the place of the follower off the path, in at most 1 KiB; nil is back on the path.
    package func wander(to place: String?) {
        guard place != wandering, role == .audience else { return }
        wandering = place
        send(.wandering(place))
    }

    /// Raises a hand, or lowers it with nil; one that was lowered from the other side is not raised again.
    package func raise(_ hand: RaisedHand?) {
        guard hand != self.hand, role == .audience, hand.map({ $0.serial > loweredHand }) != false else {
            return
        }
        if !isGreeted, takenBack == nil { takenBack = self.hand }
        self.hand = hand
        send(.hand(hand))
    }

    /// Reports the followers of a mirror.
    func tell(_ report: MirrorReport) {
        guard report != self.report, role == .mirror else { return }
        self.report = report
        send(.mirrored(report))
    }

    /// The hands that were lowered from the other side since the last call, for a mirror.
    func takeLoweredHands() -> [LoweredHand] {
        defer { lowered = [] }
        return lowered
    }

    /// Gives the presenter's program an order, as the speaker's screen; false if there is no connection.
    package func give(_ order: SpeakerOrder) -> Bool {
        guard role == .speaker, link != nil, status == .following else { return false }
        outbox.append(.order(order), keeping: Limits.orders)
        link?.send(outbox)
        return true
    }

    /// Requests the presenter's case.
    package func fetchCase() {
        guard case .caseDiffers = status, let welcome else { return }
        guard welcome.caseSize > 0 else { return refuse(.caseWithheld) }
        guard welcome.caseSize <= caseLimit else { return refuse(.caseTooLarge(welcome.caseSize)) }
        caseBytes = []
        status = .fetchingCase(received: 0, size: welcome.caseSize)
        send(.caseWanted)
    }

    /// States the case that is open here now. A fetched one that differs from the presenter's is refused.
    package func holds(digest: String) {
        self.digest = digest
        if case .caseFetched = status, digest != welcome?.digest { return refuse(.caseDamaged) }
        compareCases()
    }

    /// Connects from now on to a sealed address, which is returned, for a process that may connect to no other; nil
    /// for a seminar on another machine.
    package func sealAddress() throws(SeminarError) -> SealedAddress? {
        guard case .local(let name, let folder) = address else { return nil }
        let path = try folder.socket(of: name)
        do throws(SystemError) { sealedAddress = try SealedAddress(of: path) } catch { throw .failed(error) }
        return sealedAddress
    }

    /// Ends the connection, and ssh with it, without reconnecting.
    package func leave() {
        link?.close()
        link = nil
        nextAttempt = nil
    }
}

// Connecting and disconnecting.
extension Follower {
    private func connect(at now: Instant) {
        do throws(LinkFailure) {
            link = try Link(
                address, sealed: sealedAddress, asSpeaker: role == .speaker,
                mayAsk: welcome == nil && attempts == 0)
            (status, isGreeted) = (.connecting, false)
            // A new connection knows nothing of earlier messages.
            outbox = LatestMessages()
            outbox.post(.hello(role.greeting, digest: digest))
            if wandering != nil { outbox.post(.wandering(wandering)) }
            // The question of a lost follower stays open: it is asked again, to be taken back.
            for hand in takenBack.map({ [$0, hand] }) ?? (hand == nil ? [] : [hand]) {
                outbox.append(.hand(hand), keeping: 2)
            }
            if report != MirrorReport() { outbox.post(.mirrored(report)) }
            link?.send(outbox)
        } catch {
            lose(error, at: now)
        }
    }

    private func lose(_ failure: LinkFailure, at now: Instant) {
        link?.close()
        (link, isGreeted) = (nil, false)
        switch failure.outcome {
        case .refused(let refusal): refuse(refusal)
        case .absent(let absence):
            // A returning presenter may be another one.
            let pauses = Self.pauses(to: address)
            nextAttempt = now + pauses[min(attempts, pauses.count - 1)]
            attempts += 1
            if absence == .ended || absence == .mirrorEnded { ending = absence }
            status = .away(absence == .notThere ? ending ?? absence : absence, attempts: attempts)
        }
    }

    private func refuse(_ refusal: RejectReason) {
        leave()
        status = .refused(refusal)
    }

    private func send(_ message: FollowerMessage) {
        guard link != nil else { return }
        outbox.post(message)
        link?.send(outbox)
    }
}

// Receiving.
extension Follower {
    private func take(_ message: SpeakerMessage) throws(LinkFailure) {
        hasChanged = true
        switch message {
        case .talk(let message): try take(message)
        case .notes(let notes): self.notes = notes
        case .attendance(let attendance): self.attendance = attendance
        }
    }

    private func take(_ message: AudienceMessage) throws(LinkFailure) {
        switch message {
        case .welcome(let welcome):
            self.welcome = welcome
            (attempts, isGreeted, takenBack, ending) = (0, true, nil, nil)
            compareCases()
        case .here(let sequence, let position): (self.sequence, self.position) = (sequence, position)
        case .casePart(let part): try take(part)
        case .handLowered(let down):
            if role == .mirror { lowered.append(down) }
            guard down.serial == hand?.serial else { return }
            (hand, loweredHand) = (nil, down.serial)
            // A reconnection must not raise it again.
            if link != nil { outbox.post(.hand(nil)) }
        case .refused(let refusal):
            switch refusal {
            case .full: throw LinkFailure(absence: .full)
            case .tooBusy: throw LinkFailure(absence: .lost)
            case .notTheSpeaker, .otherVersion, .caseTooLarge, .caseWithheld, .caseDamaged:
                throw LinkFailure(refusal: refusal)
            }
        case .ended: throw LinkFailure(absence: .ended)
        case .mirrorEnded: throw LinkFailure(absence: .mirrorEnded)
        case .notThere: throw LinkFailure(absence: .notThere)
        case .denied: throw LinkFailure(absence: .denied)
        }
    }

    private func take(_ part: CasePart) throws(LinkFailure) {
        guard case .fetchingCase(_, let size) = status, part.offset == caseBytes.count,
            !part.bytes.isEmpty, part.bytes.count <= size - caseBytes.count
        else { throw LinkFailure(absence: .lost) }
        caseBytes += part.bytes
        status = .fetchingCase(received: caseBytes.count, size: size)
        guard caseBytes.count == size else { return }
        status = .caseFetched(caseBytes)
        caseBytes = []
    }

    private func compareCases() {
        guard link != nil, let welcome else { return }
        status = welcome.digest == digest ? .following : .caseDiffers
    }
}
