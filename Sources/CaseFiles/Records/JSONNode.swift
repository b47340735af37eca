import CaseModel
import TextLayout

/// A JSON value (RFC 8259) with the place where it begins; members keep their order, numbers their digits.
package struct JSONNode: Sendable {
    /// What stands there.
    package indirect enum Content: Sendable {
        case null
        case bool(Bool)
        /// A number, digit for digit.
        case number(String)
        case string(String)
        case array([JSONNode])
        case object([(key: String, value: JSONNode)])
    }

    /// What stands there.
    package var content: Content
    /// The byte with which it begins.
    package var offset: Int

    /// The greatest nesting of arrays and objects.
    package static let deepest = 64

    /// Reads a whole file, without extensions of the grammar; of two members of a name the file is refused.
    package static func read(_ bytes: [UInt8]) throws(JSONMistake) -> JSONNode {
        var reader = JSONReader(bytes: bytes)
        let value = try reader.value(depth: 0)
        reader.skipBlanks()
        guard reader.next == nil else { throw JSONMistake(.moreBehind, at: reader.place) }
        return value
    }

    /// A string or a number as text.
    package var word: String? {
        switch content {
        case .string(let text), .number(let text): text
        case .bool(let flag): flag ? "true" : "false"
        case .null, .array, .object: nil
        }
    }

    /// The elements of an array.
    package var elements: [JSONNode]? {
        if case .array(let elements) = content { elements } else { nil }
    }

    /// The members of an object.
    package var members: [(key: String, value: JSONNode)]? {
        if case .object(let members) = content { members } else { nil }
    }

    /// The member of a name.
    package subscript(key: String) -> JSONNode? { members?.first { $0.key == key }?.value }

    /// The value without its places.
    package var value: JSONValue {
        switch content {
        case .null: .null
        case .bool(let flag): .bool(flag)
        case .number(let digits): .number(digits)
        case .string(let text): .string(text)
        case .array(let elements): .array(elements.map(\.value))
        case .object(let members): .object(members.map { ($0.key, $0.value.value) })
        }
    }

    /// The value on one line, for reports.
    package var line: String {
        switch content {
        case .null: "null"
        case .bool, .number, .string: word ?? ""
        case .array(let elements): elements.map(\.line).joined(separator: ", ")
        case .object(let members): members.map { "\($0.key): \($0.value.line)" }.joined(separator: ", ")
        }
    }
}

/// Where and why bytes are no JSON, or more of it than is taken.
package struct JSONMistake: Error, Equatable {
    /// What is wrong.
    package enum Reason: Equatable, Sendable {
        case noValue, tooDeep, unclosedString, badEscape, moreBehind, notText
        case keyTwice(String)
        case expected(Character)

        /// What is wrong and what to do, a sentence without a full stop.
        package var sentence: Text {
            switch self {
            case .noValue:
                Text(
                    chinese: "此处不是 JSON 值；请检查前面的逗号和引号",
                    english: "this is no JSON value; check the commas and quotes before it")
            case .tooDeep:
                Text(
                    chinese: "嵌套多于 \(JSONNode.deepest) 层",
                    english: "this is nested more than \(JSONNode.deepest) deep; simplify it")
            case .unclosedString:
                Text(chinese: "此字符串没有关上；请补上引号", english: "the string opened here is not closed; close it")
            case .badEscape: Text(chinese: "JSON 没有这种转义", english: "JSON has no such escape; mend it")
            case .moreBehind:
                Text(chinese: "值后面还有内容；请删去", english: "something follows the end of the value; take it out")
            case .notText: Text(chinese: "此字符串不是 UTF-8", english: "the string is not UTF-8; mend it")
            case .keyTwice(let key):
                Text(
                    chinese: "“\(key.spelledOut)”在此写了两次；请删去一个",
                    english: "'\(key.spelledOut)' stands here twice; take one out")
            case .expected(let sign):
                Text(chinese: "此处应为“\(sign)”", english: "'\(sign)' should stand here; add it")
            }
        }
    }

    /// What is wrong.
    package let reason: Reason
    /// The byte at which it was noticed.
    package let offset: Int

    init(_ reason: Reason, at offset: Int) {
        (self.reason, self.offset) = (reason, offset)
    }
}

extension JSONValue {
    /// Parses RFC 8259 without extensions; numbers keep their digits, keys their order.
    package init(reading bytes: [UInt8]) throws(JSONMistake) {
        self = try JSONNode.read(bytes).value
    }
}

/// A single pass over bytes that ends at their end, whatever they are.
private struct JSONReader {
    let bytes: [UInt8]
    var place = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    private static let quote = UInt8(ascii: "\"")
    private static let backslash = UInt8(ascii: "\\")

    var next: UInt8? { place < bytes.count ? bytes[place] : nil }

    mutating func skipBlanks() {
        while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { place += 1 }
    }

    mutating func value(depth: Int) throws(JSONMistake) -> JSONNode {
        skipBlanks()
        guard depth <= JSONNode.deepest else { throw JSONMistake(.tooDeep, at: place) }
        let start = place
        let content: JSONNode.Content
        switch next {
        case UInt8(ascii: "{"): content = .object(try members(depth: depth))
        case UInt8(ascii: "["): content = .array(try elements(depth: depth))
        case Self.quote: content = .string(try string())
        case UInt8(ascii: "t"): content = try literal("true", .bool(true))
        case UInt8(ascii: "f"): content = try literal("false", .bool(false))
        case UInt8(ascii: "n"): content = try literal("null", .null)
        case .some(let byte) where byte.isDigit || byte == UInt8(ascii: "-"): content = .number(try number())
        case _: throw JSONMistake(.noValue, at: place)
        }
        return JSONNode(content: content, offset: start)
    }

