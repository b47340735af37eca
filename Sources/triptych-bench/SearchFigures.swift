import BundledCase
import CaseModel
import CaseSearch

/// What typing a query costs, on the bundled case and on a large made-up one.
func searchFigures(_ bench: Bench) throws -> [Figure] {
    let bundled = CaseGraph(try BundledCase.open())
    let made = CaseGraph(MadeUpCase.make(like: bundled.case, items: bench.items, seed: 20_260_101))
    let (few, many) = (bench.times(21, smoke: 2), bench.times(3, smoke: 1))
    return searchFigures("search: bundled", bundled, times: few, budget: 2)
        + typingFigures("search: bundled", bundled, times: few, budget: 2)
        + searchFigures("search: \(bench.items) items", made, times: many, budget: 5)
        + typingFigures("search: \(bench.items) items", made, times: many, budget: 5)
}

private func searchFigures(_ name: String, _ graph: CaseGraph, times: Int, budget: Double) -> [Figure] {
    let built = Samples.of(times) { _ = SearchIndex(graph) }
    var index = SearchIndex(graph)
    let clock = ContinuousClock()
    var completed = Samples()
    completed.add(clock.measure { index.makeAll() })
    var keys = Samples()
    var firstKeys = Samples()
    var whole = Samples()
    for _ in 0..<times {
        for query in searchedQueries {
            var session = SearchSession(index)
            var typed = ""
            for character in query {
                typed.append(character)
                let duration = clock.measure { _ = session.begin(typed) }
                keys.add(duration)
                whole.add(duration + clock.measure { _ = session.search(typed) })
                if typed.count == 1 { firstKeys.add(duration) }
            }
        }
    }
    return [
        Figure("\(name), index made", built.median.milliseconds, "ms", .timed),
        Figure("\(name), index completed", completed.median.milliseconds, "ms", .timed),
        Figure("\(name), a letter typed", keys.median.milliseconds, "ms", .timed, budget: budget),
        Figure("\(name), of those the first", firstKeys.median.milliseconds, "ms", .timed),
        Figure("\(name), a letter until all is found", whole.median.milliseconds, "ms", .timed),
        Figure("\(name), the slowest", keys.largest.milliseconds, "ms", .timed),
    ]
}
