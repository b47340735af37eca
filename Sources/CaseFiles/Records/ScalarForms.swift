import CaseModel

// The forms of values that are not made of others.

extension FieldForm where Stored == String {
    package func json(_ stored: String) -> JSONValue? { .string(stored) }
    package func pack(_ stored: String, into writer: inout PackWriter) { writer.string(stored) }
}

/// A text in one language, without line breaks unless it is prose.
package struct LineForm: FieldForm {
    let measure: Measure

    package func read(_ value: Value) -> String? {
        measure == .quote ? value.quote() : value.string(measure)
    }
    package func unpack(from reader: inout PackReader) throws(PackError) -> String { try reader.string() }

    package var shape: FieldShape {
        FieldShape(
            words: Text(
                chinese: "文字，至多 \(measure.limit) 字", english: "a text of at most \(measure.limit) characters"),
            schema: .object([
                ("type", .array([.string("string"), .string("number")])),
                ("maxLength", .count(measure.limit)),
            ]))
    }
}

/// A text in one language or several.
package struct TextForm: FieldForm {
    let measure: Measure

    package func read(_ value: Value) -> Text? { value.text(measure) }
    package func json(_ stored: Text) -> JSONValue? { .text(stored) }
    package func pack(_ stored: Text, into writer: inout PackWriter) { writer.optionalText(stored) }

    package func unpack(from reader: inout PackReader) throws(PackError) -> Text {
        guard let text = try reader.optionalText() else { throw .damaged }
        return text
    }

    package var shape: FieldShape {
        let measured = LineForm(measure: measure).shape.schema
        return FieldShape(
            words: Text(
                chinese: "文字或各语言的文字（`{zh: …, en: …}`），每种至多 \(measure.limit) 字",
                english:
                    "a text, or one in each language (`{zh: …, en: …}`), of at most \(measure.limit) characters"
            ),
            schema: .inEachLanguage(measured), cells: .text)
    }
}

extension JSONValue {
    /// The schema of a value that stands alone or once for each language.
    fileprivate static func inEachLanguage(_ schema: JSONValue) -> JSONValue {
        let names = JSONValue.object([("pattern", .string("^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"))])
        let each = JSONValue.object([
            ("type", .string("object")), ("additionalProperties", schema), ("propertyNames", names),
            ("minProperties", .count(1)),
        ])
        return .object([("anyOf", .array([schema, each]))])
    }
}

/// One of the words of an enumeration.
package struct Choice<Word: RawRepresentable<String> & CaseIterable>: FieldForm
where Word.AllCases == [Word], Word: Equatable {
    package func read(_ value: Value) -> Word? { value.choice(Word.self) }
    package func json(_ stored: Word) -> JSONValue? { .string(stored.rawValue) }
    package func pack(_ stored: Word, into writer: inout PackWriter) { writer.choice(stored) }
    package func unpack(from reader: inout PackReader) throws(PackError) -> Word { try reader.choice() }

    package var shape: FieldShape {
        let words = Word.allCases.map(\.rawValue)
        let list = words.map { "`\($0)`" }.joined(separator: " ")
        return FieldShape(
            words: Text(chinese: "下列之一：\(list)", english: "one of \(list)"),
            schema: .object([("enum", .strings(words))]))
    }
}

/// The id of an entity that is defined elsewhere.
package struct Reference<Named: Identified>: FieldForm {
    /// How the id is used; by default, as the value of its key.
    var mention: Mention?

    package func read(_ value: Value) -> ID<Named>? { value.reference(mention) }
    package func json(_ stored: ID<Named>) -> JSONValue? { .string(stored.text) }

    package func pack(_ stored: ID<Named>, into writer: inout PackWriter) {
        writer.reference(stored.text, to: Named.entityKind)
    }

    package func unpack(from reader: inout PackReader) throws(PackError) -> ID<Named> {
        try reader.reference()
    }

    package var shape: FieldShape {
        let kind = Named.entityKind
        return FieldShape(
            words: Text(chinese: "\(kind.title.zh) id", english: "the id of \(kind.indefinite)"),
            schema: .object([("$ref", .string("#/$defs/id"))]))
    }
}

