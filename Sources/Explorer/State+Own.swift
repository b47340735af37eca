import CaseModel

extension State {
    /// Carries out a command about what the reader takes along.
    mutating func perform(_ command: OwnCommand) -> [Effect] {
        switch command {
        case .copy, .links: notice = Phrases.nothingFound
        }
        return []
    }
}
