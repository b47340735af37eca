import CaseModel
import Screen

// What is said after a line, or when a talk moves on.
extension PlainSession {
    /// What was said, as far as a change of it is to be said too.
    struct Announced {
        let viewpoint: Viewpoint
        let talk: Talk?
        let remark: Text?
        let language: LanguageChoice
        /// The open list with its query.
        let list: [String]?
        /// What the open chart says, and its selected row.
        let chart: ChartText?
        /// The link or claim of the open page that is pointed at.
        let target: Int?

        init(_ state: State) {
            viewpoint = state.viewpoint
            talk = state.talk
            remark = state.remark ?? state.remarkOnTalk
            language = state.language
            list = state.picker.map { [$0.list.title(in: state.language), $0.query] }
            chart = state.openChartText
            target = state.reader?.target
        }
    }

    /// What is to be said now, in lines that end in a newline; empty where nothing is new.
    package mutating func announcement() -> String {
        let (old, new) = (announced, Announced(state))
        announced = new
        defer { awaitsAnswer = false }
        var text = state.plainText
        var isView = false
        if let notice = state.notice { text.add(sentence: localized(notice)) }
        if let remark = new.remark, remark != old.remark { text.add(sentence: localized(remark)) }
        (state.notice, state.aside) = (nil, nil)
        if let pager = state.pager {
            text.add(verbatim: pager.content.text(columns: columns))
            state.pager = nil
        } else if let editor = state.editor {
            if !editor.original.isEmpty { text.add(verbatim: editor.original) }
            text.add(
                sentence: localized(
                    editor.purpose == .question ? Strings.typeQuestion : Strings.typeNote))
        } else if state.picker != nil, reply.isOfChanges {
            // After a mistake the list need not be read out again.
            if old.list == new.list, !text.isEmpty { return printed(text, isView: false) }
            text.add(state.everythingInPlainText)
            text.add(sentence: localized(whatListWaitsFor))
            isView = true
        } else {
            switch reply {
            case .changes, .description: (text, isView) = changes(from: old, to: new, after: text)
            case .pane:
                if old.talk?.isOnPath == true, new.talk?.isOnPath == false {
                    text.add(sentence: localized(Strings.offPath))
                }
                text.add(state.everythingInPlainText)
                isView = true
            case .text(let said, let isLong):
                text.add(said)
                isView = isLong
            case .everything:
                if state.step != nil, state.picker == nil { text.add(state.stepInPlainText) }
                text.add(state.everythingInPlainText)
                isView = true
            case .more: return more(pages.hasMore, Strings.noMore) { $0.more() }
            case .previous: return more(pages.hasPrevious, Strings.noPrevious) { $0.previous() }
            }
        }
        reply = .changes
        // Silence leaves open whether the line was heard.
        if text.isEmpty, awaitsAnswer, old.list == new.list {
            text.add(sentence: localized(Strings.nothingChanged))
        }
        return text.isEmpty ? "" : printed(text, isView: isView)
    }

    /// What can be answered to the open list.
    private var whatListWaitsFor: Text {
        if let picker = state.picker, picker.list.isTyped, picker.query.isEmpty { return Strings.typeQuery }
        return state.choicesInPlainText == 0 ? Strings.leaveList : Strings.chooseOne
    }

    /// The text with what differs between what was said last and what is so now; true if it is that of a view.
    private func changes(from old: Announced, to new: Announced, after text: PlainText) -> (PlainText, Bool) {
        var text = text
        if old.language != new.language {
            text.add(localized(Strings.languageNow) + " · " + Strings.name(of: state.language))
            text.add(state.everythingInPlainText)
            return (text, true)
        }
        if old.talk?.isOnPath == true, new.talk?.isOnPath == false {
            text.add(sentence: localized(Strings.offPath))
            if old.viewpoint == new.viewpoint, state.reader == nil { text.add(state.selectionInPlainText) }
        } else if old.talk != new.talk, let said = talk(from: old.talk, to: new.talk) {
            text.add(said)
            if let place = placePointedAt(from: old, to: new) { text.add(place) }
            return (text, true)
        }
        if let place = placePointedAt(from: old, to: new) {
            text.add(place)
            return (text, false)
        }
        if case .description = reply, old.viewpoint == new.viewpoint { text.add(state.selectionInPlainText) }
        guard old.viewpoint != new.viewpoint else { return (text, false) }
        let hasNewScope = !new.viewpoint.hasScope(of: old.viewpoint)
        if hasNewScope { addScope(of: new.viewpoint, after: old.viewpoint, to: &text) }
        // A chart has other contents under other pins and another filter; a page has the same.
        var isChart = false
        if case .chart? = new.viewpoint.subject { isChart = true }
        if new.viewpoint.subject != nil,
            old.viewpoint.subject != new.viewpoint.subject || hasNewScope && isChart
        {
            if let find = state.reader?.find, find.steps == .results {
                text.add("\(state.tally(of: find).position)  “\(find.query)”")
            }
            text.add(state.pageFromPlaceInPlainText ?? state.everythingInPlainText)
            return (text, true)
        }
        if new.viewpoint.subject == nil {
            let isPane = old.viewpoint.subject == nil && old.viewpoint.focus != new.viewpoint.focus
            if !hasNewScope, isPane, !isLed, !reply.isDescription {
                text.add(state.everythingInPlainText)
                return (text, true)
            }
            text.add(state.selectionInPlainText)
        }
        return (text, false)
    }