/// An id that names nothing else in the files.
package struct PlainID<Named>: FieldForm {
    package func read(_ value: Value) -> ID<Named>? { value.idText().map { ID($0) } }
    package func json(_ stored: ID<Named>) -> JSONValue? { .string(stored.text) }
    package func pack(_ stored: ID<Named>, into writer: inout PackWriter) { writer.string(stored.text) }

    package func unpack(from reader: inout PackReader) throws(PackError) -> ID<Named> {
        ID(try reader.string(ValueForm.isID, PackReader.nameOfIDs))
    }

    package var shape: FieldShape {
        FieldShape(
            words: Text(
                chinese: "id：小写 ASCII 字母与数字，以连字符相连",
                english: "an id: lower-case ASCII letters and digits joined by hyphens"),
            schema: .object([("$ref", .string("#/$defs/id"))]))
    }
}

/// A number in decimal notation, digit for digit, or one in each language.
package struct DecimalForm: FieldForm {
    package func read(_ value: Value) -> Text? { value.decimals() }

    package func json(_ stored: Text) -> JSONValue? {
        if stored.isSame, let number = stored.chinese { return .number(written: number) }
        return .object(stored.tags.map { tag in (tag.text, .number(written: stored[tag] ?? "")) })
    }

    package func pack(_ stored: Text, into writer: inout PackWriter) { writer.optionalText(stored) }

    package func unpack(from reader: inout PackReader) throws(PackError) -> Text {
        guard let numbers = try reader.optionalText(), !numbers.isEmpty else { throw .damaged }
        guard !reader.isChecked || numbers.wordings.allSatisfy(ValueForm.isDecimal) else {
            throw .unsound(zh: "有数写法不对", en: "a number is badly formed")
        }
        return numbers
    }

    package var shape: FieldShape {
        let number = JSONValue.object([
            ("type", .array([.string("number"), .string("string")])),
            ("pattern", .string("^-?[0-9]+([.][0-9]+)?$")),
        ])
        return FieldShape(
            words: Text(
                chinese: "数，如 `1234.5`，或各语言的数", english: "a number such as `1234.5`, or one in each language"),
            schema: .inEachLanguage(number), cells: .numbers)
    }
}

/// A number within limits.
package struct NumberForm: FieldForm {
    let range: ClosedRange<Double>

    package func read(_ value: Value) -> Double? { value.number(in: range) }
    package func json(_ stored: Double) -> JSONValue? { .decimal(stored) }
    package func pack(_ stored: Double, into writer: inout PackWriter) { writer.double(stored) }

    package func unpack(from reader: inout PackReader) throws(PackError) -> Double {
        try reader.double(in: range)
    }

    package var shape: FieldShape {
        let (least, most) = (range.lowerBound.figure, range.upperBound.figure)
        return FieldShape(
            words: Text(chinese: "\(least) 至 \(most) 的数", english: "a number from \(least) to \(most)"),
            schema: .object([
                ("type", .string("number")), ("minimum", .number(least)), ("maximum", .number(most)),
            ]), cells: .number)
    }
}

/// A whole number within limits.
package struct CountForm: FieldForm {
    let range: ClosedRange<Int>

    package func read(_ value: Value) -> Int? {
        guard let number = value.number(in: Double(range.lowerBound)...Double(range.upperBound)) else {
            return nil
        }
        guard let count = Int(exactly: number) else {
            value.report(.notWhole(value.name, number.figure, range))
            return nil
        }
        return count
    }

    package func json(_ stored: Int) -> JSONValue? { .count(stored) }
    package func pack(_ stored: Int, into writer: inout PackWriter) { writer.number(stored) }

    package func unpack(from reader: inout PackReader) throws(PackError) -> Int {
        let count = try reader.number()
        guard range.contains(count) else { throw .unsound(zh: "有数超出范围", en: "a number is out of range") }
        return count
    }

    package var shape: FieldShape {
        FieldShape(
            words: Text(
                chinese: "\(range.lowerBound) 至 \(range.upperBound) 的整数",
                english: "a whole number from \(range.lowerBound) to \(range.upperBound)"),
            schema: .object([
                ("type", .string("integer")), ("minimum", .count(range.lowerBound)),
                ("maximum", .count(range.upperBound)),
            ]), cells: .number)
    }
}

