import CaseModel
import Screen

/// A list with entries of its own that is narrowed by the words in them: the axes of a matrix, the sources of a table,
/// or what a count of the overview counts. An entry is made when it is drawn or compared with a query.
struct EntryList: Listing {
    let name: ListName
    private let heading: Text
    private let count: Int
    private let labelColumns: Int
    private let reason: Text
    private let make: @Sendable (Int, State) -> Picker.Entry

    static let keys = [
        KeyTable.chooseRow(
            in: .axes, "用作行或列", "put it on the rows or columns", hint: .init(1, "选用", "choose"))
    ]

    init(
        _ name: ListName, _ heading: Text, count: Int, labelColumns: Int = 0,
        missing: Text = Strings.nothingFound, make: @escaping @Sendable (Int, State) -> Picker.Entry
    ) {
        (self.name, self.heading, self.count) = (name, heading, count)
        (self.labelColumns, reason, self.make) = (labelColumns, missing, make)
    }

    func title(in language: LanguageChoice) -> String { language.localized(heading) }

    func missing(_ query: String) -> Text { reason }

    func remark(_ query: String, in state: State) -> (text: Text, isMistake: Bool)? {
        query.isEmpty ? nil : (reason, false)
    }

    func entries(_ query: String, in state: State) -> Picker.Entries {
        guard query.isEmpty else {
            let entries = (0..<count).lazy.map { make($0, state) }
            return Picker.Entries(entries.filter { !$0.isHeading && $0.contains(query) })
        }
        return Picker.Entries(count, labelColumns: labelColumns) { make($0, state) }
    }

    /// How many of the entries match, since the title has the number of all.
    func tally(_ query: String, in state: State) -> String? {
        guard !query.isEmpty else { return nil }
        let all = (0..<count).count { !make($0, state).isHeading }
        return "\(entries(query, in: state).count)/\(all)"
    }
}
