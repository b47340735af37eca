/// Folded texts in one contiguous array of bytes, each ended by a zero, so that scanning for a word is one pass
/// over memory. The texts of one owner, such as an item, are adjacent.
struct TextArena: Sendable {
    /// The folded texts.
    let bytes: [UInt8]
    /// The start of each text in `bytes`, and the end of the last.
    let starts: [Int]
    /// The field that each text comes from.
    let fields: [SearchField]
    /// The first text of each owner, and the end of the last.
    let firsts: [Int32]
    /// The names that cannot be reconstructed from `bytes`, by number: they contain a character whose readings
    /// differ from those of its folded form.
    let separatePinyin: [Int32: [SpokenCharacter]]
    /// For each text up to the last of those, true if it is one of them.
    private let separatePinyinFlags: [Bool]

    /// Folds the texts of some owners.
    init(of owners: Range<Int>, _ texts: (_ owner: Int, _ take: (String, SearchField) -> Void) -> Void) {
        var written = Writer()
        for owner in owners {
            texts(owner) { written.add($0, $1) }
            written.endOwner()
        }
        bytes = written.finished()
        (starts, fields, firsts) = (written.starts, written.fields, written.firsts)
        separatePinyin = written.separatePinyin
        var flags = [Bool](repeating: false, count: Int((separatePinyin.keys.max() ?? -1) + 1))
        for text in separatePinyin.keys { flags[Int(text)] = true }
        separatePinyinFlags = flags
    }

    /// The texts of an owner.
    @inline(__always) func texts(of owner: Int) -> Range<Int> {
        Int(firsts[owner])..<Int(firsts[owner + 1])
    }

    /// The bytes of the texts of an owner.
    @inline(__always) func place(of owner: Int) -> Range<Int> {
        starts[Int(firsts[owner])]..<starts[Int(firsts[owner + 1])]
    }

    /// True for a name in `separatePinyin`.
    @inline(__always) func hasSeparatePinyin(_ text: Int) -> Bool {
        text < separatePinyinFlags.count && separatePinyinFlags[text]
    }

    /// Appends texts, owner by owner.
    private struct Writer {
        /// The folded texts up to `end`, and room for more.
        private var bytes: [UInt8] = []
        private var end = 0
        fileprivate var starts = [0]
        fileprivate var fields: [SearchField] = []
        fileprivate var firsts: [Int32] = [0]
        fileprivate var separatePinyin: [Int32: [SpokenCharacter]] = [:]
        private let table = Folding.table

        /// Appends a text of the present owner; an empty one is skipped.
        mutating func add(_ text: String, _ field: SearchField) {
            var text = text
            guard !text.isEmpty else { return }
            // Folding turns two bytes into at most three (Ⱥ becomes ⱥ), and writes eight at once.
            makeRoom(for: text.utf8.count * 3 / 2 + 8)
            let (start, table) = (end, table)
            let folded = text.withUTF8 { source in
                bytes.withUnsafeMutableBufferPointer { buffer in
                    buffer.baseAddress.map { Folding.write(source, to: $0 + start, table) }
                }
            }
            guard let (count, hasSeparatePinyin) = folded else { return }
            end += count + 1
            bytes[end - 1] = 0
            if hasSeparatePinyin, field.isName {
                separatePinyin[Int32(fields.count)] = SpokenCharacter.characters(of: text)
            }
            starts.append(end)
            fields.append(field)
        }

        private mutating func makeRoom(for count: Int) {
            let missing = end + count - bytes.count
            if missing > 0 { bytes += [UInt8](repeating: 0, count: max(missing, bytes.count)) }
        }

        /// The folded texts. A zero ends each, and eight more follow the last, so that eight bytes can be read at once
        /// from any position.
        mutating func finished() -> [UInt8] {
            makeRoom(for: 8)
            for slack in 0..<8 { bytes[end + slack] = 0 }
            return Array(bytes[..<(end + 8)])
        }

