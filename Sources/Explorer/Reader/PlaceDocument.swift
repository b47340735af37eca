import CaseModel
import Screen

/// The page on a place: coordinates, borders, claims, items.
enum PlaceDocument {
    /// The page of the place of this number.
    static func make(_ graph: CaseGraph, number: Int, language: LanguageChoice) -> Document {
        let place = graph.case.places[number]
        let localized = language.localized
        // Either place may state a border and its source.
        let neighbours = graph.neighboursOfPlaces[number].map { other in
            let back = graph.case.places[other].borders.first { $0.place == place.id }
            let border = place.borders.first { $0.place == graph.case.places[other].id } ?? back
            return (number: other, source: border?.source)
        }
        let apparatus = Apparatus(
            graph, language: language, sources: place.citedSources + neighbours.compactMap(\.source))
        var document = Document()
        document.addTitles(place.title, language)
        document.add("\(localized(Strings.place)) · \(place.id)", style: Theme.faint)
        document.addSummary(place.summary, language)
        document.add("")
        addWhereabouts(of: place, in: graph, to: &document, language)
        if !neighbours.isEmpty {
            document.addHeading("\(localized(Strings.borders)) \(neighbours.count)")
            for neighbour in neighbours {
                document.add(
                    [
                        Span(
                            "· " + language.line(graph.case.places[neighbour.number].title),
                            style: Theme.title),
                        Span(apparatus.citation(of: neighbour.source), style: Theme.sourced),
                    ], indent: 2, hanging: 2, target: .subject(.place(neighbour.number)))
            }
        }
        apparatus.addEvidence(of: .place(number), to: &document)
        apparatus.addItems(graph.items(at: place.id), under: Strings.itemsHere, to: &document)
        apparatus.add(note: place.note, to: &document)
        apparatus.addSources(to: &document)
        return document
    }

    /// Adds where the place lies: in which other one, in which province, its coordinates or why it has none, its outline.
    private static func addWhereabouts(
        of place: Place, in graph: CaseGraph, to document: inout Document, _ language: LanguageChoice
    ) {
        let localized = language.localized
        if let host = place.within.flatMap({ graph.number(of: $0) }) {
            document.add(
                [
                    Span(Document.capitalized(localized(Strings.within)) + "  ", style: Theme.faint),
                    Span(language.line(graph.case.places[host].title)),
                ], target: .subject(.place(host)))
        }
        if let province = place.province {
            document.addField(localized(Strings.division(graph.case.placeWord)), language.line(province))
        }
        let wording = Wording(case: graph.case, language: language)
        if let coordinates = wording.coordinates(of: place) {
            document.addField(localized(Strings.coordinates), coordinates)
        } else if let reason = place.reasonForNoCoordinates {
            document.addField(
                localized(Strings.coordinates),
                localized(Strings.noCoordinates) + language.interface.colon + language.line(reason))
        }
        if let outline = place.outline {
            document.addField(localized(Strings.outline), wording.outline(outline))
        }
    }
}
