import CaseModel

/// The places of a case in an order, each with its items that pins and filter include.
struct MapRanking: Sendable {
    /// The order of places.
    enum Order: String, CaseIterable, Hashable, Sendable {
        /// By number of items, the largest first.
        case items
        /// By province, within one by number of items.
        case province
        /// In the order of the case.
        case listed
    }

    /// The order of the places.
    let order: Order
    /// The positions of the included items of each place of the case.
    let items: [[Int]]
    /// The places on the map, in order.
    let drawn: [Int]
    /// The places without coordinates, in order.
    let undrawn: [Int]
    /// For each place on the map, the places without coordinates that lie in it, in order.
    let inner: [Int: [Int]]
    /// The places without coordinates that lie in none on the map, in order.
    let elsewhere: [Int]
    /// The places on the map by number of items, the largest first.
    let mostFirst: [Int]

    init(_ plan: MapPlan, by order: Order, isShown: (Int) -> Bool) {
        let items = plan.items.map { positions in positions.filter(isShown) }
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
        let undrawn = sorted(plan.points.indices.filter { plan.points[$0] == nil }, by: key)
        self.undrawn = undrawn
        inner = Dictionary(grouping: undrawn.filter { plan.hosts[$0] != nil }) { plan.hosts[$0] ?? $0 }
        elsewhere = undrawn.filter { plan.hosts[$0] == nil }
    }

    /// All places: those on the map, each followed by those that lie in it, then the others.
    var all: [Int] { drawn.flatMap { [$0] + (inner[$0] ?? []) } + elsewhere }

    /// The number of included items at a place.
    func count(of place: Int) -> Int { items[place].count }
}

extension ChartContext {
    func mapRanking(by order: MapRanking.Order) -> MapRanking {
        struct Key: Equatable {
            let order: MapRanking.Order
            let isLetThrough: [Bool]
        }
        return cache.table(for: Key(order: order, isLetThrough: isLetThrough)) {
            MapRanking(mapPlan, by: order, isShown: isShown)
        }
    }
}
