import CaseModel

/// The figures of a network, each with its name and meaning.
///
/// They make decentralisation measurable: the number of ties between the sides, the number of components, and the
/// share of one hub.
struct NetworkFigures {
    /// One figure.
    struct Figure: Equatable {
        let name: String
        let value: String
        let meaning: String
    }

    private let cooperation: Cooperation
    /// What the counted items are called: the kinds of the case that connect actors.
    private let items: String
    private let language: LanguageChoice

    init(
        _ cooperation: Cooperation, through basis: Cooperation.Basis, in graph: CaseGraph,
        language: LanguageChoice
    ) {
        self.cooperation = cooperation
        self.language = language
        let kinds = graph.case.kinds.filter { basis.counts($0.role) }.map(\.plural)
        items =
            kinds.isEmpty
            ? language.localized(Strings.items) : Wording(case: graph.case, language: language).list(kinds)
    }

    /// The figures of a mode: of actors that cooperate, or of items that share actors.
    func figures(of mode: Cooperation.Mode) -> [Figure] {
        let network = cooperation.network(mode)
        let part = localized(Strings.share(network.takingPart.count, of: network.groups.count))
        let ties = String(network.ties)
        let figures: [Figure]
        switch mode {
        case .actors:
            figures =
                [
                    figure(items, String(cooperation.items.count), Strings.meaningOfItems),
                    figure(Strings.actors, part, Strings.meaningOfActors),
                    figure(Strings.ties, ties, Strings.meaningOfTies),
                ] + crossing
        case .items:
            figures = [
                figure(items, part, Strings.meaningOfNamingItems),
                figure(Strings.sharingPairs, ties, Strings.meaningOfSharingPairs),
            ]
        }
        return figures + shape(of: mode) + (mode == .actors ? pairs : [])
    }

    /// The ties between actors of different sides, if the case has any sides to cross: those of two by their names,
    /// those of more together.
    private var crossing: [Figure] {
        let sides = cooperation.sides.titles
        guard sides.count > 1 else { return [] }
        let share = cooperation.crossingShare.map { bracketed([Text("\(Int(($0 * 100).rounded()))%")]) } ?? ""
        let name = sides.count == 2 ? between(0, 1) : localized(Strings.crossing)
        return [figure(name, String(cooperation.crossingTies) + share, Strings.meaningOfCrossing)]
    }

    /// The ties between each two of more than two sides, those with most first.
    private var pairs: [Figure] {
        guard cooperation.sides.titles.count > 2 else { return [] }
        return cooperation.crossings.map { crossing in
            figure(between(crossing.first, crossing.second), String(crossing.ties), Strings.meaningOfPair)
        }
    }

    private func between(_ first: Int, _ second: Int) -> String {
        let sides = cooperation.sides.titles
        return localized(Strings.between(localized(sides[first]), localized(sides[second])))
    }

    private func shape(of mode: Cooperation.Mode) -> [Figure] {
        let network = cooperation.network(mode)
        var detail = [Strings.largest(network.components.first?.count ?? 0)]
        if !network.alone.isEmpty { detail.append(Strings.alone(network.alone.count)) }
        let bridging = cooperation.takingPart(mode).count { cooperation.bridges($0) }
        let centralisation = network.centralisation.map { centralisation in
            Self.hundredths(centralisation) + bracketed([Strings.scaleOfCentralisation])
        }
        let shape = [
            figure(Strings.centralisation, centralisation ?? "–", Strings.meaningOfCentralisation),
            figure(
                Strings.components, String(network.components.count) + bracketed(detail),
                Strings.meaningOfComponents),
        ]
        guard cooperation.sides.titles.count > 1 else { return shape }
        return shape + [figure(Strings.bridging(mode), String(bridging), Strings.meaningOfBridging(mode))]
    }

    private func figure(_ name: Text, _ value: String, _ meaning: Text) -> Figure {
        figure(localized(name), value, meaning)
    }

    private func figure(_ name: String, _ value: String, _ meaning: Text) -> Figure {
        Figure(name: name, value: value, meaning: localized(meaning))
    }

    private func bracketed(_ remarks: [Text]) -> String {
        Wording.brackets(remarks.map(localized), in: language)
    }

    private func localized(_ phrase: Text) -> String { language.localized(phrase) }

    /// A number from 0 to 1 with two decimal places.
    private static func hundredths(_ number: Double) -> String {
        let hundredths = Int((number * 100).rounded())
        return "\(hundredths / 100).\(hundredths / 10 % 10)\(hundredths % 10)"
    }
}
