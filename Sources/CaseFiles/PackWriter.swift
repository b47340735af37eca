import CaseModel

/// Writes a case as the payload of a pack.
struct PackWriter {
    private var bytes: [UInt8] = []
    private var places: [String: Int]
    /// The strings of the first pass, which only collects them.
    private var collected: Set<String> = []

    private init(places: [String: Int]) {
        self.places = places
    }

    /// The table of strings, then the output of `body`, which runs twice: first to collect the strings.
    static func payload(_ body: (inout PackWriter) -> Void) -> [UInt8] {
        var collector = PackWriter(places: [:])
        body(&collector)
        let strings = collector.collected.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        var writer = PackWriter(
            places: Dictionary(uniqueKeysWithValues: strings.enumerated().map { ($1, $0) }))
        writer.number(strings.count)
        for string in strings { writer.number(string.utf8.count) }
        for string in strings { writer.bytes += string.utf8 }
        body(&writer)
        return writer.bytes
    }

    mutating func byte(_ byte: UInt8) {
        bytes.append(byte)
    }

    /// A number of zero or more, seven bits a byte, the low ones first.
    mutating func number(_ number: Int) {
        var rest = UInt64(number)
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    mutating func string(_ string: String) {
        if let place = places[string] { number(place) } else { collected.insert(string) }
    }

    mutating func id<Named>(_ id: ID<Named>) {
        string(id.text)
    }

    mutating func optionalID<Named>(_ id: ID<Named>?) {
        optional(id) { $0.id($1) }
    }

    mutating func optionalString(_ string: String?) {
        optional(string) { $0.string($1) }
    }

    mutating func strings(_ strings: [String]) {
        list(strings) { $0.string($1) }
    }

    mutating func texts(_ texts: [Text]) {
        list(texts) { $0.text($1) }
    }

    mutating func text(_ text: Text) {
        optionalText(text)
    }

    /// One byte that says which wordings follow, then the indices of their strings.
    mutating func optionalText(_ text: Text?) {
        guard let text else { return byte(TextForm.absent.rawValue) }
        switch (text.chinese, text.english) {
        case (nil, nil): byte(TextForm.empty.rawValue)
        case (let chinese?, nil):
            byte(TextForm.chinese.rawValue)
            string(chinese)
        case (nil, let english?):
            byte(TextForm.english.rawValue)
            string(english)
        case (let chinese?, let english?) where chinese == english:
            byte(TextForm.same.rawValue)
            string(chinese)
        case (let chinese?, let english?):
            byte(TextForm.both.rawValue)
            string(chinese)
            string(english)
        }
    }

    mutating func date(_ date: PartialDate?) {
        guard let date else { return number(0) }
        number((date.year * 13 + (date.month ?? 0)) * 32 + (date.day ?? 0))
    }

    mutating func double(_ double: Double) {
        withUnsafeBytes(of: double.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func choice<Choice: CaseIterable & Equatable>(_ choice: Choice) {
        for (place, candidate) in Choice.allCases.enumerated() where candidate == choice { number(place) }
    }

    /// A byte of 0 or 1, then the value if there is one.
    mutating func optional<Value>(_ value: Value?, _ write: (inout PackWriter, Value) -> Void) {
        byte(value == nil ? 0 : 1)
        if let value { write(&self, value) }
    }

    mutating func list<Value>(_ values: [Value], _ write: (inout PackWriter, Value) -> Void) {
        number(values.count)
        for value in values { write(&self, value) }
    }

    mutating func list<Value: Packable>(_ values: [Value]) {
        list(values) { $1.pack(into: &$0) }
    }
}

/// The wordings that a packed text has.
enum TextForm: UInt8 {
    case absent, empty, chinese, english, same, both
}
