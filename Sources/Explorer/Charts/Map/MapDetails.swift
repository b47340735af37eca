import CaseModel
import Screen
import TextLayout

/// The details of the selected place: names, coordinates with their source, the reader's note, borders, and
/// items.
struct MapDetails {
    private let scene: MapScene
    private let wording: Wording

    init(_ scene: MapScene) {
        self.scene = scene
        wording = Wording(case: scene.context.graph.case, language: scene.language)
    }

    func draw(on grid: inout Grid) {
        let area = scene.layout.details
        let room = area.inset(columns: area.columns >= 20 ? 1 : 0)
        guard let place = scene.selected else { return }
        guard room.rows > 1 else {
            let facts = [
                scene.places[place].province.map(scene.localized), count(of: place), neighbours(of: place),
            ]
            let text = facts.compactMap { $0 }.joined(separator: " · ")
            grid.write(
                signs(of: place) + [Span(scene.title(of: place), style: Theme.title), Span("  " + text)],
                in: room.line(0))
            return
        }
        let titles = titles(of: place)
        let name = signs(of: place) + [Span(titles, style: Theme.title)]
        let facts = facts(of: place)
        let isTogether = name.columns + facts.columns + 2 <= room.columns || room.rows < 4
        var lines = [
            isTogether ? name + [Span("  " + facts, style: Theme.faint)] : name,
            isTogether ? nil : [Span(facts, style: Theme.faint)],
            scene.context.note(on: .place(place)), neighbours(of: place).map { [Span($0)] },
        ].compactMap { $0 }
        if room.rows > 3, let outline = outline(of: place) {
            lines.append([Span(outline, style: Theme.faint)])
        }
        if room.rows > 6, let summary = scene.places[place].summary {
            let wrapped = scene.language.paragraphs(summary).flatMap { text in
                Wrapping.lines(of: text, columns: room.columns)
            }
            lines += wrapped.map { [Span($0)] }
        }
        grid.write(lines: lines, in: room)
        drawItems(
            of: place,
            in: room.lines(room.rows - lines.count, at: room.row + lines.count), on: &grid)
    }

    /// The items there, as many as fit.
    private func drawItems(of place: Int, in area: Rect, on grid: inout Grid) {
        let titles = scene.ranking.items[place].map { scene.context.graph.item($0).title }
        let text = count(of: place) + (titles.isEmpty ? "" : colon)
        let lines = Wrapping.lines(
            of: [Span(text, style: Theme.faint), Span(wording.list(titles))], columns: area.columns)
        for (number, spans) in lines.prefix(area.rows).enumerated() {
            let isCut = number + 1 == area.rows && number + 1 < lines.count
            grid.write(spans + (isCut ? [Span("…", style: Theme.faint)] : []), in: area.line(number))
        }
    }

    private func signs(of place: Int) -> [Span] {
        [scene.context.marker(of: .place(place))?.lead].compactMap(\.self)
    }

    /// The name in every language, the displayed one first.
    private func titles(of place: Int) -> String {
        let title = scene.places[place].title
        let names = [scene.localized(title)] + title.wordings
        return names.enumerated().filter { !names[..<$0].contains($1) }.map(\.element).joined(separator: "  ")
    }

    private func facts(of place: Int) -> String {
        let province = scene.places[place].province.map(scene.language.line)
        let coordinates = wording.coordinates(of: scene.places[place]) ?? reason(of: place)
        return [province, coordinates].compactMap { $0 }.joined(separator: " · ")
    }

    /// Whose the outline of a place is.
    private func outline(of place: Int) -> String? {
        scene.places[place].outline.map { scene.localized(Strings.outline) + colon + wording.outline($0) }
    }

    /// That the place has no coordinates, in which place on the map it lies, and why, as far as the case says it.
    private func reason(of place: Int) -> String {
        let host = scene.plan.hosts[place].map {
            scene.localized(Strings.lies(in: scene.localized(scene.places[$0].title)))
        }
        let why = scene.places[place].reasonForNoCoordinates.map(scene.language.line)
        let remarks = [host, why].compactMap { $0 }
        return scene.localized(Strings.noCoordinates)
            + (remarks.isEmpty ? "" : Wording.brackets(remarks, in: scene.language))
    }

    /// Nil where the case states none, which does not mean that there are none.
    private func neighbours(of place: Int) -> String? {
        let neighbours = scene.plan.neighbours[place].map { scene.places[$0].title }
        guard !neighbours.isEmpty else { return nil }
        return "\(scene.localized(Strings.borders)) \(neighbours.count)" + colon + wording.list(neighbours)
    }

    private func count(of place: Int) -> String {
        "\(scene.localized(Strings.items)) \(scene.ranking.count(of: place))"
    }

    private var colon: String { scene.language.interface.colon }
}
