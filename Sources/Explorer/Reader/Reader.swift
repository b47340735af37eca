import CaseModel
import CaseSearch
import Screen
import TextLayout

/// Commands of texts: their targets, and the chains of a trace.
package enum ReadingCommand: CaseIterable, Hashable, Sendable {
    case nextTarget, previousTarget, nextChain, previousChain
    /// Ends a find, or else goes back.
    case endFind
}

/// The reader: a page on an item, source, place, actor or the case.
///
/// It handles movement within the page; following a link is returned to the state as an `Outcome`.
struct Reader: Equatable, Sendable {
    /// The outcome of a command, to be handled by the state.
    enum Outcome {
        /// The reader has moved, or cannot move.
        case nothing
        case follow(Document.Target)
        /// Turn to another chain, counted from the present one.
        case turn(by: Int)
        case back, close
        /// Return to the panes, to the one that the command names.
        case pane(PaneCommand)
    }

    var subject: Subject
    /// The first visible line.
    var top = 0
    /// The number of the target that Enter follows.
    var target: Int?
    /// What is marked in the text, if something was searched or found.
    var find: Find?
    /// The number of the present one of the marked places.
    var hit: Int?

    /// The parts of the screen.
    struct Layout: Equatable, Sendable {
        let header: Rect
        let body: Rect
        let footer: Rect

        /// The greatest width; longer lines are hard to read.
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

extension Reader {
    /// The text of a subject, laid out in lines.
    struct Page: Sendable {
        /// Everything that the text depends on.
        struct Key: Equatable, Sendable {
            let subject: Subject
            let language: LanguageChoice
            let columns: Int
            let mark: Timestamp?
            let note: Notebook.Note?
            /// The filter, and what pins let through, where they change the text.
            let filter: Filter?
            let isLetThrough: [Bool]?
        }

        let key: Key
        /// The area of the text.
        var layout: Layout
        let document: Document
        let lines: [Document.Line]
        /// The places that are marked.
        var hits: Hits?

        init(_ document: Document, key: Key, layout: Layout) {
            #if DEBUG
                LaidOutText.observer?(.page)
            #endif
            (self.key, self.layout, self.document) = (key, layout, document)
            lines = document.lines(columns: key.columns)
        }

        /// The greatest scroll position.
        var lastTop: Int { max(0, lines.count - layout.body.rows) }

        /// The visible lines at a scroll position.
        func window(from top: Int) -> Range<Int> {
            let top = min(max(0, top), lines.count)
            return top..<min(lines.count, top + layout.body.rows)
        }

        /// The line with the same text as a line of a layout of another width.
        func line(showing line: Int, of other: Page) -> Int {
            guard other.lines.indices.contains(line) else { return line }
            let paragraph = other.lines[line].paragraph
            let (old, new) = (other.lines(of: paragraph), lines(of: paragraph))
            guard !old.isEmpty else { return line }
            return new.lowerBound + (line - old.lowerBound) * new.count / old.count
        }

        /// The lines of a paragraph.
        private func lines(of paragraph: Int) -> Range<Int> {
            guard let first = lines.firstIndex(where: { $0.paragraph == paragraph }) else { return 0..<0 }
            return first..<(lines[first...].firstIndex { $0.paragraph != paragraph } ?? lines.count)
        }
    }
}

extension Reader {
    /// Carries out a command on the open page.
    mutating func carryOut(_ command: Command, on page: Page) -> Outcome {
        let rows = max(1, page.layout.body.rows - 1)
        switch command {
        case .move(.up): step(-1, on: page)
        case .move(.down): step(1, on: page)
        case .move(.pageUp): scroll(to: top - rows, on: page)
        case .move(.pageDown): scroll(to: top + rows, on: page)
        case .move(.first): scroll(to: 0, on: page)
        case .move(.last): scroll(to: page.lines.count, on: page)
        case .reading(.nextTarget): aim(at: (target ?? -1) + 1, on: page)
        case .reading(.previousTarget): aim(at: (target ?? 0) - 1, on: page)
        case .reading(.nextChain): return .turn(by: 1)
        case .reading(.previousChain): return .turn(by: -1)
        case .enter:
            let targets = page.document.targets
            if let target, targets.indices.contains(target) { return .follow(targets[target]) }
        case .reading(.endFind):
            guard find != nil else { return .back }
            find = nil
        case .back: return .back
        case .close: return .close
        case .pane(let command): return .pane(command)
        case .move(.left), .move(.right), .chart, .view, .travel, .find, .note, .talk, .program, .list,
            .editor,
            .pager:
            break
        }
        return .nothing
    }

