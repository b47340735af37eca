import CaseModel

/// Dates, periods, statuses and figures in the displayed language.
struct Wording {
    let `case`: Case
    let language: LanguageChoice

    /// `2010-12 – 2018-01-25`; an open end stays open.
    func period(_ period: Period) -> String {
        switch (period.start, period.end) {
        case (let start?, let end?): start == end ? "\(start)" : "\(start) – \(end)"
        case (let start?, nil): "\(start) –"
        case (nil, let end?): "– \(end)"
        case (nil, nil): language.localized(Strings.dateUnknown)
        }
    }

    /// `已运营（截至 2022-01）`.
    func status(_ status: DatedStatus) -> String {
        let name = `case`.statuses.first { $0.id == status.value }.map { language.localized($0.title) }
        let date = status.asOf?.description ?? language.localized(Strings.dateUnknown)
        let asOf = status.asOf == nil ? "" : language.localized(Strings.asOf) + " "
        return (name ?? status.value.text) + Self.brackets([asOf + date], in: language)
    }

    /// The figure in print form.
    func figure(_ metric: Metric) -> String {
        if let display = metric.display { return language.line(display) }
        let bound = metric.bound.map { language.localized(Strings.words(for: $0)) } ?? ""
        let unit = metric.unit.map { language.localized($0) } ?? ""
        return [bound, metric.value, unit].filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// Several titles in one line.
    func list(_ titles: [Text]) -> String {
        titles.map { language.localized($0) }.joined(
            separator: language.languages[0] == .chinese ? "、" : ", ")
    }

    /// Degrees north and east with their source; nil without coordinates.
    func coordinates(of place: Place) -> String? {
        guard let (latitude, longitude) = place.coordinates else { return nil }
        let source = place.coordinatesSource.map { Self.brackets([$0.name], in: language) } ?? ""
        return "\(latitude.figure), \(longitude.figure)" + source
    }

    /// Remarks in the brackets and with the commas of the language.
    static func brackets(_ remarks: [String], in language: LanguageChoice) -> String {
        language.languages[0] == .chinese
            ? "（" + remarks.joined(separator: "，") + "）" : " (" + remarks.joined(separator: ", ") + ")"
    }
}

extension Wording {
    /// An item's dates in numbers: `2013-05 – 2018-01-25`; `2018-12 –` for an ongoing one; `?` for an unknown date,
    /// alone for an undated item.
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
