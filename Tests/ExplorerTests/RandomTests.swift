import CaseModel
import Screen
import SeededRandom
import Testing

@testable import Explorer

/// Seeded random keys and resizes: the state keeps its invariants.
@Suite struct RandomTests {
    @Test(arguments: 0..<20)
    func `no sequence of keys breaks an invariant`(seed: UInt64) {
        #expect(play(seed) == play(seed), "the same keys must lead to the same picture")
    }

    private func play(_ seed: UInt64) -> Grid {
        var random = Seeded(seed: seed)
        var rehearsal = Rehearsal()
        rehearsal.keep()
        let bound = KeyTable.rows.flatMap(\.keys)
        let typed: [Key] = [
            "a", "渝", "é", "👩‍👩‍👧", "ｑ", " ", "\u{1B}", .delete, .insert, .control("u"), .control("w"),
            "\u{301}", .function(12),
        ]
        for _ in 0..<400 {
            if Int.random(in: 0..<10, using: &random) == 0 {
                rehearsal.resize(
                    columns: Int.random(in: 0...300, using: &random),
                    rows: Int.random(in: 0...100, using: &random))
            } else if Int.random(in: 0..<20, using: &random) == 0 {
                let texts = ["渝\nQ", "", "\n", "kind:", "3", "\u{301}"]
                rehearsal.paste(texts.randomElement(using: &random) ?? "")
            } else {
                rehearsal.press((bound + typed).randomElement(using: &random) ?? .enter)
            }
            check(rehearsal)
        }
        return rehearsal.grid
    }

    private func check(_ rehearsal: Rehearsal) {
        let state = rehearsal.state
        #expect((0...2).contains(state.browse.focus))
        for (pane, column) in state.browse.columns.enumerated() {
            if let selected = column.selected {
                #expect(column.outline.row(of: selected) != nil, "a selection that is not shown")
                #expect(state.graph.panes[selected] == pane)
            } else {
                #expect(column.outline.rows.isEmpty, "rows, but none selected")
            }
        }
        #expect(Set(state.browse.pins.map(\.origin)).count == state.browse.pins.count)
        #expect(state.browse.brush?.origin == state.browse.selected)

        let grid = rehearsal.grid
        if !state.needsRefresh, !state.isSearching {
            var again = state
            again.refresh()
            #expect(view(again) == grid, "something that was due has not been laid out")
        }
        #expect(grid.size == state.size)
        for row in 0..<grid.size.rows {
            for column in 0..<grid.size.columns where grid[row, column].character == nil {
                #expect(column > 0 && grid[row, column - 1].character != nil, "half a glyph")
            }
        }
        if let cursor = grid.cursor {
            #expect((0..<max(1, grid.size.rows)).contains(cursor.row))
            #expect((0..<max(1, grid.size.columns)).contains(cursor.column))
        }
    }
}
