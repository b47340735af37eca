import CaseModel

extension Table {
    /// The reader's own: first the things that carry a mark or a note, in the case's order, those that the case no
    /// longer has last; then the bookmarks, the earliest first, each with the thing that it shows. None of it is
    /// sourced, and none of it is the case author's interpretation.
    static func notebook(_ notebook: Notebook, of graph: CaseGraph) -> Table {
        let anchors = Set(notebook.marks.keys).union(notebook.notes.keys)
            .map { (order: Order($0, in: graph), anchor: $0) }.sorted { $0.order < $1.order }.map(\.anchor)
        let bookmarks = notebook.bookmarks.values.sorted { ($0.moment, $0.place) < ($1.moment, $1.place) }
        return Table(
            columns: [
                Column(name: "on"), Column(name: "id"), Column(name: "title", isBilingual: true),
                Column(name: "kind"), Column(name: "pane"), Column(name: "in_case"),
                Column(name: "marked_at"),
                Column(name: "note"), Column(name: "noted_at"), Column(name: "bookmark"),
                Column(name: "bookmark_place"), Column(name: "bookmarked_at"), Column(name: "standing"),
            ],
            rows: anchors.map { anchor in
                let note = notebook.notes[anchor]
                return head(anchor, in: graph) + [
                    .word(notebook.marks[anchor]?.description), .word(note?.text),
                    .word(note?.moment.description), .word(nil), .word(nil), .word(nil),
                    .word(Standing.own.rawValue),
                ]
            }
                + bookmarks.map { bookmark in
                    (bookmark.anchor.map { head($0, in: graph) } ?? Array(repeating: .word(nil), count: 6))
                        + [
                            .word(nil), .word(nil), .word(nil), .word(bookmark.title), .word(bookmark.place),
                            .word(bookmark.moment.description), .word(Standing.own.rawValue),
                        ]
                })
    }

    /// What a row hangs on: `in_case` says whether the case has it.
    private static func head(_ anchor: EntityRef, in graph: CaseGraph) -> [Cell] {
        let title = graph.title(of: anchor)
        var (kind, pane): (String?, String?)
        if case .item(let position)? = graph.entity(anchor) {
            kind = graph.item(position).kind.text
            pane = graph.case.panes[graph.panes[position]].id.text
        }
        return [
            .word(anchor.kind.rawValue), .word(anchor.id), .text(title), .word(kind), .word(pane),
            .word(title == nil ? "no" : "yes"),
        ]
    }

    /// Where a thing stands among all: the kinds of thing one after the other, what is gone after what is there.
    private struct Order: Comparable {
        let kind: Int
        let number: Int
        let id: String

        init(_ anchor: EntityRef, in graph: CaseGraph) {
            kind = EntityRef.Kind.allCases.firstIndex(of: anchor.kind) ?? 0
            id = anchor.id
            number =
                switch graph.entity(anchor) {
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
