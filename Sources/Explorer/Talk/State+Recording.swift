import CaseModel
import Screen

// Recording a tour: what is on the screen becomes a step, with a draft of its points.
extension State {
    /// The number of claims drafted as points of a step, to be edited later in the tour's file.
    private static let drafted = 3

    /// Records what is on the screen as a step, or takes back a step just recorded here.
    mutating func record() -> [Effect] {
        guard !isForGuest else {
            notice = Strings.noRecording
            return []
        }
        let step = stepHere
        if recorded.last == step { recorded.removeLast() } else { recorded.append(step) }
        return [.record(recorded)]
    }

    /// The screen as a step; on a tour's path, the tour's own step.
    ///
    /// A step names what it shows by as few keys as show it; where no keys can say it, it has the exact viewpoint too.
    private var stepHere: Tour.Step {
        if let step, talk?.isOnPath == true { return step }
        var here = self
        here.talk = nil
        here.notice = nil
        here.refresh()
        let drafts = here.drafts
        let picture = here.picture
        if let exact = drafts.first(where: { here.replay(of: $0).picture == picture }) { return exact }
        var step = drafts[0]
        step.viewpoint = here.encodedPosition
        return step
    }

    /// The open view as the whole screen shows it.
    private var picture: Grid {
        var grid = Grid(size: size)
        drawPlace(on: &grid)
        return grid
    }

    /// The explorer at a step.
    private func replay(of step: Tour.Step) -> State {
        var replay = self
        replay.stand(at: step)
        return replay
    }

    /// Steps that may show what is on the screen, the best words for it first.
    private var drafts: [Tour.Step] {
        let steps =
            switch reader?.subject {
            case nil: [draft(.browse, at: browse.selected.map(Entity.item))]
            case .entity(let entity)?: [draft(.reader, at: entity)]
            case .trace(let position, let origin, _)?: [draft(.trace, at: .item(position), from: origin)]
            case .about?: [draft(.overview, at: nil)]
            case .chart(let chart)?: drafts(of: chart)
            }
        return steps.map { step in
            var step = step
            step.pins = viewpoint.pins.map { graph.item($0).id }
            step.filter = viewpoint.filter
            return step
        }
    }

    private func draft(_ view: ViewName, at entity: Entity?, from origin: Int? = nil) -> Tour.Step {
        guard let entity else {
            let title =
                if case .chart(let name) = view { name.chart.title } else { graph.case.manifest.title }
            return Tour.Step(headline: title, view: .view(view))
        }
        var step = Tour.Step(headline: graph.title(of: entity), view: .view(view))
        step.at = ID(graph.id(of: entity))
        step.points = graph.evidence(of: entity).prefix(Self.drafted).enumerated().map {
            Tour.Step.Point($1.claim, evidence: $0 + 1)
        }
        if view == .reader, let target = reader?.target,
            case .evidence(entity, let number)? = copySources.first,
            self.target(ofClaim: number + 1) == target
        {
            step.evidence = number + 1
        }
        step.from = origin.map { graph.item($0).id }
        return step
    }

    /// A chart at what is selected in it, or at an item from which it opens with the same contents, or at nothing; with
    /// its cell and order where they are not the first ones.
    private func drafts(of chart: Chart) -> [Tour.Step] {
        let context = chartContext
        var selected: Entity?
        switch chart.drawing.choice(in: context) {
        case .subject(.entity(let entity)): selected = entity
        case .item(let position): selected = .item(position)
        case .claim(let claim): selected = claim.entity
        case .subject, .items, .nothing: break
        }
        if case .entity(let entity)? = chart.drawing.subject(in: context) { selected = entity }
        let item = chart.drawing.item(in: context) ?? browse.selected
        let stops = [selected, item.map(Entity.item), nil].uniqued()
        let choices = Choices(of: chart, in: graph)
        return stops.flatMap { stop in
            let plain = draft(.chart(chart.name), at: stop)
            var chosen = plain
            (chosen.order, chosen.cell) = (choices.order, choices.cell)
            return chosen == plain ? [plain] : [plain, chosen]
        }
    }
}

/// The choices in a chart that a step has words for, where they are not those with which it opens.
private struct Choices {
    let order: String?
    let cell: Tour.Step.Cell?

    init(of chart: Chart, in graph: CaseGraph) {
        func fields(_ drawing: any ChartDrawing) -> [String: String] {
            Dictionary(drawing.fields(in: graph, withScroll: false)) { _, last in last }
        }
        let own = fields(chart.drawing)
        let first = fields(chart.name.chart.init(in: graph))
        order = own["order"] == first["order"] ? nil : own["order"]
        let lines = ["row", "column"].map { own[$0].flatMap(MatrixLine.init(encoded:)) }
        if chart.name == .matrix, own["rows"] == first["rows"], own["columns"] == first["columns"],
            let row = lines[0], let column = lines[1], row.name != nil || column.name != nil
        {
            cell = Tour.Step.Cell(row: row.name, column: column.name)
        } else {
            cell = nil
        }
    }
}
