import CaseModel

/// What can be aimed at and taken along: a thing of the case, or one statement in it.
enum CopySource: Hashable, Sendable {
    /// An item, source, place, actor or the case, as a page shows it.
    case subject(Subject)
    /// One claim, by its number among those of whoever makes it.
    case evidence(Citer, Int)
    /// One link.
    case link(CaseGraph.Edge)
    /// Some items under a title, as a cell of a chart holds them.
    case items([Int], title: String)
}

extension State {
    /// What is aimed at here, the nearest first: the claim or link under the reader's aim before its page, what a
    /// chart stands at, what the panes have selected.
    var passages: [CopySource] {
        guard let reader else { return browse.selected.map { [.subject(.item($0))] } ?? [] }
        if case .chart(let chart) = reader.subject {
            let page = chart.drawing.subject(in: chartContext)
            switch chart.drawing.choice(in: chartContext) {
            case .item(let position): return [.subject(.item(position))]
            case .items(let positions, let title):
                return [.items(positions, title: title)] + (page.map { [.subject($0)] } ?? [])
            case .subject(let subject): return [.subject(subject)]
            case .nothing: return []
            }
        }
        let aims = document(of: reader.subject).passages
        let aimed = reader.target.flatMap { aims.indices.contains($0) ? aims[$0] : nil } ?? nil
        return [aimed, .subject(reader.subject)].compactMap { $0 }
    }
}

extension Citer {
    /// The page of whoever cites.
    var subject: Subject {
        switch self {
        case .item(let position): .item(position)
        case .place(let number): .place(number)
        case .actor(let number): .actor(number)
        }
    }

    /// Its name.
    func title(in case: Case) -> Text {
        switch self {
        case .item(let position): `case`.items[position].title
        case .place(let number): `case`.places[number].title
        case .actor(let number): `case`.actors[number].title
        }
    }

    /// What it claims.
    func evidence(in case: Case) -> [Evidence] {
        switch self {
        case .item(let position): `case`.items[position].evidence
        case .place(let number): `case`.places[number].evidence
        case .actor(let number): `case`.actors[number].evidence
        }
    }
}
