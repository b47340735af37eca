extension String {
    /// The columns that the text takes when it is drawn on one line.
    package var columns: Int {
        let columns = withScalars { scalars -> Int? in
            var result = 0
            while let scalar = scalars.next() {
                guard scalar.standsAlone else { return nil }
                result += scalar.columns
            }
            return result
        }
        return columns ?? columnsOfClusters
    }

    /// The columns of the text where ambiguous characters are narrow: a measure for limits that hold for a text on
    /// every terminal.
    package var narrowColumns: Int {
        guard AmbiguousWidth.current == .wide else { return columns }
        var result = 0
        var index = startIndex
        while let cluster = Cluster(in: self, at: index) {
            let narrow = unicodeScalars[index..<cluster.end].reduce(0) { sum, scalar in
                sum + (scalar == "\u{FE0F}" ? 1 : scalar.columns(ambiguous: .narrow))
            }
            result += min(cluster.columns, max(1, narrow))
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
        let room = mark > columns ? columns : columns - mark
        // The bytes that are kept; none of a text that has to be segmented.
        let kept = text.withScalars { scalars -> Int? in
            var (used, kept) = (0, 0)
            while let scalar = scalars.next() {
                guard scalar.standsAlone else { return nil }
                used += scalar.columns
                if used > columns { return kept }
                if used <= room { kept = scalars.position }
            }
            return scalars.position
        }
        guard let kept else { return clippedByClusters(text, to: columns, ellipsis: ellipsis) }
        if kept == text.utf8.count { return text }
        let start = text[..<text.utf8.index(text.startIndex, offsetBy: kept)]
        return mark <= columns ? start + ellipsis : String(start)
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

    /// The text behind as many spaces as it is narrower than the columns.
    package static func rightAligned(_ text: String, to columns: Int) -> String {
        String(repeating: " ", count: max(0, columns - text.columns)) + text
    }
}
