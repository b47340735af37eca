import CaseModel

// The encoding of a viewpoint as one line of ASCII:
// `v=2&view=trace&at=prj-rail&chain=1&pins=drv-law,org-plan&selected=drv-law,org-plan,prj-rail&focus=2`.
// Bookmarks, the last viewpoint of a session and a seminar's positions are encoded like this. Entities are named by
// id, so that the text is valid in other editions of the case; unknown ids are ignored.
//
// Version 1, without `v`, encoded the state of a chart in one field, `landmark`, and can still be decoded.
extension Viewpoint {
    /// The encoded choices of a viewpoint, without scroll positions.
    package func encoded(in graph: CaseGraph) -> String {
        EncodedFields.encoded(fields(in: graph, withScroll: false))
    }

    /// True if an encoded viewpoint says that the card of welcome is to be shown.
    static func hasCard(_ encoded: String) -> Bool {
        EncodedFields.decoded(encoded)?[card.0] == card.1
    }

    /// What says so; other places do without it.
    fileprivate static let card = ("card", "shown")

    /// Decodes a viewpoint for an explorer; nil for invalid text.
    init?(encoded text: String, in state: State) {
        guard let fields = EncodedFields.decoded(text) else { return nil }
        self.init(fields, in: state)
    }

    fileprivate func fields(in graph: CaseGraph, withScroll: Bool) -> [(String, String)] {
        let id: (Int) -> String = { graph.item($0).id.text }
        var fields = [("v", String(EncodedFields.version))]
        switch subject {
        case nil: fields.append(("view", ViewName.browse.rawValue))
        case .entity(.item(let position))?:
            fields += [("view", ViewName.reader.rawValue), ("at", id(position))]
        case .trace(let position, let origin, let chain)?:
            fields += [("view", ViewName.trace.rawValue), ("at", id(position))]
            if let origin { fields.append(("from", id(origin))) }
            fields.append(("chain", String(chain)))
        case .entity(let entity)?:
            let reference = graph.reference(to: entity)
            fields.append((reference.kind.rawValue, reference.id))
        case .about?: fields.append(("view", ViewName.overview.rawValue))
        case .chart(let chart)?:
            fields.append(("view", chart.name.rawValue))
            fields += chart.drawing.fields(in: graph, withScroll: withScroll)
        }
        if !pins.isEmpty { fields.append(("pins", pins.map(id).joined(separator: ","))) }
        if narrowing != .wellFounded { fields.append(("grade", narrowing.encoded)) }
        fields.append(("selected", selections.map { $0.map(id) ?? "" }.joined(separator: ",")))
        fields.append(("focus", String(focus)))
        if let filter { fields.append(("filter", filter)) }
        return fields
    }

    fileprivate init?(_ fields: [String: String], in state: State) {
        guard fields["selected"] != nil || fields["view"] != nil else { return nil }
        let graph = state.graph
        func ids(_ field: String) -> [Int?] {
            (fields[field] ?? "").split(separator: ",", omittingEmptySubsequences: false)
                .map { graph.position(of: ID(String($0))) }
        }
        pins = ids("pins").compactMap(\.self)
        narrowing = fields["grade"].flatMap { Grade(encoded: $0) } ?? .wellFounded
        filter = fields["filter"]
        let paneCount = graph.case.panes.count
        focus = min(max(0, fields["focus"].flatMap { Int($0) } ?? 0), paneCount - 1)
        var selections = [Int?](repeating: nil, count: paneCount)
        for position in ids("selected").compactMap(\.self) { selections[graph.panes[position]] = position }
        self.selections = selections
        subject = Self.subject(of: fields, selected: selections[focus], in: state)
    }

