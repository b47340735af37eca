import CaseModel
import System

/// A moment of the clock that the caller reads; nothing in here reads one.
package typealias Instant = ContinuousClock.Instant

/// The presenter's end of a seminar: everyone who follows, behind one descriptor.
///
/// ```
///   presenter                                            the same machine        another machine
///  ┌──────────────┐  show         ┌─────┐  NAME.sock   ┌──────────┐
///  │ keyboard     │ ─────────────► │ Hub │ ───────────► │ Follower │ audience
///  │ one poll(2)  │ ◄───────────── │     │ ───────────► │ Follower │ speaker's screen, same user only
///  │ screen       │   attendance   │     │ ───────────► ├──────────┤              ┌──────────┐
///  └──────────────┘                └─────┘              │  Relay   │ ═══ ssh ═══► │ Follower │ audience
///                                     ▲                 └──────────┘              └──────────┘
///                                     └──────────────── Inquiry: which seminars are open here?
/// ```
///
/// Downwards go states, never changes: the welcome, where the talk is, and to the speaker's screen alone the
/// notes and who is there. Each stands once in a `LatestMessages`, encoded once; a follower is told what is newest
/// whenever their socket takes it, so that a slow one skips what is over and one that stalls holds a single
/// frame. Upwards come a greeting, where someone wandered, a hand.
///
/// The presenter is never kept waiting: nothing here blocks, and a turn answers a few dozen sockets at most.
/// For what is left `descriptor` becomes readable a moment later, so that keys are read in between and find the
/// processor free.
package final class Hub {
    /// The case that is shown.
    package struct SharedCase: Sendable {
        /// What tells it from another case.
        package var digest: String
        /// Its title.
        package var title: Text
        /// The packed case for followers who have another, without the speaker's notes; empty gives it to
        /// nobody.
        package var bytes: [UInt8]

        /// A case that is shown.
        package init(digest: String, title: Text, bytes: [UInt8] = []) {
            (self.digest, self.title, self.bytes) = (digest, title, bytes)
        }
    }

    /// The name that the seminar is followed under.
    package let name: SeminarName
    /// Who is there now.
    package private(set) var attendance = Attendance()

    private let exhibit: SharedCase
    /// How many the audience may be; the speaker's screens are not counted.
    private let places: Int
    /// The user who may have the speaker's screen.
    private let presenter: UInt32
    private let doorway: ListeningSocket
    private let readiness: EventPoll
    private var connections: [Int32: Connection] = [:]
    private var talk = LatestMessages<AudienceMessage>()
    private var speakerTalk = LatestMessages<SpeakerMessage>()
    private var position: TalkPosition?
    private var sequence = 0
    private var notes: SpeakerNotes?
    private var isOpen = true

    /// Those who have not been told the newest yet, in the order of their turns.
    private var unserved: [Int32] = [] {
        didSet {
            guard oldValue.isEmpty != unserved.isEmpty else { return }
            readiness.ring(every: unserved.isEmpty ? nil : Limits.pace)
        }
    }
    /// Those who have not said who they are, the first come first.
    private var strangers: [Int32] = []
    private var arrivals = (left: Limits.arrivals, renewed: Instant?.none)
    private var isDoorWatched = true
    private var isAttendanceStale = false

    /// The places that an audience has at most.
    package static let mostPlaces = Limits.followers

    /// Opens a seminar: from now on followers find it under its name, as many as there are places.
    package convenience init(
        name: SeminarName, in folder: SeminarFolder, showing exhibit: SharedCase, places: Int = mostPlaces
    ) throws(SeminarError) {
        try self.init(
            name: name, in: folder, showing: exhibit, places: places, presenter: CurrentProcess.user)
    }

    init(
        name: SeminarName, in folder: SeminarFolder, showing exhibit: SharedCase, places: Int = mostPlaces,
        presenter: UInt32
    ) throws(SeminarError) {
        (self.name, self.exhibit, self.places, self.presenter) = (name, exhibit, places, presenter)
        readiness = try EventPoll()
        do {
            doorway = try ListeningSocket(of: name, in: folder)
        } catch {
            readiness.close()
            throw error
        }
        _ = readiness.watch(doorway.descriptor)
        talk.post(.welcome(welcome))
        speakerTalk.post(.talk(.welcome(welcome)))
        speakerTalk.post(.attendance(attendance))
    }

    deinit { close() }

    /// Becomes readable when a follower has to be answered.
    package var descriptor: Int32 { readiness.descriptor }

    /// When `answer` is to be called even though nothing has become readable; nil waits for ever.
    package var due: Instant? {
        let patience = strangers.first.flatMap { connections[$0]?.patienceEnds }
        let renewal = isDoorWatched ? nil : arrivals.renewed
        return [patience, renewal].compactMap(\.self).min()
    }

    /// Tells the followers where the talk is. What they were told last is not sent again.
    package func show(_ position: TalkPosition) {
        guard position != self.position else { return }
        self.position = position
        sequence += 1
        talk.post(.here(sequence: sequence, position))
        speakerTalk.post(.talk(.here(sequence: sequence, position)))
        // Whoever waits already is not passed over.
        let waiting = Set(unserved)
        unserved += connections.keys.filter { !waiting.contains($0) }
    }

    /// Tells the speaker's own screen, and nobody else, what to show.
    package func show(_ notes: SpeakerNotes) {
        guard notes != self.notes else { return }
        self.notes = notes
        speakerTalk.post(.notes(notes))
        serveSpeakers()
    }

    /// Takes all raised hands as seen.
    package func lowerHands() {
        for descriptor in Array(connections.keys) { connections[descriptor]?.hand = nil }
        isAttendanceStale = true
        countAttendance()
    }

    /// NameMatches who has come, gone or said something, and goes on telling what is newest; a bounded piece of
    /// work. To be called when `descriptor` is readable or `due` has come; at other times it does no harm.
    ///
    /// Returns whether `attendance` has changed.
    @discardableResult
    package func answer(at now: Instant) -> Bool {
        guard isOpen else { return false }
        let before = attendance
        renewArrivals(at: now)
        let (descriptors, hasRung) = readiness.ready(atMost: Limits.turn)
        for ready in descriptors {
            if ready.descriptor == doorway.descriptor {
                letIn(at: now)
            } else {
                if ready.isReadable { hear(ready.descriptor, at: now) }
                if ready.isWritable { serve(ready.descriptor) }
            }
        }
        while let first = strangers.first, let stranger = connections[first], stranger.patienceEnds <= now {
            dismiss(first)
        }
        if hasRung { serveNext() }
        countAttendance()
        return attendance != before
    }

    /// Tells everyone that the seminar is over, and takes the socket away.
    package func close() {
        guard isOpen else { return }
        isOpen = false
        doorway.close()
        for connection in connections.values { connection.close(saying: .ended) }
        connections = [:]
        readiness.close()
    }

    private var welcome: Welcome {
        let isGivenOut = exhibit.bytes.count <= Follower.largestCase
        return Welcome(
            seminar: name.text, digest: exhibit.digest, title: exhibit.title,
            caseSize: isGivenOut ? exhibit.bytes.count : 0)
    }
}

