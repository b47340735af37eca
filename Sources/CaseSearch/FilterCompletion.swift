import CaseModel

/// What can stand where the cursor is in a filter that is being written: the names of facets, and behind a colon
/// what the facet can stand at.
package struct FilterCompletion: Equatable, Sendable {
    /// One way to go on.
    package struct Candidate: Equatable, Sendable {
        /// What takes the place of `range`, such as `place:` or `plc-qijiang`; in quotation marks where blanks are
        /// in it.
        package let insertion: String
        /// What it is called.
        package let title: Text
        /// How many items it would let through by itself; nil for a facet's name.
        package let items: Int?
    }

    /// The filter as it is written so far.
    package let query: String
    /// The facet whose values are offered, or nil where the names of facets are.
    package let facet: Axis?
    /// The characters that a candidate takes the place of, by their numbers in the query.
    package let range: Range<Int>
    /// What can stand there, the best first, and never more than `FilterCompleter.limit`; none within a phrase, or
    /// where nothing begins or goes on like this.
    package let candidates: [Candidate]

    /// The query with a candidate put in, and where the cursor then stands, by the number of the character.
    package func taking(_ candidate: Candidate) -> (query: String, cursor: Int) {
        let characters = Array(query)
        let before = String(characters[..<range.lowerBound]) + candidate.insertion
        return (before + String(characters[range.upperBound...]), before.count)
    }
}

/// Completes filters of one case. What the facets can stand at is looked up when it is first asked for, and kept.
package struct FilterCompleter: Sendable {
    /// How many candidates there are at most.
    package static let limit = 50

    private let graph: CaseGraph
    private let facets: [Known]
    private var values: [Axis: [Known]] = [:]

    /// A completer for filters of this case.
    package init(_ graph: CaseGraph) {
        self.graph = graph
        facets = graph.axes.map { axis in
            let title = graph.title(of: axis)
            return Known(axis.name, title, names: title.wordings, insertion: axis.name + ":", items: nil)
        }
    }

    /// What can stand at the cursor, the number of the character that it stands before.
    package mutating func completion(of query: String, at cursor: Int) -> FilterCompletion {
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
        guard let facet = graph.axis(named: Folding.text(name)) else {
            return FilterCompletion(query, facet: nil, range, [])
        }
        let typed = String(characters[range.lowerBound..<cursor].filter { !FilterWord.quotes.contains($0) })
        if facet == .facet(.year), typed.count == cursor - range.lowerBound {
            return years(query, typed, cursor, range)
        }
        return FilterCompletion(query, facet: facet, range, best(of: known(facet), for: typed))
    }

    /// Years by what they begin with; behind two dots those that do not come before the first.
    private mutating func years(
        _ query: String, _ typed: String, _ cursor: Int, _ range: Range<Int>
    ) -> FilterCompletion {
        let all = known(.facet(.year))
        let ends = Folding.text(typed).split(separator: "..", maxSplits: 1, omittingEmptySubsequences: false)
        let last = ends.last ?? ""
        let first = ends.count > 1 ? ends[0] : ""
        // No digit is folded away, so that the last of what is typed is the last of what is folded.
        let fits = all.filter { $0.id >= first && $0.id.hasPrefix(last) }
        return FilterCompletion(
            query, facet: .facet(.year), cursor - last.count..<range.upperBound,
            fits.prefix(Self.limit).map(\.candidate))
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

    /// What fits best to what is typed, then what most items have, then in the case's order; everything for
    /// nothing.
    private func best(of known: [Known], for typed: String) -> [FilterCompletion.Candidate] {
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
        return ranked.prefix(Self.limit).map { known[$0.number].candidate }
    }
}

/// A candidate with the names by which it can be meant, folded.
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
    fileprivate init(
        _ query: String, facet: Axis?, _ range: Range<Int>, _ candidates: [Candidate]
    ) {
        self.init(query: query, facet: facet, range: range, candidates: candidates)
    }
}
