import Screen
import Testing

@testable import Explorer

@Suite struct LayoutTests {
    @Test(arguments: [nil, .pane, .detail] as [Browse.Zoom?])
    func `at any size all parts are on the screen without overlaps`(zoom: Browse.Zoom?) {
        for rows in 0...70 {
            for columns in [0, 1, 2, 7, 8, 20, 40, 71, 72, 73, 80, 120, 200, 300] {
                let size = Size(columns: columns, rows: rows)
                for focus in 0...2 {
                    let layout = Browse.Layout(size: size, zoom: zoom, focus: focus)
                    let parts =
                        [layout.header, layout.titles, layout.detail, layout.footer]
                        + layout.shown.map { layout.panes[$0] }
                    for (number, part) in parts.enumerated() where !part.isEmpty {
                        #expect(part.row >= 0 && part.bottom <= rows, "\(part) at \(size)")
                        #expect(part.column >= 0 && part.right <= columns, "\(part) at \(size)")
                        for other in parts[(number + 1)...] where !other.isEmpty {
                            #expect(!overlap(part, other), "\(part) and \(other) at \(size)")
                        }
                    }
                    if zoom != .detail, rows > 0, columns > 0 {
                        #expect(!layout.panes[focus].isEmpty, "no list at \(size)")
                    }
                }
            }
        }
    }

    private func overlap(_ one: Rect, _ other: Rect) -> Bool {
        one.row < other.bottom && other.row < one.bottom && one.column < other.right
            && other.column < one.right
    }
}
