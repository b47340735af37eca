import CaseModel
import Screen

extension State {
    /// Starts in a view, at an item if one is named, instead of at the beginning; the history starts there too.
    package mutating func begin(at position: Int? = nil, in view: ViewName = .browse) {
        if let position { show(position) }
        open(view)
        history = History(visit)
        refresh()
    }
}

extension State {
    /// Shows someone who has never been here the case on a page, over the panes, and how to go on. Whoever has kept
    /// anything has been here before; where nothing can be kept nobody knows, and nobody is welcomed time and again.
    package mutating func welcome() {
        guard keeping == .notebook(Notebook()) else { return }
        open(.overview)
        if notice == nil { notice = Strings.welcome }
    }
}

/// What the reader shows of an item, as text of so many columns, ending in a newline; plain but for its addresses,
/// which lead there if `isLinked`.
package func readerText(
    _ graph: CaseGraph, position: Int, language: LanguageChoice, columns: Int, isLinked: Bool = false
) -> String {
    ItemDocument.make(graph, position: position, language: language)
        .text(columns: columns, isLinked: isLinked) + "\n"
}

/// The page on the case, as text of so many columns, ending in a newline; plain but for its addresses, which lead
/// there if `isLinked`.
package func aboutText(
    _ graph: CaseGraph, language: LanguageChoice, columns: Int, isLinked: Bool = false
) -> String {
    AboutDocument.make(graph, language: language).text(columns: columns, isLinked: isLinked) + "\n"
}
