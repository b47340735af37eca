import CaseModel

/// A filter of items and of claims: a query of words, all of which must hold.
///
/// `mode:horizontal place:綦江 year:2018..2022 -status:planned rail "exact phrase"`: facets with a value, search
/// words and phrases, and a hyphen before a word to exclude. A facet is called by its id or by its name in either
/// language; a value is an id, or part of a title in either language, or its pinyin.
///
/// Where a word is about claims (`source:`, `strength:`, `standing:`), an item is included if *one* of its claims
/// fulfils all that can be asked of a claim: these, the words, and the year.
package struct Filter: Equatable, Sendable {
    /// What took the last item away from a filter that includes nothing.
    package struct Emptying: Equatable, Sendable {
        /// The word of the query, as written.
        package let word: String
        /// The number of items that the words before it include.
        package let before: Int
    }

    /// The query as written.
    package let query: String
    /// The number of items left out only because they, or their claims, have no date.
    package let undated: Int
    private let conditions: [FilterCondition]
    private let isIncluded: [Bool]

    /// Parses a query for the case of an index. An empty query includes everything; `is:marked` and
    /// `is:noted` what the notebook has.
    package static func parse(
        _ query: String, in index: SearchIndex, notebook: Notebook = Notebook()
    ) throws(FilterError) -> Filter {
        var conditions: [FilterCondition] = []
        for word in try FilterWord.words(of: query) {
            conditions.append(try FilterCondition(word, in: index, notebook: notebook))
        }
        return Filter(query, conditions, in: index.graph)
    }

    init(_ query: String, _ conditions: [FilterCondition], in graph: CaseGraph) {
        self.query = query
        self.conditions = conditions
        let included = graph.items(fulfilling: conditions)
        isIncluded = included
        let missing = conditions.undated(in: graph).map { graph.items(fulfilling: $0) }
        undated = missing.map { zip($0, included).count { $0 && !$1 } } ?? 0
    }

    package static func == (left: Filter, right: Filter) -> Bool {
        left.query == right.query && left.isIncluded == right.isIncluded
    }

    /// True if a query depends on the reader's notebook.
    package static func asksForNotebook(_ query: String) -> Bool {
        FilterWord.written(Array(query)).contains { $0.facet.map(MarkFacet.isCalled) == true }
    }

    /// True if the filter includes the item at a position.
    package func matches(_ position: Int) -> Bool { isIncluded[position] }

    /// The number of included items.
    package var count: Int { isIncluded.count { $0 } }

    /// The positions of the included items, in the case's order.
    package var positions: [Int] { isIncluded.indices.filter { isIncluded[$0] } }

    /// The claims that fulfil every word, in the order of `CaseGraph.claims`, and the number of those left out only
    /// for want of a date.
    package func claims(in graph: CaseGraph) -> (included: [Claim], undated: Int) {
        let judge = ClaimJudge(graph)
        let claims = graph.claims
        guard !conditions.isEmpty else { return (claims, 0) }
        let isIncluded = claims.map { judge.fulfils($0, conditions) }
        let included = zip(claims, isIncluded).filter(\.1).map(\.0)
        guard let undated = conditions.undated(in: graph) else { return (included, 0) }
        return (included, zip(claims, isIncluded).count { !$1 && judge.fulfils($0, undated) })
    }

    /// The word that took the last item away; nil for a filter that includes some.
    package func emptying(in graph: CaseGraph) -> Emptying? {
        guard !isIncluded.contains(true) else { return nil }
        return emptying(of: isIncluded.count) { graph.items(fulfilling: $0).count { $0 } }
    }

    /// The word that leaves nothing of a number of entries, given how many some of the conditions leave.
    private func emptying(of all: Int, leaving count: ([FilterCondition]) -> Int) -> Emptying? {
        var before = all
        for number in conditions.indices {
            let left = count(Array(conditions[...number]))
            if left == 0 {
                let characters = Array(query)
                var word = characters[conditions[number].word.range]
                // The sentence that names a phrase has quotation marks of its own.
                if word.count > 2, let first = word.first, let last = word.last,
                    FilterWord.quotes.contains(first), FilterWord.quotes.contains(last)
                {
                    word = word.dropFirst().dropLast()
                }
                return Emptying(word: String(word), before: before)
            }
            before = left
        }
        return nil
    }
}

extension Filter {
    /// Remarks on the result: items left out because they have no date, which are some of those that `year:none` finds,
    /// since that finds also what dated claims let through; or the word that excluded the last item.
    package func remarks(in graph: CaseGraph) -> [Text] {
        let emptied = emptying(in: graph).map { emptying in
            Text(
                chinese: "没有相符的条目：“\(emptying.word)”去掉了最后 \(emptying.before) 项",
                english: "nothing matches: '\(emptying.word)' took away the last \(emptying.before)")
        }
        let missing =
            undated > 0
            ? Text(
                chinese: "另有 \(undated) 项日期不详，都在 year:none 之中",
                english: "\(undated) more \(undated == 1 ? "is" : "are") undated, among those of year:none")
            : nil
        return [emptied, missing].compactMap(\.self)
    }

    /// The same remarks on claims.
    package func remarksOnClaims(in graph: CaseGraph) -> [Text] {
        let judge = ClaimJudge(graph)
        let (all, (included, undated)) = (graph.claims, claims(in: graph))
        let emptied =
            included.isEmpty
            ? emptying(of: all.count) { conditions in all.count { judge.fulfils($0, conditions) } } : nil
        let missing =
            undated > 0
            ? Text(
                chinese: "另有 \(undated) 条论断日期不详（year:none）",
                english: "\(undated) more claim\(undated == 1 ? " is" : "s are") undated (year:none)") : nil
        return [
            emptied.map { emptying in
                Text(
                    chinese: "没有相符的论断：“\(emptying.word)”去掉了最后 \(emptying.before) 条",
                    english: "no claim matches: '\(emptying.word)' took away the last \(emptying.before)")
            }, missing,
        ].compactMap(\.self)
    }

    /// What the filter includes of a case. Claims, links, figures and statuses are always included one by one, so that a
    /// further condition never raises their number, nor that of the sources that they cite.
    package func selection(in graph: CaseGraph) -> CaseSelection {
        let (links, metrics, statuses) = ClaimJudge(graph).statements(fulfilling: conditions)
        return CaseSelection(
            positions, claims(in: graph).included, links: links, metrics: metrics, statuses: statuses,
            in: graph)
    }
}
