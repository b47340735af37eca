// The edition of a work as a number, whatever words it is printed in.

extension CitedWork {
    /// The number of the edition, where it says no more than that: 2 of `2nd ed.`, `Second edition` and `第二版`. Styles
    /// and formats have words of their own for it. None of what has versions, and of a newspaper, whose editions have
    /// names.
    package var editionNumber: Int? {
        isVersioned || source.form == .news ? nil : edition?.editionNumber
    }

    /// The edition for programs that put words of their own to its number, else as it is printed.
    package var plainEdition: String? { editionNumber.map { String($0) } ?? edition }

    /// The edition as BibTeX wants it: an ordinal in words with a capital letter, such as `Second`. The styles for
    /// Chinese works want the number.
    var editionInOrdinals: String? {
        guard let number = editionNumber, language.nearest == .english else { return plainEdition }
        guard String.ordinals.indices.contains(number - 1) else { return number.englishOrdinal }
        let word = String.ordinals[number - 1]
        return word.prefix(1).uppercased() + word.dropFirst()
    }
}

extension String {
    /// The ordinal numbers in English that are written as one word.
    fileprivate static let ordinals = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
        "eleventh",
        "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
        "nineteenth",
        "twentieth",
    ]

    /// The number that a text names as that of an edition, and nothing besides: a number of four digits is a year.
    package var editionNumber: Int? {
        let text = lowercased().filter { !$0.isWhitespace }
        for sign in ["版", "판"] where text.hasSuffix(sign) {
            let number = text.dropLast().drop { $0 == "第" || $0 == "제" }
            return Self.counted(number) ?? Self.counted(inChinese: number)
        }
        var word = text[...]
        for ending in ["edition", "edn.", "edn", "ed.", "ed"] where word.hasSuffix(ending) {
            word = word.dropLast(ending.count)
            break
        }
        if let place = Self.ordinals.firstIndex(of: String(word)) { return place + 1 }
        if let number = Self.counted(word) { return number }
        guard let number = Self.counted(word.dropLast(2)), number.englishOrdinal == word else { return nil }
        return number
    }

    /// A number of one to three digits; those of full width are digits as well.
    private static func counted(_ text: some StringProtocol) -> Int? {
        guard (1...3).contains(text.count) else { return nil }
        var number = 0
        for character in text {
            guard let digit = character.wholeNumberValue, (0...9).contains(digit), character.isDecimalDigit
            else {
                return nil
            }
            number = number * 10 + digit
        }
        return number > 0 ? number : nil
    }

    /// A number below a hundred in Chinese characters: `三`, `十二`, `二十`, `二十三`.
    private static func counted(inChinese text: some StringProtocol) -> Int? {
        let digits = Array("一二三四五六七八九")
        func digit(_ part: some StringProtocol) -> Int? {
            part.count == 1 ? part.first.flatMap { digits.firstIndex(of: $0) }.map { $0 + 1 } : nil
        }
        guard let ten = text.firstIndex(of: "十") else { return digit(text) }
        let (tens, ones) = (text[..<ten], text[text.index(after: ten)...])
        guard let high = tens.isEmpty ? 1 : digit(tens), let low = ones.isEmpty ? 0 : digit(ones) else {
            return nil
        }
        return high * 10 + low
    }
}

extension Character {
    /// True for a digit of the decimal system, in ASCII or in full width; Chinese numerals have values as well.
    fileprivate var isDecimalDigit: Bool {
        unicodeScalars.count == 1 && unicodeScalars.allSatisfy { $0.properties.numericType == .decimal }
    }
}
