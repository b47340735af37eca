import CaseModel
import Screen

extension State {
    /// Starts at an item instead of at the beginning; the history starts there too.
    public mutating func begin(at position: Int, inReader: Bool) {
        show(position)
        if inReader { reader = Reader(subject: .item(position)) }
        history = History(visit)
        settle()
    }
}

/// What the reader shows of an item, as plain text of so many columns, ending in a newline.
public func readerText(
    _ graph: CaseGraph, position: Int, language: LanguageChoice, columns: Int
) -> String {
    ItemDocument.make(graph, position: position, language: language).text(columns: columns) + "\n"
}

/// The page on the case, as plain text of so many columns, ending in a newline.
public func aboutText(_ graph: CaseGraph, language: LanguageChoice, columns: Int) -> String {
    AboutDocument.make(graph, language: language).text(columns: columns) + "\n"
}
