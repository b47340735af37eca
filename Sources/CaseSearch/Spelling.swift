extension Character {
    /// The first way that a Chinese character is read, in small Latin letters without its tone, as ids are made of it;
    /// nil for any other character.
    package var spelling: String? {
        guard let scalar = unicodeScalars.first, unicodeScalars.count == 1 else { return nil }
        return Readings.shared[Readings.set(of: scalar.value)].first?.text
    }
}

extension String {
    /// What sorts the text among others in a bibliography: without case, accents and width, Chinese characters by the
    /// first way that they are read.
    package var collationKey: String {
        Folding.text(self).map { $0.spelling.map { $0 + " " } ?? String($0) }.joined()
    }
}
