import CaseModel
import Screen
import TextLayout

/// A row or a column of a matrix by what it stands for, so that it is found again in any order and on any screen.
enum MatrixLine: Hashable, Sendable {
    /// The axis's value of this id.
    case value(String)
    /// What belongs to none of its values.
    case none
    /// Everything, wherever it belongs.
    case all

    init(_ line: CrossTab.Line, among values: [FacetValue]) {
        switch line {
        case .value(let number): self = .value(values[number].id)
        case .none: self = .none
        case .all: self = .all
        }
    }

    /// The line that a word of a place means.
    init?(word: String) {
        switch word {
        case "-": self = .none
        case "+": self = .all
        case _:
            guard word.hasPrefix("=") else { return nil }
            self = .value(String(word.dropFirst()))
        }
    }

    /// `=fld-ecology`, or a sign for what belongs to nothing, and for the total.
    var word: String {
        switch self {
        case .value(let id): "=" + id
        case .none: "-"
        case .all: "+"
        }
    }
}

/// What a matrix lays out: the crossing of its axes, and its rows and columns in their order, the totals last.
struct MatrixTable: Sendable {
    /// How many digits numbers have: `12·345` has two and three.
    struct Digits: Sendable {
        let items, evidence: Int

        init(items: Int, evidence: Int) {
            self.items = String(items).count
            self.evidence = String(evidence).count
        }

        /// The columns that the numbers take, the dot between them counted.
        var columns: Int { items + 1 + evidence }
    }

    /// All that a table depends on.
    struct Key: Equatable, Sendable {
        let rows, columns: Axis
        let order: MatrixChart.Order
        let outlines: [Outline]
    }

    let key: Key
    let crossing: CrossTab
    /// The same axes crossed without pins and filter; nil where those hold nothing back.
    let whole: CrossTab?
    /// The rows in their order, the total last, and what each stands for.
    let rows: [CrossTab.Line]
    let rowNames: [MatrixLine]
    /// The columns in their order, the total last, and what each stands for.
    let columns: [CrossTab.Line]
    let columnNames: [MatrixLine]
    let shade: MatrixShade
    /// The most digits of any cell, totals not counted.
    let digits: Digits
    /// The digits of what there is in all.
    let totalDigits: Digits
    /// The kind that is counted; nil for every kind.
    let kind: ID<Kind>?
    /// How many items there are of the kind that is counted, shown or not.
    let all: Int
    private let rowNumbers, columnNumbers: [MatrixLine: Int]

    fileprivate init(_ key: Key, in context: ChartContext) {
        let kind = context.graph.standardAxes.cells
        func cross(isShown: (Int) -> Bool) -> CrossTab {
            context.graph.crossing(rows: key.rows, columns: key.columns, cells: kind, isShown: isShown)
        }
        let crossing = cross(isShown: context.isShown)
        whole = context.isNarrowed ? cross { _ in true } : nil
        let most = crossing.most(\.evidence)
        shade = MatrixShade(most: most)
        digits = Digits(items: crossing.most(\.items.count), evidence: most)
        let total = crossing[.all, .all]
        totalDigits = Digits(items: total.items.count, evidence: total.evidence)
        all = context.graph.case.items.count { kind == nil || $0.kind == kind }
        rows = Self.ordered(crossing.rowLines, by: key.order) { crossing[$0, .all] } + [.all]
        columns = Self.ordered(crossing.columnLines, by: key.order) { crossing[.all, $0] } + [.all]
        rowNames = rows.map { MatrixLine($0, among: crossing.rows) }
        columnNames = columns.map { MatrixLine($0, among: crossing.columns) }
        rowNumbers = Dictionary(zip(rowNames, 0...), uniquingKeysWith: { first, _ in first })
        columnNumbers = Dictionary(zip(columnNames, 0...), uniquingKeysWith: { first, _ in first })
        (self.key, self.kind, self.crossing) = (key, kind, crossing)
    }

    /// True where there is neither a row nor a column besides the totals.
    var isEmpty: Bool { rows.count < 2 || columns.count < 2 }

    /// Where a row stands; the first where it is not there.
    func row(_ line: MatrixLine?) -> Int { line.flatMap { rowNumbers[$0] } ?? 0 }

    /// Where a column stands; the first where it is not there.
    func column(_ line: MatrixLine?) -> Int { line.flatMap { columnNumbers[$0] } ?? 0 }

    /// How many items of a cell pins and filter hold back.
    func hidden(_ row: CrossTab.Line, _ column: CrossTab.Line) -> Int {
        guard let whole else { return 0 }
        return whole[row, column].items.count - crossing[row, column].items.count
    }

    /// True where pins and filter leave a cell empty that is no gap.
    var hasHiddenCells: Bool {
        whole != nil
            && rows.contains { row in
                columns.contains { crossing[row, $0].isGap && hidden(row, $0) > 0 }
            }
    }

