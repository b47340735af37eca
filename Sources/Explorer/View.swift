import CaseModel
import Screen

/// Draws the explorer on its screen, which may have any size, even 0×0. Only lists, charts and single lines are
/// laid out here; `State.refresh` has laid out all other texts.
package func view(_ state: State) -> Grid {
    var grid = Grid(size: state.size)
    if let board = state.board, let page = state.layout.speaker {
        SpeakerView(state: state, board: board, page: page).draw(on: &grid)
    } else if let talk = state.talk, talk.isOnPath {
        TalkView(state: state, talk: talk).draw(on: &grid)
    } else {
        state.drawPlace(on: &grid)
    }
    if let editor = state.editor { EditorView(state: state, editor: editor).draw(on: &grid) }
    if let picker = state.picker { PickerView(state: state, picker: picker).draw(on: &grid) }
    if let pager = state.pager { PagerView(state: state, pager: pager).draw(on: &grid) }
    return grid
}

extension State {
    /// Draws the open view on a grid of its size.
    func drawPlace(on grid: inout Grid) {
        switch reader?.subject {
        case nil: BrowseView(state: self).draw(on: &grid)
        case .chart(let chart)?: ChartView(state: self, chart: chart).draw(on: &grid)
        case .entity?, .trace?, .about?:
            if let reader { ReaderView(state: self, reader: reader).draw(on: &grid) }
        }
    }
}
