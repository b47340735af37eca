import CaseModel
import Screen
import TextLayout

/// A session of plain mode: lines go in, paragraphs come out, one announcement for each change.
///
/// It drives the same state by the same commands as the screen does, and says what the same models hold. Like the
/// explorer it is free of input and output; the caller carries out the effects and then asks for the announcement.
package struct PlainSession: Sendable {
    /// The explorer itself.
    package var state: State
    let columns: Int
    var pages: PlainPages
    /// What was announced last.
    var announced: Announced
    /// What the last line asks to be said, beside what it changes.
    var reply: Reply = .changes
    /// True for a line until it is answered; what comes without one, such as a step of a talk, need say nothing.
    var awaitsAnswer = false

    /// What is to be said after a line.
    enum Reply {
        /// What has changed.
        case changes
        /// A text, short or as long as a view.
        case text(PlainText, isView: Bool = false)
        /// What has changed, and of an item that is gone to what it is rather than the pane around it.
        case description
        /// The pane that was asked for, also where one is in it.
        case pane
        /// The view, list or step from its beginning.
        case everything
        /// Another part of the text that was too long.
        case more, previous
    }

    /// The state's size is that of a large screen, so that nothing is left out.
    private static let size = Size(columns: 200, rows: 60)

    /// A session that writes lines of so many columns, and so many lines at a time; 0 writes everything at once.
    package init(_ state: State, columns: Int, lines: Int) {
        var state = state
        update(&state, size: Self.size)
        state.isPlain = true
        self.state = state
        self.columns = columns
        pages = PlainPages(most: lines)
        announced = Announced(state)
    }

    /// What is said at the beginning: the case, the panes and the selection; or the step of a talk.
    package mutating func begin() -> String {
        var text = state.plainText
        text.add(state.language.line(state.graph.case.manifest.title))
        text.add(localized(Strings.plainWelcome))
        let notices = (state.remark ?? state.notice).map { [$0] } ?? state.asides
        for notice in notices { text.add(sentence: localized(notice)) }
        (state.notice, state.aside) = (nil, nil)
        announced = Announced(state)
        if state.picker != nil {
            text.add(state.listInPlainText)
        } else if state.step != nil {
            text.add(state.stepInPlainText)
            text.add(localized(Strings.nextPoint))
        } else if state.reader != nil {
            text.add(state.everythingInPlainText)
        } else if state.talk == nil {
            text.add(state.panesInPlainText)
            text.add(state.scopeInPlainText)
            text.add(state.selectionInPlainText)
        }
        return printed(text, isView: true)
    }

    /// Where one is, before what is typed.
    package var prompt: String { state.placeInFewWords.safeToShow }

    func localized(_ text: Text) -> String { state.language.localized(text) }
}

// MARK: Lines

extension PlainSession {
    /// Takes a line; returns what the caller is to do before it asks for the announcement.
    package mutating func take(_ line: String) -> [Effect] {
        reply = .changes
        awaitsAnswer = true
        (state.notice, state.aside) = (nil, nil)
        let effects =
            if state.editor != nil {
                write(line)
            } else if let picker = state.picker, picker.list.isTyped,
                picker.query.isEmpty || picker.list.name == .filter
            {
                answer(line, in: picker)
            } else if (state.picker?.list as? SearchList)?.isOfPart == true,
                ["widen", "扩大", "全部", "tab"].contains(line.trimmed.lowercased())
            {
                widen()
            } else {
                carryOut(request(for: line), of: line)
            }
        while state.isSearching { state.refresh() }
        return effects
    }

    func request(for line: String) -> PlainRequest {
        var below = state
        below.picker = nil
        let panes = state.graph.case.panes.map(\.title)
        let request = PlainVocabulary(below.mode, panes: panes).request(for: line)
        guard case .unknown = request else { return request }
        // Off the talk's path everything of the view is open, and the commands of the panes lead back to them.
        for mode in [Mode.view(below.openView), .view(.browse)] where mode != below.mode {
            guard below.mode != .presenting else { break }
            let other = PlainVocabulary(mode, panes: panes).request(for: line)
            if case .unknown = other { continue }
            return other
        }
        return request
    }

    private mutating func carryOut(_ request: PlainRequest, of line: String) -> [Effect] {
        switch request {
        case .nothing: return carryOutNothing()
        case .number(let number): return choose(number)
        case .link(let number):
            guard leavesStep(forLink: number) else { return [] }
            return choose(number)
        case .word(let word, let argument): return carryOut(word, argument)
        case .command(let command, let argument): return carryOut(command, argument)
        case .pane(let pane):
            leavePath()
            state.picker = nil
            reply = .pane
            return update(&state, with: .pane([.first, .second, .third][min(pane, 2)]))
        case .unknown(let similar):
            // As in the list of `:`, an id leads to what it names.
            if state.graph.entity(named: line.trimmed) != nil, aim(at: line.trimmed) {
                reply = .description
                return []
            }
            let words = line.trimmed.lowercased()
            let name = Command.allCases.lazy.flatMap(\.names).first {
                words == $0 || words.hasPrefix($0 + " ")
            }
            if let name {
                say(Strings.notHere(name))
                return []
            }
            say(Strings.unknown(TextFit.clipped(line.trimmed.inOneLine, to: 60), similar: similar))
            return []
        }
    }

