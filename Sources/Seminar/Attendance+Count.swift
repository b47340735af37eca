import CaseModel

extension Attendance {
    /// Counts the followers, with the places off the path. Those of a mirror count like any other; the mirror itself
    /// is nobody.
    init(of connections: some Sequence<Connection>, hands: [Hand]) {
        self.init()
        var places: [String: Int] = [:]
        for connection in connections where connection.isAudience {
            if let far = connection.mirrored?.attendance {
                followers += far.followers
                wanderers += far.wanderers
                for count in far.wandering { places[count.at, default: 0] += count.followers }
                continue
            }
            followers += 1
            guard let place = connection.wandering else { continue }
            wanderers += 1
            if case .known(let id) = place { places[id, default: 0] += 1 }
        }
        wandering = Self.ranked(places)
        self.hands = Array(hands.prefix(Limits.counts))
    }

    private static func ranked(_ counts: [String: Int]) -> [Count] {
        let sorted = counts.map { Count(at: $0.key, followers: $0.value) }
            .sorted { ($1.followers, $0.at) < ($0.followers, $1.at) }
        return Array(sorted.prefix(Limits.counts))
    }
}
