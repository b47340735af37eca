import BundledCase
import CaseModel
import GoldenSupport
import Screen
import SeededRandom
import Testing

@testable import Explorer

/// The map: its picture and its keys.
@Suite struct MapChartTests {
    private let bundled: CaseGraph

    init() throws {
        bundled = CaseGraph(try BundledCase.open())
    }

    private func opened(
        _ graph: CaseGraph = MapCase.graph, at id: ID<Item>? = nil, columns: Int = 80, rows: Int = 24,
        language: LanguageChoice = .chinese
    ) -> Rehearsal {
        var rehearsal = Rehearsal(graph, columns: columns, rows: rows, language: language)
        if let position = id.flatMap({ graph.position(of: $0) }) { rehearsal.show(position) }
        rehearsal.press("6")
        return rehearsal
    }

    private struct Closed: Error {}

    /// The open map.
    private func chart(_ rehearsal: Rehearsal) throws -> MapChart { try rehearsal.chart(MapChart.self) }

    /// Its contents.
    private func scene(_ rehearsal: Rehearsal) throws -> MapScene {
        let context = rehearsal.state.chartContext
        return MapScene(try chart(rehearsal), in: context, area: Rect(context.area))
    }

    /// The id of the selected place.
    private func here(_ rehearsal: Rehearsal) throws -> String? {
        try chart(rehearsal).selected.map { rehearsal.state.graph.case.places[$0].id.text }
    }

    // MARK: Pictures

    @Test(arguments: [(80, 24), (200, 60), (40, 10)], LanguageChoice.allCases)
    func pictures(size: (Int, Int), language: LanguageChoice) throws {
        var rehearsal = opened(
            bundled, at: "prj-chongqing-guiyang-railway", columns: size.0, rows: size.1, language: language)
        let suffix = "\(size.0)x\(size.1)-\(language)"
        try expect(rehearsal.picture, matchesFile: "map-" + suffix, in: "Pictures")
        rehearsal.press("+", "+", "o", .end)
        try expect(rehearsal.picture, matchesFile: "map-end-" + suffix, in: "Pictures")
    }

    @Test func `provinces, the selection and its neighbours differ even without colour`() throws {
        let rehearsal = opened(language: .english)
        try expect(
            rehearsal.grid.picture(marking: true), matchesFile: "map-styles-80x24-en", in: "Pictures")
        try expect(
            opened(bundled, language: .english).grid.drawn(in: .ascii).description,
            matchesFile: "map-ascii-80x24-en", in: "Pictures")
        let shapes = Set(MapPlan(bundled).legend.map(\.mark.glyph))
        var grid = Grid(size: Size(columns: 1, rows: 1))
        let inASCII = shapes.map { glyph in
            grid.put(glyph, at: Point(row: 0, column: 0))
            return grid.drawn(in: .ascii)[0, 0].character
        }
        #expect(Set(inASCII).count == shapes.count)
    }

    @Test func `the same case makes the same picture`() throws {
        let pictures = try (0..<3).map { _ in opened(CaseGraph(try BundledCase.open())).picture }
        #expect(Set(pictures).count == 1)
    }

    // MARK: Contents

    @Test func `each place has as many items as a filter by place includes`() throws {
        let scene = try scene(opened(bundled))
        let byPlace = bundled.values(of: .place)
        for (number, place) in bundled.case.places.enumerated() {
            let items = try #require(byPlace.first { $0.id == place.id.text }).items
            #expect(scene.ranking.items[number] == items, "\(place.id)")
        }
    }

    @Test func `pins and filter reduce the counts, but hide no place`() throws {
        var rehearsal = Rehearsal(MapCase.graph)
        rehearsal.press("f")
        rehearsal.type("kind:arrangement")
        rehearsal.press(.enter, "6")
        let ranking = try scene(rehearsal).ranking
        #expect(ranking.items.map(\.count) == [3, 2, 2, 0, 0, 0, 4, 0])
        #expect(ranking.all.count == 8)
        let grid = rehearsal.grid
        let west = try #require(try scene(rehearsal).labels().labels[3])
        let cell = try #require(try screenCell(west.start, in: rehearsal))
        #expect(grid[cell.row, cell.column].style == Theme.faint)
        #expect(rehearsal.picture.contains("西县 0"))
    }

    private func screenCell(_ point: Point, in rehearsal: Rehearsal) throws -> Point? {
        let map = try scene(rehearsal).layout.map
        let header = ChartLayout(size: rehearsal.state.size).area.row
        return Point(row: header + map.row + point.row, column: map.column + point.column)
    }

