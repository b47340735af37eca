import CaseModel
import Screen
import TextLayout

/// Draws a map.
struct MapView {
    private let scene: MapScene

    init(_ scene: MapScene) {
        self.scene = scene
    }

    func draw(in area: Rect, on grid: inout Grid) {
        let layout = scene.layout
        grid.cursor = Point(row: area.row, column: area.column)
        guard !scene.places.isEmpty else {
            return write(Strings.noPlace, in: area, on: &grid)
        }
        let labels = scene.labels()
        drawSummary(in: layout.summary, on: &grid)
        grid.fill(layout.divider, with: "│", style: Theme.frame)
        MapList(scene).draw(on: &grid)
        if scene.ranking.drawn.isEmpty {
            write(Strings.noPlaceOnMap, in: layout.map, on: &grid)
        } else {
            drawMap(labels, in: layout.map, on: &grid)
        }
        MapLegend(scene, hidden: labels.hidden.count).draw(in: layout.legend, on: &grid)
        MapDetails(scene).draw(on: &grid)
        if layout.map.isEmpty || layout.details.rows == area.rows {
            grid.cursor = Point(row: layout.details.row, column: layout.details.column)
        }
    }

    private func write(_ text: Text, in area: Rect, on grid: inout Grid) {
        grid.write(wrapping: scene.localized(text), in: area.inset(columns: 1), from: area.rows / 3)
    }

    /// `地点 73 · 图上 17 · 不在图上 56`: the number of places on the map and off it, the order and the zoom level, as far
    /// as they fit.
    private func drawSummary(in line: Rect, on grid: inout Grid) {
        let (drawn, undrawn) = (scene.ranking.drawn.count, scene.ranking.undrawn.count)
        let tenths = Int(((0..<scene.window.zoom).reduce(10.0) { times, _ in times * 1.5 }).rounded())
        let times = tenths < 100 ? "\(tenths / 10).\(tenths % 10)" : "\(tenths / 10)"
        let parts = [
            "\(scene.localized(Strings.places)) \(drawn + undrawn)",
            "\(scene.localized(Strings.onMap)) \(drawn)",
            undrawn > 0 ? "\(scene.localized(Strings.notOnMap)) \(undrawn)" : nil,
            scene.localized(
                Strings.name(of: scene.ranking.order, by: scene.context.graph.case.placeWord)),
            scene.window.zoom > 0 ? scene.localized(Strings.magnified(times)) : nil,
        ].compactMap { $0 }
        var text = ""
        for part in parts {
            let longer = text + (text.isEmpty ? " " : " · ") + part
            if longer.columns <= line.columns { text = longer }
        }
        grid.write(text, in: line, style: Theme.title)
    }

    private func drawMap(_ labels: MapLabels, in area: Rect, on grid: inout Grid) {
        let lines = scene.lines()
        grid.draw(lines.graticule, in: area, style: Theme.faint)
        grid.draw(lines.outlines, in: area, style: Theme.outline)
        grid.draw(lines.others, in: area, style: Theme.faint)
        grid.draw(lines.own, in: area, style: Theme.tie)
        // What is left of a degree beside the name of a place would be read as part of that.
        for (text, start) in lines.degrees
        where !labels.cover(start.column..<start.column + text.columns, of: start.row) {
            grid.write(
                text, at: Point(row: area.row + start.row, column: area.column + start.column), in: area,
                style: Theme.faint)
        }
        // In the order of the places, so that equal maps are equal frames.
        for label in labels.labels.values.sorted(by: { $0.place < $1.place }) {
            draw(label, in: area, on: &grid)
        }
        drawBar(labels, in: area, on: &grid)
        for (place, marker) in labels.markers.sorted(by: { $0.key < $1.key }) {
            let mark = scene.plan.mark(of: place)
            let point = Point(row: area.row + marker.row, column: area.column + marker.column)
            let isSelected = place == scene.selected
            let style = Style(scene.style(of: place).attributes, colour: Theme.colour(mark.colour))
            grid.put(mark.glyph, at: point, style: isSelected ? Theme.selected : style)
            grid.react(Rect(row: point.row, column: point.column, columns: 1, rows: 1), as: .part(place))
            if isSelected { grid.cursor = point }
        }
    }

    /// A label with a blank on each side, so that no line touches it.
    private func draw(_ label: MapLabels.Label, in area: Rect, on grid: inout Grid) {
        let style = label.place == scene.selected ? Theme.selected : scene.style(of: label.place)
        let start = Point(row: area.row + label.start.row, column: area.column + label.start.column)
        let blanks = Rect(
            row: start.row, column: max(area.column, start.column - 1),
            columns: min(area.right, start.column + label.text.columns + 1)
                - max(area.column, start.column - 1), rows: 1)
        grid.fill(blanks)
        grid.react(blanks, as: .part(label.place))
        grid.write(label.text, at: start, in: area, style: style)
    }

    /// The blank between the selected marker and its label is highlighted too.
    private func drawBar(_ labels: MapLabels, in area: Rect, on grid: inout Grid) {
        guard let selected = scene.selected, let marker = labels.markers[selected],
            let label = labels.labels[selected], label.start.row == marker.row
        else { return }
        let blank = marker.column + (label.start.column > marker.column ? 1 : -1)
        grid.put(
            " ", at: Point(row: area.row + marker.row, column: area.column + blank), style: Theme.selected)
    }
}

extension MapScene {
    /// The style of a place's name: dim without items, bold if the selected place borders it.
    func style(of place: Int) -> Style {
        if ranking.count(of: place) == 0 { return Theme.faint }
        return isNeighbour(place) ? Theme.title : .plain
    }
}
