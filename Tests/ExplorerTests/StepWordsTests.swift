import BundledCase
import CaseModel
import Testing

@testable import Explorer

/// Chains in words: in the bar below the panes, in the trace, and by whose word they stand.
@Suite struct StepWordsTests {
    private let graph: CaseGraph

    init() throws { graph = CaseGraph(try BundledCase.open()) }

    /// How a step reads in the direction of the chain, by a rule of its own.
    private func reading(of step: Chain.Step, from here: Int) -> String? {
        switch step {
        case .parent: "contains"
        case .child: "is part of"
        case .link(let edge):
            graph.relation(graph.link(edge).relation).map {
                (edge.from == here ? $0.title : $0.inverse).localized(in: .english)
            }
        }
    }

    private func year(of position: Int) -> String? {
        let period = graph.item(position).period
        return (period?.start ?? period?.end).map { String($0.year) }
    }

    /// An arrow has ↶ where its own step runs backwards; a step to something older than an item farther up says so in
    /// words.
    @Test func `in a trace a step has the sign only where it runs backwards itself`() throws {
        var remarked = 0
        for driver in graph.case.items.indices where graph.kind(of: driver)?.role == .driver {
            let connections = graph.connections(of: driver)
            for position in connections.positions {
                let chain = try #require(connections.chain(to: position))
                let text = TraceDocument.make(graph, chain, language: .english).text(columns: .max)
                let steps = text.split(separator: "\n").filter { $0.hasPrefix("  ") }
                #expect(steps.count == chain.length)
                for (number, step) in steps.enumerated() {
                    let runsBackwards = graph.runsBackwards(
                        chain.steps[number], from: chain.items[number], to: chain.items[number + 1])
                    #expect(step.contains("↶") == runsBackwards, "\(step)")
                    let isOlder = graph.predatedItems(in: chain)[number] != nil
                    #expect(step.contains("taken up later)") == isOlder, "\(step)")
                    if let younger = graph.predatedItems(in: chain)[number] {
                        let older = chain.items[number + (younger == chain.items[number + 1] ? 0 : 1)]
                        for item in [younger, older] {
                            #expect(step.contains(try #require(year(of: item))), "\(step)")
                        }
                    }
                    if isOlder, !runsBackwards { remarked += 1 }
                }
            }
        }
        #expect(remarked > 0, "the case has chains of which only the ends run backwards")
    }

    /// What the signs mean is true of every row: ◐ is never a chain with a step backwards, and ● is a chain of one step.
    @Test func `the grades are what the legend says`() throws {
        for driver in graph.case.items.indices where graph.kind(of: driver)?.role == .driver {
            let connections = graph.connections(of: driver)
            for position in connections.positions {
                let chain = try #require(connections.chain(to: position))
                let backwards = chain.steps.indices.filter {
                    graph.runsBackwards(chain.steps[$0], from: chain.items[$0], to: chain.items[$0 + 1])
                }
                let readings = chain.steps.count(where: graph.isReading)
                switch try #require(connections.grade(of: position)) {
                case .direct: #expect(chain.length == 1)
                case .wellFounded: #expect(chain.length > 1 && readings <= 1 && backwards.isEmpty)
                case .farFetched: #expect(chain.length > 1 && (readings > 1 || !backwards.isEmpty))
                }
            }
        }
    }

    @Test func `the bar reads each chain the way its arrows run, and weighs all of its steps`() throws {
        for driver in graph.case.items.indices where graph.kind(of: driver)?.role == .driver {
            var rehearsal = Rehearsal(graph, language: .english)
            rehearsal.show(driver)
            rehearsal.press("P")
            let connections = graph.connections(of: driver)
            for position in connections.positions {
                let chain = try #require(connections.chain(to: position))
                let connection = try #require(Connection(of: position, in: rehearsal.state))
                let text = connection.spans(titleColumns: .max).map(\.text).joined()
                for item in chain.items {
                    guard let year = year(of: item) else { continue }
                    #expect(text.contains(year), "\(text)")
                }
                let last = try #require(chain.steps.last)
                let wanted = reading(of: last, from: chain.items[chain.length - 1])
                let number = chain.items.last == position ? chain.length - 1 : 0
                if number == chain.length - 1, let wanted {
                    let lead = chain.length > 1 ? " · last step " : " · "
                    #expect(text.contains(lead + wanted), "\(text)")
                }
                let sourced = chain.steps.count { graph.standing(of: $0) == .sourced }
                #expect(text.contains("sourced throughout") == (sourced == chain.length && sourced > 1))
                if sourced > 0, sourced < chain.length {
                    #expect(text.contains("\(chain.length) steps: \(sourced) sourced, "))
                }
            }
        }
    }
}
