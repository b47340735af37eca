/// Figures with their units, and dates, which a line end does not divide: 2018年1月25日, 2小时, 347公里.
struct Measure {
    /// The last grapheme, if it was part of a figure with its unit.
    private var last: Unicode.Scalar?

    // The characters with which a unit or a counter begins, behind a figure.
    private static let units = Set<Unicode.Scalar>(
        "年月日时分秒号届期次个项条名人家座处元万亿千百公米吨度倍级层辆列班亩平立小天周岁点户里克升毫厘".unicodeScalars)
    // The second characters of units, with those that they follow.
    private static let pairs: [Unicode.Scalar: String.UnicodeScalarView] = [
        "时": "小".unicodeScalars, "钟": "分".unicodeScalars, "里": "公".unicodeScalars,
        "顷": "公".unicodeScalars, "斤": "公".unicodeScalars, "方": "平立".unicodeScalars,
        "公": "方万".unicodeScalars, "米": "方千毫厘".unicodeScalars, "瓦": "千".unicodeScalars,
        "克": "千毫".unicodeScalars, "元": "万亿美".unicodeScalars, "人": "万亿".unicodeScalars,
        "吨": "万亿".unicodeScalars, "亩": "万".unicodeScalars, "平": "万".unicodeScalars,
        "立": "万亿".unicodeScalars, "千": "万".unicodeScalars, "个": "万".unicodeScalars,
        "户": "万".unicodeScalars, "辆": "万".unicodeScalars, "美": "万亿".unicodeScalars,
        "次": "人万".unicodeScalars, "月": "个".unicodeScalars, "年": "周".unicodeScalars,
        "代": "年".unicodeScalars, "度": "年".unicodeScalars, "份": "月".unicodeScalars,
        "万": "百千".unicodeScalars, "亿": "百千万".unicodeScalars,
    ]

    /// The rules for the next grapheme of a text: it is glued to the one before it within a figure with its unit, and
    /// within a date.
    @inline(__always)
    mutating func breaking(_ scalar: Unicode.Scalar, _ rules: LineBreaking) -> LineBreaking {
        let isDigit = scalar.value >= 0x30 && scalar.value <= 0x39
        guard isDigit || last != nil else { return rules }
        return isDigit ? digit(scalar, rules) : unit(scalar, rules)
    }

    private mutating func digit(_ scalar: Unicode.Scalar, _ rules: LineBreaking) -> LineBreaking {
        let isInDate = last == "年" || last == "月"
        last = scalar
        return isInDate ? rules.union(.glued) : rules
    }

    private mutating func unit(_ scalar: Unicode.Scalar, _ rules: LineBreaking) -> LineBreaking {
        let isUnit: Bool
        switch last {
        case ("0"..."9")?: isUnit = Self.units.contains(scalar)
        case let last?: isUnit = Self.pairs[scalar]?.contains(last) == true
        case nil: isUnit = false
        }
        last = isUnit ? scalar : nil
        return isUnit ? rules.union(.glued) : rules
    }
}
