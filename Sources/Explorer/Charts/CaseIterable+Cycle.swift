extension CaseIterable where Self: Equatable, AllCases == [Self] {
    /// The case some steps on, round again at the ends.
    func cycled(by step: Int = 1) -> Self {
        let all = Self.allCases
        let here = all.firstIndex(of: self) ?? 0
        return all[(here + step + all.count) % all.count]
    }
}
