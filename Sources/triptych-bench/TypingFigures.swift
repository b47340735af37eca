import BundledCase
import CaseModel
import CaseSearch
import Explorer
import Screen

/// The cost of typing a query, in the bundled case and in a large generated one.
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
    completed.add(clock.measure { index.buildAll() })
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

/// The cost of a key from press to picture while typing into a list: the search (`/`), the list to go to (`:`) and
/// the filter (`f`).
func typingFigures(_ name: String, _ graph: CaseGraph, times: Int, budget: Double) -> [Figure] {
    let search = Typing("/", searchedQueries, graph, times: times)
    let goTo = Typing(":", ["prj-", "渝黔", "rail"], graph, times: times)
    let filter = Typing("f", ["railway", "水库", "kind:project", "-plan mode:hor"], graph, times: times)
    return [
        Figure("\(name), / opened and the first key", search.opening.milliseconds, "ms", .timed),
        Figure(
            "\(name), / a key to its picture", search.keys.median.milliseconds, "ms", .timed, budget: budget),
        Figure("\(name), / p95", search.keys.percentile(95).milliseconds, "ms", .timed),
        Figure("\(name), / the slowest", search.keys.largest.milliseconds, "ms", .timed),
        Figure("\(name), / of those the first of a word", search.firstKeys.median.milliseconds, "ms", .timed),
        Figure("\(name), / ↓ in the list", search.moves.median.milliseconds, "ms", .timed, budget: budget),
        Figure("\(name), / until all is found", search.rests.median.milliseconds, "ms", .timed),
        Figure("\(name), / of that the slowest at a time", search.slices.largest.milliseconds, "ms", .timed),
        Figure(
            "\(name), : a key to its picture", goTo.keys.median.milliseconds, "ms", .timed, budget: budget),
        Figure("\(name), : the slowest", goTo.keys.largest.milliseconds, "ms", .timed),
        Figure(
            "\(name), f a key to its picture", filter.keys.median.milliseconds, "ms", .timed, budget: budget),
        Figure("\(name), f the slowest", filter.keys.largest.milliseconds, "ms", .timed),
    ]
}

/// Queries that are typed letter by letter: both languages, pinyin in full and by initials.
let searchedQueries = [
    "铁路", "渝黔铁路", "railway", "chongqing", "zhongqing", "stgb", "水库 贵州", "compensation",
]

/// Queries typed into a list, with the time that each key takes to be carried out and drawn.
private struct Typing {
    /// From opening the list to the picture of the first letter, the first time; later the index is there.
    private(set) var opening = 0.0
    private(set) var keys = Samples()
    /// Of those the first keys of a word, which search everything.
    private(set) var firstKeys = Samples()
    /// The slices of search while no key comes, and their sum after a key.
    private(set) var slices = Samples()
    private(set) var rests = Samples()
    /// ↓ in the list.
    private(set) var moves = Samples()

    init(_ key: Key, _ queries: [String], _ graph: CaseGraph, times: Int) {
        let clock = ContinuousClock()
        let start = State(graph, size: Size(columns: 80, rows: 24))
        var state = start
        func press(_ key: Key) -> Duration {
            clock.measure {
                _ = update(&state, key: key)
                _ = view(state)
            }
        }
        for number in 0..<times {
            for query in queries {
                let opened = press(key)
                var isFirst = true
                for character in query {
                    let pressed = press(.character(character))
                    if number == 0, keys.values.isEmpty, opening == 0 {
                        opening = (opened + pressed).inSeconds
                    } else {
                        keys.add(pressed)
                        if isFirst { firstKeys.add(pressed) }
                    }
                    isFirst = character == " "
                    var rest = Duration.zero
                    while state.isSearching {
                        let slice = clock.measure {
                            state.refresh()
                            _ = view(state)
                        }
                        slices.add(slice)
                        rest += slice
                    }
                    rests.add(rest)
                }
                for _ in 0..<3 { moves.add(press(.down)) }
                // Clears a filter before closing its field.
                _ = press(.control("u"))
                _ = press(.escape)
            }
        }
    }
}
