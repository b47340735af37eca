import CaseModel
import Screen

/// The map: places at their coordinates, their borders, and the number of items at each.
///
/// Arrow keys move to the nearest place in a direction; Tab goes through the places in their order, including those
/// without coordinates, which are listed, and those at the spot of another, such as a prefecture and its seat. The
/// selection is always in view: panning moves it along.
package struct MapChart: ChartDrawing {
    static let name = ChartName.map
    static let title = Text(chinese: "地图", english: "map")
    package enum Action: CaseIterable, Hashable, Sendable {
        /// Select the next or previous place in the order.
        case next, previous
        case zoomIn, zoomOut, fit
        case panLeft, panRight, panUp, panDown
        case order
    }

    static let keys =
        KeyTable.sideRows(in: .map) + [
            row(.next, [.tab], .move, "下一个地点", "next place", hint: .init(5, "下一个", "next")),
            row(.previous, [.backTab], .move, "上一个地点", "previous place"),
            row(.zoomIn, ["+", "="], .here, "放大", "zoom in", hint: .init(5, "缩放", "zoom")),
            row(.zoomOut, ["-"], .here, "缩小", "zoom out", hint: .init(5, "缩放", "zoom")),
            row(.order, ["o"], .here, "换地点次序", "other order of places", hint: .init(5, "排序", "order")),
            row(.fit, ["0"], .here, "显示全部地点", "show all places", hint: .init(5, "全部", "fit")),
            row(.panLeft, ["<"], .here, "看西边", "pan west", hint: .init(5, "平移", "pan")),
            row(.panRight, [">"], .here, "看东边", "pan east", hint: .init(5, "平移", "pan")),
            row(.panUp, ["K"], .here, "看北边", "pan north", hint: .init(5, "平移", "pan")),
            row(.panDown, ["J"], .here, "看南边", "pan south", hint: .init(5, "平移", "pan")),
            enterRow(
                "列出此地条目",
                "list the items here, or its page",
                hint: .init(1, "打开", "open")),
        ]

    static func needsScreen(_ action: Action) -> Bool {
        switch action {
        case .zoomIn, .zoomOut, .fit, .panLeft, .panRight, .panUp, .panDown: true
        case .next, .previous, .order: false
        }
    }

    /// The order of the places.
    private(set) var order = MapRanking.Order.items
    /// The number of the selected place; nil if the case has no places.
    private(set) var selected: Int?
    /// The zoom level and the last centre.
    private(set) var zoom = 0
    private(set) var centre = MapCentre()
    /// The first visible row of the list.
    private(set) var top: MapList.Row?

    init(in graph: CaseGraph) {
        selected = graph.case.places.indices.first
    }

    /// Opens at the place whose page is open, else at a place of the item selected in the panes, preferably one on
    /// the map, else at the place with most items.
    init(opening context: ChartContext) {
        let places = context.selected.map { context.graph.item($0).places } ?? []
        let numbers = places.compactMap { context.graph.number(of: $0) }
        let drawn = numbers.first { context.mapPlan.points[$0] != nil }
        selected = drawn ?? numbers.first ?? context.mapRanking(by: order).all.first
        if case .entity(.place(let number))? = context.subject { selected = number }
        scroll(in: context)
    }

    mutating func move(_ movement: Movement, in context: ChartContext) {
        let page = max(1, layout(in: context).list.rows - 1)
        let count = context.mapPlan.points.count
        switch movement {
        case .up: go(.north, in: context)
        case .down: go(.south, in: context)
        case .left: go(.west, in: context)
        case .right: go(.east, in: context)
        case .pageUp: step(by: -page, in: context)
        case .pageDown: step(by: page, in: context)
        case .first: step(by: -count, in: context)
        case .last: step(by: count, in: context)
        }
    }

    mutating func perform(_ action: Action, in context: ChartContext) -> Text? {
        guard selected != nil else { return Strings.noPlace }
        switch action {
        case .next: turn(by: 1, in: context)
        case .previous: turn(by: -1, in: context)
        case .zoomIn: return zoom(to: zoom + 1, orSay: Strings.closest, in: context)
        case .zoomOut: return zoom(to: zoom - 1, orSay: Strings.allPlaces, in: context)
        case .fit: return zoom(to: 0, orSay: Strings.allPlaces, in: context)
        case .panLeft: return pan(.west, in: context)
        case .panRight: return pan(.east, in: context)
        case .panUp: return pan(.north, in: context)
        case .panDown: return pan(.south, in: context)
        case .order:
            order = order.cycled()
            scroll(in: context)
        }
        return nil
    }

    func item(in context: ChartContext) -> Int? { nil }

    func subject(in context: ChartContext) -> Subject? { selected.map { .place($0) } }

    /// The items at the place, or the place's page if none of its items is shown.
    func choice(in context: ChartContext) -> ChartChoice {
        guard let selected else { return .nothing(Strings.noPlace) }
        let items = context.mapPlan.items[selected].filter(context.isShown)
        if items.isEmpty { return .subject(.place(selected)) }
        let title = context.language.localized(context.graph.case.places[selected].title)
        return .items(items, title: "\(title) \(items.count)")
    }

    func draw(in area: Rect, on grid: inout Grid, context: ChartContext) {
        var chart = self
        chart.scroll(in: context)
        MapView(MapScene(chart, in: context, area: area)).draw(in: area, on: &grid)
    }

    /// A part is a place.
    func selecting(part number: Int, in context: ChartContext) -> Self? {
        guard context.graph.case.places.indices.contains(number) else { return nil }
        var chosen = self
        chosen.select(number, in: context)
        return chosen
    }

    /// Over the list the wheel goes through its rows, whose neighbours are not those of the map.
    func turningWheel(by step: Int, at point: Point, in area: Rect, context: ChartContext) -> Self? {
        guard layout(of: area, in: context).list.contains(point) else { return nil }
        var turned = self
        turned.step(by: step, in: context)
        return turned
    }

    /// The places as the list beside the map has them.
    func text(in context: ChartContext) -> ChartText {
        let (places, language) = (context.graph.case.places, context.language)
        guard !places.isEmpty else { return ChartText([language.localized(Strings.noPlace)]) }
        let ranking = context.mapRanking(by: order)
        var text = ChartText(["\(language.localized(Strings.places)) \(places.count)"])
        for row in MapList.Row.all(of: ranking) {
            switch row {
            case .drawn:
                text.add(heading: "\(language.localized(Strings.onMap)) \(ranking.drawn.count)")
            case .undrawn:
                let name = ranking.inner.isEmpty ? Strings.notOnMap : Strings.elsewhere
                text.add(heading: "\(language.localized(name)) \(ranking.elsewhere.count)")
            case .place(let number):
                var chosen = self
                chosen.selected = number
                let count = ranking.count(of: number)
                let facts = [
                    language.line(places[number].title), places[number].province.map(language.localized),
                    language.localized(Strings.items(count, of: count)),
                ]
                let isInner = context.mapPlan.points[number] == nil && context.mapPlan.hosts[number] != nil
                text.add(
                    facts.compactMap { $0 }.joined(separator: " · "), indent: isInner ? 1 : 0,
                    isSelected: number == selected, choosing: chosen)
            }
        }
        return text
    }
}

