import CaseModel
import System

/// A point in time of the caller's clock; the seminar itself never reads a clock.
package typealias Instant = ContinuousClock.Instant

/// The presenter's end of a seminar: all followers, behind one descriptor.
///
/// ```
///   presenter                                          the same machine        another machine
///  ┌──────────────┐     show      ┌─────┐  NAME.sock   ┌──────────┐
///  │ keyboard     │ ────────────► │ hub │ ───────────► │ Follower │ audience
///  │ one poll(2)  │ ◄──────────── │     │ ───────────► │ Follower │ speaker's screen, same user only
///  │ screen       │  attendance   │     │ ───────────► ├──────────┤              ┌──────────┐
///  └──────────────┘               └─────┘              │  Relay   │ ═══ ssh ═══► │ Follower │ audience
///                                    ▲                 └──────────┘              └──────────┘
///                                    └──────────────── SeminarListing: which seminars are open here?
/// ```
///
/// Messages to followers are states, never changes: the greeting, the talk's position, and only for the speaker's
/// screen the notes and the attendance. A `LatestMessages` holds each once, encoded once; a follower gets the
/// newest whenever its socket has room, so that a slow one skips positions and a stalled one occupies a single
/// frame. Messages from followers are a greeting, a place off the path and a raised hand; those of the speaker's own
/// screen are orders, each of which is carried out.
///
/// The presenter never waits: nothing blocks, and a turn serves a few dozen sockets at most. If more are left,
/// `descriptor` becomes readable a moment later, so that keys are read in between.
package final class SeminarHub {
    /// The presented case.
    package struct SharedCase: Sendable {
        /// The digest that identifies the case.
        package var digest: String
        /// Its title.
        package var title: Text
        /// The packed case without the speaker's notes, for followers who have another one; empty if it is not
        /// given out.
        package var bytes: [UInt8]
        /// The ids and names of views at which a follower may be; anything else counts as elsewhere.
        package var places: Set<String>

        package init(digest: String, title: Text, bytes: [UInt8] = [], places: Set<String> = []) {
            (self.digest, self.title, self.bytes, self.places) = (digest, title, bytes, places)
        }
    }

    /// The name of the seminar.
    package let name: SeminarName
    /// The present followers.
    package private(set) var attendance = Attendance()
    /// The minute of the day, with which hands are noted: the seminar reads no clock.
    package var minute = 0

    private let occasion: Occasion
    private let sharedCase: SharedCase
    /// The largest number of followers, without the speaker's screens.
    private let capacity: Int
    /// The user who may have the speaker's screen.
    private let presenter: UInt32
    private let listener: ListeningSocket
    private let eventPoll: EventPoll
    private var connections: [Int32: Connection] = [:]
    private var talk = LatestMessages<AudienceMessage>()
    private var speakerTalk = LatestMessages<SpeakerMessage>()
    private var position: TalkPosition?
    /// The last position that was at a step.
    private var stepShown: TalkPosition?
    private var sequence = 0
    private var notes: SpeakerNotes?
    private var hands = HandList()
    /// The number of steps that have been shown, for the hands that outlive the next one.
    private var steps = 0
    private var orders: [SpeakerOrder] = []
    private var isOpen = true

    /// The connections that have not been sent the newest position, in the order of their turns.
    private var unserved: [Int32] = [] {
        didSet {
            guard oldValue.isEmpty != unserved.isEmpty else { return }
            eventPoll.ring(every: unserved.isEmpty ? nil : Limits.turnInterval)
        }
    }
    /// The connections without a greeting, in the order of arrival.
    private var unidentified: [Int32] = []
    private var fruitless = FruitlessArrivals()
    private var arrivals = (left: Limits.arrivals, renewed: Instant?.none)
    private var isListenerWatched = true
    private var isAttendanceStale = false

    /// The largest possible number of followers.
    package static let largestCapacity = Limits.followers

    /// Opens a seminar for at most `capacity` followers.
    package convenience init(
        name: SeminarName, in folder: SeminarFolder, showing sharedCase: SharedCase,
        on occasion: Occasion = Occasion(), capacity: Int = largestCapacity
    ) throws(SeminarError) {
        try self.init(
            name: name, in: folder, showing: sharedCase, on: occasion, capacity: capacity,
            presenter: CurrentProcess.user)
    }

    init(
        name: SeminarName, in folder: SeminarFolder, showing sharedCase: SharedCase,
        on occasion: Occasion = Occasion(), capacity: Int = largestCapacity, presenter: UInt32
    ) throws(SeminarError) {
        (self.name, self.sharedCase, self.capacity, self.presenter) = (name, sharedCase, capacity, presenter)
        self.occasion = occasion
        eventPoll = try EventPoll()
        do {
            listener = try ListeningSocket(of: name, in: folder)
        } catch {
            eventPoll.close()
            throw error
        }
        guard eventPoll.watch(listener.descriptor) else {
            let error = SystemError(.made, name.text)
            listener.close()
            eventPoll.close()
            // `deinit` is not to close them again.
            isOpen = false
            throw .failed(error)
        }
        talk.post(.welcome(welcome))
        speakerTalk.post(.talk(.welcome(welcome)))
        speakerTalk.post(.attendance(attendance))
    }

    deinit { close() }

    /// Readable when a follower has to be answered.
    package var descriptor: Int32 { eventPoll.descriptor }

    /// The time at which `answer` must be called even if `descriptor` is not readable; nil is never.
    package var due: Instant? {
        let deadline = unidentified.first.flatMap { connections[$0]?.deadline }
        let renewal = isListenerWatched ? nil : arrivals.renewed
        return [deadline, renewal].compactMap(\.self).min()
    }

    /// Sends the talk's position to the followers, unless it is the same as before.
    package func show(_ position: TalkPosition) {
        guard position != self.position else { return }
        if position.tour != nil, (position.tour, position.step) != (stepShown?.tour, stepShown?.step) {
            stepShown = position
            steps += 1
            lower(hands.lower(before: steps))
        }
        self.position = position
        sequence += 1
        talk.post(.here(sequence: sequence, position))
        speakerTalk.post(.talk(.here(sequence: sequence, position)))
        // A waiting connection keeps its turn.
        let waiting = Set(unserved)
        unserved += connections.keys.filter { !waiting.contains($0) }
    }

    /// Sends notes to the speaker's own screens only.
    package func show(_ notes: SpeakerNotes) {
        guard notes != self.notes else { return }
        self.notes = notes
        speakerTalk.post(.notes(notes))
        serveSpeakers()
    }

    /// All questions that were asked, the earliest first.
    package var questions: [SeminarQuestion] { hands.questions }

    /// Lowers a hand and counts its question as answered.
    package func answer(hand number: Int) {
        let owner = hands.answer(number) ?? reporter(of: number)
        lower([owner].compactMap(\.self), isAnswered: true)
    }

    /// Lowers a hand, whose question stays open.
    func lower(hand number: Int) { lower([hands.lower(number)].compactMap(\.self)) }

    /// Lowers all raised hands.
    package func lowerHands() { lower(hands.lowerAll()) }

    /// True if orders of the speaker's screen wait to be taken.
    package var hasOrders: Bool { !orders.isEmpty }

    /// The orders of the speaker's screen that have arrived, once each.
    package func takeOrders() -> [SpeakerOrder] {
        defer { orders = [] }
        return orders
    }

    /// Serves new, closed and active connections and continues sending, in a bounded amount of work. To be called
    /// when `descriptor` is readable or `due` has come; a call at any other time is harmless.
    ///
    /// Returns true if `attendance` has changed.
    @discardableResult
    package func answer(at now: Instant) -> Bool {
        guard isOpen else { return false }
        let before = attendance
        renewArrivals(at: now)
        let (descriptors, hasTimerFired) = eventPoll.ready(atMost: Limits.turn)
        for ready in descriptors {
            if ready.descriptor == listener.descriptor {
                acceptConnections(at: now)
            } else {
                if ready.isReadable { receive(from: ready.descriptor, at: now) }
                if ready.isWritable { serve(ready.descriptor) }
            }
        }
        while let first = unidentified.first, let connection = connections[first], connection.deadline <= now
        {
            turnAway(first, at: now)
        }
        if hasTimerFired { serveNext() }
        countAttendance()
        return attendance != before
    }

    /// Informs all followers of the end, unless they are to take it as a loss, and removes the socket.
    package func close(hasEnded: Bool = true) {
        guard isOpen else { return }
        isOpen = false
        listener.close()
        for connection in connections.values { connection.close(sending: hasEnded ? .ended : nil) }
        connections = [:]
        eventPoll.close()
    }

    private var welcome: Welcome {
        Welcome(
            seminar: name.text, digest: sharedCase.digest, title: sharedCase.title,
            caseSize: sharedCase.bytes.count, occasion: occasion)
    }

    /// The size of a case that is too large to be sent to followers who have another one; nil if it can be sent.
    package var oversize: Int? {
        sharedCase.bytes.count > Follower.largestCase ? sharedCase.bytes.count : nil
    }
}

