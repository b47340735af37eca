/// The timeline of a case: its drivers, arrangements and projects, and all other items with a date.
///
/// Drivers, arrangements and projects without a date are listed as undated. For an element, a mode or a field a
/// date is not expected, so that undated ones are left out.
package struct Timeline: Hashable, Sendable {
    /// A dated item.
    package struct Entry: Hashable, Sendable {
        /// The end of an item, as far as known.
        package enum Ending: Hashable, Sendable {
            /// The date of the end.
            case on(PartialDate)
            /// The case says that it goes on, or there was no end yet on the date that the item's status is as of.
            case lasting(asOf: PartialDate?)
            /// Unknown: the item may have ended or not, or on an unknown date.
            case unknown
        }

        /// The item's position.
        package let position: Int
        /// The date of the beginning; nil if only the end is known.
        package let start: PartialDate?
        /// True where it has no beginning, rather than an unknown one.
        package let isOpenAtStart: Bool
        /// How it ended.
        package let end: Ending
        /// True where the status says that it operates or is in force: what has a period of works goes on after
        /// those, and of anything else the period itself is the time in force.
        package let isInForce: Bool
        /// The date of the status, if the item is in force.
        package let inForceAsOf: PartialDate?

        /// An item with one date or two.
        package init(
            position: Int, start: PartialDate?, isOpenAtStart: Bool = false, end: Ending,
            isInForce: Bool = false, inForceAsOf: PartialDate? = nil
        ) {
            self.position = position
            self.start = start
            self.isOpenAtStart = isOpenAtStart
            self.end = end
            self.isInForce = isInForce
            self.inForceAsOf = inForceAsOf
        }

        /// From the first to the last known day. An imprecise date counts from its first day to its last, an
        /// ongoing item up to the date of its status.
        package var days: ClosedRange<Int> {
            // An entry has at least one date.
            let first = (start ?? end.date)?.days.lowerBound ?? 0
            return
                first...max(
                    first, start?.days.upperBound ?? first, end.lastDay ?? first,
                    inForceAsOf?.days.lowerBound ?? first)
        }
    }

    /// The dated items, the earliest first; of those that begin on the same day, the one that ends first.
    package let entries: [Entry]
    /// The positions of the undated drivers, arrangements and projects, in the case's order.
    package let undated: [Int]
    /// From the first to the last known day; nil if nothing is dated.
    package let range: ClosedRange<Int>?

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

    /// The last day that the end may mean; of an ongoing item the first day of its status's date, since nothing
    /// later is known.
    var lastDay: Int? {
        switch self {
        case .on(let date): date.days.upperBound
        case .lasting(let asOf): asOf?.days.lowerBound
        case .unknown: nil
        }
    }
}

extension Timeline.Entry {
    /// The dates: `2013-05 – 2018-01-25`; `2018-12 –` while it lasts; `?` for what is not known.
    package var label: Text {
        let label = { (language: LanguageTag) in
            let start = start?.label.localized(in: language) ?? (isOpenAtStart ? nil : "?")
            switch end {
            case .on(let end) where start == nil: return "– " + end.label.localized(in: language)
            case .on(let end) where self.start == end: return end.label.localized(in: language)
            case .on(let end): return "\(start ?? "") – \(end.label.localized(in: language))"
            case .lasting: return "\(start ?? "") –"
            case .unknown: return "\(start ?? "") – ?"
            }
        }
        return Text(chinese: label(.chinese), english: label(.english))
    }

    /// Whether one of its dates is approximate or uncertain.
    package var isDoubtful: Bool { start?.isDoubtful == true || end.date?.isDoubtful == true }
}

extension CaseGraph {
    /// The timeline of the case.
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

    /// The entry of an item; nil for an undated one.
    package func entry(of position: Int) -> Timeline.Entry? {
        let item = `case`.items[position]
        guard let period = item.period, period.isDated else { return nil }
        let end: Timeline.Entry.Ending =
            switch period.ending {
            case .on(let date): .on(date)
            case .open: .lasting(asOf: item.status?.asOf)
            case .unknown: ending(of: item)
            }
        let isInForce = stage(of: item) == .inForce
        return Timeline.Entry(
            position: position, start: period.start, isOpenAtStart: period.beginning == .open, end: end,
            isInForce: isInForce, inForceAsOf: isInForce ? item.status?.asOf : nil)
    }

    private func stage(of item: Item) -> Status.Stage? {
        item.status.flatMap { status in `case`.statuses.first { $0.id == status.value }?.stage }
    }

    /// The years in which an item is known to have gone on: without end where its period is open or its status says
    /// that it lasts, also after the end of works; nil where it has no date.
    package func years(of position: Int) -> ClosedRange<Int>? {
        guard let years = `case`.items[position].period?.years, let entry = entry(of: position) else {
            return nil
        }
        switch entry.end {
        case .lasting: return years.lowerBound...Int.max
        case .on(let end):
            let lasts = entry.inForceAsOf.map { end.isSurelyBefore($0) } == true
            return lasts ? years.lowerBound...Int.max : years
        case .unknown: return years
        }
    }

    /// A period whose end is unknown lasts where the item's status says so.
    private func ending(of item: Item) -> Timeline.Entry.Ending {
        switch stage(of: item) {
        case .planned, .agreed, .underWay, .inForce: .lasting(asOf: item.status?.asOf)
        case .done, .stopped, nil: .unknown
        }
    }
}

extension Kind.Role {
    /// True for roles that take place in time, at a known date or not.
    package var liesInTime: Bool {
        switch self {
        case .driver, .arrangement, .project: true
        case .element, .mode, .field: false
        }
    }
}
