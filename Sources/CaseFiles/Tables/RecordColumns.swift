import CaseModel

/// The columns that a record takes in a table, as its declaration says.
///
/// A record within it takes a column for each of its fields (`period_start`); the field that stands for the whole, such
/// as the value of a status, has the name of the record. In a list of records the columns are lists of equal length. What
/// has no cell of its own is written as JSON, so that a field which is declared later is never lost.
package struct RecordColumns: Sendable {
    /// A column; of texts it takes one for each language in a spreadsheet.
    package struct Column: Equatable, Sendable {
        /// Its name, such as `period_start`.
        package let name: String
        /// What stands in its cells.
        package let cells: FieldShape.Cells

        /// A column, by default of words.
        package init(name: String, cells: FieldShape.Cells = .word) {
            self.name = name
            self.cells = cells
        }
    }

    /// How the value of a field is laid out.
    private enum Layout {
        case cell(FieldShape.Cells)
        /// The fields of a record, and the one that a short form stands for.
        case record([Inner], short: String?)
        /// As lists of words, with the keys that share a cell.
        case list([Inner], short: String?, sharing: [String])
    }

    private struct Inner {
        let key: String
        let column: Column
    }

    private let fields: [(key: String, layout: Layout)]

    /// The columns of a record without those of some of its keys.
    package init(of record: any CaseRecord.Type, without left: Set<String> = []) {
        fields = RecordOutline(of: record).fields.filter { !left.contains($0.key) }.map {
            ($0.key, Self.layout(of: $0))
        }
    }

    /// The columns, in the order in which the record declares its fields.
    package var columns: [Column] {
        fields.flatMap { key, layout in
            switch layout {
            case .cell(let cells): [Column(name: key, cells: cells)]
            case .record(let inner, _): inner.map(\.column)
            case .list(let inner, _, let sharing):
                inner.filter { !sharing.dropFirst().contains($0.key) }.map(\.column)
            }
        }
    }

    private static func layout(of field: RecordOutline.Field) -> Layout {
        guard let record = field.shape.nested else { return .cell(field.shape.cells) }
        let outline = RecordOutline(of: record)
        let isShort = field.shape.cells != .value
        let head =
            outline.fields.first { isShort && $0.shape.cells == field.shape.cells }
            ?? outline.fields.first.flatMap { $0.need == .required ? $0 : nil }
        let inner = outline.fields.map { inner in
            let name = inner.key == head?.key ? field.key : "\(field.key)_\(inner.key)"
            let cells = inner.shape.nested == nil ? inner.shape.cells : .value
            return Inner(
                key: inner.key, column: Column(name: name, cells: field.shape.isList ? .words : cells))
        }
        let short = isShort ? head?.key : nil
        guard field.shape.isList else { return .record(inner, short: short) }
        let areWords = outline.fields.allSatisfy { $0.shape.nested == nil && $0.shape.cells == .word }
        return areWords
            ? .list(inner, short: short, sharing: outline.about.sharingCell) : .cell(.value)
    }
}

// From a record to cells.
extension RecordColumns {
    /// The values of a record's columns, given the record as JSON; nil where a cell is empty.
    package func cells(of record: JSONValue) -> [JSONValue?] {
        fields.flatMap { key, layout -> [JSONValue?] in
            let value = record[key]
            switch layout {
            case .cell: return [value]
            case .record(let inner, let short):
                guard let value else { return inner.map { _ in nil } }
                return inner.map { Self.member($0.key, of: value, short: short, inner) }
            case .list(let inner, let short, let sharing):
                let entries = value?.elements ?? []
                return inner.filter { !sharing.dropFirst().contains($0.key) }.map { column in
                    let words = entries.map { entry in
                        let keys = sharing.first == column.key ? sharing : [column.key]
                        let words = keys.map { key in
                            Self.member(key, of: entry, short: short, inner)?.word ?? ""
                        }
                        return SharedCell.joined(words)
                    }
                    return words.allSatisfy(\.isEmpty) ? nil : .strings(words)
                }
            }
        }
    }

