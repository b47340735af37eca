import CaseModel

/// The figures of a network, each with its name and with what it means.
///
/// They make “decentralised” something that one can see: how many ties cross from one side to the other, into how
/// many parts the whole falls, and how much of it lies with one hub.
struct NetworkFigures {
    /// One figure.
    struct Figure: Equatable {
        let name: String
        let value: String
        let meaning: String
    }

    private let cooperation: Cooperation
    private let basis: Cooperation.Basis
    private let language: LanguageChoice

    init(_ cooperation: Cooperation, through basis: Cooperation.Basis, language: LanguageChoice) {
        self.cooperation = cooperation
        self.basis = basis
        self.language = language
    }

    /// What there is to say of the nodes of a mode: of actors who work together, or of items that share actors.
    func figures(of mode: Cooperation.Mode) -> [Figure] {
        let network = cooperation.network(mode)
        let part = say(Strings.share(network.takingPart.count, of: network.groups.count))
        let ties = String(network.ties)
        let figures: [Figure]
        switch mode {
        case .actors:
            figures =
                [
                    figure(Strings.name(of: basis), String(cooperation.items.count), Strings.meaningOfItems),
                    figure(Strings.actors, part, Strings.meaningOfActors),
                    figure(Strings.ties, ties, Strings.meaningOfTies),
                ] + crossing
        case .items:
            figures = [
                figure(Strings.name(of: basis), part, Strings.meaningOfNamingItems),
                figure(Strings.sharingPairs, ties, Strings.meaningOfSharingPairs),
            ]
        }
        return figures + shape(of: mode)
    }

    /// The ties between the sides, where the case has two.
    private var crossing: [Figure] {
        guard let first = cooperation.sides.first, let second = cooperation.sides.second else { return [] }
        let name = Strings.between(language.localized(first), language.localized(second))
        let share = cooperation.crossingShare.map { bracketed([Text("\(Int(($0 * 100).rounded()))%")]) } ?? ""
        return [figure(name, String(cooperation.crossings) + share, Strings.meaningOfCrossing)]
    }

    private func shape(of mode: Cooperation.Mode) -> [Figure] {
        let network = cooperation.network(mode)
        var detail = [Strings.largest(network.components.first?.count ?? 0)]
        if !network.alone.isEmpty { detail.append(Strings.alone(network.alone.count)) }
        let bridging = cooperation.takingPart(mode).count { cooperation.bridges($0) }
        let centralisation = network.centralisation.map { centralisation in
            Self.hundredths(centralisation) + bracketed([Strings.scaleOfCentralisation])
        }
        return [
            figure(Strings.centralisation, centralisation ?? "–", Strings.meaningOfCentralisation),
            figure(
                Strings.components, String(network.components.count) + bracketed(detail),
                Strings.meaningOfComponents),
            figure(Strings.bridging, String(bridging), Strings.meaningOfBridging(mode)),
        ]
    }

    private func figure(_ name: Text, _ value: String, _ meaning: Text) -> Figure {
        Figure(name: say(name), value: value, meaning: say(meaning))
    }

    private func bracketed(_ remarks: [Text]) -> String { Wording.brackets(remarks.map(say), in: language) }

    private func say(_ phrase: Text) -> String { language.localized(phrase) }

    /// A number from 0 to 1 with two digits behind the point.
    private static func hundredths(_ number: Double) -> String {
        let hundredths = Int((number * 100).rounded())
        return "\(hundredths / 100).\(hundredths / 10 % 10)\(hundredths % 10)"
    }
}
