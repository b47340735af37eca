import CaseModel

/// The directory of a pack: words of 32 bits, little-endian.
///
/// ```
/// counts      bytes of the frame and of the content; sources, items, places, actors; links
/// checksums   of each block of the content, two words each
/// for sources, items, places and actors each
///   ids       where each id begins in the content, and where the last one ends
///   offsets   of each record in the content, and where the last one ends
///   order     the numbers of the records in the order of the bytes of their ids
/// structure   for each item: kind, parent + 1, first and last day of its beginning; where its links begin, and where
///             the last ones end; for each link: the item that it names, four times its relation plus its standing
/// ```
struct PackDirectory: Sendable {
    /// The kinds of records that stand by themselves, in the order in which they stand.
    static let kinds: [EntityKind] = [.source, .item, .place, .actor]
    /// The bytes of the content that have a checksum of their own: few are read for one record, and their sum is soon
    /// found.
    static let blockSize = 16 << 10
    /// The bytes of the counts.
    static let leastSize = 7 * 4

    private let words: [UInt8]
    let frameSize: Int
    let contentSize: Int
    private let counts: [Int]
    private let linkCount: Int
    /// For each kind, where its ids, its offsets and its order begin, in words.
    private var ids: [Int] = []
    private var offsets: [Int] = []
    private var orders: [Int] = []
    private var structureStart = 0

    /// The bytes of a directory that begins with these.
    static func size(beginning: [UInt8]) throws(PackError) -> Int {
        let counts = (0..<7).map(beginning.word)
        let records = counts[2..<6].reduce(0) { $0 + wordCount(ofRecords: $1) }
        return 4 * (7 + 2 * blockCount(of: counts[1]) + records + counts[3] * 5 + 1 + 2 * counts[6])
    }

    /// A directory of these bytes, as many as `size` says.
    init(_ bytes: [UInt8]) throws(PackError) {
        words = bytes
        (frameSize, contentSize, linkCount) = (bytes.word(0), bytes.word(1), bytes.word(6))
        counts = (2..<6).map(bytes.word)
        guard frameSize <= contentSize else { throw .damaged }
        var place = 7 + 2 * Self.blockCount(of: contentSize)
        for count in counts {
            ids.append(place)
            offsets.append(place + count + 1)
            orders.append(place + 2 * (count + 1))
            place += Self.wordCount(ofRecords: count)
        }
        structureStart = place
    }

    /// The words for this many records of a kind.
    private static func wordCount(ofRecords count: Int) -> Int { 3 * count + 2 }

    private static func place(of kind: EntityKind) -> Int? { kinds.firstIndex(of: kind) }

    /// How many records of a kind there are; nil for a kind that stands in the frame.
    func count(of kind: EntityKind) -> Int? { Self.place(of: kind).map { counts[$0] } }

    /// Where a record stands in the content.
    func range(of kind: EntityKind, _ number: Int) throws(PackError) -> Range<Int> {
        try range(number, of: kind, in: offsets)
    }

    /// Where the id of a record stands in the content.
    func rangeOfID(of kind: EntityKind, _ number: Int) throws(PackError) -> Range<Int> {
        try range(number, of: kind, in: ids)
    }

    private func range(
        _ number: Int, of kind: EntityKind, in columns: [Int]
    ) throws(PackError) -> Range<Int> {
        guard let place = Self.place(of: kind), number < counts[place] else { throw .damaged }
        let (start, end) = (words.word(columns[place] + number), words.word(columns[place] + number + 1))
        guard start <= end, end <= contentSize else { throw .damaged }
        return start..<end
    }

    /// The number of the record with this rank in the order of ids.
    func number(of kind: EntityKind, rank: Int) throws(PackError) -> Int {
        guard let place = Self.place(of: kind), rank < counts[place] else { throw .damaged }
        let number = words.word(orders[place] + rank)
        guard number < counts[place] else { throw .damaged }
        return number
    }
}

// Blocks of the content.
extension PackDirectory {
    private static func blockCount(of size: Int) -> Int { (size + blockSize - 1) / blockSize }

    /// The numbers of the blocks in which a range lies.
    static func blocks(of range: Range<Int>) -> Range<Int> {
        range.lowerBound
            / blockSize..<(range.isEmpty ? range.lowerBound / blockSize : blockCount(of: range.upperBound))
    }

    var blockCount: Int { Self.blockCount(of: contentSize) }

    func rangeOfBlock(_ number: Int) -> Range<Int> {
        number * Self.blockSize..<min((number + 1) * Self.blockSize, contentSize)
    }

    func checksum(ofBlock number: Int) -> UInt64 {
        UInt64(words.word(7 + 2 * number)) | UInt64(words.word(8 + 2 * number)) << 32
    }

    /// A directory with the checksums of this content.
    static func withChecksums(_ directory: [UInt8], of content: [UInt8]) -> [UInt8] {
        var directory = directory
        for number in 0..<blockCount(of: content.count) {
            let block = content[number * blockSize..<min((number + 1) * blockSize, content.count)]
            let checksum = block.withUnsafeBytes { Checksum.of($0) }
            withUnsafeBytes(of: checksum.littleEndian) { bytes in
                let start = 4 * (7 + 2 * number)
                guard start + 8 <= directory.count else { return }
                directory.replaceSubrange(start..<start + 8, with: bytes)
            }
        }
        return directory
    }
}

