import CaseModel
import Explorer
import Screen

/// What a key costs from press to picture while one types into a list: the search (`/`), the list to go to (`:`)
/// and the filter (`f`).
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

/// Queries as they are typed, letter by letter: words of both languages, pinyin whole and by initials.
let searchedQueries = [
    "铁路", "渝黔铁路", "railway", "chongqing", "zhongqing", "stgb", "水库 贵州", "compensation",
]

/// Queries typed into a list that a key opens, with the time that each key takes to be carried out and drawn.
private struct Typing {
    /// From opening the list until the first letter is drawn, the first time: what is made then is kept.
    private(set) var opening = 0.0
    private(set) var keys = Samples()
    /// Of those keys the first of each word, before which there is nothing to look among.
    private(set) var firstKeys = Samples()
    /// What is done at a time while no key comes, and all of it after a key.
    private(set) var slices = Samples()
    private(set) var rests = Samples()
    /// ↓ in the list of what was typed.
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
                        let (seconds, attoseconds) = (opened + pressed).components
                        opening = Double(seconds) + Double(attoseconds) / 1e18
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
                // A filter that is being written is first cleared, and then left.
                _ = press(.control("u"))
                _ = press(.escape)
            }
        }
    }
}
