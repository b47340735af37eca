import TextLayout

/// The reason why received bytes are invalid; the connection is closed.
enum WireError: Error, Equatable {
    /// They are not a seminar's, but perhaps a login message or another program's.
    case foreign
    /// They are of another version of the protocol.
    case otherVersion(Int)
    /// A message claims to be longer than its kind allows.
    case oversize
    /// Bytes are missing, added or changed, or a value is invalid.
    case damaged
}

/// The rules for texts on the wire, which must be safe to show on a terminal.
enum WireText {
    /// The length of no text, since it is longer than any message.
    static let mark = 1 << 20

    /// The text without what it must not hold, cut to so many bytes of UTF-8 between two scalars.
    static func fitted(_ text: String, _ limit: Int) -> String {
        if text.utf8.count <= limit, isSafe(text) { return text }
        var check = SafetyCheck()
        var fitted = String.UnicodeScalarView()
        var room = limit
        for scalar in text.unicodeScalars {
            let allowed = check.refuses(scalar) ? "\u{FFFD}" : scalar
            room -= UTF8.width(allowed)
            if room < 0 { break }
            fitted.append(allowed)
        }
        return String(fitted)
    }

    /// True if the text can be shown on a terminal as it is.
    static func isSafe(_ text: String) -> Bool { text.firstUnsafeScalar == nil }
}

/// The encoder of a payload: numbers as LEB128, texts after their length.
struct WireWriter {
    private(set) var bytes: [UInt8] = []

    mutating func byte(_ byte: UInt8) { bytes.append(byte) }

    mutating func flag(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

    /// A number; negative ones are written as 0.
    mutating func number(_ number: Int) {
        var rest = UInt64(max(0, number))
        while rest >= 0x80 {
            bytes.append(UInt8(rest & 0x7F) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    mutating func text(_ text: String, _ limit: Int) {
        let fitted = WireText.fitted(text, limit)
        number(fitted.utf8.count)
        bytes += fitted.utf8
    }

    /// Says in place of a text that something else follows.
    mutating func mark() { number(WireText.mark) }

    mutating func blob(_ blob: some Collection<UInt8>) {
        number(blob.count)
        bytes += blob
    }

    mutating func optional<Value>(_ value: Value?, _ write: (inout WireWriter, Value) -> Void) {
        flag(value != nil)
        if let value { write(&self, value) }
    }

    mutating func optionalText(_ text: String?, _ limit: Int) { optional(text) { $0.text($1, limit) } }

    /// A list, cut to a number of values.
    mutating func list<Value>(_ values: [Value], _ limit: Int, _ write: (inout WireWriter, Value) -> Void) {
        let values = values.prefix(limit)
        number(values.count)
        for value in values { write(&self, value) }
    }
}

/// The decoder of a payload. It never traps, whatever the bytes are.
struct WireReader {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Checks that no bytes are left.
    func finish() throws(WireError) {
        guard position == bytes.count else { throw .damaged }
    }

    mutating func byte() throws(WireError) -> UInt8 {
        guard position < bytes.count else { throw .damaged }
        defer { position += 1 }
        return bytes[position]
    }

    mutating func flag() throws(WireError) -> Bool {
        switch try byte() {
        case 0: false
        case 1: true
        case _: throw .damaged
        }
    }

    mutating func number() throws(WireError) -> Int {
        var number: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 63, by: 7) {
            let next = try byte()
            number |= UInt64(next & 0x7F) << shift
            if next < 0x80 {
                guard let number = Int(exactly: number) else { throw .damaged }
                return number
            }
        }
        throw .damaged
    }

    mutating func text(_ limit: Int) throws(WireError) -> String {
        let run = try run(limit)
        guard let text = String(validating: run, as: UTF8.self),
            WireText.isSafe(text)
        else { throw .damaged }
        return text
    }

    /// A text, or nil where the writer has put a mark in its place.
    mutating func textUnlessMarked(_ limit: Int) throws(WireError) -> String? {
        let start = position
        if try number() == WireText.mark { return nil }
        position = start
        return try text(limit)
    }

    mutating func blob(_ limit: Int) throws(WireError) -> [UInt8] { Array(try run(limit)) }

    mutating func optional<Value>(
        _ read: (inout WireReader) throws(WireError) -> Value
    ) throws(WireError) -> Value? {
        try flag() ? try read(&self) : nil
    }

    mutating func optionalText(_ limit: Int) throws(WireError) -> String? {
        try flag() ? try text(limit) : nil
    }

    mutating func list<Value>(
        _ limit: Int, _ read: (inout WireReader) throws(WireError) -> Value
    ) throws(WireError) -> [Value] {
        let count = try number()
        guard count <= limit else { throw .damaged }
        var values: [Value] = []
        for _ in 0..<count { values.append(try read(&self)) }
        return values
    }

    private mutating func run(_ limit: Int) throws(WireError) -> ArraySlice<UInt8> {
        let count = try number()
        guard count <= limit, count <= bytes.count - position else { throw .damaged }
        defer { position += count }
        return bytes[position..<position + count]
    }
}
