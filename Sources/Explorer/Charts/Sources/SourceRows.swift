import CaseModel

/// The sources of a table, in its order.
struct SourceRows: Sendable {
    /// The numbers of the sources.
    let numbers: [Int]
    /// The entities that cite each source of the case in what pins and filter let through.
    let citers: [[Entity]]
    /// The types that there are sources of, in the order of their declaration.
    let forms: [Source.Form]

    /// For each source of the case the best strength of the claims that cite it; nil where none does.
    let strengths: [Strength?]
    /// The strengths of the case, those that carry furthest first.
    let allStrengths: [Strength]

    init(order: SourcesChart.Order, form: Source.Form?, in context: ChartContext) {
        let sources = context.graph.case.sources
        // Under a filter they are the sources of what it includes, as `triptych sources --filter` lists them, and not of
        // what the panes show beside it.
        let selection = context.selection
        citers = context.cache.table(for: selection) { context.graph.citers(in: selection) }
        let shown = sources.indices.filter { number in
            (form == nil || sources[number].form == form)
                && selection?.sources.contains(sources[number].id) != false
        }
        forms = Self.forms(of: context.graph)
        let strengths = context.cache.table(for: 0) { Self.bestStrengths(in: context.graph) }
        self.strengths = strengths
        allStrengths = context.graph.case.manifest.rankedStrengths
        let newest = Self.newestFirst(shown, of: sources)
        func text(_ number: Int) -> String {
            context.language.localized(sources[number].title)
        }
        func ranked(_ texts: (Int) -> String?) -> [Int] {
            // Those without one come last.
            let ranks = Dictionary(
                uniqueKeysWithValues: zip(Set(newest.compactMap(texts)).sorted(), 0...))
            return Self.sorted(newest) { texts($0).flatMap { ranks[$0] } ?? ranks.count }
        }
        switch order {
        case .listed: numbers = shown
        case .cited:
            let counts = citers.map(\.count)
            numbers = Self.sorted(newest) { -counts[$0] }
        case .date: numbers = newest
        case .form:
            let ranks = Dictionary(uniqueKeysWithValues: zip(Source.Form.allCases, 0...))
            numbers = Self.sorted(newest) { ranks[sources[$0].form] ?? 0 }
        case .publisher: numbers = ranked { sources[$0].whoPublished.map(context.language.localized) }
        case .strength:
            numbers = Self.sorted(newest) { strengths[$0]?.rank ?? .max }
        case .language: numbers = ranked { sources[$0].language?.text }
        case .title: numbers = ranked(text)
        }
    }

    private static func bestStrengths(in graph: CaseGraph) -> [Strength?] {
        let all = graph.case.manifest.rankedStrengths
        var best = [Int?](repeating: nil, count: graph.case.sources.count)
        for claim in graph.case.allEvidence {
            guard let number = graph.number(of: claim.source),
                let rank = all.firstIndex(where: { $0.id == claim.strength })
            else { continue }
            best[number] = min(best[number] ?? rank, rank)
        }
        return best.map { $0.map { all[$0] } }
    }

    /// The types of the case's sources, in the order of their declaration.
    static func forms(of graph: CaseGraph) -> [Source.Form] {
        let used = Set(graph.case.sources.map(\.form))
        return Source.Form.allCases.filter(used.contains)
    }

    /// A stable sort by a key.
    private static func sorted(_ numbers: [Int], by key: (Int) -> Int) -> [Int] {
        numbers.enumerated().map { (key: key($1), place: $0, number: $1) }
            .sorted { ($0.key, $0.place) < ($1.key, $1.place) }.map(\.number)
    }

    /// Sorted by date, the newest first and those without one last, equals as they stood.
    private static func newestFirst(_ numbers: [Int], of sources: Records<Source>) -> [Int] {
        let dates = Set(numbers.compactMap { sources[$0].date }).sorted()
        let ranks = Dictionary(uniqueKeysWithValues: zip(dates, 1...))
        return sorted(numbers) { -(sources[$0].date.flatMap { ranks[$0] } ?? 0) }
    }
}

extension ChartContext {
    func sourceRows(order: SourcesChart.Order, form: Source.Form?) -> SourceRows {
        struct Key: Equatable {
            let order: SourcesChart.Order
            let form: Source.Form?
            let language: LanguageChoice
            let filter: String?
            let hasPins: Bool
            let isLetThrough: [Bool]
        }
        let key = Key(
            order: order, form: form, language: language, filter: filter, hasPins: hasPins,
            isLetThrough: isLetThrough
        )
        return cache.table(for: key) { SourceRows(order: order, form: form, in: self) }
    }
}

extension Source {
    /// Who issued it, or else the paper or the publisher that brought it out; nil where nobody is known to have.
    var whoPublished: Text? { issuer ?? outlet ?? publisher ?? container?.title }
}
