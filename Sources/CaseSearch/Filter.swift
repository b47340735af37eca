import CaseModel

/// A filter of items: a query of words, all of which must match.
///
/// `mode:horizontal place:綦江 year:2018..2022 -status:planned rail "exact phrase"`: facets with a value, search
/// words and phrases, and a hyphen before a word to exclude. A value is an id, or part of a title in either
/// language, or its pinyin.
package struct Filter: Equatable, Sendable {
    /// The query as written.
    package let query: String
    private let isIncluded: [Bool]

    /// Parses a query for the case of an index. An empty query includes everything.
    package static func parse(_ query: String, in index: SearchIndex) throws(FilterError) -> Filter {
        var isIncluded = [Bool](repeating: true, count: index.graph.case.items.count)
        for word in try FilterWord.words(of: query) {
            var isMeant = [Bool](repeating: false, count: isIncluded.count)
            for position in try word.positions(in: index) { isMeant[position] = true }
            for position in isIncluded.indices where isMeant[position] == word.isNegated {
                isIncluded[position] = false
            }
        }
        return Filter(query: query, isIncluded: isIncluded)
    }

    /// True if the filter includes the item at a position.
    package func matches(_ position: Int) -> Bool { isIncluded[position] }

    /// The number of included items.
    package var count: Int { isIncluded.count { $0 } }

    /// The positions of the included items, in the case's order.
    package var positions: [Int] { isIncluded.indices.filter { isIncluded[$0] } }
}

extension FilterWord {
    /// The positions of the items that match the word, before negation.
    fileprivate func positions(in index: SearchIndex) throws(FilterError) -> [Int] {
        guard let name = facet else {
            guard let term = SearchTerm(value) else { throw .nothingToSearch(range) }
            return index.matches(of: term).all.map { Int($0.item) }
        }
        guard let facet = index.graph.axis(named: Folding.text(name)) else {
            throw .unknownFacet(name, among: index.graph.axes, nameStart..<valueRange.lowerBound - 1)
        }
        guard let term = SearchTerm(value), !value.allSatisfy(\.isWhitespace) else {
            throw .missingValue(facet, range)
        }
        if facet == .facet(.year) {
            let years = try years(Folding.text(value))
            return index.graph.case.items.indices.filter {
                index.graph.years(of: $0)?.overlaps(years) == true
            }
        }
        let values = index.graph.values(of: facet)
        let exact = values.filter { Folding.bytes(of: $0.id) == term.bytes }
        let meant = exact.isEmpty ? values.filter { $0.isMeant(by: term) } : exact
        if meant.isEmpty { throw .unknownValue(value, facet, among: values, valueRange) }
        return meant.flatMap(\.items)
    }

    private func years(_ text: String) throws(FilterError) -> ClosedRange<Int> {
        let dots = text.split(separator: "..", maxSplits: 1, omittingEmptySubsequences: false)
        var ends: [ClosedRange<Int>?] = []
        for part in dots {
            let years = PartialDate.years(named: part)
            if years == nil, !part.isEmpty || dots.count == 1 { throw .notYears(value, valueRange) }
            ends.append(years)
        }
        guard ends.contains(where: { $0 != nil }) else { throw .notYears(value, valueRange) }
        let first = ends[0]?.lowerBound ?? Int.min
        let last = ends[ends.count - 1]?.upperBound ?? Int.max
        guard first <= last else { throw .backwards(value, valueRange) }
        return first...last
    }
}

extension PartialDate {
    /// The years of `2018`, `960`, `-0255` or `201X`, in small letters; a long year needs no Y here.
    fileprivate static func years(named text: some StringProtocol) -> ClosedRange<Int>? {
        if let date = PartialDate(text.uppercased()) {
            switch date.precision {
            case .century, .decade, .year: return date.isDoubtful ? nil : date.spanOfYears
            case .season, .month, .day: return nil
            }
        }
        guard let year = Int(text), abs(year) > 9999, years.contains(year) else { return nil }
        return year...year
    }
}

extension FacetValue {
    fileprivate func isMeant(by term: SearchTerm) -> Bool {
        FoldedName(id, isName: false).closeness(of: term) != nil
            || names.contains { FoldedName($0, isName: true).closeness(of: term) != nil }
    }
}
