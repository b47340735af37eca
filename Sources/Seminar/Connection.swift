import CaseModel
import System

/// A connection of a follower to the presenter.
struct Connection {
    /// The kind of follower. Each has a send buffer of its own type, so that the type system keeps the speaker's
    /// messages from the audience.
    enum Side {
        /// No greeting has been received.
        case unidentified
        case audience(SendBuffer<AudienceMessage>)
        case speaker(SendBuffer<SpeakerMessage>)
    }

    /// The reason why a connection is closed.
    enum Dismissal: Error, Equatable {
        /// It ended or violated the protocol: nothing more is sent.
        case silent
        /// The follower is told the reason.
        case refused(RejectReason)
    }

    /// A place off the path. Only one of the case is ever shown, since anybody may send any text.
    enum Place: Equatable {
        case known(String)
        case elsewhere
    }

    /// The followers behind a mirror.
    struct Mirrored {
        /// The newest report, as far as it is believed.
        var attendance = Attendance()
        /// The numbers of the reported hands here, by the mirror's own numbers.
        var hands: [Int: Int] = [:]
    }

    let stream: ByteStream
    /// The user of the process at the other end; nil if it has gone.
    let user: UInt32?
    /// The time by which a greeting is required.
    let deadline: Instant
    var side = Side.unidentified
    /// True if a relay has declared the follower to be part of the audience.
    var isRelayed = false
    /// True while the socket is watched for room to write.
    var awaitsRoom = false
    /// Where the follower is off the path; nil on it.
    var wandering: Place?
    /// The number of the hand that this follower has raised; nil while it is down.
    var hand: Int?
    /// What a mirror has reported; nil for any other follower.
    var mirrored: Mirrored?
    /// The hands of this follower that were lowered and of which it has not been told.
    private var lowered: [LoweredHand] = []
    /// The number of bytes of the case sent; nil until it is requested.
    private var caseSent: Int?
    private var inbox = Inbox<FollowerMessage>()
    private var second: (began: Instant, messages: Int)

    init(_ stream: ByteStream, at now: Instant) {
        self.stream = stream
        user = UnixSocket.user(of: stream)
        deadline = now + Limits.identification
        second = (now, 0)
    }

    var isUnidentified: Bool {
        if case .unidentified = side { true } else { false }
    }

    var isAudience: Bool {
        if case .audience = side { true } else { false }
    }

    var isSpeaker: Bool {
        if case .speaker = side { true } else { false }
    }

    /// Reads once; returns the complete messages.
    mutating func receive(at now: Instant) throws(Dismissal) -> [FollowerMessage] {
        let bytes: [UInt8]
        do { bytes = try stream.read(atMost: Limits.read) } catch { throw .silent }
        inbox.take(bytes)
        var messages: [FollowerMessage] = []
        do throws(WireError) {
            while let message = try inbox.next() { messages.append(message) }
        } catch {
            if case .otherVersion = error { throw .refused(.otherVersion(nil)) }
            throw .silent
        }
        if now - second.began >= .seconds(1) { second = (now, 0) }
        second.messages += messages.count
        guard second.messages <= Limits.messages else { throw .refused(.tooBusy) }
        return messages
    }

    /// Starts sending the case, at most once for each connection.
    mutating func sendCase() throws(Dismissal) {
        guard caseSent == nil else { throw .silent }
        caseSent = 0
    }

    /// Tells the follower that its hand has been lowered, as soon as it is served.
    mutating func tell(of hand: LoweredHand) { lowered.append(hand) }

    /// Sends as much as there is room for; returns true if something is left.
    mutating func write(
        _ talk: LatestMessages<AudienceMessage>, _ speakerTalk: LatestMessages<SpeakerMessage>,
        caseBytes: [UInt8]
    ) throws(StreamEnd) -> Bool {
        switch side {
        case .unidentified: return false
        case .audience(var delivery):
            defer { side = .audience(delivery) }
            return try delivery.write(to: stream, from: talk) { nextPart(of: caseBytes) }
        case .speaker(var delivery):
            defer { side = .speaker(delivery) }
            return try delivery.write(to: stream, from: speakerTalk) { nextPart(of: caseBytes) }
        }
    }

    /// Sends a last message if there is room, and closes the connection.
    func close(sending last: AudienceMessage?) {
        if let last {
            switch side {
            case .unidentified: SendBuffer().finish(stream, with: Frame(last))
            case .audience(let delivery): delivery.finish(stream, with: Frame(last))
            case .speaker(let delivery): delivery.finish(stream, with: Frame(.talk(last)))
            }
        }
        stream.close()
    }

    private mutating func nextPart<Content: PresenterMessage>(of bytes: [UInt8]) -> Frame<Content>? {
        if !lowered.isEmpty { return Frame(.telling(.handLowered(lowered.removeFirst()))) }
        guard let offset = caseSent, offset < bytes.count else { return nil }
        let part = Array(bytes[offset...].prefix(Limits.part))
        caseSent = offset + part.count
        return Frame(.telling(.casePart(CasePart(offset: offset, bytes: part))))
    }
}
