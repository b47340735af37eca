// Which of the items of a chain began before what stands above them, or were at least spoken of before it.
extension CaseGraph {
    /// Whether what answers began before what it answers, as far as the dates of both tell: a date of a year begins
    /// somewhere in that year, and a doubtful one may be off. Where an item's beginning is not known its end counts.
    package func runsBackwards(from upper: Int, to lower: Int) -> Bool {
        isSurelyBefore(upper, beginnings[lower])
    }

    /// True if a step between two neighbours of a chain, in the order of the chain, runs backwards in time; false
    /// for a step without flow.
    package func runsBackwards(_ step: Chain.Step, from here: Int, to next: Int) -> Bool {
        switch direction(of: step, to: next) {
        case .downstream: runsBackwards(from: here, to: next)
        case .upstream: runsBackwards(from: next, to: here)
        case nil: false
        }
    }

    /// True if what answers along a link began before what it answers.
    package func runsBackwards(_ edge: Edge) -> Bool {
        edge.ends.map { runsBackwards(from: $0.upper, to: $0.lower) } ?? false
    }

    /// For each step of a chain that leads to an item older than one above it, the position of the latter: of the
    /// neighbour, or of the youngest item farther up if those between have no date; nil where time runs on.
    package func predatedItems(in chain: Chain) -> [Int?] {
        youngerItems(in: chain) { beginnings[$0] }
    }

    /// True of an item that takes place in time and has no date.
    package func isUndated(_ position: Int) -> Bool {
        // Only a period that is open at its beginning is dated without telling when it began.
        beginnings[position] == nil && kind(of: position)?.role.liesInTime == true
            && item(position).period?.isDated != true
    }

    /// The earliest date of which something is claimed of an undated item, by the last day that it may mean.
    ///
    /// An item is at least as old as what is claimed of it. This is no beginning: grades and ↶ are by periods alone.
    package func claimedSince(_ position: Int) -> PartialDate? {
        guard isUndated(position) else { return nil }
        return item(position).evidence.compactMap(\.date).min {
            $0.possibleDays.upperBound < $1.possibleDays.upperBound
        }
    }

    /// For each step of a chain that leads to an undated item of which something is claimed before an item above it
    /// began, the position of the latter, as for those that began before it.
    package func itemsClaimedBefore(in chain: Chain) -> [Int?] {
        youngerItems(in: chain) { claimedSince($0)?.possibleDays }
    }

    /// True if something is claimed of what answers along a link, undated as it is, before what it answers began.
    package func isClaimedBefore(_ edge: Edge) -> Bool {
        edge.ends.map { isSurelyBefore($0.upper, claimedSince($0.lower)?.possibleDays) } ?? false
    }

    /// Whether days lie before an item began, as far as both are known.
    private func isSurelyBefore(_ upper: Int, _ answered: ClosedRange<Int>?) -> Bool {
        guard let answered, let asked = beginnings[upper] else { return false }
        return answered.upperBound < asked.lowerBound
    }

    /// For each step of a chain the item above that began after the days of the one that it leads to.
    private func youngerItems(in chain: Chain, than days: (Int) -> ClosedRange<Int>?) -> [Int?] {
        var latest: (item: Int, day: Int)?
        return chain.steps.indices.map { number in
            let (here, next) = (chain.items[number], chain.items[number + 1])
            switch direction(of: chain.steps[number], to: next) {
            case .downstream:
                if let day = beginnings[here]?.lowerBound, day >= latest?.day ?? .min { latest = (here, day) }
                guard let latest, let answered = days(next) else { return nil }
                return answered.upperBound < latest.day ? latest.item : nil
            case .upstream:
                latest = nil
                return isSurelyBefore(next, days(here)) ? next : nil
            case nil:
                latest = nil
                return nil
            }
        }
    }
}