// Coming and going.
extension Hub {
    private func letIn(at now: Instant) {
        var isThere = true
        for _ in 0..<Limits.turn where isThere && arrivals.left > 0 {
            switch doorway.accept() {
            case .connection(let stream):
                if arrivals.renewed == nil { arrivals.renewed = now + Limits.breath }
                arrivals.left -= 1
                receive(stream, at: now)
            case .nobody: isThere = false
            case .exhausted:
                isThere = false
                arrivals = (0, now + Limits.exhaustion)
            }
        }
        if arrivals.left == 0 { watchDoor(false) }
    }

    private func receive(_ stream: ByteStream, at now: Instant) {
        // Those who only keep a place make room for those who say who they are.
        if connections.count >= Limits.followers, let first = strangers.first { dismiss(first) }
        let connection = Connection(stream, at: now)
        guard connections.count < Limits.followers, readiness.watch(stream.descriptor) else {
            return connection.close(saying: .refused(.full))
        }
        connections[stream.descriptor] = connection
        strangers.append(stream.descriptor)
    }

    private func renewArrivals(at now: Instant) {
        guard let renewed = arrivals.renewed, renewed <= now else { return }
        arrivals = (Limits.arrivals, nil)
        watchDoor(true)
    }

    private func watchDoor(_ isWatched: Bool) {
        guard isWatched != isDoorWatched else { return }
        isDoorWatched = isWatched
        readiness.change(doorway.descriptor, reading: isWatched)
    }

