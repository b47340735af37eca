import CaseModel
import Screen

// What plain mode says of the three panes, and of the row that is selected in them.
extension State {
    /// The items of the focused pane in the order of its rows.
    var rowsOfPane: [Int] {
        browse.columns[browse.focus].outline.rows.compactMap { row in
            if case .item(let position) = row.content { position } else { nil }
        }
    }

    /// The panes with their questions and the numbers of their items.
    var panesInPlainText: PlainText {
        var text = plainText
        for pane in graph.case.panes.indices {
            text.add(heading(ofPane: pane))
            if let question = graph.case.panes[pane].question { text.add(language.line(question), indent: 2) }
        }
        return text
    }

    /// `第 1 栏，共识，39 项；相连：直接 2，有据 3`
    func heading(ofPane pane: Int) -> String {
        let outline = browse.columns[pane].outline
        let count = localized(Strings.items(outline.visible, of: outline.total))
        let head = [localized(Strings.pane(pane + 1)), language.line(graph.case.panes[pane].title), count]
        let counts = browse.reach(in: pane)?.counts ?? []
        let grades = zip(Grade.allCases, counts).filter { $1 > 0 }.map { grade, count in
            "\(localized(Strings.name(of: grade))) \(count)"
        }
        let reach =
            grades.isEmpty ? [] : [localized(Strings.connected) + colon + grades.joined(separator: comma)]
        return Document.capitalized(
            ([head.joined(separator: comma)] + reach).joined(separator: language.interface.semicolon))
    }

    /// The rows of the focused pane, each item with a number.
    var paneInPlainText: PlainText {
        var text = plainText
        let pane = browse.focus
        let column = browse.columns[pane]
        text.add(heading(ofPane: pane))
        guard !column.outline.rows.isEmpty else {
            text.add(
                localized(
                    Strings.emptyPane(
                        isPinned: !browse.pins.isEmpty, isFiltered: browse.filter != nil,
                        farther: column.farther)))
            return text
        }
        var number = 0
        for row in column.outline.rows {
            switch row.content {
            case .heading(let kind):
                // Of a kind whose items are there as context only, none counts.
                let count = row.count > 0 ? " \(row.count)" : ""
                text.add(language.line(graph.case.kinds[kind].plural) + count)
            case .item(let position):
                number += 1
                text.add(number: number, inPlainText(row, at: position, of: pane), indent: 2 * row.depth)
            }
        }
        return text
    }

    /// A row of a pane: the title with what stands beside it on the screen.
    func inPlainText(_ row: Outline.Row, at position: Int, of pane: Int) -> String {
        let item = graph.item(position)
        var facts = [language.line(item.title)]
        if browse.isPinned(position) { facts.append(localized(Strings.pinned)) }
        if let marks = browse.marks(in: pane), let grade = marks.grade(of: position), !row.isContext {
            facts.append(localized(Strings.name(of: grade)))
            if marks.runsBackwards(to: position) { facts.append(localized(Strings.backwards)) }
        }
        if row.isContext { facts.append(localized(Strings.isContext)) }
        if row.count > 0 { facts.append(localized(Strings.below(row.count))) }
        if notebook.marks[.item(item.id)] != nil { facts.append(localized(Strings.yourMark)) }
        if notebook.notes[.item(item.id)] != nil { facts.append(localized(Strings.yourNote)) }
        return facts.joined(separator: " · ")
    }

    /// The selected item as the bar below the panes describes it.
    var selectionInPlainText: PlainText {
        var text = plainText
        guard let position = browse.selected else {
            text.add(localized(Strings.nothingSelected))
            return text
        }
        let detail = DetailText(of: position, in: self)
        let titles = detail.titles.map(\.text).joined()
        text.add([titles, detail.status].compactMap { $0 }.joined(separator: " · "))
        for spans in detail.paragraphs(titleColumns: .max) {
            text.add(spans.map(\.text).joined(), indent: 2)
        }
        return text
    }

    /// Why the selected item is connected with the last pin, or else its strongest link.
    var connectionInPlainText: PlainText { connectionInPlainText(of: itemHere) }

    /// The same of an item elsewhere, without going there.
    func connectionInPlainText(of position: Int?) -> PlainText {
        var text = plainText
        let why = position.flatMap { Connection(of: $0, in: self) }?.spans(titleColumns: .max)
        text.add(why?.map(\.text).joined() ?? localized(Strings.alone))
        return text
    }
}
