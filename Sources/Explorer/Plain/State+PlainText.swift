import CaseModel
import Screen

// What plain mode says of a state: the same models and documents that the views draw, as numbered paragraphs.
extension State {
    private func localized(_ text: Text) -> String { language.localized(text) }
    /// An empty text in which the words of the case and of its reader stay as they are.
    var plainText: PlainText {
        var words = chartCache.table(for: "words of the case") {
            CaseWords(graph, isSign: SpokenSigns.isSign)
        }
        for note in notebook.notes.values { words.add(note.text, isSign: SpokenSigns.isSign) }
        return PlainText(in: language, keeping: words)
    }
    private var comma: String { language.interface == .chinese ? "，" : ", " }
    private var colon: String { language.interface == .chinese ? "：" : ": " }

    /// Everything that the open view, list or step shows.
    var everythingInPlainText: PlainText {
        if picker != nil { return listInPlainText }
        switch reader?.subject {
        case nil: return paneInPlainText
        case .chart(let chart)?: return inPlainText(chart.drawing.text(in: chartContext))
        case .entity?, .trace?, .about?: return pageInPlainText
        }
    }

    /// The number of things that can be chosen by number here.
    var choicesInPlainText: Int {
        if let picker {
            let entries = picker.entries(in: self)
            return entries.indices.count { !entries[$0].isHeading }
        }
        if talk?.isOnPath == true, talk?.part == .presenter { return stepCount }
        switch reader?.subject {
        case nil: return rowsOfPane.count
        case .chart(let chart)?: return chart.drawing.text(in: chartContext).choices.count
        case .entity?, .trace?, .about?: return layout.page?.document.targets.count ?? 0
        }
    }

