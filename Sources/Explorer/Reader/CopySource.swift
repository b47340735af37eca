import CaseModel

/// Something to copy from: a thing of the case, or one statement in it.
enum CopySource: Hashable, Sendable {
    /// An item, source, place, actor or the case, as a page shows it.
    case subject(Subject)
    /// One claim, by its number among those of what it is claimed of.
    case evidence(Entity, Int)
    /// One link.
    case link(CaseGraph.Edge)
    /// Some items under a title, as a cell of a chart holds them.
    case items([Int], title: String)
}

extension State {
    /// The sources to copy from here, the nearest first: the target of the reader before its page, the selection of
    /// a chart, the selection of the panes.
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
