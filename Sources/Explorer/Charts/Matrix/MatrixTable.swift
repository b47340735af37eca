import CaseModel
import Screen
import TextLayout

/// A row or column identified by its meaning, so that it can be found in any order and on any screen.
enum MatrixLine: Hashable, Sendable {
    /// The items with the axis's value of this id.
    case value(String)
    /// The items without a value.
    case none
    /// The total.
    case all

    init(_ line: CrossTab.Line, among values: [FacetValue]) {
        switch line {
        case .value(let number): self = .value(values[number].id)
        case .none: self = .none
        case .all: self = .all
        }
    }

    /// Decodes `encoded`.
    init?(encoded text: String) {
        switch text {
        case "-": self = .none
        case "+": self = .all
        case _:
            guard text.hasPrefix("=") else { return nil }
            self = .value(String(text.dropFirst()))
        }
    }

    /// `=fld-ecology`, or a sign for the items without a value and for the total.
    var encoded: String {
        switch self {
        case .value(let id): "=" + id
        case .none: "-"
        case .all: "+"
        }
    }
}

/// The contents of a matrix: the cross table, and its rows and columns in order, the totals last.
struct MatrixTable: Sendable {
    /// The number of digits of the figures: `12·345` has two and three.
    struct Digits: Sendable {
        let items, evidence: Int

        init(items: Int, evidence: Int) {
            self.items = String(items).count
            self.evidence = String(evidence).count
        }

        /// The width of the figures with the dot between them.
        var columns: Int { items + 1 + evidence }
    }

    /// Everything that a table depends on.
    struct Key: Equatable, Sendable {
        let rows, columns: Axis
        let order: MatrixChart.Order
        let isLetThrough: [Bool]
    }

    let key: Key
    let crossTab: CrossTab
    /// The cross table without pins and filter; nil if none are set.
    let whole: CrossTab?
    /// The rows in order, the total last, and their meanings.
    let rows: [CrossTab.Line]
    let rowNames: [MatrixLine]
    /// The columns in order, the total last, and their meanings.
    let columns: [CrossTab.Line]
    let columnNames: [MatrixLine]
    let shade: MatrixShade
    /// The most digits in any cell that is no total.
    let digits: Digits
    /// The digits of the grand total.
    let totalDigits: Digits
    /// The kind of the items counted; nil for every kind.
    let kind: ID<Kind>?
    /// The number of items of that kind, included or not.
    let all: Int
    private let rowNumbers, columnNumbers: [MatrixLine: Int]

    fileprivate init(_ key: Key, in context: ChartContext) {
        let kind = context.graph.standardAxes.cells
        func cross(isShown: (Int) -> Bool, counting claims: [Claim]? = nil) -> CrossTab {
            context.graph.crossTab(
                rows: key.rows, columns: key.columns, cells: kind, isShown: isShown, counting: claims)
        }
        let claims = context.claimFilter.map { $0.claims(in: context.graph).included }
        let crossTab = cross(isShown: context.isShown, counting: claims)
        whole = context.isNarrowed ? cross { _ in true } : nil
        let most = crossTab.most(\.evidence)
        shade = MatrixShade(most: most)
        digits = Digits(items: crossTab.most(\.items.count), evidence: most)
        let total = crossTab[.all, .all]
        totalDigits = Digits(items: total.items.count, evidence: total.evidence)
        all = context.graph.case.items.indices.count { kind == nil || context.graph.kind(of: $0)?.id == kind }
        // What pins and filter hold back has a place too.
        let lines = whole ?? crossTab
        rows = Self.ordered(lines.rowLines, by: key.order) { crossTab[$0, .all] } + [.all]
        columns = Self.ordered(lines.columnLines, by: key.order) { crossTab[.all, $0] } + [.all]
        rowNames = rows.map { MatrixLine($0, among: crossTab.rows) }
        columnNames = columns.map { MatrixLine($0, among: crossTab.columns) }
        rowNumbers = Dictionary(zip(rowNames, 0...), uniquingKeysWith: { first, _ in first })
        columnNumbers = Dictionary(zip(columnNames, 0...), uniquingKeysWith: { first, _ in first })
        (self.key, self.kind, self.crossTab) = (key, kind, crossTab)
    }

    /// True without rows or columns besides the totals.
    var isEmpty: Bool { rows.count < 2 || columns.count < 2 }

    /// The index of a row; 0 for a missing one.
    func row(_ line: MatrixLine?) -> Int { line.flatMap { rowNumbers[$0] } ?? 0 }

    /// The index of a column; 0 for a missing one.
    func column(_ line: MatrixLine?) -> Int { line.flatMap { columnNumbers[$0] } ?? 0 }