extension MapChart {
    /// `at=plc-x&order=items&zoom=2&centre=12000,-3400`: the selected place, the order, the zoom level, and the
    /// centre in metres east and north of the middle of all places.
    static var properties: [ChartProperty<MapChart>] {
        [
            .place("at", \.selected), ChartProperty("order", \.order),
            ChartProperty("zoom") { chart, _ in
                String(chart.zoom)
            } read: { chart, text, _ in
                chart.zoom = min(max(0, Int(text) ?? 0), MapWindow.closest)
            },
            ChartProperty("centre") { chart, _ in
                "\(chart.centre.east),\(chart.centre.north)"
            } read: { chart, text, _ in
                let metres = text.split(separator: ",").compactMap { Int($0) }
                if metres.count == 2 { chart.centre = MapCentre(east: metres[0], north: metres[1]) }
            },
            ChartProperty("top", \.top, isScroll: true) { row, graph in
                switch row {
                case .drawn: "drawn"
                case .undrawn: "undrawn"
                case .place(let number): "at:" + graph.case.places[number].id.text
                }
            } decode: { text, graph in
                switch text {
                case "drawn": .drawn
                case "undrawn": .undrawn
                case _: graph.case.places.firstIndex { "at:" + $0.id.text == text }.map { .place($0) }
                }
            },
        ]
    }

    /// `plc-x items 2 12000 -3400`, with a hyphen for no place.
    static func properties(inVersion1 text: String) -> [String: String] {
        let words = text.split(separator: " ").map(String.init)
        guard words.count == 5, MapRanking.Order(rawValue: words[1]) != nil,
            words[2...].allSatisfy({ Int($0) != nil })
        else { return [:] }
        return ["at": words[0], "order": words[1], "zoom": words[2], "centre": "\(words[3]),\(words[4])"]
    }
}

