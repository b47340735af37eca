// Dates in words.
extension PartialDate {
    /// The date as a line of facts has it: its digits, `2018-01-25`, `960`, where these say all, else its words.
    package var label: Text {
        guard isPlain else { return inWords }
        return Text(precision == .year ? String(year) : description)
    }

    /// The date in words: `2018年1月25日`, `25 January 2018`; `公元前256年`, `256 BCE`; `约1200年`, `c. 1200`.
    package var inWords: Text { qualified(calendarWords) }

    /// The year or years in words, without month, day and doubt: `256 BCE`, `2010s`, `2018年`.
    package var yearInWords: Text {
        switch precision {
        case .year, .season, .month, .day: Self.words(ofYear: year)
        case .decade where year >= 100: Text(chinese: "\(year)年代", english: "\(year)s")
        case .decade, .century: Self.words(from: spanOfYears.lowerBound, to: spanOfYears.upperBound)
        }
    }

    /// Puts the words for doubt around what is doubted.
    package func qualified(_ text: Text, circa: String = "c. ") -> Text {
        guard isDoubtful else { return text }
        let (chinese, english) = (text.localized(in: .chinese), text.localized(in: .english))
        return Text(
            chinese: (isApproximate ? "约" : "") + chinese + (isUncertain ? "？" : ""),
            english: (isApproximate ? circa : "") + english + (isUncertain ? "?" : ""))
    }

    /// A year by the count of historians: `公元前256年`, `256 BCE`.
    package static func words(ofYear year: Int) -> Text {
        year > 0
            ? Text(chinese: "\(year)年", english: "\(year)")
            : Text(chinese: "公元前\(1 - year)年", english: "\(1 - year) BCE")
    }

    /// The name of a month in English.
    package static func english(month: Int) -> String { months[month - 1] }

    /// The date in words, whatever the doubt.
    private var calendarWords: Text {
        let (chinese, english) = (
            yearInWords.localized(in: .chinese), yearInWords.localized(in: .english)
        )
        if let season {
            return Text(chinese: chinese + season.name.chinese, english: "\(season.name.english) \(english)")
        }
        guard let month else { return yearInWords }
        let name = Self.english(month: month)
        guard let day else { return Text(chinese: "\(chinese)\(month)月", english: "\(name) \(english)") }
        return Text(chinese: "\(chinese)\(month)月\(day)日", english: "\(day) \(name) \(english)")
    }

    private static func words(from first: Int, to last: Int) -> Text {
        if first > 0 { return Text(chinese: "\(first)至\(last)年", english: "\(first)–\(last)") }
        if last <= 0 {
            return Text(chinese: "公元前\(1 - first)至前\(1 - last)年", english: "\(1 - first)–\(1 - last) BCE")
        }
        return Text(chinese: "公元前\(1 - first)年至公元\(last)年", english: "\(1 - first) BCE to \(last) CE")
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]
}

extension PartialDate.Season {
    /// What it is called within a sentence.
    package var name: (chinese: String, english: String) {
        switch self {
        case .spring: ("春", "spring")
        case .summer: ("夏", "summer")
        case .autumn: ("秋", "autumn")
        case .winter: ("冬", "winter")
        }
    }
}
