import CaseModel

/// Why a filter cannot be understood: a sentence, and the characters that it is about.
public struct FilterError: Error, Equatable, CustomStringConvertible {
    /// The sentence.
    public let description: String
    /// The characters in question, by their numbers in the query; never beyond its end.
    public let range: Range<Int>

    static func unknownFacet(_ name: String, among axes: [Axis], _ range: Range<Int>) -> FilterError {
        let names = axes.map(\.name).joined(separator: ", ")
        return FilterError(
            description: "there is no facet '\(name)'; put \"…\" around a text with a colon, or take one of "
                + names,
            range: range)
    }

    static func missingValue(_ facet: Axis, _ range: Range<Int>) -> FilterError {
        FilterError(description: "\(facet.name): lacks what it should be", range: range)
    }

    static func unknownValue(
        _ value: String, _ facet: Axis, among values: [FacetValue], _ range: Range<Int>
    ) -> FilterError {
        let few = values.count <= 8 && !values.isEmpty
        let rest = few ? "; it has " + values.map(\.id).joined(separator: ", ") : ""
        return FilterError(description: "the case has no \(facet.name) '\(value)'" + rest, range: range)
    }

    static func notYears(_ value: String, _ range: Range<Int>) -> FilterError {
        FilterError(
            description: "'\(value)' is not a year or a range of years such as 2018..2022, 2018.. or ..2022",
            range: range)
    }

    static func backwards(_ value: String, _ range: Range<Int>) -> FilterError {
        FilterError(description: "'\(value)' ends before it begins", range: range)
    }

    static func openPhrase(_ range: Range<Int>) -> FilterError {
        FilterError(description: "the phrase that begins here has no closing quotation mark", range: range)
    }

    static func nothingToSearch(_ range: Range<Int>) -> FilterError {
        FilterError(description: "there is nothing here to look for", range: range)
    }
}
