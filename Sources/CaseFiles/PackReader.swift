import CaseModel

/// Reads a run of a pack's content: the frame, a record that stands by itself, or a list within one. It throws for bad
/// bytes of any kind and never traps.
///
/// The content is a text in UTF-8, so that it can stand in a program as it is: all that is no text is written in ASCII.
///
/// ```
/// number      six bits a byte, the low ones first; 0x40 is added to each byte but the last
/// text        the number of its bytes, then these
/// id          its own: a text, or nothing in a record that stands by itself, whose id has a place of its own; that of
///             another entity: its number + 1 among those of its kind in the case's order,
///             or 0 and a text for one that the case does not define, which is refused
/// list within a record (`DeferredList`): the number of its entries, then, if there are any, of its bytes, then these
/// ```
package struct PackReader {
    private let run: UnsafeRawBufferPointer
    /// Where the run stands in the content.
    private let start: Int
    private var position = 0
    private let bytes: PackBytes
    private let directory: PackDirectory
    /// The packed case, which decodes lists later; nil while the frame is read, which has none of those.
    private let store: PackedCase?
    /// The number among those of its kind of the record that stands by itself; nil where there is none.
    private let recordNumber: Int?
    /// The ids of the entities that stand in the frame, as far as it has been read.
    private(set) var vocabulary = PackVocabulary()
    /// False for the bytes in the program itself, which were proved while building.
    let isChecked: Bool

    static let nameOfIDs = Text(chinese: "编号", english: "an id")

    /// The frame, with which the content begins.
    init(frame: UnsafeRawBufferPointer, _ bytes: PackBytes, _ directory: PackDirectory) {
        (run, start, self.bytes, self.directory) = (frame, 0, bytes, directory)
        (store, recordNumber, isChecked) = (nil, nil, !bytes.areTrusted)
    }

    /// A run that stands at an offset of an open case's content: the record of a number, or a list within one.
    init(
        _ run: UnsafeRawBufferPointer, at start: Int, of store: PackedCase, recordNumber: Int? = nil
    ) {
        (self.run, self.start, self.bytes, self.directory) = (run, start, store.bytes, store.directory)
        (self.store, self.recordNumber, vocabulary) = (store, recordNumber, store.vocabulary)
        isChecked = !bytes.areTrusted
    }

    private var remaining: Int { run.count - position }

    /// Checks that all bytes have been read.
    func finish() throws(PackError) {
        guard remaining == 0 else { throw .unsound(zh: "内容之后还有字节", en: "it has more bytes than content") }
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
        let kind = Named.entityKind
        if directory.count(of: kind) != nil {
            guard let recordNumber else { throw .damaged }
            id = ID(try bytes.id(of: kind, recordNumber, in: directory))
        } else {
            let text = try string(ValueForm.isID, Self.nameOfIDs)
            id = ID(text)
            guard vocabulary.define(text, as: kind) else { throw .definedTwice(text) }
        }
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
        guard position < run.count else { throw .damaged }
        defer { position += 1 }
        return run[position]
    }

    private mutating func word() throws(PackError) -> UInt64 {
        var word: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            let next = try byte()
            guard next < 0x80, shift <= 60 else { throw .damaged }
            word |= UInt64(next & 0x3F) << shift
            if next < 0x40 { return word }
            shift += 6
        }
    }

    mutating func number() throws(PackError) -> Int {
        guard let number = Int(exactly: try word()) else { throw .damaged }
        return number
    }

    /// The number of values that follow; each takes at least a byte.
    mutating func count() throws(PackError) -> Int {
        let count = try number()
        guard count <= remaining else { throw .damaged }
        return count
    }

    mutating func string() throws(PackError) -> String {
        let count = try count()
        let text = UnsafeRawBufferPointer(rebasing: run[position..<position + count])
        position += count
        guard !isChecked || text.isText else {
            throw .unsound(zh: "有文字不是 UTF-8，或显示不安全", en: "a text is not UTF-8 or not safe to show")
        }
        // `isText` has seen that it is UTF-8.
        return String(copying: UTF8Span(unchecked: text.assumingMemoryBound(to: UInt8.self).span))
    }

    mutating func double(in range: ClosedRange<Double>) throws(PackError) -> Double {
        let double = Double(bitPattern: try word())
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
            throw .badlyFormed(name)
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
        ID(try id(of: Named.entityKind, try number()))
    }

    /// The id of an item, source, place or actor that is defined elsewhere.
    mutating func entityReference() throws(PackError) -> ID<Entity> {
        let number = try number()
        let kinds = PackDirectory.kinds
        return ID(try id(of: kinds[number % kinds.count], number / kinds.count))
    }

    private mutating func id(of kind: EntityKind, _ number: Int) throws(PackError) -> String {
        if number == 0 {
            let id = try string()
            throw .unsound(zh: "“\(id)”被引用而未定义", en: "'\(id)' is named but nowhere defined")
        }
        if let count = directory.count(of: kind) {
            guard number <= count else { throw .damaged }
            return try bytes.id(of: kind, number - 1, in: directory)
        }
        guard let id = vocabulary.id(number - 1, of: kind) else { throw .damaged }
        return id
    }

    /// A list of records within a record, which is decoded when it is looked at.
    mutating func deferredList<Record: CaseRecord>() throws(PackError) -> Records<Record> {
        let count = try number()
        if count == 0 { return Records() }
        let size = try self.count()
        // Each record takes at least a byte.
        guard count <= size, let store else { throw .damaged }
        defer { position += size }
        return store.unread(start + position..<start + position + size, count: count)
    }
}
