import CaseModel

/// What was asked for earlier, the latest first, each once.
struct Queries: Equatable, Sendable {
    /// How many are kept.
    static let capacity = Notebook.queries

    private(set) var latest: [String]

    /// These, the latest first.
    init(latest: [String] = []) {
        self.latest = Array(latest.prefix(Self.capacity))
    }

    /// Notes a query; spaces around it do not count.
    mutating func note(_ query: String) {
        let query = query.trimmed
        guard !query.isEmpty else { return }
        latest.removeAll { $0 == query }
        latest.insert(query, at: 0)
        if latest.count > Self.capacity { latest.removeLast() }
    }
}

extension String {
    /// Without the blanks around it.
    var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
