// Which of the items of a chain began before what stands above them.
extension CaseGraph {
    /// Whether what answers began before what it answers, as far as the dates of both tell: a date of a year begins
    /// somewhere in that year, and a doubtful one may be off. Where an item's beginning is not known its end counts.
    package func runsBackwards(from upper: Int, to lower: Int) -> Bool {
        guard let asked = beginnings[upper], let answered = beginnings[lower] else { return false }
        return answered.upperBound < asked.lowerBound
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
        runsBackwards(.link(edge), from: edge.from, to: edge.to)
    }

    /// For each step of a chain that leads to an item older than one above it, the position of the latter: of the
    /// neighbour, or of the youngest item farther up if those between have no date; nil where time runs on.
    package func predatedItems(in chain: Chain) -> [Int?] {
        var latest: (item: Int, day: Int)?
        return chain.steps.indices.map { number in
            let (here, next) = (chain.items[number], chain.items[number + 1])
            switch direction(of: chain.steps[number], to: next) {
            case .downstream:
                if let day = beginnings[here]?.lowerBound, day >= latest?.day ?? .min { latest = (here, day) }
                guard let latest, let answered = beginnings[next] else { return nil }
                return answered.upperBound < latest.day ? latest.item : nil
            case .upstream:
                latest = nil
                return runsBackwards(from: next, to: here) ? next : nil
            case nil:
                latest = nil
                return nil
            }
        }
    }
}
