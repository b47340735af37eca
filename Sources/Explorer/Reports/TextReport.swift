import CaseModel
import Screen
import TextLayout

/// The bibliography, the gazetteer, the directory and the presentations as lines of text, one entry a line,
/// aligned by columns. What has no limit stands last, so that nothing needs to be cut.
package struct TextReport {
    let graph: CaseGraph
    let language: LanguageChoice
    /// Whether titles lead to where the sources can be read, for terminals that take links.
    let isLinked: Bool

    /// Listings of a case in a language.
    package init(_ graph: CaseGraph, language: LanguageChoice, isLinked: Bool = false) {
        self.graph = graph
        self.language = language
        self.isLinked = isLinked
    }

    /// Id, date, type, times cited, title.
    package var sources: String {
        let citers = graph.citers
        let facts = Self.aligned(
            graph.case.sources.enumerated().map { number, source in
                [
                    source.id.text, source.date?.description ?? say(Strings.dateUnknown),
                    say(Strings.name(of: source.form)), say(Strings.cited),
                    right(citers[number].count, among: citers),
                ]
            })
        // The counts before the titles end in one column.
        return zip(facts.split(separator: "\n"), graph.case.sources).map { facts, source in
            facts + "  " + Span(language.line(source.title), link: source.link).text(isLinked: isLinked)
                + "\n"
        }.joined()
    }

    /// Id, name, province, coordinates (north, east) and who says so, number of items, and who borders it by either side's word.
    package var places: String {
        let items = graph.itemsOfPlaces
        let neighbours = graph.neighboursOfPlaces
        let wording = Wording(case: graph.case, language: language)
        return Self.aligned(
            graph.case.places.enumerated().map { number, place in
                let titles = neighbours[number].map { graph.case.places[$0].title }
                return [
                    place.id.text, language.line(place.title), place.province.map(language.line) ?? "-",
                    wording.coordinates(of: place) ?? "-", say(Strings.items),
                    right(items[number].count, among: items),
                    titles.isEmpty ? "" : say(Strings.borders) + "  " + wording.list(titles),
                ]
            })
    }

    /// Id, level, side, number of items, name.
    package var actors: String {
        let items = graph.itemsOfActors
        return Self.aligned(
            graph.case.actors.enumerated().map { number, actor in
                [
                    actor.id.text, say(actor.level.title), actor.side.map(language.line) ?? "-",
                    say(Strings.items), right(items[number].count, among: items), language.line(actor.title),
                ]
            })
    }

    /// Each tour's id, title, minutes and number of steps; under it its steps: number, view, item, headline.
    package var tours: String {
        graph.case.tours.map { tour in
            let facts = [
                tour.id.text, language.line(tour.title),
                tour.minutes.map { "\(say(Strings.minutes)) \($0.figure)" },
                "\(say(Strings.steps)) \(tour.steps.count)",
            ]
            let steps = tour.steps.enumerated().map { number, step in
                [
                    String(repeating: " ", count: number < 9 ? 2 : 1) + String(number + 1),
                    step.view.rawValue, step.at?.text ?? "-", language.line(step.headline),
                ]
            }
            return facts.compactMap { $0 }.joined(separator: "  ") + "\n" + Self.aligned(steps)
        }.joined(separator: "\n")
    }

    func say(_ phrase: Text) -> String { language.localized(phrase) }

    /// A count that ends where the longest of its column ends.
    private func right<Counted>(_ count: Int, among lists: [[Counted]]) -> String {
        let digits = lists.map { String($0.count).columns }.max() ?? 0
        let number = String(count)
        return String(repeating: " ", count: max(0, digits - number.columns)) + number
    }

    /// Rows of as many cells each, each column as wide as its widest cell; no line ends in spaces.
    package static func aligned(_ rows: [[String]]) -> String {
        let columns = rows.first?.count ?? 0
        let widths = (0..<columns).map { column in rows.map { $0[column].columns }.max() ?? 0 }
        return rows.map { row in
            var line = zip(row, widths).map { TextFit.padded($0, to: $1) }.joined(separator: "  ")
            while line.last == " " { line.removeLast() }
            return line + "\n"
        }.joined()
    }
}
