import CaseModel
import Synchronization

/// A packed case that has been opened: it decodes records when they are looked at.
final class PackedCase: CaseStore {
    let bytes: PackBytes
    let directory: PackDirectory
    let vocabulary: PackVocabulary
    let structure: CaseStructure
    private let storedIndex: PackIndex?
    private let firstError = Mutex<PackError?>(nil)
    /// For each kind of `PackDirectory.kinds`.
    private let lookups: [RecordLookup]

    private init(
        _ bytes: PackBytes, _ directory: PackDirectory, _ vocabulary: PackVocabulary,
        _ structure: CaseStructure, _ index: PackIndex?
    ) {
        (self.bytes, self.directory) = (bytes, directory)
        (self.vocabulary, self.structure, storedIndex) = (vocabulary, structure, index)
        lookups = PackDirectory.kinds.map { RecordLookup($0, bytes, directory) }
    }

    /// The case whose content stands in some bytes.
    static func open(
        _ bytes: PackBytes, _ directory: PackDirectory, _ index: PackIndex? = nil
    ) throws(PackError) -> Case {
        let frame = 0..<directory.frameSize
        let (read, vocabulary) = try bytes.withContent(frame) {
            run throws(PackError) -> (Case, PackVocabulary) in
            var reader = PackReader(frame: run, bytes, directory)
            let content = try reader.record(Case.self)
            try reader.finish()
            return (content, reader.vocabulary)
        }
        let structure = try directory.structure(kinds: read.kinds.count, relations: read.relations.count)
        if !bytes.areTrusted, let contradiction = read.contradiction(of: structure) {
            throw .unsound(contradiction)
        }
        let store = PackedCase(bytes, directory, vocabulary, structure, index)
        var content = read
        content.sources = store.records()
        content.items = store.records()
        content.places = store.records()
        content.actors = store.records()
        return content
    }

    private func records<Record: CaseRecord & Identified>() -> Records<Record> {
        let kind = Record.entityKind
        let lookup = PackDirectory.kinds.firstIndex(of: kind).map { lookups[$0] }
        return Records(
            StoredRecords(
                in: self, count: directory.count(of: kind) ?? 0,
                decode: { [self] number in
                    standingIn(for: Record.blank) { () throws(PackError) in try record(number) }
                },
                find: { [self] id in
                    standingIn(for: nil) { () throws(PackError) in try lookup?.number(of: id) }
                }))
    }

    /// Decodes a record that stands by itself.
    func record<Record: CaseRecord & Identified>(_ number: Int) throws(PackError) -> Record {
        let range = try directory.range(of: Record.entityKind, number)
        return try bytes.withContent(range) { run throws(PackError) -> Record in
            var reader = PackReader(run, at: range.lowerBound, of: self, recordNumber: number)
            let record = try reader.record(Record.self)
            try reader.finish()
            return record
        }
    }

    /// Decodes a list of records within another one.
    private func list<Record: CaseRecord>(_ range: Range<Int>, count: Int) throws(PackError) -> [Record] {
        try bytes.withContent(range) { run throws(PackError) -> [Record] in
            var reader = PackReader(run, at: range.lowerBound, of: self)
            var records: [Record] = []
            records.reserveCapacity(count)
            for _ in 0..<count { records.append(try reader.record()) }
            try reader.finish()
            return records
        }
    }

    /// The list of so many records that stands at a range of the content; as many empty ones where it is damaged.
    func unread<Record: CaseRecord>(_ range: Range<Int>, count: Int) -> Records<Record> {
        Records(
            count: count,
            unread: Deferred { [self] in
                standingIn(for: [Record](repeating: .blank, count: count)) { () throws(PackError) in
                    try list(range, count: count)
                }
            })
    }

    /// Checks that the ids of each kind differ and stand in order.
    func checkOrder() throws(PackError) {
        for kind in PackDirectory.kinds {
            var previous: String?
            for rank in 0..<(directory.count(of: kind) ?? 0) {
                let id = try bytes.id(of: kind, try directory.number(of: kind, rank: rank), in: directory)
                if id == previous { throw .definedTwice(id) }
                if let previous, !previous.utf8.lexicographicallyPrecedes(id.utf8) { throw .damaged }
                previous = id
            }
        }
    }

    var error: PackError? { firstError.withLock { $0 } }

    var failure: Text? { error?.sentence }

    var index: IndexBytes? { storedIndex?.bytes }

    /// Compares the index with its checksum.
    func checkIndex() throws(PackError) { try storedIndex?.check() }

    /// What a function decodes, or else what stands in for it.
    private func standingIn<Value>(for blank: Value, _ decode: () throws(PackError) -> Value) -> Value {
        do throws(PackError) {
            return try decode()
        } catch {
            firstError.withLock { $0 = $0 ?? error }
            return blank
        }
    }
}

/// The index that follows the content of a pack.
struct PackIndex: Sendable {
    let bytes: IndexBytes
    private let checksum: UInt64

