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

    /// Why a step is marked with ↶, with both dates: what it leads to began before its neighbour, or before another item
    /// above it.
    func remark(onPredated upper: Int, from here: Int, to next: Int) -> Text {
        let lower = upper == next ? here : next
        let dates = [lower, upper].map { item($0).period?.dateOfBeginning }
        let isTold = dates[0]?.yearInWords != dates[1]?.yearInWords
        let (earlier, later) = (dates[0]?.label(isYearEnough: isTold), dates[1]?.label(isYearEnough: isTold))
        guard let earlier, let later else { return Strings.answersBefore }
        if upper == here || upper == next { return Strings.answersBefore(earlier, later) }
        let predated = item(upper)
        return Strings.began(earlier, before: predated.short ?? predated.title, of: later)
    }

    /// The year in which an item began, to stand behind its title; nil for an undated item and where the title says it.
    func year(of position: Int, behind title: String, in language: LanguageChoice) -> String? {
        guard let date = item(position).period?.dateOfBeginning else { return nil }
        return title.contains(String(date.year)) ? nil : language.localized(date.label(isYearEnough: true))
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
