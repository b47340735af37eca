import System

/// A follower's open connection, whichever way it goes.
struct Link {
    private enum Carrier {
        case socket(ByteStream)
        case command(ChildProcess)
    }

    /// What is heard by whom: only the speaker's ear has words for notes.
    private enum Ear {
        case audience(Inbox<AudienceMessage>)
        case speaker(Inbox<SpeakerMessage>)
    }

    private let carrier: Carrier
    private var ear: Ear
    private var delivery = SendBuffer<FollowerMessage>()
    private var complaints: [UInt8] = []
    private var complains = true
    /// Whether something is left to be said when there is room.
    private(set) var awaitsRoom = false

    /// Connects. `mayAsk` allows ssh to ask for a password.
    init(_ route: Route, asSpeaker: Bool, mayAsk: Bool) throws(LinkFailure) {
        ear = asSpeaker ? .speaker(Inbox()) : .audience(Inbox())
        do throws(SeminarError) {
            switch route {
            case .here(let name, let folder):
                let path = try folder.socket(of: name)
                do { carrier = .socket(try UnixSocket.connect(to: path)) } catch {
                    throw SeminarError.unreached(name, folder, error)
                }
            case .there(let remote):
                let command = remote.command(asSpeaker: asSpeaker, mayAsk: mayAsk)
                do { carrier = .command(try ChildProcess(command)) } catch {
                    throw SeminarError.failed(error)
                }
            }
        } catch {
            throw LinkFailure(error)
        }
    }

    private var stream: ByteStream {
        switch carrier {
        case .socket(let stream): stream
        case .command(let child): child.stream
        }
    }

    var readers: [Int32] {
        switch carrier {
        case .socket(let stream): [stream.descriptor]
        case .command(let child):
            [child.stream.descriptor] + (complains ? [child.errors.descriptor] : [])
        }
    }

    var writers: [Int32] { awaitsRoom ? [stream.descriptor] : [] }

    /// What has come since, a bounded amount: the rest stays to be read.
    mutating func hear() throws(LinkFailure) -> [SpeakerMessage] {
        listenToComplaints()
        var heard: [SpeakerMessage] = []
        for _ in 0..<16 {
            let bytes: [UInt8]
            do throws(StreamEnd) { bytes = try stream.read(atMost: 16 << 10) } catch {
                // What was said at last still counts.
                if !heard.isEmpty { return heard }
                listenToComplaints()
                throw LinkFailure(absence: lastComplaint.map { .unreachable($0) } ?? .lost)
            }
            guard !bytes.isEmpty else { break }
            do throws(WireError) {
                heard += try understand(bytes)
            } catch {
                throw LinkFailure(error)
            }
        }
        return heard
    }

    /// Says what there is room for.
    mutating func say(_ bulletin: LatestMessages<FollowerMessage>) {
        // Whether the other side is gone is told by reading.
        awaitsRoom = (try? delivery.write(to: stream, from: bulletin)) ?? false
    }

    func close() {
        switch carrier {
        case .socket(let stream): stream.close()
        case .command(let child): child.end()
        }
    }

    private mutating func understand(_ bytes: [UInt8]) throws(WireError) -> [SpeakerMessage] {
        var heard: [SpeakerMessage] = []
        switch ear {
        case .audience(var inbox):
            defer { ear = .audience(inbox) }
            inbox.take(bytes)
            while let message = try inbox.next() { heard.append(.talk(message)) }
        case .speaker(var inbox):
            defer { ear = .speaker(inbox) }
            inbox.take(bytes)
            while let message = try inbox.next() { heard.append(message) }
        }
        return heard
    }

    private mutating func listenToComplaints() {
        guard complains, case .command(let child) = carrier else { return }
        do throws(StreamEnd) {
            complaints = Array((complaints + (try child.errors.read(atMost: 4096))).suffix(4096))
        } catch {
            complains = false
        }
    }

    private var lastComplaint: String? {
        let lines = complaints.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
        return lines.last.map { WireText.fitted(String(decoding: $0, as: UTF8.self), 200) }
    }
}

/// Why there is no link, or none any more.
struct LinkFailure: Error, Equatable {
    enum Outcome: Equatable {
        /// It may be there again later.
        case absent(DisconnectReason)
        /// Trying again would not help.
        case refused(RejectReason)
    }

    let outcome: Outcome

    init(absence: DisconnectReason) {
        outcome = .absent(absence)
    }

    init(refusal: RejectReason) {
        outcome = .refused(refusal)
    }

    init(_ error: WireError) {
        switch error {
        case .foreign: outcome = .absent(.foreign)
        case .otherVersion(let version): outcome = .refused(.otherVersion(version))
        case .oversize, .damaged: outcome = .absent(.lost)
        }
    }

    init(_ error: SeminarError) {
        if case .notThere = error {
            outcome = .absent(.notThere)
        } else {
            outcome = .absent(.unreachable(error.description))
        }
    }
}

extension SeminarError {
    /// What a failed connection to a seminar's socket means.
    static func unreached(
        _ name: SeminarName, _ folder: SeminarFolder, _ error: SystemError
    ) -> SeminarError {
        error.isUnanswered ? .notThere(name.text, folder: folder.path) : .failed(error)
    }
}
