/// Records of one kind in a case, in their order: all in memory, or stored elsewhere and decoded when they are looked at.
///
/// A list that is changed is decoded as a whole first.
package struct Records<Record: Sendable>: Sendable {
    @usableFromInline enum Storage: Sendable {
        case whole([Record])
        /// Each record is decoded by itself.
        case stored(StoredRecords<Record>)
        /// A short list, decoded as a whole.
        case unread(count: Int, Deferred<[Record]>)
    }

    @usableFromInline var storage: Storage

    package init() { storage = .whole([]) }

    package init(_ records: some Sequence<Record>) { storage = .whole(Array(records)) }

    /// Records that are decoded one by one.
    package init(_ stored: StoredRecords<Record>) { storage = .stored(stored) }

    /// So many records, which the first look at any of them decodes.
    package init(count: Int, unread: Deferred<[Record]>) { storage = .unread(count: count, unread) }

    /// The records that are decoded one by one; nil for those in memory.
    package var stored: StoredRecords<Record>? {
        if case .stored(let stored) = storage { stored } else { nil }
    }

    /// Whether they are decoded as a whole when the first of them is looked at.
    package var isDeferred: Bool {
        if case .unread = storage { true } else { false }
    }

    /// Takes the records out to change them, so that an array with one owner is not copied.
    private mutating func takeWhole() -> [Record] {
        defer { storage = .whole([]) }
        switch storage {
        case .whole(let records): return records
        case .stored(let stored): return stored.all
        case .unread(_, let unread): return unread.value
        }
    }

    /// Changes each record: now, or when it is decoded.
    mutating func changeEach(_ change: @escaping @Sendable (inout Record) -> Void) {
        if case .stored(let stored) = storage {
            storage = .stored(stored.changed(by: change))
            return
        }
        var records = takeWhole()
        for index in records.indices { change(&records[index]) }
        storage = .whole(records)
    }
}

extension Records: RandomAccessCollection, MutableCollection, RangeReplaceableCollection {
    package var startIndex: Int { 0 }

    @inlinable package var endIndex: Int {
        switch storage {
        case .whole(let records): records.count
        case .stored(let stored): stored.count
        case .unread(let count, _): count
        }
    }

    @inlinable package subscript(position: Int) -> Record {
        _read {
            switch storage {
            case .whole(let records): yield records[position]
            case .stored(let stored): yield stored.kept(position).record
            case .unread(_, let unread): yield unread.value[position]
            }
        }
        _modify {
            var records = takeWhole()
            defer { storage = .whole(records) }
            yield &records[position]
        }
    }

    package mutating func replaceSubrange(_ range: Range<Int>, with records: some Collection<Record>) {
        var whole = takeWhole()
        whole.replaceSubrange(range, with: records)
        storage = .whole(whole)
    }
}

// The list itself asks nothing of its records but to be Sendable, which the running program does not check: each
// conformance that it looks up when a type is first used takes 300,000 instructions.
extension Records: Equatable where Record: Equatable {
    package static func == (left: Records, right: Records) -> Bool { left.elementsEqual(right) }
}

extension Records: ExpressibleByArrayLiteral {
    package init(arrayLiteral records: Record...) { self.init(records) }
}

extension Records: CustomStringConvertible {
    package var description: String { Array(self).description }
}
