import CaseModel
import System

/// A follower's open connection, through a socket or ssh.
struct Link {
    private enum Transport {
        case socket(ByteStream)
        case command(ChildProcess)
    }

    /// The buffer of received messages; only that of the speaker accepts notes.
    private enum Inbound {
        case audience(Inbox<AudienceMessage>)
        case speaker(Inbox<SpeakerMessage>)
    }

    private let transport: Transport
    private var inbound: Inbound
    private var delivery = SendBuffer<FollowerMessage>()
    private var errorText: [UInt8] = []
    private var hasErrorStream = true
    /// True if something is left to send.
    private(set) var awaitsRoom = false

    /// Connects. `mayAsk` allows ssh to ask for a password.
    init(
        _ address: SeminarAddress, sealed: SealedAddress? = nil, asSpeaker: Bool, mayAsk: Bool
    ) throws(LinkFailure) {
        inbound = asSpeaker ? .speaker(Inbox()) : .audience(Inbox())
        do throws(SeminarError) {
            switch address {
            case .local(let name, let folder):
                let path = try folder.socket(of: name)
                do { transport = .socket(try UnixSocket.connect(to: path, sealed: sealed)) } catch {
                    throw SeminarError.unreached(name, folder, error)
                }
            case .remote(let remote):
                let command = remote.command(asSpeaker: asSpeaker, mayAsk: mayAsk)
                do { transport = .command(try ChildProcess(command)) } catch {
                    throw SeminarError.failed(error)
                }
            }
        } catch {
            throw LinkFailure(error)
        }
    }

    private var stream: ByteStream {
        switch transport {
        case .socket(let stream): stream
        case .command(let child): child.stream
        }
    }

    var readers: [Int32] {
        switch transport {
        case .socket(let stream): [stream.descriptor]
        case .command(let child):
            [child.stream.descriptor] + (hasErrorStream ? [child.errors.descriptor] : [])
        }
    }

    var writers: [Int32] { awaitsRoom ? [stream.descriptor] : [] }

    /// The messages that have arrived, up to a number; the others are read later.
    mutating func receive() throws(LinkFailure) -> [SpeakerMessage] {
        readErrorText()
        var received: [SpeakerMessage] = []
        for _ in 0..<16 {
            let bytes: [UInt8]
            do throws(StreamEnd) { bytes = try stream.read(atMost: 16 << 10) } catch {
                // The messages before the end are still returned.
                if !received.isEmpty { return received }
                readErrorText()
                throw LinkFailure(absence: lastErrorLine.map { .unreachable(Text($0)) } ?? .lost)
            }
            guard !bytes.isEmpty else { break }
            do throws(WireError) {
                received += try understand(bytes)
            } catch {
                throw LinkFailure(error)
            }
        }
        return received
    }

    /// Sends as much as there is room for.
    mutating func send(_ messages: LatestMessages<FollowerMessage>) {
        // A lost connection is noticed when reading.
        awaitsRoom = (try? delivery.write(to: stream, from: messages)) ?? false
    }

    func close() {
        switch transport {
        case .socket(let stream): stream.close()
        case .command(let child): child.end()
        }
    }

    private mutating func understand(_ bytes: [UInt8]) throws(WireError) -> [SpeakerMessage] {
        var received: [SpeakerMessage] = []
        switch inbound {
        case .audience(var inbox):
            defer { inbound = .audience(inbox) }
            inbox.take(bytes)
            while let message = try inbox.next() { received.append(.talk(message)) }
        case .speaker(var inbox):
            defer { inbound = .speaker(inbox) }
            inbox.take(bytes)
            while let message = try inbox.next() { received.append(message) }
        }
        return received
    }

    private mutating func readErrorText() {
        guard hasErrorStream, case .command(let child) = transport else { return }
        do throws(StreamEnd) {
            errorText = Array((errorText + (try child.errors.read(atMost: 4096))).suffix(4096))
        } catch {
            hasErrorStream = false
        }
    }

    private var lastErrorLine: String? {
        let lines = errorText.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
        return lines.last.map { WireText.fitted(String(decoding: $0, as: UTF8.self), 200) }
    }
}

/// The reason why a connection failed or ended.
struct LinkFailure: Error, Equatable {
    enum Outcome: Equatable {
        /// Temporary: the presenter may come back.
        case absent(DisconnectReason)
        /// Permanent: another attempt is useless.
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
        switch error {
        case .notThere: outcome = .absent(.notThere)
        case .failed(let error) where error.isDenied: outcome = .absent(.denied)
        case .badName, .badHost, .longPath, .taken, .occupied, .unsafeFolder, .failed:
            outcome = .absent(.unreachable(error.sentence))
        }
    }
}

extension SeminarError {
    /// The reason for a failed connection to a seminar's socket.
    static func unreached(
        _ name: SeminarName, _ folder: SeminarFolder, _ error: SystemError
    ) -> SeminarError {
        error.isUnanswered ? .notThere(name.text, folder: folder.path) : .failed(error)
    }
}
