import CaseModel

/// The positions of a network's nodes: a column for each side and a last one for the rest, a band for each level, and
/// within a band the nodes with most partners first, ties in the order of the case. The positions are therefore the
/// same in every run.
///
/// ```
/// 重庆              贵州                   各方之上及其他
/// 省级
///   重庆市人民政府    贵州省人民政府          云南省人民政府
///   重庆市发改委      贵州省发改委
/// 区县级
///   綦江区人民政府
/// ```
struct NetworkLayers: Sendable {
    /// The order of the nodes in a column.
    enum Order: String, CaseIterable, Hashable, Sendable {
        /// By level, within one by number of partners.
        case level
        /// By number of partners alone.
        case degree
    }

    /// A line across all columns.
    enum Line: Equatable, Sendable {
        /// The heading of a level.
        case band(ID<Level>)
        /// One node or none for each column.
        case nodes([Cooperation.Node?])
    }

    /// A line identified by its meaning, so that it can be found in any order.
    enum Row: Hashable, Sendable {
        case band(ID<Level>)
        /// The line of a node.
        case node(Cooperation.Node)
    }

    /// The position of a node.
    struct Spot: Equatable, Sendable {
        var line: Int
        var column: Int
    }

    /// The numbers of the sides that have a column, from left to right; nil for the nodes on none or on several.
    let columns: [Int?]
    /// The lines from top to bottom.
    let lines: [Line]
    /// The node with most partners; nil for an empty network.
    let hub: Cooperation.Node?
    private let spots: [Cooperation.Node: Spot]

    init(_ cooperation: Cooperation, of mode: Cooperation.Mode, in graph: CaseGraph, order: Order) {
        let nodes = cooperation.takingPart(mode).map { node in
            (
                node: node, side: cooperation.side(of: node),
                level: cooperation.level(of: node, in: graph)
            )
        }
        let ranked = nodes.enumerated().sorted { left, right in
            (-cooperation.degree(of: left.element.node), left.offset)
                < (-cooperation.degree(of: right.element.node), right.offset)
        }.map(\.element)
        hub = ranked.first?.node
        let columns = (cooperation.sides.titles.indices.map(Optional.some) + [nil]).filter { side in
            ranked.contains { $0.side == side }
        }
        var lines: [Line] = []
        for band in order == .level ? graph.case.manifest.levels.map(\.id).map(Optional.some) : [nil] {
            let stacks = columns.map { side in
                ranked.filter { $0.side == side && (band == nil || $0.level == band) }.map(\.node)
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

    /// The position of a node; nil if it is not in the network.
    func spot(of node: Cooperation.Node) -> Spot? { spots[node] }

    /// The meaning of a line; nil beyond the last.
    func row(at line: Int) -> Row? {
        guard lines.indices.contains(line) else { return nil }
        switch lines[line] {
        case .band(let level): return .band(level)
        case .nodes(let nodes): return nodes.lazy.compactMap { $0 }.first.map { .node($0) }
        }
    }

    /// The index of a line; nil if there is none.
    func line(of row: Row) -> Int? {
        switch row {
        case .band(let level): lines.firstIndex(of: .band(level))
        case .node(let node): spots[node]?.line
        }
    }

    /// The node at a position.
    func node(at spot: Spot) -> Cooperation.Node? {
        guard lines.indices.contains(spot.line), case .nodes(let row) = lines[spot.line],
            row.indices.contains(spot.column)
        else { return nil }
        return row[spot.column]
    }

    /// The nodes of a column, from top to bottom.
    func nodes(in column: Int) -> [Cooperation.Node] {
        lines.indices.compactMap { node(at: Spot(line: $0, column: column)) }
    }

    /// The number of nodes in the band that begins at a line.
    func count(under band: Int) -> Int {
        lines[(band + 1)...].prefix { if case .band = $0 { false } else { true } }.reduce(0) { count, line in
            guard case .nodes(let row) = line else { return count }
            return count + row.count { $0 != nil }
        }
    }

    /// True for the heading of a level.
    func isBand(_ line: Int) -> Bool {
        if case .band = lines[line] { return true }
        return false
    }

    /// The indices of the lines that are not empty in some columns: their nodes, and the headings above them.
    func lines(of columns: Range<Int>) -> [Int] {
        var band: Int?
        return lines.indices.flatMap { line in
            if isBand(line) { band = line }
            guard columns.contains(where: { node(at: Spot(line: line, column: $0)) != nil }) else {
                return [Int]()
            }
            defer { band = nil }
            return [band, line].compactMap { $0 }
        }
    }

    /// The node of a column nearest to a line; of two equally near, the upper one.
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
    /// The level of an actor, or the highest level among an item's actors; nil for an item without actors.
    func level(of node: Node, in graph: CaseGraph) -> ID<Level>? {
        switch node {
        case .actor(let number): return graph.case.actors[number].level
        case .item:
            let levels = Set(groups(of: node).compactMap { level(of: $0, in: graph) })
            return graph.case.manifest.levels.map(\.id).first(where: levels.contains)
        }
    }
}
