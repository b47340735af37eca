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
