/// The strength of the connection between two items, determined by the best chain between them.
package enum Grade: Int, CaseIterable, Comparable, Hashable, Sendable {
    /// The best chain is one link, or parent and child. A link that is a reading is not the best chain where a longer
    /// one has fewer readings.
    case direct
    /// The best chain has at most one step that is the case author's reading, and none that runs backwards in time.
    case wellFounded
    /// The best chain is any other.
    case farFetched

    /// A better grade is smaller.
    package static func < (left: Grade, right: Grade) -> Bool { left.rawValue < right.rawValue }

    /// The name of the grade in exports and on the command line.
    package var name: String {
        switch self {
        case .direct: "direct"
        case .wellFounded: "well-founded"
        case .farFetched: "far-fetched"
        }
    }

    /// The sign of the grade in the explorer.
    package var sign: Character {
        switch self {
        case .direct: "●"
        case .wellFounded: "◐"
        case .farFetched: "○"
        }
    }
}

/// The cost of a chain; the better of two chains has the smaller cost.
package struct ChainCost: Comparable, Hashable, Sendable {
    /// The number of steps that are the case author's reading: links without a source, and steps between parent and
    /// child.
    package var readings: Int
    /// The number of steps whose lower end began before its upper end.
    package var backwards: Int
    /// The number of all steps.
    package var length: Int

    package static func < (left: ChainCost, right: ChainCost) -> Bool {
        (left.readings, left.backwards, left.length) < (right.readings, right.backwards, right.length)
    }

    /// The cost as one number that is additive over the parts of a chain: 20 bits each for length and backward
    /// steps, the rest for readings.
    var weight: Int { readings << 40 + backwards << 20 + length }

    /// The cost of a sum of weights.
    init(weight: Int) {
        (readings, backwards, length) = (weight >> 40, weight >> 20 & 0xF_FFFF, weight & 0xF_FFFF)
    }

    package init(readings: Int = 0, backwards: Int = 0, length: Int = 0) {
        (self.readings, self.backwards, self.length) = (readings, backwards, length)
    }

    /// The grade of a connection whose best chain has this cost.
    package var grade: Grade {
        if length <= 1 { return .direct }
        return readings <= 1 && backwards == 0 ? .wellFounded : .farFetched
    }

    static func += (left: inout ChainCost, right: ChainCost) {
        left.readings += right.readings
        left.backwards += right.backwards
        left.length += right.length
    }
}
