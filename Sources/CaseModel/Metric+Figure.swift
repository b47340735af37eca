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
        return (unit ?? Text("")).inPhrase { language, unit in
            let rounding = bound?.title.phrase(in: language) ?? ""
            let gap = language == .chinese ? "" : " "
            // Chinese sets a blank only before a unit in other letters.
            let unitGap = unit.unicodeScalars.first?.isHan == true ? gap : " "
            return (rounding.isEmpty ? "" : rounding + gap) + value + (unit.isEmpty ? "" : unitGap + unit)
        }
    }
}
