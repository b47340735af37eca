import CaseModel

extension TextReport {
    /// Dates as written, kind, a bar along the years that the case covers, title: the earliest item first, the
    /// undated last. Bars take a quarter of `columns`, and are left out where that is next to nothing.
    package func timeline(columns: Int) -> String {
        let timeline = graph.timeline
        let wording = Wording(case: graph.case, language: language)
        let room = columns / 4
        func row(_ position: Int, _ entry: Timeline.Entry?) -> [String] {
            let kind = graph.kind(of: position).map { language.localized($0.title) } ?? ""
            let bar = room < 10 ? [] : [entry.map { self.bar($0, in: timeline, columns: room) } ?? ""]
            return [wording.dates(entry), kind] + bar + [language.line(graph.item(position).title)]
        }
        return Self.aligned(
            timeline.entries.map { row($0.position, $0) } + timeline.undated.map { row($0, nil) })
    }

    private func bar(_ entry: Timeline.Entry, in timeline: Timeline, columns: Int) -> String {
        guard let range = timeline.range else { return "" }
        let scale = TimelineScale(range, columns: columns - 2 * TimelineBar.margin)
        let bar = TimelineBar(entry, on: scale)
        let start = (bar.columns?.lowerBound ?? 0) + TimelineBar.margin
        return String(repeating: " ", count: start)
            + bar.runs.map { String(repeating: $0.glyph, count: $0.columns.count) }.joined()
    }
}