extension MapChart {
    private func layout(in context: ChartContext) -> MapLayout { layout(of: Rect(context.area), in: context) }

    private func layout(of area: Rect, in context: ChartContext) -> MapLayout {
        MapLayout(area, hasUndrawn: !context.mapRanking(by: order).undrawn.isEmpty)
    }

    private func window(in context: ChartContext) -> MapWindow {
        window(size: layout(in: context).map.size, of: context.mapPlan)
    }

    /// The part of the plan visible on a map of this many cells.
    func window(size: Size, of plan: MapPlan) -> MapWindow {
        MapWindow(
            plan, size: size, zoom: zoom, centre: centre, showing: selected.flatMap { plan.points[$0] })
    }

    private mutating func select(_ place: Int, in context: ChartContext) {
        selected = place
        centre = window(in: context).centre
        scroll(in: context)
    }

    /// Selects the nearest place in a direction. Places without coordinates are treated as a column to the right of
    /// the map.
    private mutating func go(_ direction: Direction, in context: ChartContext) {
        guard let selected else { return }
        let plan = context.mapPlan
        if plan.points[selected] == nil {
            switch direction {
            case .north: step(by: -1, in: context)
            case .south: step(by: 1, in: context)
            case .west:
                if let first = context.mapRanking(by: order).drawn.first { select(first, in: context) }
            case .east: break
            }
        } else if let next = plan.neighbour(of: selected, going: direction) {
            select(next, in: context)
        }
    }

    /// Moves the selection by some places in the order, stopping at the ends.
    private mutating func step(by step: Int, in context: ChartContext) {
        let all = context.mapRanking(by: order).all
        guard let here = selected.flatMap({ all.firstIndex(of: $0) }) else { return }
        select(all[min(max(0, here + step), all.count - 1)], in: context)
    }

    /// Selects the next or previous place in the order, wrapping around at the ends.
    private mutating func turn(by step: Int, in context: ChartContext) {
        let all = context.mapRanking(by: order).all
        guard let here = selected.flatMap({ all.firstIndex(of: $0) }) else { return }
        select(all[(here + step + all.count) % all.count], in: context)
    }

    /// Zooms around the selected place, or around the centre if it has no coordinates.
    private mutating func zoom(to zoom: Int, orSay reason: Text, in context: ChartContext) -> Text? {
        let plan = context.mapPlan
        guard plan.points.contains(where: { $0 != nil }) else { return Strings.noPlaceOnMap }
        guard (0...MapWindow.closest).contains(zoom), zoom != self.zoom else { return reason }
        if zoom > self.zoom, let point = selected.flatMap({ plan.points[$0] }) { centre = MapCentre(point) }
        self.zoom = zoom
        centre = window(in: context).centre
        return nil
    }

    /// Pans by half a window. If the selection leaves the view, a visible place is selected instead, or else the
    /// next one in the direction.
    private mutating func pan(_ direction: Direction, in context: ChartContext) -> Text? {
        let (plan, ranking) = (context.mapPlan, context.mapRanking(by: order))
        guard !ranking.drawn.isEmpty else { return Strings.noPlaceOnMap }
        guard zoom > 0 else { return Strings.allPlaces }
        let before = window(in: context)
        let after = MapWindow(plan, size: before.size, zoom: zoom, centre: before.panned(to: direction))
        guard after.centre != before.centre else { return Strings.noPlaceFurther }
        centre = after.centre
        guard let selected, let point = plan.points[selected], after.cell(of: point) == nil else {
            return nil
        }
        func distance(_ place: Int) -> Double { plan.points[place].map(after.distance(of:)) ?? .infinity }
        let inView = ranking.drawn.filter { place in plan.points[place].flatMap(after.cell) != nil }
        let further = ranking.drawn.filter { place in
            plan.points[place].map { direction.way(from: point, to: $0).forward > 0 } ?? false
        }
        guard let next = (inView.isEmpty ? further : inView).min(by: { distance($0) < distance($1) }) else {
            centre = before.centre
            return Strings.noPlaceFurther
        }
        select(next, in: context)
        return nil
    }

    /// Scrolls the list so that the selected place is visible.
    private mutating func scroll(in context: ChartContext) {
        let rows = MapList.Row.all(of: context.mapRanking(by: order))
        let place = selected.flatMap { rows.firstIndex(of: .place($0)) }
        let first = Scrolling.top(
            top.flatMap { rows.firstIndex(of: $0) } ?? 0, showing: place, of: rows.count,
            in: layout(in: context).list.rows)
        top = rows[first]
    }
}
