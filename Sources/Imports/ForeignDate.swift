import CaseModel

/// A date as bibliographies write it, read as far as the case can have it.
struct ForeignDate: Equatable {
    /// The date, or nil where no year is to be found.
    var date: PartialDate?
    /// Whether the text says nothing more than the date does.
    var isWhole: Bool

    /// Reads the notation of the case, `2010/05//`, `2010-5-3T10:00:00Z`, `May 12, 2010`, `12 mai 2010`,
    /// `2010年5月`; of ranges the date with which they begin, of anything else the first year that stands in it.
    init(_ text: some StringProtocol) {
        let plain = text.trimmed
        if let date = PartialDate(plain) ?? Self.remarked(plain) {
            self.init(date: date, isWhole: true)
        } else if let date = Self.numbered(plain) ?? Self.inWords(plain) ?? Self.seasonal(plain)
            ?? Self.about(plain) ?? Self.beforeOurEra(plain) ?? Self.inWordsOfCase(plain)
        {
            self.init(date: date, isWhole: true)
        } else {
            self.init(date: Self.beginning(of: plain) ?? Self.firstYear(in: plain), isWhole: false)
        }
    }

    private init(date: PartialDate?, isWhole: Bool) {
        (self.date, self.isWhole) = (date, isWhole)
    }

    /// A date of its parts; what is no month or day is left out.
    init(year: Int, month: Int?, day: Int?) {
        let whole = PartialDate(year: year, month: month, day: month == nil ? nil : day)
        date = whole ?? PartialDate(year: year, month: month) ?? PartialDate(year: year)
        isWhole = whole != nil && !(month == nil && day != nil)
    }

    /// `1200/05//circa`, `2018///spring, circa` and `///c. 217 BCE`, as RIS has what its digits have no room for.
    private static func remarked(_ text: String) -> PartialDate? {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 4, let remark = parts.last?.trimmed, !remark.isEmpty else { return nil }
        if parts.dropLast().allSatisfy(\.isEmpty) {
            return beforeOurEra(remark) ?? about(remark) ?? inWordsOfCase(remark)
        }
        var remarks = remark.split(separator: ",").map(\.trimmed)
        var date = numbered(parts.dropLast().joined(separator: "/"))
        if let year = date, year.precision == .year,
            let season = seasons.firstIndex(where: { $0.contains(remarks.first ?? "") })
        {
            date = PartialDate("\(year)-\(21 + season)")
            remarks.removeFirst()
        }
        let signs = [[]: "", ["circa"]: "~", ["uncertain"]: "?", ["circa", "uncertain"]: "%"]
        return signs[remarks].flatMap { sign in date.flatMap { PartialDate("\($0)\(sign)") } }
    }

    /// A date as the case tells it in words, in Chinese or English: `c. 91 BCE`, `公元前99至前90年`, `1950s?`.
    private static func inWordsOfCase(_ text: String) -> PartialDate? {
        guard text.count <= 60 else { return nil }
        var words = text[...]
        let beginning = ["c. ", "ca. ", "约"].first(where: words.hasPrefix)
        let end = ["?", "？"].first(where: words.hasSuffix)
        words = words.dropFirst(beginning?.count ?? 0).dropLast(end?.count ?? 0)
        let numbers = words.split { !($0.isASCII && $0.isNumber) }.compactMap { Int($0) }.prefix(4)
        let months = (1...12).filter {
            words.contains(PartialDate.english(month: $0)) || words.contains("年\($0)月")
        }
        // What it may mean is few dates, of which the words are those of one.
        var meant: [PartialDate?] = []
        for year in numbers.flatMap({ [$0, 1 - $0] }) {
            meant += [
                PartialDate(year: year), PartialDate(.decade, from: year), PartialDate(.century, from: year),
            ]
            meant += PartialDate.Season.allCases.map { PartialDate(season: $0, of: year) }
            for month in months {
                meant.append(PartialDate(year: year, month: month))
                meant += numbers.map { PartialDate(year: year, month: month, day: $0) }
            }
        }
        let date = meant.lazy.compactMap(\.self).first { $0.inWords.wordings.contains(String(words)) }
        let mark = beginning == nil ? (end == nil ? "" : "?") : end == nil ? "~" : "%"
        return date.flatMap { PartialDate("\($0)\(mark)") }
    }

    /// Year, month and day with hyphens, slashes, dots or Chinese units between them; a time of day is passed over.
    private static func numbered(_ text: String) -> PartialDate? {
        var day = text[...]
        // RIS has what is no date behind a third slash.
        let slashed = day.split(separator: "/", omittingEmptySubsequences: false)
        if slashed.count == 4, slashed[3].isEmpty || slashed[3].contains(":") {
            day = day[..<slashed[3].startIndex]
        }
        if let time = text.firstIndex(where: { $0 == "T" || $0 == " " }), text[time...].contains(":") {
            day = text[..<time]
        }
        let signs: Set<Character> = ["-", "/", ".", "年", "月", "日", "–"]
        guard day.allSatisfy({ $0.isASCII && $0.isNumber || signs.contains($0) || $0 == " " }) else {
            return nil
        }
        // `2010/05//`, but not `2010--2012`.
        let parts = day.split(separator: "/", omittingEmptySubsequences: false)
        let numbers = day.split { signs.contains($0) }.map { Int($0.trimmed) }
        guard parts.count <= 4, (1...3).contains(numbers.count), !day.contains("--"), !numbers.contains(nil),
            day.first?.isNumber == true, day.prefix(while: \.isNumber).count == 4
        else { return nil }
        let known = numbers.compactMap { $0 }
        let parted = known.prefix { $0 != 0 }
        guard let year = parted.first else { return nil }
        return PartialDate(
            year: year, month: parted.count > 1 ? parted[1] : nil, day: parted.count > 2 ? parted[2] : nil)
    }

