import CaseModel
import Screen

/// What a step of a tour does not show, though it says that it does.
package struct StepRemark: Equatable, Sendable {
    /// The number of the step among those of all tours, from 0.
    package let step: Int
    package let part: Tour.Step.Part
    /// True if the step means what the case cannot do; false if it can be seen only on a larger screen or not at all.
    package let isMistake: Bool
    package let sentence: Text
}

extension CaseGraph {
    /// The remarks on the steps of all tours, as they are seen on a screen of 80 columns and 24 rows.
    package var stepRemarks: [StepRemark] {
        guard `case`.tours.contains(where: { !$0.steps.isEmpty }) else { return [] }
        var state = State(self, size: Size(columns: 80, rows: 24))
        var remarks: [StepRemark] = []
        var count = 0
        for (number, tour) in `case`.tours.enumerated() {
            for (place, step) in tour.steps.enumerated() {
                remarks += state.remarks(on: step, number: count)
                if step.points.contains(where: { $0.evidence != nil }) {
                    state.present(tour: number, step: place)
                    remarks += state.remarks(onPointsOf: step, number: count)
                }
                count += 1
            }
        }
        return remarks
    }
}

extension State {
    /// What the step means and the case cannot do.
    fileprivate mutating func remarks(on step: Tour.Step, number: Int) -> [StepRemark] {
        var mistakes: [(Tour.Step.Part, Text)] = []
        if let query = step.filter {
            do { _ = try appliedFilter(for: query) } catch { mistakes.append((.filter, error.sentence)) }
        }
        if let from = step.from.flatMap({ graph.position(of: $0) }), let position = graph.position(at: step),
            chain(0, to: position, from: from) == nil
        {
            mistakes.append((.from, Strings.noChainFrom))
        }
        if let order = step.order, !has(order, in: step.view.name) {
            mistakes.append((.order, Strings.noSuchOrder))
        }
        if let words = step.viewpoint, Viewpoint(encoded: words, in: self) == nil {
            mistakes.append((.viewpoint, Strings.noViewpoint))
        }
        return mistakes.map { StepRemark(step: number, part: $0, isMistake: true, sentence: $1) }
    }

    /// True if a view has an order of this name.
    private func has(_ order: String, in view: ViewName?) -> Bool {
        guard case .chart(let name)? = view else { return false }
        var drawing = name.chart.init(in: graph)
        drawing.read(["order": order], in: graph)
        return drawing.fields(in: graph, withScroll: false).contains { $0.0 == "order" && $0.1 == order }
    }

    /// The points of the present step whose claims are not in view when they are revealed.
    fileprivate mutating func remarks(onPointsOf step: Tour.Step, number: Int) -> [StepRemark] {
        var remarks: [StepRemark] = []
        for (point, named) in step.points.enumerated() {
            _ = carryOut(.next)
            guard let claim = named.evidence else { continue }
            if let target = target(ofClaim: claim), let reader,
                layout.page?.shows(target, from: reader.top) == true
            {
                continue
            }
            remarks.append(
                StepRemark(step: number, part: .point(point), isMistake: false, sentence: Strings.unseenClaim)
            )
        }
        return remarks
    }
}

extension Strings {
    fileprivate static let noChainFrom = Text(
        chinese: "没有链从“from”通到这一步的条目；请改为链上的条目",
        english: "no chain leads from there to what the step is at; name an item on one")
    fileprivate static let noSuchOrder = Text(
        chinese: "这一视图没有这种次序；请改用它的次序之一或删去",
        english: "the view has no order of this name; take one of its own or delete it")
    fileprivate static let noViewpoint = Text(
        chinese: "这不是录制所写的位置；请删去", english: "this is no place as a recording writes it; delete it")
    fileprivate static let unseenClaim = Text(
        chinese: "揭示这个要点时，80×24 的屏幕上看不到它所指的论断；请用 view: reader，或改讲别处",
        english:
            "on a screen of 80×24 the claim of this point is not in view when it is revealed; use 'view: reader'"
    )
}