    /// Moves one step down or up: to the next visible target, else by a line.
    private mutating func step(_ step: Int, on page: Page) {
        let lines = page.lines
        let window = page.window(from: top)
        let inView = window.filter { $0 == 0 || lines[$0].target != lines[$0 - 1].target }
            .compactMap { lines[$0].target }
        let isAimedInView = target.map { target in window.contains { lines[$0].target == target } } ?? false
        let aim = isAimedInView ? target : nil
        let next =
            step > 0
            ? inView.first { $0 > (aim ?? -1) } : inView.last { $0 < (aim ?? Int.max) }
        if let next {
            target = next
        } else if step < 0 && top == 0 {
            target = nil
        } else {
            top = min(max(0, top + step), page.lastTop)
        }
    }

    private mutating func scroll(to top: Int, on page: Page) {
        self.top = min(max(0, top), page.lastTop)
        target = page.lines[page.window(from: self.top)].compactMap(\.target).first
    }

    /// Moves to the target of which this would be copied; stays where it is if there is none.
    fileprivate mutating func aim(at copySource: CopySource, on page: Page) {
        if let target = page.document.copySources.firstIndex(of: copySource) { aim(at: target, on: page) }
    }

    /// Moves to a target and scrolls it into view.
    private mutating func aim(at target: Int, on page: Page) {
        guard let line = page.lines.firstIndex(where: { $0.target == target }) else { return }
        self.target = target
        top = Scrolling.top(top, showing: line, of: page.lines.count, in: page.layout.body.rows)
    }
}

extension Subject {
    /// True for the page of a source, which tells what cites it within pins and filter.
    fileprivate var isSource: Bool { if case .entity(.source) = self { true } else { false } }
}

extension State {
    /// The text of a subject in the present language, with the notebook's mark and note.
    func document(of subject: Subject) -> Document {
        if let page = layout.page, page.key == pageKey(of: subject, columns: page.key.columns) {
            return page.document
        }
        var document = caseDocument(of: subject)
        if let section = NoteSection(of: subject, in: self) { document.insertBelowHead(section.document) }
        return document
    }

    /// The case's text on a subject.
    private func caseDocument(of subject: Subject) -> Document {
        switch subject {
        case .entity(let entity):
            Document.page(on: entity, of: graph, language: language, only: subject.isSource ? selection : nil)
        case .trace(let position, let origin, let chain):
            TraceDocument.make(graph, traced(to: position, from: origin), chain: chain, language: language)
        case .about: AboutDocument.make(graph, language: language, only: narrowedCase)
        // A chart has no text.
        case .chart: Document()
        }
    }

    private func pageKey(of subject: Subject, columns: Int) -> Reader.Page.Key {
        let entity = graph.reference(to: subject)
        let isCounted = subject == .about || subject.isSource
        return Reader.Page.Key(
            subject: subject, language: language, columns: columns,
            mark: entity.flatMap { notebook.marks[$0] }, note: entity.flatMap { notebook.notes[$0] },
            filter: isCounted ? browse.filter?.filter : nil,
            isLetThrough: isCounted && !browse.pins.isEmpty ? browse.isLetThrough : nil)
    }

    /// What pins and filter let through, with their names; nil without them.
    private var narrowedCase: NarrowedCase? {
        selection.map { NarrowedCase($0, by: browse.filter?.query, andPins: !browse.pins.isEmpty) }
    }

