import CaseModel
import Screen

// Lists of what can be taken along and of where one can go.
extension Picker.Entry {
    /// A text by its label and first line.
    init(_ copy: Copy) {
        let first = copy.text.prefix { $0 != "\n" }
        self.init(label: copy.label, text: [Span(String(first))], choice: .copy(copy.text))
    }

    /// A lead by its number. An address is copied and left to be read.
    init(_ lead: PageLink, number: Int) {
        switch lead.destination {
        case .subject(let subject):
            self.init(label: String(number), text: [Span(lead.title)], choice: .subject(subject))
        case .address(let address):
            self.init(label: String(number), text: Span.linking(lead.title), choice: .copy(address))
        }
    }
}

extension Picker {
    /// Whether what is typed is the number of a lead and could not become that of another.
    var isChosenByNumber: Bool {
        guard case .leads(let leads) = content, let number = Int(query) else { return false }
        return (1...leads.count).contains(number) && number * 10 > leads.count
    }
}

extension Picker.Content {
    /// What the keys do that only this list has.
    var hint: Text? {
        switch self {
        case .notebookEntries: Strings.notebookHint
        case .commands, .items, .finds, .filter, .choice, .steps, .copies, .leads: nil
        }
    }

    /// What to say where nothing in the list answers to what was typed.
    func missing(_ query: String) -> Text {
        switch self {
        case .items: Strings.unknownItem(query)
        case .commands, .finds, .filter, .choice, .steps, .copies, .leads, .notebookEntries:
            Strings.nothingFound
        }
    }
}
