import CaseModel

/// Phrases of the matrix.
extension Strings {
    static let matrixLimits = Text(
        chinese: "显示有哪些证据，而非证据证明了什么。", english: "shows what evidence there is, not what it proves")
    static let total = Text(chinese: "合计", english: "total")
    static let gap = Text(chinese: "空缺", english: "gap")
    static let unassigned = Text(chinese: "未归类", english: "unassigned")
    static let emptyCell = Text(chinese: "空缺：没有条目", english: "a gap: nothing is here")
    static let heldBack = Text(chinese: "筛除", english: "held back")
    static var allWithEnter: Text {
        let enter = key(.enter, in: .view(.matrix))
        return Text(chinese: "\(enter) 列出全部", english: "\(enter) lists all")
    }
    static let matrixRows = Text(chinese: "行", english: "rows")
    static let matrixColumns = Text(chinese: "列", english: "columns")
    static let everythingIsGap = Text(chinese: "没有可去的格", english: "every cell is a gap")
    static var nothingToCross: Text {
        let mode = Mode.view(.matrix)
        let (rows, columns) = (
            key(.chart(MatrixChart.command(.rows)), in: mode),
            key(.chart(MatrixChart.command(.columns)), in: mode)
        )
        return Text(
            chinese: "这样的行和列没有内容可排。\(rows) 换行，\(columns) 换列。",
            english: """
                There is nothing to lay out in these rows and columns. \(rows) changes the rows, \(columns) the columns.
                """)
    }

    static let chooseRows = Text(chinese: "行的维度", english: "what the rows are")
    static let chooseColumns = Text(chinese: "列的维度", english: "what the columns are")
    static let isRows = Text(chinese: "现为行", english: "the rows now")
    static let isColumns = Text(chinese: "现为列", english: "the columns now")
    static let manyValues = Text(chinese: "值很多", english: "of very many values")

    static func rows(_ axis: Text) -> Text {
        axis.inPhrase { language, axis in
            switch language {
            case .chinese: "行：" + axis
            case .english: "rows: " + axis
            }
        }
    }

    static func columns(_ axis: Text) -> Text {
        axis.inPhrase { language, axis in
            switch language {
            case .chinese: "列：" + axis
            case .english: "columns: " + axis
            }
        }
    }

    static func name(of order: MatrixChart.Order) -> Text {
        switch order {
        case .listed: Text(chinese: "按案例次序", english: "as the case lists them")
        case .evidence: Text(chinese: "证据多的在前", english: "most evidence first")
        }
    }

    /// The reason why a cell that is no gap is empty.
    static func hiddenInCell(_ items: Int) -> Text {
        Text(
            chinese: "固定和筛选隐去了 \(items) 项，并非空缺",
            english: "pins and filter hold back \(items) \(items == 1 ? "item" : "items"); this is no gap")
    }

    /// The number of items in a cell and of their claims.
    static func inCell(items: Int, evidence: Int) -> Text {
        Text(
            chinese: "\(items) 项，证据 \(evidence)",
            english: "\(items) \(items == 1 ? "item" : "items"), evidence \(evidence)")
    }
}
