import CaseModel
import Screen
import TextLayout

/// Sources, places, actors and tours as aligned text. The longest field is the last, so that no text needs to be cut:
/// where a line is too long that field goes on below itself.
package struct TextReport {
    package let graph: CaseGraph
    package let language: LanguageChoice
    /// The columns of a line; without a limit each entry is one line.
    package let columns: Int
    /// True if titles are links to the sources' addresses, for terminals that support them.
    package let isLinked: Bool
    /// The part of the case that is listed; nil for all of it.
    package var selection: CaseSelection?

    package init(
        _ graph: CaseGraph, language: LanguageChoice, columns: Int = .max, isLinked: Bool = false
    ) {
        self.graph = graph
        self.language = language
        self.columns = columns
        self.isLinked = isLinked
    }

    /// Id, date, type, times cited (in the part that is listed), title.
    package var sources: String {
        let cited = Self.rightAligned(graph.citers(in: selection).map(\.count))
        let listed = graph.case.sources.enumerated().filter {
            selection?.sources.contains($0.element.id) ?? true
        }
        let facts = Self.aligned(
            listed.map { number, source in
                [
                    source.id.text, localized(source.date?.label ?? Strings.dateUnknown),
                    localized(source.form.title), localized(Strings.cited), cited[number],
                ]
            })
        // The right-aligned counts before the titles.
        return zip(facts.split(separator: "\n"), listed.map(\.element)).map { facts, source in
            let title = Span(language.title(of: source), link: source.link)
            return Self.wrapped(
                [Span(facts + "  "), title], hanging: String(facts).columns + 2, columns: columns,
                isLinked: isLinked)
        }.joined()
    }

    /// Id, name, province, coordinates (north, east) with their source, number of items, neighbours.
    package var places: String {
        let items = Self.rightAligned(graph.itemsOfPlaces.map(\.count))
        let neighbours = graph.neighboursOfPlaces
        let wording = Wording(case: graph.case, language: language)
        return aligned(
            graph.case.places.enumerated().filter {
                selection?.places.contains($0.element.id) ?? true
            }.map { number, place in
                let titles = neighbours[number].map { graph.case.places[$0].title }
                return [
                    place.id.text, language.line(place.title), place.province.map(language.line) ?? "-",
                    wording.coordinates(of: place) ?? "-", localized(Strings.items), items[number],
                    titles.isEmpty ? "" : localized(Strings.borders) + "  " + wording.list(titles),
                ]
            })
    }

    /// Id, level, side, number of items, name.
    package var actors: String {
        let items = Self.rightAligned(graph.itemsOfActors.map(\.count))
        return aligned(
            graph.case.actors.enumerated().filter {
                selection?.actors.contains($0.element.id) ?? true
            }.map { number, actor in
                [
                    actor.id.text, localized(graph.case.title(of: actor.level)),
                    graph.sides.titlesOfActors[number].map(language.line) ?? "-",
                    localized(Strings.items), items[number], language.line(actor.title),
                ]
            })
    }

    /// Each tour's id, title, minutes and number of steps; under it its steps: number, view, item, headline.
    package var tours: String {
        graph.tours(in: selection).map { tour in
            let facts = [
                tour.id.text, language.line(tour.title),
                tour.minutes.map { "\(localized(Strings.minutes)) \($0.figure)" },
                "\(localized(Strings.steps)) \(tour.steps.count)",
            ]
            let steps = tour.steps.enumerated().map { number, step in
                [
                    String(repeating: " ", count: number < 9 ? 2 : 1) + String(number + 1),
                    step.view.rawValue, step.at?.text ?? "-", language.line(step.headline),
                ]
            }
            let head = [Span(facts.compactMap { $0 }.joined(separator: "  "))]
            return Self.wrapped(head, hanging: 4, columns: columns) + aligned(steps)
        }.joined(separator: "\n")
    }

    /// Claims in the order of a selection: what each is about with its number, date, strength, source, locator, claim.
    package func claims(_ selection: CaseSelection) -> String {
        aligned(
            selection.claims.map { claim in
                let evidence = graph.evidence(of: claim)
                return [
                    "\(graph.id(of: claim.entity)) \(claim.number + 1)", evidence.date?.description ?? "-",
                    localized(graph.strength(of: claim)), evidence.source.text,
                    graph.locator(of: claim).map(language.line) ?? "-", language.line(evidence.claim),
                ]
            })
    }

    func localized(_ phrase: Text) -> String { language.localized(phrase) }

    /// Counts that stand below each other, right-aligned.
    private static func rightAligned(_ counts: [Int]) -> [String] {
        let digits = counts.map { String($0).columns }.max() ?? 0
        return counts.map { TextFit.rightAligned(String($0), to: digits) }
    }

    /// Rows with equally many cells in columns, wrapped to the width of the report.
    func aligned(_ rows: [[String]]) -> String { Self.aligned(rows, columns: columns) }

    /// Rows with equally many cells, each column as wide as its widest cell, without spaces at the ends of lines. In
    /// lines of so many columns the last cell goes on below its beginning.
    package static func aligned(_ rows: [[String]], columns: Int = .max) -> String {
        let count = rows.first?.count ?? 0
        let widths = (0..<count).map { column in rows.map { $0[column].columns }.max() ?? 0 }
        let last = widths.dropLast().reduce(0) { $0 + $1 + 2 }
        return rows.map { row in
            let line = zip(row, widths).map { TextFit.padded($0, to: $1) }.joined(separator: "  ")
            return wrapped([Span(line.withoutTrailingSpaces)], hanging: last, columns: columns)
        }.joined()
    }

    /// A line of a width, or lines: what follows the first is indented as far as `hanging`, or less where that would
    /// leave little room.
    package static func wrapped(
        _ line: [Span], hanging: Int, columns: Int, isLinked: Bool = false
    ) -> String {
        let text = line.map { $0.text(isLinked: isLinked) }.joined()
        guard line.columns > columns else { return text + "\n" }
        let indent = hanging <= columns / 2 ? hanging : 4
        return Wrapping.lines(of: line, columns: columns, hanging: indent).enumerated().map { number, spans in
            let lead = number > 0 ? String(repeating: " ", count: indent) : ""
            return lead + spans.map { $0.text(isLinked: isLinked) }.joined() + "\n"
        }.joined()
    }
}

