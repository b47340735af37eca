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

        init(_ state: State) {
            viewpoint = state.viewpoint
            talk = state.talk
            remark = state.remark ?? state.remarkOnTalk
            language = state.language
            list = state.picker.map { [$0.list.title(in: state.language), $0.query] }
        }
    }

    /// What is to be said now, in lines that end in a newline; empty where nothing is new.
    package mutating func announcement() -> String {
        let (old, new) = (announced, Announced(state))
        announced = new
        var text = PlainText(in: state.language)
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
        } else if state.picker != nil, case .changes = reply {
            // After a mistake the list need not be read out again.
            if old.list == new.list, !text.isEmpty { return printed(text, isView: false) }
            text.add(state.everythingInPlainText)
            let isTyped = state.picker.map { $0.list.isTyped && $0.query.isEmpty } ?? false
            text.add(sentence: localized(isTyped ? Strings.typeQuery : Strings.chooseOne))
            isView = true
        } else {
            switch reply {
            case .changes: (text, isView) = changes(from: old, to: new, after: text)
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
        return text.isEmpty ? "" : printed(text, isView: isView)
    }

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
            return (text, true)
        }
        guard old.viewpoint != new.viewpoint else { return (text, false) }
        let hasScope =
            old.viewpoint.pins != new.viewpoint.pins || old.viewpoint.filter != new.viewpoint.filter
            || old.viewpoint.narrowing != new.viewpoint.narrowing
        if hasScope {
            if !old.viewpoint.pins.isEmpty, new.viewpoint.pins.isEmpty {
                text.add(sentence: localized(Strings.nothingPinned))
            }
            if old.viewpoint.filter != nil, new.viewpoint.filter == nil {
                text.add(sentence: localized(Strings.filterIsOff))
            }
            text.add(state.scopeInPlainText)
            text.add(state.countsInPlainText)
        }
        // A chart has other contents under other pins and another filter; a page has the same.
        var isChart = false
        if case .chart? = new.viewpoint.subject { isChart = true }
        if new.viewpoint.subject != nil, old.viewpoint.subject != new.viewpoint.subject || hasScope && isChart
        {
            if let find = state.reader?.find, find.steps == .results {
                text.add("\(state.tally(of: find).position)  “\(find.query)”")
            }
            text.add(state.everythingInPlainText)
            return (text, true)
        }
        if new.viewpoint.subject == nil {
            if !hasScope, old.viewpoint.subject == nil, old.viewpoint.focus != new.viewpoint.focus {
                text.add(state.everythingInPlainText)
                return (text, true)
            }
            text.add(state.selectionInPlainText)
        }
        return (text, false)
    }

    /// What is new in a talk; nil where only the view has changed.
    private func talk(from old: Talk?, to new: Talk?) -> PlainText? {
        var text = PlainText(in: state.language)
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
            var text = PlainText(in: state.language)
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
        let first = short.show(lines)
        guard isView || short.hasMore else { return first.map { $0 + "\n" }.joined() }
        pages = short
        return printed(first)
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
