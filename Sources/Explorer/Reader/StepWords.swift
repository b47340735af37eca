import CaseModel

/// The steps of chains in words.
extension CaseGraph {
    /// How a step reads from an item to the next one of a chain.
    func words(of step: Chain.Step, to next: Int, in language: LanguageChoice) -> String {
        switch step {
        case .parent: return language.localized(Strings.contains)
        case .child: return language.localized(Strings.isPartOf)
        case .link(let edge):
            let relation = relation(link(edge).relation)
            let verb = edge.to == next ? relation?.title : relation?.inverse
            return verb.map(language.localized) ?? link(edge).relation.text
        }
    }

    /// Whose word the steps of a chain are: `sourced throughout`, `5 steps: 3 sourced, 2 interpretation`; with the number
    /// of steps also where it would not be needed.
    func standings(of chain: Chain, withLength: Bool = false) -> Text {
        let counts = Link.Standing.allCases.map { standing in
            (standing, chain.steps.count { self.standing(of: $0) == standing })
        }.filter { $0.1 > 0 }
        guard counts.count > 1 else {
            let standing = counts.first?.0 ?? .sourced
            if chain.length > 1, standing != .sourced { return Strings.all(chain.length, are: standing) }
            let told = chain.length > 1 ? Strings.sourcedThroughout : standing.title
            return withLength ? Strings.steps(chain.length, told) : told
        }
        return Strings.steps(chain.length, counts)
    }

    /// For each step of a chain the item above that is younger than what it leads to: it began later, or something is
    /// claimed earlier of what has no date. Given `predatedItems(in:)` it is not worked out again.
    func youngerItems(in chain: Chain, predated: [Int?]? = nil) -> [Int?] {
        zip(predated ?? predatedItems(in: chain), itemsClaimedBefore(in: chain)).map { $0 ?? $1 }
    }

    /// Why a step leads to what is older than its neighbour, or than another item above it, with both dates: it began
    /// before that, or something is claimed of it before that.
    func remark(onPredated upper: Int, from here: Int, to next: Int) -> Text {
        let lower = upper == next ? here : next
        let claimed = claimedSince(lower)
        let dates = [claimed ?? item(lower).period?.dateOfBeginning, item(upper).period?.dateOfBeginning]
        let isTold = dates[0]?.yearInWords != dates[1]?.yearInWords
        let (earlier, later) = (dates[0]?.label(isYearEnough: isTold), dates[1]?.label(isYearEnough: isTold))
        guard let earlier, let later else { return Strings.answersBefore }
        let isNeighbour = upper == here || upper == next
        let title = isNeighbour ? nil : item(upper).short ?? item(upper).title
        if claimed != nil { return Strings.claimed(earlier, before: title, of: later) }
        return title.map { Strings.began(earlier, before: $0, of: later) }
            ?? Strings.answersBefore(earlier, later)
    }

    /// What stands for the dates of an undated item: that it has none, and since when something is claimed of it; nil
    /// for an item with a date and for one that does not take place in time.
    func undated(_ position: Int) -> Text? {
        guard isUndated(position) else { return nil }
        return claimedSince(position).map { Strings.undated(claimedSince: $0.qualified($0.yearInWords)) }
            ?? Strings.dateUnknown
    }

    /// What stands behind the title of an item in a chain: a space and the year in which it began, or in brackets that
    /// it is undated; nothing where the title says the year.
    func year(of position: Int, behind title: String, in language: LanguageChoice) -> String {
        guard let date = item(position).period?.dateOfBeginning else {
            return undated(position).map { Wording.brackets([language.localized($0)], in: language) } ?? ""
        }
        if title.contains(String(date.year)) { return "" }
        return " " + language.localized(date.label(isYearEnough: true))
    }
}

