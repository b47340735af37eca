/// A word of a filter as written: `-place:"綦江 区"`.
struct FilterWord: Equatable {
    /// True if the word excludes its matches.
    let isNegated: Bool
    /// The name before the colon; nil for a word or a phrase to search for.
    let facet: String?
    /// The value after the colon, without quotation marks.
    let value: String
    /// The characters of the word, by their numbers in the query.
    let range: Range<Int>
    /// The characters of its value.
    let valueRange: Range<Int>
    /// The position of an unclosed quotation mark.
    let openQuote: Int?

    /// The position after the hyphen, if any.
    var nameStart: Int { range.lowerBound + (isNegated ? 1 : 0) }

    /// Splits a query. Full-width colons, hyphens and quotation marks count as the half-width ones.
    static func words(of query: String) throws(FilterError) -> [FilterWord] {
        let words = written(Array(query))
        for case let place? in words.map(\.openQuote) { throw .openPhrase(place..<place + 1) }
        return words
    }

    /// Splits a query that may be unfinished: an unclosed phrase extends to the end.
    static func written(_ characters: [Character]) -> [FilterWord] {
        var words: [FilterWord] = []
        var place = 0
        while place < characters.count {
            if characters[place].isWhitespace {
                place += 1
                continue
            }
            let word = word(characters, from: place)
            words.append(word)
            place = word.range.upperBound
        }
        return words
    }

    private static func word(_ characters: [Character], from start: Int) -> FilterWord {
        var place = start
        let isNegated = "-－".contains(characters[place])
        if isNegated { place += 1 }
        let nameStart = place
        var facet: String?
        var value = ""
        var valueStart = place
        var openQuote: Int?
        while place < characters.count, !characters[place].isWhitespace {
            let character = characters[place]
            if quotes.contains(character) {
                let end = characters[(place + 1)...].firstIndex(where: quotes.contains)
                if end == nil { openQuote = place }
                value += String(characters[(place + 1)..<(end ?? characters.count)])
                place = end.map { $0 + 1 } ?? characters.count
            } else if facet == nil, ":：".contains(character), valueStart == nameStart, place > nameStart,
                !quotes.contains(characters[nameStart])
            {
                facet = value
                value = ""
                place += 1
                valueStart = place
            } else {
                value.append(character)
                place += 1
            }
        }
        return FilterWord(
            isNegated: isNegated, facet: facet, value: value, range: start..<place,
            valueRange: valueStart..<place, openQuote: openQuote)
    }

    /// The characters that begin and end a phrase.
    static let quotes: Set<Character> = ["\"", "“", "”", "＂"]
}
