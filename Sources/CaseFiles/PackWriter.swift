import CaseModel

/// Writes a case as the content and the directory of a pack.
package struct PackWriter {
    private var bytes: [UInt8] = []
    /// The entities of each kind by their ids, numbered in the order of the case.
    private var numbers: [EntityKind: [String: Int]] = [:]
    /// True while entities are only numbered.
    private let isNumbering: Bool
    /// What stands by itself, behind the frame.
    private var records: [EntityKind: [[UInt8]]] = [:]
    private var ids: [EntityKind: [String]] = [:]

    private init(isNumbering: Bool) { self.isNumbering = isNumbering }

    /// The parts of a pack. The case is visited twice: first to number its entities.
    static func parts(of content: Case) -> (content: [UInt8], directory: [UInt8]) {
        var visited = content
        var numbering = PackWriter(isNumbering: true)
        visited.visit(&numbering)
        var writer = PackWriter(isNumbering: false)
        writer.numbers = numbering.numbers
        visited.visit(&writer)
        let frame = writer.bytes
        var bytes = frame
        /// Appends parts; returns where each begins and the last one ends.
        func append(_ parts: [some Collection<UInt8>]) -> [Int] {
            let starts = parts.map { part in
                defer { bytes += part }
                return bytes.count
            }
            return starts + [bytes.count]
        }
        var sections = PackDirectory.kinds.map { PackDirectory.Section(ids: writer.ids[$0] ?? []) }
        for place in sections.indices { sections[place].idOffsets = append(sections[place].ids.map(\.utf8)) }
        for (place, kind) in PackDirectory.kinds.enumerated() {
            sections[place].offsets = append(writer.records[kind] ?? [])
        }
        let directory = PackDirectory.bytes(
            frame: frame.count, content: bytes, sections: sections, structure: CaseStructure(of: content))
        return (bytes, directory)
    }

    /// Writes records that stand by themselves.
    mutating func entities<Record: CaseRecord & Identified>(_ records: Records<Record>) {
        let frame = bytes
        for record in records {
            var record = record
            bytes = []
            record.visit(&self)
            self.records[Record.entityKind, default: []].append(bytes)
        }
        bytes = frame
    }

    /// Writes a list of records within a record.
    mutating func deferredList<Record: CaseRecord>(_ records: Records<Record>) {
        number(records.count)
        if records.isEmpty { return }
        let before = bytes
        bytes = []
        for record in records {
            var record = record
            record.visit(&self)
        }
        let list = bytes
        bytes = before
        number(list.count)
        bytes += list
    }

    /// Writes the id of an entity that is defined elsewhere.
    mutating func reference(_ id: String, to kind: EntityKind) {
        if let number = numbers[kind]?[id] { return self.number(number + 1) }
        number(0)
        string(id)
    }

    /// Writes the id of an item, source, place or actor.
    mutating func entityReference(_ id: String) {
        for (place, kind) in PackDirectory.kinds.enumerated() {
            guard let number = numbers[kind]?[id] else { continue }
            return self.number((number + 1) * PackDirectory.kinds.count + place)
        }
        number(0)
        string(id)
    }

    mutating func byte(_ byte: UInt8) {
        bytes.append(byte)
    }

    /// A number of zero or more.
    mutating func number(_ number: Int) { word(UInt64(number)) }

    private mutating func word(_ word: UInt64) {
        var rest = word
        while rest >= 0x40 {
            bytes.append(UInt8(truncatingIfNeeded: rest & 0x3F) | 0x40)
            rest >>= 6
        }
        bytes.append(UInt8(rest))
    }

    mutating func string(_ string: String) {
        number(string.utf8.count)
        bytes.append(contentsOf: string.utf8)
    }

    /// One byte that says which wordings follow, then these.
    mutating func optionalText(_ text: Text?) {
        guard let text else { return byte(PackedTextForm.absent.rawValue) }
        if text.hasOthers {
            byte(PackedTextForm.tagged.rawValue)
            number(text.tags.count)
            for tag in text.tags {
                languageTag(tag)
                string(text[tag] ?? "")
            }
            return
        }
        switch (text.chinese, text.english) {
        case (nil, nil): byte(PackedTextForm.empty.rawValue)
        case (let chinese?, nil):
            byte(PackedTextForm.chinese.rawValue)
            string(chinese)
        case (nil, let english?):
            byte(PackedTextForm.english.rawValue)
            string(english)
        case (let chinese?, let english?) where chinese == english:
            byte(PackedTextForm.same.rawValue)
            string(chinese)
        case (let chinese?, let english?):
            byte(PackedTextForm.both.rawValue)
            string(chinese)
            string(english)
        }
    }

    /// 0 for Chinese, 1 for English, 2 and the tag for any other language.
    mutating func languageTag(_ tag: LanguageTag) {
        switch tag {
        case .chinese: number(0)
        case .english: number(1)
        case _:
            number(2)
            string(tag.text)
        }
    }

    mutating func date(_ date: PartialDate?) {
        number(date?.packed ?? 0)
    }

    mutating func double(_ double: Double) {
        word(double.bitPattern)
    }

    mutating func choice<Choice: CaseIterable & Equatable>(_ choice: Choice) {
        for (place, candidate) in Choice.allCases.enumerated() where candidate == choice { number(place) }
    }
}

extension PackWriter: FieldVisitor {
    package mutating func ownID<Named: Identified>(_ id: inout ID<Named>, _: FieldNote) {
        let kind = Named.entityKind
        if isNumbering, numbers[kind]?[id.text] == nil {
            numbers[kind, default: [:]][id.text] = numbers[kind]?.count ?? 0
        }
        // The ids of records that stand by themselves have a place of their own.
        if PackDirectory.kinds.contains(kind) {
            ids[kind, default: []].append(id.text)
        } else {
            string(id.text)
        }
    }

    package mutating func field<Form: FieldForm>(
        _: StaticString, _ stored: inout Form.Stored, _ form: Form, _: FieldNote
    ) {
        form.pack(stored, into: &self)
    }
}

/// The wordings that a packed text has.
enum PackedTextForm: UInt8 {
    case absent, empty, chinese, english, same, both, tagged
}
