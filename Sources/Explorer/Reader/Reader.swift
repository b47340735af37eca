import CaseModel
import Screen

/// One item, source, place, actor or the page on the case, open to be read.
struct Reader: Equatable, Sendable {
    /// What is open.
    var subject: Subject
    /// The first line shown.
    var top = 0
    /// The number of the target that Enter would follow.
    var target: Int?

    /// The screen's parts while reading.
    struct Layout {
        let header: Rect
        let body: Rect
        let footer: Rect

        /// Longer lines than this are hard to read.
        static let widest = 100

        init(size: Size) {
            let (columns, rows) = (size.columns, size.rows)
            header = Rect(row: 0, column: 0, columns: columns, rows: rows >= 5 ? 1 : 0)
            footer = Rect(row: rows - 1, column: 0, columns: columns, rows: rows >= 3 ? 1 : 0)
            let margin = columns >= 20 ? 1 : 0
            let gap = rows >= 12 ? 1 : 0
            body = Rect(
                row: header.bottom + gap, column: margin, columns: min(columns - 2 * margin, Self.widest),
                rows: rows - header.rows - footer.rows - gap)
        }
    }
}

extension State {
    /// The text of a subject in the present language, with what the reader keeps of it.
    func document(of subject: Subject) -> Document {
        var document = caseDocument(of: subject)
        if let own = NoteSection(of: subject, in: self) { document.insertBelowHead(own.document) }
        return document
    }

    /// What the case says of a subject.
    private func caseDocument(of subject: Subject) -> Document {
        switch subject {
        case .entity(.item(let position)): ItemDocument.make(graph, position: position, language: language)
        case .entity(.source(let number)): SourceDocument.make(graph, number: number, language: language)
        case .entity(.place(let number)): PlaceDocument.make(graph, number: number, language: language)
        case .entity(.actor(let number)): ActorDocument.make(graph, number: number, language: language)
        case .trace(let position, let chain):
            TraceDocument.make(graph, traced(to: position), chain: chain, language: language)
        case .about: AboutDocument.make(graph, language: language)
        // A chart is drawn and has nothing to be read.
        case .chart: Document()
        }
    }

    /// Carries out a command while reading.
    mutating func read(_ command: Command) -> [Effect] {
        guard let reader else { return [] }
        let document = document(of: reader.subject)
        let area = Reader.Layout(size: size).body
        let lines = document.lines(columns: area.columns)
        switch command {
        case .move(.up): step(-1, in: lines, rows: area.rows)
        case .move(.down): step(1, in: lines, rows: area.rows)
        case .move(.pageUp): scroll(to: reader.top - max(1, area.rows - 1), in: lines, rows: area.rows)
        case .move(.pageDown): scroll(to: reader.top + max(1, area.rows - 1), in: lines, rows: area.rows)
        case .move(.first): scroll(to: 0, in: lines, rows: area.rows)
        case .move(.last): scroll(to: lines.count, in: lines, rows: area.rows)
        case .reading(.nextTarget): aim(at: (reader.target ?? -1) + 1, in: lines, rows: area.rows)
        case .reading(.previousTarget): aim(at: (reader.target ?? 0) - 1, in: lines, rows: area.rows)
        case .enter:
            if let target = reader.target, document.targets.indices.contains(target) {
                follow(document.targets[target])
            }
        case .back:
            travel(.back)
        case .reading(.nextChain): turn(by: 1)
        case .reading(.previousChain): turn(by: -1)
        case .close: open(.browse)
        case .pane(let command): leave(for: command)
        case .move(.left), .move(.right), .chart, .view, .travel, .find, .own, .talk, .program:
            break
        }
        return []
    }

    /// Goes where a paragraph leads.
    private mutating func follow(_ target: Document.Target) {
        switch target {
        case .subject(let subject): open(subject)
        case .view(let view): open(view)
        case .filter(let query):
            var next = viewpoint
            (next.subject, next.pins, next.filter) = (nil, [], query)
            if let first = try? narrowing(to: query).filter.positions.first {
                next.focus = graph.panes[first]
                next.selections[next.focus] = first
            }
            go(to: next)
        }
    }

    /// Opens a subject; an item that the panes show is selected there as well.
    mutating func open(_ subject: Subject) {
        var next = viewpoint
        next.subject = subject
        if case .entity(.item(let position)) = subject {
            let pane = graph.panes[position]
            if browse.columns[pane].outline.row(of: position) != nil {
                next.focus = pane
                next.selections[pane] = position
            }
        }
        go(to: next)
    }

    /// Goes back to the panes, to the one that a key of theirs names.
    mutating func leave(for command: PaneCommand) {
        var next = viewpoint
        next.subject = nil
        switch command {
        case .first: next.focus = 0
        case .second: next.focus = 1
        case .third: next.focus = 2
        case .next, .previous, .zoom, .scrollStripDown, .scrollStripUp: return
        }
        go(to: next)
    }

    /// Keeps scroll position and target within the text, which a new language or size makes anew.
    mutating func refreshReader() {
        guard mode == .reader, let reader else { return }
        if case .trace(let position, let number) = reader.subject { chain(number, to: position) }
        let area = Reader.Layout(size: size).body
        let lines = document(of: reader.subject).lines(columns: area.columns)
        let targets = lines.compactMap(\.target).last.map { $0 + 1 } ?? 0
        if let target = reader.target, target >= targets { self.reader?.target = nil }
        self.reader?.top = min(max(0, reader.top), max(0, lines.count - area.rows))
    }

    /// One step down or up: to the next target in view, else by a line.
    private mutating func step(_ step: Int, in lines: [Document.Line], rows: Int) {
        guard let reader else { return }
        let window = reader.top..<min(lines.count, reader.top + max(rows, 0))
        let inView = window.filter { $0 == 0 || lines[$0].target != lines[$0 - 1].target }
            .compactMap { lines[$0].target }
        let isAimedInView =
            reader.target.map { target in window.contains { lines[$0].target == target } } ?? false
        let aim = isAimedInView ? reader.target : nil
        let next =
            step > 0
            ? inView.first { $0 > (aim ?? -1) } : inView.last { $0 < (aim ?? Int.max) }
        if let next, step > 0 || aim != nil || reader.top == 0 || !inView.isEmpty {
            self.reader?.target = next
        } else if step < 0 && reader.top == 0 {
            self.reader?.target = nil
        } else {
            self.reader?.top = min(max(0, reader.top + step), max(0, lines.count - rows))
        }
    }

    private mutating func scroll(to top: Int, in lines: [Document.Line], rows: Int) {
        let top = min(max(0, top), max(0, lines.count - rows))
        reader?.top = top
        reader?.target = lines[top..<min(lines.count, top + max(rows, 0))].compactMap(\.target).first
    }

    /// Aims at a target wherever it is and brings it into view.
    private mutating func aim(at target: Int, in lines: [Document.Line], rows: Int) {
        guard let reader, let line = lines.firstIndex(where: { $0.target == target }) else { return }
        self.reader?.target = target
        self.reader?.top = Scrolling.top(reader.top, showing: line, of: lines.count, in: rows)
    }
}
