import CaseModel

// The followers of mirrors, who count as followers here.
extension SeminarHub {
    /// What this seminar's own followers are and ask, for the presenter of the seminar that it mirrors.
    var report: MirrorReport {
        var report = MirrorReport(attendance: attendance)
        // An id that is longer than any of a case is at nothing that the presenter could name.
        report.attendance.wandering.removeAll { $0.at.utf8.count > Limits.id }
        report.answered = questions.filter(\.isAnswered).suffix(Limits.counts).map(\.number)
        return report
    }

    /// The hands and questions for a seminar that takes this one's place: all followers are gone, perhaps not for good.
    var handsAdrift: HandList {
        var hands = hands
        for hand in hands.open { hands.leave(hand.number) }
        return hands
    }
}

extension Attendance {
    /// A mirror's count as far as it can be true, with the places of a case.
    func believable(within places: Set<String>) -> Attendance {
        var attendance = Attendance(followers: min(followers, Limits.mirrored))
        attendance.wanderers = min(wanderers, attendance.followers)
        attendance.wandering = wandering.filter { places.contains($0.at) }.map {
            Count(at: $0.at, followers: min($0.followers, attendance.wanderers))
        }
        return attendance
    }
}
