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

    /// Why a step is marked with ↶: what it leads to began before its neighbour, or before another item above it.
    func remark(onPredated item: Int, from here: Int, to next: Int) -> Text {
        if item == here || item == next { return Strings.answersBefore }
        let predated = self.item(item)
        return Strings.beganBefore(predated.short ?? predated.title)
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

    /// The remark on an item that began before one above it in the chain that is not its neighbour.
    fileprivate static func beganBefore(_ title: Text) -> Text {
        Text(
            chinese: "（早于链上的“\(title.localized(in: .chinese))”，后来纳入）",
            english: "(began before “\(title.localized(in: .english))” above it; taken up later)")
    }
}
