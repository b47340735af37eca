import CaseModel
import CaseSearch
import Screen
import TextLayout

/// Everything about a session of the explorer: a value, changed only by `update` and shown only by `view`.
///
/// The panes, the reader, a talk, a list, an editor and a pager carry out their own commands; the state puts them
/// together, and does what concerns more than one of them: going to a place, history, language, layout.
package struct State: Sendable {
    /// The case and its links.
    package let graph: CaseGraph
    /// The language of data and interface.
    package var language: LanguageChoice
    /// The size of the screen.
    package internal(set) var size: Size
    /// What stands where, as `refresh` left it.
    var layout: Layout
    /// Today's date; nil where the caller gives none, as the explorer has no clock.
    package var today: PartialDate?
    /// A sentence for the last line until the next key.
    package internal(set) var notice: Text?
    /// True while a key repeats, when only the focused pane follows the selection: `refresh` is due once the key is
    /// let go.
    package internal(set) var needsRefresh = false
    /// True while a search is unfinished: `refresh` goes on with it for a few milliseconds, and is due whenever there
    /// is nothing else to do.
    package internal(set) var isSearching = false
    /// A remark for the last line until the next key, which gives way to anything else there is to say.
    package var aside: Text?
    var browse: Browse
    /// The tables that charts have made of the case.
    let chartCache = ChartCache()
    var reader: Reader?
    var picker: Picker?
    /// A copied text that is left on the screen.
    var sheet: Pager? {
        didSet { layOutPager() }
    }
    /// A note or a bookmark's title that is being written.
    var editor: Editor? {
        didSet { layOutEditor() }
    }
    /// The user's notebook on the case, or why there is none.
    package internal(set) var keeping = NotebookAvailability.nothing(because: Strings.nothingKept)
    /// The place at which the case opens.
    let start: Viewpoint
    /// The chains of the last open trace.
    var traced: TracedChains?
    /// The search, made for the first query: not everyone searches.
    var search: SearchSession?
    /// The items that the last search found, best first.
    var lastFinds: [Int] = []
    /// The completion of filters, made for the first one.
    var completer: FilterCompleter?
    /// Earlier searches and filters.
    var searches = Queries()
    var filters = Queries()
    var history: History
    /// A sentence for the last line that stays until it no longer holds, such as that the presenter is away.
    package var remark: Text?
    /// What the speaker's second screen shows, where this is that screen.
    package var board: SpeakerBoard?
    /// Whether steps of a tour can be recorded here.
    package var mayRecord = true
    /// The steps recorded in this session.
    package internal(set) var recorded: [Tour.Step] = []
    /// The talk that is presented or followed.
    package internal(set) var talk: Talk?

    /// The explorer at the beginning of a case.
    package init(_ graph: CaseGraph, language: LanguageChoice = .chinese, size: Size) {
        self.graph = graph
        self.language = language
        self.size = size
        layout = Layout(size: size)
        browse = Browse(graph)
        start = browse.viewpoint(reading: nil)
        history = History(History.Visit(viewpoint: start))
        refresh()
    }

    /// The explorer at the beginning of another case, with the language, size and date of an earlier state.
    package init(_ graph: CaseGraph, continuing state: State) {
        self.init(graph, language: state.language, size: state.size)
        (today, remark) = (state.today, state.remark)
        if graph.case.manifest.id == state.graph.case.manifest.id { load(state.keeping) }
        if state.talk != nil { beginFollowing() }
    }

    /// The place that the explorer is at.
    package var viewpoint: Viewpoint { browse.viewpoint(reading: reader?.subject) }

    /// Shows a sentence on the last line until the next key.
    package mutating func tell(_ notice: Text) {
        self.notice = notice
    }

    /// The present place as the history keeps it.
    var visit: History.Visit { History.Visit(viewpoint: viewpoint, reader: reader) }

    /// Goes to a place, and notes in the history where it was left from.
    mutating func go(to viewpoint: Viewpoint, leaving left: History.Visit? = nil) {
        let left = left ?? visit
        place(at: viewpoint)
        history.go(from: left, to: visit)
    }

    /// Goes one place back or forward in the history; stays and says so at its ends.
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

    /// Goes to a place without noting it in the history.
    mutating func place(at viewpoint: Viewpoint) {
        if browse.pins.map(\.origin) != viewpoint.pins { browse.pin(viewpoint.pins, in: graph) }
        if browse.narrowing?.filter.query != viewpoint.filter {
            // A filter of this case was parsed before and can be again; one of another case may not parse.
            browse.narrow(to: viewpoint.filter.flatMap { try? narrowing(to: $0) }, in: graph)
        }
        browse.focus = viewpoint.focus
        for (pane, selected) in viewpoint.selections.enumerated() {
            guard let selected, selected != browse.columns[pane].selected,
                browse.columns[pane].outline.row(of: selected) != nil
            else { continue }
            browse.columns[pane].selected = selected
        }
        if viewpoint.subject != reader?.subject { reader = viewpoint.subject.map { Reader(subject: $0) } }
        refresh()
    }
}
