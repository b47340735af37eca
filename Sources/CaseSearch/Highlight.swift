/// The characters to mark in a text that is shown for a query.
package struct Highlight: Sendable {
    private let terms: [SearchTerm]

    /// The marks for the words of a query.
    package init(_ query: String) { terms = SearchTerm.terms(of: query) }

    /// Ranges of character numbers, in order and not touching. A word is marked where it stands as written; one that
    /// does not stand there is marked where its pinyin matches, in names only.
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
    /// The character ranges where a word stands as written; they do not overlap.
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

/// A folded text that knows which character each byte comes from.
struct FoldedText {
    /// The folded text.
    private(set) var bytes: [UInt8] = []
    /// For each byte the number of the character it comes from.
    private(set) var characterOfByte: [Int] = []
    private var spoken: [SpokenCharacter] = []
    private var characterOfSpoken: [Int] = []

    init(_ text: String) {
        let table = Folding.table
        for (number, character) in text.enumerated() {
            for scalar in character.unicodeScalars {
                let folded = Folding.fold(scalar.value, table)
                if folded == 0 { continue }
                Folding.append(folded, to: &bytes)
                while characterOfByte.count < bytes.count { characterOfByte.append(number) }
                spoken.append(SpokenCharacter(scalar.value, folded: folded))
                characterOfSpoken.append(number)
            }
        }
        spoken.append(.end)
    }

    /// Where the pinyin of a word matches, and how each match ends; matches do not overlap.
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

    /// The numbers of the characters that a pinyin match covers.
    func characters(from start: Int, count: Int) -> Range<Int> {
        characterOfSpoken[start]..<characterOfSpoken[start + count - 1] + 1
    }
}