    /// The number of items of a cell that pins and filter exclude.
    func hidden(_ row: CrossTab.Line, _ column: CrossTab.Line) -> Int {
        guard let whole else { return 0 }
        return whole[row, column].items.count - crossTab[row, column].items.count
    }

    /// True if pins and filter empty any cell that is no gap.
    var hasHiddenCells: Bool {
        whole != nil
            && rows.contains { row in
                columns.contains { crossTab[row, $0].isGap && hidden(row, $0) > 0 }
            }
    }

    /// By claims, then by items, the most first; the items without a value stay last.
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

extension MatrixTable {
    /// `矩阵 · 行动领域 × 治理方式 · 项目 12/58 · 证据 80`
    func summary(in context: ChartContext) -> String {
        let language = context.language
        let total = crossTab[.all, .all]
        let count = total.items.count == all ? "\(all)" : "\(total.items.count)/\(all)"
        let axes = [crossTab.rowAxis, crossTab.columnAxis].map {
            language.localized(context.graph.title(of: $0))
        }
        return [
            language.localized(MatrixChart.title), axes.joined(separator: " × "),
            "\(language.localized(context.graph.plural(of: kind))) \(count)",
            "\(language.localized(Strings.evidence)) \(total.evidence)",
        ].joined(separator: " · ")
    }
}

extension ChartContext {
    func matrixTable(rows: Axis, columns: Axis, order: MatrixChart.Order) -> MatrixTable {
        let key = MatrixTable.Key(rows: rows, columns: columns, order: order, isLetThrough: isLetThrough)
        return cache.table(for: key) { MatrixTable(key, in: self) }
    }

    /// The cached layout of a table, since measuring its titles is too slow to repeat on every key.
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

    var crossTab: CrossTab { table.crossTab }

    var cell: CrossTab.Cell { crossTab[row, column] }

    /// The reason why the cell is empty: there are no such items, or pins and filter exclude them.
    var reasonForEmptiness: Text {
        let hidden = table.hidden(row, column)
        return hidden > 0 ? Strings.hiddenInCell(hidden) : Strings.emptyCell
    }

    /// The titles of row and column; a total is named by the other axis alone.
    func title(in context: ChartContext) -> String {
        let names = [
            row == .all ? nil : row.title(among: crossTab.rows),
            column == .all ? nil : column.title(among: crossTab.columns),
        ].compactMap { $0.map(context.language.localized) }
        return names.isEmpty ? context.language.localized(Strings.total) : names.joined(separator: " × ")
    }
}

extension CrossTab.Line {
    /// The title of a row or column, given the values of its axis.
    func title(among values: [FacetValue]) -> Text {
        switch self {
        case .value(let number): values[number].title
        case .none: Strings.unassigned
        case .all: Strings.total
        }
    }
}

extension CaseGraph {
    /// The plural title of a kind, or of all items.
    func plural(of kind: ID<Kind>?) -> Text {
        `case`.kinds.first { $0.id == kind }?.plural ?? Strings.items
    }
}

/// The shade of a cell by its number of claims; the darkest of three stands for the most.
///
/// ```
/// ░ 1–20  ▒ 21–40  ▓ 41–56   ┄ a gap
/// ```
struct MatrixShade: Equatable, Sendable {
    static let glyphs: [Character] = ["░", "▒", "▓"]
    static let gap: Character = "┄"
    /// What a cell has that is emptied by pins and filter: how many items they hold back.
    static func heldBack(_ count: String) -> String { "(\(count))" }
    /// Dim, plain and bold, so that shades differ even where the glyphs do not.
    static let styles = [
        Style(.dim, colour: Theme.colour(.cyan)), Style(colour: Theme.colour(.cyan)),
        Style(.bold, colour: Theme.colour(.cyan)),
    ]

    /// The largest number of claims in a cell.
    let most: Int
    private let step: Int

    init(most: Int) {
        self.most = most
        step = max(1, (most + Self.glyphs.count - 1) / Self.glyphs.count)
    }

    /// The index of a shade from 0, the lightest; nil without claims.
    func level(of evidence: Int) -> Int? {
        evidence > 0 ? min((evidence - 1) / step, Self.glyphs.count - 1) : nil
    }

    /// The shades with their ranges of claims, the lightest first; ranges beyond the maximum are left out.
    var legend: [(glyph: Character, style: Style, range: String)] {
        Self.glyphs.indices.filter { $0 * step < most }.map {
            let (from, to) = ($0 * step + 1, min(($0 + 1) * step, most))
            return (Self.glyphs[$0], Self.styles[$0], from == to ? "\(from)" : "\(from)–\(to)")
        }
    }
}
