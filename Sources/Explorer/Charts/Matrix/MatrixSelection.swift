import CaseModel

/// The selected cell of a matrix.
struct MatrixSelection {
    let row: Crossing.Line
    let column: Crossing.Line
    let crossing: Crossing

    var cell: Crossing.Cell { crossing[row, column] }

    /// What row and column are called together; a total is called by the other side alone.
    func title(in context: ChartContext) -> String {
        let names = [
            row == .all ? nil : row.title(among: crossing.rows),
            column == .all ? nil : column.title(among: crossing.columns),
        ].compactMap { $0.map(context.language.interface) }
        return names.isEmpty ? context.language.interface(Phrases.total) : names.joined(separator: " × ")
    }
}

extension Crossing.Line {
    /// What a row or a column is called, given the values along its axis.
    func title(among values: [FacetValue]) -> Text {
        switch self {
        case .value(let number): values[number].title
        case .none: Phrases.unassigned
        case .all: Phrases.total
        }
    }
}

extension ChartContext {
    /// Why nothing is in a cell.
    var reasonForGap: Text { isNarrowed ? Phrases.emptyCellOfShown : Phrases.emptyCell }
}