    /// Says what pins and filter let through now.
    private func addScope(of new: Viewpoint, after old: Viewpoint, to text: inout PlainText) {
        if !old.pins.isEmpty, new.pins.isEmpty { text.add(sentence: localized(Strings.nothingPinned)) }
        if old.filter != nil, new.filter == nil { text.add(sentence: localized(Strings.filterIsOff)) }
        text.add(state.scopeInPlainText)
        text.add(state.countsInPlainText)
    }

    /// True for a listener whom a talk takes along.
    private var isLed: Bool { state.talk?.part == .audience && state.talk?.isOnPath == true }

    /// What a presenter points at in the same chart or on the same page as before; nil where that is not what is new.
    private func placePointedAt(from old: Announced, to new: Announced) -> PlainText? {
        guard isLed, new.viewpoint.hasScope(of: old.viewpoint) else { return nil }
        if let chart = new.chart, let earlier = old.chart, chart.says(thatOf: earlier) {
            return chart.selection == earlier.selection ? nil : state.chartRowInPlainText(isPointedAt: true)
        }
        guard old.viewpoint.subject == new.viewpoint.subject, let target = new.target, target != old.target
        else { return nil }
        return state.targetInPlainText
    }

    /// What is new in a talk; nil where only the view has changed.
    private func talk(from old: Talk?, to new: Talk?) -> PlainText? {
        var text = state.plainText
        guard let new else {
            text.add(sentence: localized(Strings.endedHere))
            text.add(state.selectionInPlainText)
            return text
        }
        guard new.isOnPath else { return nil }
        if new.isBlank {
            text.add(sentence: localized(Strings.paused))
        } else if state.step == nil {
            return nil
        } else if let old, old.isOnPath, !old.isBlank, old.tour == new.tour, old.step == new.step {
            if new.revealed > old.revealed {
                text.add(state.pointsInPlainText(from: old.revealed))
            } else if new.revealed < old.revealed {
                text.add(state.stepInPlainText)
            }
        } else {
            text.add(state.stepInPlainText)
            if old == nil, new.part == .presenter { text.add(localized(Strings.nextPoint)) }
        }
        return text
    }

    private mutating func more(
        _ isThere: Bool, _ none: Text, _ turn: (inout PlainPages) -> ArraySlice<String>
    ) -> String {
        reply = .changes
        guard isThere else {
            var text = state.plainText
            text.add(sentence: localized(none))
            return printed(text, isView: false)
        }
        let lines = turn(&pages)
        return printed(lines)
    }

    /// A text in lines, as much of it as is written at a time. A short one leaves the place in a long one.
    mutating func printed(_ text: PlainText, isView: Bool) -> String {
        let lines = text.lines(columns: columns)
        var short = PlainPages(most: pages.most)
        let (lead, start) = text.start(columns: columns)
        let first = short.show(lines, from: start)
        guard isView || short.hasMore else { return first.map { $0 + "\n" }.joined() }
        pages = short
        return lines[..<lead].map { $0 + "\n" }.joined() + printed(first)
    }

    private func printed(_ lines: ArraySlice<String>) -> String {
        var text = lines.map { $0 + "\n" }.joined()
        if pages.hasMore {
            let (line, count) = pages.position
            text += localized(Strings.more(line, of: count)) + "\n"
        }
        return text
    }
}

extension PlainSession.Reply {
    /// True where what has changed is to be said.
    fileprivate var isOfChanges: Bool {
        switch self {
        case .changes, .description: true
        case .text, .pane, .everything, .more, .previous: false
        }
    }

    fileprivate var isDescription: Bool { if case .description = self { true } else { false } }
}

extension ChartText {
    /// True if the same is said as in another, whatever is selected.
    fileprivate func says(thatOf other: ChartText) -> Bool {
        summary == other.summary && rows.map(\.text) == other.rows.map(\.text)
    }

    /// The number of the selected row.
    fileprivate var selection: Int? { rows.firstIndex(where: \.isSelected) }
}
