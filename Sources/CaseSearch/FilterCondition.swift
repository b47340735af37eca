import CaseModel

/// A word of a filter with its meaning in a case.
struct FilterCondition: Sendable {
    enum Meaning: Sendable {
        /// A facet of items, by the ids of its values.
        case facet(Axis, Set<String>)
        /// What the reader has marked or noted.
        case kept(Set<EntityRef>)
        /// Words to be found.
        case text(SearchTerm)
        case source(Set<String>)
        case strength(Set<String>)
        case standing(Set<String>)
        /// Years, in one of which an item went on or something is claimed of it.
        case years(ClosedRange<Int>)
        /// Whatever has no date.
        case undated

        /// The condition of having one of some values of an axis.
        init(_ axis: Axis, _ ids: Set<String>) {
            switch axis {
            case .facet(.source): self = .source(ids)
            case .facet(.strength): self = .strength(ids)
            case .facet(.standing): self = .standing(ids)
            case .facet, .kind: self = .facet(axis, ids)
            }
        }

        /// True for a condition that only a claim can fulfil.
        var isOfClaims: Bool {
            switch self {
            case .source, .strength, .standing: true
            case .facet, .kept, .text, .years, .undated: false
            }
        }

        /// True for a condition that a claim fulfils by itself, whatever its item.
        var canHoldForClaims: Bool {
            switch self {
            case .source, .strength, .standing, .text, .years, .undated: true
            case .facet, .kept: false
            }
        }

        var isOfYears: Bool { if case .years = self { true } else { false } }
        var isUndated: Bool { if case .undated = self { true } else { false } }
    }

    let word: FilterWord
    let meaning: Meaning
    /// For each item, whether it fulfils the condition, before negation, if nothing else is asked of its claims.
    let items: [Bool]

    /// The condition of a word.
    init(_ word: FilterWord, in index: SearchIndex, notebook: Notebook) throws(FilterError) {
        let graph = index.graph
        var items = [Bool](repeating: false, count: graph.case.items.count)
        (self.word, meaning) = (word, try word.meaning(in: index, notebook: notebook, &items))
        self.items = items
    }

    /// The condition of a facet's values.
    init(_ word: FilterWord, _ axis: Axis, _ values: [FacetValue], in graph: CaseGraph) {
        var items = [Bool](repeating: false, count: graph.case.items.count)
        for position in values.lazy.flatMap(\.items) { items[position] = true }
        (self.word, meaning, self.items) = (word, Meaning(axis, Set(values.map(\.id))), items)
    }

    private init(undated items: [Bool]) {
        word = FilterWord(
            isNegated: false, facet: nil, value: "", range: 0..<0, valueRange: 0..<0, openQuote: nil)
        (meaning, self.items) = (.undated, items)
    }

    /// The condition of having no date.
    static func undated(in graph: CaseGraph) -> FilterCondition {
        FilterCondition(undated: graph.case.items.indices.map { graph.years(of: $0) == nil })
    }
}

extension FilterWord {
    /// The meaning of the word, with the items that fulfil it before negation.
    fileprivate func meaning(
        in index: SearchIndex, notebook: Notebook, _ items: inout [Bool]
    ) throws(FilterError) -> FilterCondition.Meaning {
        let graph = index.graph
        guard let name = facet else {
            guard let term = SearchTerm(value) else { throw .nothingToSearch(range) }
            for candidate in index.matches(of: term).all { items[Int(candidate.item)] = true }
            return .text(term)
        }
        if MarkFacet.isCalled(name) {
            guard let term = SearchTerm(value), !value.allSatisfy(\.isWhitespace) else {
                throw .missingValue(MarkFacet.name, range)
            }
            let meant = MarkFacet.allCases.filter { $0.isMeant(by: term) }
            if meant.isEmpty { throw .unknownMark(value, valueRange) }
            let kept = meant.reduce(into: Set<EntityRef>()) { $0.formUnion($1.entities(in: notebook)) }
            for position in items.indices { items[position] = kept.contains(.item(graph.item(position).id)) }
            return .kept(kept)
        }
        guard let axis = graph.axis(called: name) else {
            throw .unknownFacet(name, in: graph, nameStart..<valueRange.lowerBound - 1)
        }
        guard let term = SearchTerm(value), !value.allSatisfy(\.isWhitespace) else {
            throw .missingValue(axis.name, range)
        }
        if axis == .facet(.year) { return try yearMeaning(in: graph, &items) }
        let values = graph.values(of: axis)
        let exact = values.filter { Folding.bytes(of: $0.id) == term.bytes }
        let meant = exact.isEmpty ? values.filter { $0.isMeant(by: term) } : exact
        if meant.isEmpty { throw .unknownValue(value, axis, among: values, in: graph, valueRange) }
        for position in meant.lazy.flatMap(\.items) { items[position] = true }
        return FilterCondition.Meaning(axis, Set(meant.map(\.id)))
    }