/// `true` or `false`.
package struct FlagForm: FieldForm {
    package func read(_ value: Value) -> Bool? { value.flag() }
    package func json(_ stored: Bool) -> JSONValue? { .bool(stored) }
    package func pack(_ stored: Bool, into writer: inout PackWriter) { writer.byte(stored ? 1 : 0) }

    package func unpack(from reader: inout PackReader) throws(PackError) -> Bool {
        let byte = try reader.byte()
        guard byte < 2 else { throw .damaged }
        return byte == 1
    }

    package var shape: FieldShape {
        FieldShape(
            words: Text(chinese: "`true` 或 `false`", english: "`true` or `false`"),
            schema: .object([("type", .string("boolean"))]), cells: .flag)
    }
}

/// An address on the web.
package struct AddressForm: FieldForm {
    package func read(_ value: Value) -> String? { value.webAddress() }

    package func unpack(from reader: inout PackReader) throws(PackError) -> String {
        try reader.string(ValueForm.isWebAddress, Text(chinese: "网址", english: "an address"))
    }

    package var shape: FieldShape {
        FieldShape(
            words: Text(
                chinese: "以 `https://` 或 `http://` 开头的网址", english: "an address with `https://` or `http://`"),
            schema: .object([
                ("type", .string("string")), ("pattern", .string("^https?://[^ ]+$")),
                ("maxLength", .count(Limits.address)),
            ]))
    }
}

/// A digital object identifier (ISO 26324).
package struct DOIForm: FieldForm {
    package func read(_ value: Value) -> String? { value.doi() }

    package func unpack(from reader: inout PackReader) throws(PackError) -> String {
        try reader.string(ValueForm.isDOI, Text(chinese: "DOI", english: "a doi"))
    }

    package var shape: FieldShape {
        FieldShape(
            words: Text(chinese: "DOI，如 `10.1000/182`", english: "a doi such as `10.1000/182`"),
            schema: .object([("type", .string("string")), ("pattern", .string("^10[.][^ ]*/[^ ]+$"))]))
    }
}

/// The key of an entry in a BibTeX database.
package struct CitationKeyForm: FieldForm {
    package func read(_ value: Value) -> String? { value.citationKey() }

    package func unpack(from reader: inout PackReader) throws(PackError) -> String {
        try reader.string(ValueForm.isCitationKey, Text(chinese: "引用键", english: "a citation key"))
    }

    package var shape: FieldShape {
        FieldShape(
            words: Text(
                chinese: "引用键，如 `ostrom1990`：至多 \(Limits.line) 字，无空白和 `,{}()\"#%~=\\'`",
                english:
                    "a citation key such as `ostrom1990`: at most \(Limits.line) characters without blanks and "
                    + "`,{}()\"#%~=\\'`"),
            schema: .object([
                ("type", .array([.string("string"), .string("number")])),
                ("pattern", .string("^[^\\s,{}()\"#%~=\\\\']+$")), ("maxLength", .count(Limits.line)),
            ]))
    }
}

/// The tag of a language (BCP 47).
package struct LanguageForm: FieldForm {
    package func read(_ value: Value) -> LanguageTag? { value.languageTag() }
    package func json(_ stored: LanguageTag) -> JSONValue? { .string(stored.text) }
    package func pack(_ stored: LanguageTag, into writer: inout PackWriter) { writer.languageTag(stored) }

    package func unpack(from reader: inout PackReader) throws(PackError) -> LanguageTag {
        try reader.languageTag()
    }

    package var shape: FieldShape {
        FieldShape(
            words: Text(
                chinese: "语言标签（BCP 47），如 `zh`、`en`、`pt-BR`",
                english: "a language tag (BCP 47) such as `zh`, `en` or `pt-BR`"),
            schema: .object([
                ("type", .string("string")), ("pattern", .string("^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$")),
            ]))
    }
}
