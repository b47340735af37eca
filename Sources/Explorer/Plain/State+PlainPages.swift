import CaseModel
import Screen
import TextLayout

// What plain mode says of pages, charts and lists.
extension State {
    /// The open page, with a number behind each of its links.
    var pageInPlainText: PlainText { pageInPlainText(from: nil) }

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

    func pageInPlainText(from start: Int?) -> PlainText {
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
        let paragraphs = wanted.map(\.element.paragraph).uniqued()
        let said = paragraphs.map { words(of: page.document.paragraphs[$0]) }
        guard !said.isEmpty else { return nil }
        var text = plainText
        text.add(localized(Strings.pointsAt) + colon + said.joined(separator: "  "))
        return text
    }

    /// A paragraph on one line; a name that a gap separates from its value has a colon instead.
    func words(of paragraph: Document.Paragraph) -> String {
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

    func inPlainText(_ chart: ChartText) -> PlainText {
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
        guard let said = openChartText else { return text }
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
            let words = (entry.text + entry.count).map(\.text).joined()
            if entry.isHeading {
                text.add(words)
                continue
            }
            number += 1
            if picker.list.name == .links, let own = Int(entry.label) {
                text.add(number: own, words)
                continue
            }
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
    static func title(of list: any Listing, in language: LanguageChoice) -> String {
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
}
