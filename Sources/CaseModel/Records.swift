/// Records of one kind in a case, in their order: all in memory, or stored elsewhere and decoded when they are looked at.
///
/// A list that is changed is decoded as a whole first.
///
/// This type and those below it are public for speed alone: the compiler inlines nothing of `package` access in other
/// modules, and what is not inlined looks up its types while running, and asks for memory, for each record.
public struct Records<Record: Sendable>: Sendable {
    /// Those in memory; none where they are stored elsewhere.
    @usableFromInline var whole: [Record]
    // Optional references and no enumeration of them: see `Deferred`.
    /// The records that are decoded one by one; nil for those in memory.
    @usableFromInline package internal(set) var stored: StoredRecords<Record>?
    /// A short list that is decoded as a whole.
    @usableFromInline var unread: Unread?

    /// So many records, which the first look at any of them decodes.
    @usableFromInline struct Unread: Sendable {
        @usableFromInline let count: Int
        @usableFromInline let records: Deferred<[Record]>
    }

    /// No records.
    public init() { whole = [] }

    /// Records in memory.
    public init(_ records: some Sequence<Record>) { whole = Array(records) }

    /// Records that are decoded one by one.
    package init(_ stored: StoredRecords<Record>) { (whole, self.stored) = ([], stored) }

    /// So many records, which the first look at any of them decodes.
    package init(count: Int, unread: Deferred<[Record]>) {
        whole = []
        self.unread = Unread(count: count, records: unread)
    }

    /// Whether they are decoded as a whole when the first of them is looked at.
    package var isDeferred: Bool { unread != nil }

    /// Decodes all records, to change them.
    @usableFromInline mutating func readWhole() {
        if let stored {
            self = Records(stored.all)
        } else if let unread {
            self = Records(unread.records.value)
        }
    }

    /// Changes each record: now, or when it is decoded.
    mutating func changeEach(_ change: @escaping @Sendable (inout Record) -> Void) {
        if let stored {
            self.stored = stored.changed(by: change)
            return
        }
        readWhole()
        for index in whole.indices { change(&whole[index]) }
    }
}

extension Records: RandomAccessCollection, MutableCollection, RangeReplaceableCollection {
    // What the library derives of these would not be inlined either.
    @inlinable public var startIndex: Int { 0 }

    @inlinable public func index(after position: Int) -> Int { position + 1 }

    @inlinable public func makeIterator() -> Iterator { Iterator(self) }

    /// Goes through records, decoding each when it comes to it.
    public struct Iterator: IteratorProtocol {
        @usableFromInline let records: Records
        @usableFromInline let end: Int
        @usableFromInline var position = 0

        @inlinable init(_ records: Records) { (self.records, end) = (records, records.endIndex) }

        @inlinable public mutating func next() -> Record? {
            guard position < end else { return nil }
            defer { position += 1 }
            return records[position]
        }
    }

    @inlinable public var endIndex: Int { stored?.count ?? unread?.count ?? whole.count }

    @inlinable @inline(__always) public subscript(position: Int) -> Record {
        _read {
            if let stored {
                yield stored.kept(position).record
            } else if let unread {
                yield unread.records.value[position]
            } else {
                yield whole[position]
            }
        }
        _modify {
            readWhole()
            yield &whole[position]
        }
    }

    public mutating func replaceSubrange(_ range: Range<Int>, with records: some Collection<Record>) {
        readWhole()
        whole.replaceSubrange(range, with: records)
    }
}

// The list itself asks nothing of its records but to be Sendable, which the running program does not check: each
// conformance that it looks up when a type is first used takes 300,000 instructions.
extension Records: Equatable where Record: Equatable {
    public static func == (left: Records, right: Records) -> Bool { left.elementsEqual(right) }
}

extension Records: ExpressibleByArrayLiteral {
    public init(arrayLiteral records: Record...) { self.init(records) }
}

extension Records: CustomStringConvertible {
    public var description: String { Array(self).description }
}