    /// An empty line goes on: with a long text, with a tour; it leaves a list, and elsewhere says where one is.
    private mutating func carryOutNothing() -> [Effect] {
        if state.picker != nil { return update(&state, with: .list(.close)) }
        if pages.hasMore {
            reply = .more
        } else if state.mode == .presenting {
            return update(&state, with: .talk(.next))
        } else {
            reply = .text(state.placeInPlainText)
        }
        return []
    }

    /// Leaves the path of a tour for a link of the page at its step, where a number alone is that of a step; false, with
    /// a notice, where the page has no such link.
    private mutating func leavesStep(forLink number: Int) -> Bool {
        guard state.mode == .presenting else { return true }
        var page = state
        page.leavePath()
        let count = page.isReading ? page.choicesInPlainText : 0
        guard (1...max(1, count)).contains(number), count > 0 else {
            say(Strings.noNumber(number, most: count))
            return false
        }
        state = page
        return true
    }

    mutating func say(_ notice: Text) { state.notice = notice }

    /// Leaves the path of a talk that is followed, as moving does.
    mutating func leavePath() {
        if state.mode == .following { state.leavePath() }
    }
}

// MARK: Choosing

extension PlainSession {
    /// Chooses a thing by its number: a list's entry, a page's link, a chart's row, a step, or the item of a pane,
    /// which is selected and described.
    mutating func choose(_ number: Int) -> [Effect] {
        leavePath()
        guard aim(at: number) else { return [] }
        if state.picker?.list.name == .goTo { reply = .description }
        if state.picker != nil { return update(&state, with: .list(.choose)) }
        if state.mode == .presenting { return [] }
        guard state.openView == .browse else { return update(&state, with: .enter) }
        // Also where it was selected before.
        reply = .description
        return []
    }

    /// Selects a thing by its number; says so where there is none.
    mutating func aim(at number: Int) -> Bool {
        if let links = state.picker?.list as? LinkList {
            guard let label = links.numbers.first(where: { $0 == number }).map(String.init),
                let entries = state.picker?.entries(in: state),
                let row = entries.indices.first(where: { entries[$0].label == label })
            else {
                say(Strings.noNumber(number, most: links.numbers.max() ?? 0))
                return false
            }
            state.picker?.selected = row
            return true
        }
        let count = state.choicesInPlainText
        guard (1...max(1, count)).contains(number), count > 0 else {
            say(Strings.noNumber(number, most: count))
            return false
        }
        if let picker = state.picker {
            let entries = picker.entries(in: state)
            let rows = entries.indices.filter { !entries[$0].isHeading }
            state.picker?.selected = rows[number - 1]
        } else if state.mode == .presenting {
            state.goTo(step: number - 1)
        } else {
            switch state.reader?.subject {
            case nil:
                state.browse.columns[state.browse.focus].selected = state.rowsOfPane[number - 1]
                state.refresh()
            case .chart?:
                if let said = state.openChartText { state.choose(said.choices[number - 1]) }
            case .entity?, .trace?, .about?: state.reader?.target = number - 1
            }
        }
        return true
    }

    /// Goes to what a word names: a number here, or an id; says so where it names nothing.
    mutating func aim(at word: String, for command: String = "") -> Bool {
        if let number = Int(word) { return aim(at: number) }
        switch state.graph.entity(named: word) {
        case .item(let position)?:
            state.picker = nil
            state.show(position)
        case let entity?:
            state.picker = nil
            state.read(.entity(entity))
        case nil:
            say(Strings.noTarget(word.inOneLine, for: command))
            return false
        }
        return true
    }

    /// Selects the item, link or row some places on.
    mutating func step(by step: Int) {
        let here: Int?
        switch state.reader?.subject {
        case nil: here = state.browse.selected.flatMap { state.rowsOfPane.firstIndex(of: $0) }
        case .chart?: here = state.openChartText?.choices.firstIndex(where: \.isSelected)
        case .entity?, .trace?, .about?: here = state.reader?.target ?? (step > 0 ? -1 : nil)
        }
        guard state.picker == nil else { return }
        guard let here else { return say(Strings.noItemHere) }
        guard aim(at: here + step + 1) else { return }
        switch state.reader?.subject {
        case nil: break
        case .chart?: reply = .text(state.chartRowInPlainText)
        case .entity?, .trace?, .about?:
            let target = state.reader?.target
            reply = .text(state.paragraphInPlainText { $0.target == target })
        }
    }
}

extension Listing {
    /// True for a list that needs a query before it has anything to choose.
    var isTyped: Bool {
        switch name {
        case .search, .find, .goTo, .filter: true
        case .help, .tours, .steps, .choice, .axes, .copies, .links, .notebook, .hands: false
        }
    }
}