// Connecting and leaving.
extension SeminarHub {
    private func acceptConnections(at now: Instant) {
        var isThere = true
        for _ in 0..<Limits.turn where isThere && arrivals.left > 0 {
            switch listener.accept() {
            case .connection(let stream):
                // A flood leaves the arrivals to others.
                if fruitless.isFlood(of: UnixSocket.user(of: stream), at: now) {
                    stream.close()
                    continue
                }
                if arrivals.renewed == nil { arrivals.renewed = now + Limits.arrivalInterval }
                arrivals.left -= 1
                add(stream, at: now)
            case .nobody: isThere = false
            case .exhausted:
                isThere = false
                arrivals = (0, now + Limits.exhaustedPause)
            }
        }
        if arrivals.left == 0 { watchListener(false) }
    }

    private func add(_ stream: ByteStream, at now: Instant) {
        let connection = Connection(stream, at: now)
        // The oldest connection without a greeting makes room for a new one, that of the same user first.
        let own = unidentified.filter { connections[$0]?.user == connection.user }
        if own.count >= Limits.unidentified || connections.count >= Limits.followers,
            let first = own.first ?? unidentified.first
        {
            turnAway(first, at: now)
        }
        guard connections.count < Limits.followers, eventPoll.watch(stream.descriptor) else {
            return connection.close(sending: .refused(.full))
        }
        connections[stream.descriptor] = connection
        unidentified.append(stream.descriptor)
    }

