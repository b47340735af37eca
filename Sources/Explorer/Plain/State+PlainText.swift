import CaseModel
import Screen

// What plain mode says of a state: the same models and documents that the views draw, as numbered paragraphs.
extension State {
    func localized(_ text: Text) -> String { language.localized(text) }
    /// An empty text in which the words of the case and of its reader stay as they are.
    var plainText: PlainText {
        var words = chartCache.table(for: "words of the case") {
            CaseWords(graph, isSign: SpokenSigns.isSign)
        }
        for note in notebook.notes.values { words.add(note.text, isSign: SpokenSigns.isSign) }
        return PlainText(in: language, keeping: words)
    }
    var comma: String { language.interface.comma }
    var colon: String { language.interface.colon }

    /// Everything that the open view, list or step shows.
    var everythingInPlainText: PlainText {
        if picker != nil { return listInPlainText }
        switch reader?.subject {
        case nil: return paneInPlainText
        case .chart?: return openChartText.map(inPlainText) ?? plainText
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
        case .chart?: return openChartText?.choices.count ?? 0
        case .entity?, .trace?, .about?: return layout.page?.document.targets.count ?? 0
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
        // Some subjects are called by their view: `Trace Chongqing–Guiyang line`.
        let isNamed = subject.map { ($0 + " ").lowercased().hasPrefix(view.lowercased() + " ") } ?? false
        text.add([isNamed ? nil : view, subject].compactMap { $0 }.joined(separator: " · "))
        text.add(scopeInPlainText)
        text.add(panesInPlainText)
        return text
    }

    /// What is pinned and what that lets through, and the filter with the number of its items.
    var scopeInPlainText: PlainText {
        var text = plainText
        if !browse.pins.isEmpty {
            let pins = browse.pins.map { language.line(graph.item($0.origin).title) }
                .joined(separator: language.interface.semicolon)
            let grades = Grade.allCases.filter { $0 <= browse.narrowing }.map {
                localized(Strings.name(of: $0))
            }
            text.add(Document.capitalized(localized(Strings.pinned)) + colon + pins)
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
    var placeInFewWords: String {
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
