import CaseModel
import Screen

/// The list of texts that can be copied, with the whole of the selected one below it.
struct CopyList: Listing {
    private var copies: [Copy]

    static let keys = [
        KeyTable.chooseRow(
            in: .copies, "复制，并把全文留在屏幕上", "copy it and leave the text on the screen",
            hint: .init(1, "复制并留下全文", "copy and leave the text"))
    ]

    /// Nil if there is nothing to copy.
    init?(in state: State) {
        copies = CopyMenu.copies(of: state.copySources, in: state.graph, state.language)
        if copies.isEmpty { return nil }
    }

    var name: ListName { .copies }
    var showsWholeText: Bool { true }
    func title(in language: LanguageChoice) -> String { language.localized(Strings.copyTitle) }

    func entries(_ query: String, in state: State) -> Picker.Entries {
        let entries = copies.map { copy in
            let first = copy.text.prefix { $0 != "\n" }
            return Picker.Entry(label: copy.label, text: [Span(String(first))], action: .copy(copy.text))
        }
        return Picker.Entries(entries.filter { $0.contains(query) })
    }

    mutating func translate(in state: State) {
        copies = CopyMenu.copies(of: state.copySources, in: state.graph, state.language)
    }
}