    /// What pins and filter let through; nil without them.
    var selection: CaseSelection? { chartContext.selection }

    /// Lays out the open page, and clamps scroll position and target. If only the width has changed, the paragraph
    /// at the top stays there.
    mutating func layOutPage() {
        guard isReading, var reader else {
            layout.page = nil
            return
        }
        let parts = Reader.Layout(size: layout.room)
        let key = pageKey(of: reader.subject, columns: parts.body.columns)
        let anchor = pageAnchor(of: reader)
        var page: Reader.Page
        if let known = layout.page, known.key == key {
            page = known
            page.layout = parts
        } else {
            if case .trace(let position, let origin, let number) = reader.subject {
                chain(number, to: position, from: origin)
            }
            page = Reader.Page(document(of: reader.subject), key: key, layout: parts)
        }
        if let old = anchor?.page, old.key == pageKey(of: reader.subject, columns: old.key.columns) {
            reader.top = page.line(showing: anchor?.top ?? 0, of: old)
        }
        let targets = page.lines.last { $0.target != nil }?.target.map { $0 + 1 } ?? 0
        if let target = reader.target, target >= targets { reader.target = nil }
        if page.hits?.find != reader.find { page.hits = reader.find.map { Reader.Hits(of: $0, in: page) } }
        if let hit = reader.hit, hit >= page.hits?.count ?? 0 { reader.hit = nil }
        reader.top = min(max(0, reader.top), page.lastTop)
        // What is in focus stays in view in another size or language.
        if let anchor, anchor.showsTarget, anchor.page.key.subject == reader.subject,
            anchor.page.key != page.key || anchor.page.layout != page.layout, let target = reader.target
        {
            reader.top = page.top(reader.top, showing: target)
        }
        (self.reader, layout.page) = (reader, page)
        layout.pageAnchor = anchor?.moved(to: reader, on: page)
    }

    /// The page from which the next is laid out: as it stood before its size changed if the reader has not moved since,
    /// else as it stands.
    private func pageAnchor(of reader: Reader) -> Reader.Anchor? {
        if let anchor = layout.pageAnchor, anchor.holds(for: reader),
            anchor.page.key == pageKey(of: reader.subject, columns: anchor.page.key.columns)
        {
            return anchor
        }
        return layout.page.map { Reader.Anchor($0, reader) }
    }

    /// Carries out a command in the reader.
    mutating func carryOutInReader(_ command: Command) -> [Effect] {
        guard let page = layout.page, let outcome = reader?.carryOut(command, on: page) else { return [] }
        layout.pageAnchor = nil
        switch outcome {
        case .nothing: if reader?.find != page.hits?.find { layOutPage() }
        case .follow(let target): follow(target)
        case .turn(let step): turn(by: step)
        case .back: leaveView()
        case .close: open(.browse)
        case .pane(let command): leave(for: command)
        }
        return []
    }

    /// Follows a link.
    private mutating func follow(_ target: Document.Target) {
        switch target {
        case .subject(let subject): read(subject)
        case .view(let view): open(view)
        case .counted(let counted): open(counted.list(in: graph, only: selection))
        }
    }

    /// Opens a subject in the reader; an item that the panes show is also selected there.
    mutating func read(_ subject: Subject) {
        var next = viewpoint
        next.subject = subject
        if case .entity(.item(let position)) = subject {
            let pane = graph.panes[position]
            if browse.columns[pane].outline.row(standingFor: position) != nil {
                next.focus = pane
                next.selections[pane] = position
            }
        }
        go(to: next)
    }

    /// Selects a statement on the open page.
    mutating func aim(at statement: CopySource) {
        if let page = layout.page { reader?.aim(at: statement, on: page) }
    }

    /// Returns to the panes, to the one that the command names.
    mutating func leave(for command: PaneCommand) {
        guard let pane = command.pane else { return }
        var next = viewpoint
        next.subject = nil
        next.focus = pane
        go(to: next)
    }
}
