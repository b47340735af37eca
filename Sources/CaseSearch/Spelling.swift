extension Character {
    /// The first way that a Chinese character is read, in small Latin letters without its tone, as ids are made of it;
    /// nil for any other character.
    package var spelling: String? {
        guard let scalar = unicodeScalars.first, unicodeScalars.count == 1 else { return nil }
        return Readings.shared[Readings.set(of: scalar.value)].first?.text
    }
}
