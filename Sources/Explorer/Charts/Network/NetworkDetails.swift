import CaseModel
import Screen

/// The details of the selected node: facts, groups and partners; two lines below the columns, or a page beside
/// them.
struct NetworkDetails {
    private let scene: NetworkScene
    private let wording: Wording

    init(_ scene: NetworkScene) {
        self.scene = scene
        wording = Wording(case: scene.graph.case, language: scene.language)
    }

    func draw(in plan: NetworkPlan, on grid: inout Grid) {
        guard let cursor = scene.cursor, let selected = scene.selected else { return }
        drawBelow(cursor, in: plan.details, on: &grid)
        drawBeside(selected, in: plan.panel, on: &grid)
    }

    private func drawBelow(_ cursor: Cooperation.Node, in area: Rect, on grid: inout Grid) {
        guard area.rows > 1 else { return }
        if area.rows > 2 { grid.fill(area.line(0), with: Theme.rule, style: Theme.frame) }
        let room = area.inset(columns: 1)
        grid.write(
            [Span(scene.title(of: cursor), style: Theme.title)] + note(on: cursor) + [
                Span("  " + scene.facts(of: cursor).joined(separator: " · "), style: Theme.faint)
            ], in: room.line(area.rows - 2))
        grid.write(sentence(on: cursor), in: room.line(area.rows - 1))
    }

    /// The reader's note, before what can be read on the page as well.
    private func note(on node: Cooperation.Node) -> [Span] {
        scene.context.note(on: node.entity).map { [Span("  ")] + $0 } ?? []
    }

    /// The groups of the node, or those shared with the selected partner.
    private func sentence(on cursor: Cooperation.Node) -> String {
        guard let selected = scene.selected, scene.partner != nil else {
            let groups = scene.cooperation.groups(of: cursor)
            return localized(Strings.groups(scene.chart.mode, groups.count)) + titles(of: groups)
        }
        let shared = scene.sharedWithPartner
        let name = scene.language.localized(scene.graph.title(of: selected.entity))
        return localized(Strings.sharing(shared.count, with: name)) + titles(of: shared)
    }

    private func drawBeside(_ selected: Cooperation.Node, in area: Rect, on grid: inout Grid) {
        guard area.columns > 0 else { return }
        let lines = page(on: selected).lines(columns: area.columns)
        let walked = scene.ties.firstIndex { $0.partner == scene.partner }
        let shown = walked.flatMap { number in lines.lastIndex { $0.target == number } }
        let top = Scrolling.top(0, showing: shown, of: lines.count, in: area.rows)
        for (row, line) in lines.dropFirst(top).prefix(area.rows).enumerated() {
            let isWalked = line.target != nil && line.target == walked
            let spans = isWalked ? line.spans.map { Span($0.text, style: Theme.selected) } : line.spans
            grid.write(spans, in: area.line(row).dropFirst(columns: line.column))
        }
        let rest = lines.count - top - area.rows
        guard rest > 0, let last = (0..<area.rows).last else { return }
        grid.fill(area.line(last))
        grid.write("\(Theme.more) \(rest + 1)", in: area.line(last), style: Theme.faint)
    }

    private func page(on node: Cooperation.Node) -> Document {
        var page = Document()
        page.addTitles(scene.graph.title(of: node.entity), scene.language)
        page.add(scene.facts(of: node).joined(separator: " · "), style: Theme.faint)
        if let note = scene.context.note(on: node.entity) { page.add(note) }
        let groups = scene.cooperation.groups(of: node)
        let shared = Set(scene.sharedWithPartner)
        page.addHeading("\(localized(Strings.groupsHeading(scene.chart.mode))) \(groups.count)")
        for group in groups {
            let isShared = shared.contains(group)
            page.add(
                (isShared ? "\(Theme.near) " : "· ") + scene.title(of: group),
                style: isShared ? Theme.title : .plain, indent: 2, hanging: 2)
        }
        page.addHeading("\(localized(Strings.partners)) \(scene.ties.count)")
        for tie in scene.ties {
            page.add(
                [
                    Span("\(Theme.near)\(tie.shared.count) ", style: Theme.mark),
                    Span(scene.title(of: tie.partner)),
                ],
                indent: 2, hanging: 3, target: .subject(.entity(tie.partner.entity)))
        }
        page.add("")
        page.add(localized(Strings.networkLimits), style: Theme.faint)
        return page
    }

    private func titles(of nodes: [Cooperation.Node]) -> String {
        wording.list(nodes.map { scene.graph.title(of: $0.entity) })
    }

    private func localized(_ phrase: Text) -> String { scene.language.localized(phrase) }
}
