import CaseModel

/// Reads the payload of a pack. It throws for bad bytes of any kind and never traps.
///
/// Ids are numbers in the table of strings, in which every string is unique: two bits for each string and kind of
/// entity say whether all that is referred to is defined, without comparing texts.
package struct PackReader {
    private let bytes: UnsafeRawBufferPointer
    private var position = 0
    private var table: [String] = []
    /// For every string, the kinds of entities that have it as their id, and those that are referred to by it.
    private var defined: [UInt16] = []
    private var named: [UInt16] = []

    /// False for the bytes in the program itself, which were proved while building.
    let isChecked: Bool

    init(_ bytes: UnsafeRawBufferPointer) throws(PackError) {
        self.bytes = bytes
        isChecked = true
        let lengths = try lengths()
        let total = lengths.reduce(0, +)
        guard total <= remaining else { throw .damaged }
        let strings = UnsafeRawBufferPointer(rebasing: bytes[position..<position + total])
        try read(strings, lengths)
        position += total
        defined = [UInt16](repeating: 0, count: table.count)
        named = defined
    }

    /// The halves of a pack in the program itself.
    init(trusted strings: UnsafeRawBufferPointer, _ rest: UnsafeRawBufferPointer) throws(PackError) {
        bytes = rest
        isChecked = false
        let lengths = try lengths()
        guard lengths.reduce(0, +) == strings.count else { throw .damaged }
        try read(strings, lengths)
    }

    private var remaining: Int { bytes.count - position }

    /// The lengths of the strings, none beyond the bytes that there are.
    private mutating func lengths() throws(PackError) -> [Int] {
        let count = try count()
        var lengths: [Int] = []
        lengths.reserveCapacity(count)
        for _ in 0..<count {
            let length = try number()
            // So that the sum cannot overflow.
            guard length <= Int(UInt32.max) else { throw .damaged }
            lengths.append(length)
        }
        return lengths
    }

    private mutating func read(_ strings: UnsafeRawBufferPointer, _ lengths: [Int]) throws(PackError) {
        table.reserveCapacity(lengths.count)
        var previous = UnsafeRawBufferPointer(start: nil, count: 0)
        var start = 0
        for (place, length) in lengths.enumerated() {
            let run = UnsafeRawBufferPointer(rebasing: strings[start..<start + length])
            if isChecked {
                guard place == 0 || previous.precedes(run) else {
                    throw .unsound(zh: "字符串顺序不对", en: "its strings are not in order")
                }
                guard run.isText else {
                    throw .unsound(zh: "有文字不是 UTF-8，或显示不安全", en: "a text is not UTF-8 or not safe to show")
                }
            }
            // `isText` has seen that it is UTF-8.
            let text = run.assumingMemoryBound(to: UInt8.self)
            table.append(String(copying: UTF8Span(unchecked: text.span)))
            previous = run
            start += length
        }
    }

    /// Checks the rules that need the whole case.
    func finish() throws(PackError) {
        guard remaining == 0 else { throw .unsound(zh: "内容之后还有字节", en: "it has more bytes than content") }
        for place in table.indices where named[place] & ~defined[place] != 0 {
            throw .unsound(
                zh: "“\(table[place])”被引用而未定义", en: "'\(table[place])' is named but nowhere defined")
        }
    }

    /// A record whose fields follow.
    mutating func record<Record: CaseRecord>(_: Record.Type = Record.self) throws(PackError) -> Record {
        var record = Record.blank
        try record.visit(&self)
        if isChecked, let contradiction = record.contradictions.first {
            throw .unsound(contradiction.message.problem)
        }
        return record
    }
}

extension PackReader: FieldVisitor {
    package mutating func ownID<Named: Identified>(_ id: inout ID<Named>, _: FieldNote) throws(PackError) {
        let place = try place()
        id = ID(table[place])
        guard isChecked else { return }
        guard ValueForm.isID(table[place]) else { throw .unsound(zh: "编号写法不对", en: "an id is badly formed") }
        guard defined[place] & Named.entityKind.bit == 0 else {
            throw .unsound(zh: "“\(table[place])”定义了两次", en: "'\(table[place])' is defined twice")
        }
        defined[place] |= Named.entityKind.bit
        if EntityKind.entities.contains(Named.entityKind) { defined[place] |= EntityKind.anyEntityBit }
    }

    package mutating func field<Form: FieldForm>(
        _: StaticString, _ stored: inout Form.Stored, _ form: Form, _: FieldNote
    ) throws(PackError) {
        stored = try form.unpack(from: &self)
    }
}

