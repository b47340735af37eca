import CaseModel
import Screen
import TextLayout

/// What stands where on the screen, made once for a state and a size: scrolling and drawing both read it.
///
/// A text is wrapped again only when something that it depends on has changed. None of this is chosen by anybody, so
/// nothing that the history compares holds any of it.
struct Layout: Sendable {
    /// The room that the open view has: the screen, or what the text of a step leaves of it.
    var room: Size
    /// The text of the step that the talk is at; nil off its path.
    var step: TalkPage?
    var panes: Browse.Layout
    /// What is said of the selected item; nil where it is not shown.
    var detail: DetailBar?
    /// The text open in the reader.
    var page: Reader.Page?
    /// The text that is being written.
    var editor: Editor.Layout?
    /// The copied text that is left on the screen.
    var pager: Pager.Page?

    /// The layout of an empty screen.
    init(size: Size) {
        room = size
        panes = Browse.Layout(size: size)
    }
}

extension State {
    /// Brings everything that follows from what is chosen up to date: brushing, layout, scrolling.
    package mutating func refresh() {
        needsRefresh = false
        if isSearching { searchOn() }
        layOutStep()
        browse.rebrush(in: graph)
        layOutPanes()
        layOutPage()
        layOutEditor()
        layOutPager()
    }

    /// Follows the selection in its own pane only. A repeating key moves faster than anyone reads the other
    /// panes, and on a slow line redrawing them for each step is what would lag behind.
    mutating func refreshFocusedPane() {
        needsRefresh = true
        scroll(browse.focus)
    }

    /// Takes a new size of the screen. The panes are scrolled anew, so that the picture depends on the place and the
    /// size alone and not on the sizes on the way; a page keeps the paragraph that stands at its top, and a step of a
    /// talk shows its newest point.
    mutating func resize(to size: Size) {
        self.size = size
        resetScroll()
        if board == nil, let talk { self.talk?.top = talk.revealed > 0 ? .max : 0 }
        refresh()
    }

    /// Scrolls the panes to their beginning, from where the next refresh follows the selection: the picture then
    /// depends on the place alone and not on the way there.
    mutating func resetScroll() {
        for pane in browse.columns.indices { browse.columns[pane].top = 0 }
        browse.detailTop = 0
    }

    private mutating func layOutPanes() {
        let (size, zoom, focus) = (layout.room, browse.zoom, browse.focus)
        if (layout.panes.size, layout.panes.zoom, layout.panes.focus) != (size, zoom, focus) {
            layout.panes = Browse.Layout(size: size, zoom: zoom, focus: focus)
        }
        for pane in browse.columns.indices { scroll(pane) }
        let area = layout.panes.detail
        let key =
            openView == .browse && !area.isEmpty ? DetailBar.Key(in: self, columns: area.columns - 2) : nil
        if layout.detail?.key != key { layout.detail = key.map { DetailBar($0, in: self) } }
        if let lines = layout.detail?.lines {
            browse.detailTop = min(browse.detailTop, max(0, lines.count - area.rows))
        }
    }

    private mutating func scroll(_ pane: Int) {
        let column = browse.columns[pane]
        let row =
            pane == browse.focus
            ? column.selected.flatMap { column.outline.row(of: $0) }
            : browse.firstConnectedRow(in: pane)
        browse.columns[pane].top = Scrolling.top(
            column.top, showing: row, of: column.outline.rows.count, in: layout.panes.panes[pane].rows)
    }
}

#if DEBUG
    /// A text that is laid out, for the tests that none is laid out twice for one key.
    enum LaidOutText: Equatable, Sendable {
        case detail, page, step, editor, pager

        /// Hears of every text that the present task lays out.
        @TaskLocal static var observer: (@Sendable (LaidOutText) -> Void)?
    }
#endif
