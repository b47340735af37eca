import CaseModel
import Screen
import TextLayout

/// The layout of the screen, computed once for a state and a size; scrolling and drawing both read it.
///
/// A text is wrapped again only if something that it depends on has changed. Nothing in a layout is the user's
/// choice, so that the history does not compare it.
struct Layout: Sendable {
    /// The size of the open view: the screen, or the part of it that the text of a step leaves.
    var room: Size
    /// The text of the talk's present step; nil off its path.
    var step: TalkPage?
    /// The speaker's second screen; nil on any other screen.
    var speaker: SpeakerPage?
    var panes: Browse.Layout
    /// The questions that the panes answer; nil on a screen without room for them.
    var questions: Browse.Questions?
    /// The text about the selected item, or the card of welcome; nil if neither is shown.
    var detail: DetailBar?
    /// The text open in the reader.
    var page: Reader.Page?
    /// The page from which it is laid out when its size changes again; nil if it is as the reader left it.
    var pageAnchor: Reader.Anchor?
    /// The text being edited.
    var editor: Editor.Layout?
    /// The copied text in the pager.
    var pager: Pager.Page?

    init(size: Size) {
        room = size
        panes = Browse.Layout(size: size)
    }
}

extension State {
    /// Updates everything that follows from the user's choices: brushing, layout, scrolling.
    package mutating func refresh() {
        needsRefresh = false
        if isSearching { continueSearch() }
        layOutStep()
        layOutPanes()
        layOutPage()
        layOutEditor()
        layOutPager()
    }

    /// Updates the focused pane only. While a key repeats the other panes cannot be read, and on a slow line
    /// redrawing them for each step would cause lag.
    mutating func refreshFocusedPane() {
        needsRefresh = true
        scroll(browse.focus)
    }

    /// Sets the size of the screen. The panes are scrolled from the top, so that the picture depends only on
    /// viewpoint and size and not on earlier sizes; a page keeps the paragraph at its top, and a step of a talk
    /// shows its newest point.
    mutating func resize(to size: Size) {
        self.size = size
        resetScroll()
        if board == nil, let talk { self.talk?.top = talk.revealed > 0 ? .max : 0 }
        refresh()
    }

    /// Scrolls the panes to the top; the next refresh then follows the selection, so that the picture depends only
    /// on the viewpoint.
    mutating func resetScroll() {
        for pane in browse.columns.indices { browse.columns[pane].top = 0 }
        browse.detailTop = 0
    }

    private mutating func layOutPanes() {
        let columns = Browse.Layout.textColumns(of: layout.room)
        var card: DetailBar?
        if browse.showsCard {
            let key = DetailBar.Key(cardIn: self, columns: columns)
            card = layout.detail?.key == key ? layout.detail : DetailBar(key, in: self)
        }
        let choices = Browse.Layout.Choices(
            size: layout.room, zoom: browse.zoom, focus: browse.focus, cardRows: card?.lines.count ?? 0,
            questionRows: layOutQuestions())
        if layout.panes.choices != choices { layout.panes = Browse.Layout(choices) }
        browse.rebrush(in: graph, isAlone: size.columns < Browse.Layout.narrow)
        for pane in browse.columns.indices { scroll(pane) }
        let area = layout.panes.detail
        if let card {
            layout.detail = card
        } else {
            let key = openView == .browse && !area.isEmpty ? DetailBar.Key(in: self, columns: columns) : nil
            if layout.detail?.key != key { layout.detail = key.map { DetailBar($0, in: self) } }
        }
        if let lines = layout.detail?.lines {
            browse.detailTop = min(browse.detailTop, max(0, lines.count - area.rows))
        }
    }

    private mutating func scroll(_ pane: Int) {
        let column = browse.columns[pane]
        let row =
            pane == browse.focus
            ? column.selected.flatMap { column.outline.row(of: $0) }
            : browse.connectedRow(in: pane, shown: column.top..<column.top + layout.panes.panes[pane].rows)
        browse.columns[pane].top = PaneWindow.top(
            column.top, showing: row, of: column.outline, pinned: browse.pinnedRows(in: pane),
            height: layout.panes.panes[pane].rows)
    }

    /// Wraps the questions of the panes, and returns the lines that the longest takes.
    private mutating func layOutQuestions() -> Int {
        let size = layout.room
        guard size.rows >= Browse.Layout.tall else {
            layout.questions = nil
            return 0
        }
        let isAlone = size.columns < Browse.Layout.narrow || browse.zoom == .pane
        let key = Browse.Questions.Key(
            columns: size.columns, focus: browse.focus, isAlone: isAlone, language: language)
        if layout.questions?.key != key { layout.questions = Browse.Questions(key, of: graph.case.panes) }
        return layout.questions?.rows ?? 0
    }
}

#if DEBUG
    /// A text that was laid out, for the tests that no text is laid out twice for one key.
    enum LaidOutText: Equatable, Sendable {
        case detail, page, step, speaker, editor, pager

        /// Called with every text that the present task lays out.
        @TaskLocal static var observer: (@Sendable (LaidOutText) -> Void)?
    }
#endif
