import CaseModel

/// The selected cell of a matrix.
struct MatrixSelection {
    let row: CrossTab.Line
    let column: CrossTab.Line
    let crossing: CrossTab

    var cell: CrossTab.Cell { crossing[row, column] }

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

extension ChartContext {
    /// Why nothing is in a cell.
    var reasonForGap: Text { isNarrowed ? Strings.emptyCellOfShown : Strings.emptyCell }
}
