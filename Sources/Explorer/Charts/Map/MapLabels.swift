import CaseModel
import Screen
import TextLayout

/// The placement of a map's markers and labels: one cell for each marker, a label beside its marker, no overlaps,
/// places with most items first.
///
/// A marker whose cell is taken moves to a free one beside it. The selection is labelled whatever else gives way,
/// and gives way to nothing: so a move takes away the labels that the selected one needs room from, and leaves all
/// others where they were.
struct MapLabels: Sendable {
    /// A name beside a marker.
    struct Label: Equatable, Sendable {
        let place: Int
        let text: String
        /// The first cell.
        let start: Point

        var columns: Range<Int> { start.column..<start.column + text.columns }
    }

    /// What a cell holds.
    private enum Content: Equatable, Sendable {
        case nothing
        case marker(Int)
        case label(Int)
    }

    /// The cells of the markers, by place number.
    private(set) var markers: [Int: Point] = [:]
    /// The visible places whose markers are hidden under others.
    private(set) var hidden: [Int] = []
    /// The labels, by place number.
    private(set) var labels: [Int: Label] = [:]

    private let size: Size
    private let lines: BrailleCanvas
    private var contents: [Content]

    /// The preferred number of blanks between a label and anything that it does not belong to.
    private static let gap = 2

    /// Places markers and labels on a map with border lines. `places` come in the order of their weight, `cell`
    /// gives the position of one, `names` its possible labels from the longest on, and `brief` the shortest one.
    init(
        _ places: [Int], selected: Int?, on lines: BrailleCanvas, cell: (Int) -> Point?,
        names: (Int) -> [String], brief: (Int) -> String
    ) {
        self.lines = lines
        size = lines.size
        contents = Array(repeating: .nothing, count: size.columns * size.rows)
        for place in places {
            if let wanted = cell(place) { mark(place, at: wanted) }
        }
        if let selected, hidden.contains(selected), let wanted = cell(selected) {
            uncover(selected, at: wanted)
        }
        // More labels than this never fit, and a case may have any number of places.
        let most = size.columns * size.rows / 4
        for place in places.lazy.filter({ [markers] in markers[$0] != nil }).prefix(most) {
            if let label = label(for: place, names: names(place), gap: Self.gap, over: isFree) { put(label) }
        }
        if let selected { ensureLabel(of: selected, names: names(selected) + [brief(selected)]) }
    }

    private subscript(_ point: Point) -> Content {
        get { contents[point.row * size.columns + point.column] }
        set { contents[point.row * size.columns + point.column] = newValue }
    }

    private func holds(_ point: Point) -> Bool { Rect(size).contains(point) }

    // MARK: Markers

    private static let around = [
        (0, 0), (0, 1), (0, -1), (1, 0), (-1, 0), (1, 1), (1, -1), (-1, 1), (-1, -1),
    ]

    private mutating func mark(_ place: Int, at wanted: Point) {
        let cells = Self.around.map { Point(row: wanted.row + $0.0, column: wanted.column + $0.1) }
        guard let free = cells.first(where: { holds($0) && self[$0] == .nothing }) else {
            hidden.append(place)
            return
        }
        markers[place] = free
        self[free] = .marker(place)
    }

    private mutating func uncover(_ place: Int, at wanted: Point) {
        guard case .marker(let other) = self[wanted] else { return }
        markers[other] = nil
        hidden.removeAll { $0 == place }
        hidden.append(other)
        markers[place] = wanted
        self[wanted] = .marker(place)
    }

    // MARK: Labels

    /// The best position and wording for the label of a place's marker.
    private func label(
        for place: Int, names: [String], gap: Int, over isAllowed: (Content) -> Bool
    ) -> Label? {
        guard let marker = markers[place] else { return nil }
        for name in names {
            let starts = starts(of: name.columns, beside: marker).enumerated().filter { _, start in
                reserve(of: name.columns, gap: gap, at: start).allSatisfy {
                    $0 == marker || isAllowed(self[$0])
                }
            }
            let costs = starts.map { cost(of: $0, columns: name.columns, beside: marker) }
            if let best = zip(costs, starts).min(by: { $0.0 < $1.0 })?.1.element {
                return Label(place: place, text: name, start: best)
            }
        }
        return nil
    }

