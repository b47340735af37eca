extension Grid {
    /// A part of a row that leads somewhere on the web.
    package struct Link: Hashable, Sendable {
        /// The row.
        package var row: Int
        /// Its columns, at least one.
        package var columns: Range<Int>
        /// Where it leads.
        package var address: WebAddress
    }

    /// Lets what is drawn in an area lead somewhere, until it is drawn over.
    package mutating func link(_ area: Rect, to address: WebAddress) {
        let part = clip(area)
        guard !part.columns.isEmpty else { return }
        for row in part.rows {
            unlink(row, part.columns)
            links.append(Link(row: row, columns: part.columns, address: address))
        }
    }

    // What is drawn over leads nowhere; what is left of a link on either side still does.
    mutating func unlink(_ row: Int, _ columns: Range<Int>) {
        func isTouched(_ link: Link) -> Bool { link.row == row && link.columns.overlaps(columns) }
        guard links.contains(where: isTouched) else { return }
        links = links.flatMap { link in
            guard isTouched(link) else { return [link] }
            let sides = [
                link.columns.lowerBound..<max(link.columns.lowerBound, columns.lowerBound),
                min(link.columns.upperBound, columns.upperBound)..<link.columns.upperBound,
            ]
            return sides.filter { !$0.isEmpty }.map { Link(row: row, columns: $0, address: link.address) }
        }
    }
}
