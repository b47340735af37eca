import CaseModel

/// What the signs and figures of a view mean, as its help lists them; they can be found by their names in either
/// language and by the signs themselves.
struct Legend {
    /// A sign, or the name of a figure, with its meaning.
    struct Entry {
        let sign: Text
        /// What the sign is called, where it has a name.
        var name: Text?
        let meaning: Text

        /// True if the sign, the name or the meaning contains a query in either language.
        func contains(_ query: String) -> Bool {
            let texts = [sign, meaning] + [name].compactMap(\.self)
            return texts.flatMap(\.wordings).contains { $0.lowercased().contains(query.lowercased()) }
        }
    }

    let title: Text
    let entries: [Entry]

    /// The legend of a view; nil where its signs are explained on the view itself.
    init?(of mode: Mode, in state: State) {
        if mode == .view(.chart(.network)), let network = NetworkScene.explained(in: state) {
            (title, entries) = (Strings.figuresTitle, network)
        } else if mode == .view(.browse) {
            (title, entries) = (Strings.signsTitle, Self.grades + Self.panes(forGuest: state.isForGuest))
        } else if mode == .view(.trace) {
            (title, entries) = (Strings.signsTitle, Self.grades)
        } else {
            return nil
        }
    }

    /// The grades of connection, the sign of what came before its grounds, and how a chain is the best.
    private static var grades: [Entry] {
        Grade.allCases.map { grade in
            Entry(
                sign: Text(String(grade.sign)), name: Strings.name(of: grade),
                meaning: Strings.meaning(of: grade))
        } + [
            Entry(sign: Text(Theme.backwards), meaning: Strings.meaningOfBackwards),
            Entry(
                sign: Text(String(Grade.wellFounded.sign) + Theme.backwards),
                meaning: Strings.meaningOfBackwardsFartherUp),
            Entry(sign: Text("●◐○"), meaning: Strings.meaningOfBest),
        ]
    }

    private static func panes(forGuest isForGuest: Bool) -> [Entry] {
        let own = Entry(sign: Text("\(Theme.marked) \(Theme.noted)"), meaning: Strings.meaningOfMarks)
        return [Entry(sign: Text(String(Theme.pinned)), meaning: Strings.meaningOfPin)]
            + (isForGuest ? [] : [own])
            + [Entry(sign: Text("3/35"), meaning: Strings.meaningOfPlace)]
    }
}
