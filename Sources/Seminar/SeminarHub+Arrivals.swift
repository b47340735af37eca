import CaseModel
import System

// Connecting and leaving.
extension SeminarHub {
    func acceptConnections(at now: Instant) {
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

    func add(_ stream: ByteStream, at now: Instant) {
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

    func renewArrivals(at now: Instant) {
        guard let renewed = arrivals.renewed, renewed <= now else { return }
        arrivals = (Limits.arrivals, nil)
        watchListener(true)
    }

    func watchListener(_ isWatched: Bool) {
        guard isWatched != isListenerWatched else { return }
        isListenerWatched = isWatched
        eventPoll.change(listener.descriptor, reading: isWatched)
    }

    /// Dismisses a connection, and counts one without a greeting.
    func turnAway(_ descriptor: Int32, sending last: AudienceMessage? = nil, at now: Instant) {
        if let connection = connections[descriptor], connection.isUnidentified {
            fruitless.count(connection.user, at: now)
        }
        dismiss(descriptor, sending: last)
    }

    func dismiss(_ descriptor: Int32, sending last: AudienceMessage? = nil) {
        guard let connection = connections.removeValue(forKey: descriptor) else { return }
        connection.close(sending: last)
        if let hand = connection.hand { hands.leave(hand) }
        for hand in connection.mirrored?.hands.values.sorted() ?? [] { hands.leave(hand) }
        if connection.isUnidentified { unidentified.removeAll { $0 == descriptor } }
        if connection.isAudience { isAttendanceStale = true }
    }
}