        /// Moves on to the next owner.
        mutating func endOwner() { firsts.append(Int32(fields.count)) }
    }
}

extension Folding {
    /// Writes the folded text as UTF-8; returns its length, and whether a character has other readings than its
    /// folded form.
    static func write(
        _ source: UnsafeBufferPointer<UInt8>, to target: UnsafeMutablePointer<UInt8>, _ table: [UInt16]
    ) -> (count: Int, hasSeparatePinyin: Bool) {
        guard let base = source.baseAddress else { return (0, false) }
        let raw = UnsafeRawPointer(base)
        let count = source.count
        return table.withUnsafeBufferPointer { table in
            var (place, end, hasSeparatePinyin) = (0, 0, false)
            while place < count {
                if place + 8 <= count,
                    let folded = foldedASCII(raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
                {
                    UnsafeMutableRawPointer(target).storeBytes(of: folded, toByteOffset: end, as: UInt64.self)
                    (place, end) = (place + 8, end + 8)
                    continue
                }
                let (scalar, length) = scalar(base + place)
                place += length
                let folded = scalar < 0x10000 ? UInt32(table[Int(scalar)]) : scalar
                if folded == 0 { continue }
                let (first, second) = letters(folded)
                end += put(first, at: target + end)
                if second != 0 { end += put(second, at: target + end) }
                if folded != scalar, !hasSeparatePinyin {
                    let own = Readings.set(of: scalar)
                    hasSeparatePinyin = own != 0 && own != Readings.set(of: folded)
                }
            }
            return (end, hasSeparatePinyin)
        }
    }

    /// Eight bytes of ASCII without control characters in lower case; nil for others. The additions carry into a
    /// byte's top bit if it is at least a certain letter.
    @inline(__always) private static func foldedASCII(_ word: UInt64) -> UInt64? {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let isControl = ~(word &+ ones &* 0x60)
        guard (word | isControl) & (ones &* 0x80) == 0 else { return nil }
        let isFromA = word &+ ones &* (0x80 - 0x41)
        let isBeyondZ = word &+ ones &* (0x80 - 0x5B)
        return word | (isFromA & ~isBeyondZ & (ones &* 0x80)) >> 2
    }

    /// The scalar at the beginning of valid UTF-8, and its length in bytes.
    @inline(__always) static func scalar(_ bytes: UnsafePointer<UInt8>) -> (scalar: UInt32, length: Int) {
        let lead = UInt32(bytes[0])
        if lead < 0x80 { return (lead, 1) }
        let second = UInt32(bytes[1] & 0x3F)
        if lead < 0xE0 { return ((lead & 0x1F) << 6 | second, 2) }
        let third = UInt32(bytes[2] & 0x3F)
        if lead < 0xF0 { return ((lead & 0x0F) << 12 | second << 6 | third, 3) }
        return ((lead & 0x07) << 18 | second << 12 | third << 6 | UInt32(bytes[3] & 0x3F), 4)
    }

    @inline(__always) private static func put(_ scalar: UInt32, at bytes: UnsafeMutablePointer<UInt8>) -> Int
    {
        if scalar < 0x80 {
            bytes[0] = UInt8(scalar)
            return 1
        }
        if scalar >= 0x800, scalar < 0x10000 {
            bytes[0] = UInt8(0xE0 | scalar >> 12)
            bytes[1] = UInt8(0x80 | scalar >> 6 & 0x3F)
            bytes[2] = UInt8(0x80 | scalar & 0x3F)
            return 3
        }
        if scalar < 0x800 {
            bytes[0] = UInt8(0xC0 | scalar >> 6)
            bytes[1] = UInt8(0x80 | scalar & 0x3F)
            return 2
        }
        bytes[0] = UInt8(0xF0 | scalar >> 18)
        bytes[1] = UInt8(0x80 | scalar >> 12 & 0x3F)
        bytes[2] = UInt8(0x80 | scalar >> 6 & 0x3F)
        bytes[3] = UInt8(0x80 | scalar & 0x3F)
        return 4
    }
}