    private static func subject(of fields: [String: String], selected: Int?, in state: State) -> Subject? {
        let graph = state.graph
        for kind in [EntityRef.Kind.source, .place, .actor] {
            if let id = fields[kind.rawValue] {
                return graph.entity(EntityRef(kind, id: id)).map(Subject.entity)
            }
        }
        guard let view = fields["view"].flatMap({ ViewName(rawValue: $0) }) else { return nil }
        let position = fields["at"].flatMap { graph.position(of: ID($0)) }
        switch view {
        case .browse: return nil
        case .reader: return position.map(Subject.item)
        case .trace:
            let chain = fields["chain"].flatMap { Int($0) } ?? 0
            // All chains before it must be found first, so that a very high number would take too long.
            let origin = fields["from"].flatMap { graph.position(of: ID($0)) }
            return position.map {
                .trace($0, from: origin, chain: min(max(0, chain), TracedChains.farthest))
            }
        case .overview: return .about
        case .chart(let name):
            var chart: any ChartDrawing
            var properties = fields
            if fields["v"] == nil {
                var context = state.chartContext
                context.selected = selected ?? context.selected
                chart = name.chart.init(opening: context)
                properties = fields["landmark"].map(name.chart.properties(inVersion1:)) ?? [:]
            } else {
                chart = name.chart.init(in: graph)
            }
            chart.read(properties, in: graph)
            return .chart(Chart(chart))
        }
    }
}

extension State {
    /// The encoded viewpoint, with the card of welcome if it was not shown yet.
    var encodedPlace: String {
        EncodedFields.encoded(
            viewpoint.fields(in: graph, withScroll: false) + (browse.isCardDue ? [Viewpoint.card] : []))
    }

    /// The encoded viewpoint with the scroll positions of panes, reader and chart.
    var encodedPosition: String {
        EncodedFields.encoded(viewpoint.fields(in: graph, withScroll: true) + scrollFields)
    }

    /// Goes to an encoded viewpoint and scrolls as encoded, without adding to the history; ignores invalid text.
    mutating func restore(encoded text: String) {
        guard let fields = EncodedFields.decoded(text), let viewpoint = Viewpoint(fields, in: self) else {
            return refresh()
        }
        resetScroll()
        restore(viewpoint)
        scroll(to: fields)
        refresh()
    }

    /// The first visible rows of the panes, the zoom, the reader's target, whether it is in view, and the first visible
    /// line. A line is counted in paragraphs from the last target before it, and in lines within its paragraph, so that
    /// other sizes and languages find it too.
    private var scrollFields: [(String, String)] {
        guard reader == nil else { return readerFields }
        var fields: [(String, String)] = []
        // The detail bar hides the panes.
        let tops =
            browse.zoom == .detail
            ? []
            : browse.columns.map { column in
                column.top > 0 ? column.outline.encodedRow(at: column.top, in: graph) : ""
            }
        if tops.contains(where: { !$0.isEmpty }) { fields.append(("tops", tops.joined(separator: ","))) }
        if browse.detailTop > 0 { fields.append(("detail", String(browse.detailTop))) }
        switch browse.zoom {
        case .pane?: fields.append(("full", "pane"))
        case .detail?: fields.append(("full", "detail"))
        case nil: break
        }
        if !browse.folded.isEmpty {
            let heads = browse.folded.map { $0.encoded(in: graph) }.sorted()
            fields.append(("folded", heads.joined(separator: ",")))
        }
        if browse.showsCard { fields.append(Viewpoint.card) }
        return fields
    }

    private var readerFields: [(String, String)] {
        guard let reader, isReading else { return [] }
        var fields: [(String, String)] = []
        if let target = reader.target { fields.append(("target", String(target))) }
        guard let page = layout.page else { return fields }
        if page.shows(reader.target, from: reader.top) { fields.append(("seen", "target")) }
        guard reader.top > 0 else { return fields }
        if let anchor = page.document.anchor(ofLine: reader.top, of: page.lines) {
            fields.append(("line", "\(anchor.target).\(anchor.paragraph).\(anchor.line)"))
        }
        return fields
    }

