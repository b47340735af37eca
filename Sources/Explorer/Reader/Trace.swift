import CaseModel
import Screen

/// A chain from a driver down to an item, step by step, and the items that follow.
///
/// Each step has its relation, its reason, and its source, if any.
struct TraceDocument {
    private let graph: CaseGraph
    private let language: LanguageChoice
    private var document = Document()

    /// The page of a chain to the item at a position; chain 0 is the best.
    static func make(
        _ graph: CaseGraph, _ chains: TracedChains, chain number: Int, language: LanguageChoice
    ) -> Document {
        var chains = chains
        let position = chains.position
        var maker = TraceDocument(graph, language: language)
        let localized = language.localized
        let ends = [chains.origin, position].compactMap(\.self).map { language.line(graph.item($0).title) }
        maker.document.add(
            localized(Strings.trace) + "  " + ends.joined(separator: " → "), style: Theme.title)
        if let chain = chains.chain(number) {
            maker.addRank(
                of: chain, number: number, among: chains.count, isConnection: chains.areConnections)
            maker.document.add("")
            maker.add(chain)
        } else {
            maker.document.add("")
            let drivers = graph.case.kinds.filter { $0.role == .driver }.map { localized($0.title) }
            let either = localized(Text(chinese: "或", english: " or "))
            let starts = chains.origin == nil ? drivers.joined(separator: either) : ends[0]
            let isStart = chains.origin == nil && graph.kind(of: position)?.role == .driver
            maker.document.add(
                localized(isStart ? Strings.chainsBeginHere : Strings.noChain(from: starts)))
        }
        maker.addOnward(from: position)
        return maker.document
    }

    /// A chain alone, as `triptych trace` prints it.
    static func make(
        _ graph: CaseGraph, _ chain: Chain, number: Int, among count: Chains.Count, isConnection: Bool,
        language: LanguageChoice
    ) -> Document {
        var maker = TraceDocument(graph, language: language)
        maker.addRank(of: chain, number: number, among: count, isConnection: isConnection)
        maker.add(chain)
        return maker.document
    }

    /// A chain without its rank, to be copied.
    static func make(_ graph: CaseGraph, _ chain: Chain, language: LanguageChoice) -> Document {
        var maker = TraceDocument(graph, language: language)
        maker.add(chain)
        return maker.document
    }

    private init(_ graph: CaseGraph, language: LanguageChoice) {
        self.graph = graph
        self.language = language
    }

    /// `◐↶ 第 2 条，共 7 条 · 4 步：有来源 3，解读 1`: the grade, which chain of how many, its length and whose word it is. A
    /// chain that turns round on the way has no grade, and a line before says so.
    private mutating func addRank(of chain: Chain, number: Int, among count: Chains.Count, isConnection: Bool)
    {
        let rank = language.localized(Strings.rank(number + 1, among: count))
        let standings = language.localized(graph.standings(of: chain, withLength: true))
        if !isConnection {
            document.add(language.localized(Strings.onlyRelated), style: Theme.interpretation)
        }
        let signs = isConnection ? graph.signs(of: chain) + " " : ""
        document.add("\(signs)\(rank) · \(standings)", style: Theme.faint)
    }

    private mutating func add(_ chain: Chain) {
        let younger = graph.youngerItems(in: chain)
        for (number, position) in chain.items.enumerated() {
            let facts = [
                graph.kind(of: position).map { language.localized($0.title) },
                graph.entry(of: position).map(Wording(case: graph.case, language: language).dates)
                    ?? graph.undated(position).map(language.localized),
            ].compactMap(\.self)
            document.add(
                [
                    Span(language.line(graph.item(position).title), style: Theme.title),
                    Span("  " + facts.joined(separator: " · "), style: Theme.faint),
                ], hanging: 2, target: .subject(.item(position)))
            if number < chain.steps.count {
                let next = chain.items[number + 1]
                document.add(
                    words(of: chain.steps[number], from: position, to: next, younger: younger[number]),
                    indent: 2, hanging: 2)
            }
        }
    }

    /// The step to the next item: direction, ↶ where it runs backwards in time, relation, reason and source, and the item
    /// above that is younger than what it leads to.
    private func words(of step: Chain.Step, from here: Int, to next: Int, younger: Int?) -> [Span] {
        var arrow: String
        switch graph.direction(of: step, to: next) {
        case .downstream: arrow = "↓ "
        case .upstream: arrow = "↑ "
        case nil: arrow = "· "
        }
        var remark: [Span] = []
        // A step that leads to what is older than an item farther up, or is only spoken of before it, does not run
        // backwards by itself.
        if graph.runsBackwards(step, from: here, to: next) { arrow += Theme.backwards + " " }
        if let younger {
            let words = graph.remark(onPredated: younger, from: here, to: next)
            remark = [Span(" " + language.localized(words))]
        }
        let verb = Span(arrow + graph.words(of: step, to: next, in: language) + "  ", style: Theme.faint)
        switch step {
        case .parent, .child:
            return [verb, Span(language.localized(Strings.interpretation), style: Theme.interpretation)]
                + remark
        case .link(let edge):
            let link = graph.link(edge)
            return [verb, Span(link.because.map { language.line($0) + " " } ?? ""), standing(of: link)]
                + remark
        }
    }

    private func standing(of link: Link) -> Span {
        guard let source = link.source.flatMap({ graph.source($0) }) else {
            return Span(language.localized(Strings.interpretation), style: Theme.interpretation)
        }
        let label = "[" + source.label(in: language) + "]"
        return link.isReading
            ? Span(
                language.localized(link.standing.title) + " " + label, style: Theme.interpretation,
                link: source.link)
            : Span(label, style: Theme.sourced, link: source.link)
    }

    /// Adds the items that follow directly from an item.
    private mutating func addOnward(from position: Int) {
        let onward = graph.steps(downstreamOf: position)
        guard !onward.isEmpty else { return }
        document.addHeading("\(language.localized(Strings.onward)) \(onward.count)")
        for (next, step) in onward {
            let title = Span(language.line(graph.item(next).title) + "  ", style: Theme.title)
            document.add(
                [title]
                    + words(
                        of: step, from: position, to: next,
                        younger: graph.youngerItems(in: Chain(items: [position, next], steps: [step]))[0]),
                indent: 2, hanging: 2,
                target: .subject(.item(next)))
        }
    }
}

/// A chain as text of a width, ending in a newline, under its rank among all chains, with links on its sources if
/// `isLinked`. Only a connection has a grade.
package func chainText(
    _ graph: CaseGraph, _ chain: Chain, number: Int, among count: Chains.Count, isConnection: Bool,
    language: LanguageChoice, columns: Int, isLinked: Bool = false
) -> String {
    TraceDocument.make(
        graph, chain, number: number, among: count, isConnection: isConnection, language: language
    )
    .text(columns: columns, isLinked: isLinked) + "\n"
}