    private func renewArrivals(at now: Instant) {
        guard let renewed = arrivals.renewed, renewed <= now else { return }
        arrivals = (Limits.arrivals, nil)
        watchListener(true)
    }

    private func watchListener(_ isWatched: Bool) {
        guard isWatched != isListenerWatched else { return }
        isListenerWatched = isWatched
        eventPoll.change(listener.descriptor, reading: isWatched)
    }

    /// Dismisses a connection, and counts one without a greeting.
    private func turnAway(_ descriptor: Int32, sending last: AudienceMessage? = nil, at now: Instant) {
        if let connection = connections[descriptor], connection.isUnidentified {
            fruitless.count(connection.user, at: now)
        }
        dismiss(descriptor, sending: last)
    }

    private func dismiss(_ descriptor: Int32, sending last: AudienceMessage? = nil) {
        guard let connection = connections.removeValue(forKey: descriptor) else { return }
        connection.close(sending: last)
        if let hand = connection.hand { hands.leave(hand) }
        for hand in connection.mirrored?.hands.values.sorted() ?? [] { hands.leave(hand) }
        if connection.isUnidentified { unidentified.removeAll { $0 == descriptor } }
        if connection.isAudience { isAttendanceStale = true }
    }
}

// What followers send.
extension SeminarHub {
    private func receive(from descriptor: Int32, at now: Instant) {
        do throws(Connection.Dismissal) {
            guard let messages = try connections[descriptor]?.receive(at: now) else { return }
            for message in messages { try take(message, from: descriptor, at: now) }
        } catch {
            switch error {
            case .silent: turnAway(descriptor, at: now)
            case .refused(let refusal): turnAway(descriptor, sending: .refused(refusal), at: now)
            }
        }
    }

    private func take(
        _ message: FollowerMessage, from descriptor: Int32, at now: Instant
    ) throws(Connection.Dismissal) {
        guard let connection = connections[descriptor] else { return }
        switch message {
        case .hello(let role, _):
            guard connection.isUnidentified else { throw .silent }
            try admit(descriptor, as: role)
        case .relayed:
            guard connection.isUnidentified else { throw .silent }
            connections[descriptor]?.isRelayed = true
        case .wandering(let place):
            guard connection.isAudience else { throw .silent }
            connections[descriptor]?.wandering = place.map {
                sharedCase.places.contains($0) ? .known($0) : .elsewhere
            }
            isAttendanceStale = true
        case .hand(let hand):
            guard connection.isAudience else { throw .silent }
            if let number = connection.hand { hands.withdraw(number) }
            // Whoever has only just come and asks, asked before.
            let isBack = now <= connection.deadline
            let number = hand.map { raise($0, from: descriptor, mayBeAnswered: isBack) }
            connections[descriptor]?.hand = number
            isAttendanceStale = true
        case .mirrored(let report):
            guard connection.isAudience, connection.mirrored != nil else { throw .silent }
            take(report, from: descriptor)
            isAttendanceStale = true
        case .order(let order):
            guard connection.isSpeaker else { throw .silent }
            orders.append(order)
        case .caseWanted:
            guard !connection.isUnidentified, !sharedCase.bytes.isEmpty, oversize == nil else {
                throw .silent
            }
            try connections[descriptor]?.sendCase()
            serve(descriptor)
        }
    }

    /// Raises a hand where the talk is; returns its number. One that may have been answered off while its follower was
    /// cut off is lowered then.
    private func raise(_ hand: RaisedHand, from descriptor: Int32, mayBeAnswered: Bool) -> Int {
        let place = hand.at.flatMap { sharedCase.places.contains($0) ? $0 : nil }
        let owner = owner(of: hand, from: descriptor)
        if mayBeAnswered, let number = hands.takeSettled(hand, at: place) {
            lower([owner], isAnswered: true)
            return number
        }
        return hands.raise(
            hand, by: owner, at: place, minute: minute, step: position?.tour == nil ? nil : position?.step)
    }

