import CaseModel
import Screen
import TextLayout

extension TextReport {
    /// Items of a kind crossed by two axes: a line for each row with how many items and how much evidence each cell
    /// has, darker the more evidence, and with the row's total; the columns' totals; what the shades stand for.
    package func matrix(_ crossing: CrossTab, of kind: ID<Kind>?) -> String {
        let shade = MatrixShade(most: crossing.most(\.evidence))
        let rows = crossing.rowLines + [.all]
        let columns = crossing.columnLines + [.all]
        let titles = columns.map {
            Wrapping.lines(of: language.line($0.title(among: crossing.columns)), columns: Self.titleColumns)
        }
        let height = titles.map(\.count).max() ?? 1
        let corner = "\(say(graph.plural(of: kind)))·\(say(Strings.evidence))"
        let heading = (0..<height).map { line in
            [line == height - 1 ? corner : ""]
                + titles.map { line < height - $0.count ? "" : $0[line - height + $0.count] }
        }
        let digits = columns.map { column in
            rows.map { String(crossing[$0, column].items.count).count }.max() ?? 1
        }
        let cells = rows.map { row in
            [language.line(row.title(among: crossing.rows))]
                + zip(columns, digits).map { column, digits in
                    let isTotal = row == .all || column == .all
                    return cell(crossing[row, column], digits: digits, shade: isTotal ? nil : shade)
                }
        }
        let legend =
            shade.legend.map { "\($0.glyph) \($0.range)" } + ["\(Self.gapMark) \(say(Strings.gap))"]
        return Self.aligned(heading + cells) + "\n" + legend.joined(separator: "  ") + "\n"
            + say(Strings.matrixLimits) + "\n"
    }

    /// The title of a column is broken into lines of no more columns than this.
    private static let titleColumns = 16
    private static let gapMark = String(repeating: MatrixShade.gap, count: 2)

    /// `▒ 12·345`; the shade is left out of a total, and of what has no evidence.
    private func cell(_ cell: CrossTab.Cell, digits: Int, shade: MatrixShade?) -> String {
        if cell.isGap { return shade == nil ? "0" : Self.gapMark }
        let glyph = shade?.level(of: cell.evidence).map { MatrixShade.glyphs[$0] } ?? " "
        let items = String(cell.items.count)
        let lead = shade == nil ? "" : "\(glyph) "
        return lead + String(repeating: " ", count: digits - items.count) + "\(items)·\(cell.evidence)"
    }
}
