import CaseFiles
import CaseModel

/// The file format of notebooks: JSON with a version and one entry a line, so that people and version control can
/// read it.
///
/// ```json
/// {
/// "triptych-notebook": 1,
/// "case": "yuqian",
/// "marks": [
/// {"on": "item", "id": "prj-chongqing-guiyang-railway", "at": "2026-11-23T18:15:00+08:00"}
/// ],
/// …
/// }
/// ```
package enum NotebookText {
    /// The version that is written, and the newest that is read.
    package static let format = 1
    /// The longest file in bytes.
    package static let longest = 16 << 20

    /// The whole file.
    package static func text(of notebook: Notebook, on case: ID<Case>) -> String {
        let marks = notebook.marks.sorted { key($0.key, $0.value) < key($1.key, $1.value) }.map { mark in
            JSONValue.object(entry(mark.key) + [("at", .string(mark.value.description))])
        }
        let notes = notebook.notes.sorted { key($0.key, $0.value.moment) < key($1.key, $1.value.moment) }.map
        {
            note in
            JSONValue.object(
                entry(note.key) + [
                    ("text", .string(note.value.text)), ("at", .string(note.value.moment.description)),
                ])
        }
        let bookmarks = notebook.bookmarks.values.sorted { ($0.moment, $0.place) < ($1.moment, $1.place) }
            .map { bookmark in
                JSONValue.object(
                    [("title", .string(bookmark.title)), ("place", .string(bookmark.place))]
                        + (bookmark.entity.map(entry) ?? [])
                        + [("at", .string(bookmark.moment.description))])
            }
        let members = [
            ("triptych-notebook", JSONValue.number(String(format)).line),
            ("case", JSONValue.string(`case`.text).line),
            (Section.marks.rawValue, lines(marks)), (Section.notes.rawValue, lines(notes)),
            (Section.bookmarks.rawValue, lines(bookmarks)),
            (Section.lastPlace.rawValue, JSONValue(notebook.lastPlace).line),
            (Section.searches.rawValue, lines(notebook.searches.map { .string($0) })),
            (Section.filters.rawValue, lines(notebook.filters.map { .string($0) })),
        ]
        return "{\n" + members.map { "\"\($0)\": \($1)" }.joined(separator: ",\n") + "\n}\n"
    }

    /// The sections of the file, by key.
    enum Section: String, CaseIterable {
        case marks, notes, bookmarks
        case lastPlace = "last_place"
        case searches, filters
    }

    private static func entry(_ entity: EntityRef) -> JSONRecord {
        [("on", .string(entity.kind.rawValue)), ("id", .string(entity.id))]
    }

    /// The sort key of an entry: the earliest first, those of the same second in a fixed order.
    private static func key(_ entity: EntityRef, _ moment: Timestamp) -> (Timestamp, String, String) {
        (moment, entity.kind.rawValue, entity.id)
    }

    private static func lines(_ elements: [JSONValue]) -> String {
        elements.isEmpty ? "[]" : "[\n" + elements.map(\.line).joined(separator: ",\n") + "\n]"
    }
}

/// The reason why a file is no valid notebook.
package enum NotebookDefect: Error, Equatable, CustomStringConvertible {
    /// A later version of triptych wrote it, in this version of the format.
    case newer(Int)
    /// It is no notebook, or a damaged one.
    case damaged(String)

    /// The reason, without the file's name.
    package var description: String {
        switch self {
        case .newer(let version): "its format \(version) is of a newer triptych"
        case .damaged(let reason): reason
        }
    }
}

