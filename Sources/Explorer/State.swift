import CaseModel
import CaseSearch
import Screen
import TextLayout

/// The state of an explorer session: a value, changed only by `update` and displayed only by `view`.
///
/// Panes, reader, talk, list, editor and pager carry out their own commands; the state handles everything that
/// concerns several of them: viewpoint, history, language, layout.
package struct State: Sendable {
    /// The case with its links indexed.
    package let graph: CaseGraph
    /// The language of data and interface.
    package var language: LanguageChoice
    package internal(set) var size: Size
    /// The layout computed by `refresh`.
    var layout: Layout
    /// Today's date; nil if the caller gives none, since the explorer has no clock.
    package var today: PartialDate?
    /// A sentence for the last line until the next key.
    package internal(set) var notice: Text?
    /// True while a key repeats and only the focused pane follows the selection; `refresh` is due when the key is
    /// released.
    package internal(set) var needsRefresh = false
    /// True while a search is unfinished; each `refresh` continues it for a few milliseconds, and is due whenever
    /// the program is idle.
    package internal(set) var isSearching = false
    /// Remarks for the last line, one after the other, each until the next key; with the lowest priority.
    package var asides: [Text] = []
    /// The remark of them that is on the last line.
    package var aside: Text? {
        get { asides.first }
        set { asides = newValue.map { [$0] } ?? [] }
    }
    /// True while the mouse is in use.
    package var usesMouse = false
    var browse: Browse
    /// The tables that charts derive from the case.
    let chartCache = ChartCache()
    var reader: Reader?
    var picker: Picker?
    /// The pager with a text alone on the screen.
    var pager: Pager? {
        didSet { layOutPager() }
    }
    /// The editor of a note or a bookmark's title.
    var editor: Editor? {
        didSet { layOutEditor() }
    }
    /// The user's notebook of the case, or the reason why there is none.
    package internal(set) var notebookAvailability = NotebookAvailability.nothing(
        because: Strings.nothingKept)
    /// Whether the case's files are read again, and what was wrong with them the last time.
    package var rereading = Rereading()
    /// The initial viewpoint.
    let start: Viewpoint
    /// The chains of the last open trace.
    var traced: TracedChains?
    /// The search, created for the first query.
    var search: SearchSession?
    /// The results of the last search.
    var found: FoundEntities?
    /// The completion of filters, created for the first one.
    var completer: FilterCompleter?
    /// Earlier searches and filters.
    var searches = Queries()
    var filters = Queries()
    var history: History
    /// A remark for the last line that stays while it holds, such as that the presenter is away.
    package var remark: Text? {
        didSet {
            // Whoever only watches presses no key that would remove a notice of how it was before.
            if remark != oldValue { notice = nil }
        }
    }
    /// The contents of the speaker's second screen, if this is one.
    package var board: SpeakerBoard? {
        didSet { layOutStep() }
    }
    /// True for a guest of a kiosk, who has neither a notebook nor files nor a shell to go back to.
    package var isForGuest = false
    /// True where lines are typed rather than keys pressed, and nothing is drawn.
    var isPlain = false
    /// The seminar that is presented here, if others may follow.
    package var seminar: OpenSeminar?
    /// What title steps say of the talk.
    package var occasion = Occasion()
    /// False where half blocks cannot be drawn.
    package var hasHalfBlocks = true
    /// Where the last talk on this tour broke off.
    package internal(set) var resumption: Resumption?
    /// True if the case was sent by a presenter, so that notes on it are kept apart.
    package var isFromPresenter = false
    /// The steps recorded in this session.
    package internal(set) var recorded: [Tour.Step] = []
    /// Where a tour was begun from the explorer, to return to when it ends.
    var beforeTour: History.Visit?
    /// The talk that is presented or followed.
    package internal(set) var talk: Talk?

    /// The explorer at the beginning of a case, in the languages asked for as far as the case has them.
    package init(_ graph: CaseGraph, language: LanguageChoice = .chinese, size: Size) {
        self.graph = graph
        self.language = language.carried(to: graph.case.manifest.languages)
        self.size = size
        layout = Layout(size: size)
        browse = Browse(graph)
        start = browse.viewpoint(reading: nil)
        history = History(History.Visit(viewpoint: start))
        refresh()
    }

    /// The initial state for another case, with language, size and date of an earlier state. Of a talk that is followed,
    /// the raised hand goes on, and the question that is being typed.
    package init(_ graph: CaseGraph, continuing state: State) {
        self.init(graph, language: state.language, size: state.size)
        (today, remark, isForGuest, usesMouse) = (
            state.today, state.remark, state.isForGuest, state.usesMouse
        )
        isPlain = state.isPlain
        (occasion, hasHalfBlocks) = (state.occasion, state.hasHalfBlocks)
        if graph.case.manifest.id == state.graph.case.manifest.id { load(state.notebookAvailability) }
        guard let followed = state.talk else { return }
        beginFollowing()
        // The presenter knows the hand by its number, and has perhaps been told of it already.
        talk?.hand = followed.hand
        talk?.handsRaised = followed.handsRaised
        if state.mode == .question { editor = state.editor }
    }

    /// The present viewpoint.
    package var viewpoint: Viewpoint { browse.viewpoint(reading: reader?.subject) }

    /// Shows a notice on the last line until the next key.
    package mutating func notify(_ notice: Text) {
        self.notice = notice
    }

    /// The present viewpoint as an entry of the history.
    var visit: History.Visit { History.Visit(viewpoint: viewpoint, reader: reader) }

    /// Goes to a viewpoint and adds it to the history.
    mutating func go(
        to viewpoint: Viewpoint, leaving left: History.Visit? = nil, isWithinView: Bool = false
    ) {
        let left = left ?? visit
        restore(viewpoint)
        history.go(from: left, to: visit, isWithinView: isWithinView)
    }

    /// Goes one viewpoint back or forward in the history; shows a notice at its ends.
    mutating func travel(_ travel: Travel) {
        let step =
            switch travel {
            case .back: -1
            case .forward: 1
            }
        guard let visit = history.move(by: step, from: visit) else {
            notice = step < 0 ? Strings.noEarlierPlace : Strings.noLaterPlace
            return
        }
        returnTo(visit)
    }

    /// Leaves the open view for where it was opened. The filter stays as it is: it was changed on purpose.
    mutating func leaveView() {
        guard var visit = history.leaveView(from: visit) else {
            notice = Strings.noEarlierPlace
            return
        }
        visit.viewpoint.filter = viewpoint.filter
        returnTo(visit)
    }

    private mutating func returnTo(_ visit: History.Visit) {
        restore(visit.viewpoint)
        reader = visit.reader
        refresh()
    }

    /// Goes to a viewpoint without adding it to the history.
    mutating func restore(_ viewpoint: Viewpoint) {
        if (browse.pins.map(\.origin), browse.narrowing) != (viewpoint.pins, viewpoint.narrowing) {
            browse.pin(viewpoint.pins, within: viewpoint.narrowing, in: graph)
        }
        if browse.filter?.query != viewpoint.filter {
            // A filter of this case was parsed before; one of another case may be invalid here.
            browse.apply(viewpoint.filter.flatMap { try? appliedFilter(for: $0) }, in: graph)
        }
        browse.focus = viewpoint.focus
        for (pane, selected) in viewpoint.selections.enumerated() {
            guard let selected, selected != browse.columns[pane].selected else { continue }
            browse.unfold(to: selected, in: graph)
            guard browse.columns[pane].outline.row(of: selected) != nil else { continue }
            browse.columns[pane].selected = selected
        }
        if viewpoint.subject != reader?.subject { reader = viewpoint.subject.map { Reader(subject: $0) } }
        refresh()
    }
}

/// Commands that go through the history, as in a browser.
package enum Travel: CaseIterable, Hashable, Sendable {
    case back, forward
}
