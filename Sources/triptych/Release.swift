/// The release of which this is the source. Manual pages and packages bear its date rather than that of their making, so
/// that they come out the same whenever they are made.
enum Release {
    static let version = "0.2.0"
    /// The day of the release, as ISO 8601 writes it.
    static let date = "2026-11-29"
}
