extension Double {
    /// The number as one writes it: as many digits as it has, and no point where none follow it.
    package var figure: String {
        let text = self == 0 ? "0" : String(self)
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}
