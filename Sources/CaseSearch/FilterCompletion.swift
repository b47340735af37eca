import CaseModel

/// The completions at the cursor of a filter being typed: names of facets, or values after a facet's colon.
package struct FilterCompletion: Equatable, Sendable {
    /// A completion.
    package struct Candidate: Equatable, Sendable {
        /// The text that replaces `range`, such as `place:` or `plc-qijiang`; in quotation marks if it contains
        /// spaces.
        package let insertion: String
        /// The title of the facet or value.
        package let title: Text
        /// The number of items that a value leaves of the rest of the query; nil for a facet's name.
        package let items: Int?
        /// How close the name is to what is typed, 0 for the closest.
        fileprivate var closeness: UInt8 = 0
    }

    /// The query as typed so far.
    package let query: String
    /// The facet whose values are offered; nil if names of facets are.
    package let facet: Axis?
    /// The characters that a candidate replaces, by their numbers in the query.
    package let range: Range<Int>
    /// The completions, the best first, at most `FilterCompleter.limit`; none within a phrase, or without a match.
    package let candidates: [Candidate]
    /// The number of completions beyond the limit, which are left out.
    package let omitted: Int

    /// The query with a candidate inserted, and the cursor's position in characters.
    package func taking(_ candidate: Candidate) -> (query: String, cursor: Int) {
        let characters = Array(query)
        let before = String(characters[..<range.lowerBound]) + candidate.insertion
        return (before + String(characters[range.upperBound...]), before.count)
    }
}

