import CaseModel

// Hands and questions: the follower's own, and those that presenter and speaker see.
extension State {
    /// The hands and questions of the audience; nil unless a seminar is presented or steered here.
    var hands: [Attendance.Hand]? { board?.attendance.hands ?? seminar?.hands }

    /// The reason why there is no list of hands; nil if there is one.
    var reasonNotToListHands: Text? { hands == nil ? Strings.nobodyCanFollow : nil }

    /// Lowers the own hand, or asks for a question with which to raise it.
    mutating func raiseOrLowerHand() {
        guard talk?.hand != nil else {
            editor = Editor(.question, text: "")
            return
        }
        talk?.hand = nil
        notice = Strings.handLowered
    }

    /// Raises the hand at what is shown.
    mutating func raiseHand(asking question: String?) {
        guard let talk, talk.part == .audience else { return }
        let serial = talk.handsRaised + 1
        self.talk?.handsRaised = serial
        let place = placeOfHand
        self.talk?.hand = RaisedHand(serial: serial, at: place, question: question)
        // While there is no connection, a remark says why.
        let isSent = remark == nil
        notice =
            !isSent
            ? Strings.handWaits(isPlain: isPlain)
            : question == nil
                ? Strings.handRaised(isPlain: isPlain) : Strings.questionAsked(isPlain: isPlain)
    }

    /// Lowers the own hand of a serial number, which the speaker or the talk's going on has lowered.
    package mutating func handWasLowered(serial: Int) {
        guard talk?.hand?.serial == serial else { return }
        talk?.hand = nil
        notice = Strings.handWasLowered
    }

    /// What a hand is about: what the talk's step is at, or off the path what is shown here; nil for a step that is at
    /// nothing. A hand that waits for the presenter always says what is shown, since the talk may be elsewhere by then.
    private var placeOfHand: String? {
        guard let talk, talk.isOnPath, let step else { return attendanceKey }
        return key(of: step) ?? (remark == nil ? nil : attendanceKey)
    }

    /// The id of what a step is at; nil for nothing.
    private func key(of step: Tour.Step) -> String? {
        graph.entity(at: step).map { graph.reference(to: $0).id }
    }
}

extension State {
    /// The words for where a question was asked: the step that the talk was at, if the asker saw that, or else what the
    /// asker saw.
    package func namesPlace(of key: String?, step number: Int?) -> String? {
        let steps = talk?.tour.map { graph.case.tours[$0].steps } ?? []
        if let number, steps.indices.contains(number), self.key(of: steps[number]) == key {
            return "\(number + 1). \(language.line(steps[number].headline))"
        }
        return key.map(titles.title(ofAttended:))
    }
}

/// A seminar that is presented here, for the presenter's own last line.
package struct OpenSeminar: Equatable, Sendable {
    package var name: String
    package var followers: Int
    package var hands: [Attendance.Hand]

    package init(name: String, followers: Int = 0, hands: [Attendance.Hand] = []) {
        (self.name, self.followers, self.hands) = (name, followers, hands)
    }
}
