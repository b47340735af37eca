import CaseModel

// The encoding and decoding of each part are next to each other and in the same order: change both and
// `FrameForm.version`.

extension Welcome {
    init(from reader: inout WireReader) throws(WireError) {
        seminar = try reader.text(Limits.id)
        digest = try reader.text(Limits.id)
        title = try Text(from: &reader, Limits.line)
        caseSize = try reader.number()
        occasion = try Occasion(from: &reader)
    }

    func write(into writer: inout WireWriter) {
        writer.text(seminar, Limits.id)
        writer.text(digest, Limits.id)
        title.write(into: &writer, Limits.line)
        writer.number(caseSize)
        occasion.write(into: &writer)
    }
}

extension Occasion {
    init(from reader: inout WireReader) throws(WireError) {
        self.init(presenter: try reader.optionalText(Limits.line))
        date = try reader.optionalText(Limits.line).flatMap { PartialDate($0) }
        join = try reader.optionalText(Limits.line)
    }

    func write(into writer: inout WireWriter) {
        for text in [presenter, date.map { "\($0)" }, join] {
            writer.optionalText(text, Limits.line)
        }
    }
}

extension TalkPosition {
    init(from reader: inout WireReader) throws(WireError) {
        self.init(place: try reader.text(Limits.place))
        tour = try reader.optionalText(Limits.id)
        step = try reader.number()
        revealed = try reader.number()
        isBlank = try reader.flag()
    }

    func write(into writer: inout WireWriter) {
        writer.text(place, Limits.place)
        writer.optionalText(tour, Limits.id)
        writer.number(step)
        writer.number(revealed)
        writer.flag(isBlank)
    }
}

extension SpeakerNotes {
    init(from reader: inout WireReader) throws(WireError) {
        func line(_ reader: inout WireReader) throws(WireError) -> Text {
            try Text(from: &reader, Limits.line)
        }
        func number(_ reader: inout WireReader) throws(WireError) -> Int { try reader.number() }
        self.init(text: try Text(from: &reader, Limits.notes))
        nextHeadline = try reader.optional(line)
        nextView = try reader.optionalText(Limits.id)
        pointsToCome = try reader.list(Limits.points, line)
        clock.elapsed = try reader.number()
        clock.atStep = try reader.number()
        clock.isRunning = try reader.flag()
        planned = try reader.optional(number)
        let step = (try reader.optional(number), try reader.optional(number))
        if let begin = step.0, let end = step.1, begin <= end { plannedStep = begin..<end }
        takesMoves = try reader.flag()
    }

    func write(into writer: inout WireWriter) {
        text.write(into: &writer, Limits.notes)
        writer.optional(nextHeadline) { $1.write(into: &$0, Limits.line) }
        writer.optionalText(nextView, Limits.id)
        writer.list(pointsToCome, Limits.points) { $1.write(into: &$0, Limits.line) }
        writer.number(clock.elapsed)
        writer.number(clock.atStep)
        writer.flag(clock.isRunning)
        for seconds in [planned, plannedStep?.lowerBound, plannedStep?.upperBound] {
            writer.optional(seconds) { $0.number($1) }
        }
        writer.flag(takesMoves)
    }
}

extension MirrorReport {
    init(from reader: inout WireReader) throws(WireError) {
        attendance = try Attendance(from: &reader)
        answered = try reader.list(Limits.counts) { (reader: inout WireReader) throws(WireError) in
            try reader.number()
        }
    }

    func write(into writer: inout WireWriter) {
        attendance.write(into: &writer)
        writer.list(answered, Limits.counts) { $0.number($1) }
    }
}

extension Attendance {
    init(from reader: inout WireReader) throws(WireError) {
        self.init(followers: try reader.number())
        wanderers = try reader.number()
        wandering = try reader.list(Limits.counts) { (reader: inout WireReader) throws(WireError) in
            Count(at: try reader.text(Limits.wandering), followers: try reader.number())
        }
        hands = try reader.list(Limits.counts) { (reader: inout WireReader) throws(WireError) in
            try Hand(from: &reader)
        }
    }

    func write(into writer: inout WireWriter) {
        writer.number(followers)
        writer.number(wanderers)
        writer.list(wandering, Limits.counts) {
            $0.text($1.at, Limits.wandering)
            $0.number($1.followers)
        }
        writer.list(hands, Limits.counts) { $1.write(into: &$0) }
    }
}

extension Attendance.Hand {
    init(from reader: inout WireReader) throws(WireError) {
        self.init(number: try reader.number(), minute: try reader.number())
        at = try reader.optionalText(Limits.id)
        question = try reader.optionalText(Limits.question)
        isUp = try reader.flag()
    }

    func write(into writer: inout WireWriter) {
        writer.number(number)
        writer.number(minute)
        writer.optionalText(at, Limits.id)
        writer.optionalText(question, Limits.question)
        writer.flag(isUp)
    }
}

extension RaisedHand {
    init(from reader: inout WireReader) throws(WireError) {
        self.init(serial: try reader.number())
        at = try reader.optionalText(Limits.id)
        question = try reader.optionalText(Limits.question)
    }

    func write(into writer: inout WireWriter) {
        writer.number(serial)
        writer.optionalText(at, Limits.id)
        writer.optionalText(question, Limits.question)
    }
}

extension SpeakerOrder {
    private static let codes: [(code: UInt8, order: SpeakerOrder)] = [
        (1, .next), (2, .previous), (3, .blank), (4, .toggleClock), (5, .resetClock), (6, .lowerHands),
    ]

    init(from reader: inout WireReader) throws(WireError) {
        let code = try reader.byte()
        switch code {
        case 16: self = .goTo(step: try reader.number())
        case 17: self = .answer(hand: try reader.number())
        case _:
            guard let known = Self.codes.first(where: { $0.code == code }) else { throw .damaged }
            self = known.order
        }
    }

    func write(into writer: inout WireWriter) {
        switch self {
        case .goTo(let step):
            writer.byte(16)
            writer.number(step)
        case .answer(let hand):
            writer.byte(17)
            writer.number(hand)
        case .next, .previous, .blank, .toggleClock, .resetClock, .lowerHands:
            if let code = Self.codes.first(where: { $0.order == self })?.code { writer.byte(code) }
        }
    }
}

// A wording that is missing is written as an empty one. A text in other languages than Chinese and English begins with
// a mark, which a program that does not know of them takes for damage; its wordings share the room of those two.
extension Text {
    init(from reader: inout WireReader, _ limit: Int) throws(WireError) {
        guard let chinese = try reader.textUnlessMarked(limit) else {
            let wordings = try reader.list(Limits.languages) {
                (reader: inout WireReader) throws(WireError) in
                guard let tag = LanguageTag(try reader.text(Limits.id)) else { throw .damaged }
                return (tag: tag, text: try reader.text(limit))
            }
            self.init(wordings)
            return
        }
        let english = try reader.text(limit)
        self.init(chinese: chinese.isEmpty ? nil : chinese, english: english.isEmpty ? nil : english)
    }

    func write(into writer: inout WireWriter, _ limit: Int) {
        guard hasOthers else {
            writer.text(chinese ?? "", limit)
            writer.text(english ?? "", limit)
            return
        }
        writer.mark()
        let share = min(limit, 2 * limit / min(tags.count, Limits.languages) - Limits.tag)
        writer.list(tags, Limits.languages) { writer, tag in
            writer.text(tag.text, Limits.id)
            writer.text(self[tag] ?? "", share)
        }
    }
}
