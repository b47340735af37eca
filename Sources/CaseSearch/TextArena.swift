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
    /// The names that cannot be reconstructed from `bytes`, by number, as they are written: they contain a character
    /// whose readings differ from those of its folded form.
    private let separateNames: [Int32: String]
    /// Their characters.
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
        self.init(written.finished(), written.starts, written.fields, written.firsts, written.separateNames)
    }

    private init(
        _ bytes: [UInt8], _ starts: [Int], _ fields: [SearchField], _ firsts: [Int32],
        _ separateNames: [Int32: String]
    ) {
        (self.bytes, self.starts, self.fields, self.firsts) = (bytes, starts, fields, firsts)
        self.separateNames = separateNames
        separatePinyin = separateNames.mapValues { SpokenCharacter.characters(of: $0) }
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

    /// The zeros after the last text.
    private static let slack = 8

    /// Appends texts, owner by owner.
    private struct Writer {
        /// The folded texts up to `end`, and room for more.
        private var bytes: [UInt8] = []
        private var end = 0
        fileprivate var starts = [0]
        fileprivate var fields: [SearchField] = []
        fileprivate var firsts: [Int32] = [0]
        fileprivate var separateNames: [Int32: String] = [:]
        private let table = Folding.table

        /// Appends a text of the present owner; an empty one is skipped.
        mutating func add(_ text: String, _ field: SearchField) {
            var text = text
            guard !text.isEmpty else { return }
            var written = write(&text)
            if written == nil {
                text = Folding.withoutForms(text)
                written = write(&text)
            }
            guard let (count, hasSeparatePinyin) = written else { return }
            end += count + 1
            bytes[end - 1] = 0
            if hasSeparatePinyin, field.isName {
                separateNames[Int32(fields.count)] = text
            }
            starts.append(end)
            fields.append(field)
        }

        /// Writes a folded text behind the others; nil if one of its scalars is the form of several.
        private mutating func write(_ text: inout String) -> (count: Int, hasSeparatePinyin: Bool)? {
            // Folding turns two bytes into at most three (Ⱥ becomes ⱥ), and writes eight at once.
            makeRoom(for: text.utf8.count * 3 / 2 + 8)
            let (start, table) = (end, table)
            return text.withUTF8 { source in
                bytes.withUnsafeMutableBufferPointer { buffer in
                    buffer.baseAddress.flatMap { Folding.write(source, to: $0 + start, table) }
                }
            }
        }

        private mutating func makeRoom(for count: Int) {
            let missing = end + count - bytes.count
            if missing > 0 { bytes += [UInt8](repeating: 0, count: max(missing, bytes.count)) }
        }

        /// The folded texts. A zero ends each, and eight more follow the last, so that eight bytes can be read at once
        /// from any position.
        mutating func finished() -> [UInt8] {
            makeRoom(for: slack)
            for place in 0..<slack { bytes[end + place] = 0 }
            return Array(bytes[..<(end + slack)])
        }

        /// Moves on to the next owner.
        mutating func endOwner() { firsts.append(Int32(fields.count)) }
    }
}

// How it is stored.
extension TextArena {
    /// Numbers of texts, bytes, separate names and their bytes; then the first text of each owner, the start of each
    /// text, its field, the numbers and lengths of the separate names, these names, and all bytes.
    func write(to writer: inout IndexWriter) {
        let separate = separateNames.sorted { $0.key < $1.key }
        let names = separate.flatMap { Array($0.value.utf8) }
        writer.numbers([fields.count, bytes.count, separate.count, names.count].map { UInt32(clamping: $0) })
        writer.numbers(firsts)
        writer.numbers(starts.map { UInt32(clamping: $0) })
        writer.numbers(fields.map { Self.codes[$0] ?? 0 })
        for (number, name) in separate { writer.numbers([number, Int32(clamping: name.utf8.count)]) }
        writer.numbers(names)
        writer.numbers(bytes)
    }

    /// What was written of the texts of so many owners; nil if it is not as it should be.
    init?(_ reader: inout IndexReader, owners: Int) {
        guard let counts: [UInt32] = reader.numbers(4) else { return nil }
        let (texts, count) = (Int(counts[0]), Int(counts[1]))
        guard let firsts: [Int32] = reader.numbers(owners + 1), firsts[0] == 0, Int(firsts[owners]) == texts,
            firsts.isAscending, let starts: [UInt32] = reader.numbers(texts + 1), starts[0] == 0,
            Int(starts[texts]) == count - Self.slack, starts.isAscending,
            let codes: [UInt8] = reader.numbers(texts), codes.allSatisfy({ $0 < Self.fields.count }),
            let separate: [Int32] = reader.numbers(2 * Int(counts[2])),
            let names: [UInt8] = reader.numbers(Int(counts[3])),
            let bytes: [UInt8] = reader.numbers(count), bytes.isUTF8,
            bytes.suffix(Self.slack).allSatisfy({ $0 == 0 })
        else { return nil }
        // Each text ends with a zero, at which those that go through it stop.
        for end in starts.dropFirst() where end == 0 || bytes[Int(end) - 1] != 0 { return nil }
        var (separateNames, end): ([Int32: String], Int) = ([:], 0)
        for place in stride(from: 0, to: separate.count, by: 2) {
            let (number, length) = (separate[place], Int(separate[place + 1]))
            guard number >= 0, number < texts, length >= 0, length <= names.count - end,
                let name = String(validating: names[end..<end + length], as: UTF8.self)
            else { return nil }
            separateNames[number] = name
            end += length
        }
        self.init(bytes, starts.map(Int.init), codes.map { Self.fields[Int($0)] }, firsts, separateNames)
    }

    private static let fields = SearchField.allCases
    private static let codes = Dictionary(
        uniqueKeysWithValues: zip(fields, fields.indices.map { UInt8(clamping: $0) }))
}

extension [UInt8] {
    /// True for the bytes of a text.
    fileprivate var isUTF8: Bool { (try? UTF8Span(validating: span)) != nil }
}

extension Array where Element: FixedWidthInteger {
    /// True if none is less than the one before.
    fileprivate var isAscending: Bool {
        for index in indices.dropFirst() where self[index] < self[index - 1] { return false }
        return true
    }
}

extension Folding {
    /// Writes the folded text as UTF-8; returns its length, and whether a character has other readings than its
    /// folded form. Stops with nil at a `form`, whose letters may need more room than it does.
    static func write(
        _ source: UnsafeBufferPointer<UInt8>, to target: UnsafeMutablePointer<UInt8>, _ table: [UInt16]
    ) -> (count: Int, hasSeparatePinyin: Bool)? {
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
                let folded = scalar < 0x10000 ? UInt32(table[Int(scalar)]) : foldBeyondBasicPlane(scalar)
                if folded == 0 { continue }
                if folded == form { return nil }
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
