import CaseModel

/// Commands of the three panes.
package enum PaneCommand: CaseIterable, Hashable, Sendable {
    case next, previous, first, second, third
    /// Pins the selected item, or takes it off.
    case pin
    /// Lets through the next grade of connection with the pins.
    case narrow
    case fold, unfold, foldAll, unfoldAll
    case zoom, zoomDetails
    /// Opens or closes the card of welcome.
    case card
    case scrollDetailsDown, scrollDetailsUp

    /// The number of the pane that the command names; nil for a command that names none.
    var pane: Int? {
        switch self {
        case .first: 0
        case .second: 1
        case .third: 2
        case .next, .previous, .pin, .narrow, .fold, .unfold, .foldAll, .unfoldAll, .zoom, .zoomDetails,
            .card,
            .scrollDetailsDown, .scrollDetailsUp:
            nil
        }
    }

    /// True for a command that only moves or shapes what a screen shows.
    var needsScreen: Bool {
        switch self {
        case .fold, .unfold, .foldAll, .unfoldAll, .zoom, .zoomDetails, .card, .scrollDetailsDown,
            .scrollDetailsUp:
            true
        case .next, .previous, .first, .second, .third, .pin, .narrow: false
        }
    }
}

extension Browse {
    /// The viewpoint of the panes with a subject open in the reader, if any.
    func viewpoint(reading subject: Subject?) -> Viewpoint {
        Viewpoint(
            pins: pins.map(\.origin), narrowing: narrowing, filter: filter?.query, focus: focus,
            selections: columns.map(\.selected), subject: subject)
    }

    /// Carries out a command in panes with a number of visible rows.
    mutating func carryOut(_ command: Command, rows: Int, in graph: CaseGraph) -> Outcome {
        switch command {
        case .move(.up): return move(by: -1)
        case .move(.down): return move(by: 1)
        case .move(.pageUp): return move(by: -max(1, rows - 1))
        case .move(.pageDown): return move(by: max(1, rows - 1))
        case .move(.first): return select(row: 0, going: 1)
        case .move(.last): return select(row: columns[focus].outline.rows.count - 1, going: -1)
        case .move(.left): return focus > 0 ? turn(to: focus - 1) : .refused(Strings.firstPane)
        case .move(.right):
            return focus < columns.count - 1 ? turn(to: focus + 1) : .refused(Strings.lastPane)
        case .enter: return drill(in: graph)
        case .back: return back(in: graph)
        case .pane(let command): return carryOut(command, in: graph)
        case .close: return .quit
        case .reading, .chart, .view, .travel, .find, .note, .talk, .program, .list, .editor, .pager:
            return .nothing
        }
    }

    private mutating func carryOut(_ command: PaneCommand, in graph: CaseGraph) -> Outcome {
        switch command {
        case .next: return turn(to: (focus + 1) % columns.count)
        case .previous: return turn(to: (focus + columns.count - 1) % columns.count)
        case .first, .second, .third: return turn(to: command.pane ?? focus)
        case .pin: return togglePin(in: graph)
        case .narrow: return narrow(in: graph)
        case .fold, .unfold, .foldAll, .unfoldAll: return fold(command, in: graph)
        case .zoom:
            zoom = zoom == nil ? .pane : nil
            // A pane on the whole screen has no room for the card.
            if zoom == .pane { showsCard = false }
        case .zoomDetails: zoom = zoom == .detail ? nil : .detail
        case .card:
            showsCard.toggle()
            if showsCard, zoom == .pane { zoom = nil }
        case .scrollDetailsDown: detailTop += 1
        case .scrollDetailsUp: detailTop = max(0, detailTop - 1)
        }
        return .changed
    }

    private mutating func turn(to pane: Int) -> Outcome {
        focus = pane
        return .changed
    }

    private mutating func move(by rows: Int) -> Outcome {
        let column = columns[focus]
        guard let row = column.selected.flatMap({ column.outline.row(of: $0) }) else { return .nothing }
        return select(
            row: min(max(0, row + rows), column.outline.rows.count - 1), going: rows.signum())
    }

    /// Selects the item on a row, or the nearest one in a direction, or else the nearest in the other.
    private mutating func select(row: Int, going step: Int) -> Outcome {
        let outline = columns[focus].outline
        guard let item = outline.item(from: row, going: step) ?? outline.item(from: row, going: -step)
        else { return .nothing }
        columns[focus].selected = item
        return .selected
    }

    /// Pins the selected item and moves on to what is connected with it; takes a pinned one off; opens a leaf.
    private func drill(in graph: CaseGraph) -> Outcome {
        guard let selected else { return .nothing }
        if isPinned(selected) { return unpin(selected) }
        if graph.isLeaf(selected) { return .go(viewpoint(reading: .item(selected))) }
        // The panes after pinning decide whether there is an item to go to.
        var narrowed = pinning(selected, in: graph)
        if let onward = (focus + 1..<columns.count).first(where: { narrowed.columns[$0].outline.visible > 0 })
        {
            narrowed.focus = onward
            narrowed.columns[onward].selected =
                narrowed.bestItem(in: onward, of: graph) ?? narrowed.columns[onward].selected
        } else if let below = graph.children[selected].first(where: {
            narrowed.columns[focus].outline.row(of: $0) != nil
        }) {
            // An element's items are below it in the same pane.
            narrowed.columns[focus].selected = below
        }
        return .go(narrowed.viewpoint(reading: nil), panes: narrowed)
    }

