import CaseModel
import Screen

/// The steps of the tour being presented, by number or headline.
struct StepList: Listing {
    static let keys = [
        KeyTable.chooseRow(in: .steps, "前往所选一步", "go to the selected step", hint: .init(1, "前往", "go there"))
    ]

    var name: ListName { .steps }
    func title(in language: LanguageChoice) -> String { language.localized(Strings.stepsTitle) }

    func rowAtStart(in state: State) -> Int { state.talk?.step ?? 0 }

    func entries(_ query: String, in state: State) -> Picker.Entries {
        let steps = state.talk?.tour.map { state.graph.case.tours[$0].steps } ?? []
        let entries = steps.enumerated().map { number, step in
            Picker.Entry(
                label: String(number + 1), text: [Span(state.language.line(step.headline))],
                action: .perform { state in
                    // The speaker's screen leaves it to the presenter's program to go there.
                    if state.board != nil { return state.give(.goTo(step: number)) }
                    state.goTo(step: number)
                    return []
                })
        }
        guard !query.isEmpty else { return Picker.Entries(entries) }
        // A number is that of a step, also where a headline holds it, such as a year.
        let numbered = entries.filter { $0.label == query }
        return Picker.Entries(
            numbered
                + entries.filter {
                    $0.label != query && $0.text[0].text.lowercased().contains(query.lowercased())
                })
    }
}
