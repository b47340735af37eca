/// A queue of positions by cost. Each step adds at most one to every part of a cost, so that buckets replace a heap
/// and the whole walk is linear.
struct CostQueue {
    /// The positions by readings, then backward steps, then length.
    private var buckets: [[[[Int]]]] = []
    private var (readings, backwards, length, next) = (0, 0, 0, 0)

    mutating func insert(_ position: Int, at cost: ChainCost) {
        while buckets.count <= cost.readings { buckets.append([]) }
        while buckets[cost.readings].count <= cost.backwards { buckets[cost.readings].append([]) }
        while buckets[cost.readings][cost.backwards].count <= cost.length {
            buckets[cost.readings][cost.backwards].append([])
        }
        buckets[cost.readings][cost.backwards][cost.length].append(position)
    }

    /// Removes the position with the smallest cost; of equal ones the one inserted first.
    mutating func popFirst() -> Int? {
        while readings < buckets.count {
            while backwards < buckets[readings].count {
                while length < buckets[readings][backwards].count {
                    if next < buckets[readings][backwards][length].count {
                        next += 1
                        return buckets[readings][backwards][length][next - 1]
                    }
                    (length, next) = (length + 1, 0)
                }
                (backwards, length) = (backwards + 1, 0)
            }
            (readings, backwards) = (readings + 1, 0)
        }
        return nil
    }
}