/// The completer for filters of one case. Values of facets are computed on first use and cached.
package struct FilterCompleter: Sendable {
    /// The greatest number of candidates.
    package static let limit = 50
    /// The greatest number of years of which those that leave something are looked for.
    private static let mostYears = 4 * limit

    /// The values of the facet of the notebook, which are counted with the notebook only.
    private static let notebookValues = MarkFacet.allCases.map {
        Known($0.rawValue, $0.title, names: $0.title.wordings, insertion: $0.rawValue, items: 0)
    }

    private let graph: CaseGraph
    private let facets: [Known]
    private var values: [Axis: [Known]] = [:]
    private var undated: Known?
    /// The values of facets that have been counted, by their ids.
    private var items: [Axis: [String: FacetValue]] = [:]

    package init(_ graph: CaseGraph) {
        self.graph = graph
        facets =
            graph.axes.map { axis in
                let title = graph.title(of: axis)
                return Known(
                    axis.name, title, names: title.wordings + axis.otherNames, insertion: axis.name + ":",
                    items: nil)
            } + [
                Known(
                    MarkFacet.name, MarkFacet.title, names: MarkFacet.title.wordings,
                    insertion: MarkFacet.name + ":", items: nil)
            ]
    }

    /// The completions at the cursor, given as the number of the character after it. Given an index, the items of
    /// values are counted among those that the rest of the query includes.
    package mutating func completion(
        of query: String, at cursor: Int, in index: SearchIndex? = nil, notebook: Notebook = Notebook()
    ) -> FilterCompletion {
        let completion = completion(of: query, at: cursor)
        return counted(completion, in: index, notebook: notebook)
            .limited(
                toLast: completion.facet == .facet(.year)
                    && completion.range.lowerBound >= min(cursor, query.count))
    }

    /// The completions with their items counted among those that the rest of the query includes.
    private mutating func counted(
        _ completion: FilterCompletion, in index: SearchIndex?, notebook: Notebook
    ) -> FilterCompletion {
        guard let index, completion.candidates.first?.items != nil else { return completion }
        let query = completion.query
        let words = FilterWord.written(Array(query))
        guard let number = words.firstIndex(where: { $0.range.contains(completion.range.lowerBound - 1) })
        else { return completion }
        var rest: [FilterCondition] = []
        for (place, word) in words.enumerated() where place != number {
            // A mistake in the rest is reported elsewhere; counts within it mean nothing.
            guard let condition = try? FilterCondition(word, in: index, notebook: notebook) else {
                return completion
            }
            rest.append(condition)
        }
        let others = graph.items(fulfilling: rest)
        let counts = completion.candidates.map { candidate in
            condition(of: candidate, number, words, completion, index, notebook).map { condition in
                count(condition, within: rest, others)
            }
        }
        return completion.counted(counts)
    }

    /// The condition that the word at the cursor becomes by a candidate.
    private mutating func condition(
        of candidate: FilterCompletion.Candidate, _ number: Int, _ words: [FilterWord],
        _ completion: FilterCompletion, _ index: SearchIndex, _ notebook: Notebook
    ) -> FilterCondition? {
        guard let facet = completion.facet, facet != .facet(.year) else {
            let taken = FilterWord.written(Array(completion.taking(candidate).query))
            return try? FilterCondition(taken[number], in: index, notebook: notebook)
        }
        if items[facet] == nil {
            items[facet] = Dictionary(graph.values(of: facet).map { ($0.id, $0) }) { first, _ in first }
        }
        let id = String(candidate.insertion.filter { !FilterWord.quotes.contains($0) })
        return items[facet]?[id].map { FilterCondition(words[number], facet, [$0], in: graph) }
    }

    /// The number of items that a condition leaves of others.
    private func count(
        _ condition: FilterCondition, within rest: [FilterCondition], _ others: [Bool]
    ) -> Int {
        if (rest + [condition]).contains(where: \.meaning.isOfClaims) {
            return graph.items(fulfilling: rest + [condition]).count { $0 }
        }
        return others.indices.count { others[$0] && condition.items[$0] != condition.word.isNegated }
    }

    private mutating func completion(of query: String, at cursor: Int) -> FilterCompletion {
        let characters = Array(query)
        let cursor = min(max(0, cursor), characters.count)
        let words = FilterWord.written(characters)
        guard let word = words.first(where: { $0.range.lowerBound < cursor && cursor <= $0.range.upperBound })
        else { return FilterCompletion(query, facet: nil, cursor..<cursor, best(of: facets, for: "")) }
        guard let name = word.facet, cursor >= word.valueRange.lowerBound else {
            let start = min(cursor, word.nameStart)
            let end = word.facet == nil ? word.range.upperBound : word.valueRange.lowerBound
            let typed = characters[start..<cursor]
            let found = typed.contains(where: FilterWord.quotes.contains) ? [] : facets
            return FilterCompletion(query, facet: nil, start..<end, best(of: found, for: String(typed)))
        }
        let range = word.valueRange
        let typed = String(characters[range.lowerBound..<cursor].filter { !FilterWord.quotes.contains($0) })
        if MarkFacet.isCalled(name) {
            return FilterCompletion(query, facet: nil, range, best(of: Self.notebookValues, for: typed))
        }
        guard let facet = graph.axis(called: name) else {
            return FilterCompletion(query, facet: nil, range, ([], 0))
        }
        if facet == .facet(.year), typed.count == cursor - range.lowerBound {
            return years(query, typed, cursor, range)
        }
        return FilterCompletion(query, facet: facet, range, best(of: known(facet), for: typed))
    }

    /// Years by their first digits, and `none`; after two dots, those not before the first year. There may be more than
    /// are offered, since those that leave nothing are left out first.
    private mutating func years(
        _ query: String, _ typed: String, _ cursor: Int, _ range: Range<Int>
    ) -> FilterCompletion {
        // What a case writes as an interval has an end of its own kind, such as `2018/..`.
        if typed.contains("/") { return FilterCompletion(query, facet: .facet(.year), range, ([], 0)) }
        let all = known(.facet(.year))
        let ends = Folding.text(typed).split(separator: "..", maxSplits: 1, omittingEmptySubsequences: false)
        let last = ends.last ?? ""
        let first = ends.count > 1 ? Int(ends[0]) ?? Int.min : Int.min
        // No digit is folded away, so that the last of what is typed is the last of what is folded.
        let fits = all.filter { known in
            let year = Int(known.id) ?? 0
            let four = (year < 0 ? "-" : "") + String(10_000 + abs(year)).dropFirst()
            return year >= first
                && (known.id.hasPrefix(last) || year == Int(last)
                    || abs(year) < 10_000 && four.hasPrefix(last))
        }
        let isUndated = ends.count == 1 && "none".hasPrefix(last)
        let undated = isUndated ? [knownUndated().candidate] : []
        let offered = last.isEmpty ? fits.suffix(Self.mostYears) : fits.prefix(Self.mostYears)
        return FilterCompletion(
            query, facet: .facet(.year), cursor - last.count..<range.upperBound,
            (offered.map(\.candidate) + undated, fits.count - offered.count))
    }

    /// What has no date, counted once.
    private mutating func knownUndated() -> Known {
        if let undated { return undated }
        let items = graph.case.items.indices.count { graph.years(of: $0) == nil }
        let known = Known(
            "none", Text(chinese: "日期不详", english: "undated"), names: [], insertion: "none", items: items)
        undated = known
        return known
    }

    private mutating func known(_ facet: Axis) -> [Known] {
        if let known = values[facet] { return known }
        let known = graph.values(of: facet).map { value in
            let isApart = value.id.contains(where: \.isWhitespace)
            return Known(
                value.id, value.title, names: value.names, insertion: isApart ? "\"\(value.id)\"" : value.id,
                items: value.items.count)
        }
        values[facet] = known
        return known
    }

    /// The best matches, then those with most items, then in the case's order, all values if nothing is typed; and how
    /// many are beyond the limit.
    private func best(
        of known: [Known], for typed: String
    ) -> (offered: [FilterCompletion.Candidate], omitted: Int) {
        let term = SearchTerm(typed)
        var ranked: [(closeness: UInt8, items: Int, number: Int)] = []
        for (number, one) in known.enumerated() {
            guard let term else {
                ranked.append((0, one.candidate.items ?? 0, number))
                continue
            }
            guard let closeness = one.closeness(of: term) else { continue }
            ranked.append((closeness.value, one.candidate.items ?? 0, number))
        }
        ranked.sort { ($0.closeness, $1.items, $0.number) < ($1.closeness, $0.items, $1.number) }
        let offered = ranked.prefix(Self.limit).map { rank in
            var candidate = known[rank.number].candidate
            candidate.closeness = rank.closeness
            return candidate
        }
        return (offered, ranked.count - offered.count)
    }
}

