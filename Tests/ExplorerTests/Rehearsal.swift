import CaseModel
import Screen
import TextLayout

@testable import Explorer

/// A driver of the explorer without a terminal: keys go in, pictures come out.
struct Rehearsal {
    private(set) var state: State
    private(set) var effects: [Effect] = []
    /// Seconds since midnight: each change of the notebook is one second after the one before.
    private var clock = 0
    /// What another session has written to the notebook, and this one has not read yet.
    private var elsewhere: [NotebookChange] = []

    init(
        _ graph: CaseGraph = SmallCase.graph, columns: Int = 80, rows: Int = 24,
        language: LanguageChoice = .chinese
    ) {
        state = State(graph, language: language, size: Size(columns: columns, rows: rows))
    }

    /// The frame on the screen.
    var grid: Grid { view(state) }

    /// The frame as text.
    var picture: String { grid.description }

    mutating func press(_ keys: Key...) {
        press(keys)
    }

    mutating func press(_ keys: [Key]) {
        for key in keys { carryOut(update(&state, key: key)) }
    }

    /// Carries out the effects on the notebook.
    private mutating func carryOut(_ effects: [Effect]) {
        self.effects += effects
        for effect in effects {
            if case .keep(let changes) = effect {
                write(changes)
            } else if effect == .rereadNotebook, !elsewhere.isEmpty {
                write([])
            }
        }
    }

    /// Applies what another session has written meanwhile, then changes of this one.
    private mutating func write(_ changes: [NotebookChange]) {
        clock += 1
        guard case .notebook(var notebook) = state.notebookAvailability,
            let date = PartialDate("2026-11-23"), let moment = Timestamp(date: date, second: clock % 86_400)
        else { return }
        for change in elsewhere + changes { notebook.apply(change, at: moment) }
        elsewhere = []
        state.note(.notebook(notebook), after: changes)
    }

    /// Makes a change in another session, which is seen here when the notebook is next read or written.
    mutating func keepElsewhere(_ change: NotebookChange) { elsewhere.append(change) }

    /// Opens a notebook.
    mutating func keep(_ notebook: Notebook = Notebook()) {
        state.load(.notebook(notebook))
    }

    /// Begins in a view, at something if it is given.
    mutating func begin(at entity: Entity? = nil, in view: ViewName) {
        state.begin(at: entity, in: view)
    }

    /// Begins as the program does for the reader of the notebook.
    mutating func welcome(atItem: Bool = false) {
        state.welcome(atItem: atItem)
    }

    /// Repeats a key this many times, and releases it.
    mutating func hold(_ key: Key, times: Int) {
        for _ in 0..<times { carryOut(update(&state, key: key, isRepeating: true)) }
        state.refresh()
    }

    /// Refreshes until no work is left.
    mutating func refresh() {
        repeat { state.refresh() } while state.isSearching
    }

    mutating func type(_ text: String) {
        press(text.map { Key.character($0) })
    }

    /// Opens a list with a key, types some words and takes the first entry that has them.
    mutating func choose(_ key: Key, _ words: String) {
        press(key)
        type(words)
        press(.enter)
    }

    /// Presses the mouse on the first place where the screen, or its last line, has a text.
    mutating func click(on text: String, inLastLine: Bool = false) {
        let lines = picture.split(separator: "\n", omittingEmptySubsequences: false)
        for (row, line) in lines.enumerated() where !inLastLine || row == grid.size.rows - 1 {
            guard let range = line.firstRange(of: text) else { continue }
            mouse(.press, row: row, column: String(line[..<range.lowerBound]).columns)
            return
        }
    }

    /// Uses the mouse at a cell.
    mutating func mouse(_ action: MouseEvent.Action, row: Int, column: Int) {
        carryOut(update(&state, mouse: MouseEvent(action, at: Point(row: row, column: column))))
    }

    mutating func paste(_ text: String) {
        update(&state, pasted: text)
    }

    mutating func show(_ position: Int) {
        state.show(position)
    }

    mutating func know(today: PartialDate) {
        state.today = today
    }

