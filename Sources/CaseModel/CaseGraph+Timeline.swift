/// What of a case lies in time: its drivers, arrangements and projects, and whatever else it gives a date.
///
/// An element, a mode or a field without a date is not missing one, and is left out; a driver, an arrangement or
/// a project without a date is told of as undated.
package struct Timeline: Hashable, Sendable {
    /// A dated item.
    package struct Entry: Hashable, Sendable {
        /// What is known of an end.
        package enum Ending: Hashable, Sendable {
            /// The date of the end.
            case on(PartialDate)
            /// There was none yet on the date that the item's status is as of.
            case lasting(asOf: PartialDate?)
            /// It may have ended or not; or it ended on a date that is not told.
            case unknown
        }

        /// The item's position.
        package let position: Int
        /// When it began; nil where only its end is known.
        package let start: PartialDate?
        /// How it ended.
        package let end: Ending

        /// An item with one date or two.
        package init(position: Int, start: PartialDate?, end: Ending) {
            self.position = position
            self.start = start
            self.end = end
        }

        /// From the first to the last day that something is known of; an imprecise date counts from its first day
        /// to its last, a lasting item to the day for which that is known.
        package var days: ClosedRange<Int> {
            // An entry without any date is not made.
            let first = (start ?? end.date)?.days.lowerBound ?? 0
            return first...max(first, start?.days.upperBound ?? first, end.lastDay ?? first)
        }
    }

    /// The dated items, the earliest first; of those that begin on the same day the one that ends first.
    package let entries: [Entry]
    /// The positions of the undated drivers, arrangements and projects, in the case's order.
    package let undated: [Int]
    /// From the first to the last day that something is known of; nil where nothing is dated.
    package let range: ClosedRange<Int>?

    /// Lays out these entries.
    init(entries: [Entry], undated: [Int]) {
        let dated = entries.map { (entry: $0, days: $0.days) }.sorted { left, right in
            (left.days.lowerBound, left.days.upperBound, left.entry.position)
                < (right.days.lowerBound, right.days.upperBound, right.entry.position)
        }
        self.entries = dated.map(\.entry)
        self.undated = undated
        range = dated.first.map { first in
            first.days.lowerBound...dated.reduce(first.days.upperBound) { max($0, $1.days.upperBound) }
        }
    }
}

extension Timeline.Entry.Ending {
    /// The date of the end, if known.
    package var date: PartialDate? {
        switch self {
        case .on(let date): date
        case .lasting, .unknown: nil
        }
    }

    /// The last day that it may mean; of a lasting item the first that its date may mean, for no more is said.
    var lastDay: Int? {
        switch self {
        case .on(let date): date.days.upperBound
        case .lasting(let asOf): asOf?.days.lowerBound
        case .unknown: nil
        }
    }
}

extension CaseGraph {
    /// The case in time.
    package var timeline: Timeline {
        var entries: [Timeline.Entry] = []
        var undated: [Int] = []
        for position in `case`.items.indices {
            if let entry = entry(of: position) {
                entries.append(entry)
            } else if let role = kind(of: position)?.role, role.liesInTime {
                undated.append(position)
            }
        }
        return Timeline(entries: entries, undated: undated)
    }

    /// An item in time; nil where it has no date.
    package func entry(of position: Int) -> Timeline.Entry? {
        let item = `case`.items[position]
        guard let period = item.period, period.start != nil || period.end != nil else { return nil }
        return Timeline.Entry(
            position: position, start: period.start,
            end: period.end.map { .on($0) } ?? ending(of: item))
    }

    /// A period without an end lasts where the item's status says so.
    private func ending(of item: Item) -> Timeline.Entry.Ending {
        guard let status = item.status,
            let stage = `case`.statuses.first(where: { $0.id == status.value })?.stage
        else { return .unknown }
        switch stage {
        case .planned, .agreed, .underWay, .inForce: return .lasting(asOf: status.asOf)
        case .done, .stopped: return .unknown
        }
    }
}

extension Kind.Role {
    /// Whether what has this role happens at some time, known or not.
    package var liesInTime: Bool {
        switch self {
        case .driver, .arrangement, .project: true
        case .element, .mode, .field: false
        }
    }
}
