import CaseModel

extension Wording {
    /// An item's dates as they are written: `2013-05 – 2018-01-25`; `2018-12 –` while it lasts; `?` for what is
    /// not known, alone for an undated item.
    func dates(_ entry: Timeline.Entry?) -> String {
        guard let entry else { return "?" }
        let start = entry.start?.description ?? "?"
        switch entry.end {
        case .on(let end): return entry.start == end ? start : "\(start) – \(end)"
        case .lasting: return "\(start) –"
        case .unknown: return "\(start) – ?"
        }
    }

    /// An item's period in words: `2013年5月至2018年1月25日`.
    func inWords(_ entry: Timeline.Entry?) -> String {
        guard let entry else { return language.localized(Strings.dateUnknown) }
        let start = entry.start.map(inWords)
        let phrase: Text
        switch entry.end {
        case .on(let end):
            if entry.start == end { return inWords(end) }
            phrase =
                start.map { Strings.period(from: $0, to: inWords(end)) } ?? Strings.period(to: inWords(end))
        case .lasting: phrase = Strings.lasting(from: start ?? "")
        case .unknown: phrase = Strings.unended(from: start ?? "")
        }
        return language.localized(phrase)
    }

    /// A date in words: `2018年1月25日`, `25 January 2018`.
    func inWords(_ date: PartialDate) -> String {
        language.localized(Strings.date(year: date.year, month: date.month, day: date.day))
    }
}
