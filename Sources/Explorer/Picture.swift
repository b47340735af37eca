import CaseModel
import Screen

/// Draws the explorer as it is on a screen of any size, even 0×0.
public func view(_ state: State, size: Size) -> Grid {
    var grid = Grid(size: size)
    switch state.reader?.subject {
    case nil: BrowseView(state: state, size: size).draw(on: &grid)
    case .chart(let chart)?: ChartView(state: state, chart: chart).draw(on: &grid)
    case .item?, .source?, .trace?, .place?, .actor?, .about?:
        if let reader = state.reader { ReaderView(state: state, reader: reader).draw(on: &grid) }
    }
    if let picker = state.picker { PickerView(state: state, picker: picker).draw(on: &grid) }
    return grid
}
