/// A JSON text whose characters beyond the first plane, which JSON escapes in two halves (`\ud83c\udf32`, RFC 8259), are
/// escaped as YAML reads them (`\U0001F332`).
///
/// Such an escape is two characters shorter; what follows it on its line is counted as if it were not.
struct JoinedSurrogates {
    /// The text with its pairs joined.
    private(set) var text: String
    /// Where the joined escapes end, in the joined text and in its order; half a pair stays as it is.
    private var ends: [Position] = []

    private static let backslash = UInt8(ascii: "\\")
    /// The characters that each pair loses.
    private static let difference = 2

    /// A text of a file; that of another form than JSON, which may hold backslashes of its own, stays as it is.
    init(of file: SourceText) {
        text = file.text
        guard file.isJSON else { return }
        var whole = text
        text =
            whole.withUTF8 { bytes in
                guard bytes.contains(Self.backslash) else { return nil }
                return joined(bytes)
            } ?? text
    }

    /// The text with its pairs joined; nil where it has none.
    private mutating func joined(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        var result: [UInt8] = []
        var copied = 0
        var place = 0
        var (line, column) = (1, 1)
        while place < bytes.count {
            let byte = bytes[place]
            guard byte == Self.backslash else {
                if byte == 0x0A || (byte == 0x0D && (place + 1 == bytes.count || bytes[place + 1] != 0x0A)) {
                    (line, column) = (line + 1, 1)
                } else if byte & 0xC0 != 0x80 {
                    column += 1
                }
                place += 1
                continue
            }
            guard let scalar = Self.pair(bytes[place...]) else {
                // The sign behind it may be another backslash, but no line end.
                let isPair = place + 1 < bytes.count && bytes[place + 1] == Self.backslash
                place += isPair ? 2 : 1
                column += isPair ? 2 : 1
                continue
            }
            let digits = String(scalar.value, radix: 16)
            result += bytes[copied..<place]
            result += "\\U\(String(repeating: "0", count: 8 - digits.utf8.count))\(digits)".utf8
            place += 12
            copied = place
            column += 12 - Self.difference
            ends.append(Position(line: line, column: column))
        }
        guard !ends.isEmpty else { return nil }
        result += bytes[copied...]
        return String(decoding: result, as: UTF8.self)
    }

    /// The character of the pair with which these bytes begin; nil where they begin with none.
    private static func pair(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Unicode.Scalar? {
        guard let high = unit(bytes), let low = unit(bytes.dropFirst(6)), (0xD800...0xDBFF).contains(high),
            (0xDC00...0xDFFF).contains(low)
        else { return nil }
        return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
    }

    /// The number of the escape with which these bytes begin.
    private static func unit(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> UInt32? {
        guard bytes.count >= 6, bytes.starts(with: [backslash, UInt8(ascii: "u")]) else { return nil }
        let digits = bytes.dropFirst(2).prefix(4)
        guard digits.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }) else { return nil }
        return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    }

    /// Where a place of the joined text stands in the file.
    func original(_ place: Position) -> Position {
        guard !ends.isEmpty else { return place }
        func count(upTo place: Position) -> Int {
            var (low, high) = (0, ends.count)
            while low < high {
                let middle = (low + high) / 2
                if ends[middle] <= place { low = middle + 1 } else { high = middle }
            }
            return low
        }
        let before = count(upTo: place) - count(upTo: Position(line: place.line, column: 0))
        return Position(line: place.line, column: place.column + before * Self.difference)
    }
}

extension SourceText {
    /// True for a file that is JSON by its name, and read as the YAML that it is as well.
    var isJSON: Bool {
        let name = name.lowercased()
        return name.hasSuffix(".json") || name.hasSuffix(".geojson")
    }
}
