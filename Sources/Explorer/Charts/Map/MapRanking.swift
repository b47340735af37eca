import CaseModel

/// The places of a case in an order, each with what pins and filter let through of the items there.
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
        undrawn = sorted(plan.points.indices.filter { plan.points[$0] == nil }, by: key)
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

extension ChartContext {
    func mapRanking(by order: MapRanking.Order) -> MapRanking {
        struct Key: Equatable {
            let order: MapRanking.Order
            let outlines: [Outline]
        }
        return cache.table(for: Key(order: order, outlines: outlines)) {
            MapRanking(mapPlan, by: order, isShown: isShown)
        }
    }
}
