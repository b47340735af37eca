/// A piece of JSON (RFC 8259) whose keys keep their order and whose numbers keep their digits.
indirect enum JSONValue: Equatable, Sendable {
    case null
    case bool(Bool)
    /// A number in decimal notation, digit for digit.
    case number(String)
    case string(String)
    case array([JSONValue])
    case object([(key: String, value: JSONValue)])

    /// A string, or null where there is none.
    init(_ text: String?) {
        self = text.map { .string($0) } ?? .null
    }

    /// Whether there is nothing in it.
    var isVoid: Bool {
        switch self {
        case .null: true
        case .array(let elements): elements.isEmpty
        case .object(let members): members.isEmpty
        case .bool, .number, .string: false
        }
    }

    /// An object without the members that hold nothing.
    static func compact(_ members: [(key: String, value: JSONValue)]) -> JSONValue {
        .object(members.filter { !$0.value.isVoid })
    }

    /// The value on indented lines, ending in a newline.
    var rendered: String {
        var text = ""
        write(to: &text, indent: "")
        return text + "\n"
    }

    /// The value on one line, without a newline.
    var line: String {
        switch self {
        case .null, .bool, .number, .string: String(rendered.dropLast())
        case .array(let elements): "[" + elements.map(\.line).joined(separator: ", ") + "]"
        case .object(let members):
            "{" + members.map { Self.quoted($0.key) + ": " + $0.value.line }.joined(separator: ", ") + "}"
        }
    }

    static func == (left: JSONValue, right: JSONValue) -> Bool { left.rendered == right.rendered }

    private func write(to text: inout String, indent: String) {
        switch self {
        case .null: text += "null"
        case .bool(let flag): text += flag ? "true" : "false"
        case .number(let digits): text += digits
        case .string(let string): text += Self.quoted(string)
        case .array(let elements):
            Self.write(elements, between: ("[", "]"), to: &text, indent: indent) { element, text, indent in
                element.write(to: &text, indent: indent)
            }
        case .object(let members):
            Self.write(members, between: ("{", "}"), to: &text, indent: indent) { member, text, indent in
                text += Self.quoted(member.key) + ": "
                member.value.write(to: &text, indent: indent)
            }
        }
    }

    private static func write<Element>(
        _ elements: [Element], between brackets: (String, String), to text: inout String, indent: String,
        each: (Element, inout String, String) -> Void
    ) {
        text += brackets.0
        for (number, element) in elements.enumerated() {
            text += (number > 0 ? ",\n" : "\n") + indent + "  "
            each(element, &text, indent + "  ")
        }
        text += (elements.isEmpty ? "" : "\n" + indent) + brackets.1
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