    private func yearMeaning(
        in graph: CaseGraph, _ items: inout [Bool]
    ) throws(FilterError) -> FilterCondition.Meaning {
        let text = Folding.text(value)
        if ["none", "no", "unknown", "undated", "?", "无", "不详", "日期不详"].contains(text) {
            items = FilterCondition.undated(in: graph).items
            return .undated
        }
        let years = try years(text)
        let claimed = graph.yearsClaimed
        for position in items.indices {
            items[position] =
                graph.years(of: position)?.overlaps(years) == true
                || claimed[position].contains { $0.overlaps(years) }
        }
        return .years(years)
    }

    private func years(_ text: String) throws(FilterError) -> ClosedRange<Int> {
        if text.contains("/") { return try interval(text) }
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

    /// The years of an interval as cases have them, `2018/..`.
    private func interval(_ text: String) throws(FilterError) -> ClosedRange<Int> {
        guard let period = Period(text.uppercased()), let years = period.years,
            [period.start, period.end].allSatisfy({ $0.map(\.isOfWholeYears) ?? true })
        else { throw .notYears(value, valueRange) }
        guard !period.isBackwards else { throw .backwards(value, valueRange) }
        return years
    }
}

extension PartialDate {
    /// The years of `2018`, `2018~`, `960`, `-0255` or `201X`, in small letters; a long year needs no Y here.
    fileprivate static func years(named text: some StringProtocol) -> ClosedRange<Int>? {
        if let date = PartialDate(text.uppercased()) { return date.isOfWholeYears ? date.spanOfYears : nil }
        guard let year = Int(text), abs(year) > 9999, years.contains(year) else { return nil }
        return year...year
    }

    /// True for a year, or several; false for a part of one.
    fileprivate var isOfWholeYears: Bool {
        switch precision {
        case .century, .decade, .year: true
        case .season, .month, .day: false
        }
    }
}

extension FacetValue {
    fileprivate func isMeant(by term: SearchTerm) -> Bool {
        term.means(id, names)
    }
}

extension SearchTerm {
    /// True if the term means the value of an id, or of one of its names.
    fileprivate func means(_ id: String, _ names: [String]) -> Bool {
        FoldedName(id, isName: false).closeness(of: self) != nil
            || names.contains { FoldedName($0, isName: true).closeness(of: self) != nil }
    }
}

/// A value of the facet of the reader's own notebook, `is:marked`, which is no part of the case and therefore no axis.
enum MarkFacet: String, CaseIterable {
    case marked, noted

    static let name = "is"
    static let title = Text(chinese: "我的标记", english: "my marks")

    static func isCalled(_ name: String) -> Bool { [Self.name, "是"].contains(Folding.text(name)) }

    var title: Text {
        switch self {
        case .marked: Text(chinese: "已标记", english: "marked")
        case .noted: Text(chinese: "有笔记", english: "noted")
        }
    }

    func isMeant(by term: SearchTerm) -> Bool { term.means(rawValue, title.wordings) }

    func entities(in notebook: Notebook) -> Set<EntityRef> {
        switch self {
        case .marked: Set(notebook.marks.keys)
        case .noted: Set(notebook.notes.keys)
        }
    }
}

extension CaseGraph {
    /// The kind of this id, or of this title in one of the case's languages; nil if there is none.
    package func kind(called name: String) -> Kind? {
        let folded = Folding.text(name)
        return `case`.kinds.first { $0.id.text == name }
            ?? `case`.kinds.first { $0.title.wordings.contains { Folding.text($0) == folded } }
    }

    /// The axis that a filter calls by its id, or by its name in either language; nil if there is none.
    func axis(called name: String) -> Axis? {
        let folded = Folding.text(name)
        if let axis = axis(named: folded) { return axis }
        return axes.first { axis in
            (title(of: axis).wordings + axis.otherNames).contains { Folding.text($0) == folded }
        }
    }
}
