import CaseFiles
/// Where and why bytes are no JSON, or more of it than is taken.
struct JSONMistake: Error, Equatable, CustomStringConvertible {
    /// The line, counted from 1.
    let line: Int
    /// What is wrong there.
    let reason: String

    var description: String { "line \(line): \(reason)" }
}

extension JSONValue {
    /// The greatest nesting of arrays and objects.
    static let deepest = 32

    /// Parses RFC 8259 without extensions; numbers keep their digits, keys their order.
    init(reading bytes: [UInt8]) throws(JSONMistake) {
        var reader = JSONReader(bytes)
        self = try reader.whole()
    }

    /// The value of a key; nil for a missing key, and for a value that is no object.
    subscript(key: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }
}

/// A single pass over bytes that ends at their end, whatever they are.
private struct JSONReader {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func whole() throws(JSONMistake) -> JSONValue {
        let value = try value(depth: 0)
        skipBlanks()
        guard position == bytes.count else { throw mistake("there is more after the end") }
        return value
    }

    private mutating func value(depth: Int) throws(JSONMistake) -> JSONValue {
        guard depth < JSONValue.deepest else { throw mistake("brackets are too deep in one another") }
        skipBlanks()
        guard let byte = next else { throw mistake("it ends too early") }
        switch byte {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
        case _:
            let words: [(String, JSONValue)] = [
                ("null", .null), ("true", .bool(true)), ("false", .bool(false)),
            ]
            for (word, value) in words where bytes[position...].starts(with: word.utf8) {
                position += word.utf8.count
                return value
            }
            throw mistake("what begins here is no value")
        }
    }

    private mutating func object(depth: Int) throws(JSONMistake) -> JSONValue {
        var members: [(key: String, value: JSONValue)] = []
        var keys: Set<String> = []
        position += 1
        if take("}") { return .object([]) }
        repeat {
            skipBlanks()
            guard next == UInt8(ascii: "\"") else { throw mistake("a key is missing") }
            let key = try string()
            guard keys.insert(key).inserted else { throw mistake("a key stands here twice") }
            guard take(":") else { throw mistake("a colon is missing") }
            members.append((key, try value(depth: depth + 1)))
        } while take(",")
        guard take("}") else { throw mistake("a comma or } is missing") }
        return .object(members)
    }

    private mutating func array(depth: Int) throws(JSONMistake) -> JSONValue {
        var elements: [JSONValue] = []
        position += 1
        if take("]") { return .array([]) }
        repeat { elements.append(try value(depth: depth + 1)) } while take(",")
        guard take("]") else { throw mistake("a comma or ] is missing") }
        return .array(elements)
    }

    private mutating func number() throws(JSONMistake) -> String {
        let start = position
        if next == UInt8(ascii: "-") { position += 1 }
        let whole = digits()
        guard whole.count == 1 || whole.first != UInt8(ascii: "0") else { throw mistake("no number") }
        var parts = [whole]
        if next == UInt8(ascii: ".") {
            position += 1
            parts.append(digits())
        }
        if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
            position += 1
            if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { position += 1 }
            parts.append(digits())
        }
        guard parts.allSatisfy({ !$0.isEmpty }) else { throw mistake("a number lacks digits") }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func digits() -> ArraySlice<UInt8> {
        let digits = bytes[position...].prefix { (0x30...0x39).contains($0) }
        position += digits.count
        return digits
    }

    private mutating func string() throws(JSONMistake) -> String {
        var text: [UInt8] = []
        position += 1
        while let byte = next {
            position += 1
            switch byte {
            case UInt8(ascii: "\""):
                guard let text = String(validating: text, as: UTF8.self) else {
                    throw mistake("a text is not UTF-8")
                }
                return text
            case UInt8(ascii: "\\"): text += String(try escaped()).utf8
            case 0..<0x20: throw mistake("a control character stands in a text")
            case _: text.append(byte)
            }
        }
        throw mistake("a text does not end")
    }

    private mutating func escaped() throws(JSONMistake) -> Unicode.Scalar {
        guard let byte = next else { throw mistake("it ends too early") }
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
        case UInt8(ascii: "b"): return "\u{08}"
        case UInt8(ascii: "f"): return "\u{0C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try scalar()
        case _: throw mistake("no character is written like this")
        }
    }

    // Four hexadecimal digits, or twice four for a scalar beyond U+FFFF.
    private mutating func scalar() throws(JSONMistake) -> Unicode.Scalar {
        let first = try unit()
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard first < 0xDC00, bytes[position...].starts(with: "\\u".utf8) else {
            throw mistake("half a character")
        }
        position += 2
        let second = try unit()
        guard (0xDC00...0xDFFF).contains(second),
            let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        else { throw mistake("half a character") }
        return scalar
    }

    private mutating func unit() throws(JSONMistake) -> UInt32 {
        let digits = bytes[position...].prefix(4)
        let isHexadecimal = digits.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit && $0 < 0x80 }
        guard digits.count == 4, isHexadecimal,
            let unit = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw mistake("no character is written like this") }
        position += 4
        return unit
    }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func take(_ mark: Unicode.Scalar) -> Bool {
        skipBlanks()
        guard next == UInt8(ascii: mark) else { return false }
        position += 1
        return true
    }

    private mutating func skipBlanks() {
        while let next, [0x20, 0x09, 0x0A, 0x0D].contains(next) { position += 1 }
    }

    private func mistake(_ reason: String) -> JSONMistake {
        let line = bytes[..<min(position, bytes.count)].count { $0 == 0x0A } + 1
        return JSONMistake(line: line, reason: reason)
    }
}
