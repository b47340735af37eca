import CaseModel
import TextLayout

/// The reason why a filter is invalid: a sentence and a range of characters.
package struct FilterError: Error, Equatable, CustomStringConvertible {
    /// The sentence, in both languages.
    package let sentence: Text
    /// The characters concerned, by their numbers in the query; never beyond its end.
    package let range: Range<Int>

    /// The sentence in English, for the command line.
    package var description: String { sentence.english ?? "" }

    private init(_ range: Range<Int>, chinese: String, english: String) {
        (self.range, sentence) = (range, Text(chinese: chinese, english: english))
    }

    static func unknownFacet(_ name: String, in graph: CaseGraph, _ range: Range<Int>) -> FilterError {
        let names = graph.axes.map(\.name) + [MarkFacet.name]
        let called = graph.axes.map { graph.title(of: $0).localized(in: .chinese) } + ["是"]
        let meant = word(
            meantBy: name, among: names + graph.axes.flatMap { graph.title(of: $0).wordings + $0.otherNames })
        return FilterError(
            range,
            chinese: "没有“\(name)”这个方面；"
                + (meant.map { "是不是“\($0)”？" } ?? "带冒号的文字请加引号，或用以下之一：" + called.joined(separator: "、")),
            english: "there is no facet '\(name)'; "
                + (meant.map { "did you mean '\($0)'?" }
                    ?? "put \"…\" around a text with a colon, or take one of " + names.joined(separator: ", "))
        )
    }

    /// The one of some words that another is most like, whatever its case and form.
    private static func word(meantBy word: String, among words: [String]) -> String? {
        let folded = words.map(Folding.text)
        return Suggestion.nearest(to: Folding.text(word), among: folded).flatMap { nearest in
            folded.firstIndex(of: nearest).map { words[$0] }
        }
    }

    static func unknownMark(_ value: String, _ range: Range<Int>) -> FilterError {
        FilterError(
            range, chinese: "“是:”后面只能写“已标记”或“有笔记”，不能写“\(value)”",
            english: "is: can only be 'marked' or 'noted', not '\(value)'")
    }

    static func missingValue(_ facet: String, _ range: Range<Int>) -> FilterError {
        FilterError(
            range, chinese: "“\(facet):”后面还缺一个值",
            english: "'\(facet):' lacks a value")
    }

    static func unknownValue(
        _ value: String, _ facet: Axis, among values: [FacetValue], in graph: CaseGraph, _ range: Range<Int>
    ) -> FilterError {
        let few = values.count <= 8 ? values.map(\.id) : []
        // An id is called without what it begins with, as one types it: `zunyi` for `plc-zunyi`.
        let names = values.flatMap {
            [$0.id] + $0.id.split(separator: "-", maxSplits: 1).dropFirst().map(String.init) + $0.names
        }
        let meant = few.isEmpty ? word(meantBy: value, among: names) : nil
        return FilterError(
            range,
            chinese: "本案例没有\(graph.title(of: facet).localized(in: .chinese))为“\(value)”的条目"
                + (few.isEmpty ? "" : "；可取 " + few.joined(separator: "、"))
                + (meant.map { "；是不是“\($0)”？" } ?? ""),
            english: "the case has no \(facet.name) '\(value)'"
                + (few.isEmpty ? "" : "; it has " + few.joined(separator: ", "))
                + (meant.map { "; did you mean '\($0)'?" } ?? ""))
    }

    static func notYears(_ value: String, _ range: Range<Int>) -> FilterError {
        FilterError(
            range,
            chinese: "“\(value)”不是年份，也不是 2018..2022、2018.. 或 ..2022 这样的年份范围；公元前256年写作 -0255，没有日期的写作 none",
            english: "'\(value)' is not a year or a range of years such as 2018..2022, 2018.. or ..2022; "
                + "256 BCE is -0255, what has no date is 'none'")
    }

    static func backwards(_ value: String, _ range: Range<Int>) -> FilterError {
        FilterError(
            range, chinese: "“\(value)”的结束早于开始", english: "'\(value)' ends before it begins")
    }

    static func openPhrase(_ range: Range<Int>) -> FilterError {
        FilterError(
            range, chinese: "从这里开始的短语没有右引号",
            english: "the phrase that begins here has no closing quotation mark")
    }

    static func nothingToSearch(_ range: Range<Int>) -> FilterError {
        FilterError(range, chinese: "这里没有可查找的文字", english: "there is nothing here to look for")
    }
}
