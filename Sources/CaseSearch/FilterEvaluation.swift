import CaseModel

// How conditions hold together: each of an item by itself, or those on claims of one claim.
extension [FilterCondition] {
    /// True if one of them can only be fulfilled by a claim or another statement.
    var areOfClaims: Bool { contains { $0.meaning.isOfClaims && !$0.word.isNegated } }

    /// Whether an item fulfils all of them, each by itself.
    fileprivate func hold(at position: Int) -> Bool {
        allSatisfy { $0.items[position] != $0.word.isNegated }
    }

    /// The same with no date in the place of years, by which those are found that fail only for want of one; nil where
    /// none is of years, or one asks for what has no date.
    func undated(in graph: CaseGraph) -> [FilterCondition]? {
        let rest = filter { !$0.meaning.isOfYears }
        guard rest.count < count, !contains(where: \.meaning.isUndated) else { return nil }
        return rest + [.undated(in: graph)]
    }

    /// Those that only an item can fulfil, and those that a statement fulfils by itself.
    fileprivate var apart: (ofItems: [FilterCondition], ofClaims: [FilterCondition]) {
        (filter { !$0.meaning.canHoldForClaims }, filter(\.meaning.canHoldForClaims))
    }
}

extension CaseGraph {
    /// For each item, whether it fulfils all of some conditions.
    func items(fulfilling conditions: [FilterCondition]) -> [Bool] {
        guard conditions.areOfClaims else { return `case`.items.indices.map { conditions.hold(at: $0) } }
        let (ofItems, ofClaims) = conditions.apart
        let judge = ClaimJudge(self)
        return `case`.items.indices.map { position in
            ofItems.hold(at: position) && judge.hasStatement(at: position, fulfilling: ofClaims)
        }
    }
}

/// Decides whether one claim fulfils what a filter asks of claims.
struct ClaimJudge {
    private let graph: CaseGraph

    init(_ graph: CaseGraph) { self.graph = graph }

    /// What an item states with or without a source: a claim, a figure, its status, a link.
    fileprivate struct Statement {
        var source: ID<Source>?
        var strength: String?
        var standing: Link.Standing
        /// The years of its own date; nil where it has none.
        var years: ClosedRange<Int>?
        var texts: [String] = []
    }

    /// Whether an item states something that fulfils all of some conditions.
    func hasStatement(at position: Int, fulfilling conditions: [FilterCondition]) -> Bool {
        guard mayState(at: position, conditions) else { return false }
        let item = graph.item(position)
        let test = test(at: position, conditions)
        return item.evidence.contains { test(Statement($0)) }
            || item.metrics.contains { test(Statement($0)) }
            || item.status.map { test(Statement($0)) } == true
            || item.links.contains { test(Statement($0)) }
    }

    /// The links, figures and statuses that fulfil all of some conditions: what can be asked of an item by their item, a
    /// link also by the one that it names, and what is asked of a statement by themselves. A further condition can
    /// therefore never let one through.
    func statements(
        fulfilling conditions: [FilterCondition]
    ) -> (links: Set<ItemStatement>, metrics: Set<ItemStatement>, statuses: Set<Int>) {
        let ofItems = conditions.filter { !$0.meaning.isOfClaims }
        let isFitting = graph.case.items.indices.map { ofItems.hold(at: $0) }
        // Words and years are asked of a statement only together with what it alone can fulfil; else they are asked of
        // items.
        let ofStatements =
            conditions.areOfClaims ? conditions.apart.ofClaims : conditions.filter(\.meaning.isOfClaims)
        var (links, metrics): (Set<ItemStatement>, Set<ItemStatement>) = ([], [])
        var statuses: Set<Int> = []
        for position in graph.case.items.indices where mayState(at: position, ofStatements) {
            let (item, test) = (graph.item(position), test(at: position, ofStatements))
            for (number, link) in item.links.enumerated() {
                let isAtFitting =
                    isFitting[position] || graph.position(of: link.to).map { isFitting[$0] } == true
                if isAtFitting, test(Statement(link)) { links.insert(ItemStatement(position, number)) }
            }
            guard isFitting[position] else { continue }
            for (number, metric) in item.metrics.enumerated() where test(Statement(metric)) {
                metrics.insert(ItemStatement(position, number))
            }
            if let status = item.status, test(Statement(status)) { statuses.insert(position) }
        }
        return (links, metrics, statuses)
    }

