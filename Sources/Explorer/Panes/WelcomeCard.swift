import CaseModel
import Screen
import TextLayout

/// The card over the detail bar for new users: what the panes are, the signs, how to pin, and
/// which tours there are. It stays until a key closes it.
struct WelcomeCard {
    let state: State
    let columns: Int

    /// The lines of the card, the most important first: a low screen shows only as many as fit.
    var lines: [DetailBar.Line] {
        var lines = questions + wrapped(signs) + wrapped(pinning)
        if let tours { lines += wrapped(tours) }
        guard !lines.isEmpty else { return [] }
        let key = state.usesMouse ? KeyTable.row(of: .back, in: .view(.browse))?.keys.first : nil
        let closing = DetailBar.Line(
            left: [], right: "\(Strings.key(.back)) \(localized(Strings.closeCard))", key: key)
        // On a narrow screen the first question leaves no room for the way out.
        if !closing.fits(beside: lines[0].left, columns: columns) {
            lines.insert(DetailBar.Line(left: []), at: 0)
        }
        (lines[0].right, lines[0].key) = (closing.right, closing.key)
        return lines
    }

    private func localized(_ text: Text) -> String { state.language.localized(text) }

    private func wrapped(_ spans: [Span]) -> [DetailBar.Line] {
        Wrapping.lines(of: spans, columns: columns).map { DetailBar.Line(left: $0) }
    }

    /// The panes with the questions that they answer.
    private var questions: [DetailBar.Line] {
        let language = state.language.first
        return state.graph.case.panes.enumerated().flatMap { number, pane in
            let question = pane.question.map { "  " + language.line($0) } ?? ""
            return wrapped([
                Span("\(number + 1) \(language.line(pane.title))", style: Theme.title), Span(question),
            ])
        }
    }

    /// What the signs beside a row mean.
    private var signs: [Span] {
        let grades = Grade.allCases.flatMap { grade in
            [
                Span("\(grade.sign) ", style: Theme.title),
                Span(localized(Strings.name(of: grade)) + "  "),
            ]
        }
        return [Span(localized(Strings.signs) + " ")] + grades + [
            Span(Theme.backwards + " ", style: Theme.title), Span(localized(Strings.meaningOfBackwards)),
        ]
    }

    private var pinning: [Span] { [Span(localized(Strings.howToPin))] }

    /// The tours, if the case has any.
    private var tours: [Span]? {
        let tours = state.graph.case.tours
        guard !tours.isEmpty else { return nil }
        let titles = tours.map { state.language.first.line($0.title) }
        return [
            Span("\(Strings.key(.talk(.tours))) ", style: Theme.key),
            Span(localized(Strings.tours) + state.language.interface.colon),
            Span(titles.joined(separator: " · ")),
        ]
    }
}
