import CaseModel

/// The entries of a zip archive, read from its directory; stored and deflated ones can be unpacked.
///
/// Names are keys and never paths of files: nothing is written anywhere.
struct ZipArchive {
    private struct Entry {
        var name: String
        var isEncrypted: Bool
        var method: Int
        var checksum: UInt32
        var packed: Int
        var size: Int
        var offset: Int
    }

    private let bytes: [UInt8]
    private let file: String
    private var entries: [String: Entry] = [:]
    private var unpacked = 0

    /// The names of the entries, sorted.
    var names: [String] { entries.keys.sorted() }

    /// Reads the directory at the end of an archive.
    init(_ bytes: [UInt8], file: String) throws(ImportError) {
        (self.bytes, self.file) = (bytes, file)
        func fail(_ message: Text) -> ImportError { Self.error(message, in: file) }
        guard bytes.count <= ImportLimits.unpackedBytes else { throw fail(ImportMessage.tooMuchUnpacked) }
        // The end of the directory is the last such record that a comment of its length can follow.
        let lowest = max(0, bytes.count - 22 - 0xFFFF)
        guard bytes.count >= 22,
            let end = (lowest...(bytes.count - 22)).last(where: { place in
                number(at: place, 4) == 0x0605_4B50 && place + 22 + number(at: place + 20, 2) <= bytes.count
            })
        else { throw fail(ImportMessage.notAnArchive) }
        let count = number(at: end + 10, 2)
        guard count <= ImportLimits.archiveEntries else { throw fail(ImportMessage.tooManyEntries) }
        var place = number(at: end + 16, 4)
        for _ in 0..<count {
            guard place + 46 <= end, number(at: place, 4) == 0x0201_4B50 else {
                throw fail(ImportMessage.notAnArchive)
            }
            let (nameLength, extra, comment) = (
                number(at: place + 28, 2), number(at: place + 30, 2), number(at: place + 32, 2)
            )
            guard place + 46 + nameLength <= end else { throw fail(ImportMessage.notAnArchive) }
            let name = String(decoding: bytes[(place + 46)..<(place + 46 + nameLength)], as: UTF8.self)
            entries[name] = Entry(
                name: name, isEncrypted: number(at: place + 8, 2) & 1 == 1, method: number(at: place + 10, 2),
                checksum: UInt32(number(at: place + 16, 4)), packed: number(at: place + 20, 4),
                size: number(at: place + 24, 4), offset: number(at: place + 42, 4))
            place += 46 + nameLength + extra + comment
        }
    }

    /// The bytes of an entry, checked against its checksum; nil where the archive has none of the name.
    mutating func contents(of name: String) throws(ImportError) -> [UInt8]? {
        guard let entry = entries[name] else { return nil }
        let damaged = Self.error(ImportMessage.damagedEntry(name), in: file)
        guard !entry.isEncrypted, entry.method == 0 || entry.method == 8 else {
            throw Self.error(ImportMessage.unsupportedEntry(name), in: file)
        }
        let head = entry.offset
        guard head + 30 <= bytes.count, number(at: head, 4) == 0x0403_4B50 else { throw damaged }
        // The entry's own header has a name and an extra field of its own length.
        let start = head + 30 + number(at: head + 26, 2) + number(at: head + 28, 2)
        guard start + entry.packed <= bytes.count else { throw damaged }
        let room = ImportLimits.unpackedBytes - unpacked
        guard entry.size <= room else { throw Self.error(ImportMessage.tooMuchUnpacked, in: file) }
        let packed = bytes[start..<(start + entry.packed)]
        // What is longer than it says it is is damaged, however long it would be.
        let contents = entry.method == 0 ? Array(packed) : try? Inflate.bytes(packed, limit: entry.size)
        guard let contents, contents.count == entry.size, CRC32.of(contents) == entry.checksum else {
            throw damaged
        }
        unpacked += contents.count
        return contents
    }

    /// A number in so many bytes, the lowest first; 0 beyond the end.
    private func number(at place: Int, _ count: Int) -> Int {
        guard place >= 0, place + count <= bytes.count else { return 0 }
        return (0..<count).reduce(0) { $0 | Int(bytes[place + $1]) << ($1 * 8) }
    }

    private static func error(_ message: Text, in file: String) -> ImportError {
        ImportError(message, at: FileAddress(beginningOf: file))
    }
}