    mutating func notify(_ notice: Text) {
        state.notify(notice)
    }

    /// Opens a list of some items, as a chart does.
    mutating func open(_ positions: [Int], title: String) {
        state.open(ItemList(positions, title: title))
    }

    /// Sets the remarks, as the program does.
    mutating func remark(_ remark: Text?, aside: Text? = nil) {
        (state.remark, state.aside) = (remark, aside)
    }

    /// The last line of the screen.
    var lastLine: String {
        picture.split(separator: "\n", omittingEmptySubsequences: false).last.map(String.init) ?? ""
    }

    /// The search results so far, while the list is open.
    var results: SearchResults? { (state.picker?.list as? SearchList)?.results }

    /// The texts that are marked as found, line by line.
    var marked: [String] {
        let grid = grid
        var texts: [String] = []
        for row in 0..<grid.size.rows {
            var text = ""
            for cell in grid.cells[row * grid.size.columns..<(row + 1) * grid.size.columns] + [Cell(" ")] {
                if cell.style.attributes.isSuperset(of: [.bold, .underline]) {
                    text += cell.character.map(String.init) ?? ""
                } else if cell.character != nil, !text.isEmpty {
                    texts.append(text)
                    text = ""
                }
            }
        }
        return texts
    }

    mutating func read(_ subject: Subject) {
        var viewpoint = state.viewpoint
        viewpoint.subject = subject
        state.go(to: viewpoint)
    }

    mutating func present(tour: Int) {
        state.present(tour: tour)
    }

    mutating func chooseTour() { state.chooseTour() }

    mutating func beginFollowing() { state.beginFollowing() }

    mutating func goTo(step: Int) {
        state.goTo(step: step)
    }

    /// Sets the contents of the speaker's second screen.
    var board: SpeakerBoard? {
        get { state.board }
        set { state.board = newValue }
    }

    /// The seminar that is presented here.
    var seminar: OpenSeminar? {
        get { state.seminar }
        set { state.seminar = newValue }
    }

    /// What title steps say of the talk.
    var occasion: Occasion {
        get { state.occasion }
        set {
            state.occasion = newValue
            state.refresh()
        }
    }

    /// Whether half blocks can be drawn.
    var hasHalfBlocks: Bool {
        get { state.hasHalfBlocks }
        set {
            state.hasHalfBlocks = newValue
            state.refresh()
        }
    }

    mutating func obey(_ order: SpeakerOrder) { state.obey(order) }

    mutating func offer(_ resumption: Resumption) { state.offer(resumption) }

    mutating func handWasLowered(serial: Int) { state.handWasLowered(serial: serial) }

    /// Whether a tour can be recorded.
    var isForGuest: Bool {
        get { state.isForGuest }
        set { state.isForGuest = newValue }
    }

    /// Whether the case can be read again.
    var mayReread: Bool {
        get { state.rereading.reasonNotTo == nil }
        set { state.rereading.reasonNotTo = newValue ? nil : Strings.notReread }
    }

    /// Hands over another reading of the case's files.
    mutating func reread(_ outcome: Rereading.Outcome) {
        update(&state, rereading: outcome)
    }

    mutating func follow(_ place: TalkPosition) {
        state.follow(place)
    }

    /// Removes the talk and stays at its viewpoint.
    mutating func stopFollowing() {
        state.leavePath()
        state.talk = nil
    }

    mutating func resize(columns: Int, rows: Int) {
        update(&state, size: Size(columns: columns, rows: rows))
    }

    struct OtherView: Error {}

    /// The open chart, if it is of a type.
    func chart<Drawing: ChartDrawing>(_: Drawing.Type) throws -> Drawing {
        guard case .chart(let chart)? = state.reader?.subject, let drawing = chart.drawing as? Drawing else {
            throw OtherView()
        }
        return drawing
    }

    /// The id of the selected item of the focused pane.
    var selected: ID<Item>? { state.browse.selected.map { state.graph.item($0).id } }

    /// The ids of the pinned items.
    var pins: [ID<Item>] { state.browse.pins.map { state.graph.item($0.origin).id } }
}
