import CaseModel

/// The case format as JSON Schema (draft 2020-12), made from the declarations of the records.
///
/// It describes the shape of files; what refers to what is for `triptych check` to judge. An editor with a YAML
/// language server completes and explains keys by it.
package enum CaseSchema {
    /// The schema, with descriptions in a language.
    package static func text(in language: Language) -> String { schema(in: language).rendered() }

    private static func schema(in language: Language) -> JSONValue {
        let file = RecordOutline(of: Case.self)
        let format = (
            key: "format", value: JSONValue.object([("const", .number(Case.format))])
        )
        return .object(
            [
                ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
                ("$id", .string("urn:triptych:case:\(Case.format)")),
                ("title", .string("triptych case")),
                ("description", .string(file.about.purpose.phrase(in: language))),
            ] + object(file, language, first: [format]) + [
                (
                    "$defs",
                    .object(
                        [("id", id(language))]
                            + RecordOutline.nested(in: Case.self).map {
                                let outline = RecordOutline(of: $0)
                                let description = (
                                    key: "description",
                                    value: JSONValue.string(outline.about.purpose.phrase(in: language))
                                )
                                return (
                                    outline.about.name, .object([description] + object(outline, language))
                                )
                            })
                )
            ])
    }

    private static func id(_ language: Language) -> JSONValue {
        .object([
            ("type", .array([.string("string"), .string("integer")])),
            ("pattern", .string("^[a-z0-9]+(-[a-z0-9]+)*$")), ("maxLength", .count(Limits.id)),
        ])
    }

    /// The members of a schema for objects. An empty value counts as missing, so every optional key may be null.
    private static func object(
        _ outline: RecordOutline, _ language: Language, first: [(key: String, value: JSONValue)] = []
    ) -> [(key: String, value: JSONValue)] {
        let properties = outline.fields.map { field in
            let description = (
                key: "description", value: JSONValue.string(field.purpose.phrase(in: language))
            )
            let schema =
                field.need == .required
                ? field.shape.schema
                : .object([("anyOf", .array([field.shape.schema, .object([("type", .string("null"))])]))])
            return (field.key, schema.adding(description))
        }
        let required = outline.fields.filter { $0.need == .required }.map(\.key)
        return [
            ("type", .string("object")), ("properties", .object(first + properties)),
            ("required", .strings(required)), ("additionalProperties", .bool(false)),
        ]
    }
}

extension JSONValue {
    /// An object with one more member.
    fileprivate func adding(_ member: (key: String, value: JSONValue)) -> JSONValue {
        guard case .object(let members) = self else { return self }
        return .object([member] + members)
    }
}

extension RecordOutline {
    /// The records that stand within a record, each once, in the order in which they are first met.
    static func nested(in record: any CaseRecord.Type) -> [any CaseRecord.Type] {
        var found: [any CaseRecord.Type] = []
        func visit(_ record: any CaseRecord.Type) {
            for field in RecordOutline(of: record).fields {
                guard let nested = field.shape.nested, !found.contains(where: { $0 == nested }) else {
                    continue
                }
                found.append(nested)
                visit(nested)
            }
        }
        visit(record)
        return found
    }
}
