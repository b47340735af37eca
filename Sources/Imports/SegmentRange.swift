import CaseModel

extension CodedProject.Segment.Range {
    /// The place in a source that the range is; nil for all of it.
    var locator: Locator? {
        switch self {
        case .characters(let start, let end):
            Locator(Text(chinese: "第\(start + 1)–\(end)字符", english: "characters \(start + 1)–\(end)"))
        case .page(let page): Locator(page: String(page + 1))
        case .region(let x, let y, let right, let bottom):
            Locator(
                Text(
                    chinese: "区域 \(x),\(y)–\(right),\(bottom)",
                    english: "region \(x),\(y)–\(right),\(bottom)"))
        case .time(let begin, let end): Locator(Text("\(Self.clock(begin))–\(Self.clock(end))"))
        case .whole: nil
        }
    }

    /// Milliseconds as hours, minutes and seconds.
    private static func clock(_ milliseconds: Int) -> String {
        let seconds = milliseconds / 1000
        return [seconds / 3600, seconds / 60 % 60, seconds % 60].map { $0.padded(to: 2) }
            .joined(separator: ":")
    }
}
