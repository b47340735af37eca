import TextLayout

/// A table of figures as text of a width. Titles break between words, where they must; columns that have no room beside
/// the others stand in a block of their own below, with the titles of the rows once more. No figure is divided.
struct FigureTable {
    /// What the figures are, above the titles of the rows.
    let corner: String
    /// The titles of the columns.
    let heads: [String]
    /// The title of each row, and its figures.
    let rows: [(title: String, figures: [String])]

    /// The widths of a column's title: the first one with which the table fits, or else the last.
    private static let headColumns = [16, 12, 10, 8]
    /// The least width of the titles of rows that is given up for having all columns in one block.
    private static let titleColumns = 16
    private static let gap = 2
    private static let indent = 2

    func text(columns: Int) -> String {
        let whole = ([corner] + rows.map(\.title)).map(\.columns).max() ?? 0
        var heads: [[String]] = []
        var widths: [Int] = []
        for wanted in Self.headColumns {
            heads = self.heads.map {
                Self.lines(of: $0, columns: wanted, most: columns - Self.headColumns[3])
            }
            widths = heads.indices.map { column in
                (heads[column] + rows.map { $0.figures[column] }).map(\.columns).max() ?? 0
            }
            if whole + Self.sum(widths) <= columns {
                return block(heads.indices, heads, widths, titleColumns: whole)
            }
        }
        let rest = columns - Self.sum(widths)
        let beside = max(1, columns - Self.gap - (widths.max() ?? 0))
        let titleColumns =
            rest >= Self.titleColumns ? rest : min(beside, max(Self.titleColumns, columns / 3))
        var blocks: [String] = []
        var first = 0
        while first < widths.count {
            var end = first + 1
            while end < widths.count, titleColumns + Self.sum(widths[first...end]) <= columns { end += 1 }
            blocks.append(block(first..<end, heads, widths, titleColumns: min(whole, titleColumns)))
            first = end
        }
        return blocks.joined(separator: "\n")
    }

    /// The columns that figures of these widths take behind something.
    private static func sum(_ widths: some Sequence<Int>) -> Int { widths.reduce(0) { $0 + Self.gap + $1 } }

    /// Some columns beside the titles of all rows.
    private func block(
        _ range: Range<Int>, _ heads: [[String]], _ widths: [Int], titleColumns: Int
    ) -> String {
        let top = [Wrapping.lines(of: corner, columns: titleColumns)] + heads[range]
        let height = top.map(\.count).max() ?? 0
        var lines = (0..<height).map { line in
            top.map { line < height - $0.count ? "" : $0[line - height + $0.count] }
        }
        for row in rows {
            let title = Wrapping.lines(of: row.title, columns: titleColumns, hanging: Self.indent)
            for (number, part) in title.enumerated() {
                lines.append([part] + (number == 0 ? row.figures[range] : []))
            }
        }
        return lines.map { cells in
            zip(cells, [titleColumns] + widths[range]).map { TextFit.padded($0, to: $1) }
                .joined(separator: String(repeating: " ", count: Self.gap)).withoutTrailingSpaces + "\n"
        }.joined()
    }

    /// A title in lines of a width, or of as much more as its longest word takes.
    private static func lines(of title: String, columns: Int, most: Int) -> [String] {
        var width = columns
        while true {
            let ranges = Wrapping.ranges(of: title, columns: width)
            let isBroken = zip(ranges, ranges.dropFirst()).contains { line, next in
                !line.isEmpty && line.upperBound == next.lowerBound
                    && [title[title.index(before: line.upperBound)], title[next.lowerBound]]
                        .allSatisfy { $0.isLetter && String($0).columns == 1 }
            }
            if !isBroken || width >= most { return ranges.map { String(title[$0]) } }
            width += 1
        }
    }
}
