import CaseModel
import System

/// Someone who has come in by the presenter's door, from the first byte to the last.
struct Connection {
    /// What they turned out to be. Each kind of listener has a delivery of its own type.
    enum Side {
        /// They have not said yet.
        case stranger
        case audience(SendBuffer<AudienceMessage>)
        case speaker(SendBuffer<SpeakerMessage>)
    }

    /// Why a connection is given up.
    enum Departure: Error, Equatable {
        /// They went, or what they said was not understood: nothing more is said.
        case silent
        /// They are told why.
        case refused(RejectReason)
    }

    let stream: ByteStream
    /// When someone who has said nothing is sent away.
    let patienceEnds: Instant
    var side = Side.stranger
    /// Whether a relay vouches for nobody behind it.
    var isRelayed = false
    /// Whether the system is to say when there is room again.
    var awaitsRoom = false
    var wandering: String?
    var hand: String?
    /// How much of the case has been sent, once it has been asked for.
    private var caseSent: Int?
    private var inbox = Inbox<FollowerMessage>()
    private var second: (began: Instant, messages: Int)

    init(_ stream: ByteStream, at now: Instant) {
        self.stream = stream
        patienceEnds = now + Limits.silence
        second = (now, 0)
    }

    var isStranger: Bool {
        if case .stranger = side { true } else { false }
    }

    var isAudience: Bool {
        if case .audience = side { true } else { false }
    }

    var isSpeaker: Bool {
        if case .speaker = side { true } else { false }
    }

    /// Reads once, as much as a few messages take, and says which they were.
    mutating func hear(at now: Instant) throws(Departure) -> [FollowerMessage] {
        let bytes: [UInt8]
        do { bytes = try stream.read(atMost: Limits.fromFollower) } catch { throw .silent }
        inbox.take(bytes)
        var heard: [FollowerMessage] = []
        do throws(WireError) {
            while let message = try inbox.next() { heard.append(message) }
        } catch {
            if case .otherVersion = error { throw .refused(.otherVersion(nil)) }
            throw .silent
        }
        if now - second.began >= .seconds(1) { second = (now, 0) }
        second.messages += heard.count
        guard second.messages <= Limits.messages else { throw .refused(.tooBusy) }
        return heard
    }

    /// Begins to send the case. Nobody needs it twice on one connection.
    mutating func sendCase() throws(Departure) {
        guard caseSent == nil else { throw .silent }
        caseSent = 0
    }

    /// Sends what there is room for; says whether something is left.
    mutating func write(
        _ talk: LatestMessages<AudienceMessage>, _ speakerTalk: LatestMessages<SpeakerMessage>,
        caseBytes: [UInt8]
    ) throws(StreamEnd) -> Bool {
        switch side {
        case .stranger: return false
        case .audience(var delivery):
            defer { side = .audience(delivery) }
            return try delivery.write(to: stream, from: talk) { nextPart(of: caseBytes) }
        case .speaker(var delivery):
            defer { side = .speaker(delivery) }
            return try delivery.write(to: stream, from: speakerTalk) { nextPart(of: caseBytes) }
        }
    }

    /// Says a last word, if there is room for it, and closes.
    func close(saying word: AudienceMessage?) {
        if let word {
            switch side {
            case .stranger: SendBuffer().finish(stream, with: Frame(word))
            case .audience(let delivery): delivery.finish(stream, with: Frame(word))
            case .speaker(let delivery): delivery.finish(stream, with: Frame(.talk(word)))
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
    /// Counts the audience, with where each has wandered and where each has raised a hand.
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
