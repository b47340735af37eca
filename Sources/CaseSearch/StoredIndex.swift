import CaseModel

/// A search index that was made when the case was packed, so that a search of a large case reads what it would have to
/// fold and to sort out first.
///
/// ```
/// tables      8  checksum of the tables by which it was made: those of another program fold otherwise
/// parts       of the names, then of each block of other texts: bytes 8, checksum 8
/// checksum    8  of all before
/// the parts, one after the other (`TextArena`, `TrigramFilter`, `PinyinFilter`)
/// ```
///
/// Each part is compared with its checksum and checked when it is first looked at; one that is damaged, or forged so that
/// it would lead astray, is made again from the records. A forger can make a search miss something, and nothing else.
struct StoredIndex: Sendable {
    private let bytes: IndexBytes
    /// Where each part stands.
    private let parts: [Range<Int>]
    private let checksums: [UInt64]

    /// The index that is stored with a case of so many blocks; nil without one that this program can use.
    init?(_ bytes: IndexBytes, blocks: Int) {
        let size = 8 * (2 + 2 * (blocks + 1))
        guard size <= bytes.count, let header = bytes[0..<size] else { return nil }
        var reader = IndexReader(header)
        guard let words: [UInt64] = reader.numbers(size / 8), words[0] == Self.tables,
            words.last
                == header.withUnsafeBytes({ Checksum.of(UnsafeRawBufferPointer(rebasing: $0.dropLast(8))) })
        else { return nil }
        var (parts, checksums, end): ([Range<Int>], [UInt64], Int) = ([], [], size)
        for part in 0...blocks {
            guard let count = Int(exactly: words[1 + 2 * part]), count <= bytes.count - end else {
                return nil
            }
            parts.append(end..<end + count)
            checksums.append(words[2 + 2 * part])
            end += count
        }
        (self.bytes, self.parts, self.checksums) = (bytes, parts, checksums)
    }

    /// The names of so many items; nil where they are damaged.
    func names(of items: Int) -> NameArena? {
        guard var reader = part(0), let names = NameArena(&reader, owners: items) else { return nil }
        return names
    }

    /// The block of these entities; nil where it is damaged.
    func block(_ number: Int, of entities: Range<Int>) -> TextBlock? {
        guard var reader = part(number + 1) else { return nil }
        return TextBlock(&reader, of: entities)
    }

    private func part(_ number: Int) -> IndexReader? {
        guard let part = bytes[parts[number]], part.withUnsafeBytes({ Checksum.of($0) }) == checksums[number]
        else { return nil }
        return IndexReader(part)
    }

    /// The bytes of an index of these parts: the names, then the blocks.
    static func bytes(of parts: [[UInt8]]) -> [UInt8] {
        var header = IndexWriter()
        header.numbers([tables])
        for part in parts {
            header.numbers([UInt64(part.count), part.withUnsafeBytes { Checksum.of($0) }])
        }
        header.numbers([header.bytes.withUnsafeBytes { Checksum.of($0) }])
        return header.bytes + parts.joined()
    }

    /// The checksum of all that decides how texts are folded and found.
    private static let tables: UInt64 = {
        var tables = IndexWriter()
        tables.numbers([UInt64(TextBlock.size)])
        tables.numbers(Array(SearchField.allCases.map(\.rawValue).joined(separator: " ").utf8))
        tables.numbers(Folding.table)
        for table in [HanTables.index, HanTables.sets, HanTables.forms] {
            table.withUTF8Buffer { tables.numbers(Array($0)) }
        }
        return tables.bytes.withUnsafeBytes { Checksum.of($0) }
    }()
}

extension SearchIndex {
    /// The index as bytes, to be stored with the case; none for one too large to be counted in 32 bits.
    package static func bytes(of graph: CaseGraph) -> [UInt8] {
        let index = SearchIndex(graph, stored: nil)
        var parts: [[UInt8]] = []
        func write(_ part: (inout IndexWriter) -> Void) {
            var writer = IndexWriter()
            part(&writer)
            parts.append(writer.bytes)
        }
        write { index.names.write(to: &$0) }
        // Each block is dropped when it has been written: all of them together may be larger than the case.
        for number in 0..<index.blockCount { write { index.madeBlock(number).write(to: &$0) } }
        guard parts.allSatisfy({ $0.count <= UInt32.max }) else { return [] }
        return StoredIndex.bytes(of: parts)
    }
}

// How the parts are written and read.

extension NameArena {
    func write(to writer: inout IndexWriter) {
        texts.write(to: &writer)
        pinyin.write(to: &writer)
    }

    init?(_ reader: inout IndexReader, owners: Int) {
        guard let texts = TextArena(&reader, owners: owners),
            let pinyin = PinyinFilter(&reader, owners: owners), reader.isAtEnd
        else { return nil }
        self.init(texts, pinyin)
    }
}

extension TextBlock {
    func write(to writer: inout IndexWriter) {
        arena.write(to: &writer)
        trigrams.write(to: &writer)
        pinyin.write(to: &writer)
    }

    init?(_ reader: inout IndexReader, of numbers: Range<Int>) {
        guard let arena = TextArena(&reader, owners: numbers.count),
            let trigrams = TrigramFilter(&reader, owners: numbers.count),
            let pinyin = PinyinFilter(&reader, owners: numbers.count), reader.isAtEnd
        else { return nil }
        (first, end) = (numbers.lowerBound, numbers.upperBound)
        (self.arena, self.trigrams, self.pinyin) = (arena, trigrams, pinyin)
    }
}

/// Writes numbers, little-endian.
struct IndexWriter {
    private(set) var bytes: [UInt8] = []

    mutating func numbers<Number: FixedWidthInteger>(_ numbers: [Number]) {
        numbers.map(\.littleEndian).withUnsafeBytes { bytes.append(contentsOf: $0) }
    }
}

/// Reads numbers, little-endian; nil where there are not as many.
struct IndexReader {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { position == bytes.count }

    mutating func numbers<Number: FixedWidthInteger>(_ count: Int) -> [Number]? {
        let width = MemoryLayout<Number>.size
        guard count >= 0, count <= (bytes.count - position) / width else { return nil }
        defer { position += count * width }
        return [Number](unsafeUninitializedCapacity: count) { buffer, filled in
            bytes.withUnsafeBytes {
                UnsafeMutableRawBufferPointer(buffer).copyMemory(
                    from: UnsafeRawBufferPointer(rebasing: $0[position..<position + count * width]))
            }
            for index in 0..<count { buffer[index] = Number(littleEndian: buffer[index]) }
            filled = count
        }
    }
}
