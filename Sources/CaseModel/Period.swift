/// A stretch of time, as an interval of EDTF level 1: `2018/2020`, `2018/..` (goes on), `2018/` (end unknown), `../2018`.
package struct Period: Hashable, Sendable {
    /// What is known of one of its ends.
    package enum Bound: Hashable, Sendable {
        /// The date.
        case on(PartialDate)
        /// There is none: it goes on, or was always so.
        case open
        /// Not known, nor whether there is one.
        case unknown
    }

    /// How it began.
    package var beginning: Bound
    /// How it ended.
    package var ending: Bound

    /// A period between two bounds.
    package init(beginning: Bound, ending: Bound) {
        self.beginning = beginning
        self.ending = ending
    }

    /// A period between two dates; a missing one is unknown.
    package init(start: PartialDate? = nil, end: PartialDate? = nil) {
        self.init(beginning: start.map { .on($0) } ?? .unknown, ending: end.map { .on($0) } ?? .unknown)
    }

    /// Reads an interval with a date at either end or at both; anything else is nil.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let beginning = Bound(parts[0]), let ending = Bound(parts[1]) else {
            return nil
        }
        self.init(beginning: beginning, ending: ending)
        if !isDated { return nil }
    }

    /// The date when it began, if known.
    package var start: PartialDate? { beginning.date }

    /// The date when it ended, if known.
    package var end: PartialDate? { ending.date }

    /// The date that tells when it began: that of its end where the beginning is not known; nil where it has none.
    package var dateOfBeginning: PartialDate? { beginning == .open ? nil : start ?? end }

    /// Whether it has a date at all.
    package var isDated: Bool { start != nil || end != nil }

    /// Whether it ends before it starts, as far as both dates tell.
    package var isBackwards: Bool {
        guard let start, let end else { return false }
        return end.isSurelyBefore(start)
    }

    /// The years in which it is known to have gone on: without limit where a bound is open, those of the one date
    /// where the other bound is unknown, and nil where there is no date.
    package var years: ClosedRange<Int>? {
        guard let known = (start ?? end)?.spanOfYears else { return nil }
        let first = beginning == .open ? Int.min : known.lowerBound
        let last = ending == .open ? Int.max : (end ?? start)?.spanOfYears.upperBound ?? known.upperBound
        return first...max(first, last)
    }
}

extension Period: CustomStringConvertible {
    /// The interval in the notation of EDTF.
    package var description: String { (beginning.text ?? "") + "/" + (ending.text ?? "") }
}

extension Period.Bound {
    /// Reads a date, `..` for an open bound, or nothing for an unknown one.
    package init?(_ text: some StringProtocol) {
        switch text {
        case "": self = .unknown
        case "..": self = .open
        case _:
            guard let date = PartialDate(text) else { return nil }
            self = .on(date)
        }
    }

    /// The date, if there is one.
    package var date: PartialDate? {
        switch self {
        case .on(let date): date
        case .open, .unknown: nil
        }
    }

    /// The bound as the case files have it: a date, `..` or nothing.
    package var text: String? {
        switch self {
        case .on(let date): date.description
        case .open: ".."
        case .unknown: nil
        }
    }
}

extension Period.Bound {
    /// The bound as a number: 0 is unknown, 1 open, more a date (`PartialDate.packed`).
    package var packed: Int {
        switch self {
        case .on(let date): date.packed
        case .open: 1
        case .unknown: 0
        }
    }

    /// The bound of a number; nil for one that no bound has.
    package init?(packed: Int) {
        switch packed {
        case 0: self = .unknown
        case 1: self = .open
        case _:
            guard let date = PartialDate(packed: packed) else { return nil }
            self = .on(date)
        }
    }
}
