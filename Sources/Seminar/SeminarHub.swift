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
    package internal(set) var attendance = Attendance()
    /// The minute of the day, with which hands are noted: the seminar reads no clock.
    package var minute = 0

    let occasion: Occasion
    let sharedCase: SharedCase
    /// The largest number of followers, without the speaker's screens and without mirrors.
    let capacity: Int
    /// The user who may have the speaker's screen.
    let presenter: UInt32
    let listener: ListeningSocket
    let eventPoll: EventPoll
    var connections: [Int32: Connection] = [:]
    var talk = LatestMessages<AudienceMessage>()
    var speakerTalk = LatestMessages<SpeakerMessage>()
    var position: TalkPosition?
    /// The last position that was at a step.
    var stepShown: TalkPosition?
    var sequence = 0
    var notes: SpeakerNotes?
    var hands: HandList
    /// The number of steps that have been shown, for the hands that outlive the next one.
    var steps = 0
    var orders: [SpeakerOrder] = []
    var isOpen = true

    /// The connections that have not been sent the newest position, in the order of their turns.
    var unserved: [Int32] = [] {
        didSet {
            guard oldValue.isEmpty != unserved.isEmpty else { return }
            eventPoll.ring(every: unserved.isEmpty ? nil : Limits.turnInterval)
        }
    }
    /// The connections without a greeting, in the order of arrival.
    var unidentified: [Int32] = []
    var fruitless = FruitlessArrivals()
    var arrivals = (left: Limits.arrivals, renewed: Instant?.none)
    var isListenerWatched = true
    var isAttendanceStale = false

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
        on occasion: Occasion = Occasion(), capacity: Int = largestCapacity, presenter: UInt32,
        with hands: HandList = HandList()
    ) throws(SeminarError) {
        (self.name, self.sharedCase, self.capacity, self.presenter) = (name, sharedCase, capacity, presenter)
        self.occasion = occasion
        (self.hands, isAttendanceStale) = (hands, !hands.open.isEmpty)
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
    package func close(hasEnded: Bool = true) { close(sending: hasEnded ? .ended : nil) }

    func close(sending last: AudienceMessage?) {
        guard isOpen else { return }
        isOpen = false
        listener.close()
        for connection in connections.values { connection.close(sending: last) }
        connections = [:]
        eventPoll.close()
    }

    var welcome: Welcome {
        Welcome(
            seminar: name.text, digest: sharedCase.digest, title: sharedCase.title,
            caseSize: sharedCase.bytes.count, occasion: occasion)
    }

    /// The size of a case that is too large to be sent to followers who have another one; nil if it can be sent.
    package var oversize: Int? {
        sharedCase.bytes.count > Follower.largestCase ? sharedCase.bytes.count : nil
    }
}
