import CaseModel
import Screen
import TextLayout

/// The field for finding in the open page. What is typed is marked in the page at once.
struct FindList: Listing {
    /// The page when the field was opened.
    let start: Reader

    static let keys = [
        KeyTable.chooseRow(
            in: .find, "停在找到之处", "stay at what was found", hint: .init(1, "停在此处", "stay")),
        KeyRow(
            .list(.complete), [.tab], in: [.list(.find)], .here, "改为搜索整个案例", "search all of the case instead",
            hint: .init(3, "搜索全部", "search all")),
    ]

    var name: ListName { .find }
    var prompt: String { "/ " }
    var isOneLine: Bool { true }
    func title(in language: LanguageChoice) -> String { "" }

    mutating func refresh(_ query: String, in state: inout State) {
        state.reader = start
        state.reader?.find = nil
        state.layOutPage()
        guard !query.trimmed.isEmpty else { return }
        let top = start.top
        state.mark(Find(query: query, steps: .places)) { hits, _ in hits.hit(from: top) }
    }

    func entries(_ query: String, in state: State) -> Picker.Entries { Picker.Entries([]) }

    func choose(row: Int, _ query: String, in state: inout State) -> [Effect] {
        state.picker = nil
        state.searches.note(query)
        guard !query.trimmed.isEmpty, let hits = state.layout.page?.hits else { return [] }
        if hits.count == 0 {
            cancel(in: &state)
            state.notice = Strings.notInPage(query.trimmed)
        } else if hits.isApproximate {
            state.notice = Strings.approximate(
                position: "\((state.reader?.hit ?? 0) + 1)/\(hits.count)")
        }
        return []
    }

    func complete(_ query: String, in state: inout State) -> Bool {
        cancel(in: &state)
        state.open(SearchList(), query: query)
        return true
    }

    func cancel(in state: inout State) {
        state.reader = start
        state.layOutPage()
    }

    func earlier(in state: State) -> [String] { state.searches.latest }

    func tally(_ query: String, in state: State) -> String? {
        guard let hits = state.layout.page?.hits else { return nil }
        let position = "\((state.reader?.hit ?? -1) + 1)/\(hits.count)"
        return hits.isApproximate && hits.count > 0 ? "≈ " + position : position
    }
}
