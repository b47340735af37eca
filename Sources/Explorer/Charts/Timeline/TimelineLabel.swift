/// Which columns of a line are for the title of a bar: those right of it where the title fits there, else those
/// left of it, else the larger part; those of the bar itself where it leaves next to nothing.
enum TimelineLabel {
    /// Fewer columns than this hold no title.
    private static let least = 10

    /// The columns for a text so wide. The text keeps a blank towards the bar, and one behind it where it fits.
    static func room(for columns: Int, beside bar: Range<Int>, in line: Range<Int>) -> Range<Int> {
        let bar = bar.clamped(to: line)
        let right = bar.upperBound..<line.upperBound
        let left = line.lowerBound..<bar.lowerBound
        if columns < right.count {
            return right.lowerBound..<min(right.upperBound, right.lowerBound + columns + 2)
        }
        if columns < left.count {
            return max(left.lowerBound, left.upperBound - columns - 2)..<left.upperBound
        }
        let larger = right.count >= left.count ? right : left
        return larger.count < least && bar.count > larger.count + 2
            ? bar.lowerBound + 1..<bar.upperBound - 1 : larger
    }
}