    private mutating func literal(
        _ word: String, _ content: JSONNode.Content
    ) throws(JSONMistake) -> JSONNode.Content {
        guard bytes[place...].starts(with: word.utf8) else {
            throw JSONMistake(.noValue, at: place)
        }
        place += word.utf8.count
        return content
    }

    private mutating func number() throws(JSONMistake) -> String {
        let start = place
        if next == UInt8(ascii: "-") { place += 1 }
        let isZero = next == UInt8(ascii: "0")
        let first = place
        try digits(from: start)
        guard !isZero || place == first + 1 else { throw JSONMistake(.noValue, at: start) }
        if next == UInt8(ascii: ".") {
            place += 1
            try digits(from: start)
        }
        if next.map({ $0 | 0x20 }) == UInt8(ascii: "e") {
            place += 1
            if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { place += 1 }
            try digits(from: start)
        }
        return String(decoding: bytes[start..<place], as: UTF8.self)
    }

    private mutating func digits(from start: Int) throws(JSONMistake) {
        let first = place
        while let byte = next, byte.isDigit { place += 1 }
        guard place > first else { throw JSONMistake(.noValue, at: start) }
    }

    private mutating func elements(depth: Int) throws(JSONMistake) -> [JSONNode] {
        var elements: [JSONNode] = []
        try list(closedBy: "]") { (reader) throws(JSONMistake) in
            elements.append(try reader.value(depth: depth + 1))
        }
        return elements
    }

    private mutating func members(depth: Int) throws(JSONMistake) -> [(key: String, value: JSONNode)] {
        var members: [(key: String, value: JSONNode)] = []
        var keys: Set<String> = []
        try list(closedBy: "}") { (reader) throws(JSONMistake) in
            guard reader.next == Self.quote else {
                throw JSONMistake(.noValue, at: reader.place)
            }
            let start = reader.place
            let key = try reader.string()
            guard keys.insert(key).inserted else { throw JSONMistake(.keyTwice(key), at: start) }
            reader.skipBlanks()
            guard reader.next == UInt8(ascii: ":") else {
                throw JSONMistake(.expected(":"), at: reader.place)
            }
            reader.place += 1
            members.append((key, try reader.value(depth: depth + 1)))
        }
        return members
    }

    /// What stands between brackets, with commas between.
    private mutating func list(
        closedBy sign: Character, _ element: (inout JSONReader) throws(JSONMistake) -> Void
    ) throws(JSONMistake) {
        let close = sign.asciiValue
        place += 1
        skipBlanks()
        if next == close {
            place += 1
            return
        }
        while true {
            skipBlanks()
            try element(&self)
            skipBlanks()
            switch next {
            case UInt8(ascii: ","): place += 1
            case close:
                place += 1
                return
            case _: throw JSONMistake(.expected(sign), at: place)
            }
        }
    }

    private mutating func string() throws(JSONMistake) -> String {
        let open = place
        place += 1
        var text: [UInt8] = []
        while let byte = next {
            switch byte {
            case Self.quote:
                place += 1
                guard let text = String(validating: text, as: UTF8.self) else {
                    throw JSONMistake(.notText, at: open)
                }
                return text
            case Self.backslash: text += try escape()
            case _ where byte < 0x20: throw JSONMistake(.unclosedString, at: open)
            case _:
                text.append(byte)
                place += 1
            }
        }
        throw JSONMistake(.unclosedString, at: open)
    }

    private mutating func escape() throws(JSONMistake) -> [UInt8] {
        let start = place
        place += 2
        guard place <= bytes.count else { throw JSONMistake(.unclosedString, at: start) }
        switch bytes[place - 1] {
        case Self.quote: return [Self.quote]
        case Self.backslash: return [Self.backslash]
        case UInt8(ascii: "/"): return [UInt8(ascii: "/")]
        case UInt8(ascii: "b"): return [0x08]
        case UInt8(ascii: "f"): return [0x0C]
        case UInt8(ascii: "n"): return [0x0A]
        case UInt8(ascii: "r"): return [0x0D]
        case UInt8(ascii: "t"): return [0x09]
        case UInt8(ascii: "u"):
            var unit = try hexadecimal(from: start)
            if (0xD800...0xDBFF).contains(unit), next == Self.backslash, bytes.count > place + 1,
                bytes[place + 1] == UInt8(ascii: "u")
            {
                place += 2
                let low = try hexadecimal(from: start)
                guard (0xDC00...0xDFFF).contains(low) else {
                    throw JSONMistake(.badEscape, at: start)
                }
                unit = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
            }
            // Half a pair is no character.
            guard let scalar = Unicode.Scalar(unit) else {
                throw JSONMistake(.badEscape, at: start)
            }
            return Array(String(scalar).utf8)
        case _: throw JSONMistake(.badEscape, at: start)
        }
    }

    private mutating func hexadecimal(from start: Int) throws(JSONMistake) -> UInt32 {
        guard place + 4 <= bytes.count, bytes[place..<(place + 4)].allSatisfy({ $0.isHexadecimal }),
            let unit = UInt32(String(decoding: bytes[place..<(place + 4)], as: UTF8.self), radix: 16)
        else { throw JSONMistake(.badEscape, at: start) }
        place += 4
        return unit
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

    fileprivate var isHexadecimal: Bool {
        isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self | 0x20)
    }
}
