import Synchronization

/// The tables that charts make of a case: rows in their order, crossings, rankings. Each is kept until there is no
/// room for it, and made once for all that it depends on: its key.
///
/// A table follows from its key, so that states that share a cache are as independent as ever, and drawing may fill
/// it. The case itself never changes within a state and is part of no key.
final class ChartCache: Sendable {
    private struct Entry: Sendable {
        let key: any Equatable & Sendable
        let table: any Sendable
    }

    /// A chart drawn at two sizes, as a talk does it, or crossed with and without the filter.
    private static let tablesOfType = 4

    /// The latest tables of each type, the last used first.
    private let entries = Mutex<[ObjectIdentifier: [Entry]]>([:])

    /// The table of a key: the one made before, or else a new one.
    func table<Key: Equatable & Sendable, Table: Sendable>(for key: Key, make: () -> Table) -> Table {
        let type = ObjectIdentifier(Table.self)
        if let kept: Table = entries.withLock({ Self.take(key, from: &$0[type, default: []]) }) {
            return kept
        }
        // A table may be made of others, so that the lock is not held.
        let table = make()
        entries.withLock { entries in
            entries[type, default: []].insert(Entry(key: key, table: table), at: 0)
            if entries[type, default: []].count > Self.tablesOfType { entries[type]?.removeLast() }
        }
        return table
    }

    private static func take<Key: Equatable, Table>(_ key: Key, from entries: inout [Entry]) -> Table? {
        guard let place = entries.firstIndex(where: { $0.key as? Key == key }) else { return nil }
        if place > 0 { entries.insert(entries.remove(at: place), at: 0) }
        return entries[0].table as? Table
    }
}
