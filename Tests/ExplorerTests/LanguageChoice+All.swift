import Explorer

extension LanguageChoice {
    /// What the bundled case can be shown in.
    static let allCases: [LanguageChoice] = [.chinese, .english, .both]
}
