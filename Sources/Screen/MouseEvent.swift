/// What the mouse did at a cell of the screen.
package struct MouseEvent: Equatable, Sendable {
    package enum Action: Equatable, Sendable {
        case press, wheelUp, wheelDown
    }

    package let action: Action
    package let point: Point

    package init(_ action: Action, at point: Point) {
        (self.action, self.point) = (action, point)
    }
}

extension Grid {
    /// Cells side by side that a press of the mouse acts on.
    package struct Zone: Equatable, Sendable {
        package enum Meaning: Equatable, Sendable {
            /// The same as a press of this key.
            case key(Key)
            /// The step of the way here with this number; 0 is home.
            case step(Int)
            /// The part of a chart to which the chart gave this number.
            case part(Int)
        }

        let row: Int
        let columns: Range<Int>
        let meaning: Meaning
    }

    /// Makes an area act on the mouse.
    package mutating func react(_ area: Rect, as meaning: Zone.Meaning) {
        let part = clip(area)
        guard !part.columns.isEmpty else { return }
        for row in part.rows { zones.append(Zone(row: row, columns: part.columns, meaning: meaning)) }
    }

    /// What a press at a point means; nil if nothing is known of it here.
    package func meaning(at point: Point) -> Zone.Meaning? {
        zones.last { $0.row == point.row && $0.columns.contains(point.column) }?.meaning
    }
}
