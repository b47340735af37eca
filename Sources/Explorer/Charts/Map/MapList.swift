import CaseModel
import Screen
import TextLayout

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
            let drawn = ranking.drawn.flatMap { [$0] + (ranking.inner[$0] ?? []) }.map { Row.place($0) }
            let elsewhere = ranking.elsewhere.map { Row.place($0) }
            return [.drawn] + drawn + (elsewhere.isEmpty ? [] : [.undrawn]) + elsewhere
        }
    }

    private let scene: MapScene
    /// The least number of columns for the province beside the name.
    private static let wide = 40
    private static let inside = "└"

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
            let name = scene.ranking.inner.isEmpty ? Strings.notOnMap : Strings.elsewhere
            grid.write(
                "\(scene.localized(name)) \(scene.ranking.elsewhere.count)", in: line, style: Theme.heading)
        case .place(let place): draw(place, digits: digits, in: line, on: &grid)
        }
    }

    /// `■ 遵义市 ★  贵州  29`: mark, name with the reader's signs, province where there is room, number of items. A place
    /// that lies in the one above is indented.
    private func draw(_ place: Int, digits: Int, in line: Rect, on grid: inout Grid) {
        let isSelected = place == scene.selected
        let style = isSelected ? Theme.selected : scene.style(of: place)
        let isDrawn = scene.plan.points[place] != nil
        let mark = scene.plan.mark(of: place)
        let count = TextFit.rightAligned(String(scene.ranking.count(of: place)), to: digits)
        let province = scene.places[place].province.map(scene.localized) ?? ""
        let provinceColumns = line.columns >= Self.wide ? 11 : 0
        let lead = isDrawn ? "\(mark.glyph) " : scene.plan.hosts[place] == nil ? "  " : "  \(Self.inside) "
        let room = line.columns - lead.columns - provinceColumns - count.columns - 2
        let signs = scene.context.marker(of: .place(place))?.tail
        let title = TextFit.padded(scene.title(of: place), to: room - (signs?.text.columns ?? 0))
        grid.write(
            [
                Span(
                    lead,
                    style: isSelected ? style : Style(style.attributes, colour: Theme.colour(mark.colour))),
                Span(title, style: style), signs?.with(style: isSelected ? style : Theme.notebook),
                Span(" ", style: style),
                Span(TextFit.padded(province, to: provinceColumns), style: isSelected ? style : Theme.faint),
                Span(count + " ", style: style),
            ].compactMap(\.self), in: line)
        grid.react(line, as: .part(place))
        if isSelected { grid.cursor = Point(row: line.row, column: line.column) }
    }

    /// `不在图上 56：重庆市 41、贵州省 22…`, starting late enough to show the selected place.
    private func drawStrip(in line: Rect, on grid: inout Grid) {
        guard !line.isEmpty else { return }
        let undrawn = scene.ranking.undrawn
        let punctuation = scene.language.interface
        let (comma, mark) = (punctuation.listComma, "…")
        let head = " \(scene.localized(Strings.notOnMap)) \(undrawn.count)\(punctuation.colon)"
        var column = line.column + grid.write(head, in: line, style: Theme.heading)
        let chosen = scene.selected.flatMap { undrawn.firstIndex(of: $0) }
        let names = undrawn.map {
            let signs = scene.context.marker(of: .place($0))?.tail.text ?? ""
            return "\(scene.localized(scene.places[$0].title))\(signs) \(scene.ranking.count(of: $0))"
        }
        // As many as fit between the ellipses.
        let page = Self.page(
            of: names.map(\.columns), with: chosen ?? 0, gap: comma.columns,
            room: line.right - column - 2 * mark.columns)
        if page.lowerBound > 0 {
            column += grid.write(
                mark, at: Point(row: line.row, column: column), in: line, style: Theme.faint)
        }
        for number in page {
            let rest = line.dropFirst(columns: column - line.column)
            let isSelected = number == chosen
            if isSelected, !line.isEmpty {
                grid.cursor = Point(row: line.row, column: min(column, line.right - 1))
            }
            let style = isSelected ? Theme.selected : scene.style(of: undrawn[number])
            let columns = grid.write(names[number], in: rest, style: style)
            grid.react(
                Rect(row: line.row, column: column, columns: columns, rows: 1), as: .part(undrawn[number]))
            column += columns
            let sign = number + 1 < page.upperBound ? comma : page.upperBound < names.count ? mark : ""
            column += grid.write(
                sign, at: Point(row: line.row, column: column), in: line, style: Theme.faint)
        }
    }

    /// The page with one of some words of these widths, of as many as fit and at least one. The line scrolls by whole
    /// pages, so that it stays still while the selection moves along it.
    private static func page(of widths: [Int], with chosen: Int, gap: Int, room: Int) -> Range<Int> {
        func end(from first: Int) -> Int {
            var used = 0
            let fitting = widths[first...].prefix { width in
                used += width + gap
                return used - gap <= room
            }
            return first + max(1, fitting.count)
        }
        var first = 0
        while end(from: first) <= chosen { first = end(from: first) }
        return first..<max(first, min(widths.count, end(from: first)))
    }
}
