import CaseModel

/// Writes a case as YAML that a person can go on editing: what is short stands in braces on one line, everything else
/// in blocks; a blank line stands between the entries of a list of records.
package struct YAMLWriter {
    /// How wide a line in braces may be.
    private static let width = 100

    private var text = ""

    /// The value, which is an object, as a document.
    package static func document(_ value: JSONValue) -> String {
        var writer = YAMLWriter()
        guard case .object(let members) = value else { return writer.inline(value) + "\n" }
        for (number, member) in members.enumerated() {
            if number > 0, member.value.isNested { writer.text += "\n" }
            writer.write(member, indent: 0, isTop: true)
        }
        return writer.text
    }

    /// A value in braces on one line.
    static func line(_ value: JSONValue) -> String { YAMLWriter().inline(value) }

    /// A list with its key, each line behind a line break.
    static func lines(of key: String, _ values: [JSONValue], indent: Int) -> String {
        "\n" + String(repeating: " ", count: indent) + key + ":" + entries(values, indent: indent + 2)
    }

    /// The entries of a list, each line behind a line break.
    static func entries(_ values: [JSONValue], indent: Int) -> String {
        var writer = YAMLWriter()
        for value in values { writer.write(entry: value, indent: indent) }
        return "\n" + writer.text.dropLast()
    }

    /// A key with its value.
    private mutating func write(_ member: (key: String, value: JSONValue), indent: Int, isTop: Bool = false) {
        let blanks = String(repeating: " ", count: indent)
        text += blanks + scalar(member.key) + ":"
        switch member.value {
        case .object(let members)
        where !members.isEmpty && !fits(member.value, after: indent + member.key.count):
            text += "\n"
            for inner in members { write(inner, indent: indent + 2) }
        case .array(let elements)
        where !elements.isEmpty
            && (elements.contains(where: \.isNested) || !fits(member.value, after: indent + member.key.count)):
            text += "\n"
            for (number, element) in elements.enumerated() {
                if isTop, number > 0, !fits(element, after: indent + 2) { text += "\n" }
                write(entry: element, indent: indent + 2)
            }
        case _: text += " " + inline(member.value) + "\n"
        }
    }

    /// An entry of a list.
    private mutating func write(entry: JSONValue, indent: Int) {
        let blanks = String(repeating: " ", count: indent)
        guard case .object(let members) = entry, !members.isEmpty, !fits(entry, after: indent) else {
            text += blanks + "- " + inline(entry) + "\n"
            return
        }
        // The first key stands behind the hyphen, the others below it.
        var lines = YAMLWriter()
        for member in members { lines.write(member, indent: indent + 2) }
        text += blanks + "- " + lines.text.dropFirst(indent + 2)
    }

    /// True if the value can stand on the rest of a line.
    private func fits(_ value: JSONValue, after column: Int) -> Bool {
        switch value {
        case .object, .array: column + 2 + inline(value).count <= Self.width
        case .null, .bool, .number, .string: true
        }
    }

    private func inline(_ value: JSONValue) -> String {
        switch value {
        case .null: "~"
        case .bool(let flag): flag ? "true" : "false"
        case .number(let digits): digits
        case .string(let string): scalar(string)
        case .array(let elements): "[" + elements.map(inline).joined(separator: ", ") + "]"
        case .object(let members):
            "{" + members.map { scalar($0.key) + ": " + inline($0.value) }.joined(separator: ", ") + "}"
        }
    }

    /// A text as it is where YAML reads it back as the same text, else in double quotes.
    private func scalar(_ string: String) -> String {
        Self.isPlain(string) ? string : Self.quoted(string)
    }

    /// True for a text that needs no quotes, in braces or out of them, for this program or another.
    static func isPlain(_ string: String) -> Bool {
        guard let first = string.unicodeScalars.first, let last = string.unicodeScalars.last else {
            return false
        }
        let words: Set<String> = [
            "~", "null", "true", "false", "yes", "no", "on", "off", "y", "n", ".nan", ".inf",
        ]
        guard !words.contains(string.lowercased()),
            !"-?:,[]{}#&*!|>'\"%@`= “”‘’".unicodeScalars.contains(first),
            last != ":", last != " ", !first.properties.isWhitespace, !last.properties.isWhitespace,
            !("0"..."9").contains(Character(first)) || isDate(string)
        else { return false }
        return string.unicodeScalars.allSatisfy {
            // Some readers of YAML end a text in braces at a question mark.
            !",[]{}?#&*\\\"\t\n".unicodeScalars.contains($0) && $0 != "\u{2028}"
        }
            && !string.contains(": ")
    }

    /// True for what every reader of YAML takes for a text or a number that is written back as it was: `2018-01`.
    private static func isDate(_ string: String) -> Bool {
        string.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }
    }

    /// A text between double quotes.
    static func quoted(_ string: String) -> String {
        var quoted = "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            // `AliasScan` looks for aliases between quotes as well.
            case "*": quoted += "\\x2A"
            case _: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}

extension JSONValue {
    /// True for an object, or a list with one in it.
    fileprivate var isNested: Bool {
        switch self {
        case .object: true
        case .array(let elements): elements.contains(where: \.isNested)
        case .null, .bool, .number, .string: false
        }
    }
}
