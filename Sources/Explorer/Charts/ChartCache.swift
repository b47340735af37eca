import Synchronization

/// The tables that charts derive from a case, such as rows in their order, cross tables and rankings, each under
/// the key that it depends on. The least recently used table of a type is dropped first.
///
/// A table is determined by its key, so that states may share a cache and drawing may fill it. The case never
/// changes within a state and is part of no key.
final class ChartCache: Sendable {
    private struct Entry: Sendable {
        let key: any Equatable & Sendable
        let table: any Sendable
    }

    /// Room for a chart drawn at two sizes, as in a talk, or with and without the filter.
    private static let tablesOfType = 4

    /// The latest tables of each type, the most recently used first. Types are few.
    private let entries = Mutex<[(type: ObjectIdentifier, tables: [Entry])]>([])

    /// The table of a key: the cached one, or else a new one.
    func table<Key: Equatable & Sendable, Table: Sendable>(for key: Key, make: () -> Table) -> Table {
        let type = ObjectIdentifier(Table.self)
        if let kept: Table = entries.withLock({ entries in
            let place = entries.firstIndex { $0.type == type }
            return place.flatMap { Self.take(key, from: &entries[$0].tables) }
        }) {
            return kept
        }
        // The lock is not held here, since `make` may ask for other tables.
        let table = make()
        entries.withLock { entries in
            let place = entries.firstIndex { $0.type == type } ?? entries.endIndex
            if place == entries.endIndex { entries.append((type, [])) }
            entries[place].tables.insert(Entry(key: key, table: table), at: 0)
            if entries[place].tables.count > Self.tablesOfType { entries[place].tables.removeLast() }
        }
        return table
    }

    private static func take<Key: Equatable, Table>(_ key: Key, from entries: inout [Entry]) -> Table? {
        guard let place = entries.firstIndex(where: { $0.key as? Key == key }) else { return nil }
        if place > 0 { entries.insert(entries.remove(at: place), at: 0) }
        return entries[0].table as? Table
    }
}