/// A candidate with its folded names.
private struct Known: Sendable {
    let id: String
    let candidate: FilterCompletion.Candidate
    private let names: [FoldedName]

    init(_ id: String, _ title: Text, names: [String], insertion: String, items: Int?) {
        self.id = id
        self.names = [FoldedName(id, isName: false)] + names.map { FoldedName($0, isName: true) }
        candidate = FilterCompletion.Candidate(insertion: insertion, title: title, items: items)
    }

    func closeness(of term: SearchTerm) -> Closeness? {
        names.lazy.compactMap { $0.closeness(of: term) }.min()
    }
}

extension FilterCompletion {
    /// The same completions with other counts. Of equally close values those that leave nothing come last. Years stay in
    /// the order of time, without those that leave nothing, unless none leaves something.
    fileprivate func counted(_ counts: [Int?]) -> FilterCompletion {
        let counted = zip(candidates, counts).map { candidate, count in
            Candidate(
                insertion: candidate.insertion, title: candidate.title, items: count,
                closeness: candidate.closeness)
        }
        guard facet != .facet(.year) else {
            let useful = counted.filter { $0.items != 0 }
            return FilterCompletion(query, facet: facet, range, (useful.isEmpty ? counted : useful, omitted))
        }
        let ordered = counted.enumerated().sorted { first, second in
            func rank(_ one: (offset: Int, element: Candidate)) -> (UInt8, Int, Int) {
                (one.element.closeness, one.element.items == 0 ? 1 : 0, one.offset)
            }
            return rank(first) < rank(second)
        }
        return FilterCompletion(query, facet: facet, range, (ordered.map(\.element), omitted))
    }

    /// The first completions up to the limit; or the last ones, such as years of which no digit is typed, since most that
    /// is sought is of late.
    fileprivate func limited(toLast: Bool) -> FilterCompletion {
        let most = FilterCompleter.limit
        let kept = Array(toLast ? candidates.suffix(most) : candidates.prefix(most))
        return FilterCompletion(query, facet: facet, range, (kept, omitted + candidates.count - kept.count))
    }

    fileprivate init(
        _ query: String, facet: Axis?, _ range: Range<Int>, _ found: (offered: [Candidate], omitted: Int)
    ) {
        self.init(
            query: query, facet: facet, range: range, candidates: found.offered, omitted: found.omitted)
    }
}
