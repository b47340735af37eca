import BundledCase
import CaseModel
import Foundation
import Screen
import SeededRandom
import Testing

@testable import Explorer

/// The placement of markers and labels at any size: no overlaps, none outside, none missing.
@Suite struct MapLabelsTests {
    private func opened(
        _ graph: CaseGraph, size: Size, language: LanguageChoice, keys: [Key]
    ) throws -> MapScene {
        var rehearsal = Rehearsal(graph, columns: size.columns, rows: size.rows, language: language)
        rehearsal.press(["6"] + keys)
        return try scene(rehearsal)
    }

    private func scene(_ rehearsal: Rehearsal) throws -> MapScene {
        let chart = try rehearsal.chart(MapChart.self)
        let context = rehearsal.state.chartContext
        return MapScene(chart, in: context, area: Rect(context.area))
    }

    /// Checks the invariants of a map at any size.
    private func check(_ scene: MapScene) throws {
        let labels = scene.labels()
        let whole = scene.labels(selecting: scene.selected)
        #expect(
            labels.markers == whole.markers && labels.labels == whole.labels && labels.hidden == whole.hidden,
            "labels that are kept stand where they would be laid out anew")
        let size = scene.layout.map.size
        var cells: [Point: Int] = [:]
        for (place, marker) in labels.markers {
            #expect((0..<size.rows).contains(marker.row) && (0..<size.columns).contains(marker.column))
            #expect(cells.updateValue(place, forKey: marker) == nil, "two markers in a cell")
            let own = try #require(scene.plan.points[place].map(scene.window.dot)).cell
            #expect(abs(own.row - marker.row) <= 1 && abs(own.column - marker.column) <= 1)
        }
        for (place, label) in labels.labels {
            #expect(label.place == place && labels.markers[place] != nil)
            #expect((0..<size.rows).contains(label.start.row))
            #expect(label.columns.lowerBound >= 0 && label.columns.upperBound <= size.columns)
            for column in label.columns {
                let cell = Point(row: label.start.row, column: column)
                #expect(cells.updateValue(place, forKey: cell) == nil, "a label over something at \(cell)")
            }
            let title = scene.localized(scene.places[place].title)
            let count = " \(scene.ranking.count(of: place))"
            #expect(label.text.hasSuffix(count), "the number is never cut")
            let name = String(label.text.dropLast(count.count))
            #expect(
                name == title || name == scene.title(of: place)
                    || name.hasSuffix("…") && title.hasPrefix(name.dropLast()), "\(name)")
        }
        // Every place is drawn, hidden and counted, out of view, or listed.
        for (place, point) in scene.plan.points.enumerated() {
            let isInView = point.flatMap(scene.window.cell) != nil
            let ways = [
                labels.markers[place] != nil, labels.hidden.contains(place), point != nil && !isInView,
                scene.ranking.undrawn.contains(place),
            ]
            #expect(ways.count { $0 } == 1, "\(scene.title(of: place))")
        }
        #expect(Set(labels.hidden).count == labels.hidden.count)
        #expect(Set(scene.ranking.all).count == scene.places.count)
    }

    @Test(arguments: LanguageChoice.allCases)
    func `at any size nothing overlaps and nothing is missing`(language: LanguageChoice) throws {
        let graph = CaseGraph(try BundledCase.open())
        var random = Seeded(seed: 29)
        for _ in 0..<60 {
            let size = Size(
                columns: Int.random(in: 0...220, using: &random), rows: Int.random(in: 0...70, using: &random)
            )
            let zoom = [Key](repeating: "+", count: Int.random(in: 0...4, using: &random))
            let tabs = [Key](repeating: .tab, count: Int.random(in: 0...30, using: &random))
            try check(try opened(graph, size: size, language: language, keys: tabs + zoom))
        }
    }

    @Test(arguments: LanguageChoice.allCases)
    func `from 40 x 10 on the selected place has a label, and every place a marker or is counted`(
        language: LanguageChoice
    ) throws {
        let graph = CaseGraph(try BundledCase.open())
        for size in [(40, 10), (64, 10), (72, 20), (80, 24), (132, 43), (200, 60)] {
            for tabs in 0..<18 {
                var rehearsal = Rehearsal(graph, columns: size.0, rows: size.1, language: language)
                rehearsal.press(["6"] + [Key](repeating: .tab, count: tabs))
                let scene = try scene(rehearsal)
                let labels = scene.labels()
                // A province has no point, and so no label.
                let selected = try #require(scene.selected)
                let isDrawn = scene.plan.points[selected] != nil
                #expect((labels.labels[selected] != nil) == isDrawn, "\(size)")
                #expect(labels.hidden.isEmpty || size.1 <= 24, "\(size)")
                let told = scene.localized(Strings.underOthers(labels.hidden.count))
                #expect(rehearsal.picture.contains(told) == !labels.hidden.isEmpty, "\(size)")
            }
        }
    }

    @Test(arguments: [UInt64(1), 2, 3])
    func `a crowd of places is drawn as far as it fits, and the rest counted`(seed: UInt64) throws {
        var random = Seeded(seed: seed)
        var made = MapCase.make()
        for number in 0..<400 {
            var place = Place(
                id: ID("plc-\(number)"),
                title: Text(chinese: "第\(number)号地点", english: "Place \(number)"))
            place.province = Text("P\(number % 12)")
            place.latitude = Double.random(in: 20...40, using: &random)
            place.longitude = Double.random(in: 90...120, using: &random)
            made.places.append(place)
        }
        let graph = CaseGraph(made)
        for (columns, rows) in [(80, 24), (40, 10), (12, 6), (200, 60)] {
            let size = Size(columns: columns, rows: rows)
            let scene = try opened(graph, size: size, language: .chinese, keys: [.tab, .tab])
            try check(scene)
            #expect(scene.plan.legend.last?.title == Strings.otherProvinces)
        }
    }

    private func crowd(of number: Int, seed: UInt64) -> CaseGraph {
        var random = Seeded(seed: seed)
        var made = MapCase.make()
        for number in 0..<number {
            var place = Place(
                id: ID("plc-\(number)"), title: Text(chinese: "地点\(number)", english: "Place \(number)"))
            place.province = Text("P\(number % 12)")
            place.latitude = Double.random(in: 25...34, using: &random)
            place.longitude = Double.random(in: 100...112, using: &random)
            made.places.append(place)
        }
        return CaseGraph(made)
    }

    /// A rest of one beside the name of a place would be read as part of that.
    @Test(arguments: [Size(columns: 80, rows: 24), Size(columns: 100, rows: 30), Size(columns: 60, rows: 16)])
    func `a degree is drawn whole or not at all`(size: Size) throws {
        var (whole, left) = (0, 0)
        for seed in 0..<8 as Range<UInt64> {
            var rehearsal = Rehearsal(
                crowd(of: 150, seed: seed), columns: size.columns, rows: size.rows, language: .english)
            rehearsal.press("6")
            let scene = try scene(rehearsal)
            let labels = scene.labels()
            let grid = rehearsal.grid
            let origin = Point(
                row: ChartLayout(size: size).area.row + scene.layout.map.row, column: scene.layout.map.column)
            for (text, start) in scene.lines().degrees {
                let row = start.row
                let cells = zip(start.column..., text).map { column, wanted in
                    (column, wanted, grid[origin.row + row, origin.column + column].character)
                }
                if cells.allSatisfy({ $0.1 == $0.2 }) {
                    whole += 1
                    continue
                }
                left += 1
                for (column, wanted, drawn) in cells {
                    let isTaken =
                        labels.labels.values.contains { $0.start.row == row && $0.columns.contains(column) }
                        || labels.markers.values.contains(Point(row: row, column: column))
                    #expect(isTaken || drawn != wanted, "a rest of \(text)")
                }
            }
        }
        #expect(whole > 0 && left > 0)
    }

    @Test(arguments: LanguageChoice.allCases)
    func `the legend explains every mark, or says that something is left out`(language: LanguageChoice) throws
    {
        for graph in [CaseGraph(try BundledCase.open()), crowd(of: 150, seed: 1)] {
            for (columns, rows) in [(40, 20), (60, 20), (80, 24), (100, 30), (132, 43)] {
                let size = Size(columns: columns, rows: rows)
                var rehearsal = Rehearsal(graph, columns: columns, rows: rows, language: language)
                rehearsal.press("6")
                let scene = try scene(rehearsal)
                let legend = scene.layout.legend
                let row = ChartLayout(size: size).area.row + legend.row
                let grid = rehearsal.grid
                let line = String(
                    (legend.column..<legend.right).compactMap { grid[row, $0].character })
                let marks = scene.plan.legend.map { "\($0.mark.glyph) \(scene.localized($0.title))" }
                let isWhole =
                    marks.allSatisfy { line.contains($0) } && line.contains("├")
                    && (line.contains("⠑⡄") || scene.plan.borders.isEmpty)
                    && (line.contains("⠤⠤") || scene.plan.outlines.isEmpty)
                #expect(isWhole != line.contains(" … "), "\(line)")
            }
        }
    }

    @Test func `a narrow screen has the key of every mark, and the usual one the scale`() throws {
        let graph = CaseGraph(try BundledCase.open())
        var narrow = Rehearsal(graph, columns: 40, rows: 20, language: .chinese)
        narrow.press("6")
        #expect(narrow.picture.contains("◐ "))
        #expect(narrow.picture.contains("● 重庆 ■ 贵州 ▲ 四川 ▼ 湖南 ◐ 湖北"))
        var usual = Rehearsal(graph, language: .english)
        usual.press("6")
        #expect(usual.picture.contains(#/├─*┤ \d+ km/#))
    }

    @Test func `a move removes only the labels in the way of the selected one`() throws {
        let graph = CaseGraph(try BundledCase.open())
        let size = Size(columns: 80, rows: 24)
        let calm = try opened(graph, size: size, language: .chinese, keys: []).labels().labels
        for tabs in 1..<18 {
            let keys = [Key](repeating: .tab, count: tabs)
            let scene = try opened(graph, size: size, language: .chinese, keys: keys)
            for (place, label) in scene.labels().labels where place != scene.selected {
                // What the first selection hid comes forth.
                if let before = calm[place] { #expect(before == label) }
            }
        }
    }

    @Test func `distances on the map equal those on the globe`() throws {
        let graph = CaseGraph(try BundledCase.open())
        for size in [(80, 24), (200, 60), (120, 30)] {
            let scene = try opened(
                graph, size: Size(columns: size.0, rows: size.1), language: .english, keys: [])
            let dots = scene.plan.points.map { $0.map(scene.window.dot) }
            let globe = graph.case.places.map { $0.coordinates.map(Self.onGlobe) }
            for one in dots.indices {
                for other in dots.indices where one < other {
                    guard let start = dots[one], let end = dots[other], let from = globe[one],
                        let to = globe[other]
                    else { continue }
                    let (x, y) = (Double(end.x - start.x), Double(end.y - start.y))
                    let drawn = (x * x + y * y).squareRoot() / scene.window.scale
                    let chord = zip(from, to).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
                    // Over 300 kilometres chord and arc differ by 30 metres; a dot is rounded to half of itself.
                    #expect(abs(drawn - chord) < 0.013 * chord + 1.5 / scene.window.scale)
                }
            }
        }
    }

    /// A point of the sphere in kilometres, in three dimensions.
    private static func onGlobe(_ place: (latitude: Double, longitude: Double)) -> [Double] {
        let (north, east) = (place.latitude * .pi / 180, place.longitude * .pi / 180)
        return [cos(north) * cos(east), cos(north) * sin(east), sin(north)].map { $0 * 6371.0088 }
    }
}
