/// The highlighted characters in a text displayed for a query.
package struct Highlight: Sendable {
    private let terms: [SearchTerm]

    /// The highlighting of a query's words.
    package init(_ query: String) { terms = SearchTerm.terms(of: query) }

    /// Disjoint, sorted ranges of character numbers. A word is highlighted where it occurs as written, or else, in
    /// names only, where its pinyin matches.
    package func ranges(in text: String, isName: Bool) -> [Range<Int>] {
        let folded = FoldedText(text)
        var marked: [Range<Int>] = []
        for term in terms {
            let written = folded.writtenMatches(of: term)
            marked += written
            guard written.isEmpty, isName else { continue }
            marked += folded.pinyinMatches(of: term).map {
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
    /// The character ranges of the occurrences as written; they do not overlap.
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

/// A folded text with the original character of each byte.
struct FoldedText {
    private(set) var bytes: [UInt8] = []
    /// For each byte the number of its character.
    private(set) var characterOfByte: [Int] = []
    private var spoken: [SpokenCharacter] = []
    private var characterOfSpoken: [Int] = []

    init(_ text: String) {
        let table = Folding.table
        for (number, character) in text.enumerated() {
            for scalar in character.unicodeScalars {
                Folding.eachLetter(of: scalar.value, table) { letter in
                    Folding.append(letter, to: &bytes)
                    spoken.append(SpokenCharacter(scalar.value, folded: letter))
                    characterOfSpoken.append(number)
                }
                while characterOfByte.count < bytes.count { characterOfByte.append(number) }
            }
        }
        spoken.append(.end)
    }

    /// The matches of a word's pinyin without overlaps.
    func pinyinMatches(of term: SearchTerm) -> [(start: Int, ending: PinyinPattern.Ending)] {
        guard let pattern = term.pinyin else { return [] }
        return spoken.withUnsafeBufferPointer { spoken in
            var result: [(start: Int, ending: PinyinPattern.Ending)] = []
            var start = 0
            while start < spoken.count - 1 {
                if let ending = pattern.match(StoredCharacters(spoken.baseAddress! + start)) {
                    result.append((start, ending))
                    start += ending.count
                } else {
                    start += 1
                }
            }
            return result
        }
    }

    /// The numbers of the characters of a pinyin match.
    func characters(from start: Int, count: Int) -> Range<Int> {
        characterOfSpoken[start]..<characterOfSpoken[start + count - 1] + 1
    }
}
