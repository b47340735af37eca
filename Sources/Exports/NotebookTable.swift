import CaseFiles
import CaseModel

extension Table {
    /// The reader's notebook: first the entities with a mark or note in the case's order, those that the case no
    /// longer has last; then the bookmarks, the earliest first, each with its entity. None of it is sourced, and
    /// none of it is the case author's interpretation.
    static func notebook(_ notebook: Notebook, of graph: CaseGraph) -> Table {
        let entities = Set(notebook.marks.keys).union(notebook.notes.keys)
            .map { (order: Order($0, in: graph), reference: $0) }.sorted { $0.order < $1.order }.map(
                \.reference)
        let bookmarks = notebook.bookmarks.values.sorted { ($0.moment, $0.place) < ($1.moment, $1.place) }
        return Table(
            columns: [
                Column(name: "on"), Column(name: "id"), Column(name: "title", cells: .text),
                Column(name: "kind"), Column(name: "pane"), Column(name: "in_case"),
                Column(name: "marked_at"),
                Column(name: "note"), Column(name: "noted_at"), Column(name: "bookmark"),
                Column(name: "bookmark_place"), Column(name: "bookmarked_at"), Column(name: "standing"),
            ],
            rows: entities.map { reference in
                let note = notebook.notes[reference]
                return head(reference, in: graph) + [
                    word(notebook.marks[reference]?.description), word(note?.text),
                    word(note?.moment.description), nil, nil, nil, standing,
                ]
            }
                + bookmarks.map { bookmark in
                    (bookmark.entity.map { head($0, in: graph) } ?? Array(repeating: nil, count: 6))
                        + [
                            nil, nil, nil, word(bookmark.title), word(bookmark.place),
                            word(bookmark.moment.description), standing,
                        ]
                })
    }

    /// The standing of what is the reader's own.
    private static let standing = JSONValue.string("own")

    /// The entity of a row; `in_case` says whether the case has it.
    private static func head(_ reference: EntityRef, in graph: CaseGraph) -> [JSONValue?] {
        let title = graph.title(of: reference)
        var (kind, pane): (String?, String?)
        if case .item(let position)? = graph.entity(reference) {
            kind = graph.item(position).kind.text
            pane = graph.pane(of: position).id.text
        }
        return [
            word(reference.kind.rawValue), word(reference.id), title.map { .text($0) }, word(kind),
            word(pane),
            word(title == nil ? "no" : "yes"),
        ]
    }

    private static func word(_ word: String?) -> JSONValue? {
        word.flatMap { $0.isEmpty ? nil : .string($0) }
    }

    /// The order of rows: by kind of entity, those that the case does not have last.
    private struct Order: Comparable {
        let kind: Int
        let number: Int
        let id: String

        init(_ reference: EntityRef, in graph: CaseGraph) {
            kind = EntityRef.Kind.allCases.firstIndex(of: reference.kind) ?? 0
            id = reference.id
            number =
                switch graph.entity(reference) {
                case .item(let number)?, .source(let number)?, .place(let number)?, .actor(let number)?:
                    number
                case nil: .max
                }
        }

        static func < (left: Order, right: Order) -> Bool {
            (left.number == .max ? 1 : 0, left.kind, left.number, left.id)
                < (right.number == .max ? 1 : 0, right.kind, right.number, right.id)
        }
    }
}