    /// Pins the selected item without moving on, or takes it off.
    private func togglePin(in graph: CaseGraph) -> Outcome {
        guard let selected else { return .nothing }
        if isPinned(selected) { return unpin(selected) }
        let narrowed = pinning(selected, in: graph)
        return .go(narrowed.viewpoint(reading: nil), panes: narrowed)
    }

    /// The panes with one more pin.
    private func pinning(_ position: Int, in graph: CaseGraph) -> Browse {
        var narrowed = self
        narrowed.pin(pins.map(\.origin) + [position], within: narrowing, in: graph)
        return narrowed
    }

    private func unpin(_ position: Int) -> Outcome {
        var next = viewpoint(reading: nil)
        next.pins.removeAll { $0 == position }
        return .go(next)
    }

    /// Closes the card, or removes the last pin and selects its item.
    private mutating func back(in graph: CaseGraph) -> Outcome {
        if showsCard {
            showsCard = false
            return .changed
        }
        guard let last = pins.last else { return .nothing }
        var next = viewpoint(reading: nil)
        next.pins.removeLast()
        next.focus = graph.panes[last.origin]
        next.selections[next.focus] = last.origin
        return .go(next)
    }

    /// Lets through the next grade of connection: direct, well founded, all.
    private func narrow(in graph: CaseGraph) -> Outcome {
        var next = viewpoint(reading: nil)
        next.narrowing = Grade(rawValue: narrowing.rawValue + 1) ?? .direct
        return .go(next)
    }

    /// The item of a pane that is best connected to the last pin, a project before what is above it; without rows
    /// shown as context.
    private func bestItem(in pane: Int, of graph: CaseGraph) -> Int? {
        let shown = columns[pane].outline.rows.compactMap { row -> Int? in
            if case .item(let position) = row.content, !row.isContext { position } else { nil }
        }
        let projects = shown.filter { graph.kind(of: $0)?.role == .project }
        let wanted = projects.isEmpty ? shown : projects
        return Grade.allCases.lazy.compactMap { grade in
            wanted.first { pins.last?.grade(of: $0) == grade }
        }.first ?? wanted.first
    }

    /// Folds or unfolds the section of the selected row, or all sections of the pane.
    private mutating func fold(_ command: PaneCommand, in graph: CaseGraph) -> Outcome {
        let outline = columns[focus].outline
        let selected = selected.flatMap { outline.row(of: $0) }
        let head = selected.flatMap { outline.section(of: $0, folded: command == .unfold) }
        var folded = folded
        switch command {
        case .fold:
            guard let head else { return .refused(Strings.nothingToFold) }
            folded.insert(outline.rows[head].content)
        case .unfold:
            guard let head else { return .refused(Strings.nothingToUnfold) }
            folded.remove(outline.rows[head].content)
        case .foldAll: folded.formUnion(outline.sections)
        case .unfoldAll: folded = folded.filter { graph.pane(of: $0) != focus }
        case .next, .previous, .first, .second, .third, .pin, .narrow, .zoom, .zoomDetails, .card,
            .scrollDetailsDown, .scrollDetailsUp:
            return .nothing
        }
        fold(folded, in: focus, of: graph)
        return .changed
    }
}

extension CaseGraph {
    /// Whether Enter opens an item rather than pinning it: a project, or one that nothing lies below.
    fileprivate func isLeaf(_ position: Int) -> Bool {
        kind(of: position)?.role == .project || steps(from: position, .downstream).isEmpty
    }

    /// The pane of a section's head.
    fileprivate func pane(of head: Outline.Content) -> Int? {
        switch head {
        case .heading(let kind): `case`.panes.firstIndex { $0.id == `case`.kinds[kind].pane }
        case .item(let position): panes[position]
        }
    }
}

extension State {
    /// Carries out a command in the panes.
    mutating func carryOutInPanes(_ command: Command, isRepeating: Bool) -> [Effect] {
        let rows = layout.panes.panes[browse.focus].rows
        switch browse.carryOut(command, rows: rows, in: graph) {
        case .nothing: break
        case .selected: if isRepeating { refreshFocusedPane() } else { refresh() }
        case .changed: refresh()
        case .go(let viewpoint, let panes):
            let left = visit
            if let panes { browse = panes }
            go(to: viewpoint, leaving: left)
            explainPin(after: left.viewpoint)
        case .refused(let reason): notice = reason
        case .quit: return [.quit]
        }
        return []
    }

    /// Says in words what the first pin has done, and of a later one where it leaves nothing to go on to.
    private mutating func explainPin(after earlier: Viewpoint) {
        guard reader == nil, browse.pins.count > earlier.pins.count else { return }
        let onward = browse.columns.dropFirst(earlier.focus + 1)
        if !onward.isEmpty, browse.focus == earlier.focus, onward.allSatisfy({ $0.outline.visible == 0 }) {
            notice = Strings.nothingOnward(
                farther: onward.reduce(0) { $0 + $1.farther }, isPlain: isPlain)
        } else if earlier.pins.isEmpty {
            notice = Strings.firstPin(isPlain: isPlain)
        }
    }
}
