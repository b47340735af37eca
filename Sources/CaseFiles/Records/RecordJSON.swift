import CaseModel

extension CaseRecord {
    /// The record in the keys of the case format, in the order in which it declares them. What it does not have, and what
    /// goes without saying, is left out.
    package var jsonMembers: [(key: String, value: JSONValue)] {
        var members = JSONMembers()
        var record = self
        record.visit(&members)
        return members.members
    }

    /// The record as a JSON object.
    package var json: JSONValue { .object(jsonMembers) }
}

/// Collects the members of a JSON object.
private struct JSONMembers: FieldVisitor {
    var members: [(key: String, value: JSONValue)] = []

    mutating func ownID<Named: Identified>(_ id: inout ID<Named>, _: FieldNote) {
        members.append(("id", .string(id.text)))
    }

    mutating func field<Form: FieldForm>(
        _ key: StaticString, _ stored: inout Form.Stored, _ form: Form, _: FieldNote
    ) {
        if let value = form.json(stored) { members.append((key.description, value)) }
    }
}

extension Case {
    /// The number of the format that this program reads and writes.
    package static let format = "1"

    /// The whole case as one object, which is also a case file.
    package var document: JSONValue { .object([("format", .number(Case.format))] + jsonMembers) }

    /// The whole case as a JSON file that opens again. A star may stand in texts alone, and is escaped since the
    /// reader looks for aliases between quotes as well.
    package var jsonFile: String { document.rendered().replacing("*", with: "\\u002A") }
}