extension TextReport {
    /// A matrix: a line for each row with the items and claims of each cell, shaded by claims, and the row's total;
    /// the columns' totals; the legend. A cell that a filter empties has the number of items in it without the filter.
    package func matrix(_ crossTab: CrossTab, of kind: ID<Kind>?, without filter: CrossTab?) -> String {
        let shade = MatrixShade(most: crossTab.most(\.evidence))
        // What a filter holds back has a place too.
        let rows = (filter ?? crossTab).rowLines + [.all]
        let columns = (filter ?? crossTab).columnLines + [.all]
        let corner = "\(localized(graph.plural(of: kind)))·\(localized(Strings.evidence))"
        let digits = columns.map { column in
            rows.map { String(crossTab[$0, column].items.count).count }.max() ?? 1
        }
        let table = FigureTable(
            corner: corner, heads: columns.map { language.line($0.title(among: crossTab.columns)) },
            rows: rows.map { row in
                let figures = zip(columns, digits).map { column, digits in
                    let isTotal = row == .all || column == .all
                    return cell(
                        crossTab[row, column], of: filter?[row, column], digits: digits,
                        shade: isTotal ? nil : shade)
                }
                return (language.line(row.title(among: crossTab.rows)), figures)
            })
        let legend =
            shade.legend.map { "\($0.glyph) \($0.range)" }
            + (filter == nil ? [] : ["\(MatrixShade.heldBack("n")) \(localized(Strings.heldBack))"])
            + ["\(Self.gapMark) \(localized(Strings.gap))"]
        return table.text(columns: self.columns) + "\n" + Self.filled(legend, columns: self.columns)
            + wrapped(localized(Strings.matrixLimits))
    }

    /// Parts in lines of a width, none of them divided.
    private static func filled(_ parts: [String], columns: Int) -> String {
        parts.reduce(into: [String]()) { lines, part in
            let line = (lines.last.map { $0 + "  " } ?? "") + part
            if lines.isEmpty || line.columns > columns {
                lines.append(part)
            } else {
                lines[lines.count - 1] = line
            }
        }.map { $0 + "\n" }.joined()
    }

    /// A sentence in lines of the width of the report.
    private func wrapped(_ sentence: String) -> String {
        Self.wrapped([Span(sentence)], hanging: 0, columns: columns)
    }

    private static let gapMark = String(repeating: MatrixShade.gap, count: 2)

    /// `▒ 12·345`; without a shade for totals and for cells without claims.
    private func cell(
        _ cell: CrossTab.Cell, of whole: CrossTab.Cell?, digits: Int, shade: MatrixShade?
    ) -> String {
        if cell.isGap, let held = whole?.items.count, held > 0 { return MatrixShade.heldBack(String(held)) }
        if cell.isGap { return shade == nil ? "0" : Self.gapMark }
        let glyph = shade?.level(of: cell.evidence).map { MatrixShade.glyphs[$0] } ?? " "
        let items = TextFit.rightAligned(String(cell.items.count), to: digits)
        return (shade == nil ? "" : "\(glyph) ") + "\(items)·\(cell.evidence)"
    }
}

