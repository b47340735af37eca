/// The connections of each user that ended without a greeting lately, so that one who floods the seminar with them
/// keeps nobody else out.
///
/// Further connections of such a user are closed as they come, until a second without has passed. All guests of one
/// account are one user, so that the limit is far above what a whole audience that reconnects needs.
struct FruitlessArrivals {
    private var counts: [UInt32: Int] = [:]
    private var second: Instant?

    /// Counts a connection that ended without a greeting; one whose user is unknown counts for nobody.
    mutating func count(_ user: UInt32?, at now: Instant) {
        renew(at: now)
        if let user { counts[user, default: 0] += 1 }
    }

    /// True if the user has made too many.
    mutating func isFlood(of user: UInt32?, at now: Instant) -> Bool {
        renew(at: now)
        return user.flatMap { counts[$0] } ?? 0 >= Limits.fruitless
    }

    private mutating func renew(at now: Instant) {
        if let second, now - second < .seconds(1) { return }
        (second, counts) = (now, [:])
    }
}
