import CaseModel
import Screen

/// The page on an actor: level and side, claims, items.
enum ActorDocument {
    /// The page of the actor of this number.
    static func make(_ graph: CaseGraph, number: Int, language: LanguageChoice) -> Document {
        let actor = graph.case.actors[number]
        let localized = language.localized
        let apparatus = Apparatus(graph, language: language, sources: actor.citedSources)
        var document = Document()
        document.addTitles(actor.title, language)
        document.add("\(localized(Strings.actor)) · \(actor.id)", style: Theme.faint)
        document.addSummary(actor.summary, language)
        document.add("")
        document.addField(localized(Strings.level), localized(graph.case.title(of: actor.level)))
        if let side = graph.sides.titlesOfActors[number] {
            document.addField(localized(Strings.side), language.line(side))
        }
        apparatus.addEvidence(of: .actor(number), to: &document)
        apparatus.addItems(graph.items(of: actor.id), under: Strings.itemsTakenPartIn, to: &document)
        apparatus.add(note: actor.note, to: &document)
        apparatus.addSources(to: &document)
        return document
    }
}