extension TextReport {
    /// Dates, kind, a bar along the case's years, and title: the earliest item first, undated ones last. Bars take
    /// a quarter of `columns`, below a line with the years, and are left out if that is too narrow.
    package func timeline(columns: Int) -> String {
        let timeline = graph.timeline
        let wording = Wording(case: graph.case, language: language)
        let room = columns / 4
        func row(_ position: Int, _ entry: Timeline.Entry?) -> [String] {
            let kind = graph.kind(of: position).map { language.localized($0.title) } ?? ""
            let bar = room < 10 ? [] : [entry.map { self.bar($0, in: timeline, columns: room) } ?? ""]
            return [wording.dates(entry), kind] + bar + [language.line(graph.item(position).title)]
        }
        func isListed(_ position: Int) -> Bool { selection?.items.contains(graph.item(position).id) ?? true }
        let dated = timeline.entries.filter { isListed($0.position) }.map { row($0.position, $0) }
        let years = dated.isEmpty || room < 10 ? "" : axis(of: timeline, columns: room)
        return aligned(
            (years.isEmpty ? [] : [["", "", years, ""]]) + dated
                + timeline.undated.filter(isListed).map { row($0, nil) })
    }

    /// The years above the bars, each where it begins.
    private func axis(of timeline: Timeline, columns: Int) -> String {
        guard let range = timeline.range else { return "" }
        let window = TimelineWindow(range, columns: columns, zoom: 0, left: range.lowerBound)
        return TimelineAxis(window).ticks.reduce(into: "") { line, tick in
            let label = localized(tick.label)
            let gap = tick.column + TimelineBar.margin - line.columns
            let end = tick.column + TimelineBar.margin + label.columns
            guard gap > (line.isEmpty ? -1 : 0), end <= columns else { return }
            line += String(repeating: " ", count: gap) + label
        }
    }

    private func bar(_ entry: Timeline.Entry, in timeline: Timeline, columns: Int) -> String {
        guard let range = timeline.range else { return "" }
        let scale = TimelineScale(range, columns: columns - 2 * TimelineBar.margin)
        let bar = TimelineBar(entry, on: scale)
        let start = (bar.columns?.lowerBound ?? 0) + TimelineBar.margin
        return String(repeating: " ", count: start)
            + bar.runs.map { String(repeating: $0.glyph, count: $0.columns.count) }.joined()
    }
}

extension TextReport {
    /// The cooperation network: the figures with their meaning, then the actors by level and side, those with most
    /// partners first, then the partners of a node, if one is given.
    package func network(
        _ cooperation: Cooperation, through ground: Cooperation.Basis, at node: Cooperation.Node?
    ) -> String {
        let figures = NetworkFigures(cooperation, through: ground, in: graph, language: language)
            .figures(of: .actors)
        let parts = [
            aligned(figures.map { [$0.name, $0.value, $0.meaning] }),
            actors(of: cooperation),
            node.map { partners(of: $0, in: cooperation) } ?? "",
            wrapped(localized(Strings.networkLimits)),
        ]
        return parts.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    /// Level, side, partners, items, whether it bridges the sides, id, name.
    private func actors(of cooperation: Cooperation) -> String {
        let layers = NetworkLayers(cooperation, of: .actors, in: graph, order: .level)
        let nodes = layers.columns.indices.flatMap(layers.nodes(in:))
        let ordered = graph.case.manifest.levels.flatMap { level in
            nodes.filter { cooperation.level(of: $0, in: graph) == level.id }
        }
        let degrees = Self.rightAligned(ordered.map { cooperation.degree(of: $0) })
        let counts = Self.rightAligned(ordered.map { cooperation.groups(of: $0).count })
        let rows = ordered.enumerated().map { number, node in
            [
                cooperation.level(of: node, in: graph).map { localized(graph.case.title(of: $0)) } ?? "-",
                side(of: node), localized(Strings.partners), degrees[number],
                localized(Strings.takesPartIn), counts[number],
                cooperation.bridges(node) ? localized(Strings.bridges) : "-", id(of: node), title(of: node),
            ]
        }
        let others = cooperation.actors.groups.count - ordered.count
        return aligned(rows) + (others > 0 ? wrapped(localized(Strings.takePartInNone(others))) : "")
    }

    /// The node and its partners, each with the number and titles of shared groups.
    private func partners(of node: Cooperation.Node, in cooperation: Cooperation) -> String {
        let ties = cooperation.ties(of: node)
        let counts = Self.rightAligned(ties.map(\.shared.count))
        let wording = Wording(case: graph.case, language: language)
        let head = "\(title(of: node))  \(id(of: node))  \(localized(Strings.partners)) \(ties.count)"
        return wrapped(head)
            + aligned(
                zip(ties, counts).map { tie, count in
                    [
                        String(Theme.near) + count, id(of: tie.partner),
                        title(of: tie.partner), wording.list(tie.shared.map { graph.title(of: $0.entity) }),
                    ]
                })
    }

    private func side(of node: Cooperation.Node) -> String {
        switch node {
        case .actor(let number): graph.sides.titlesOfActors[number].map(language.line) ?? "-"
        case .item: "-"
        }
    }

    private func id(of node: Cooperation.Node) -> String { graph.id(of: node.entity) }

    private func title(of node: Cooperation.Node) -> String { language.line(graph.title(of: node.entity)) }
}