    /// The date with which a range begins (`1992-05/1992-07`), or in front of what RIS has behind its third slash
    /// (`2020/02/03/Monday`).
    private static func beginning(of text: String) -> PartialDate? {
        let slashed = text.split(separator: "/", omittingEmptySubsequences: false).map(\.trimmed)
        if slashed.count == 4 { return numbered(slashed.prefix(3).joined(separator: "/")) }
        let ends = slashed.count == 2 ? slashed : text.split(separator: "--").map(\.trimmed)
        guard ends.count == 2 else { return nil }
        return PartialDate(ends[0]) ?? numbered(ends[0]) ?? inWords(ends[0])
    }

    /// A month in words beside a year, with or without a day.
    private static func inWords(_ text: String) -> PartialDate? {
        let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        let months = words.compactMap(month(named:))
        let years = words.filter { $0.count == 4 }.compactMap { Int($0) }
        guard words.count <= 4, months.count == 1, years.count == 1 else { return nil }
        let rest = words.filter { month(named: $0) == nil && Int($0) != years[0] }
        switch rest.count {
        case 0: return PartialDate(year: years[0], month: months[0])
        case 1:
            let digits = rest[0].prefix(while: \.isNumber)
            guard ["", "st", "nd", "rd", "th", "er"].contains(rest[0].dropFirst(digits.count)),
                let day = Int(digits)
            else { return nil }
            return PartialDate(year: years[0], month: months[0], day: day)
        case _: return nil
        }
    }

    /// A season beside a year: `summer 2025`, `2025年夏`.
    private static func seasonal(_ text: String) -> PartialDate? {
        let words = text.lowercased().split { !$0.isLetter && !$0.isNumber || $0 == "年" }.map(String.init)
        guard words.count == 2, let year = words.first(where: { $0.count == 4 && Int($0) != nil }),
            let name = words.first(where: { Int($0) == nil }),
            let season = seasons.firstIndex(where: { $0.contains(name) })
        else { return nil }
        return PartialDate("\(year)-\(21 + season)")
    }

    /// A year that is about right, or one of ten: `c. 1843`, `ca 1843`, `1840s`.
    private static func about(_ text: String) -> PartialDate? {
        let words = text.lowercased().split { $0 == " " || $0 == "." }.map(String.init)
        guard let year = words.last, words.count <= 2 else { return nil }
        if words.count == 2, ["c", "ca", "circa", "about", "um", "vers", "约"].contains(words[0]),
            Int(year) != nil
        {
            return PartialDate(year + "~")
        }
        if words.count == 1, year.hasSuffix("0s"), year.count == 5 {
            return PartialDate(year.dropLast(2) + "X")
        }
        return nil
    }

    /// `256 BCE`, `256 B.C.`, `公元前256年`; the year before 1 is 0.
    private static func beforeOurEra(_ text: String) -> PartialDate? {
        let plain = text.filter { $0 != "." && $0 != " " }
        let digits = plain.filter { $0.isASCII && $0.isNumber }
        let isBefore = ["BCE", "BC", "av JC"].contains { plain == digits + $0.filter { $0 != " " } }
        guard isBefore || plain == "公元前\(digits)年" || plain == "前\(digits)年", let year = Int(digits), year > 0
        else { return nil }
        return PartialDate(year: 1 - year)
    }

    private static let seasons: [Set<String>] = [
        ["spring", "printemps", "frühling", "frühjahr", "primavera", "春", "春季"],
        ["summer", "été", "sommer", "verano", "夏", "夏季"],
        ["autumn", "fall", "automne", "herbst", "otoño", "秋", "秋季"],
        ["winter", "hiver", "invierno", "冬", "冬季"],
    ]

    /// A month by its name in English, French, German, Spanish or Portuguese, or by the first letters of it.
    static func month(named name: some StringProtocol) -> Int? {
        let folded = String(name.lowercased().map { foldedLetters[$0] ?? $0 })
        let names = [
            ["january", "janvier", "januar", "enero", "janeiro"],
            ["february", "fevrier", "februar", "febrero", "fevereiro"],
            ["march", "mars", "marz", "marzo", "marco"], ["april", "avril", "abril"],
            ["may", "mai", "mayo", "maio"], ["june", "juin", "juni", "junio", "junho"],
            ["july", "juillet", "juli", "julio", "julho"], ["august", "aout", "agosto"],
            ["september", "septembre", "septiembre", "setembro"],
            ["october", "octobre", "oktober", "octubre", "outubro"],
            ["november", "novembre", "noviembre", "novembro"],
            ["december", "decembre", "dezember", "diciembre", "dezembro"],
        ]
        guard folded.count >= 3 else { return nil }
        let places = names.indices.filter { month in names[month].contains { $0.hasPrefix(folded) } }
        return places.count == 1 ? places[0] + 1 : nil
    }

    private static let foldedLetters: [Character: Character] = ["é": "e", "û": "u", "ä": "a", "ç": "c"]

    private static func firstYear(in text: String) -> PartialDate? {
        let runs = text.split { !($0.isASCII && $0.isNumber) }
        return runs.first { $0.count == 4 }.flatMap { Int($0) }.flatMap { PartialDate(year: $0) }
    }
}
