import CaseModel

extension Document {
    /// The page on an item, source, place or actor. That on a source tells what cites it in a part of the case, if one is
    /// given, from what does elsewhere.
    static func page(
        on entity: Entity, of graph: CaseGraph, language: LanguageChoice, only selection: CaseSelection? = nil
    ) -> Document {
        switch entity {
        case .item(let position): ItemDocument.make(graph, position: position, language: language)
        case .source(let number):
            SourceDocument.make(graph, number: number, language: language, only: selection)
        case .place(let number): PlaceDocument.make(graph, number: number, language: language)
        case .actor(let number): ActorDocument.make(graph, number: number, language: language)
        }
    }
}

/// The page on an entity as text of a width, ending in a newline, with links on its addresses if `isLinked`.
package func readerText(
    _ graph: CaseGraph, entity: Entity, language: LanguageChoice, columns: Int, isLinked: Bool = false
) -> String {
    Document.page(on: entity, of: graph, language: language).text(columns: columns, isLinked: isLinked) + "\n"
}