// The structure of the case.
extension PackDirectory {
    /// How the items hang together. Numbers of kinds and relations are below these counts.
    func structure(kinds kindCount: Int, relations relationCount: Int) throws(PackError) -> CaseStructure {
        let count = counts[1]
        var structure = CaseStructure()
        structure.kinds = column(0, count)
        structure.parents = column(count, count)
        for index in 0..<count { structure.parents[index] &-= 1 }
        structure.earliest = column(2 * count, count)
        structure.latest = column(3 * count, count)
        // What a record names and the case does not define is absent here, and refused with the record.
        guard structure.kinds.allSatisfy({ $0 >= -1 && $0 < kindCount }),
            structure.parents.allSatisfy({ $0 >= -1 && $0 < count }),
            zip(structure.earliest, structure.latest).allSatisfy({ first, last in
                first <= last && (first == CaseStructure.noDay) == (last == CaseStructure.noDay)
            })
        else { throw .damaged }
        structure.links = try links(relations: relationCount)
        return structure
    }

    private func links(relations relationCount: Int) throws(PackError) -> Adjacency<CaseStructure.Link> {
        let count = counts[1]
        let starts = column(4 * count, count + 1)
        guard starts.first == 0, starts.last.map(Int.init) == linkCount,
            zip(starts, starts.dropFirst()).allSatisfy({ $0 <= $1 })
        else { throw .damaged }
        let targets = column(5 * count + 1, linkCount)
        let relations = column(5 * count + 1 + linkCount, linkCount)
        let standings = Link.Standing.allCases
        var links: [CaseStructure.Link] = []
        links.reserveCapacity(linkCount)
        for index in 0..<count {
            for number in Int(starts[index])..<Int(starts[index + 1]) {
                let (target, code) = (targets[number], relations[number])
                guard target >= 0, target < count, code >= 0, code >> 2 < relationCount,
                    Int(code & 3) < standings.count
                else { throw .damaged }
                links.append(
                    CaseStructure.Link(
                        target: target, relation: code >> 2, number: Int32(number) - starts[index],
                        standing: standings[Int(code & 3)]))
            }
        }
        return Adjacency(starts: starts, entries: links)
    }

    /// Words of the structure, from this one on.
    private func column(_ first: Int, _ count: Int) -> [Int32] {
        words.withUnsafeBytes { bytes in
            let start = 4 * (structureStart + first)
            return [Int32](unsafeUninitializedCapacity: count) { buffer, filled in
                UnsafeMutableRawBufferPointer(buffer).copyMemory(
                    from: UnsafeRawBufferPointer(rebasing: bytes[start..<start + 4 * count]))
                for index in 0..<count { buffer[index] = Int32(littleEndian: buffer[index]) }
                filled = count
            }
        }
    }
}

// How it is written.
extension PackDirectory {
    /// The records of a kind: their ids, and where these and they stand in the content and the last ones end.
    struct Section {
        let ids: [String]
        var idOffsets: [Int] = []
        var offsets: [Int] = []
    }

    static func bytes(
        frame: Int, content: [UInt8], sections: [Section], structure: CaseStructure
    ) -> [UInt8] {
        var bytes: [UInt8] = []
        func append(_ word: Int) {
            withUnsafeBytes(of: UInt32(truncatingIfNeeded: word).littleEndian) {
                bytes.append(contentsOf: $0)
            }
        }
        let links = structure.links.entries
        for count in [frame, content.count] + sections.map(\.ids.count) + [links.count] { append(count) }
        for _ in 0..<2 * blockCount(of: content.count) { append(0) }
        for section in sections {
            for offset in section.idOffsets { append(offset) }
            for offset in section.offsets { append(offset) }
            let order = section.ids.indices.sorted { left, right in
                let (one, other) = (section.ids[left], section.ids[right])
                return one == other ? left < right : one.utf8.lexicographicallyPrecedes(other.utf8)
            }
            for number in order { append(number) }
        }
        for kind in structure.kinds { append(Int(kind)) }
        for parent in structure.parents { append(Int(parent) + 1) }
        for day in structure.earliest { append(Int(day)) }
        for day in structure.latest { append(Int(day)) }
        for start in structure.links.starts { append(Int(start)) }
        for link in links { append(Int(link.target)) }
        for link in links {
            append(Int(link.relation) << 2 | (Link.Standing.allCases.firstIndex(of: link.standing) ?? 0))
        }
        return withChecksums(bytes, of: content)
    }
}

extension [UInt8] {
    /// The word of 32 bits at a place that is counted in words.
    fileprivate func word(_ place: Int) -> Int {
        withUnsafeBytes {
            Int(UInt32(littleEndian: $0.loadUnaligned(fromByteOffset: place * 4, as: UInt32.self)))
        }
    }
}
