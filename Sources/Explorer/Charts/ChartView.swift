import Screen
import TextLayout

/// The area of a chart on a screen of some size: between the header and the line of hints.
struct ChartLayout {
    let header: Rect
    let area: Rect
    let footer: Rect

    init(size: Size) {
        let (columns, rows) = (size.columns, size.rows)
        header = Rect(row: 0, column: 0, columns: columns, rows: rows >= 5 ? 1 : 0)
        footer = Rect(row: rows - 1, column: 0, columns: columns, rows: rows >= 3 ? 1 : 0)
        area = Rect(row: header.bottom, column: 0, columns: columns, rows: rows - header.rows - footer.rows)
    }
}

/// Draws a chart between the lines that all views share.
struct ChartView {
    let state: State
    let chart: Chart

    func draw(on grid: inout Grid) {
        let layout = ChartLayout(size: grid.size)
        let chrome = Frame(state: state)
        let drawing = chart.drawing
        chrome.drawHeader(in: layout.header, on: &grid)
        drawing.draw(in: layout.area, on: &grid, context: state.chartContext(size: grid.size))
        chrome.drawFooter(in: layout.footer, on: &grid)
    }
}
