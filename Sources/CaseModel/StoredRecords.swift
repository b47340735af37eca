import Synchronization

/// What stores the records of a case and decodes them.
package protocol CaseStore: AnyObject, Sendable {
    /// How the items hang together, known without decoding them.
    var structure: CaseStructure { get }
    /// Why a record could not be decoded, so that an empty one stands in for it; nil while all could be.
    var failure: Text? { get }
    /// What was prepared for searching the records; nil where nothing was.
    var index: IndexBytes? { get }
}

/// What was prepared for searching a case, stored beside its records. What the bytes mean is for the search to know.
package struct IndexBytes: Sendable {
    /// Their number.
    package let count: Int
    private let read: @Sendable (Range<Int>) -> [UInt8]?

    /// So many bytes, of which `read` gives a range within them; nil where the system does not.
    package init(count: Int, read: @escaping @Sendable (Range<Int>) -> [UInt8]?) {
        (self.count, self.read) = (count, read)
    }

    /// Bytes in memory.
    package init(_ bytes: [UInt8]) { self.init(count: bytes.count) { Array(bytes[$0]) } }

    /// The bytes of a range; nil where they are not there.
    package subscript(range: Range<Int>) -> [UInt8]? {
        guard range.lowerBound >= 0, range.upperBound <= count, let bytes = read(range),
            bytes.count == range.count
        else { return nil }
        return bytes
    }
}

/// Records that are decoded when they are looked at; those looked at last are kept.
public final class StoredRecords<Record: Sendable>: Sendable {
    /// A decoded record.
    @usableFromInline final class Kept: Sendable {
        @usableFromInline let number: Int
        @usableFromInline let record: Record

        @usableFromInline init(number: Int, record: Record) { (self.number, self.record) = (number, record) }
    }

    /// Where they are stored.
    package let store: any CaseStore
    @usableFromInline let count: Int
    @usableFromInline let decode: @Sendable (Int) -> Record
    private let find: @Sendable (String) -> Int?
    /// A record is kept in the slot of its number modulo their count until another one needs it.
    @usableFromInline let slots: Mutex<[Kept?]>

    /// The most records of one kind that are kept: several screens of any view.
    @usableFromInline static var most: Int { 2048 }

    /// Records of which `decode` gives the one of a number below `count`, and `find` the number of the one with an id.
    package init(
        in store: any CaseStore, count: Int, decode: @escaping @Sendable (Int) -> Record,
        find: @escaping @Sendable (String) -> Int?
    ) {
        self.store = store
        self.count = count
        self.decode = decode
        self.find = find
        slots = Mutex([Kept?](repeating: nil, count: min(count, Self.most)))
    }

    /// The record of a number, which has to be below `count`.
    @inlinable func kept(_ number: Int) -> Kept {
        precondition(number >= 0 && number < count, "there is no record of this number")
        let slot = number < Self.most ? number : number % min(count, Self.most)
        if let kept = slots.withLock({ $0[slot] }), kept.number == number { return kept }
        // Outside of the lock: decoding may look at other records.
        let kept = Kept(number: number, record: decode(number))
        slots.withLock { $0[slot] = kept }
        return kept
    }

    /// The number of the record with an id; nil where there is none.
    func number(of id: String) -> Int? { find(id) }

    /// All records, none of which is kept for it.
    var all: [Record] { (0..<count).map(decode) }

    /// The same records, each changed when it is decoded.
    func changed(by change: @escaping @Sendable (inout Record) -> Void) -> StoredRecords {
        StoredRecords(
            in: store, count: count,
            decode: { [decode] number in
                var record = decode(number)
                change(&record)
                return record
            }, find: find)
    }
}

/// A value that is made when it is first asked for.
public final class Deferred<Value: Sendable>: Sendable {
    // Optional values and no enumeration, which would hide a reference by marking it: the leak detector would take
    // what it refers to for lost.
    @usableFromInline struct State {
        @usableFromInline var made: Value?
        @usableFromInline var make: (@Sendable () -> Value)?

        @usableFromInline init(made: Value? = nil, make: (@Sendable () -> Value)? = nil) {
            (self.made, self.make) = (made, make)
        }
    }

    @usableFromInline let state: Mutex<State>

    /// The value that `make` makes.
    package init(_ make: @escaping @Sendable () -> Value) { state = Mutex(State(make: make)) }

    @inlinable public var value: Value {
        if let made = state.withLock({ $0.made }) { return made }
        // Without one, somebody else has made the value in between.
        guard let make = state.withLock({ $0.make }) else { return self.value }
        // Outside of the lock; whoever comes at the same time makes an equal value.
        let value = make()
        state.withLock { $0 = State(made: value) }
        return value
    }
}
