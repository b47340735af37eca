/// QR codes as pictures for print.
package enum QRPicture {
    /// The quiet zone of the standard, in modules.
    private static let quiet = 4

    /// The code of a short text as an SVG file; nil for a text that does not fit.
    package static func svg(of text: String) -> String? {
        guard let code = QRCode(text) else { return nil }
        let side = code.size + 2 * quiet
        let path = (0..<code.size).flatMap { row in
            darkRuns(ofRow: row, in: code).map { run in
                "M\(run.lowerBound + quiet) \(row + quiet)h\(run.count)v1h-\(run.count)z"
            }
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(side) \(side)\" "
            + "shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h\(side)v\(side)H0z\"/>"
            + "<path d=\"\(path.joined())\"/></svg>\n"
    }

    /// The columns of the dark modules that stand side by side.
    private static func darkRuns(ofRow row: Int, in code: QRCode) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        for column in 0..<code.size where code.isDark(row: row, column: column) {
            if let last = runs.last, last.upperBound == column {
                runs[runs.count - 1] = last.lowerBound..<(column + 1)
            } else {
                runs.append(column..<(column + 1))
            }
        }
        return runs
    }
}
