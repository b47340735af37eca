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
    var wandering: String?
    var hand: String?
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
        do { bytes = try stream.read(atMost: Limits.fromFollower) } catch { throw .silent }
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
        guard let offset = caseSent, offset < bytes.count else { return nil }
        let part = Array(bytes[offset...].prefix(Limits.part))
        caseSent = offset + part.count
        return Frame(.telling(.casePart(CasePart(offset: offset, bytes: part))))
    }
}

extension Attendance {
    /// Counts the followers, with the places off the path and the raised hands.
    init(of connections: some Sequence<Connection>) {
        self.init()
        var places: [String: Int] = [:]
        var items: [String: Int] = [:]
        for connection in connections where connection.isAudience {
            followers += 1
            if let place = connection.wandering {
                wanderers += 1
                places[place, default: 0] += 1
            }
            if let item = connection.hand { items[item, default: 0] += 1 }
        }
        wandering = Self.ranked(places)
        hands = Self.ranked(items)
    }

    private static func ranked(_ counts: [String: Int]) -> [Count] {
        let sorted = counts.map { Count(at: $0.key, followers: $0.value) }
            .sorted { ($1.followers, $0.at) < ($0.followers, $1.at) }
        return Array(sorted.prefix(Limits.counts))
    }
}