    /// The index from an offset of the pack to its end; nil where there is none.
    init?(in bytes: PackBytes, from start: Int, checksum: UInt64) {
        guard start < bytes.count else { return nil }
        self.checksum = checksum
        self.bytes = IndexBytes(count: bytes.count - start) { range in
            try? bytes.directly(start + range.lowerBound..<start + range.upperBound)
        }
    }

    /// Compares it with its checksum.
    func check() throws(PackError) {
        guard let read = bytes[0..<bytes.count], read.withUnsafeBytes({ Checksum.of($0) }) == checksum else {
            throw .damaged
        }
    }
}

/// The ids of the entities that the frame defines, by which later records name them.
struct PackVocabulary: Sendable {
    private struct Entry {
        let kind: EntityKind
        var ids: [String]
    }

    // Kinds are few: looking through them costs less than a table.
    private var entries: [Entry] = []

    /// False where an entity of the kind has the id already.
    mutating func define(_ id: String, as kind: EntityKind) -> Bool {
        guard let place = entries.firstIndex(where: { $0.kind == kind }) else {
            entries.append(Entry(kind: kind, ids: [id]))
            return true
        }
        if entries[place].ids.contains(id) { return false }
        entries[place].ids.append(id)
        return true
    }

    /// The id of the entity of this number, if there is one.
    func id(_ number: Int, of kind: EntityKind) -> String? {
        guard let entry = entries.first(where: { $0.kind == kind }), number < entry.ids.count else {
            return nil
        }
        return entry.ids[number]
    }
}

/// Finds records by their ids: the first few by halving, and from then on in a table.
private final class RecordLookup: Sendable {
    private struct State {
        var searches = 0
        var numbers: [String: Int]?
    }

    private let kind: EntityKind
    private let bytes: PackBytes
    private let directory: PackDirectory
    private let state = Mutex(State())

    /// After so many searches a table of all ids is the cheaper way.
    private static let fewSearches = 100

    init(_ kind: EntityKind, _ bytes: PackBytes, _ directory: PackDirectory) {
        (self.kind, self.bytes, self.directory) = (kind, bytes, directory)
    }

    func number(of id: String) throws(PackError) -> Int? {
        let (numbers, isFrequent) = state.withLock { state in
            state.searches += 1
            return (state.numbers, state.searches > Self.fewSearches)
        }
        if let numbers { return numbers[id] }
        return isFrequent ? try table()[id] : try search(id)
    }

    private func search(_ id: String) throws(PackError) -> Int? {
        var (low, high) = (0, directory.count(of: kind) ?? 0)
        while low < high {
            let middle = (low + high) / 2
            let number = try directory.number(of: kind, rank: middle)
            let found = try bytes.id(of: kind, number, in: directory)
            if found == id { return number }
            if found.utf8.lexicographicallyPrecedes(id.utf8) { low = middle + 1 } else { high = middle }
        }
        return nil
    }

    private func table() throws(PackError) -> [String: Int] {
        let count = directory.count(of: kind) ?? 0
        var numbers: [String: Int] = [:]
        numbers.reserveCapacity(count)
        for number in 0..<count { numbers[try bytes.id(of: kind, number, in: directory)] = number }
        state.withLock { $0.numbers = numbers }
        return numbers
    }
}

extension PackBytes {
    /// The id of a record that stands by itself.
    func id(of kind: EntityKind, _ number: Int, in directory: PackDirectory) throws(PackError) -> String {
        let range = try directory.rangeOfID(of: kind, number)
        return try withContent(range) { run throws(PackError) -> String in
            guard areTrusted || ValueForm.isID(run) else { throw .badlyFormed(PackReader.nameOfIDs) }
            // An id is ASCII.
            return String(copying: UTF8Span(unchecked: run.assumingMemoryBound(to: UInt8.self).span))
        }
    }
}

extension Case {
    /// Looks at each record of a packed case and at the rules between them.
    func verify() throws(PackError) {
        guard let store = items.stored?.store as? PackedCase else { return }
        func look(at records: Records<some CaseRecord>) { _ = Array(records) }
        try store.checkIndex()
        try store.checkOrder()
        for item in items {
            look(at: item.metrics)
            look(at: item.evidence)
            var item = item
            item.links = Records(Array(item.links))
            if let error = store.error { throw error }
            // A structure takes such an item to have no parent.
            if item.parent == item.id { throw .unsound(Case.itemUnderItself) }
            if let contradiction = item.contradictions.first {
                throw .unsound(contradiction.message.problem)
            }
        }
        for place in places { look(at: place.evidence) }
        for actor in actors { look(at: actor.evidence) }
        look(at: sources)
        if let error = store.error { throw error }
        if let contradiction { throw .unsound(contradiction) }
    }
}

extension PackError {
    static func badlyFormed(_ name: Text) -> PackError {
        .unsound(zh: "\(name.zh)写法不对", en: "\(name.en) is badly formed")
    }

    static func definedTwice(_ id: String) -> PackError {
        .unsound(zh: "“\(id)”定义了两次", en: "'\(id)' is defined twice")
    }
}