// Numbers and strings.
extension PackReader {
    mutating func byte() throws(PackError) -> UInt8 {
        guard position < bytes.count else { throw .damaged }
        defer { position += 1 }
        return bytes[position]
    }

    mutating func number() throws(PackError) -> Int {
        var number: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            let next = try byte()
            guard shift < 63 else { throw .damaged }
            number |= UInt64(next & 0x7F) << shift
            if next < 0x80 { break }
            shift += 7
        }
        guard let number = Int(exactly: number) else { throw .damaged }
        return number
    }

    /// The number of values that follow; each takes at least a byte.
    mutating func count() throws(PackError) -> Int {
        let count = try number()
        guard count <= remaining else { throw .damaged }
        return count
    }

    private mutating func place() throws(PackError) -> Int {
        let place = try number()
        guard place < table.count else { throw .damaged }
        return place
    }

    mutating func string() throws(PackError) -> String {
        table[try place()]
    }

    mutating func double(in range: ClosedRange<Double>) throws(PackError) -> Double {
        guard remaining >= 8 else { throw .damaged }
        let bits = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
        position += 8
        let double = Double(bitPattern: bits)
        guard range.contains(double) else { throw .unsound(zh: "有数超出范围", en: "a number is out of range") }
        return double
    }

    mutating func choice<Choice: CaseIterable>(_: Choice.Type = Choice.self) throws(PackError) -> Choice
    where Choice.AllCases == [Choice] {
        let place = try number()
        let choices = Choice.allCases
        guard place < choices.count else { throw .damaged }
        return choices[place]
    }
}

// Texts, dates and ids.
extension PackReader {
    mutating func optionalText() throws(PackError) -> Text? {
        guard let form = PackedTextForm(rawValue: try byte()) else { throw .damaged }
        switch form {
        case .absent: return nil
        case .empty: return Text()
        case .chinese: return Text(chinese: try string())
        case .english: return Text(english: try string())
        case .same: return Text(try string())
        case .both:
            let chinese = try string()
            return Text(chinese: chinese, english: try string())
        case .tagged:
            var wordings: [(tag: LanguageTag, text: String)] = []
            for _ in 0..<(try count()) { wordings.append((try languageTag(), try string())) }
            return Text(wordings)
        }
    }

    mutating func languageTag() throws(PackError) -> LanguageTag {
        switch try number() {
        case 0: return .chinese
        case 1: return .english
        case 2:
            guard let tag = LanguageTag(try string()) else {
                throw .unsound(zh: "有语言标签写法不对", en: "a language is badly formed")
            }
            return tag
        case _: throw .damaged
        }
    }

    /// A text of some form, such as an address.
    mutating func string(_ form: (String) -> Bool, _ name: Text) throws(PackError) -> String {
        let string = try string()
        guard !isChecked || form(string) else {
            throw .unsound(zh: "\(name.zh)写法不对", en: "\(name.en) is badly formed")
        }
        return string
    }

    mutating func date() throws(PackError) -> PartialDate? {
        let number = try number()
        if number == 0 { return nil }
        guard let date = PartialDate(packed: number) else {
            throw .unsound(zh: "有日期不在历法之中", en: "a date is not in the calendar")
        }
        return date
    }

    /// The id of an entity that is defined elsewhere.
    mutating func reference<Named: Identified>(_: Named.Type = Named.self) throws(PackError) -> ID<Named> {
        let place = try place()
        if isChecked { named[place] |= Named.entityKind.bit }
        return ID(table[place])
    }
}

extension PackReader {
    /// The id of an item, source, place or actor that is defined elsewhere.
    mutating func entityReference() throws(PackError) -> ID<Entity> {
        let place = try place()
        if isChecked { named[place] |= EntityKind.anyEntityBit }
        return ID(table[place])
    }
}

extension EntityKind {
    /// The bit of an id that is that of an item, source, place or actor.
    fileprivate static let anyEntityBit: UInt16 = 1 << 9

    /// The kind as one bit of a set.
    fileprivate var bit: UInt16 {
        switch self {
        case .pane: 1 << 0
        case .kind: 1 << 1
        case .relation: 1 << 2
        case .status: 1 << 3
        case .source: 1 << 4
        case .item: 1 << 5
        case .place: 1 << 6
        case .actor: 1 << 7
        case .tour: 1 << 8
        case .level: 1 << 9
        case .side: 1 << 10
        case .strength: 1 << 11
        }
    }
}
