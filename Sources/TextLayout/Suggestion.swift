/// The most similar of several words.
package enum Suggestion {
    /// The candidate most like a word, or nil if none is like it: for each three of its characters, at most five times,
    /// one may be wrong, and something must be right.
    package static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
        let word = Array(word.unicodeScalars)
        var bound = max(1, min(word.count / 3, 5))
        var best: String?
        for candidate in candidates {
            // Bytes are counted at once; no character has more than four.
            guard candidate.utf8.count + bound >= word.count, candidate.utf8.count <= 4 * (word.count + bound)
            else { continue }
            let letters = candidate.unicodeScalars
            guard abs(letters.count - word.count) <= bound else { continue }
            let distance = distance(word, Array(letters))
            guard distance < max(word.count, letters.count) else { continue }
            if distance < bound || (distance == bound && (best.map { candidate < $0 } ?? true)) {
                best = candidate
                bound = distance
            }
        }
        return best
    }

    /// The number of characters to insert, delete, replace or swap with their neighbour (the restricted
    /// Damerau–Levenshtein distance: a swapped pair is not edited again).
    static func distance<Letter: Equatable>(_ from: [Letter], _ to: [Letter]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...to.count)
        for (row, letter) in from.enumerated() {
            var current = [row + 1]
            for (column, other) in to.enumerated() {
                var cost = min(current[column] + 1, last[column + 1] + 1)
                cost = min(cost, last[column] + (letter == other ? 0 : 1))
                if row > 0, column > 0, letter == to[column - 1], from[row - 1] == other {
                    cost = min(cost, beforeLast[column - 1] + 1)
                }
                current.append(cost)
            }
            beforeLast = last
            last = current
        }
        return last[to.count]
    }
}