extension NotebookText {
    /// Parses a whole file strictly: it is rewritten as a whole, so that ignored content would be lost.
    package static func read(_ bytes: [UInt8]) throws(NotebookDefect) -> Notebook {
        guard bytes.count <= longest else { throw .damaged("it is longer than \(longest) bytes") }
        let whole: JSONValue
        do {
            whole = try JSONValue(reading: bytes)
        } catch {
            let line = bytes[..<min(error.offset, bytes.count)].count { $0 == 0x0A } + 1
            throw .damaged("line \(line): \(error.reason.sentence.localized(in: .english))")
        }
        guard case .object(let members) = whole, case .number(let digits)? = whole["triptych-notebook"],
            let version = Int(digits), version > 0
        else { throw .damaged("it does not say that it is a notebook") }
        guard version <= format else { throw .newer(version) }
        var notebook = Notebook()
        for (key, value) in members where key != "triptych-notebook" && key != "case" {
            guard let section = Section(rawValue: key) else {
                throw .damaged("\(key.quoted) is not a key of it")
            }
            try notebook.take(value, of: section)
        }
        return notebook
    }
}

extension Notebook {
    fileprivate mutating func take(
        _ value: JSONValue, of section: NotebookText.Section
    ) throws(NotebookDefect) {
        switch section {
        case .marks:
            for entry in try value.entries() {
                let entity = try entry.entity()
                guard marks.updateValue(try entry.moment(), forKey: entity) == nil else {
                    throw .twice(entity.id)
                }
            }
        case .notes:
            for entry in try value.entries() {
                let entity = try entry.entity()
                let note = Note(text: try entry.text("text"), moment: try entry.moment())
                guard notes.updateValue(note, forKey: entity) == nil else { throw .twice(entity.id) }
            }
        case .bookmarks:
            for entry in try value.entries() {
                let bookmark = Bookmark(
                    place: try entry.text("place"), title: try entry.text("title"),
                    entity: entry["on"] == nil ? nil : try entry.entity(), moment: try entry.moment())
                guard bookmarks.updateValue(bookmark, forKey: bookmark.place) == nil else {
                    throw .twice(bookmark.place)
                }
            }
        case .lastPlace: lastPlace = value == .null ? nil : try value.text()
        case .searches: searches = try value.texts()
        case .filters: filters = try value.texts()
        }
    }
}

extension NotebookDefect {
    fileprivate static func twice(_ name: String) -> NotebookDefect {
        .damaged("\(name.quoted) stands there twice")
    }
}

extension String {
    /// The beginning of it between quotation marks, with escapes for what cannot be shown.
    fileprivate var quoted: String {
        "'" + JSONValue.string(String(prefix(60))).line.dropFirst().dropLast() + "'"
    }
}

extension JSONValue {
    /// The entries of a section, each an object with known keys.
    fileprivate func entries() throws(NotebookDefect) -> [JSONValue] {
        guard case .array(let elements) = self else { throw .damaged("a list is missing") }
        let known: Set<String> = ["on", "id", "at", "text", "title", "place"]
        for element in elements {
            guard case .object(let members) = element else { throw .damaged("an entry is no object") }
            for member in members where !known.contains(member.key) {
                throw .damaged("\(member.key.quoted) is not a key of an entry")
            }
        }
        return elements
    }

    fileprivate func entity() throws(NotebookDefect) -> EntityRef {
        guard let kind = EntityRef.Kind(rawValue: try text("on")) else {
            throw .damaged("an entry hangs on nothing that is known")
        }
        return EntityRef(kind, id: try text("id"))
    }

    fileprivate func moment() throws(NotebookDefect) -> Timestamp {
        guard let moment = Timestamp(try text("at")) else { throw .damaged("a moment is none") }
        return moment
    }

    fileprivate func text(_ key: String) throws(NotebookDefect) -> String {
        guard let value = self[key] else { throw .damaged("an entry lacks '\(key)'") }
        return try value.text()
    }

    fileprivate func texts() throws(NotebookDefect) -> [String] {
        guard case .array(let elements) = self else { throw .damaged("a list is missing") }
        var texts: [String] = []
        for element in elements { texts.append(try element.text()) }
        return texts
    }

    /// A text written by the reader, which must not contain characters that control a terminal.
    fileprivate func text() throws(NotebookDefect) -> String {
        guard case .string(let text) = self else { throw .damaged("a text is missing") }
        let isPlain = text.unicodeScalars.allSatisfy {
            $0 == "\n" || $0.properties.generalCategory != .control
        }
        guard isPlain else { throw .damaged("a control character stands in a text") }
        return text
    }
}
