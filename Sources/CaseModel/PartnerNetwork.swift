/// A network of nodes in groups, in which two nodes are partners if they share a group.
///
/// It is the one-mode projection of a two-mode network (Borgatti and Everett, “Network analysis of 2-mode data”,
/// Social Networks 19, 1997). Ties are computed on demand and not stored: a node in many groups, or a group of many
/// nodes, may have millions. A group of k nodes has k(k−1)/2 ties.
package struct PartnerNetwork: Equatable, Sendable {
    /// A node that shares groups with another one.
    package struct Partner: Hashable, Sendable {
        /// The number of the node.
        package let node: Int
        /// The numbers of the shared groups, ascending; never empty.
        package let shared: [Int]
    }

    /// For each node, the numbers of its groups, ascending.
    package let groups: [[Int]]
    /// For each group, the numbers of its nodes, ascending.
    package let members: [[Int]]
    /// For each node, the number of its partners.
    package let degrees: [Int]
    /// The components: the nodes with groups, each with all nodes reachable along ties; the largest first, of equal
    /// ones the one with the first node.
    package let components: [[Int]]
    /// For each node, the number of its component; nil for a node without groups.
    let componentNumbers: [Int?]

    /// The network of nodes numbered from 0, given the nodes of each group.
    init(nodes: Int, members: [[Int]]) {
        let members = members.map { Set($0).sorted() }
        var groups = [[Int]](repeating: [], count: nodes)
        for (group, nodes) in members.enumerated() {
            for node in nodes { groups[node].append(group) }
        }
        self.groups = groups
        self.members = members
        var walk = Walk(nodes: nodes)
        degrees = (0..<nodes).map { node in
            var degree = 0
            walk.visit(partnersOf: node, groups, members) { _ in degree += 1 }
            return degree
        }
        let components = Self.components(groups, members)
        self.components = components
        var numbers = [Int?](repeating: nil, count: nodes)
        for (number, component) in components.enumerated() {
            for node in component { numbers[node] = number }
        }
        componentNumbers = numbers
    }

    /// The nodes with groups, ascending.
    package var takingPart: [Int] { groups.indices.filter { !groups[$0].isEmpty } }

    /// The nodes with groups but without partners, ascending.
    package var alone: [Int] { takingPart.filter { degrees[$0] == 0 } }

    /// The number of ties.
    package var ties: Int { degrees.reduce(0, +) / 2 }

    /// Calls a function with the two nodes of each tie, the one of the smaller number first.
    package func eachTie(_ visit: (Int, Int) -> Void) {
        var walk = Walk(nodes: groups.count)
        for node in groups.indices {
            walk.visit(partnersOf: node, groups, members) { partner in
                if node < partner { visit(node, partner) }
            }
        }
    }

    /// The partners of a node, those with most shared groups first, of equal ones the first.
    package func partners(of node: Int) -> [Partner] {
        var shared: [Int: [Int]] = [:]
        for group in groups[node] {
            for partner in members[group] where partner != node { shared[partner, default: []].append(group) }
        }
        return shared.map { Partner(node: $0.key, shared: $0.value) }.sorted {
            (-$0.shared.count, $0.node) < (-$1.shared.count, $1.node)
        }
    }

    /// The concentration of ties on one node: 0 if all nodes with groups have equally many partners, 1 for a star;
    /// nil for fewer than three nodes.
    ///
    /// Freeman's degree centralisation, Σ(max − degree) / ((n − 1)(n − 2)), of the n nodes with groups (“Centrality
    /// in social networks”, Social Networks 1, 1978).
    package var centralisation: Double? {
        let degrees = takingPart.map { self.degrees[$0] }
        guard degrees.count > 2, let most = degrees.max() else { return nil }
        let differences = degrees.reduce(0) { $0 + most - $1 }
        return Double(differences) / (Double(degrees.count - 1) * Double(degrees.count - 2))
    }

    private static func components(_ groups: [[Int]], _ members: [[Int]]) -> [[Int]] {
        var isReached = [Bool](repeating: false, count: groups.count)
        var isWalked = [Bool](repeating: false, count: members.count)
        var result: [[Int]] = []
        for start in groups.indices where !groups[start].isEmpty && !isReached[start] {
            isReached[start] = true
            var component = [start]
            var next = 0
            while next < component.count {
                for group in groups[component[next]] where !isWalked[group] {
                    isWalked[group] = true
                    for node in members[group] where !isReached[node] {
                        isReached[node] = true
                        component.append(node)
                    }
                }
                next += 1
            }
            result.append(component.sorted())
        }
        return result.sorted { (-$0.count, $0[0]) < (-$1.count, $1[0]) }
    }
}

/// An iteration over the partners of one node after another, each partner once, without a set for each node.
private struct Walk {
    private var lastMet: [Int]

    init(nodes: Int) {
        lastMet = Array(repeating: -1, count: nodes)
    }

    mutating func visit(
        partnersOf node: Int, _ groups: [[Int]], _ members: [[Int]], _ meet: (Int) -> Void
    ) {
        lastMet[node] = node
        for group in groups[node] {
            for partner in members[group] where lastMet[partner] != node {
                lastMet[partner] = node
                meet(partner)
            }
        }
    }
}
