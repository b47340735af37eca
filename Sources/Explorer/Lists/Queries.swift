import CaseModel
import Screen
import TextLayout

/// Earlier queries, the latest first, each once.
struct Queries: Equatable, Sendable {
    /// The number kept.
    static let capacity = Notebook.queries

    private(set) var latest: [String]

    init(latest: [String] = []) {
        self.latest = Array(latest.prefix(Self.capacity))
    }

    /// Adds a query, without the spaces around it.
    mutating func note(_ query: String) {
        let query = query.trimmed
        guard !query.isEmpty else { return }
        latest.removeAll { $0 == query }
        latest.insert(query, at: 0)
        if latest.count > Self.capacity { latest.removeLast() }
    }

    /// The queries as lines of a list, which choosing types again.
    var entries: [Picker.Entry] {
        latest.map { Picker.Entry(label: "", text: [Span($0)], action: .write($0)) }
    }
}
