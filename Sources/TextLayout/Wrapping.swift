/// Line wrapping for Chinese and English together.
///
/// English words are kept whole, Chinese may break anywhere that 避头尾 allows (CLREQ; see `LineBreaking`), spaces are
/// removed at a break, and line ends in the text are kept. A figure and its unit stay together, as does a date
/// (`Measure`). A word longer than a line is broken, preferably after one of the `/ ? & = -` of a URL. Every width is
/// valid: a line has at least one glyph, even if that is wider than the line, so that nothing is lost.
package enum Wrapping {
    /// The lines of a text, at most `columns` wide, all but the first with `hanging` blanks before them. An empty text
    /// is one empty line; a newline at the end does not add one.
    package static func lines(of text: String, columns: Int, hanging: Int = 0) -> [String] {
        if text.fitsAsItIs(columns) { return [text] }
        let indent = String(repeating: " ", count: max(0, hanging))
        return ranges(of: text, columns: columns, hanging: hanging).enumerated().map { number, range in
            (number == 0 ? "" : indent) + text[range]
        }
    }

    /// The ranges of the lines in the text, without spaces removed at breaks.
    package static func ranges(of text: String, columns: Int, hanging: Int = 0) -> [Range<String.Index>] {
        let first = max(1, columns)
        return Paragraph(text).lines(first: first, rest: max(1, first - max(0, hanging)))
    }
}

extension String {
    // A scalar never has more columns than bytes, so that most short texts need not be measured. Line ends are
    // ASCII controls or begin with C2 or E2.
    fileprivate func fitsAsItIs(_ columns: Int) -> Bool {
        utf8.count <= columns && utf8.allSatisfy { $0 >= 0x20 && $0 != 0xC2 && $0 != 0xE2 }
    }
}

/// A text that is measured once and then divided into lines.
///
/// Lines are filled greedily. A line ends at the last break that the rules allow; within a word longer than a line,
/// after the last seam of a URL; else between any two graphemes that the rules do not keep together; else at the
/// width.
private struct Paragraph {
    private struct Piece {
        let end: String.Index
        let columns: UInt8
        let breaking: LineBreaking
    }

    private let start: String.Index
    private var pieces: [Piece] = []

    init(_ text: String) {
        start = text.startIndex
        pieces.reserveCapacity(text.utf8.count)
        var index = start
        var measure = Measure()
        while let cluster = Cluster(in: text, at: index) {
            index = cluster.end
            let rules = LineBreaking(cluster.first, columns: cluster.columns)
            let breaking = measure.breaking(cluster, in: text, rules)
            pieces.append(Piece(end: index, columns: UInt8(cluster.columns), breaking: breaking))
        }
        // A newline ends a line; at the end of the text it does not begin another.
        if let last = pieces.last, last.breaking.contains(.newline) { pieces.removeLast() }
    }

    /// The lines' ranges, the first one `first` columns wide and the others `rest`, both 1 or more.
    func lines(first: Int, rest: Int) -> [Range<String.Index>] {
        var result: [Range<String.Index>] = []
        var lineStart = 0
        while true {
            let limit = result.isEmpty ? first : rest
            let line = self.line(from: lineStart, limit: limit, next: rest)
            // A line of only spaces before a break is dropped.
            if line.isSoft, line.end == lineStart {
                lineStart = line.next
                continue
            }
            result.append(index(lineStart)..<index(line.end))
            if line.next > pieces.count { return result }
            lineStart = line.next
        }
    }

    // The end of a line and the start of the next, which is beyond the last piece after the last line.
    private func line(from start: Int, limit: Int, next: Int) -> (end: Int, next: Int, isSoft: Bool) {
        var used = 0
        var last = LineBreaking()
        var spaced = false
        var chance = start
        for position in start..<pieces.count {
            let piece = pieces[position]
            if piece.breaking.contains(.newline) {
                return (fitting(start, position, limit), position + 1, false)
            }
            if piece.breaking.contains(.space) {
                spaced = true
                used += Int(piece.columns)
                continue
            }
            if position > start, piece.breaking.mayFollow(last, spaced: spaced) { chance = position }
            used += Int(piece.columns)
            if used > limit, position > start {
                let next = breakPoint(from: start, chance: chance, to: position, next: next)
                return (withoutSpaces(start, next), next, true)
            }
            last = piece.breaking
            spaced = false
        }
        return (fitting(start, pieces.count, limit), pieces.count + 1, false)
    }

    // The best break in start+1...full.
    private func breakPoint(from start: Int, chance: Int, to full: Int, next: Int) -> Int {
        if chance > start, fits(chance, next) { return chance }
        if let seam = (chance + 1..<full + 1).last(where: isSeam) { return seam }
        if chance > start { return chance }
        if let unit = (start + 1..<full + 1).last(where: { pieces[$0].breaking.contains(.glued) }) {
            return unit
        }
        return (start + 1..<full + 1).last { position in
            let before = pieces[position - 1].breaking
            let after = pieces[position].breaking
            return !before.contains(.notAtEnd) && after.isDisjoint(with: [.notAtStart, .space])
                && (!after.contains(.connector) || before.contains(.space))
        } ?? full
    }

    // True if the unbreakable text from here on fits on one line.
    private func fits(_ start: Int, _ limit: Int) -> Bool {
        var used = 0
        for position in start..<pieces.count {
            let piece = pieces[position].breaking
            if !piece.isDisjoint(with: [.newline, .space]) { return true }
            if position > start, piece.mayFollow(pieces[position - 1].breaking, spaced: false) { return true }
            used += Int(pieces[position].columns)
            if used > limit { return false }
        }
        return true
    }

    private func isSeam(_ position: Int) -> Bool {
        pieces[position - 1].breaking.contains(.seam)
            && pieces[position].breaking.isDisjoint(with: [.seam, .notAtStart, .space])
    }

    private func withoutSpaces(_ start: Int, _ end: Int) -> Int {
        var end = end
        while end > start, pieces[end - 1].breaking.contains(.space) { end -= 1 }
        return end
    }

    // The last line of a paragraph keeps the spaces at its end that fit.
    private func fitting(_ start: Int, _ end: Int, _ limit: Int) -> Int {
        var used = 0
        for position in start..<end {
            used += Int(pieces[position].columns)
            if used > limit, pieces[position].breaking.contains(.space) { return position }
        }
        return end
    }

    private func index(_ piece: Int) -> String.Index {
        piece == 0 ? start : pieces[piece - 1].end
    }
}
