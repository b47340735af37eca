import CaseModel

/// The origin of copied texts: an entity, or a statement about it.
enum CopySource: Hashable, Sendable {
    /// An item, source, place, actor or the case, as its page shows it.
    case subject(Subject)
    /// A claim by its number among those of its entity.
    case evidence(Entity, Int)
    /// A link.
    case link(CaseGraph.Edge)
    /// Some items under a title, as in a cell of a chart.
    case items([Int], title: String)
}

extension State {
    /// The sources to copy from here, the nearest first: the reader's target before its page, a chart's selection,
    /// the panes' selection.
    var copySources: [CopySource] {
        guard let reader else { return browse.selected.map { [.subject(.item($0))] } ?? [] }
        if case .chart(let chart) = reader.subject {
            let page = chart.drawing.subject(in: chartContext)
            switch chart.drawing.choice(in: chartContext) {
            case .item(let position): return [.subject(.item(position))]
            case .items(let positions, let title):
                return [.items(positions, title: title)] + (page.map { [.subject($0)] } ?? [])
            case .subject(let subject): return [.subject(subject)]
            case .claim(let claim):
                return [.evidence(claim.entity, claim.number), .subject(.entity(claim.entity))]
            case .nothing: return []
            }
        }
        let aims = document(of: reader.subject).copySources
        let aimed = reader.target.flatMap { aims.indices.contains($0) ? aims[$0] : nil } ?? nil
        return [aimed, .subject(reader.subject)].compactMap { $0 }
    }
}