    @Test func `a border stated by either side is drawn, once`() {
        let plan = MapPlan(MapCase.graph)
        #expect(
            plan.borders == [
                .init(one: 0, other: 2), .init(one: 0, other: 1), .init(one: 0, other: 3),
            ])
        #expect(plan.neighbours[6] == [3], "the one without coordinates is told in words")
    }

    @Test func `the details have names, province, coordinates with their source, neighbours and items`() {
        let picture = opened(at: "prj-rail").picture
        for part in [
            " 中心区  Middle District  东省 · 29, 107（GeoNames）", " 相邻 3：南苗族土家族自治县、北县、西县",
            " 条目 3：合作协议、渝贵铁路、河流治理", "地点 8 · 图上 6 · 不在图上 2",
        ] {
            #expect(picture.contains(part), "\(part)")
        }
    }

    @Test func `a long name does not cut off the coordinates and their source`() throws {
        let number = try #require(bundled.number(of: ID<Place>("plc-wansheng")))
        var rehearsal = Rehearsal(bundled, columns: 60, rows: 20, language: .english)
        rehearsal.read(.place(number))
        rehearsal.press("6")
        #expect(rehearsal.picture.contains(" Chongqing · 28.9629, 106.92844 (GeoNames "))
    }

    @Test func `a border is a stroke between two places and reaches neither, so that it is no road`() throws {
        let scene = try scene(opened(at: "prj-rail", columns: 120, rows: 40))
        let lines = scene.lines()
        for border in scene.plan.borders {
            let ends = [border.one, border.other].compactMap { scene.plan.points[$0] }.map(scene.window.dot)
            for end in ends {
                #expect(lines.own.character(at: end.cell) == nil)
                #expect(lines.others.character(at: end.cell) == nil)
            }
            let middle = BrailleCanvas.Dot(
                x: (ends[0].x + ends[1].x) / 2, y: (ends[0].y + ends[1].y) / 2)
            #expect(lines.all.character(at: middle.cell) != nil)
        }
        #expect(opened().picture.contains("接壤（示意）"))
    }

    @Test func `outlines take the place of meridians and parallels, and their source is told`() throws {
        let before = opened(at: "prj-rail")
        #expect(before.picture.contains("108°E") && before.picture.contains("30°N"))
        var made = MapCase.make()
        let corners = [(27.5, 105.5), (27.5, 109.5), (30.5, 109.5), (30.5, 105.5), (27.5, 105.5)]
        let ring = corners.map { PlaceOutline.Vertex(latitude: $0.0, longitude: $0.1) }
        made.places[6].outline = PlaceOutline(source: "survey", licence: "CC0-1.0", rings: [ring])
        var rehearsal = opened(CaseGraph(made), at: "prj-rail")
        #expect(!rehearsal.picture.contains("°E"))
        #expect(rehearsal.picture.contains("轮廓"))
        let scene = try scene(rehearsal)
        let corner = scene.window.dot(of: scene.plan.projection.point(latitude: 29, longitude: 105.5))
        #expect(scene.lines().outlines.character(at: corner.cell) != nil || corner.x < 0)
        rehearsal.press(.end, .up)
        #expect(try here(rehearsal) == "plc-capital")
        #expect(rehearsal.picture.contains("轮廓：survey（CC0-1.0）"))
        rehearsal.press("r")
        #expect(rehearsal.picture.contains("轮廓  survey（CC0-1.0）"))
    }

    @Test func `a map of the whole earth has degrees, also across the 180th meridian`() {
        var made = MapCase.make()
        for (number, place) in [(64.0, 170.0), (-14, -172), (-36, 175), (21, -158), (60, -150), (0, 160)]
            .enumerated()
        {
            (made.places[number].latitude, made.places[number].longitude) = place
        }
        let picture = opened(CaseGraph(made), columns: 120, rows: 40).picture
        for degrees in ["180°", "150°W", "150°E", "30°N", "30°S"] { #expect(picture.contains(degrees)) }
    }

    @Test func `a place without coordinates stands under the one that it lies in, with the reason`() throws {
        var made = MapCase.make()
        made.places[7].within = "plc-north"
        made.places[6].within = "plc-empty"
        made.places[7].reasonForNoCoordinates = Text(chinese: "无可引之处", english: "none that can be cited")
        var rehearsal = opened(CaseGraph(made), columns: 140, rows: 40)
        let ranking = try scene(rehearsal).ranking
        #expect(ranking.inner[1] == [6, 7], "over a place that is not on the map either")
        #expect(ranking.elsewhere == [])
        #expect(ranking.all.sorted() == Array(made.places.indices))
        #expect(rehearsal.picture.contains("└ 空县"))
        while try here(rehearsal) != "plc-empty" { rehearsal.press(.tab) }
        #expect(rehearsal.picture.contains("没有坐标（位于北县，无可引之处）"))
        made.places[0].within = "plc-middle"
        #expect(MapPlan(CaseGraph(made)).hosts[0] == nil, "no place lies in itself")
    }

    // MARK: Moving

    @Test func `it opens at a place of the item, preferably one on the map`() throws {
        #expect(try here(opened(at: "prj-rail")) == "plc-middle")
        #expect(try here(opened(at: "arr-talks")) == "plc-south")
        #expect(try here(opened(at: "drv-law")) == "plc-middle", "where most items are")
        var rehearsal = Rehearsal(MapCase.graph)
        rehearsal.read(.place(7))
        rehearsal.press("6")
        #expect(try here(rehearsal) == "plc-empty", "the place whose page is open")
    }

    @Test func `arrows select the nearest place in their direction, from the list back to the map`() throws {
        var rehearsal = opened(at: "prj-rail")
        for (key, place) in [
            (Key.up, "plc-north"), (.up, "plc-north"), (.down, "plc-middle"), (.right, "plc-east"),
            (.left, "plc-middle"), (.left, "plc-west"), (.left, "plc-west"), (.end, "plc-empty"),
            (.right, "plc-empty"), (.up, "plc-capital"), (.down, "plc-empty"), (.left, "plc-middle"),
            (.home, "plc-middle"),
        ] {
            rehearsal.press(key)
            #expect(try here(rehearsal) == place, "\(key)")
        }
    }

    @Test func `arrows reach every spot of the bundled case on the map from any other; twins are for Tab`() {
        let plan = MapPlan(bundled)
        let drawn = plan.points.indices.filter { plan.points[$0] != nil }
        let spots = Set(drawn.compactMap { plan.points[$0] })
        for start in drawn {
            var reached: Set<Int> = [start]
            var open = [start]
            while let place = open.popLast() {
                for direction in [Direction.north, .south, .east, .west] {
                    let next = plan.neighbour(of: place, going: direction)
                    if let next, reached.insert(next).inserted { open.append(next) }
                }
            }
            #expect(Set(reached.compactMap { plan.points[$0] }) == spots)
        }
    }

    @Test(arguments: MapRanking.Order.allCases)
    func `Tab visits every place once and wraps around`(order: MapRanking.Order) throws {
        for graph in [MapCase.graph, bundled] {
            var rehearsal = opened(graph)
            while try chart(rehearsal).order != order { rehearsal.press("o") }
            let start = try #require(try chart(rehearsal).selected)
            var met: [Int] = []
            repeat {
                met.append(try #require(try chart(rehearsal).selected))
                rehearsal.press(.tab)
            } while try chart(rehearsal).selected != start
            #expect(met.sorted() == Array(graph.case.places.indices))
            rehearsal.press(.backTab)
            #expect(try chart(rehearsal).selected == met.last)
        }
    }

    @Test func `each order sorts as named`() throws {
        var rehearsal = opened()
        #expect(try scene(rehearsal).ranking.all == [0, 1, 2, 3, 4, 5, 6, 7])
        rehearsal.press("o")
        #expect(try scene(rehearsal).ranking.all == [0, 1, 2, 3, 5, 4, 6, 7])
        #expect(rehearsal.picture.contains("按省份"))
        rehearsal.press("o")
        #expect(try scene(rehearsal).ranking.all == [0, 1, 2, 3, 4, 5, 6, 7])
        #expect(rehearsal.picture.contains("按案例次序"))
    }

    @Test func `Enter lists the items there, r opens the place, and so does Enter without items`()
        throws
    {
        var rehearsal = opened(at: "prj-rail")
        rehearsal.press(.enter)
        guard let list = rehearsal.state.picker?.list as? ItemList, let (items, title) = list.choice else {
            throw Closed()
        }
        #expect(items.map { MapCase.graph.item($0).id } == ["arr-pact", "prj-rail", "prj-river"])
        #expect(title == Text("中心区 3"))
        rehearsal.press(.escape, "r")
        #expect(rehearsal.state.reader?.subject == .place(0))
        rehearsal.press("[")
        #expect(try here(rehearsal) == "plc-middle", "the way back leads to the map as it was")
        rehearsal.press("u")
        #expect(rehearsal.state.mode == .list(.links))
        #expect(rehearsal.picture.contains("南苗族土家族自治县"))
        rehearsal.press(.escape, .end, .enter)
        #expect(rehearsal.state.reader?.subject == .place(7))
    }

    // MARK: Zooming

    @Test func `zoom, fit and pan show a notice at their limits`() throws {
        var rehearsal = opened(at: "prj-rail")
        for key: Key in ["-", "0", "<", ">", "J", "K"] {
            rehearsal.press(key)
            #expect(rehearsal.state.notice == Strings.allPlaces)
        }
        for _ in 0..<MapWindow.closest {
            rehearsal.press("+")
            #expect(rehearsal.state.notice == nil)
        }
        rehearsal.press("+")
        #expect(rehearsal.state.notice == Strings.closest)
        for (key, place) in [("<", "plc-west"), ("K", "plc-north"), (">", "plc-east"), ("J", "plc-south")] {
            for _ in 0..<100 where rehearsal.state.notice != Strings.noPlaceFurther {
                rehearsal.press([.character(Character(key))])
            }
            #expect(rehearsal.state.notice == Strings.noPlaceFurther)
            #expect(try here(rehearsal) == place, "what is selected comes along as far as there are places")
            rehearsal.press(.home)
        }
        rehearsal.press("0")
        #expect(try chart(rehearsal).zoom == 0)
    }

    @Test func `an encoded viewpoint has the same place and the same area on any screen`() throws {
        var presenter = opened(bundled, columns: 120, rows: 40)
        presenter.press("+", "+", .right, ">", "o")
        var follower = opened(bundled, columns: 80, rows: 24, language: .english)
        follower.follow(presenter.state.talkPosition)
        let (theirs, ours) = (try chart(presenter), try chart(follower))
        #expect(
            ours.selected == theirs.selected && ours.order == theirs.order && ours.centre == theirs.centre)
        let (shown, seen) = (try scene(presenter).window, try scene(follower).window)
        #expect(seen.zoom == shown.zoom)
        #expect(seen.distance(of: shown.middle) < 20 * 20, "the same land within 20 km")
    }

    // MARK: Few places, small screens

    @Test(arguments: [(200, 60), (80, 24), (40, 10), (20, 5), (3, 3), (1, 1), (0, 0)])
    func `a case without places, or without coordinates, says so`(size: (Int, Int)) throws {
        var (none, unknown) = (MapCase.make(), MapCase.make())
        none.places = []
        unknown.places = Records(
            unknown.places.map { place in
                var place = place
                (place.latitude, place.longitude) = (nil, nil)
                return place
            })
        let keys: [Key] = [
            .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .tab, .backTab, "+", "-", "0", "<",
            ">",
            "J", "K", "o", "x", "X", "y", .escape, "u", .escape,
        ]
        for made in [none, unknown] {
            var rehearsal = opened(CaseGraph(made), columns: size.0, rows: size.1)
            if size.0 >= 40 {
                let phrase = made.places.isEmpty ? Strings.noPlace : Strings.noPlaceOnMap
                #expect(rehearsal.picture.contains(try #require(phrase.chinese)))
            }
            for key in keys {
                rehearsal.press(key)
                #expect(rehearsal.grid.size == Size(columns: size.0, rows: size.1))
            }
        }
        var rehearsal = opened(CaseGraph(none))
        rehearsal.press(.enter)
        #expect(rehearsal.state.notice == Strings.noPlace)
    }

    @Test(arguments: UInt64(0)..<12)
    func `after any keys the selection is in view, and under the cursor`(seed: UInt64) throws {
        var random = Seeded(seed: seed)
        var rehearsal = opened(seed % 2 == 0 ? bundled : MapCase.graph)
        let keys: [Key] = [
            .up, .down, .left, .right, .pageUp, .pageDown, .home, .end, .tab, .tab, .backTab, "+", "+", "-",
            "0", "<", ">", "J", "K", "o", .function(2),
        ]
        for _ in 0..<100 {
            if Int.random(in: 0..<6, using: &random) == 0 {
                rehearsal.resize(
                    columns: Int.random(in: 0...220, using: &random),
                    rows: Int.random(in: 0...70, using: &random))
            } else {
                rehearsal.press(keys.randomElement(using: &random) ?? .up)
            }
            let (scene, grid) = (try scene(rehearsal), rehearsal.grid)
            let selected = try #require(scene.selected)
            if let point = scene.plan.points[selected], !scene.layout.map.isEmpty {
                #expect(scene.window.cell(of: point) != nil)
                #expect(scene.labels().markers[selected] != nil)
            }
            guard grid.size.columns >= 20, grid.size.rows >= 4 else { continue }
            let cursor = try #require(grid.cursor)
            #expect(grid[cursor.row, cursor.column].style.attributes.contains(.reverse))
        }
    }
}
