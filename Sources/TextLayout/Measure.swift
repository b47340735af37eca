/// Figures with their units, and dates, which a line end does not divide: 2018年1月25日, 2小时, 347公里, 17 May 2020,
/// 112 km, 3 million visits.
struct Measure {
    /// The last grapheme, if it was part of a figure with its unit.
    private var last: Unicode.Scalar?
    private var place = Place.elsewhere

    /// Where in a measure written with spaces the next grapheme is.
    private enum Place {
        case elsewhere
        /// Behind a digit.
        case inDigits
        /// In a word that another one of the measure may follow: a month, million, square.
        case inWord
        /// Behind spaces that follow neither.
        case behindSpaces
        /// Behind spaces that follow digits or such a word.
        case withinMeasure
    }

    // Switches and texts rather than tables of scalars: the first use of a table of another type takes as long as
    // several lines of text.

    /// Whether a unit or a counter begins with the character, behind a figure.
    private static func isUnit(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "年", "月", "日", "时", "分", "秒", "号", "届", "期", "次", "个", "项", "条", "名", "人", "家", "座",
            "处", "元", "万", "亿", "千", "百", "公", "米", "吨", "度", "倍", "级", "层", "辆", "列", "班", "亩",
            "平", "立", "小", "天", "周", "岁", "点", "户", "里", "克", "升", "毫", "厘":
            true
        case _: false
        }
    }

    /// The characters that the second character of a unit follows; nil for one that is none.
    private static func leaders(of second: Unicode.Scalar) -> String? {
        switch second {
        case "时": "小"
        case "钟": "分"
        case "里", "顷", "斤": "公"
        case "方": "平立"
        case "公": "方万"
        case "米": "方千毫厘"
        case "瓦": "千"
        case "克": "千毫"
        case "元": "万亿美"
        case "人", "吨", "立", "美": "万亿"
        case "亩", "平", "千", "个", "户", "辆": "万"
        case "次": "人万"
        case "月": "个"
        case "年": "周"
        case "代", "度": "年"
        case "份": "月"
        case "万": "百千"
        case "亿": "百千万"
        case _: nil
        }
    }

    // Words that are units or counters, behind a figure and spaces.
    private static let unitWords: Set<String> = [
        "km", "m", "cm", "mm", "ha", "mu", "t", "kg", "g", "kWh", "MWh", "kW", "MW", "GW", "kV", "h", "min",
        "TEU",
        "kilometre", "kilometres", "kilometer", "kilometers", "metre", "metres", "meter", "meters", "hectare",
        "hectares", "ton", "tons", "tonne", "tonnes", "second", "seconds", "minute", "minutes", "hour",
        "hours",
        "day", "days", "week", "weeks", "month", "months", "year", "years", "yuan", "dollars", "percent",
        "cent", "people",
        "residents", "passengers", "households", "trips", "visits", "vehicles", "BCE", "CE", "BC", "AD",
    ]
    // Words behind a figure that a unit follows.
    private static let prefixes: Set<String> = [
        "hundred", "thousand", "million", "billion", "trillion", "square", "cubic", "per", "US",
    ]
    private static let months: Set<String> = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November",
        "December", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec",
    ]
    // Words other than months in front of a number.
    private static let numberSigns: Set<String> = [
        "No.", "p.", "pp.", "para.", "paras.", "CNY", "RMB", "USD",
    ]

    /// The rules for a grapheme of a text: it is glued to the one before it within a figure with its unit, and within
    /// a date.
    @inline(__always)
    mutating func breaking(_ cluster: Cluster, in text: String, _ rules: LineBreaking) -> LineBreaking {
        let scalar = cluster.first
        let isDigit = scalar.value >= 0x30 && scalar.value <= 0x39
        if scalar == " " {
            switch place {
            case .inDigits, .inWord: place = .withinMeasure
            case .elsewhere: place = .behindSpaces
            case .behindSpaces, .withinMeasure: break
            }
            last = nil
            return rules
        }
        guard isDigit || last != nil || place != .elsewhere else { return rules }
        return isDigit ? digit(cluster, in: text, rules) : unit(cluster, in: text, rules)
    }

    private mutating func digit(_ cluster: Cluster, in text: String, _ rules: LineBreaking) -> LineBreaking {
        var isGlued = last == "年" || last == "月"
        switch place {
        case .behindSpaces, .withinMeasure:
            isGlued = Self.isWordBeforeNumber(endingBefore: cluster.start, in: text)
        case .elsewhere, .inDigits, .inWord: break
        }
        (last, place) = (cluster.first, .inDigits)
        return isGlued ? rules.union(.glued) : rules
    }

    private mutating func unit(_ cluster: Cluster, in text: String, _ rules: LineBreaking) -> LineBreaking {
        let scalar = cluster.first
        var isUnit = false
        switch place {
        case .inWord where scalar.isLatinLetter: return rules
        case .withinMeasure where scalar.isLatinLetter:
            let word = Self.word(from: cluster.start, in: text)
            let isFollowed = Self.prefixes.contains(word) || Self.months.contains(word)
            place = isFollowed ? .inWord : .elsewhere
            return isFollowed || Self.unitWords.contains(word) ? rules.union(.glued) : rules
        case .withinMeasure: isUnit = Self.isUnit(scalar)
        case .elsewhere, .inDigits, .inWord, .behindSpaces:
            switch last {
            case ("0"..."9")?: isUnit = Self.isUnit(scalar)
            case let last?: isUnit = Self.leaders(of: scalar)?.unicodeScalars.contains(last) == true
            case nil: break
            }
        }
        place = .elsewhere
        last = isUnit ? scalar : nil
        return isUnit ? rules.union(.glued) : rules
    }

    /// The Latin letters from a place on.
    private static func word(from start: String.Index, in text: String) -> String {
        String(text.unicodeScalars[start...].prefix(while: \.isLatinLetter))
    }

    /// True if a month, or another word that belongs to the number behind it, stands before the spaces that end here.
    private static func isWordBeforeNumber(endingBefore end: String.Index, in text: String) -> Bool {
        let before = text.unicodeScalars[..<end]
        guard let last = before.lastIndex(where: { $0 != " " }) else { return false }
        let line = before[...last]
        let start =
            line.lastIndex { !$0.isLatinLetter && $0 != "." }.map(line.index(after:)) ?? line.startIndex
        let word = String(line[start...])
        return numberSigns.contains(word)
            || months.contains(word.hasSuffix(".") ? String(word.dropLast()) : word)
    }
}

extension Unicode.Scalar {
    fileprivate var isLatinLetter: Bool { (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value) }
}
