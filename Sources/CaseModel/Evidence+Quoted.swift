extension Evidence {
    /// The source's words in quotation marks, those that they have themselves turned as marks within others are.
    package var quoted: String? { quote.map(\.quoted) }
}

extension String {
    /// The text in double quotation marks. Its own double ones become single and the single ones double, as far as they
    /// are pairs; an apostrophe is none.
    package var quoted: String {
        var characters = Array(self)
        var openings: [Int] = []
        for (place, character) in characters.enumerated() {
            switch character {
            case "“": characters[place] = "‘"
            case "”": characters[place] = "’"
            case "‘": openings.append(place)
            case "’" where !isApostrophe(at: place, of: characters):
                guard let opening = openings.popLast() else { continue }
                (characters[opening], characters[place]) = ("“", "”")
            case _: break
            }
        }
        return "“" + String(characters) + "”"
    }

    /// True for a mark between two letters of a cased script, as in `don’t`.
    private func isApostrophe(at place: Int, of characters: [Character]) -> Bool {
        guard place > 0, place + 1 < characters.count else { return false }
        return characters[place - 1].isCased && characters[place + 1].isCased
    }
}