extension PartialDate {
    /// The date as a line of facts has it, or only its year where that is enough.
    fileprivate func label(isYearEnough: Bool) -> Text {
        guard isYearEnough, !isDoubtful else { return label }
        switch precision {
        case .day, .month, .season, .year: return year > 0 ? Text(String(year)) : yearInWords
        case .decade, .century: return yearInWords
        }
    }
}

extension Strings {
    /// The number of a chain's steps before whose word they all are.
    fileprivate static func steps(_ count: Int, _ told: Text) -> Text {
        Strings.steps(count).inPhrase { language, steps in "\(steps) · \(told.localized(in: language.tag))" }
    }

    /// The steps of a chain by whose word they are.
    fileprivate static func steps(_ count: Int, _ parts: [(Link.Standing, Int)]) -> Text {
        func list(_ tag: LanguageTag) -> [String] {
            parts.map { standing, number in
                let title = standing.title.localized(in: tag)
                return tag == .chinese ? "\(title) \(number)" : "\(number) \(title)"
            }
        }
        let steps = Strings.steps(count)
        return Text(
            chinese: steps.localized(in: .chinese) + "：" + list(.chinese).joined(separator: "，"),
            english: steps.localized(in: .english) + ": " + list(.english).joined(separator: ", "))
    }

    /// All steps of a chain are of one standing.
    fileprivate static func all(_ count: Int, are standing: Link.Standing) -> Text {
        Text(
            chinese: "\(count) 步都是\(standing.title.localized(in: .chinese))",
            english: "all \(count) steps \(standing.title.localized(in: .english))")
    }

    /// The remark on an item that began before what it answers, with the dates of both.
    fileprivate static func answersBefore(_ earlier: Text, _ later: Text) -> Text {
        Text(
            chinese: "（\(earlier.localized(in: .chinese)) 早于所应的 \(later.localized(in: .chinese))，后来纳入）",
            english: """
                (\(earlier.localized(in: .english)), before what it answers of \(later.localized(in: .english)); taken \
                up later)
                """)
    }

    /// That an item has no date, and the earliest year of which something is claimed of it.
    fileprivate static func undated(claimedSince year: Text) -> Text {
        let (chinese, english) = (year.localized(in: .chinese), year.localized(in: .english))
        return Text(
            chinese: "\(dateUnknown.localized(in: .chinese))，\(chinese)已有记述",
            english: "\(dateUnknown.localized(in: .english)), already claimed of \(english)")
    }

    /// The remark on an undated item of which something is claimed before what it answers began, or before an item
    /// farther up, whose title is given.
    fileprivate static func claimed(_ earlier: Text, before title: Text?, of later: Text) -> Text {
        func words(_ tag: LanguageTag) -> (earlier: String, title: String?, later: String) {
            (earlier.localized(in: tag), title?.localized(in: tag), later.localized(in: tag))
        }
        let (chinese, english) = (words(.chinese), words(.english))
        let (above, before) = (
            chinese.title.map { "链上 \(chinese.later) 的“\($0)”" } ?? "所应的 \(chinese.later)",
            english.title.map { "“\($0)” of \(english.later) above it" }
                ?? "what it answers of \(english.later)"
        )
        return Text(
            chinese: "（\(chinese.earlier) 已有记述，早于\(above)）",
            english: "(already claimed of \(english.earlier), before \(before))")
    }

    /// The remark on an item that began before one above it in the chain that is not its neighbour.
    fileprivate static func began(_ earlier: Text, before title: Text, of later: Text) -> Text {
        func words(_ tag: LanguageTag) -> (earlier: String, title: String, later: String) {
            (earlier.localized(in: tag), title.localized(in: tag), later.localized(in: tag))
        }
        let (chinese, english) = (words(.chinese), words(.english))
        return Text(
            chinese: "（\(chinese.earlier) 早于链上 \(chinese.later) 的“\(chinese.title)”，后来纳入）",
            english: """
                (\(english.earlier), before “\(english.title)” of \(english.later) above it; taken up later)
                """)
    }
}
