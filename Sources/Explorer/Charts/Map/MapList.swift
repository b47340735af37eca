import CaseModel
import Screen
import TextLayout

/// All places with the number of items there: in a list beside the map, or, where there is no room for one, those
/// without coordinates in one line.
struct MapList {
    /// One line of the list.
    enum Row: Hashable, Sendable {
        /// Above the places on the map.
        case drawn
        /// Above the others.
        case undrawn
        /// The place of this number.
        case place(Int)

        /// The lines, top to bottom.
        static func all(of ranking: MapRanking) -> [Row] {
            let undrawn = ranking.undrawn.isEmpty ? [] : [.undrawn] + ranking.undrawn.map { Row.place($0) }
            return [.drawn] + ranking.drawn.map { .place($0) } + undrawn
        }
    }

    private let scene: MapScene
    /// From this many columns on the province stands beside the name.
    private static let wide = 40

    init(_ scene: MapScene) {
        self.scene = scene
    }

    func draw(on grid: inout Grid) {
        let area = scene.layout.list
        let rows = Row.all(of: scene.ranking).drop { scene.chart.top != nil && $0 != scene.chart.top }
        for (number, row) in rows.prefix(max(0, area.rows)).enumerated() {
            draw(row, in: area.line(number), on: &grid)
        }
        drawStrip(in: scene.layout.strip, on: &grid)
    }

    private func draw(_ row: Row, in line: Rect, on grid: inout Grid) {
        switch row {
        case .drawn:
            grid.write(
                "\(scene.say(Strings.onMap)) \(scene.ranking.drawn.count)", in: line, style: Theme.heading)
        case .undrawn:
            grid.write(
                "\(scene.say(Strings.notOnMap)) \(scene.ranking.undrawn.count)", in: line,
                style: Theme.heading)
        case .place(let place): draw(place, in: line, on: &grid)
        }
    }

    /// `■ 遵义市  贵州  29`: mark, name, province where there is room, number of items.
    private func draw(_ place: Int, in line: Rect, on grid: inout Grid) {
        let isSelected = place == scene.selected
        let style = isSelected ? Theme.selected : scene.style(of: place)
        let isDrawn = scene.plan.points[place] != nil
        let mark = scene.plan.mark(of: place)
        let digits = scene.ranking.items.map { String($0.count).columns }.max() ?? 0
        let number = String(scene.ranking.count(of: place))
        let count = String(repeating: " ", count: digits - number.columns) + number
        let province = scene.places[place].province.map(scene.say) ?? ""
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

    /// `不在图上 56：重庆市 41、贵州省 22…`, from the selected place on where it would not be seen otherwise.
    private func drawStrip(in line: Rect, on grid: inout Grid) {
        let undrawn = scene.ranking.undrawn
        let isChinese = scene.language.languages[0] == .chinese
        let colon = isChinese ? "：" : ": "
        let (comma, mark) = (isChinese ? "、" : ", ", "…")
        let head = " \(scene.say(Strings.notOnMap)) \(undrawn.count)\(colon)"
        var column = line.column + grid.write(head, in: line, style: Theme.heading)
        let chosen = scene.selected.flatMap { undrawn.firstIndex(of: $0) }
        let names = undrawn.map { "\(scene.say(scene.places[$0].title)) \(scene.ranking.count(of: $0))" }
        // As many from the first on as leave room for the marks around them.
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
            // Whole pages, so that the line stands still while one walks along it.
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
