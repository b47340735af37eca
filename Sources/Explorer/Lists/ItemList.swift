import CaseModel
import CaseSearch
import Screen

/// The list of items to choose by id or title: all of the case, or those of a chart's cell.
struct ItemList: Listing {
    /// The items to choose from with their title; nil for all of the case.
    let choice: (positions: [Int], title: Text)?
    /// The matching items, the best first.
    private var positions: [Int] = []
    private var labelColumns = 0

    static let keys = [
        KeyTable.chooseRow(in: .goTo, "前往所选条目", "go to the selected item", hint: .init(1, "前往", "go there")),
        KeyTable.chooseRow(
            in: .choice, "打开所选一项", "open what is selected", hint: .init(1, "打开", "open")),
    ]

    init() { choice = nil }

    init(_ positions: [Int], title: String) { choice = (positions, Text(title)) }

    init(_ positions: [Int], title: Text) { choice = (positions, title) }

    var name: ListName { choice == nil ? .goTo : .choice }

    func title(in language: LanguageChoice) -> String {
        language.localized(choice?.title ?? Strings.goToTitle)
    }

    mutating func refresh(_ query: String, in state: inout State) {
        if query.isEmpty {
            // The index is built at the first query.
            positions = choice?.positions ?? Array(state.graph.case.items.indices)
        } else {
            positions = state.names().items(named: query, among: choice?.positions)
        }
        // Ids are ASCII, so that each byte is a column.
        labelColumns = positions.reduce(0) { max($0, state.graph.case.items[$1].id.text.utf8.count) }
    }

    func entries(_ query: String, in state: State) -> Picker.Entries {
        Picker.Entries(positions.count, labelColumns: labelColumns) { [positions] row in
            let item = state.graph.item(positions[row])
            let isOfView = choice != nil
            return Picker.Entry(label: item.id.text, text: [Span(state.language.line(item.title))]) {
                // From a view one comes back to it; an id leads to the panes.
                if isOfView { $0.read(.item(positions[row])) } else { $0.show(positions[row]) }
            }
        }
    }

    func missing(_ query: String) -> Text {
        choice == nil ? Strings.unknownItem(query) : Strings.nothingFound
    }
}
