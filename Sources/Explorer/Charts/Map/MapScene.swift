import CaseModel
import Screen
import TextLayout

/// A map fitted to the case as it is shown and to the room that it has.
struct MapScene {
    let chart: MapChart
    let context: ChartContext
    /// What there is of the case.
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
    /// All places of the case.
    var places: [Place] { context.graph.case.places }

    /// Whether two places border each other.
    func isNeighbour(_ place: Int) -> Bool { selected.map { plan.neighbours[$0].contains(place) } ?? false }

    /// What a place is called, on one line.
    func title(of place: Int) -> String { language.line(places[place].title) }

    func say(_ phrase: Text) -> String { language.localized(phrase) }

    /// The borders as dots: those of the selection, and the others.
    func lines() -> (own: BrailleCanvas, others: BrailleCanvas) {
        var own = BrailleCanvas(size: layout.map.size)
        var others = own
        for border in plan.borders {
            guard let one = plan.points[border.one], let other = plan.points[border.other] else { continue }
            let (start, end) = (window.dot(of: one), window.dot(of: other))
            if border.one == selected || border.other == selected {
                own.line(from: start, to: end)
            } else {
                others.line(from: start, to: end, every: 2)
            }
        }
        return (own, others)
    }

    /// Where markers and labels stand. Lines count whoever is selected, so that labels stay where they are.
    func labels() -> MapLabels {
        var lines = BrailleCanvas(size: layout.map.size)
        for border in plan.borders {
            guard let one = plan.points[border.one], let other = plan.points[border.other] else { continue }
            lines.line(from: window.dot(of: one), to: window.dot(of: other))
        }
        return MapLabels(
            ranking.mostFirst, selected: selected, on: lines,
            cell: { place in plan.points[place].flatMap(window.cell) }, names: names, brief: brief)
    }

    /// What a place may be called on the map, each with the number of items, the fullest first.
    private func names(of place: Int) -> [String] {
        let title = places[place].title
        let (whole, short) = (language.line(title), say(title))
        let widest = max(14, layout.map.columns / 3)
        let names = [whole, short, Self.shortened(short, to: 24), Self.shortened(short, to: 13)]
        let count = " \(ranking.count(of: place))"
        let fitting = names.dropLast().filter { $0.columns + count.columns <= widest } + names.suffix(1)
        return fitting.map { $0 + count }
    }

    /// The least that a place may be called.
    private func brief(of place: Int) -> String {
        "\(Self.shortened(say(places[place].title), to: 5)) \(ranking.count(of: place))"
    }

    /// As many whole words of a name as fit, with a mark for what is left out; of a name of one word as much of it
    /// as fits.
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