    private func owner(of hand: RaisedHand, from descriptor: Int32) -> HandList.Owner {
        HandList.Owner(descriptor: descriptor, serial: hand.serial, steps: steps)
    }

    /// Takes over the followers of a mirror, with their hands.
    private func take(_ report: MirrorReport, from descriptor: Int32) {
        guard var mirrored = connections[descriptor]?.mirrored else { return }
        mirrored.attendance = report.attendance.believable(within: sharedCase.places)
        // What is listed no longer was answered there, or else taken back by its follower.
        let listed = Set(report.attendance.hands.map(\.number))
        for (serial, number) in mirrored.hands where !listed.contains(serial) {
            if report.answered.contains(serial) { _ = hands.answer(number) } else { hands.withdraw(number) }
            mirrored.hands[serial] = nil
        }
        for hand in report.attendance.hands {
            let raised = RaisedHand(serial: hand.number, at: hand.at, question: hand.question)
            let known = mirrored.hands[hand.number]
            let number = known ?? raise(raised, from: descriptor, mayBeAnswered: true)
            mirrored.hands[hand.number] = number
            if !hand.isUp {
                hands.abandon(number)
            } else if known != nil {
                hands.raiseAgain(number, by: owner(of: raised, from: descriptor))
            }
        }
        connections[descriptor]?.mirrored = mirrored
    }

    /// The mirror that has reported a hand; nil for a hand of a follower here.
    private func reporter(of number: Int) -> HandList.Owner? {
        for (descriptor, connection) in connections {
            if let known = connection.mirrored?.hands.first(where: { $0.value == number }) {
                return HandList.Owner(descriptor: descriptor, serial: known.key, steps: steps)
            }
        }
        return nil
    }

    private func admit(_ descriptor: Int32, as role: FollowerMessage.Role) throws(Connection.Dismissal) {
        guard let connection = connections[descriptor] else { return }
        switch role {
        case .audience, .mirror:
            guard connections.values.count(where: \.isAudience) < capacity else { throw .refused(.full) }
            connections[descriptor]?.side = .audience(SendBuffer())
            if role == .mirror { connections[descriptor]?.mirrored = Connection.Mirrored() }
            isAttendanceStale = true
        case .speaker:
            // The kernel knows the user of the process; a relay may be used by anyone with an ssh key.
            guard !connection.isRelayed, UnixSocket.user(of: connection.stream) == presenter else {
                throw .refused(.notTheSpeaker)
            }
            connections[descriptor]?.side = .speaker(SendBuffer())
        case .visitor:
            let listing = VisitorMessage.listing(welcome, followers: attendance.followers)
            SendBuffer().finish(connection.stream, with: Frame(listing))
            throw .silent
        }
        unidentified.removeAll { $0 == descriptor }
        serve(descriptor)
    }
}

// What followers are sent.
extension SeminarHub {
    /// Tells the owners of hands that these are down.
    private func lower(_ owners: [HandList.Owner], isAnswered: Bool = false) {
        for owner in owners {
            connections[owner.descriptor]?.hand = nil
            connections[owner.descriptor]?.tell(
                of: LoweredHand(serial: owner.serial, isAnswered: isAnswered))
            serve(owner.descriptor)
        }
        isAttendanceStale = true
        countAttendance()
    }

    private func serve(_ descriptor: Int32) {
        do throws(StreamEnd) {
            guard
                let isLeft = try connections[descriptor]?.write(
                    talk, speakerTalk, caseBytes: sharedCase.bytes),
                isLeft != connections[descriptor]?.awaitsRoom
            else { return }
            connections[descriptor]?.awaitsRoom = isLeft
            eventPoll.change(descriptor, writing: isLeft)
        } catch {
            dismiss(descriptor)
        }
    }

    /// Serves the next few connections. The others follow a moment later, so that followers on the same machine
    /// leave the processor to the presenter's next key.
    private func serveNext() {
        // A connection without room is served when its socket has room again.
        for descriptor in unserved.prefix(Limits.served) where connections[descriptor]?.awaitsRoom == false {
            serve(descriptor)
        }
        unserved.removeFirst(min(unserved.count, Limits.served))
    }

    private func serveSpeakers() {
        for (descriptor, connection) in connections where connection.isSpeaker && !connection.awaitsRoom {
            serve(descriptor)
        }
    }

    private func countAttendance() {
        guard isAttendanceStale else { return }
        isAttendanceStale = false
        let counted = Attendance(of: connections.values, hands: hands.open)
        guard counted != attendance else { return }
        attendance = counted
        speakerTalk.post(.attendance(counted))
        serveSpeakers()
    }
}
