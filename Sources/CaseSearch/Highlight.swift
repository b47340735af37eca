/// What a query finds in a text that is shown, to be marked there.
package struct Highlight: Sendable {
    private let terms: [SearchTerm]

    /// The marks of a query's words.
    package init(_ query: String) { terms = SearchTerm.terms(of: query) }

    /// The characters to be marked, as ranges of their numbers in the text, in order and apart from each other. A
    /// word that stands in the text as written is marked there; only one that does not is looked for by sound, and
    /// only in a name.
    package func ranges(in text: String, isName: Bool) -> [Range<Int>] {
        let folded = FoldedText(text)
        var marked: [Range<Int>] = []
        for term in terms {
            let written = folded.writtenMatches(of: term)
            marked += written
            guard written.isEmpty, isName else { continue }
            marked += folded.soundMatches(of: term).map {
                folded.characters(from: $0.start, count: $0.ending.count)
            }
        }
        marked.sort { $0.lowerBound < $1.lowerBound }
        var result: [Range<Int>] = []
        for range in marked {
            if let last = result.last, range.lowerBound <= last.upperBound {
                result[result.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                result.append(range)
            }
        }
        return result
    }
}

extension FoldedText {
    /// The numbers of the characters of each find of a word as written; finds do not overlap.
    fileprivate func writtenMatches(of term: SearchTerm) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var start = 0
        while start + term.bytes.count <= bytes.count {
            let end = start + term.bytes.count
            if bytes[start..<end].elementsEqual(term.bytes) {
                result.append(characterOfByte[start]..<characterOfByte[end - 1] + 1)
                start = end
            } else {
                start += 1
            }
        }
        return result
    }
}
