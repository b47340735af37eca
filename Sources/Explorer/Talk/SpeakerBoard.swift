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
    }

    package var notes: SpeakerNotes
    package var attendance: Attendance
    /// Seconds since the talk began.
    package var elapsed: Int
    package var clock: Clock

    package init(notes: SpeakerNotes, attendance: Attendance, elapsed: Int, clock: Clock) {
        (self.notes, self.attendance, self.elapsed, self.clock) = (notes, attendance, elapsed, clock)
    }
}