    // MARK: The three panes

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
    private func heading(ofPane pane: Int) -> String {
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
            ([head.joined(separator: comma)] + reach).joined(
                separator: language.interface == .chinese ? "；" : "; "))
    }

    /// The rows of the focused pane, each item with a number.
    private var paneInPlainText: PlainText {
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
    private func inPlainText(_ row: Outline.Row, at position: Int, of pane: Int) -> String {
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
    var connectionInPlainText: PlainText {
        var text = plainText
        let why = itemHere.flatMap { Connection(of: $0, in: self) }?.spans(titleColumns: .max)
        text.add(why?.map(\.text).joined() ?? localized(Strings.alone))
        return text
    }

    // MARK: Pages, charts and lists

    /// The open page, with a number behind each of its links.
    private var pageInPlainText: PlainText { pageInPlainText(from: nil) }

    /// The open page, to be read from the claim or the match for which it was opened; nil where that is its beginning,
    /// or nothing.
    var pageFromPlaceInPlainText: PlainText? {
        guard let page = layout.page else { return nil }
        let line: Int?
        if let hit = reader?.hit, reader?.find?.steps == .results, let hits = page.hits, hit < hits.count {
            line = hits.line(of: hit)
        } else {
            line = reader?.target.flatMap { page.claim(ofTarget: $0)?.lowerBound }
        }
        return line.map { pageInPlainText(from: page.lines[$0].paragraph) }
    }

    private func pageInPlainText(from start: Int?) -> PlainText {
        var text = plainText
        guard let page = layout.page else { return text }
        var link = 0
        for (number, paragraph) in page.document.paragraphs.enumerated() {
            if number == start { text.startHere(after: 1) }
            if paragraph.spans.allSatisfy(\.text.isEmpty) {
                text.addGap()
                continue
            }
            if paragraph.target != nil { link += 1 }
            text.add(
                words(of: paragraph), indent: paragraph.indent,
                mark: paragraph.target == nil ? "" : localized(Strings.link(link)))
        }
        return text
    }

    /// What a presenter points at on the open page: a claim in full, or a link.
    var targetInPlainText: PlainText? {
        guard let page = layout.page, let target = reader?.target else { return nil }
        let own = page.claim(ofTarget: target)
        let wanted = page.lines.enumerated().filter { own?.contains($0) ?? ($1.target == target) }
        var seen: Set<Int> = []
        let paragraphs = wanted.map(\.element.paragraph).filter { seen.insert($0).inserted }
        let said = paragraphs.map { words(of: page.document.paragraphs[$0]) }
        guard !said.isEmpty else { return nil }
        var text = plainText
        text.add(localized(Strings.pointsAt) + colon + said.joined(separator: "  "))
        return text
    }

    /// A paragraph on one line; a name that a gap separates from its value has a colon instead.
    private func words(of paragraph: Document.Paragraph) -> String {
        guard let first = paragraph.spans.first?.text, first.hasSuffix("  "), paragraph.spans.count > 1 else {
            return paragraph.spans.map(\.text).joined()
        }
        return first.dropLast(2) + colon + paragraph.spans.dropFirst().map(\.text).joined()
    }

    /// The paragraph of the open page with a link, or with a place that was found.
    func paragraphInPlainText(_ isWanted: (Document.Line) -> Bool) -> PlainText {
        var text = plainText
        if let page = layout.page, let line = page.lines.first(where: isWanted) {
            let paragraph = page.document.paragraphs[line.paragraph]
            text.add(
                words(of: paragraph), mark: line.target.map { localized(Strings.link($0 + 1)) } ?? "")
        }
        return text
    }

    private func inPlainText(_ chart: ChartText) -> PlainText {
        var text = plainText
        for line in chart.summary { text.add(line) }
        var number = 0
        for row in chart.rows {
            if row.chosen != nil {
                number += 1
                text.add(number: number, row.text, indent: 2 * row.indent)
            } else {
                text.add(row.text)
            }
        }
        return text
    }

    var chartRowInPlainText: PlainText { chartRowInPlainText(isPointedAt: false) }

    /// The selected row of the open chart, with the heading that it stands under where a presenter points at it.
    func chartRowInPlainText(isPointedAt: Bool) -> PlainText {
        var text = plainText
        guard case .chart(let chart)? = reader?.subject else { return text }
        let said = chart.drawing.text(in: chartContext)
        if isPointedAt, let place = said.rows.firstIndex(where: \.isSelected) {
            let row = said.rows[place]
            // The row that the selected one is part of: what stands above it, further to the left.
            let above = said.rows[..<place].last { $0.indent < row.indent || $0.chosen == nil }
            text.add(
                localized(Strings.pointsAt) + colon
                    + [above?.text, row.text].compactMap { $0 }.joined(separator: " · "))
            return text
        }
        let choices = said.choices
        if let number = choices.firstIndex(where: \.isSelected) {
            text.add(number: number + 1, choices[number].text)
        }
        return text
    }

    /// The open list: its title, what is to be said of the query, the entries.
    var listInPlainText: PlainText {
        var text = plainText
        guard let picker else { return text }
        let tally = picker.list.tally(picker.query, in: self)
        text.add(
            [Self.title(of: picker.list, in: language), tally].compactMap { $0 }.joined(separator: " · "))
        let entries = picker.entries(in: self)
        if let remark = picker.list.remark(picker.query, in: self), entries.isEmpty || remark.isMistake {
            text.add(localized(remark.text))
        }
        var number = 0
        var group: String?
        for entry in entries.indices.lazy.map({ entries[$0] }) {
            let words = entry.text.map(\.text).joined()
            if entry.isHeading {
                text.add(words)
                continue
            }
            number += 1
            // The results of a search share a label for each group.
            if picker.list.name == .search, entry.label != group, !entry.label.isEmpty {
                text.add(entry.label)
                group = entry.label
            }
            if picker.list.name == .copies {
                // What is copied is heard as it stands; only the arrow of a link is the program's own.
                let isLink = entry.label.hasPrefix(Document.capitalized(localized(Strings.link)))
                text.add(
                    number: number, verbatim: isLink ? Self.arrowRemoved(from: words) : words,
                    called: entry.label)
                continue
            }
            text.add(number: number, Self.line(of: entry, number: number, in: picker.list.name, words))
        }
        return text
    }

    /// `A —implements→ B` as `A implements B`.
    private static func arrowRemoved(from sentence: String) -> String {
        guard let end = sentence.firstIndex(of: "→"), let start = sentence[..<end].lastIndex(of: "—") else {
            return sentence
        }
        let relation = sentence[sentence.index(after: start)..<end]
        return String(sentence[..<start]) + relation + sentence[sentence.index(after: end)...]
    }

    /// The title of a list, without the keys that it names for the screen.
    private static func title(of list: any Listing, in language: LanguageChoice) -> String {
        String(list.title(in: language).prefix { !"（(".contains($0) }).trimmed
    }

    private static func line(
        of entry: Picker.Entry, number: Int, in list: ListName, _ words: String
    ) -> String {
        switch list {
        case _ where entry.label.isEmpty || entry.label == String(number): words
        case .search: words
        case .goTo, .choice: words + " · " + entry.label
        case .help, .find, .filter, .tours, .steps, .axes, .copies, .links, .notebook, .hands:
            entry.label + "  " + words
        }
    }

    // MARK: Where one is

    /// The case, the step of the talk or else the view, pins, scope and filter.
    var placeInPlainText: PlainText {
        var text = plainText
        text.add(language.line(graph.case.manifest.title))
        if let talk, talk.isOnPath, step != nil {
            text.add(stepInPlainText)
            text.add(scopeInPlainText)
            return text
        }
        let subject = reader.map { titles.short(of: $0.subject) }
        let view = localized(openView.title)
        text.add([view, subject == view ? nil : subject].compactMap { $0 }.joined(separator: " · "))
        text.add(scopeInPlainText)
        text.add(panesInPlainText)
        return text
    }

    /// What is pinned and what that lets through, and the filter with the number of its items.
    var scopeInPlainText: PlainText {
        var text = plainText
        if !browse.pins.isEmpty {
            let pins = browse.pins.map { language.line(graph.item($0.origin).title) }.joined(
                separator: language.interface == .chinese ? "；" : "; ")
            let grades = Grade.allCases.filter { $0 <= browse.narrowing }.map {
                localized(Strings.name(of: $0))
            }
            text.add(
                Document.capitalized(localized(Strings.pinned)) + colon + pins)
            text.add(
                Document.capitalized(localized(Strings.shown)) + colon + grades.joined(separator: comma))
        }
        if let filter = browse.filter {
            text.add(
                Document.capitalized(localized(Strings.filterNow)) + colon + filter.query + " · "
                    + localized(Strings.items(filter.count, of: filter.count)))
        }
        return text
    }

    /// The headings of the panes, with the numbers of their items.
    var countsInPlainText: PlainText {
        var text = plainText
        for pane in graph.case.panes.indices { text.add(heading(ofPane: pane)) }
        return text
    }

    /// Where one is in a few words, before what is typed.
    package var placeInFewWords: String {
        let place: String
        if let editor {
            place =
                switch editor.purpose {
                case .note: localized(Strings.yourNote)
                case .bookmark: localized(Strings.bookmarkTitle)
                case .question: localized(Strings.yourQuestion)
                }
        } else if let picker {
            place = Self.title(of: picker.list, in: language)
        } else if let talk, talk.isOnPath, talk.tour != nil, step != nil {
            place = localized(Strings.step(talk.step + 1, of: stepCount))
        } else if let subject = reader?.subject {
            place = titles.short(of: subject)
        } else {
            let item = browse.selected.map { titles.short(of: .item($0)) }
            place = [language.first.line(graph.case.panes[browse.focus].title), item].compactMap { $0 }
                .joined(separator: comma)
        }
        return place.inOneLine + colon
    }

    // MARK: A talk

    /// The present step: its number, headline and the points revealed so far, and what it shows.
    var stepInPlainText: PlainText {
        var text = plainText
        guard let talk, let step else { return text }
        text.add(
            Document.capitalized(localized(Strings.step(talk.step + 1, of: stepCount))) + colon
                + language.line(step.headline))
        text.add(pointsInPlainText(from: 0))
        if step.view.name != nil {
            let entity = reader.map { graph.reference(to: $0.subject).flatMap(graph.title) } ?? nil
            let title = entity ?? (reader == nil ? browse.selected.map { graph.item($0).title } : nil)
            let place = [localized(openView.title), title.map(language.line)].compactMap { $0 }
            text.add(
                Document.capitalized(localized(Strings.showing)) + colon + place.joined(separator: " · "))
        }
        return text
    }

    /// The points of the present step that were revealed since there were so many.
    func pointsInPlainText(from first: Int) -> PlainText {
        var text = plainText
        guard let talk, let step else { return text }
        for point in step.points.prefix(talk.revealed).dropFirst(first) {
            text.add(language.line(point.text), indent: 2)
        }
        return text
    }
}