    private func dismiss(_ descriptor: Int32, saying word: AudienceMessage? = nil) {
        guard let connection = connections.removeValue(forKey: descriptor) else { return }
        connection.close(saying: word)
        if connection.isStranger { strangers.removeAll { $0 == descriptor } }
        if connection.isAudience { isAttendanceStale = true }
    }
}

// What followers say.
extension Hub {
    private func hear(_ descriptor: Int32, at now: Instant) {
        do throws(Connection.Departure) {
            guard let heard = try connections[descriptor]?.hear(at: now) else { return }
            for message in heard { try take(message, from: descriptor) }
        } catch {
            switch error {
            case .silent: dismiss(descriptor)
            case .refused(let refusal): dismiss(descriptor, saying: .refused(refusal))
            }
        }
    }

    private func take(_ message: FollowerMessage, from descriptor: Int32) throws(Connection.Departure) {
        guard let connection = connections[descriptor] else { return }
        switch message {
        case .hello(let role, _):
            guard connection.isStranger else { throw .silent }
            try admit(descriptor, as: role)
        case .relayed:
            guard connection.isStranger else { throw .silent }
            connections[descriptor]?.isRelayed = true
        case .wandering(let place):
            guard connection.isAudience else { throw .silent }
            connections[descriptor]?.wandering = place
            isAttendanceStale = true
        case .hand(let item):
            guard connection.isAudience else { throw .silent }
            connections[descriptor]?.hand = item
            isAttendanceStale = true
        case .caseWanted:
            guard !connection.isStranger, welcome.caseSize > 0 else { throw .silent }
            try connections[descriptor]?.sendCase()
            serve(descriptor)
        }
    }

    private func admit(_ descriptor: Int32, as role: FollowerMessage.Role) throws(Connection.Departure) {
        guard let connection = connections[descriptor] else { return }
        switch role {
        case .audience:
            guard connections.values.count(where: \.isAudience) < places else { throw .refused(.full) }
            connections[descriptor]?.side = .audience(SendBuffer())
            isAttendanceStale = true
        case .speaker:
            // The kernel says whose process this is; a relay may be run by whoever has been given a key.
            guard !connection.isRelayed, UnixSocket.user(of: connection.stream) == presenter else {
                throw .refused(.notTheSpeaker)
            }
            connections[descriptor]?.side = .speaker(SendBuffer())
        case .visitor:
            let listing = VisitorMessage.listing(welcome, followers: attendance.followers)
            SendBuffer().finish(connection.stream, with: Frame(listing))
            throw .silent
        }
        strangers.removeAll { $0 == descriptor }
        serve(descriptor)
    }
}

// What followers are told.
extension Hub {
    private func serve(_ descriptor: Int32) {
        do throws(StreamEnd) {
            guard
                let isLeft = try connections[descriptor]?.write(talk, speakerTalk, caseBytes: exhibit.bytes),
                isLeft != connections[descriptor]?.awaitsRoom
            else { return }
            connections[descriptor]?.awaitsRoom = isLeft
            readiness.change(descriptor, writing: isLeft)
        } catch {
            dismiss(descriptor)
        }
    }

    /// Serves the next few; what is newest meanwhile is what they get. The others follow in a moment, so that those
    /// who wake leave the processor to the presenter's next key in between.
    private func serveNext() {
        // One without room is served when there is some.
        for descriptor in unserved.prefix(Limits.told) where connections[descriptor]?.awaitsRoom == false {
            serve(descriptor)
        }
        unserved.removeFirst(min(unserved.count, Limits.told))
    }

    private func serveSpeakers() {
        for (descriptor, connection) in connections where connection.isSpeaker && !connection.awaitsRoom {
            serve(descriptor)
        }
    }

    private func countAttendance() {
        guard isAttendanceStale else { return }
        isAttendanceStale = false
        let counted = Attendance(of: connections.values)
        guard counted != attendance else { return }
        attendance = counted
        speakerTalk.post(.attendance(counted))
        serveSpeakers()
    }
}
