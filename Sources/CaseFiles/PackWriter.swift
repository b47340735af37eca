import CaseModel

/// Writes a case as the payload of a pack.
package struct PackWriter {
    private var bytes: [UInt8] = []
    private var places: [String: Int]
    /// The strings of the first pass, which only collects them.
    private var collected: Set<String> = []

    private init(places: [String: Int]) {
        self.places = places
    }

    /// The table of strings, then the case.
    static func payload(of content: Case) -> [UInt8] {
        let parts = parts(of: content)
        return parts.lengths + parts.strings + parts.records
    }

    /// The strings, and the rest of the payload.
    static func halves(of content: Case) -> (strings: [UInt8], rest: [UInt8]) {
        let parts = parts(of: content)
        return (parts.strings, parts.lengths + parts.records)
    }

    /// The payload in parts. The case is visited twice: first to collect the strings.
    private static func parts(of content: Case) -> (lengths: [UInt8], strings: [UInt8], records: [UInt8]) {
        var content = content
        var collector = PackWriter(places: [:])
        content.visit(&collector)
        let strings = collector.collected.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        var writer = PackWriter(
            places: Dictionary(uniqueKeysWithValues: strings.enumerated().map { ($1, $0) }))
        writer.number(strings.count)
        for string in strings { writer.number(string.utf8.count) }
        let lengths = writer.bytes
        writer.bytes = []
        content.visit(&writer)
        return (lengths, strings.flatMap { Array($0.utf8) }, writer.bytes)
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

    /// One byte that says which wordings follow, then the indices of their strings.
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
        withUnsafeBytes(of: double.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func choice<Choice: CaseIterable & Equatable>(_ choice: Choice) {
        for (place, candidate) in Choice.allCases.enumerated() where candidate == choice { number(place) }
    }
}

extension PackWriter: FieldVisitor {
    package mutating func ownID<Named: Identified>(_ id: inout ID<Named>, _: FieldNote) {
        string(id.text)
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
