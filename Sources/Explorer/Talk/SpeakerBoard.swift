import CaseModel

/// The contents of the speaker's second screen: notes and attendance from the presenter, and the clocks of this
/// screen.
package struct SpeakerBoard: Equatable, Sendable {
    /// The time of day.
    package struct Clock: Equatable, Sendable {
        /// 0 to 23.
        package var hour: Int
        /// 0 to 59.
        package var minute: Int

        package init(hour: Int, minute: Int) {
            (self.hour, self.minute) = (hour, minute)
        }

        /// A minute of the day.
        package init(minute: Int) {
            self.init(hour: minute / 60 % 24, minute: minute % 60)
        }

        /// `09:05`.
        package var text: String { Self.twoDigits(hour) + ":" + Self.twoDigits(minute) }

        static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    }

    package var notes: SpeakerNotes
    package var attendance: Attendance
    /// The talk's clock at this moment.
    package var timer: SpeakerNotes.Clock
    package var clock: Clock
    /// False while the presenter's program cannot be reached.
    package var isConnected: Bool

    package init(
        notes: SpeakerNotes, attendance: Attendance, timer: SpeakerNotes.Clock, clock: Clock,
        isConnected: Bool = true
    ) {
        (self.notes, self.attendance, self.timer, self.clock) = (notes, attendance, timer, clock)
        self.isConnected = isConnected
    }

    /// True once the planned time of the talk is up; nil for a talk without one.
    package var isOver: Bool? { notes.planned.flatMap { $0 > 0 ? timer.elapsed >= $0 : nil } }
}
