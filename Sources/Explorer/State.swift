import CaseModel
import CaseSearch
import Screen

/// All that the explorer knows: a value, changed only by `update` and shown only by `view`.
package struct State: Sendable {
    /// The case and its links.
    package let graph: CaseGraph
    /// The language of data and interface.
    package var language: LanguageChoice
    /// The size of the screen.
    package internal(set) var size: Size
    /// What stands where, as `refresh` left it.
    var layout: Layout
    /// Today's date for those who know it; the explorer has no clock.
    package var today: PartialDate?
    /// A sentence for the last line until the next key.
    package internal(set) var notice: Text?
    /// Whether everything that follows from the selection has been brought up to date. While a key repeats it
    /// is not: `refresh` is due once the key is let go.
    package internal(set) var needsRefresh = false
    /// Whether not all has been looked at that is being searched: `refresh` looks at some more of it, in a few
    /// milliseconds, and is due whenever there is nothing else to do.
    package internal(set) var isSearching = false
    var browse: Browse
    var reader: Reader?
    var picker: Picker?
    /// A text that was copied and is left on the screen.
    var sheet: Pager? {
        didSet { layOutPager() }
    }
    /// A note or a bookmark's title that is being written.
    var editor: Editor? {
        didSet { layOutEditor() }
    }
    /// What the reader keeps of the case, or why nothing is kept.
    package internal(set) var keeping = NotebookAvailability.nothing(because: Strings.nothingKept)
    /// Where one is at the beginning of the case.
    let start: Viewpoint
    /// The chains of the trace that was open last.
    var traced: TracedChains?
    /// The search, made when it is first asked for: not everyone searches.
    var search: SearchSession?
    /// The items that the last search found, best first, and which of them was gone to last.
    var lastFinds: [Int] = []
    /// What completes filters, made when one is first written.
    var completer: FilterCompleter?
    /// What was searched for and filtered by.
    var searches = Queries()
    var filters = Queries()
    var history: History
    /// What there is to say as long as it is so, such as that the presenter is away.
    package var remark: Text?
    /// What the speaker's own second screen tells, where this is that screen.
    package var board: SpeakerBoard?
    /// Whether a walk can be recorded here.
    package var mayRecord = true
    /// The steps that have been recorded on this walk.
    package internal(set) var recorded: [Tour.Step] = []
    /// The talk that one gives or follows.
    package internal(set) var talk: Talk?

    /// The explorer at the beginning of a case.
    package init(_ graph: CaseGraph, language: LanguageChoice = .chinese, size: Size) {
        self.graph = graph
        self.language = language
        self.size = size
        layout = Layout(size: size)
        browse = Browse(graph)
        start = Viewpoint(
            pins: [], filter: nil, focus: browse.focus, selections: browse.columns.map(\.selected),
            subject: nil)
        history = History(History.Visit(viewpoint: start))
        refresh()
    }

    /// The explorer at the beginning of another case, with the language, the size and the clock that there were.
    package init(_ graph: CaseGraph, continuing state: State) {
        self.init(graph, language: state.language, size: state.size)
        (today, remark) = (state.today, state.remark)
        if graph.case.manifest.id == state.graph.case.manifest.id { open(state.keeping) }
        if state.talk != nil { beginFollowing() }
    }

    /// Where the explorer is.
    package var viewpoint: Viewpoint {
        Viewpoint(
            pins: browse.pins.map(\.origin), filter: browse.narrowing?.filter.query, focus: browse.focus,
            selections: browse.columns.map(\.selected), subject: reader?.subject)
    }

    /// Which keys count just now.
    package var mode: Mode {
        if sheet != nil { return .sheet }
        if picker != nil { return .picker }
        if editor != nil { return .editor }
        if board != nil { return .speaker }
        switch talk {
        case let talk? where talk.isOnPath: return talk.part == .presenter ? .talk : .audience
        case .some, nil: break
        }
        return place
    }

    /// Which keys count in the view that is open.
    var place: Mode {
        switch reader?.subject {
        case nil: .browse
        case .chart?: .chart
        case .entity?, .trace?, .about?: .reader
        }
    }

    /// Says something on the last line until the next key.
    package mutating func tell(_ notice: Text) {
        self.notice = notice
    }

    /// The explorer's place as the history keeps it.
    var visit: History.Visit { History.Visit(viewpoint: viewpoint, reader: reader) }

    /// Goes to a place, and remembers it and the one left for the way back.
    mutating func go(to viewpoint: Viewpoint, leaving left: History.Visit? = nil) {
        let left = left ?? visit
        place(at: viewpoint)
        history.go(from: left, to: visit)
    }

    /// Goes through the history, one place a step; says so and stays where there is none.
    mutating func travel(_ travel: Travel) {
        let step: Int
        switch travel {
        case .back: step = -1
        case .forward: step = 1
        }
        guard let visit = history.move(by: step, from: visit) else {
            notice = step < 0 ? Strings.noEarlierPlace : Strings.noLaterPlace
            return
        }
        place(at: visit.viewpoint)
        reader = visit.reader
        refresh()
    }

    /// Goes to a place without a trace in the history.
    mutating func place(at viewpoint: Viewpoint) {
        if browse.pins.map(\.origin) != viewpoint.pins { browse.pin(viewpoint.pins, in: graph) }
        if browse.narrowing?.filter.query != viewpoint.filter {
            // A filter that was read once can be read again, and another case's is no filter here.
            browse.narrow(to: viewpoint.filter.flatMap { try? narrowing(to: $0) }, in: graph)
        }
        browse.focus = viewpoint.focus
        for (pane, selected) in viewpoint.selections.enumerated() {
            if let selected, browse.columns[pane].outline.row(of: selected) != nil {
                browse.columns[pane].selected = selected
            }
        }
        if viewpoint.subject != reader?.subject { reader = viewpoint.subject.map { Reader(subject: $0) } }
        refresh()
    }
}
