import CaseModel
import System

// What followers are sent.
extension SeminarHub {
    /// Tells the owners of hands that these are down.
    func lower(_ owners: [HandList.Owner], isAnswered: Bool = false) {
        for owner in owners {
            connections[owner.descriptor]?.hand = nil
            connections[owner.descriptor]?.tell(
                of: LoweredHand(serial: owner.serial, isAnswered: isAnswered))
            serve(owner.descriptor)
        }
        isAttendanceStale = true
        countAttendance()
    }

    func serve(_ descriptor: Int32) {
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
    func serveNext() {
        // A connection without room is served when its socket has room again.
        for descriptor in unserved.prefix(Limits.served) where connections[descriptor]?.awaitsRoom == false {
            serve(descriptor)
        }
        unserved.removeFirst(min(unserved.count, Limits.served))
    }

    func serveSpeakers() {
        for (descriptor, connection) in connections where connection.isSpeaker && !connection.awaitsRoom {
            serve(descriptor)
        }
    }

    func countAttendance() {
        guard isAttendanceStale else { return }
        isAttendanceStale = false
        let counted = Attendance(of: connections.values, hands: hands.open)
        guard counted != attendance else { return }
        attendance = counted
        speakerTalk.post(.attendance(counted))
        serveSpeakers()
    }
}
