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
        drawLegend(hidden: labels.hidden.count, in: layout.legend, on: &grid)
        MapDetails(scene).draw(on: &grid)
        if layout.map.isEmpty || layout.details.rows == area.rows {
            grid.cursor = Point(row: layout.details.row, column: layout.details.column)
        }
    }

    private func write(_ text: Text, in area: Rect, on grid: inout Grid) {
        let room = area.inset(columns: 1)
        for (number, line) in Wrapping.lines(of: scene.localized(text), columns: room.columns).enumerated() {
            grid.write(line, in: room.line(number + area.rows / 3), style: Theme.faint)
        }
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
            scene.localized(Strings.name(of: scene.ranking.order)),
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
        grid.draw(lines.others, in: area, style: Theme.faint)
        grid.draw(lines.own, in: area, style: Theme.tie)
        for label in labels.labels.values { draw(label, in: area, on: &grid) }
        drawBar(labels, in: area, on: &grid)
        for (place, marker) in labels.markers {
            let mark = scene.plan.mark(of: place)
            let point = Point(row: area.row + marker.row, column: area.column + marker.column)
            let isSelected = place == scene.selected
            let style = Style(scene.style(of: place).attributes, colour: mark.colour)
            grid.put(mark.glyph, at: point, style: isSelected ? Theme.selected : style)
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

    /// The meaning of the marks, the number of hidden places and the scale bar, on a rule between map and details.
    private func drawLegend(hidden: Int, in line: Rect, on grid: inout Grid) {
        grid.fill(line, with: Theme.rule, style: Theme.frame)
        let divider = scene.layout.divider
        if !divider.isEmpty, !line.isEmpty {
            let joint: Character = divider.bottom > line.row ? "┤" : "┴"
            grid.put(joint, at: Point(row: line.row, column: divider.column), style: Theme.frame)
        }
        var column = line.column + min(2, line.columns)
        func write(_ spans: [Span]) {
            let columns = spans.reduce(0) { $0 + $1.text.columns }
            guard column + columns <= line.right else { return }
            let room = Rect(row: line.row, column: column, columns: line.right - column, rows: line.rows)
            column += grid.write(spans, in: room)
        }
        // The number of hidden places comes first on a narrow screen.
        if hidden > 0 {
            write([Span(" \(scene.localized(Strings.underOthers(hidden))) ", style: Theme.notice)])
        }
        for (title, mark) in scene.plan.legend {
            write([
                Span(" "), Span(String(mark.glyph), style: Style(colour: mark.colour)),
                Span(" \(scene.localized(title)) ", style: Theme.faint),
            ])
        }
        if !scene.plan.borders.isEmpty {
            write([
                Span(" ⠤⠤ ", style: Theme.tie),
                Span("\(scene.localized(Strings.borders)) ", style: Theme.faint),
            ])
        }
        if !scene.ranking.drawn.isEmpty, let bar = scene.window.scaleBar(atMost: 12) {
            let length = "├" + String(repeating: "─", count: max(0, bar.columns - 2)) + "┤"
            let text = " \(length) \(bar.kilometres) \(scene.localized(Strings.kilometres)) "
            write([Span(text, style: Theme.faint)])
        }
    }
}

extension MapScene {
    /// The style of a place's name: dim without items, bold if the selected place borders it.
    func style(of place: Int) -> Style {
        if ranking.count(of: place) == 0 { return Theme.faint }
        return isNeighbour(place) ? Theme.title : .plain
    }
}

/// All places with their numbers of items: in a list beside the map or, without room for it, those without
/// coordinates in one line.
struct MapList {
    /// One line of the list.
    enum Row: Hashable, Sendable {
        /// The heading of the places on the map.
        case drawn
        /// The heading of the places without coordinates.
        case undrawn
        /// The place of this number.
        case place(Int)

        /// The lines from top to bottom.
        static func all(of ranking: MapRanking) -> [Row] {
            let undrawn = ranking.undrawn.isEmpty ? [] : [.undrawn] + ranking.undrawn.map { Row.place($0) }
            return [.drawn] + ranking.drawn.map { .place($0) } + undrawn
        }
    }

    private let scene: MapScene
    /// The least number of columns for the province beside the name.
    private static let wide = 40

    init(_ scene: MapScene) {
        self.scene = scene
    }

    func draw(on grid: inout Grid) {
        let area = scene.layout.list
        let rows = Row.all(of: scene.ranking).drop { scene.chart.top != nil && $0 != scene.chart.top }
        let digits = String(scene.ranking.items.map(\.count).max() ?? 0).columns
        for (number, row) in rows.prefix(max(0, area.rows)).enumerated() {
            draw(row, digits: digits, in: area.line(number), on: &grid)
        }
        drawStrip(in: scene.layout.strip, on: &grid)
    }

    private func draw(_ row: Row, digits: Int, in line: Rect, on grid: inout Grid) {
        switch row {
        case .drawn:
            grid.write(
                "\(scene.localized(Strings.onMap)) \(scene.ranking.drawn.count)", in: line,
                style: Theme.heading)
        case .undrawn:
            grid.write(
                "\(scene.localized(Strings.notOnMap)) \(scene.ranking.undrawn.count)", in: line,
                style: Theme.heading)
        case .place(let place): draw(place, digits: digits, in: line, on: &grid)
        }
    }

    /// `■ 遵义市  贵州  29`: mark, name, province where there is room, number of items.
    private func draw(_ place: Int, digits: Int, in line: Rect, on grid: inout Grid) {
        let isSelected = place == scene.selected
        let style = isSelected ? Theme.selected : scene.style(of: place)
        let isDrawn = scene.plan.points[place] != nil
        let mark = scene.plan.mark(of: place)
        let number = String(scene.ranking.count(of: place))
        let count = String(repeating: " ", count: digits - number.columns) + number
        let province = scene.places[place].province.map(scene.localized) ?? ""
        let provinceColumns = line.columns >= Self.wide ? 11 : 0
        let room = line.columns - 2 - provinceColumns - count.columns - 2
        grid.write(
            [
                Span(
                    isDrawn ? "\(mark.glyph) " : "  ",
                    style: isSelected ? style : Style(style.attributes, colour: mark.colour)),
                Span(TextFit.padded(scene.title(of: place), to: room) + " ", style: style),
                Span(TextFit.padded(province, to: provinceColumns), style: isSelected ? style : Theme.faint),
                Span(count + " ", style: style),
            ], in: line)
        if isSelected { grid.cursor = Point(row: line.row, column: line.column) }
    }

    /// `不在图上 56：重庆市 41、贵州省 22…`, starting late enough to show the selected place.
    private func drawStrip(in line: Rect, on grid: inout Grid) {
        guard !line.isEmpty else { return }
        let undrawn = scene.ranking.undrawn
        let isChinese = scene.language.interface == .chinese
        let colon = isChinese ? "：" : ": "
        let (comma, mark) = (isChinese ? "、" : ", ", "…")
        let head = " \(scene.localized(Strings.notOnMap)) \(undrawn.count)\(colon)"
        var column = line.column + grid.write(head, in: line, style: Theme.heading)
        let chosen = scene.selected.flatMap { undrawn.firstIndex(of: $0) }
        let names = undrawn.map {
            "\(scene.localized(scene.places[$0].title)) \(scene.ranking.count(of: $0))"
        }
        // As many as fit between the ellipses.
        let room = line.right - column - 2 * mark.columns
        func count(from first: Int) -> Int {
            var used = 0
            return names[first...].prefix { name in
                used += name.columns + comma.columns
                return used - comma.columns <= room
            }.count
        }
        var first = 0
        if let chosen {
            // The line scrolls by whole pages, so that it stays still while the selection moves along it.
            while first + max(1, count(from: first)) <= chosen { first += max(1, count(from: first)) }
        }
        let last = min(names.count, first + max(1, count(from: first)))
        if first > 0 {
            column += grid.write(
                mark, at: Point(row: line.row, column: column), in: line, style: Theme.faint)
        }
        for number in first..<max(first, last) {
            let rest = Rect(row: line.row, column: column, columns: line.right - column, rows: line.rows)
            let isSelected = number == chosen
            if isSelected, !line.isEmpty {
                grid.cursor = Point(row: line.row, column: min(column, line.right - 1))
            }
            let style = isSelected ? Theme.selected : scene.style(of: undrawn[number])
            column += grid.write(names[number], in: rest, style: style)
            let sign = number + 1 < last ? comma : last < names.count ? mark : ""
            column += grid.write(
                sign, at: Point(row: line.row, column: column), in: line, style: Theme.faint)
        }
    }
}

/// The details of the selected place: names, coordinates with their source, borders, and items.
struct MapDetails {
    private let scene: MapScene
    private let wording: Wording

    init(_ scene: MapScene) {
        self.scene = scene
        wording = Wording(case: scene.context.graph.case, language: scene.language)
    }

    func draw(on grid: inout Grid) {
        let area = scene.layout.details
        let room = area.inset(columns: area.columns >= 20 ? 1 : 0)
        guard let place = scene.selected else { return }
        guard room.rows > 1 else {
            let facts = [
                scene.places[place].province.map(scene.localized), count(of: place), neighbours(of: place),
            ]
            let text = facts.compactMap { $0 }.joined(separator: " · ")
            grid.write(
                [Span(scene.title(of: place), style: Theme.title), Span("  " + text)], in: room.line(0))
            return
        }
        let titles = titles(of: place)
        let name = Span(titles, style: Theme.title)
        let facts = facts(of: place)
        let isTogether = titles.columns + facts.columns + 2 <= room.columns || room.rows < 4
        var lines = [
            isTogether ? [name, Span("  " + facts, style: Theme.faint)] : [name],
            isTogether ? nil : [Span(facts, style: Theme.faint)], [Span(neighbours(of: place))],
        ].compactMap { $0 }
        if room.rows > 6, let summary = scene.places[place].summary {
            let wrapped = scene.language.paragraphs(summary).flatMap { text in
                Wrapping.lines(of: text, columns: room.columns)
            }
            lines += wrapped.map { [Span($0)] }
        }
        for (number, spans) in lines.enumerated() { grid.write(spans, in: room.line(number)) }
        drawItems(
            of: place,
            in: Rect(
                row: room.row + lines.count, column: room.column, columns: room.columns,
                rows: room.rows - lines.count), on: &grid)
    }

    /// The items there, as many as fit.
    private func drawItems(of place: Int, in area: Rect, on grid: inout Grid) {
        let titles = scene.ranking.items[place].map { scene.context.graph.item($0).title }
        let text = count(of: place) + (titles.isEmpty ? "" : colon)
        let lines = Wrapping.lines(
            of: [Span(text, style: Theme.faint), Span(wording.list(titles))], columns: area.columns)
        for (number, spans) in lines.prefix(area.rows).enumerated() {
            let isCut = number + 1 == area.rows && number + 1 < lines.count
            grid.write(spans + (isCut ? [Span("…", style: Theme.faint)] : []), in: area.line(number))
        }
    }

    /// The name in every language, the displayed one first.
    private func titles(of place: Int) -> String {
        let title = scene.places[place].title
        let names = [scene.localized(title)] + title.wordings
        return names.enumerated().filter { !names[..<$0].contains($1) }.map(\.element).joined(separator: "  ")
    }

    private func facts(of place: Int) -> String {
        let province = scene.places[place].province.map(scene.language.line)
        let coordinates =
            wording.coordinates(of: scene.places[place]) ?? scene.localized(Strings.noCoordinates)
        return [province, coordinates].compactMap { $0 }.joined(separator: " · ")
    }

    private func neighbours(of place: Int) -> String {
        let neighbours = scene.plan.neighbours[place].map { scene.places[$0].title }
        let heading = "\(scene.localized(Strings.borders)) \(neighbours.count)"
        return heading + (neighbours.isEmpty ? "" : colon + wording.list(neighbours))
    }

    private func count(of place: Int) -> String {
        "\(scene.localized(Strings.items)) \(scene.ranking.count(of: place))"
    }

    private var colon: String { scene.language.interface == .chinese ? "：" : ": " }
}
