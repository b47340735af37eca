import CaseModel
import System

// What followers send.
extension SeminarHub {
    func receive(from descriptor: Int32, at now: Instant) {
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

    func take(
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
    func raise(_ hand: RaisedHand, from descriptor: Int32, mayBeAnswered: Bool) -> Int {
        let place = hand.at.flatMap { sharedCase.places.contains($0) ? $0 : nil }
        let owner = owner(of: hand, from: descriptor)
        if mayBeAnswered, let number = hands.takeSettled(hand, at: place) {
            lower([owner], isAnswered: true)
            return number
        }
        return hands.raise(
            hand, by: owner, at: place, minute: minute, step: position?.tour == nil ? nil : position?.step)
    }

    func owner(of hand: RaisedHand, from descriptor: Int32) -> HandList.Owner {
        HandList.Owner(descriptor: descriptor, serial: hand.serial, steps: steps)
    }

    /// Takes over the followers of a mirror, with their hands.
    func take(_ report: MirrorReport, from descriptor: Int32) {
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
    func reporter(of number: Int) -> HandList.Owner? {
        for (descriptor, connection) in connections {
            if let known = connection.mirrored?.hands.first(where: { $0.value == number }) {
                return HandList.Owner(descriptor: descriptor, serial: known.key, steps: steps)
            }
        }
        return nil
    }

    func admit(_ descriptor: Int32, as role: FollowerMessage.Role) throws(Connection.Dismissal) {
        guard let connection = connections[descriptor] else { return }
        switch role {
        case .audience, .mirror:
            // A mirror is nobody itself, and takes nobody's place.
            let seated = connections.values.count { $0.isAudience && $0.mirrored == nil }
            guard role == .mirror || seated < capacity else { throw .refused(.full) }
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
