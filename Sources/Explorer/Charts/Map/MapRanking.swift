import CaseModel

/// The places of a case in an order, each with what pins and filter let through of the items there.
///
/// It is carried along, like the plan, until order, pins or filter change.
struct MapRanking: Sendable {
    /// What the places are ordered by; the next one follows upon asking.
    enum Order: String, CaseIterable, Hashable, Sendable {
        /// Those with most items first.
        case items
        /// Province by province, in one those with most items first.
        case province
        /// As the case lists them.
        case listed
    }

    /// What the places are ordered by.
    let order: Order
    /// For each place of the case the positions of the items there that are shown.
    let items: [[Int]]
    /// The places on the map, in the order.
    let drawn: [Int]
    /// The places without coordinates, in the order.
    let undrawn: [Int]
    /// The places on the map, those with most items first.
    let mostFirst: [Int]
    private let outlines: [Outline]

    init(_ plan: MapPlan, by order: Order, in context: ChartContext) {
        let items = plan.items.map { positions in positions.filter(context.isShown) }
        func sorted(_ places: [Int], by key: (Int) -> (Int, Int)) -> [Int] {
            places.map { (key: key($0), place: $0) }
                .sorted { ($0.key.0, $0.key.1, $0.place) < ($1.key.0, $1.key.1, $1.place) }.map(\.place)
        }
        let drawn = plan.points.indices.filter { plan.points[$0] != nil }
        let mostFirst = sorted(drawn) { (-items[$0].count, 0) }
        let key: (Int) -> (Int, Int) =
            switch order {
            case .items: { (-items[$0].count, 0) }
            case .province: { (plan.province(of: $0), -items[$0].count) }
            case .listed: { _ in (0, 0) }
            }
        self.order = order
        self.items = items
        self.mostFirst = mostFirst
        self.drawn = sorted(drawn, by: key)
        undrawn = sorted(plan.points.indices.filter { plan.points[$0] == nil }, by: key)
        outlines = context.outlines
    }

    /// Whether order, pins and filter are still what they were.
    func holds(for order: Order, in context: ChartContext) -> Bool {
        self.order == order && outlines == context.outlines
    }

    /// All places: those on the map, then the others.
    var all: [Int] { drawn + undrawn }

    /// How many items are shown that are at a place.
    func count(of place: Int) -> Int { items[place].count }
}

extension MapRanking.Order {
    /// The order that comes after this one.
    var next: MapRanking.Order {
        switch self {
        case .items: .province
        case .province: .listed
        case .listed: .items
        }
    }
}

extension MapRanking: Hashable {
    static func == (left: MapRanking, right: MapRanking) -> Bool { true }

    func hash(into hasher: inout Hasher) {}
}
