import CaseModel

/// Where the nodes of a network stand: a column for each side and one for what lies between them, a band for each
/// level, and in it whoever has most partners first, of equals the first of the case. So each node has the same
/// place from run to run.
///
/// ```
/// 重庆              两边之上或其他          贵州
/// 省级
///   重庆市人民政府    云南省人民政府          贵州省人民政府
///   重庆市发改委                             贵州省发改委
/// 区县级
///   綦江区人民政府
/// ```
struct NetworkLayers: Sendable {
    /// What a column is ordered by.
    enum Order: String, Hashable, Sendable {
        /// By level, in a level by the number of partners.
        case level
        /// By the number of partners alone.
        case degree
    }

    /// One line across all columns.
    enum Line: Equatable, Sendable {
        /// Above the nodes of a level.
        case band(CaseModel.Actor.Level)
        /// The nodes side by side, for each column one or none.
        case nodes([Cooperation.Node?])
    }

    /// A line by what it is for, so that it is found again in any order.
    enum Row: Hashable, Sendable {
        case band(CaseModel.Actor.Level)
        /// The line on which a node stands.
        case node(Cooperation.Node)
    }

    /// Where a node stands.
    struct Spot: Equatable, Sendable {
        var line: Int
        var column: Int
    }

    /// The sides that have a column, left to right.
    let columns: [Sides.Standing]
    /// The lines, top to bottom.
    let lines: [Line]
    /// Whoever has most partners; nil where nobody takes part.
    let hub: Cooperation.Node?
    private let spots: [Cooperation.Node: Spot]

    init(_ cooperation: Cooperation, of mode: Cooperation.Mode, in graph: CaseGraph, order: Order) {
        let nodes = cooperation.takingPart(mode).map { node in
            (
                node: node, standing: cooperation.standing(of: node),
                level: cooperation.level(of: node, in: graph)
            )
        }
        let ranked = nodes.enumerated().sorted { left, right in
            (-cooperation.degree(of: left.element.node), left.offset)
                < (-cooperation.degree(of: right.element.node), right.offset)
        }.map(\.element)
        hub = ranked.first?.node
        let columns = Sides.Standing.allCases.filter { side in
            ranked.contains { $0.standing == side }
        }
        var lines: [Line] = []
        for band in order == .level ? CaseModel.Actor.Level.allCases.map(Optional.some) : [nil] {
            let stacks = columns.map { side in
                ranked.filter { $0.standing == side && (band == nil || $0.level == band) }.map(\.node)
            }
            let height = stacks.map(\.count).max() ?? 0
            guard height > 0 else { continue }
            if let band { lines.append(.band(band)) }
            lines += (0..<height).map { row in
                .nodes(stacks.map { $0.indices.contains(row) ? $0[row] : nil })
            }
        }
        self.columns = columns
        self.lines = lines
        var spots: [Cooperation.Node: Spot] = [:]
        for (number, line) in lines.enumerated() {
            guard case .nodes(let row) = line else { continue }
            for (column, node) in row.enumerated() {
                if let node { spots[node] = Spot(line: number, column: column) }
            }
        }
        self.spots = spots
    }

    /// Where a node stands; nil where it has no part in the network.
    func spot(of node: Cooperation.Node) -> Spot? { spots[node] }

    /// What a line is for; nil beyond the last.
    func row(at line: Int) -> Row? {
        guard lines.indices.contains(line) else { return nil }
        switch lines[line] {
        case .band(let level): return .band(level)
        case .nodes(let nodes): return nodes.lazy.compactMap { $0 }.first.map { .node($0) }
        }
    }

    /// The number of a line; nil where it is not there.
    func line(of row: Row) -> Int? {
        switch row {
        case .band(let level): lines.firstIndex(of: .band(level))
        case .node(let node): spots[node]?.line
        }
    }

    /// The node at a spot.
    func node(at spot: Spot) -> Cooperation.Node? {
        guard lines.indices.contains(spot.line), case .nodes(let row) = lines[spot.line],
            row.indices.contains(spot.column)
        else { return nil }
        return row[spot.column]
    }

    /// The nodes of a column, top to bottom.
    func nodes(in column: Int) -> [Cooperation.Node] {
        lines.indices.compactMap { node(at: Spot(line: $0, column: column)) }
    }

    /// How many nodes stand in the band that a line begins.
    func count(under band: Int) -> Int {
        lines[(band + 1)...].prefix { if case .band = $0 { false } else { true } }.reduce(0) { count, line in
            guard case .nodes(let row) = line else { return count }
            return count + row.count { $0 != nil }
        }
    }

    /// Whether a line stands above a level.
    func isBand(_ line: Int) -> Bool {
        if case .band = lines[line] { return true }
        return false
    }

    /// The numbers of the lines that have something in a column: its nodes, and the bands above them.
    func lines(of column: Int) -> [Int] {
        var band: Int?
        return lines.indices.flatMap { line in
            if isBand(line) { band = line }
            guard node(at: Spot(line: line, column: column)) != nil else { return [Int]() }
            defer { band = nil }
            return [band, line].compactMap { $0 }
        }
    }

    /// The node of a column that stands nearest to a line; of two as near, the upper.
    func nearest(to line: Int, in column: Int) -> Cooperation.Node? {
        nodes(in: column).min { left, right in
            distance(of: left, from: line) < distance(of: right, from: line)
        }
    }

    private func distance(of node: Cooperation.Node, from line: Int) -> Int {
        spots[node].map { abs($0.line - line) } ?? .max
    }
}

extension Cooperation {
    /// The level of an actor, or the highest of those who take part in an item; central where nobody does.
    func level(of node: Node, in graph: CaseGraph) -> CaseModel.Actor.Level {
        switch node {
        case .actor(let number): return graph.case.actors[number].level
        case .item:
            let levels = Set(groups(of: node).map { level(of: $0, in: graph) })
            return CaseModel.Actor.Level.allCases.first { levels.contains($0) } ?? .central
        }
    }
}