    private func isFree(_ content: Content) -> Bool { content == .nothing }

    /// The possible first cells of a label of this width, the most usual first.
    private func starts(of columns: Int, beside marker: Point) -> [Point] {
        let (row, column) = (marker.row, marker.column)
        return [
            Point(row: row, column: column + 2), Point(row: row, column: column - 1 - columns),
            Point(row: row - 1, column: column - columns / 2),
            Point(row: row + 1, column: column - columns / 2),
            Point(row: row - 1, column: column + 1), Point(row: row + 1, column: column + 1),
            Point(row: row - 1, column: column - columns), Point(row: row + 1, column: column - columns),
        ].filter { start in
            (0..<size.rows).contains(start.row) && start.column >= 0
                && start.column + columns <= size.columns
        }
    }

    /// The cells of a label and of the blanks around it.
    private func reserve(of columns: Int, gap: Int, at start: Point) -> some Sequence<Point> {
        let from = max(0, start.column - gap)
        let to = min(size.columns, start.column + columns + gap)
        return (from..<to).lazy.map { Point(row: start.row, column: $0) }
    }

    /// The cost of a position: lines that the label would cover and, weighted more, other markers that it might
    /// seem to belong to.
    private func cost(of start: (offset: Int, element: Point), columns: Int, beside marker: Point) -> Int {
        let (row, column) = (start.element.row, start.element.column)
        let covered = (column..<column + columns).count { column in
            lines.character(at: Point(row: row, column: column)) != nil
        }
        var strangers = 0
        for row in [row - 1, row + 1] {
            for column in column - 1...column + columns {
                let cell = Point(row: row, column: column)
                if cell != marker, holds(cell), case .marker = self[cell] { strangers += 1 }
            }
        }
        return 2 * covered + 8 * strangers + start.offset
    }

    private mutating func put(_ label: Label) {
        labels[label.place] = label
        for column in label.columns {
            self[Point(row: label.start.row, column: column)] = .label(label.place)
        }
    }

    /// Whether a marker, or a label with the blank on each side, takes one of these cells of a row.
    func cover(_ columns: Range<Int>, of row: Int) -> Bool {
        let isMarked = markers.values.contains { $0.row == row && columns.contains($0.column) }
        return isMarked
            || labels.values.contains { label in
                let (first, end) = (label.columns.lowerBound - 1, label.columns.upperBound + 1)
                return label.start.row == row && first < columns.upperBound && columns.lowerBound < end
            }
    }

    private mutating func remove(_ place: Int) {
        guard let label = labels.removeValue(forKey: place) else { return }
        for column in label.columns { self[Point(row: label.start.row, column: column)] = .nothing }
    }

    /// Labels the selection over other labels where it has none yet, and on a very small map over markers too.
    mutating func ensureLabel(of place: Int, names: [String]) {
        guard labels[place] == nil, let marker = markers[place] else { return }
        let isNoMarker: (Content) -> Bool = { content in
            if case .marker = content { return false }
            return true
        }
        let loose = label(for: place, names: names, gap: Self.gap, over: isNoMarker)
        let tight = loose ?? label(for: place, names: names, gap: 0, over: isNoMarker)
        guard let label = tight ?? label(for: place, names: names.reversed(), gap: 0, over: { _ in true })
        else {
            return
        }
        for cell in reserve(of: label.text.columns, gap: Self.gap, at: label.start) where cell != marker {
            switch self[cell] {
            case .label(let other): remove(other)
            case .marker(let other) where label.columns.contains(cell.column):
                markers[other] = nil
                hidden.append(other)
                remove(other)
            case .marker, .nothing: break
            }
        }
        put(label)
    }
}
