import CaseModel
import Screen
import TextLayout

/// A map fitted to the pins, the filter and the size of its area.
struct MapScene {
    let chart: MapChart
    let context: ChartContext
    /// The coordinates, borders and marks of the case.
    let plan: MapPlan
    /// The places in their order.
    let ranking: MapRanking
    let layout: MapLayout
    let window: MapWindow

    init(_ chart: MapChart, in context: ChartContext, area: Rect) {
        self.chart = chart
        self.context = context
        (plan, ranking) = (context.mapPlan, context.mapRanking(by: chart.order))
        layout = MapLayout(area, hasUndrawn: !ranking.undrawn.isEmpty)
        window = chart.window(size: layout.map.size, of: plan)
    }

    /// The selected place.
    var selected: Int? { chart.selected }
    /// The language of data and interface.
    var language: LanguageChoice { context.language }
    var places: Records<Place> { context.graph.case.places }

    /// True if a place borders the selected one.
    func isNeighbour(_ place: Int) -> Bool { selected.map { plan.neighbours[$0].contains(place) } ?? false }

    /// A place's title on one line.
    func title(of place: Int) -> String { language.line(places[place].title) }

    func localized(_ phrase: Text) -> String { language.localized(phrase) }

    /// The lines beneath markers and labels.
    func lines() -> MapLines { MapLines(plan, in: window, selected: selected) }

    /// Where markers and labels stand. Lines count whatever is selected, so that labels stay where they are: they are
    /// laid out once, and a selection only adds its own, unless its marker is under another one.
    func labels() -> MapLabels {
        struct Key: Equatable {
            let window: MapWindow
            let items: [[Int]]
            let language: LanguageChoice
        }
        let key = Key(window: window, items: ranking.items, language: language)
        var labels = context.cache.table(for: key) { self.labels(selecting: nil) }
        guard let selected else { return labels }
        if labels.hidden.contains(selected) { return self.labels(selecting: selected) }
        labels.ensureLabel(of: selected, names: names(of: selected) + [brief(of: selected)])
        return labels
    }

    /// The labels laid out from the beginning.
    func labels(selecting place: Int?) -> MapLabels {
        MapLabels(
            ranking.mostFirst, selected: place, on: MapLines(plan, in: window, selected: nil).all,
            cell: { place in plan.points[place].flatMap(window.cell) }, names: names, brief: brief)
    }

    /// The possible labels of a place, each with the number of items, the longest first.
    private func names(of place: Int) -> [String] {
        let title = places[place].title
        let (whole, short) = (language.line(title), localized(title))
        let widest = max(14, layout.map.columns / 3)
        let names = [whole, short, Self.shortened(short, to: 24), Self.shortened(short, to: 13)]
        let count = " \(ranking.count(of: place))"
        let fitting = names.dropLast().filter { $0.columns + count.columns <= widest } + names.suffix(1)
        return fitting.map { $0 + count }
    }

    /// The shortest label of a place.
    private func brief(of place: Int) -> String {
        "\(Self.shortened(localized(places[place].title), to: 5)) \(ranking.count(of: place))"
    }

    /// As many whole words of a name as fit, followed by an ellipsis; a single word is cut to fit.
    private static func shortened(_ name: String, to columns: Int) -> String {
        guard name.columns > columns else { return name }
        var words = name.split(separator: " ")
        while words.count > 1 {
            words.removeLast()
            let shorter = words.joined(separator: " ") + "…"
            if shorter.columns <= columns { return shorter }
        }
        return TextFit.clipped(name, to: columns)
    }
}
