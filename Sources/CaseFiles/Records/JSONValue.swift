import CaseModel
import TextLayout

/// A JSON value (RFC 8259) whose keys keep their order and whose numbers keep their digits.
package indirect enum JSONValue: Equatable, Sendable {
    case null
    case bool(Bool)
    /// A number in decimal notation, digit for digit.
    case number(String)
    case string(String)
    case array([JSONValue])
    case object([(key: String, value: JSONValue)])

    /// The value on indented lines, ending in a newline.
    package func rendered() -> String {
        var text = ""
        write(to: &text, indent: "")
        return text + "\n"
    }

    /// The value on one line, without a newline.
    package var line: String {
        switch self {
        case .null, .bool, .number, .string: String(rendered().dropLast())
        case .array(let elements): "[" + elements.map(\.line).joined(separator: ", ") + "]"
        case .object(let members):
            "{" + members.map { Self.quoted($0.key) + ": " + $0.value.line }.joined(separator: ", ") + "}"
        }
    }

    package static func == (left: JSONValue, right: JSONValue) -> Bool { left.rendered() == right.rendered() }

    private func write(to text: inout String, indent: String) {
        switch self {
        case .null: text += "null"
        case .bool(let flag): text += flag ? "true" : "false"
        case .number(let digits): text += digits
        case .string(let string): text += Self.quoted(string)
        case .array(let elements):
            text += "["
            for (number, element) in elements.enumerated() {
                text += (number > 0 ? ",\n" : "\n") + indent + "  "
                element.write(to: &text, indent: indent + "  ")
            }
            text += (elements.isEmpty ? "" : "\n" + indent) + "]"
        case .object(let members):
            text += "{"
            for (number, member) in members.enumerated() {
                text += (number > 0 ? ",\n" : "\n") + indent + "  "
                text += Self.quoted(member.key) + ": "
                member.value.write(to: &text, indent: indent + "  ")
            }
            text += (members.isEmpty ? "" : "\n" + indent) + "}"
        }
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        var check = SafetyCheck()
        for scalar in text.unicodeScalars {
            let isRefused = check.refuses(scalar)
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            // A terminal would obey it, or a reader be deceived by it; the name of a file may hold it.
            case _ where isRefused:
                for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
                    let digits = String(unit, radix: 16)
                    result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
                }
            case _: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}

extension JSONValue {
    /// A string or a number as text.
    package var word: String? {
        switch self {
        case .string(let text), .number(let text): text
        case .bool(let flag): flag ? "true" : "false"
        case .null, .array, .object: nil
        }
    }

    /// The elements of an array.
    package var elements: [JSONValue]? {
        if case .array(let elements) = self { elements } else { nil }
    }

    /// The members of an object.
    package var members: [(key: String, value: JSONValue)]? {
        if case .object(let members) = self { members } else { nil }
    }

    /// The member of a name.
    package subscript(key: String) -> JSONValue? { members?.first { $0.key == key }?.value }
}

extension JSONValue {
    /// A string, or null for nil.
    package init(_ text: String?) {
        self = text.map { .string($0) } ?? .null
    }

    /// A count.
    package static func count(_ count: Int) -> JSONValue { .number(String(count)) }

    /// A number with all its digits, or null for nil.
    package static func decimal(_ number: Double?) -> JSONValue { number.map { .number($0.figure) } ?? .null }

    /// The wordings of a text by language, or the text itself where it reads the same in every language; null for nil.
    package static func text(_ text: Text?) -> JSONValue {
        guard let text else { return .null }
        if text.isSame { return JSONValue(text.chinese) }
        return .object(text.tags.map { tag in (tag.text, JSONValue(text[tag])) })
    }

    /// A list of strings.
    package static func strings(_ strings: [String]) -> JSONValue { .array(strings.map { .string($0) }) }

    /// A number as written in the case, digit for digit, without the leading zeros that JSON forbids.
    package static func number(written text: String) -> JSONValue {
        let sign = text.hasPrefix("-") ? "-" : ""
        let digits = text.dropFirst(sign.count).drop { $0 == "0" }
        return .number(sign + (digits.first?.isNumber == true ? "" : "0") + digits)
    }

    /// The value without empty members, at any depth.
    package var compacted: JSONValue {
        switch self {
        case .null, .bool, .number, .string: self
        case .array(let elements): .array(elements.map(\.compacted))
        case .object(let members):
            .object(members.map { ($0.key, $0.value.compacted) }.filter { !$0.value.isVoid })
        }
    }

    private var isVoid: Bool {
        switch self {
        case .null: true
        case .array(let elements): elements.isEmpty
        case .object(let members): members.isEmpty
        case .string(let text): text.isEmpty
        case .bool, .number: false
        }
    }
}