    private mutating func scroll(to fields: [String: String]) {
        let heads = (fields["folded"] ?? "").split(separator: ",")
        browse.fold(Set(heads.compactMap { Outline.Content(encoded: String($0), in: graph) }), of: graph)
        browse.showsCard = fields[Viewpoint.card.0] != nil
        let tops = (fields["tops"] ?? "").split(separator: ",", omittingEmptySubsequences: false).map(
            String.init)
        for (pane, text) in zip(browse.columns.indices, tops) {
            browse.columns[pane].top = browse.columns[pane].outline.row(encoded: text, in: graph) ?? 0
        }
        browse.detailTop = fields["detail"].flatMap { Int($0) }.map { min(max(0, $0), 9999) } ?? 0
        switch fields["full"] {
        case "pane": browse.zoom = .pane
        case "detail": browse.zoom = .detail
        case _: browse.zoom = nil
        }
        guard reader != nil, isReading else { return }
        self.reader?.target = fields["target"].flatMap { Int($0) }.map { max(0, $0) }
        self.reader?.top = 0
        let numbers = (fields["line"] ?? "").split(separator: ".").compactMap { Int($0) }
        guard let page = layout.page else { return }
        var top = 0
        if numbers.count == 3 {
            top = page.document.line(
                of: Document.Anchor(target: numbers[0], paragraph: numbers[1], line: numbers[2]),
                of: page.lines)
        }
        // In another size or language the same line at the top may leave what the eye is on out of view.
        if fields["seen"] != nil, let target = self.reader?.target { top = page.top(top, showing: target) }
        self.reader?.top = top
    }
}

extension Outline {
    /// The encoded content of a row: an item's id, or `kind:` and that of a kind.
    fileprivate func encodedRow(at row: Int, in graph: CaseGraph) -> String {
        guard rows.indices.contains(row) else { return "" }
        return rows[row].content.encoded(in: graph)
    }

    /// The row of an encoded content.
    fileprivate func row(encoded text: String, in graph: CaseGraph) -> Int? {
        Content(encoded: text, in: graph).flatMap { content in rows.firstIndex { $0.content == content } }
    }
}

extension Outline.Content {
    private static let kindMark = "kind:"

    fileprivate func encoded(in graph: CaseGraph) -> String {
        switch self {
        case .heading(let kind): Self.kindMark + graph.case.kinds[kind].id.text
        case .item(let position): graph.item(position).id.text
        }
    }

    fileprivate init?(encoded text: String, in graph: CaseGraph) {
        if let position = graph.position(of: ID(text)) {
            self = .item(position)
        } else if let kind = graph.case.kinds.firstIndex(where: { Self.kindMark + $0.id.text == text }) {
            self = .heading(kind)
        } else {
            return nil
        }
    }
}

extension Document {
    /// A line relative to the document's structure: a number of lines below the start of a paragraph, which is a
    /// number of paragraphs below the last target before it; target 0 is the beginning.
    fileprivate struct Anchor {
        let target, paragraph, line: Int
    }

    /// Nil beyond the last line. The reader's own notes are skipped, since other users' pages do not have them.
    fileprivate func anchor(ofLine number: Int, of lines: [Line]) -> Anchor? {
        guard let line = lines[min(number, lines.count)...].first(where: { !paragraphs[$0.paragraph].isNote })
        else { return nil }
        let first = lines.firstIndex { $0.paragraph == line.paragraph } ?? number
        var (target, paragraph) = (0, 0)
        for before in paragraphs[...line.paragraph] where !before.isNote {
            paragraph += 1
            if before.target != nil { (target, paragraph) = (target + 1, 0) }
        }
        return Anchor(target: target, paragraph: paragraph, line: max(0, number - first))
    }

    /// The number of an anchor's line, or of the nearest before it.
    fileprivate func line(of anchor: Anchor, of lines: [Line]) -> Int {
        var (target, paragraph) = (0, 0)
        var found = 0
        for (number, before) in paragraphs.enumerated() where !before.isNote {
            paragraph += 1
            if before.target != nil { (target, paragraph) = (target + 1, 0) }
            guard (target, paragraph) <= (anchor.target, anchor.paragraph) else { break }
            found = number
        }
        let own = lines.indices.filter { lines[$0].paragraph == found }
        guard let first = own.first else { return 0 }
        return first + min(max(0, anchor.line), own.count - 1)
    }
}

extension Grade {
    /// The worst grade that is shown, as a viewpoint names it.
    fileprivate var encoded: String {
        switch self {
        case .direct: "direct"
        case .wellFounded: "well-founded"
        case .farFetched: "all"
        }
    }

    fileprivate init?(encoded text: String) {
        guard let grade = Self.allCases.first(where: { $0.encoded == text }) else { return nil }
        self = grade
    }
}
