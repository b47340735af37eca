import CaseModel

/// A notebook as it stands on the disk: JSON, a version, one entry a line, so that people and version control can
/// read it too.
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
    /// Bytes of the longest file that is written or read.
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
                        + (bookmark.anchor.map(entry) ?? [])
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

    /// The parts of the file, by their keys.
    enum Section: String, CaseIterable {
        case marks, notes, bookmarks
        case lastPlace = "last_place"
        case searches, filters
    }

    private static func entry(_ anchor: EntityRef) -> [(key: String, value: JSONValue)] {
        [("on", .string(anchor.kind.rawValue)), ("id", .string(anchor.id))]
    }

    /// The earliest first; those of one second in an order that is the same everywhere.
    private static func key(_ anchor: EntityRef, _ moment: Timestamp) -> (Timestamp, String, String) {
        (moment, anchor.kind.rawValue, anchor.id)
    }

    private static func lines(_ elements: [JSONValue]) -> String {
        elements.isEmpty ? "[]" : "[\n" + elements.map(\.line).joined(separator: ",\n") + "\n]"
    }
}
