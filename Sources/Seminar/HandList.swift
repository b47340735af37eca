@_spi(_Unicode) import Swift

import CaseModel

/// The hands that followers have raised, and all their questions.
struct HandList {
    /// The connection of a raised hand, and when the talk was where.
    struct Owner {
        let descriptor: Int32
        let serial: Int
        /// The number of steps that had been shown.
        let steps: Int
    }

    private(set) var questions: [SeminarQuestion] = []
    /// What is raised or open, the earliest first.
    private(set) var open: [Attendance.Hand] = []
    private var owners: [Int: Owner] = [:]
    /// The open questions whose followers were cut off and may come back.
    private var adrift: Set<Int> = []
    /// The questions that were answered off meanwhile.
    private var settled: Set<Int> = []
    private var last = 0

    /// Raises a hand; returns its number.
    mutating func raise(_ hand: RaisedHand, by owner: Owner, at place: String?, minute: Int, step: Int?)
        -> Int
    {
        let question = hand.question.flatMap(Self.tidied)
        // A connection that was lost and made anew raises the same hand again.
        if let question,
            let known = open.firstIndex(where: { !$0.isUp && $0.question == question && $0.at == place })
        {
            open[known].isUp = true
            owners[open[known].number] = owner
            adrift.remove(open[known].number)
            return open[known].number
        }
        last += 1
        open.append(Attendance.Hand(number: last, minute: minute, at: place, question: question))
        owners[last] = owner
        if let question {
            questions.append(
                SeminarQuestion(
                    number: last, minute: minute, at: place, step: step, text: question, isAnswered: false))
            if questions.count > Limits.questions { settled.remove(questions.removeFirst().number) }
        }
        if open.count > Limits.questions, let oldest = open.firstIndex(where: { !$0.isUp }) {
            adrift.remove(open.remove(at: oldest).number)
        }
        return last
    }

    /// The number of this question if it was answered off while its follower was cut off, which is said once.
    mutating func takeSettled(_ hand: RaisedHand, at place: String?) -> Int? {
        guard !settled.isEmpty, let text = hand.question.flatMap(Self.tidied) else { return nil }
        let known = questions.first { settled.contains($0.number) && $0.text == text && $0.at == place }
        return known.flatMap { settled.remove($0.number) }
    }

    /// Raises the hand of an open question again; does nothing for one that is up, answered or withdrawn.
    mutating func raiseAgain(_ number: Int, by owner: Owner) {
        guard let place = open.firstIndex(where: { $0.number == number && !$0.isUp }) else { return }
        open[place].isUp = true
        owners[number] = owner
    }

    /// Takes down a hand whose follower wants that: its question is withdrawn.
    mutating func withdraw(_ number: Int) {
        remove(number)
        questions.removeAll { $0.number == number && !$0.isAnswered }
    }

    /// Takes down a hand that is down at its mirror; a question stays.
    mutating func abandon(_ number: Int) { _ = lower(number) }

    /// Takes down a hand whose follower is gone, perhaps not for good; a question stays.
    mutating func leave(_ number: Int) {
        _ = lower(number)
        if open.contains(where: { $0.number == number }) { adrift.insert(number) }
    }

    /// Answers a question off, or lowers a hand; returns the owner of one that was up.
    mutating func answer(_ number: Int) -> Owner? {
        if adrift.contains(number) { settled.insert(number) }
        let owner = owners[number]
        remove(number)
        for place in questions.indices where questions[place].number == number {
            questions[place].isAnswered = true
        }
        return owner
    }

    /// Lowers the hands raised two steps ago or earlier; returns their owners. Their questions stay open.
    mutating func lower(before steps: Int) -> [Owner] {
        owners.filter { $0.value.steps + 2 <= steps }.keys.sorted().compactMap { lower($0) }
    }

    /// Lowers all hands; returns their owners. Questions stay open.
    mutating func lowerAll() -> [Owner] { owners.keys.sorted().compactMap { lower($0) } }

    /// Lowers a hand; returns its owner. A question stays open.
    mutating func lower(_ number: Int) -> Owner? {
        guard let owner = owners.removeValue(forKey: number) else { return nil }
        guard let place = open.firstIndex(where: { $0.number == number }) else { return owner }
        if open[place].question == nil { open.remove(at: place) } else { open[place].isUp = false }
        return owner
    }

    private mutating func remove(_ number: Int) {
        owners[number] = nil
        adrift.remove(number)
        open.removeAll { $0.number == number }
    }

    /// A question on one line, in composed form and without piles of marks; nil if nothing is left.
    private static func tidied(_ text: String) -> String? {
        var (scalars, marks) = (String.UnicodeScalarView(), 0)
        for scalar in text._nfc {
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .enclosingMark:
                marks += 1
                if marks > 2 { continue }
            case .control: continue
            case _: marks = 0
            }
            scalars.append(scalar)
        }
        let words = String(scalars).split(whereSeparator: \.isWhitespace)
        return words.isEmpty ? nil : words.joined(separator: " ")
    }
}

/// A question that was asked in a seminar.
package struct SeminarQuestion: Equatable, Sendable {
    /// The number of the hand.
    package var number: Int
    /// The minute of the day.
    package var minute: Int
    /// What the talk or the follower was at; nil where that is nothing of the case.
    package var at: String?
    /// The number of the step, from 0; nil off the path.
    package var step: Int?
    package var text: String
    package var isAnswered: Bool
}
