/// The pages of a work: one range or several.
package struct PageRanges: Equatable, Sendable {
    /// The first and last page of each range, as printed; only the first of a single page.
    package let ranges: [[String]]

    /// The pages that a text such as `27–30, 41` or `16-1–16-4` names. An en dash makes a range; a hyphen only where
    /// there is no dash and the number behind it is not the lower one, or the middle one of three: `16-1-16-4`.
    package init(_ text: String) {
        ranges = text.split { ",，、;".contains($0) }.map { part in
            let range = part.trimmingBlanks
            let dashed = range.split(maxSplits: 1, omittingEmptySubsequences: true) { "–—−〜～~".contains($0) }
            if dashed.count == 2 { return dashed.map { String($0.trimmingBlanks) } }
            let hyphened = range.split(separator: "-")
            if hyphened.count == 2, Self.isRange(hyphened[0].trimmingBlanks, hyphened[1].trimmingBlanks) {
                return hyphened.map { String($0.trimmingBlanks) }
            }
            if hyphened.count == 4, !range.contains("--") {
                return [hyphened[..<2], hyphened[2...]].map { pair in
                    pair.map { String($0.trimmingBlanks) }.joined(separator: "-")
                }
            }
            // BibTeX writes two hyphens.
            let doubled = range.replacing("--", with: "–").split(separator: "–")
            return doubled.map { String($0.trimmingBlanks) }
        }.filter { !$0.isEmpty }
    }

    /// Whether a hyphen between two numbers means up to: `27-41` and the abbreviated `1211-25`, but not `16-1`.
    private static func isRange(_ first: Substring, _ last: Substring) -> Bool {
        guard let low = Int(first), let high = Int(last) else { return true }
        if high >= low { return true }
        return (Int(first.dropLast(last.count) + last) ?? 0) >= low && last.count > 1
    }

    /// The pages with a sign between the ends of a range and one between ranges.
    package func joined(range: String, separator: String = ", ") -> String {
        ranges.map { $0.joined(separator: range) }.joined(separator: separator)
    }

    /// The pages with a hyphen for up to, or a dash where a hyphen is a part of a page number, such as 16-1.
    package func hyphened(separator: String = ", ") -> String {
        let areHyphenated = ranges.contains { $0.contains { $0.contains("-") } }
        return joined(range: areHyphenated ? "–" : "-", separator: separator)
    }

    /// The number of an article that stands in the place of pages: `e0209899`, or what follows the word `Article`.
    var articleNumber: String? {
        guard isOnePage else { return nil }
        let text = ranges[0][0]
        for word in ["Article ", "article ", "Art. "] where text.hasPrefix(word) {
            return String(text.dropFirst(word.count))
        }
        let digits = text.dropFirst()
        return text.first == "e" && digits.count > 2 && digits.allSatisfy(\.isNumber) ? text : nil
    }

    /// True for exactly one page.
    package var isOnePage: Bool { ranges.count == 1 && ranges[0].count == 1 }
}

extension Substring {
    fileprivate var trimmingBlanks: Substring {
        var rest = drop { $0.isWhitespace }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return rest
    }
}
