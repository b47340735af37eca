import CaseModel
import Screen

extension State {
    /// Carries out a command about what the reader takes along.
    mutating func perform(_ command: NoteCommand) -> [Effect] {
        switch command {
        case .copy:
            let copies = copies
            if copies.isEmpty { notice = Strings.nothingToCopy } else { open(.copies(copies)) }
        case .links:
            let leads = leads
            if leads.isEmpty { notice = Strings.noLinks } else { open(.leads(leads)) }
        case .mark: return toggleMark()
        case .note: return openNote()
        case .bookmark: return openBookmark()
        case .notebookEntries: return openNotebook()
        case .remove, .save, .newLine: break
        }
        return []
    }

    /// What can be taken along from here.
    private var copies: [Copy] { CopyMenu.copies(of: passages, in: graph, language) }

    /// The open list of what is taken along, in a language that has changed.
    mutating func translateList() {
        switch picker?.content {
        case .copies?:
            let copies = copies
            picker?.content = .copies(copies)
        case .leads?:
            let leads = leads
            picker?.content = .leads(leads)
        case .commands?, .items?, .finds?, .filter?, .choice?, .steps?, .notebookEntries?, nil: break
        }
    }

    /// Leaves a text on the screen and asks for it to be copied.
    mutating func take(_ text: String) -> [Effect] {
        sheet = Pager(text: text)
        return [.copy(text)]
    }
}
