extension Metric.Bound: TitledWord {
    /// The word in front of the figure.
    package var title: Text {
        switch self {
        case .about: Text(chinese: "约", english: "about")
        case .over: Text(chinese: "超过", english: "over")
        case .nearly: Text(chinese: "近", english: "nearly")
        case .atLeast: Text(chinese: "至少", english: "at least")
        case .upTo: Text(chinese: "至多", english: "up to")
        }
    }
}

extension Metric {
    /// The figure as one would print it: in the words of the case, or else how it is rounded, the number and its unit,
    /// such as `about 300 million yuan` and `约300百万元`.
    package var figure: Text {
        if let display { return display }
        var figure = Text(chinese: figure(in: .chinese), english: figure(in: .english))
        for tag in Set(value.tags + (unit?.tags ?? [])) where ![.chinese, .english].contains(tag) {
            figure[tag] = self.figure(in: tag)
        }
        return figure
    }

    private func figure(in tag: LanguageTag) -> String {
        let rounding = bound?.title.phrase(in: tag.nearest) ?? ""
        let gap = tag.nearest == .chinese ? "" : " "
        let unit = unit?.localized(in: tag) ?? ""
        // Chinese sets a blank only before a unit in other letters.
        let unitGap = unit.unicodeScalars.first?.isHan == true ? gap : " "
        return (rounding.isEmpty ? "" : rounding + gap) + value.localized(in: tag)
            + (unit.isEmpty ? "" : unitGap + unit)
    }
}

extension Double {
    /// The number as text: as many digits as it has, without a final `.0`.
    package var figure: String {
        let text = self == 0 ? "0" : String(self)
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}
