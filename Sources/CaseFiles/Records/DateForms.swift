import CaseModel

// The forms of dates and periods.

/// A date, as precise as it is known.
package struct DateForm: FieldForm {
    package func read(_ value: Value) -> PartialDate? { value.date() }
    package func json(_ stored: PartialDate) -> JSONValue? { .string(stored.description) }
    package func pack(_ stored: PartialDate, into writer: inout PackWriter) { writer.date(stored) }

    package func unpack(from reader: inout PackReader) throws(PackError) -> PartialDate {
        guard let date = try reader.date() else { throw .damaged }
        return date
    }

    package var shape: FieldShape {
        FieldShape(
            words: Text(
                chinese: "日期（EDTF）：`2018`、`2018-01`、`2018-01-25`、`960`、`-0255`、`1200~`（约）、`1200?`（存疑）、`195X`",
                english:
                    "a date (EDTF): `2018`, `2018-01`, `2018-01-25`, `960`, `-0255`, `1200~` (about), `1200?` (uncertain), `195X`"
            ),
            schema: .object([
                ("type", .array([.string("string"), .string("integer")])),
                ("pattern", .string("^(Y?-?[0-9]+|[0-9]{1,3}X|[0-9]{1,2}XX)(-[0-9X]{2}){0,2}[?~%]?$")),
            ]))
    }
}

/// An end of a period: a date, or `..` where there is none.
package struct BoundForm: FieldForm {
    package func read(_ value: Value) -> Period.Bound? {
        guard let text = value.string() else { return nil }
        if let bound = Period.Bound(text) { return bound }
        value.report(.badDate(text))
        return nil
    }

    package func json(_ stored: Period.Bound) -> JSONValue? { stored.text.map { .string($0) } }

    package func pack(_ stored: Period.Bound, into writer: inout PackWriter) {
        writer.number(stored.packed)
    }

    package func unpack(from reader: inout PackReader) throws(PackError) -> Period.Bound {
        guard let bound = Period.Bound(packed: try reader.number()) else {
            throw .unsound(zh: "有日期不在历法之中", en: "a date is not in the calendar")
        }
        return bound
    }

    package var shape: FieldShape {
        let date = DateForm().shape
        return FieldShape(
            words: Text(
                chinese: "\(date.words.zh)，或 `..`（没有止境）",
                english: "\(date.words.en), or `..` where there is none"),
            schema: .object([("anyOf", .array([date.schema, .object([("const", .string(".."))])]))]))
    }
}

/// A period as an interval of EDTF.
package struct IntervalForm: RefinedForm {
    package let base = Nested<Period>()

    package func read(_ value: Value) -> Period? {
        guard let text = value.string() else { return nil }
        guard let period = Period(text) else {
            value.report(.badPeriod(text))
            return nil
        }
        if period.isBackwards { value.report(.periodBackwards) }
        return period
    }

    package var shape: FieldShape {
        FieldShape(
            words: Text(
                chinese: "区间，如 `2018/2020`、`2018/..`（仍在继续）、`2018/`（止期不详）",
                english: "an interval such as `2018/2020`, `2018/..` (goes on) or `2018/` (end unknown)"),
            schema: .object([("type", .string("string")), ("pattern", .string("^[^/]*/[^/]*$"))]),
            // No end of it alone stands for the whole.
            cells: .value)
    }
}
