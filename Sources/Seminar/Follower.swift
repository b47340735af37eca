import CaseModel

/// A follower's end of a seminar: it connects, greets, receives the talk's position, and reconnects by itself after
/// the presenter was gone.
///
/// It has one or two descriptors to wait for and sometimes a time that is due; `answer` is called whenever one of
/// them has come, and never waits.
package final class Follower {
    /// What the follower sees of the talk.
    package enum Role: Sendable {
        /// In the audience.
        case audience
        /// On the speaker's own second screen.
        case speaker
    }

    /// How things stand with the presenter.
    package enum Status: Equatable, Sendable {
        /// Not connected yet; over ssh that may take its time.
        case connecting
        /// `position` is where the talk is.
        case following
        /// The presenter shows another case than is open here: `fetchCase` asks for it.
        case caseDiffers
        /// So many bytes of the case have come.
        case fetchingCase(received: Int, size: Int)
        /// The packed case has come; say by `holds` what was in it.
        case caseFetched([UInt8])
        /// The presenter is not there after so many attempts; the next is at `due`.
        case away(DisconnectReason, attempts: Int)
        /// It is not tried again.
        case refused(RejectReason)
    }

    /// The bytes of a case that are given out and fetched, unless another limit is set.
    package static let largestCase = 32 << 20

    /// The pause before each attempt to reconnect; the last one is repeated.
    static let pauses: [Duration] = [
        .milliseconds(250), .milliseconds(500), .seconds(1), .seconds(2), .seconds(5), .seconds(10),
        .seconds(20),
    ]

    /// How things stand.
    package private(set) var status = Status.connecting {
        didSet { hasChanged = true }
    }
    /// What the presenter shows; kept while the presenter is away.
    package private(set) var welcome: Welcome?
    /// Where the talk is, or was last.
    package private(set) var position: TalkPosition?
    /// The number of `position` among those that the presenter has shown, from 1; 0 before there is one.
    package private(set) var sequence = 0
    /// What the speaker's screen shows; nil in the audience.
    package private(set) var notes: SpeakerNotes?
    /// Who is there, as the speaker's screen shows it; nil in the audience.
    package private(set) var attendance: Attendance?

    private let address: SeminarAddress
    private let role: Role
    private let caseLimit: Int
    private var digest: String
    private var wandering: String?
    private var hand: String?

    private var link: Link?
    private var outbox = LatestMessages<FollowerMessage>()
    private var caseBytes: [UInt8] = []
    private var attempts = 0
    /// True if something that can be asked for has changed since the last `answer`.
    private var hasChanged = false
    private var nextAttempt: Instant?

    /// A follower who has the case of this digest, and who connects at the first `answer`.
    package init(
        _ address: SeminarAddress, as role: Role = .audience, digest: String,
        largestCase: Int = Follower.largestCase,
        at now: Instant
    ) {
        (self.address, self.role, self.digest, caseLimit) = (address, role, digest, largestCase)
        nextAttempt = now
    }

    deinit { leave() }

    /// The descriptors to be waited for until they can be read.
    package var readers: [Int32] { link?.readers ?? [] }
    /// The descriptors to be waited for until they can be written.
    package var writers: [Int32] { link?.writers ?? [] }
    /// When `answer` is to be called even though no descriptor is ready; nil waits for ever.
    package var due: Instant? { link == nil ? nextAttempt : nil }

    /// Sends and receives what has become possible. To be called when a descriptor is ready or `due` has come; at other
    /// times it does no harm.
    ///
    /// Returns true if a property has changed. Of all positions that have come only the newest is kept.
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

    /// Says where the follower has wandered, in at most 1 KiB; nil is back on the path.
    package func wander(to place: String?) {
        guard place != wandering, role == .audience else { return }
        wandering = place
        send(.wandering(place))
    }

    /// Raises a hand at an item, by its id; nil lowers it.
    package func raiseHand(at item: String?) {
        guard item != hand, role == .audience else { return }
        hand = item
        send(.hand(item))
    }

    /// Asks for the presenter's case, which is another.
    package func fetchCase() {
        guard case .caseDiffers = status, let welcome else { return }
        guard welcome.caseSize > 0 else { return refuse(.caseWithheld) }
        guard welcome.caseSize <= caseLimit else { return refuse(.caseTooLarge(welcome.caseSize)) }
        caseBytes = []
        status = .fetchingCase(received: 0, size: welcome.caseSize)
        send(.caseWanted)
    }

    /// Says which case is open here now. One that was fetched and is not the presenter's is refused.
    package func holds(digest: String) {
        self.digest = digest
        if case .caseFetched = status, digest != welcome?.digest { return refuse(.caseDamaged) }
        compareCases()
    }

    /// Ends the connection, and ssh with it; the follower does not come back by itself.
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
            link = try Link(address, asSpeaker: role == .speaker, mayAsk: welcome == nil && attempts == 0)
            status = .connecting
            // Whoever answers knows nothing of an earlier connection.
            outbox = LatestMessages()
            outbox.post(.hello(role == .speaker ? .speaker : .audience, digest: digest))
            if wandering != nil { outbox.post(.wandering(wandering)) }
            if hand != nil { outbox.post(.hand(hand)) }
            link?.send(outbox)
        } catch {
            lose(error, at: now)
        }
    }

    private func lose(_ failure: LinkFailure, at now: Instant) {
        link?.close()
        link = nil
        switch failure.outcome {
        case .refused(let refusal): refuse(refusal)
        case .absent(let absence):
            // A presenter who has gone may come back as somebody else.
            nextAttempt = now + Self.pauses[min(attempts, Self.pauses.count - 1)]
            attempts += 1
            status = .away(absence, attempts: attempts)
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
            attempts = 0
            compareCases()
        case .here(let sequence, let position): (self.sequence, self.position) = (sequence, position)
        case .casePart(let part): try take(part)
        case .refused(let refusal):
            switch refusal {
            case .full: throw LinkFailure(absence: .full)
            case .tooBusy: throw LinkFailure(absence: .lost)
            case .notTheSpeaker, .otherVersion, .caseTooLarge, .caseWithheld, .caseDamaged:
                throw LinkFailure(refusal: refusal)
            }
        case .ended: throw LinkFailure(absence: .ended)
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