    /// False for an item that states nothing of the kind: a word that is nowhere in the item is in none of its
    /// statements.
    private func mayState(at position: Int, _ conditions: [FilterCondition]) -> Bool {
        conditions.allSatisfy { condition in
            switch condition.meaning {
            case .text, .source, .strength, .standing:
                condition.word.isNegated || condition.items[position]
            case .facet, .kept, .years, .undated: true
            }
        }
    }

    /// What tells of a statement of an item whether it fulfils all of some conditions.
    private func test(at position: Int, _ conditions: [FilterCondition]) -> (Statement) -> Bool {
        let named = conditions.map { isNamed(by: $0, .item(position)) }
        let years = graph.years(of: position)
        return { statement in
            zip(conditions, named).allSatisfy { condition, isNamed in
                holds(condition, for: statement, isNamed: isNamed, years: years) != condition.word.isNegated
            }
        }
    }

    /// Whether a claim, and what it is about, fulfil all of some conditions.
    func fulfils(_ claim: Claim, _ conditions: [FilterCondition]) -> Bool {
        let statement = Statement(graph.evidence(of: claim))
        let years: ClosedRange<Int>? =
            if case .item(let position) = claim.entity { graph.years(of: position) } else { nil }
        return conditions.allSatisfy { condition in
            let holds =
                condition.meaning.canHoldForClaims
                ? self.holds(
                    condition, for: statement, isNamed: isNamed(by: condition, claim.entity), years: years)
                : self.holds(condition, for: claim.entity)
            return holds != condition.word.isNegated
        }
    }

    /// Whether a statement fulfils a condition before negation; it has the years of its item if it has none itself.
    private func holds(
        _ condition: FilterCondition, for statement: Statement, isNamed: Bool, years: ClosedRange<Int>?
    ) -> Bool {
        switch condition.meaning {
        case .text(let term): isNamed || statement.texts.contains { Self.contains(term, $0, isName: false) }
        case .source(let ids): statement.source.map { ids.contains($0.text) } ?? false
        case .strength(let ids): statement.strength.map(ids.contains) ?? false
        case .standing(let ids): ids.contains(statement.standing.rawValue)
        case .years(let wanted): (statement.years ?? years)?.overlaps(wanted) ?? false
        case .undated: statement.years == nil && years == nil
        case .facet, .kept: false
        }
    }

    /// Whether what a claim is about fulfils a condition that no claim can.
    private func holds(_ condition: FilterCondition, for entity: Entity) -> Bool {
        switch (condition.meaning, entity) {
        case (.kept(let kept), _): kept.contains(graph.reference(to: entity))
        case (_, .item(let position)): condition.items[position]
        case (.facet(.facet(.place), let ids), .place), (.facet(.facet(.actor), let ids), .actor):
            ids.contains(graph.id(of: entity))
        case (.facet(.facet(.evidence), let ids), _): ids.contains("some")
        case _: false
        }
    }

    /// Whether a word is part of the names of an entity, so that it is about each of its claims.
    private func isNamed(by condition: FilterCondition, _ entity: Entity) -> Bool {
        guard case .text(let term) = condition.meaning else { return false }
        var names = graph.title(of: entity).wordings
        if case .item(let position) = entity {
            guard condition.items[position] else { return false }
            names += graph.item(position).aka + (graph.item(position).short?.wordings ?? [])
        }
        return Self.contains(term, graph.id(of: entity), isName: false)
            || names.contains { Self.contains(term, $0, isName: true) }
    }

    private static func contains(_ term: SearchTerm, _ text: String, isName: Bool) -> Bool {
        FoldedName(text, isName: isName).closeness(of: term) != nil
    }
}

extension ClaimJudge.Statement {
    /// A claim, with the texts in which a word is looked for.
    fileprivate init(_ evidence: Evidence) {
        self.init(
            source: evidence.source, strength: evidence.strength.text, standing: .sourced,
            years: evidence.date?.spanOfYears,
            texts: evidence.claim.wordings + [evidence.quote].compactMap(\.self))
    }

    /// A figure, with its name.
    fileprivate init(_ metric: Metric) {
        self.init(
            source: metric.source, standing: Link.Standing(of: metric.source), texts: metric.name.wordings)
    }

    /// A status, with the years of its own date.
    fileprivate init(_ status: DatedStatus) {
        self.init(
            source: status.source, standing: Link.Standing(of: status.source), years: status.asOf?.spanOfYears
        )
    }

    /// A link, with its reason.
    fileprivate init(_ link: Link) {
        self.init(source: link.source, standing: link.standing, texts: link.because?.wordings ?? [])
    }
}
