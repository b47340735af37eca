extension String {
    /// The columns that the text takes when it is drawn on one line.
    package var columns: Int {
        var result = 0
        for scalar in unicodeScalars {
            guard scalar.standsAlone else { return columnsOfClusters }
            result += scalar.columns
        }
        return result
    }

    /// The columns of the text where ambiguous characters are narrow: a measure for limits that hold for a text on
    /// every terminal.
    package var narrowColumns: Int {
        guard AmbiguousWidth.current == .wide else { return columns }
        var result = 0
        var index = startIndex
        while let cluster = Cluster(in: self, at: index) {
            result += min(
                cluster.columns,
                max(
                    1,
                    unicodeScalars[index..<cluster.end].reduce(0) { sum, scalar in
                        sum + (scalar == "\u{FE0F}" ? 1 : scalar.columns(ambiguous: .narrow))
                    }))
            index = cluster.end
        }
        return result
    }

    private var columnsOfClusters: Int {
        var result = 0
        var index = startIndex
        while let cluster = Cluster(in: self, at: index) {
            result += cluster.columns
            index = cluster.end
        }
        return result
    }
}

/// Fitting a line of text into a number of columns.
package enum TextFit {
    /// The text if it fits into the columns, else its beginning with an ellipsis; never half a glyph, never wider
    /// than `columns`.
    package static func clipped(_ text: String, to columns: Int, ellipsis: String = "…") -> String {
        guard columns > 0 else { return "" }
        let mark = ellipsis.columns
        let room = columns - mark
        var (used, bytes, cut) = (0, 0, 0)
        for scalar in text.unicodeScalars {
            guard scalar.standsAlone else { return clippedByClusters(text, to: columns, ellipsis: ellipsis) }
            used += scalar.columns
            if used > columns {
                let kept = text[..<text.utf8.index(text.startIndex, offsetBy: cut)]
                return mark <= columns ? kept + ellipsis : String(kept)
            }
            bytes += UTF8.width(scalar)
            if used <= room || mark > columns { cut = bytes }
        }
        return text
    }

    private static func clippedByClusters(_ text: String, to columns: Int, ellipsis: String) -> String {
        let mark = ellipsis.columns
        let room = columns - mark
        var used = 0
        var index = text.startIndex
        var cut = index
        while let cluster = Cluster(in: text, at: index) {
            used += cluster.columns
            if used > columns { return mark <= columns ? text[..<cut] + ellipsis : String(text[..<cut]) }
            index = cluster.end
            if used <= room || mark > columns { cut = index }
        }
        return text
    }

    /// The text clipped to the columns, or padded with spaces.
    package static func padded(_ text: String, to columns: Int, ellipsis: String = "…") -> String {
        let text = clipped(text, to: columns, ellipsis: ellipsis)
        return text + String(repeating: " ", count: max(0, columns - text.columns))
    }
}
