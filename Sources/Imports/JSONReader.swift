import CaseModel

/// A JSON value (RFC 8259) with the place where it begins; members keep their order.
struct JSONNode {
    indirect enum Content {
        case null
        case bool(Bool)
        /// A number, digit for digit.
        case number(String)
        case string(String)
        case array([JSONNode])
        case object([(key: String, value: JSONNode)])
    }

    var content: Content
    var offset: Int

    /// Reads a whole file.
    static func read(_ file: SourceFile) throws(ImportError) -> JSONNode {
        var reader = JSONReader(file: file)
        let value = try reader.value(depth: 0)
        reader.skipBlanks()
        guard reader.next == nil else { throw file.error(ImportMessage.tooMuchJSON, at: reader.place) }
        return value
    }

    /// A string or a number as text.
    var word: String? {
        switch content {
        case .string(let text), .number(let text): text
        case .bool(let flag): flag ? "true" : "false"
        case .null, .array, .object: nil
        }
    }

    var elements: [JSONNode]? {
        if case .array(let elements) = content { elements } else { nil }
    }

    /// The member of a name, the first one where there are several.
    subscript(key: String) -> JSONNode? {
        guard case .object(let members) = content else { return nil }
        return members.first { $0.key == key }?.value
    }

    /// The value on one line, for reports.
    var line: String {
        switch content {
        case .null: "null"
        case .bool, .number, .string: word ?? ""
        case .array(let elements): elements.map(\.line).joined(separator: ", ")
        case .object(let members): members.map { "\($0.key): \($0.value.line)" }.joined(separator: ", ")
        }
    }
}

private struct JSONReader {
    let file: SourceFile
    var place = 0

    init(file: SourceFile) { self.file = file }

    var next: UInt8? { place < file.bytes.count ? file.bytes[place] : nil }

    mutating func skipBlanks() {
        while let byte = next, byte.isBlank { place += 1 }
    }

    mutating func value(depth: Int) throws(ImportError) -> JSONNode {
        skipBlanks()
        guard depth <= ImportLimits.nesting else { throw file.error(ImportMessage.nestedTooDeep, at: place) }
        let start = place
        let content: JSONNode.Content
        switch next {
        case UInt8.openBrace: content = .object(try members(depth: depth))
        case UInt8(ascii: "["): content = .array(try elements(depth: depth))
        case UInt8.quote: content = .string(try string())
        case UInt8(ascii: "t"): content = try literal("true", .bool(true))
        case UInt8(ascii: "f"): content = try literal("false", .bool(false))
        case UInt8(ascii: "n"): content = try literal("null", .null)
        case .some(let byte) where byte.isDigit || byte == UInt8(ascii: "-"): content = .number(try number())
        case _: throw file.error(ImportMessage.notJSON, at: place)
        }
        return JSONNode(content: content, offset: start)
    }

    private mutating func literal(
        _ word: String, _ content: JSONNode.Content
    ) throws(ImportError) -> JSONNode.Content {
        guard file.bytes[place...].starts(with: word.utf8) else {
            throw file.error(ImportMessage.notJSON, at: place)
        }
        place += word.utf8.count
        return content
    }

    private mutating func number() throws(ImportError) -> String {
        let start = place
        if next == UInt8(ascii: "-") { place += 1 }
        let isZero = next == UInt8(ascii: "0")
        let first = place
        try digits(from: start)
        guard !isZero || place == first + 1 else { throw file.error(ImportMessage.notJSON, at: start) }
        if next == UInt8(ascii: ".") {
            place += 1
            try digits(from: start)
        }
        if next.map({ $0 | 0x20 }) == UInt8(ascii: "e") {
            place += 1
            if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { place += 1 }
            try digits(from: start)
        }
        return file.text(start..<place)
    }

    private mutating func digits(from start: Int) throws(ImportError) {
        let first = place
        while let byte = next, byte.isDigit { place += 1 }
        guard place > first else { throw file.error(ImportMessage.notJSON, at: start) }
    }

    private mutating func elements(depth: Int) throws(ImportError) -> [JSONNode] {
        var elements: [JSONNode] = []
        try list(closedBy: "]") { (reader) throws(ImportError) in
            elements.append(try reader.value(depth: depth + 1))
        }
        return elements
    }

    private mutating func members(depth: Int) throws(ImportError) -> [(key: String, value: JSONNode)] {
        var members: [(key: String, value: JSONNode)] = []
        try list(closedBy: "}") { (reader) throws(ImportError) in
            guard reader.next == .quote else {
                throw reader.file.error(ImportMessage.notJSON, at: reader.place)
            }
            let key = try reader.string()
            reader.skipBlanks()
            guard reader.next == UInt8(ascii: ":") else {
                throw reader.file.error(ImportMessage.expected(":"), at: reader.place)
            }
            reader.place += 1
            members.append((key, try reader.value(depth: depth + 1)))
        }
        return members
    }

    /// What stands between brackets, with commas between.
    private mutating func list(
        closedBy sign: Character, _ element: (inout JSONReader) throws(ImportError) -> Void
    ) throws(ImportError) {
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
            case _: throw file.error(ImportMessage.expected(sign), at: place)
            }
        }
    }

    private mutating func string() throws(ImportError) -> String {
        let open = place
        place += 1
        var bytes: [UInt8] = []
        while let byte = next {
            switch byte {
            case UInt8.quote:
                place += 1
                return String(decoding: bytes, as: UTF8.self)
            case UInt8.backslash: bytes += try escape()
            case _ where byte < 0x20: throw file.error(ImportMessage.unclosedString, at: open)
            case _:
                bytes.append(byte)
                place += 1
            }
        }
        throw file.error(ImportMessage.unclosedString, at: open)
    }

    private mutating func escape() throws(ImportError) -> [UInt8] {
        let start = place
        place += 2
        guard place <= file.bytes.count else { throw file.error(ImportMessage.unclosedString, at: start) }
        switch file.bytes[place - 1] {
        case UInt8.quote: return [.quote]
        case UInt8.backslash: return [.backslash]
        case UInt8(ascii: "/"): return [UInt8(ascii: "/")]
        case UInt8(ascii: "b"): return [0x08]
        case UInt8(ascii: "f"): return [0x0C]
        case UInt8(ascii: "n"): return [.lineFeed]
        case UInt8(ascii: "r"): return [.carriageReturn]
        case UInt8(ascii: "t"): return [.tab]
        case UInt8(ascii: "u"):
            var unit = try hexadecimal(from: start)
            if (0xD800...0xDBFF).contains(unit), next == .backslash, file.bytes.count > place + 1,
                file.bytes[place + 1] == UInt8(ascii: "u")
            {
                place += 2
                let low = try hexadecimal(from: start)
                guard (0xDC00...0xDFFF).contains(low) else {
                    throw file.error(ImportMessage.badEscape, at: start)
                }
                unit = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
            }
            // Half a pair is no character.
            guard let scalar = Unicode.Scalar(unit) else {
                throw file.error(ImportMessage.badEscape, at: start)
            }
            return Array(String(scalar).utf8)
        case _: throw file.error(ImportMessage.badEscape, at: start)
        }
    }

    private mutating func hexadecimal(from start: Int) throws(ImportError) -> UInt32 {
        guard place + 4 <= file.bytes.count, file.bytes[place..<(place + 4)].allSatisfy({ $0.isHexadecimal }),
            let unit = UInt32(file.text(place..<(place + 4)), radix: 16)
        else { throw file.error(ImportMessage.badEscape, at: start) }
        place += 4
        return unit
    }
}

extension UInt8 {
    var isHexadecimal: Bool { isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self | 0x20) }
}
