import CaseModel

/// A matrix as `triptych matrix --format json` prints it.
package enum MatrixExport {
    /// A JSON object with every cell of every row, empty ones too. What belongs to no row or to no column is in
    /// none of them.
    package static func json(_ crossing: CrossTab, of graph: CaseGraph) -> String {
        JSONText.encode(
            Record(
                rows: crossing.rows.map(\.id), columns: crossing.columns.map(\.id),
                cells: crossing.rows.enumerated().flatMap { row, rowValue in
                    crossing.columns.enumerated().map { column, columnValue in
                        let cell = crossing[.value(row), .value(column)]
                        return CellRecord(
                            row: rowValue.id, column: columnValue.id,
                            items: cell.items.map { graph.item($0).id.text }, evidenceCount: cell.evidence)
                    }
                }))
    }

    private struct Record: Encodable {
        let rows: [String]
        let columns: [String]
        let cells: [CellRecord]
    }

    private struct CellRecord: Encodable {
        let row: String
        let column: String
        let items: [String]
        let evidenceCount: Int
    }
}
