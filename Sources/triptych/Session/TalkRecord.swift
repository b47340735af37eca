import CaseModel
import Explorer
import System

/// Where a talk is, kept while it lasts so that it can go on after a crash; a talk that ends as it should removes it.
struct TalkRecord {
    /// A kept position.
    struct Position: Equatable {
        /// The number of the step, from 0.
        var step: Int
        var revealed: Int
        /// The seconds of the clock, and the step at which it began.
        var elapsed = 0
        var firstStep = 0
        /// The second of the day at which that was so, if the clock ran: it goes on while the program is gone.
        var second: Int?

        /// True unless only time has passed since an earlier position: a clock that went back was reset.
        func differs(from earlier: Position) -> Bool {
            (step, revealed, firstStep) != (earlier.step, earlier.revealed, earlier.firstStep)
                || (second == nil) != (earlier.second == nil) || elapsed < earlier.elapsed
        }

        /// The seconds of the clock at a later second of the day; a gap of hours is no interruption of a talk.
        func elapsed(at now: Int) -> Int {
            let gap = second.map { (now - $0 + 86_400) % 86_400 } ?? 0
            return elapsed + (gap < 3 * 3600 ? gap : 0)
        }
    }

    private let path: String
    private let folder: StateFolder
    private var written: Position?
    /// The position at which the last talk broke off; nil if it ended as it should, or is still held.
    let brokenOff: Position?

    /// The record of a tour of a case, under the name of a seminar if others follow; nil without a folder for it.
    init?(of tour: ID<Tour>, in case: ID<Case>, seminar: String?, folder: StateFolder? = StateFolder()) {
        guard let folder else { return nil }
        self.folder = folder
        path = folder.talk(on: tour, in: `case`, seminar: seminar)
        let fields = (try? WholeFile.read(path, filesOnly: true) { _ in 1024 }).map(Self.fields) ?? [:]
        // A number may have been given to another process since, after a reboot for instance.
        let beginning = fields["process"].flatMap(CurrentProcess.beginning)
        let isHeld = beginning != nil && (fields["beginning"].map { $0 == beginning } ?? true)
        guard !isHeld, let step = fields["step"], let revealed = fields["revealed"], step > 0 || revealed > 0
        else {
            brokenOff = nil
            return
        }
        brokenOff = Position(
            step: step, revealed: revealed, elapsed: fields["elapsed"] ?? 0,
            firstStep: fields["first-step"] ?? 0, second: fields["second"])
    }

    /// What the explorer offers after a talk that broke off.
    var resumption: Resumption? { brokenOff.map { Resumption(step: $0.step, revealed: $0.revealed) } }

    /// Keeps a position, if the talk has moved or its clock was started, paused or reset. A failure costs only the offer
    /// to go on.
    mutating func keep(_ position: Position) {
        guard written.map(position.differs) ?? true else { return }
        written = position
        let fields: [(String, Int?)] = [
            ("step", position.step), ("revealed", position.revealed), ("elapsed", position.elapsed),
            ("first-step", position.firstStep), ("second", position.second),
            ("process", Int(CurrentProcess.identifier)),
            ("beginning", CurrentProcess.beginning(of: Int(CurrentProcess.identifier))),
        ]
        let text = fields.map { field in field.1.map { "\(field.0)=\($0)\n" } ?? "" }.joined()
        try? folder.prepare()
        try? WholeFile.write(text, to: path, permissions: 0o600)
    }

    /// Removes the record at the end of the talk.
    func remove() {
        if written != nil { try? FileSystem.remove(path) }
    }

    static func fields(_ bytes: [UInt8]) -> [String: Int] {
        var fields: [String: Int] = [:]
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
            let parts = line.split(separator: "=")
            if parts.count == 2, let value = Int(parts[1]), value >= 0 { fields[String(parts[0])] = value }
        }
        return fields
    }
}

extension TalkRecord.Position {
    /// Where a talk is, with its clock if it has one.
    init(of talk: Talk, clock: TalkClock?, at now: ContinuousClock.Instant) {
        let reading = clock?.reading(at: now)
        self.init(
            step: talk.step, revealed: talk.revealed, elapsed: reading?.elapsed ?? 0,
            firstStep: clock?.firstStep ?? 0,
            second: reading?.isRunning == true ? LocalTime.now?.secondOfDay ?? 0 : nil)
    }
}
