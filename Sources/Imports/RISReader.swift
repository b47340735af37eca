import CaseModel

/// Records of a file in the tagged format of reference managers (RIS).
struct RISReader {
    /// A line with its tag; lines without one belong to the tag before them.
    private struct Line {
        var tag: String
        var value: String
        var offset: Int
    }

    private let file: SourceFile
    private(set) var records: [ForeignRecord] = []

    /// Reads a file.
    init(_ file: SourceFile) throws(ImportError) {
        self.file = file
        var lines: [Line] = []
        var isInRecord = false
        for (start, end) in Self.lines(of: file.bytes) {
            guard let tagged = Self.tagged(file, start, end) else {
                let rest = file.text(start..<end).trimmed
                if rest.isEmpty { continue }
                guard isInRecord, let last = lines.indices.last else {
                    throw file.error(ImportMessage.noRecordType, at: start)
                }
                lines[last].value += "\n" + rest
                continue
            }
            switch tagged.tag {
            case "TY":
                // A record that was not ended ends where the next one begins.
                if isInRecord { try add(lines) }
                lines = [tagged]
                isInRecord = true
            case "ER":
                if isInRecord { try add(lines) }
                isInRecord = false
                lines = []
            case _:
                guard isInRecord else { throw file.error(ImportMessage.noRecordType, at: start) }
                lines.append(tagged)
            }
        }
        if isInRecord { try add(lines) }
    }

    private static func lines(of bytes: [UInt8]) -> [(Int, Int)] {
        var (lines, start) = ([(Int, Int)](), 0)
        for (place, byte) in bytes.enumerated() where byte == .lineFeed || byte == .carriageReturn {
            if place > start { lines.append((start, place)) }
            start = place + 1
        }
        return start < bytes.count ? lines + [(start, bytes.count)] : lines
    }

    /// `AU  - Zhao, Ying`: two signs, blanks, a hyphen; some programs write one blank, and none at the end.
    private static func tagged(_ file: SourceFile, _ start: Int, _ end: Int) -> Line? {
        var start = start
        while start < end, file.bytes[start].isBlank { start += 1 }
        guard end - start >= 4 else { return nil }
        let (first, second) = (file.bytes[start], file.bytes[start + 1])
        let capitals = UInt8(ascii: "A")...UInt8(ascii: "Z")
        guard capitals.contains(first), capitals.contains(second) || second.isDigit else { return nil }
        var place = start + 2
        while place < end, file.bytes[place] == .space { place += 1 }
        guard place > start + 2, place <= start + 4, place < end, file.bytes[place] == UInt8(ascii: "-"),
            place + 1 == end || file.bytes[place + 1].isBlank
        else { return nil }
        return Line(
            tag: file.text(start..<(start + 2)), value: file.text(min(place + 1, end)..<end).trimmed,
            offset: start)
    }

    private mutating func add(_ lines: [Line]) throws(ImportError) {
        guard let type = lines.first, records.count < ImportLimits.records else {
            throw file.error(ImportMessage.tooManyRecords, at: lines.first?.offset ?? 0)
        }
        let key = lines.first { $0.tag == "ID" && !$0.value.isEmpty }?.value
        let name = key.map { Text($0) } ?? Label.record(records.count + 1)
        let tags = Set(lines.lazy.filter { !$0.value.isEmpty }.map(\.tag))
        let named = lines.lazy.compactMap { line in
            line.tag == "M3" ? RISTypes.officialText(named: line.value, in: type.value) : nil
        }.first
        var record = ForeignRecord(
            name: name, key: key, type: type.value, work: named ?? RISTypes.work(type.value, beside: tags),
            address: file.address(of: type.offset))
        for line in lines.dropFirst() {
            guard line.value.utf8.count <= ImportLimits.fieldBytes else {
                throw file.error(ImportMessage.fieldTooLong(line.tag), at: line.offset)
            }
            let role = RISTags.role(of: line.tag, value: line.value, in: type.value, beside: tags)
            var fact = Fact(
                role: role, field: line.tag, value: line.value, address: file.address(of: line.offset))
            if RISTags.names.contains(line.tag) {
                fact.names = [ForeignName(inverted: line.value)]
                fact.presumedNames = ForeignName.presumed(in: [line.value])
            }
            if role == .pages { fact.value = fact.value.ranged }
            if role == .genre, named != nil { fact.role = .structure }
            record.facts.append(fact)
        }
        records.append(record)
    }
}