    /// The value of a field of a record, which may be written in its short form.
    private static func member(
        _ key: String, of value: JSONValue, short: String?, _ inner: [Inner]
    ) -> JSONValue? {
        guard case .object(let members) = value,
            short == nil || members.allSatisfy({ member in inner.contains { $0.key == member.key } })
        else { return key == short ? value : nil }
        return members.first { $0.key == key }?.value
    }
}

// From a value of a record to its column.
extension RecordColumns {
    /// The name of the column that holds the value at the end of a path; nil where the record has no such key.
    package func column(of path: RecordTrial.Path) -> String? {
        guard let key = path.first, let layout = fields.first(where: { $0.key == key })?.layout else {
            return nil
        }
        switch layout {
        case .cell: return key
        case .record(let inner, let short):
            let part = path.count > 1 ? path[1] : short
            return inner.first { $0.key == part }?.column.name ?? key
        case .list(let inner, let short, let sharing):
            let part = path.count > 2 ? path[2] : short
            let first = part.map(sharing.contains) == true ? sharing.first : part
            return inner.first { $0.key == first }?.column.name ?? key
        }
    }
}

// From cells to a record.
extension RecordColumns {
    /// The members of the record that these cells make, in the order in which it declares them. An empty cell is nil; a
    /// list keeps its empty words.
    package func members(_ cell: (Column) -> JSONValue?) -> [(key: String, value: JSONValue)] {
        fields.compactMap { key, layout in
            switch layout {
            case .cell(let cells):
                guard let value = cell(Column(name: key, cells: cells)) else { return nil }
                guard case .array(let words) = value, cells == .words else { return (key, value) }
                let said = words.filter { $0.word?.isEmpty == false }
                return said.isEmpty ? nil : (key, .array(said))
            case .record(let inner, let short):
                let members = inner.compactMap { field in
                    cell(field.column).map { (key: field.key, value: $0) }
                }
                if members.isEmpty { return nil }
                return (
                    key, members.count == 1 && members[0].key == short ? members[0].value : .object(members)
                )
            case .list(let inner, let short, let sharing):
                let entries = Self.entries(inner, short, sharing, cell)
                return entries.isEmpty ? nil : (key, .array(entries))
            }
        }
    }

    /// The records of a list, of which each column has the words of one field.
    private static func entries(
        _ inner: [Inner], _ short: String?, _ sharing: [String], _ cell: (Column) -> JSONValue?
    ) -> [JSONValue] {
        let columns = inner.filter { !sharing.dropFirst().contains($0.key) }.map { column in
            let words = cell(column.column)?.elements ?? []
            return (key: column.key, words: words.map { $0.word ?? "" })
        }
        let count = columns.map(\.words.count).max() ?? 0
        return (0..<count).compactMap { number in
            let members = columns.flatMap { column -> [(key: String, value: JSONValue)] in
                guard number < column.words.count, !column.words[number].isEmpty else { return [] }
                guard sharing.first == column.key else {
                    return [(column.key, .string(column.words[number]))]
                }
                let parts = SharedCell.parts(of: column.words[number], count: sharing.count)
                return zip(sharing, parts).filter { !$1.isEmpty }.map { ($0, .string($1)) }
            }
            if members.isEmpty { return nil }
            return members.count == 1 && members[0].key == short ? members[0].value : .object(members)
        }
    }
}

/// Several values in one cell, such as `Rivera, Ana`; a comma within one but the last has a backslash in front.
private enum SharedCell {
    static func joined(_ words: [String]) -> String {
        guard let last = words.last else { return "" }
        let firsts = words.dropLast().map { $0.escaped(at: ",") }
        return firsts.joined(separator: ", ") + (firsts.isEmpty || last.isEmpty ? "" : ", ") + last
    }

    static func parts(of text: String, count: Int) -> [String] {
        text.parts(at: ",", most: count).map { String($0.drop { $0 == " " }) }
    }
}
