import CaseFiles
import CaseModel

/// The bytes of a text file, with the lines that its offsets lie in.
struct SourceFile: Sendable {
    let name: String
    /// The text, without a byte order mark.
    let bytes: [UInt8]
    private let lineStarts: [Int]

    /// Refuses what is too large or not UTF-8.
    init(_ bytes: [UInt8], name: String) throws(ImportError) {
        func fail(_ message: Text) -> ImportError {
            ImportError(message, at: FileAddress(beginningOf: name))
        }
        guard bytes.count <= ImportLimits.fileBytes else {
            let limit = ImportLimits.fileBytes >> 20
            throw fail(
                Text(
                    chinese: "文件大于 \(limit) MiB；请分成几个文件",
                    english: "the file is larger than \(limit) MiB; export it in parts"))
        }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            throw fail(
                Text(
                    chinese: "文件是 UTF-16；请存为 UTF-8，或加 --encoding utf-16",
                    english: "the file is UTF-16; save it as UTF-8, or give --encoding utf-16"))
        }
        self.name = name
        self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        var starts = [0]
        for (place, byte) in self.bytes.enumerated() {
            if byte == .lineFeed || (byte == .carriageReturn && self.bytes[at: place + 1] != .lineFeed) {
                starts.append(place + 1)
            }
        }
        lineStarts = starts
        if let place = Self.firstMalformed(self.bytes) {
            throw error(
                Text(
                    chinese: "从这里起不是 UTF-8；请存为 UTF-8，或用 --encoding 指明编码，如 gb18030 或 windows-1252",
                    english:
                        "the text is not UTF-8 from here on; save it as UTF-8, or name its encoding with --encoding, such as gb18030 or windows-1252"
                ),
                at: place)
        }
    }

    /// The place of an offset. In very long lines the columns are bytes.
    func address(of offset: Int) -> FileAddress {
        var (low, high) = (0, lineStarts.count - 1)
        while low < high {
            let middle = (low + high + 1) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle - 1 }
        }
        let end = min(max(offset, lineStarts[low]), bytes.count)
        let before = bytes[lineStarts[low]..<end]
        let column = before.count > 10_000 ? before.count : String(decoding: before, as: UTF8.self).count
        return FileAddress(file: name, line: low + 1, column: column + 1)
    }

    func error(_ message: Text, at offset: Int) -> ImportError {
        ImportError(message, at: address(of: offset))
    }

    /// The file as JSON.
    func json() throws(ImportError) -> JSONNode {
        do {
            return try JSONNode.read(bytes)
        } catch {
            throw self.error(error.reason.sentence, at: error.offset)
        }
    }

    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// The offset of the first byte that is no part of well-formed UTF-8.
    private static func firstMalformed(_ bytes: [UInt8]) -> Int? {
        var place = 0
        while place < bytes.count {
            let lead = bytes[place]
            if lead < 0x80 {
                place += 1
                continue
            }
            let (length, second): (Int, ClosedRange<UInt8>) =
                switch lead {
                case 0xC2...0xDF: (2, 0x80...0xBF)
                case 0xE0: (3, 0xA0...0xBF)
                case 0xED: (3, 0x80...0x9F)
                case 0xE1...0xEC, 0xEE, 0xEF: (3, 0x80...0xBF)
                case 0xF0: (4, 0x90...0xBF)
                case 0xF1...0xF3: (4, 0x80...0xBF)
                case 0xF4: (4, 0x80...0x8F)
                case _: (0, 0...0)
                }
            guard length > 0, place + length <= bytes.count, second.contains(bytes[place + 1]),
                bytes[(place + 1)..<(place + length)].allSatisfy({ $0 & 0xC0 == 0x80 })
            else { return place }
            place += length
        }
        return nil
    }
}

extension UInt8 {
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let tab = UInt8(ascii: "\t")
    static let space = UInt8(ascii: " ")
    static let quote = UInt8(ascii: "\"")
    static let backslash = UInt8(ascii: "\\")
    static let openBrace = UInt8(ascii: "{")
    static let closeBrace = UInt8(ascii: "}")

    var isBlank: Bool { self == .space || self == .tab || self == .lineFeed || self == .carriageReturn }
    var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
    var isHexadecimal: Bool { isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self | 0x20) }
    var isASCIILetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }
}

extension Array {
    /// The element, or nil beyond the end.
    subscript(at place: Int) -> Element? { indices.contains(place) ? self[place] : nil }
}

extension StringProtocol {
    /// Without blanks and newlines at both ends.
    var trimmed: String {
        var text = self[...]
        while let first = text.first, first.isWhitespace { text = text.dropFirst() }
        while let last = text.last, last.isWhitespace { text = text.dropLast() }
        return String(text)
    }

    /// On one line: every run of blanks and newlines is one blank.
    var onOneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
