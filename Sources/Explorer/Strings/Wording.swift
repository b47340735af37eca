import CaseModel

extension Language {
    /// What separates facts and clauses.
    var comma: String { self == .chinese ? "，" : ", " }
    /// What separates the members of a list.
    var listComma: String { self == .chinese ? "、" : ", " }
    /// What separates parts that have commas in them.
    var semicolon: String { self == .chinese ? "；" : "; " }
    /// What stands between a name and its value.
    var colon: String { self == .chinese ? "：" : ": " }
}

/// Dates, periods, statuses and figures in the displayed language.
struct Wording {
    let `case`: Case
    let language: LanguageChoice

    /// `已运营（截至 2022-01）`.
    func status(_ status: DatedStatus) -> String {
        let date = language.localized(status.asOf?.label ?? Strings.dateUnknown)
        let asOf = status.asOf == nil ? "" : language.localized(Strings.asOf) + " "
        return language.localized(`case`.title(of: status.value)) + Self.brackets([asOf + date], in: language)
    }

    /// Several titles in one line.
    func list(_ titles: [Text]) -> String {
        titles.map { language.localized($0) }.joined(separator: language.interface.listComma)
    }

    /// Degrees north and east with their source; nil without coordinates.
    func coordinates(of place: Place) -> String? {
        guard let (latitude, longitude) = place.coordinates else { return nil }
        let source =
            place.coordinatesSource.map { source in
                let name = [source.name, source.id].compactMap { $0 }.joined(separator: " ")
                return Self.brackets(
                    [name] + (source.point.map { [language.localized(Strings.name(of: $0))] } ?? []),
                    in: language)
            } ?? ""
        return "\(latitude.figure), \(longitude.figure)" + source
    }

    /// Whose an outline is, with its licence.
    func outline(_ outline: PlaceOutline) -> String {
        outline.source + Self.brackets([outline.licence], in: language)
    }

    /// Remarks in the brackets and with the commas of the language.
    static func brackets(_ remarks: [String], in language: LanguageChoice) -> String {
        let remarks = remarks.joined(separator: language.interface.comma)
        return language.interface == .chinese ? "（\(remarks)）" : " (\(remarks))"
    }
}

extension Wording {
    /// An item's dates in numbers: `2013-05 – 2018-01-25`; `2018-12 –` for an ongoing one; `?` for an unknown date,
    /// alone for an undated item.
    func dates(_ entry: Timeline.Entry?) -> String {
        language.localized(entry?.label ?? Text("?"))
    }

    /// An item's period in words: `2013年5月至2018年1月25日`.
    func inWords(_ entry: Timeline.Entry?) -> String {
        guard let entry else { return language.localized(Strings.dateUnknown) }
        let start = (entry.start?.inWords).map(language.localized)
        let phrase: Text
        switch entry.end {
        case .on(let end):
            if entry.start == end { return language.localized(end.inWords) }
            let end = language.localized(end.inWords)
            phrase =
                start.map { Strings.period(from: $0, to: end) }
                ?? (entry.isOpenAtStart ? Strings.beginningless(to: end) : Strings.period(to: end))
        case .lasting: phrase = Strings.lasting(from: start ?? "")
        case .unknown: phrase = Strings.unended(from: start ?? "")
        }
        return language.localized(phrase)
    }
}