    /// By evidence, and of equals by items, the most first; what belongs to nothing stays last.
    private static func ordered(
        _ lines: [CrossTab.Line], by order: MatrixChart.Order, total: (CrossTab.Line) -> CrossTab.Cell
    ) -> [CrossTab.Line] {
        switch order {
        case .listed: return lines
        case .evidence:
            return lines.enumerated().map { number, line in
                let cell = total(line)
                return (line == .none ? 1 : 0, -cell.evidence, -cell.items.count, number)
            }.sorted(by: <).map { lines[$0.3] }
        }
    }
}

extension ChartContext {
    func matrixTable(rows: Axis, columns: Axis, order: MatrixChart.Order) -> MatrixTable {
        let key = MatrixTable.Key(rows: rows, columns: columns, order: order, outlines: outlines)
        return cache.table(for: key) { MatrixTable(key, in: self) }
    }

    /// How a table is laid out in a room: measuring its titles anew for every key would be felt.
    func matrixLayout(of table: MatrixTable, size: Size) -> MatrixLayout {
        struct Key: Equatable {
            let table: MatrixTable.Key
            let size: Size
            let language: LanguageChoice
        }
        return cache.table(for: Key(table: table.key, size: size, language: language)) {
            MatrixLayout(table, size: size, language: language)
        }
    }
}

/// The selected cell of a matrix.
struct MatrixSelection {
    let row: CrossTab.Line
    let column: CrossTab.Line
    let table: MatrixTable

    var crossing: CrossTab { table.crossing }

    var cell: CrossTab.Cell { crossing[row, column] }

    /// Why nothing is in the cell: the case has nothing there, or pins and filter hold it back.
    var reasonForEmptiness: Text {
        let hidden = table.hidden(row, column)
        return hidden > 0 ? Strings.hiddenInCell(hidden) : Strings.emptyCell
    }

    /// What row and column are called together; a total is called by the other side alone.
    func title(in context: ChartContext) -> String {
        let names = [
            row == .all ? nil : row.title(among: crossing.rows),
            column == .all ? nil : column.title(among: crossing.columns),
        ].compactMap { $0.map(context.language.localized) }
        return names.isEmpty ? context.language.localized(Strings.total) : names.joined(separator: " × ")
    }
}

extension CrossTab.Line {
    /// What a row or a column is called, given the values along its axis.
    func title(among values: [FacetValue]) -> Text {
        switch self {
        case .value(let number): values[number].title
        case .none: Strings.unassigned
        case .all: Strings.total
        }
    }
}

extension CaseGraph {
    /// What the items of a kind are called, or all items.
    func plural(of kind: ID<Kind>?) -> Text {
        `case`.kinds.first { $0.id == kind }?.plural ?? Strings.items
    }
}

/// What can stand along the sides of a matrix: what the case says first, then every facet and kind that may tell the
/// items that are counted apart.
struct MatrixAxes {
    private let graph: CaseGraph
    private let choices: [Axis]

    init(_ graph: CaseGraph) {
        self.graph = graph
        let (rows, columns, kind) = graph.standardAxes
        let standard = [rows, columns]
        let others = graph.axes.filter { axis in
            !standard.contains { $0.name == axis.name }
                && (kind == nil || axis != .facet(.kind)) && axis != kind.map { .kind($0) }
        }
        choices = standard + others
    }

    /// The axis of a name, if it is one of these.
    func named(_ name: String) -> Axis? { choices.first { $0.name == name } }

    /// The next axis that has values in this case, passing over the one that stands along the other side.
    func next(after axis: Axis, besides other: Axis) -> Axis {
        let here = choices.firstIndex(of: axis) ?? 0
        return (1...choices.count).lazy.map { choices[(here + $0) % choices.count] }
            .first { $0 != other && !graph.values(of: $0).isEmpty } ?? axis
    }
}

/// How dark a cell is by how much is claimed of what is in it: three shades, the darkest for the most.
///
/// ```
/// ░ 1–20  ▒ 21–40  ▓ 41–56   ┄ a gap
/// ```
struct MatrixShade: Equatable, Sendable {
    static let glyphs: [Character] = ["░", "▒", "▓"]
    static let gap: Character = "┄"
    /// Faint, plain and bold, so that the shades differ where the glyphs do not.
    static let styles = [
        Style(.dim, colour: .cyan), Style(colour: .cyan), Style(.bold, colour: .cyan),
    ]

    /// The most that is claimed of any cell.
    let most: Int
    private let step: Int

    init(most: Int) {
        self.most = most
        step = max(1, (most + Self.glyphs.count - 1) / Self.glyphs.count)
    }

    /// The number of a shade from 0, the lightest; nil where nothing is claimed.
    func level(of evidence: Int) -> Int? {
        evidence > 0 ? min((evidence - 1) / step, Self.glyphs.count - 1) : nil
    }

    /// The shades and how many claims each stands for, the lightest first; those beyond the most are left out.
    var legend: [(glyph: Character, style: Style, range: String)] {
        Self.glyphs.indices.filter { $0 * step < most }.map {
            let (from, to) = ($0 * step + 1, min(($0 + 1) * step, most))
            return (Self.glyphs[$0], Self.styles[$0], from == to ? "\(from)" : "\(from)–\(to)")
        }
    }
}
